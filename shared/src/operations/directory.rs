//! The public directory.

use graphql_client::GraphQLQuery;

use super::{Date, in_document};
use crate::{
    directory::DirectoryFacet,
    offers::{OfferCost, OfferForm, OfferFreshness, OfferState},
    organisations::OrganisationKind,
    terms::TermKind,
};

/// Offers that fit a filter, with the facets.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/directory.graphql",
    extern_enums("DirectoryFacet", "OfferForm", "OfferCost", "OfferFreshness", "OrganisationKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OffersPage;

/// One offer in full.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/directory.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferPage;

/// Members that fit a filter, with the facets.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/directory.graphql",
    extern_enums("DirectoryFacet", "OfferForm", "OfferCost", "OrganisationKind", "TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MembersPage;

/// How much there is, by topic and district, and the offers confirmed last.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/directory.graphql",
    extern_enums("DirectoryFacet", "OfferForm", "OfferCost"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct DirectoryGlance;

in_document!(DIRECTORY: OffersPage, OfferPage, MembersPage, DirectoryGlance);
