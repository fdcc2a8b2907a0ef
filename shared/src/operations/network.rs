//! The network's profile and taxonomy.

use graphql_client::GraphQLQuery;

use super::in_document;
use crate::{locale::Locale, terms::TermKind};

/// All terms.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/network.graphql",
    extern_enums("TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct Terms;

/// What every page's frame needs.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/network.graphql",
    extern_enums("Locale"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct Shell;

/// Who the network is.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/network.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct NetworkProfile;

/// Changes the network's profile.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/network.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct NetworkUpdate;

/// Adds a term.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/network.graphql",
    extern_enums("TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct TermAdd;

/// Renames, moves or archives a term.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/network.graphql",
    extern_enums("TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct TermUpdate;

in_document!(NETWORK: Terms, Shell, NetworkProfile, NetworkUpdate, TermAdd, TermUpdate);
