//! What waits for the person who asks.

use graphql_client::GraphQLQuery;

use super::{Date, in_document};
use crate::{
    people::{AffiliationRole, NetworkRole},
    today::TodayKind,
};

/// What waits, and what comes next.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/today.graphql",
    extern_enums("TodayKind", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct Today;

in_document!(TODAY: Today);
