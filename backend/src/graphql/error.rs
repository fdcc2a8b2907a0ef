//! The one way an error leaves the API. [`ApiError`] has no `Display`, so no internal text can
//! reach a person by `?`.

use async_graphql::{ErrorExtensions, Value};
use verbund_shared::error::ErrorCode;

use crate::error::{ServiceError, UserError};

/// The result of a resolver.
pub type ApiResult<T> = Result<T, ApiError>;

/// An error on its way to a person: a code and what belongs to it.
#[derive(Clone)]
pub struct ApiError(UserError);

impl From<ServiceError> for ApiError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::User(error) => Self(error),
            ServiceError::Internal(cause) => {
                tracing::error!(%cause, "internal error");
                Self(UserError { code: ErrorCode::Internal, fields: Vec::new(), params: Default::default() })
            }
        }
    }
}

impl From<sea_orm::DbErr> for ApiError {
    fn from(cause: sea_orm::DbErr) -> Self {
        ServiceError::from(cause).into()
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(ApiError(error): ApiError) -> Self {
        async_graphql::Error::new(error.code.as_str()).extend_with(|_, extensions| {
            extensions.set("code", error.code.as_str());
            if let Ok(fields) = Value::from_json(serde_json::json!(error.fields)) {
                extensions.set("fields", fields);
            }
            if let Ok(params) = Value::from_json(serde_json::Value::Object(error.params)) {
                extensions.set("params", params);
            }
        })
    }
}
