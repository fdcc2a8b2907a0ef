//! People as the coordination office finds and manages them.

use graphql_client::GraphQLQuery;

use super::{Date, DateTime, in_document};
use crate::people::{AffiliationRole, NetworkRole, PersonState};

/// A page of people.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/people.graphql",
    extern_enums("PersonState", "NetworkRole", "AffiliationRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PeoplePage;

/// One person, which is noted.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/people.graphql",
    extern_enums("PersonState", "NetworkRole", "AffiliationRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PersonShow;

/// Keeps somebody from signing in.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/people.graphql",
    extern_enums("PersonState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PersonDisable;

/// Lets somebody sign in again.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/people.graphql",
    extern_enums("PersonState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PersonEnable;

/// Gives a role in the network.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/people.graphql",
    extern_enums("NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct NetworkRoleGive;

/// Ends a role in the network.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/people.graphql",
    extern_enums("NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct NetworkRoleEnd;

in_document!(
    PEOPLE: PeoplePage,
    PersonShow,
    PersonDisable,
    PersonEnable,
    NetworkRoleGive,
    NetworkRoleEnd
);
