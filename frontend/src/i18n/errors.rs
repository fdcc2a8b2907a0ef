//! Error codes in words. A code without a sentence does not compile.

use verbund_shared::error::{ErrorCode, Params};

use super::{Arg, day, text, text_with};
use crate::{api::ApiFailure, components::FormErrors};

/// The message of an error code.
pub const fn key(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::BadRequest => "error-bad-request",
        ErrorCode::PayloadTooLarge => "error-payload-too-large",
        ErrorCode::UnknownOperation => "error-unknown-operation",
        ErrorCode::QueryTooComplex => "error-query-too-complex",
        ErrorCode::Timeout => "error-timeout",
        ErrorCode::RateLimited => "error-rate-limited",
        ErrorCode::Internal => "error-internal",
        ErrorCode::Unauthenticated => "error-unauthenticated",
        ErrorCode::Forbidden => "error-forbidden",
        ErrorCode::NotFound => "error-not-found",
        ErrorCode::InvalidCredentials => "error-invalid-credentials",
        ErrorCode::SecondFactorRequired => "error-second-factor-required",
        ErrorCode::SecondFactorWrong => "error-second-factor-wrong",
        ErrorCode::PasswordWrong => "error-password-wrong",
        ErrorCode::LinkInvalid => "error-link-invalid",
        ErrorCode::Validation => "error-validation",
        ErrorCode::Conflict => "error-conflict",
        ErrorCode::StateForbids => "error-state-forbids",
        ErrorCode::LastOfItsKind => "error-last-of-its-kind",
        ErrorCode::InUse => "error-in-use",
        ErrorCode::Required => "error-required",
        ErrorCode::TooLong => "error-too-long",
        ErrorCode::TooShort => "error-too-short",
        ErrorCode::TooMany => "error-too-many",
        ErrorCode::InvalidEmail => "error-invalid-email",
        ErrorCode::InvalidUrl => "error-invalid-url",
        ErrorCode::InvalidPhone => "error-invalid-phone",
        ErrorCode::InvalidDate => "error-invalid-date",
        ErrorCode::DateOrder => "error-date-order",
        ErrorCode::OutsidePeriod => "error-outside-period",
        ErrorCode::DateOutOfRange => "error-date-out-of-range",
        ErrorCode::TimeSkipped => "error-time-skipped",
        ErrorCode::TimeOutOfRange => "error-time-out-of-range",
        ErrorCode::Overlap => "error-overlap",
        ErrorCode::VotesTooMany => "error-votes-too-many",
        ErrorCode::InvalidValue => "error-invalid-value",
        ErrorCode::InvalidCharacters => "error-invalid-characters",
        ErrorCode::UnknownReference => "error-unknown-reference",
        ErrorCode::Duplicate => "error-duplicate",
        ErrorCode::PasswordTooEasy => "error-password-too-easy",
        ErrorCode::FileType => "error-file-type",
        ErrorCode::QuotaExceeded => "error-quota-exceeded",
        ErrorCode::FileEmpty => "error-file-empty",
        ErrorCode::FileEncoding => "error-file-encoding",
        ErrorCode::ColumnMissing => "error-column-missing",
        ErrorCode::ColumnUnknown => "error-column-unknown",
        ErrorCode::TooManyRows => "error-too-many-rows",
    }
}

/// The sentence for a code and what belongs into it.
pub fn sentence(code: ErrorCode, params: &Params) -> String {
    let number = |name: &str| params.get(name).and_then(|value| value.as_i64());
    let word = |name: &str| params.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let a_day = |name: &str| Some(word(name)).filter(|day| !day.is_empty()).map(day).unwrap_or_default();
    let args: &[(&'static str, Arg)] = &[
        ("max", number("max").unwrap_or_default().into()),
        ("sum", number("sum").unwrap_or_default().into()),
        ("min", number("min").unwrap_or_default().into()),
        // People think in megabytes and minutes.
        ("megabytes", number("maxBytes").map_or(0, |bytes| bytes / (1024 * 1024)).into()),
        ("minutes", number("retryAfterSeconds").map_or(1, |seconds| (seconds + 59) / 60).into()),
        ("value", word("value").into()),
        ("earliest", a_day("earliest").into()),
        ("latest", a_day("latest").into()),
        ("column", word("column").into()),
        ("allowed", word("allowed").into()),
        ("reason", word("reason").into()),
    ];
    text_with(key(code), args)
}

/// A failure in one sentence.
pub fn failure_text(failure: &ApiFailure) -> String {
    match failure {
        ApiFailure::Network => text("error-network"),
        ApiFailure::Coded { code: ErrorCode::Internal, request_id: Some(id), .. } => {
            text_with("error-internal-with-id", &[("id", id.into())])
        }
        ApiFailure::Coded { code, params, .. } => sentence(*code, params),
    }
}

/// A failure as a form shows it: a summary, and a sentence beside each field.
pub fn form_errors(failure: &ApiFailure) -> FormErrors {
    let fields = match failure {
        ApiFailure::Network => Vec::new(),
        ApiFailure::Coded { fields, .. } => {
            fields.iter().map(|error| (error.field.clone(), sentence(error.code, &error.params))).collect()
        }
    };
    FormErrors { summary: Some(failure_text(failure)), fields }
}
