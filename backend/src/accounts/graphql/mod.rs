//! Accounts in the API: who asks, signing in and staying so, the own account, invitations.

mod cookie;
mod invitations;
mod links;
mod own_account;
mod second_factor;
mod session;
mod viewer;

use async_graphql::MergedObject;

/// Reading accounts.
#[derive(MergedObject, Default)]
pub struct AccountsQuery(viewer::ViewerQuery, invitations::InvitationsQuery, links::LinksQuery);

/// Working on accounts.
#[derive(MergedObject, Default)]
pub struct AccountsMutation(
    session::SessionMutation,
    links::LinksMutation,
    own_account::OwnAccountMutation,
    second_factor::SecondFactorMutation,
    invitations::InvitationsMutation,
);
