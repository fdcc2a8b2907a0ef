//! The closed list of errors a person can meet. The server sends the code, the app holds the
//! sentence in each language; a code without a sentence does not compile there.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Numbers and names that belong into an error's sentence, such as `{"max": 200}`.
pub type Params = Map<String, Value>;

macro_rules! error_codes {
    ($( $(#[$doc:meta])* $variant:ident = $wire:literal ),+ $(,)?) => {
        /// What went wrong, as a word that never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ErrorCode {
            $( $(#[$doc])* #[serde(rename = $wire)] $variant, )+
        }

        impl ErrorCode {
            /// Every code, for tests and for the documentation.
            pub const ALL: &[ErrorCode] = &[ $( ErrorCode::$variant ),+ ];

            /// The word on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $( ErrorCode::$variant => $wire ),+ }
            }
        }
    };
}

error_codes! {
    // About the request as a whole
    /// The body is not a request we understand.
    BadRequest = "BAD_REQUEST",
    /// The body is larger than allowed. Params: `maxBytes`.
    PayloadTooLarge = "PAYLOAD_TOO_LARGE",
    /// The operation is not one of this server's; usually an app from before an upgrade.
    UnknownOperation = "UNKNOWN_OPERATION",
    /// The query is too deep, too wide or too long.
    QueryTooComplex = "QUERY_TOO_COMPLEX",
    /// The answer took longer than allowed and was given up.
    Timeout = "TIMEOUT",
    /// Too many attempts; try again later. Params: `retryAfterSeconds`.
    RateLimited = "RATE_LIMITED",
    /// Something broke on our side; the request id finds it in the log.
    Internal = "INTERNAL",

    // About who asks
    /// No valid sign-in.
    Unauthenticated = "UNAUTHENTICATED",
    /// Visible, but not allowed. Params: `reason`.
    Forbidden = "FORBIDDEN",
    /// Does not exist, or is hidden from this person.
    NotFound = "NOT_FOUND",
    /// Address or password is wrong; never says which.
    InvalidCredentials = "INVALID_CREDENTIALS",
    /// The password is right; the second factor's code is needed.
    SecondFactorRequired = "SECOND_FACTOR_REQUIRED",
    /// The second factor's code is wrong or used.
    SecondFactorWrong = "SECOND_FACTOR_WRONG",
    /// The password asked for to confirm an act is not the account's.
    PasswordWrong = "PASSWORD_WRONG",
    /// The link is unknown, used or past its time.
    LinkInvalid = "LINK_INVALID",

    // About what was asked
    /// One or more fields are not right; see `fields`.
    Validation = "VALIDATION",
    /// Somebody changed it in the meantime. Params: `currentVersion`.
    Conflict = "CONFLICT",
    /// Not possible in the state it is in. Params: `state`.
    StateForbids = "STATE_FORBIDS",
    /// The last representative, coordinator or the like cannot be removed.
    LastOfItsKind = "LAST_OF_ITS_KIND",
    /// It is in use elsewhere and cannot be removed.
    InUse = "IN_USE",

    // About one field
    /// Must be filled in.
    Required = "REQUIRED",
    /// Longer than allowed. Params: `max` characters.
    TooLong = "TOO_LONG",
    /// Shorter than needed. Params: `min` characters.
    TooShort = "TOO_SHORT",
    /// More entries than allowed. Params: `max`.
    TooMany = "TOO_MANY",
    /// Not an e-mail address.
    InvalidEmail = "INVALID_EMAIL",
    /// Not a web address that starts with http:// or https://.
    InvalidUrl = "INVALID_URL",
    /// Not a phone number.
    InvalidPhone = "INVALID_PHONE",
    /// Not a date, or none that exists.
    InvalidDate = "INVALID_DATE",
    /// The end is before the beginning.
    DateOrder = "DATE_ORDER",
    /// The day lies outside of the period that is set. Params: `from`, `until`, where there are such.
    OutsidePeriod = "OUTSIDE_PERIOD",
    /// A date that is possible, but not here. Params: `earliest`, `latest`.
    DateOutOfRange = "DATE_OUT_OF_RANGE",
    /// A time that the clocks skip on that day, when summer time begins. Params: `value`.
    TimeSkipped = "TIME_SKIPPED",
    /// A time of the day that is possible, but not here. Params: `earliest`, `latest`.
    TimeOutOfRange = "TIME_OUT_OF_RANGE",
    /// It lies within another period of the same person. Params: `from`, `until`.
    Overlap = "OVERLAP",
    /// More votes than there are. Params: `sum`, `max`.
    VotesTooMany = "VOTES_TOO_MANY",
    /// Not one of the values that are possible here. Params: `value`.
    InvalidValue = "INVALID_VALUE",
    /// Contains characters that are not allowed, such as control characters.
    InvalidCharacters = "INVALID_CHARACTERS",
    /// Refers to something that does not exist. Params: `value`.
    UnknownReference = "UNKNOWN_REFERENCE",
    /// Already there, and only once possible.
    Duplicate = "DUPLICATE",
    /// Among the passwords that are guessed first, or contains the person's own name or address.
    PasswordTooEasy = "PASSWORD_TOO_EASY",

    // About files
    /// The file is not of a kind that is allowed here. Params: `allowed`.
    FileType = "FILE_TYPE",
    /// The group has no room left for it. Params: `maxBytes`, `usedBytes`.
    QuotaExceeded = "QUOTA_EXCEEDED",
    /// The file is empty.
    FileEmpty = "FILE_EMPTY",
    /// The file's text is in no encoding we can read.
    FileEncoding = "FILE_ENCODING",
    /// A needed column is missing. Params: `column`.
    ColumnMissing = "COLUMN_MISSING",
    /// A column is not known. Params: `column`.
    ColumnUnknown = "COLUMN_UNKNOWN",
    /// More rows than one import takes. Params: `max`.
    TooManyRows = "TOO_MANY_ROWS",
}

impl ErrorCode {
    /// The code for a word from the wire.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == word)
    }
}

/// What is wrong with one field of an input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldError {
    /// Path in the input, in GraphQL's spelling, such as `contact.email` or `terms.2`.
    pub field: String,
    /// What is wrong.
    pub code: ErrorCode,
    /// What belongs into the sentence.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub params: Params,
}

impl FieldError {
    /// An error without parameters.
    pub fn new(field: impl Into<String>, code: ErrorCode) -> Self {
        Self { field: field.into(), code, params: Params::new() }
    }

    /// Adds one parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_survives_the_wire() {
        for code in ErrorCode::ALL {
            assert_eq!(ErrorCode::parse(code.as_str()), Some(*code));
            let json = serde_json::to_string(code).expect("serialises");
            assert_eq!(json, format!("\"{}\"", code.as_str()));
        }
    }
}
