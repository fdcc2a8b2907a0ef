//! Organisations: profiles, contacts, memberships, people.

use graphql_client::GraphQLQuery;

use super::{Date, DateTime, in_document};
use crate::{
    organisations::{MembershipState, OrganisationKind},
    people::AffiliationRole,
    terms::TermKind,
};

/// What everybody sees of a member.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("OrganisationKind", "TermKind", "MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationProfile;

/// The organisations one may choose between.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MyOrganisations;

/// One's own organisation, to read and change.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("OrganisationKind", "TermKind", "MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationToEdit;

/// Changes a profile.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("OrganisationKind", "TermKind", "MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationUpdate;

/// Makes an upload the logo.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationSetLogo;

/// Removes the logo.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationRemoveLogo;

/// Adds a contact person.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ContactAdd;

/// Changes a contact person.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ContactUpdate;

/// Removes a contact person.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ContactRemove;

/// Who has which role.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("AffiliationRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationPeople;

/// Gives a role.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("AffiliationRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AffiliationAdd;

/// Ends a role.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("AffiliationRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AffiliationEnd;

/// The list for administration.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("OrganisationKind", "MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationsAdmin;

/// How an organisation stands in the network, now and before.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MembershipHistory;

/// Whether it was a member on a day.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MembershipOnDay;

/// Makes an organisation without an application.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("OrganisationKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OrganisationCreate;

/// Lets a membership's rights rest.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MembershipSuspend;

/// Makes a membership active again.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MembershipReactivate;

/// Ends a membership.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/organisations.graphql",
    extern_enums("MembershipState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MembershipEnd;

in_document!(ORGANISATIONS: OrganisationProfile, MyOrganisations, OrganisationToEdit, OrganisationUpdate, OrganisationSetLogo, OrganisationRemoveLogo, ContactAdd, ContactUpdate, ContactRemove, OrganisationPeople, AffiliationAdd, AffiliationEnd, OrganisationsAdmin, MembershipHistory, MembershipOnDay, OrganisationCreate, MembershipSuspend, MembershipReactivate, MembershipEnd);
