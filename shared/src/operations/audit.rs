//! The audit trail.

use graphql_client::GraphQLQuery;

use super::{Date, DateTime, in_document};

/// Who did what.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/audit.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AuditTrail;

in_document!(AUDIT: AuditTrail);
