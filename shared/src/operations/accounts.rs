//! Who asks, signing in and staying so, the own account, invitations.

use graphql_client::GraphQLQuery;

use super::{Date, DateTime, in_document};
use crate::{
    locale::Locale,
    people::{AffiliationRole, NetworkRole},
};

/// Signs in.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct SignIn;

/// New tokens against the cookie.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct SessionRefresh;

/// Signs out, here or everywhere.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct SignOut;

/// Signs one device out.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct SessionEnd;

/// Who asks, anew.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct Viewer;

/// The own details and roles.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AccountProfile;

/// How one signs in.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AccountSecurity;

/// The devices one is signed in on.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AccountSessions;

/// Who did what with the own data.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct AccountDataAccesses;

/// Changes the own details.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct ProfileUpdate;

/// Changes the own password.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PasswordChange;

/// Asks for a link to a new address.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct EmailChangeRequest;

/// Everything stored about oneself.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OwnDataExport;

/// Deletes oneself or somebody else.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PersonDelete;

/// Begins turning the second factor on.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct TotpStart;

/// Turns the second factor on.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct TotpConfirm;

/// Turns the second factor off.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct TotpDisable;

/// New recovery codes.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct RecoveryCodesRenew;

/// Whether a one-time link still works.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct LinkWorks;

/// Asks for a link to set a new password.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PasswordResetRequest;

/// Sets a new password by a link.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PasswordReset;

/// Confirms a new address by a link.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct EmailChangeConfirm;

/// Makes the first coordinator.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct FirstCoordinatorCreate;

/// An invitation as the invited person sees it.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct InvitationByLink;

/// Accepts an invitation.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct InvitationAccept;

/// Invitations that wait to be accepted.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct OpenInvitations;

/// Invites a person into an organisation.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct PersonInvite;

/// Invites a person into a role of the network.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct NetworkRoleInvite;

/// Sends an invitation again.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    extern_enums("Locale", "AffiliationRole", "NetworkRole"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct InvitationResend;

/// Withdraws an invitation.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/accounts.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct InvitationWithdraw;

in_document!(
    ACCOUNTS:
    SignIn,
    SessionRefresh,
    SignOut,
    SessionEnd,
    Viewer,
    AccountProfile,
    AccountSecurity,
    AccountSessions,
    AccountDataAccesses,
    ProfileUpdate,
    PasswordChange,
    EmailChangeRequest,
    OwnDataExport,
    PersonDelete,
    TotpStart,
    TotpConfirm,
    TotpDisable,
    RecoveryCodesRenew,
    LinkWorks,
    PasswordResetRequest,
    PasswordReset,
    EmailChangeConfirm,
    FirstCoordinatorCreate,
    InvitationByLink,
    InvitationAccept,
    OpenInvitations,
    PersonInvite,
    NetworkRoleInvite,
    InvitationResend,
    InvitationWithdraw,
);
