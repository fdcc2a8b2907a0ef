//! What the tests of the rules share.

use chrono::NaiveDate;
use verbund_shared::{error::ErrorCode, values::FieldCheck};

/// A day in March.
pub fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, n).expect("a day in March")
}

/// The errors that a check finds, by field.
pub fn found(write: impl FnOnce(&mut FieldCheck)) -> Vec<(String, ErrorCode)> {
    let mut check = FieldCheck::new();
    write(&mut check);
    check.into_errors().into_iter().map(|error| (error.field, error.code)).collect()
}
