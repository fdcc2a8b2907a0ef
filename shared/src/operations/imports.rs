//! Import from CSV files.

use graphql_client::GraphQLQuery;

use super::{DateTime, in_document};
use crate::operation_states::{ImportKind, ImportState, RowOutcome};

/// What an import would do with each row.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/imports.graphql",
    extern_enums("ImportKind", "ImportState", "RowOutcome"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ImportRows;

/// Reads an uploaded file.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/imports.graphql",
    extern_enums("ImportKind", "ImportState", "RowOutcome"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ImportPreview;

/// Writes a preview.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/imports.graphql",
    extern_enums("ImportKind", "ImportState", "RowOutcome"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ImportApply;

/// Puts a preview aside.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/imports.graphql",
    extern_enums("ImportKind", "ImportState", "RowOutcome"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ImportDiscard;

in_document!(IMPORTS: ImportRows, ImportPreview, ImportApply, ImportDiscard);
