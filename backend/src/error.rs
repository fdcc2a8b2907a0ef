//! What can go wrong in a use case. Which to use where:
//! - a person can do something about it: [`ServiceError::user`], [`ServiceError::fields`] or a
//!   `rules` enum with a code;
//! - it does not exist or must stay hidden: [`ServiceError::not_found`];
//! - it is our fault or the machine's: `?` on the cause makes it internal. Its text reaches the
//!   log, never a person.

use sea_orm::{DbErr, SqlErr};
use serde_json::Value;
use verbund_shared::error::{ErrorCode, FieldError, Params};

/// The result of a use case.
pub type ServiceResult<T> = Result<T, ServiceError>;

/// Why a use case did not happen.
#[derive(Debug)]
pub enum ServiceError {
    /// Something the person can understand and act on.
    User(UserError),
    /// Something broke; the cause is for the log only.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

/// An error with its code and what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct UserError {
    /// What went wrong.
    pub code: ErrorCode,
    /// Which fields are not right.
    pub fields: Vec<FieldError>,
    /// What belongs into the sentence.
    pub params: Params,
}

impl ServiceError {
    /// An error with a code only.
    pub fn user(code: ErrorCode) -> Self {
        Self::User(UserError { code, fields: Vec::new(), params: Params::new() })
    }

    /// Adds a parameter to a user error.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Self::User(error) = &mut self {
            error.params.insert(name.to_owned(), value.into());
        }
        self
    }

    /// Some fields are not right.
    pub fn fields(fields: Vec<FieldError>) -> Self {
        Self::User(UserError { code: ErrorCode::Validation, fields, params: Params::new() })
    }

    /// One field is not right.
    pub fn field(field: &str, code: ErrorCode) -> Self {
        Self::fields(vec![FieldError::new(field, code)])
    }

    /// It does not exist, or is hidden from this person.
    pub fn not_found() -> Self {
        Self::user(ErrorCode::NotFound)
    }

    /// Somebody changed it in the meantime.
    pub fn conflict(current_version: i32) -> Self {
        Self::user(ErrorCode::Conflict).with("currentVersion", current_version)
    }

    /// Our own data contradicts itself; the sentence is for the log.
    pub fn broken(what: impl Into<String>) -> Self {
        Self::Internal(what.into().into())
    }

    /// The code, where it is a user's error.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::User(error) => Some(error.code),
            Self::Internal(_) => None,
        }
    }
}

impl From<DbErr> for ServiceError {
    fn from(cause: DbErr) -> Self {
        Self::Internal(Box::new(cause))
    }
}

/// Whether the database refused because of a unique index, on either database.
pub fn is_unique_violation(cause: &DbErr) -> bool {
    matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Maps a unique violation to a field error `DUPLICATE`; everything else stays internal.
pub fn unique_as(field: &'static str) -> impl Fn(DbErr) -> ServiceError {
    move |cause| {
        if is_unique_violation(&cause) {
            ServiceError::field(field, ErrorCode::Duplicate)
        } else {
            cause.into()
        }
    }
}

/// Refuses when any field has an error.
pub fn all_right(check: verbund_shared::values::FieldCheck) -> ServiceResult<()> {
    let errors = check.into_errors();
    if errors.is_empty() { Ok(()) } else { Err(ServiceError::fields(errors)) }
}

/// Refuses an edit that was based on an older version.
pub fn same_version(current: i32, based_on: i32) -> ServiceResult<()> {
    if current == based_on { Ok(()) } else { Err(ServiceError::conflict(current)) }
}

/// Not possible in the state that something is in.
pub fn state_forbids(state: &str) -> ServiceError {
    ServiceError::user(ErrorCode::StateForbids).with("state", state)
}
