//! What the roles and states of people are called.

use verbund_shared::people::{NetworkRole, PersonState};

use crate::{
    components::{Choice, Tone},
    i18n::text,
    pages::labels,
};

/// A role in the network.
pub const fn network_role(role: NetworkRole) -> &'static str {
    match role {
        NetworkRole::Coordinator => "admin-people-coordinator",
        NetworkRole::SteeringGroupMember => "admin-people-steering-group-member",
    }
}

/// Whether somebody can sign in, and how that is meant.
pub const fn state(state: PersonState) -> (&'static str, Tone) {
    match state {
        PersonState::Active => ("admin-people-active", Tone::Good),
        PersonState::Disabled => ("admin-people-disabled", Tone::Wrong),
        PersonState::Deleted => ("admin-people-deleted", Tone::Neutral),
    }
}

/// The roles in the network, to choose one.
pub fn network_role_choices() -> Vec<Choice> {
    NetworkRole::ALL.iter().map(|role| Choice::new(role.as_str(), text(network_role(*role)))).collect()
}

/// All roles, to filter by one.
pub fn role_choices() -> Vec<Choice> {
    network_role_choices().into_iter().chain(labels::role_choices()).collect()
}

/// The states of people who are still there.
pub fn state_choices() -> Vec<Choice> {
    [PersonState::Active, PersonState::Disabled]
        .into_iter()
        .map(|each| Choice::new(each.as_str(), text(state(each).0)))
        .collect()
}
