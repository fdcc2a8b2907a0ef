//! What can go wrong between the app and the server, in the form that pages handle.

use serde_json::Value;
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

/// Reads one error of an answer. By hand: it is compiled once, and small.
pub(super) fn read_error(error: &Value) -> ApiFailure {
    let extensions = &error["extensions"];
    let fields = extensions["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    ApiFailure::Coded {
        code: read_code(&extensions["code"]),
        fields: fields
            .iter()
            .map(|field| FieldError {
                field: field["field"].as_str().unwrap_or_default().to_owned(),
                code: read_code(&field["code"]),
                params: read_params(&field["params"]),
            })
            .collect(),
        params: read_params(&extensions["params"]),
        request_id: extensions["requestId"].as_str().map(str::to_owned),
    }
}

/// A code this version of the app does not know is, to the person, an error of ours.
fn read_code(code: &Value) -> ErrorCode {
    code.as_str().and_then(ErrorCode::parse).unwrap_or(ErrorCode::Internal)
}

fn read_params(params: &Value) -> Params {
    params.as_object().cloned().unwrap_or_default()
}
