//! Words of the domain in the reader's language, and the badges of states, which several pages show.

use leptos::prelude::*;
use verbund_shared::{
    organisations::{ApplicationState, MembershipState, OrganisationKind},
    people::AffiliationRole,
};

use crate::{
    components::{Badge, Choice, Tone},
    i18n::text,
};

/// A kind of organisation in words.
pub fn kind_label(kind: OrganisationKind) -> String {
    text(&format!("directory-kind-{}", kind.as_str().replace('_', "-")))
}

/// All kinds, to choose from.
pub fn kind_choices() -> Vec<Choice> {
    OrganisationKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), kind_label(*kind))).collect()
}

/// A role in an organisation in words.
pub fn role_label(role: AffiliationRole) -> String {
    text(&format!("organisations-role-{}", role.as_str().replace('_', "-")))
}

/// All roles, to choose from.
pub fn role_choices() -> Vec<Choice> {
    AffiliationRole::ALL.iter().map(|role| Choice::new(role.as_str(), role_label(*role))).collect()
}

/// A state of an application in words.
pub fn application_state_label(state: ApplicationState) -> String {
    text(&format!("applications-state-{}", state.as_str().replace('_', "-")))
}

/// A state of an application.
pub fn application_badge(state: ApplicationState) -> AnyView {
    let tone = match state {
        ApplicationState::Submitted | ApplicationState::Withdrawn => Tone::Neutral,
        ApplicationState::Confirmed | ApplicationState::InReview | ApplicationState::QuestionOpen => {
            Tone::Waiting
        }
        ApplicationState::Admitted => Tone::Good,
        ApplicationState::Declined => Tone::Wrong,
    };
    view! { <Badge tone>{move || application_state_label(state)}</Badge> }.into_any()
}

/// A state of membership in words.
pub fn membership_label(state: MembershipState) -> String {
    text(&format!("organisations-membership-{}", state.as_str()))
}

/// A state of membership.
pub fn membership_badge(state: MembershipState) -> AnyView {
    let tone = match state {
        MembershipState::Active => Tone::Good,
        MembershipState::Suspended => Tone::Waiting,
        MembershipState::Ended => Tone::Neutral,
    };
    view! { <Badge tone>{move || membership_label(state)}</Badge> }.into_any()
}
