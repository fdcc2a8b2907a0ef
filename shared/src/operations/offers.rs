//! Offers of one's own organisation.

use graphql_client::GraphQLQuery;

use super::{Date, in_document};
use crate::offers::{OfferCost, OfferForm, OfferFreshness, OfferState};

/// An organisation's own offers.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationOffersPage;

/// An offer with all that can be changed.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferEdit;

/// Writes a draft.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferCreate;

/// Changes what is written.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferUpdate;

/// Shows an offer to the public.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferPublish;

/// Takes an offer back.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferArchive;

/// Says that an offer is still right.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/offers.graphql",
    extern_enums("OfferForm", "OfferCost", "OfferFreshness", "OfferState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OfferConfirm;

in_document!(OFFERS: OrganisationOffersPage, OfferEdit, OfferCreate, OfferUpdate, OfferPublish, OfferArchive, OfferConfirm);
