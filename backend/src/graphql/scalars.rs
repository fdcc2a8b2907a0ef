//! Scalars and small objects that every domain uses.

use std::str::FromStr;

use async_graphql::{
    ID, InputObject, InputValueError, InputValueResult, Scalar, ScalarType, SimpleObject, Value,
};
use chrono::{NaiveDate, SecondsFormat, Utc};

use crate::error::{ServiceError, ServiceResult};

/// A moment in UTC, with microseconds: `2026-03-20T09:00:00.000000Z` (RFC 3339).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateTime(pub chrono::DateTime<Utc>);

/// A moment in UTC, with microseconds: `2026-03-20T09:00:00.000000Z` (RFC 3339).
#[Scalar]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => chrono::DateTime::parse_from_rfc3339(text)
                .map(|moment| Self(moment.with_timezone(&Utc)))
                .map_err(|_| InputValueError::custom("not a moment")),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl From<chrono::DateTime<Utc>> for DateTime {
    fn from(moment: chrono::DateTime<Utc>) -> Self {
        Self(moment)
    }
}

/// A day in the network's time zone: `2026-03-20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

/// A day in the network's time zone: `2026-03-20`.
#[Scalar]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .map(Self)
                .map_err(|_| InputValueError::custom("not a day")),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

/// A text in German and English. An empty English text means: not translated.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct LocalizedText {
    /// The German text.
    pub de: String,
    /// The English text; empty when there is none.
    pub en: String,
}

impl LocalizedText {
    /// Both texts.
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Self {
        Self { de: de.into(), en: en.into() }
    }
}

/// A text in German and English.
#[derive(Debug, Clone, Default, InputObject)]
pub struct LocalizedTextInput {
    /// The German text.
    pub de: String,
    /// The English text; empty for none.
    #[graphql(default)]
    pub en: String,
}

/// Reads an opaque id; what is not one of this type does not exist.
pub fn parse_id<T: FromStr>(id: &ID) -> ServiceResult<T> {
    id.parse().map_err(|_| ServiceError::not_found())
}
