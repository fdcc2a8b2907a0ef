//! Roles in words: what somebody is to an organisation or to the network, from when to when.

use leptos::prelude::*;
use verbund_shared::people::{AffiliationRole, NetworkRole};

use crate::i18n::{day, t, text_with, today};

/// A role in an organisation.
pub(super) fn affiliation_role(role: AffiliationRole) -> Signal<String> {
    t(match role {
        AffiliationRole::Representative => "accounts-role-representative",
        AffiliationRole::VotingDelegate => "accounts-role-voting-delegate",
        AffiliationRole::Deputy => "accounts-role-deputy",
        AffiliationRole::Staff => "accounts-role-staff",
    })
}

/// A role in the network.
pub(super) fn network_role(role: NetworkRole) -> Signal<String> {
    t(match role {
        NetworkRole::Coordinator => "accounts-network-role-coordinator",
        NetworkRole::SteeringGroupMember => "accounts-network-role-steering-group-member",
    })
}

/// `seit 3. März 2026`, `ab ...` for what is to come, `... bis ...` for what has an end.
pub(super) fn period(from: &str, until: Option<&str>) -> String {
    let first = day(from);
    match until {
        Some(until) => text_with("accounts-from-to", &[("from", first.into()), ("until", day(until).into())]),
        None if from > today().as_str() => text_with("accounts-from-later", &[("from", first.into())]),
        None => text_with("accounts-from", &[("from", first.into())]),
    }
}

/// Whether a role has ended.
pub(super) fn is_past(until: Option<&str>) -> bool {
    until.is_some_and(|until| until < today().as_str())
}
