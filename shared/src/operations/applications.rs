//! Applications for membership.

use graphql_client::GraphQLQuery;

use super::{Date, DateTime, in_document};
use crate::{
    locale::Locale,
    organisations::{
        ApplicationEventKind, ApplicationState, DuplicateReason, MembershipState, OrganisationKind,
    },
    terms::TermKind,
};

/// Files an application.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "Locale"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationFile;

/// Confirms the applicant's address.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationConfirm;

/// One's own application, by the private link.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationFollow;

/// Answers the open question.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationAnswer;

/// Takes the application back.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationWithdraw;

/// The list for reviewers.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationsPage;

/// One application with all that was filed.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums(
        "OrganisationKind",
        "ApplicationState",
        "ApplicationEventKind",
        "Locale",
        "TermKind",
        "MembershipState",
        "DuplicateReason"
    ),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationDetail;

/// Takes an application into review.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind", "Locale", "TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationStartReview;

/// Asks the applicant.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind", "Locale", "TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationAsk;

/// Adds an internal note.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind", "Locale", "TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationNote;

/// Admits.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind", "Locale", "TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationAdmit;

/// Declines.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/applications.graphql",
    extern_enums("OrganisationKind", "ApplicationState", "ApplicationEventKind", "Locale", "TermKind"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ApplicationDecline;

in_document!(APPLICATIONS: ApplicationFile, ApplicationConfirm, ApplicationFollow, ApplicationAnswer, ApplicationWithdraw, ApplicationsPage, ApplicationDetail, ApplicationStartReview, ApplicationAsk, ApplicationNote, ApplicationAdmit, ApplicationDecline);
