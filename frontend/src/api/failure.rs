//! What can go wrong between the app and the server, in the form that pages handle.

use serde::Deserialize;
use verbund_shared::error::{ErrorCode, FieldError, Params};

/// A request that did not succeed.
#[derive(Debug, Clone, PartialEq)]
pub enum ApiFailure {
    /// The server could not be reached, or its answer was none.
    Network,
    /// The server refused, with a reason.
    Coded {
        /// What went wrong.
        code: ErrorCode,
        /// What is wrong with single fields.
        fields: Vec<FieldError>,
        /// What belongs into the sentence.
        params: Params,
        /// Finds the request in the server's log.
        request_id: Option<String>,
    },
}

impl ApiFailure {
    /// A refusal with nothing but its code.
    pub fn coded(code: ErrorCode) -> Self {
        ApiFailure::Coded { code, fields: Vec::new(), params: Params::new(), request_id: None }
    }

    /// The server's code, if it was the server that refused.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            ApiFailure::Network => None,
            ApiFailure::Coded { code, .. } => Some(*code),
        }
    }
}

/// One error as it stands in an answer.
#[derive(Deserialize)]
pub(super) struct WireError {
    #[serde(default)]
    extensions: Extensions,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Extensions {
    code: String,
    fields: Vec<FieldError>,
    params: Params,
    request_id: Option<String>,
}

impl From<WireError> for ApiFailure {
    fn from(error: WireError) -> Self {
        let Extensions { code, fields, params, request_id } = error.extensions;
        // A code this version of the app does not know is, to the person, an error of ours.
        let code = ErrorCode::parse(&code).unwrap_or(ErrorCode::Internal);
        ApiFailure::Coded { code, fields, params, request_id }
    }
}
