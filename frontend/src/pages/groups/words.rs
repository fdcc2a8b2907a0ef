//! The words of groups in the reader's language, and the badges of their states.

use leptos::prelude::*;
use verbund_shared::{
    groups::{GroupJoining, GroupKind, GroupRole, GroupState, GroupStep, MilestoneState},
    operations::group_page::{GroupPersonParts, GroupPlaceParts},
};

use crate::{
    components::{Badge, Choice, Tone},
    i18n::{day_short, text, text_with},
    pages::group_roles::group_role_label,
};

/// A sort of group in words.
pub(super) fn kind_label(kind: GroupKind) -> String {
    text(&format!("groups-kind-{}", kind.as_str()))
}

/// All sorts, to choose from; the steering group is made by those who decide on groups.
pub(super) fn kind_choices(decides: bool) -> Vec<Choice> {
    let kinds = GroupKind::ALL.iter().filter(|kind| decides || **kind != GroupKind::Steering);
    kinds.map(|kind| Choice::new(kind.as_str(), kind_label(*kind))).collect()
}

/// Where a group stands, in words.
pub(super) fn state_label(state: GroupState) -> String {
    text(&format!("groups-state-{}", state.as_str()))
}

/// Where a group stands.
pub(super) fn state_badge(state: GroupState) -> AnyView {
    let tone = match state {
        GroupState::Proposed => Tone::Waiting,
        GroupState::Active => Tone::Good,
        GroupState::Chartered | GroupState::Dormant | GroupState::Concluded => Tone::Neutral,
    };
    view! { <Badge tone>{move || state_label(state)}</Badge> }.into_any()
}

/// All states, to filter by.
pub(super) fn state_choices() -> Vec<Choice> {
    let states = GroupState::ALL.iter();
    all_and(states.map(|state| Choice::new(state.as_str(), state_label(*state))))
}

/// Everything, or one of these.
pub(super) fn all_and(choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", text("groups-all"))).chain(choices).collect()
}

/// How one gets in, in a sentence.
pub(super) fn joining_text(joining: GroupJoining) -> String {
    text(&format!("groups-joining-{}", joining.as_str()))
}

/// All ways in, to choose from.
pub(super) fn joining_choices() -> Vec<Choice> {
    GroupJoining::ALL.iter().map(|joining| Choice::new(joining.as_str(), joining_text(*joining))).collect()
}

/// Roles, to choose from; who leads is said only by those who may.
pub(super) fn role_choices(chairs_too: bool) -> Vec<Choice> {
    let roles = GroupRole::ALL.iter().filter(|role| chairs_too || **role != GroupRole::Chair);
    roles.map(|role| Choice::new(role.as_str(), group_role_label(*role))).collect()
}

/// What a step does, as its button says it.
pub(super) fn step_label(step: GroupStep) -> &'static str {
    match step {
        GroupStep::Charter => "groups-step-charter",
        GroupStep::Activate => "groups-step-activate",
        GroupStep::Rest => "groups-step-rest",
        GroupStep::Resume => "groups-step-resume",
        GroupStep::Conclude => "groups-step-conclude",
    }
}

/// Where a milestone stands.
pub(super) fn milestone_badge(state: MilestoneState, overdue: bool) -> AnyView {
    let (tone, key) = match (state, overdue) {
        (MilestoneState::Open, true) => (Tone::Wrong, "groups-milestone-overdue"),
        (MilestoneState::Open, false) => (Tone::Neutral, "groups-milestone-open"),
        (MilestoneState::Done, _) => (Tone::Good, "groups-milestone-done"),
        (MilestoneState::Dropped, _) => (Tone::Neutral, "groups-milestone-dropped"),
    };
    view! { <Badge tone>{move || text(key)}</Badge> }.into_any()
}

/// Somebody's name; who has left the network has none any more.
pub(super) fn name_of(person: &GroupPersonParts) -> String {
    full_name(&person.given_name, &person.family_name)
}

/// A name of its parts, for those with people elsewhere too.
pub fn full_name(given_name: &str, family_name: &str) -> String {
    let name = format!("{given_name} {family_name}");
    match name.trim() {
        "" => text("groups-person-gone"),
        name => name.to_owned(),
    }
}

/// For which organisation somebody is there; empty where for none.
pub(super) fn organisation_of(place: &GroupPlaceParts) -> String {
    place.organisation.as_ref().map(|organisation| organisation.name.clone()).unwrap_or_default()
}

/// From when to when, in words; empty where neither is known.
pub(super) fn period(from: Option<&str>, until: Option<&str>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => {
            let days = [("from", day_short(from).into()), ("until", day_short(until).into())];
            text_with("groups-period", &days)
        }
        (Some(from), None) => text_with("groups-period-from", &[("from", day_short(from).into())]),
        (None, Some(until)) => text_with("groups-period-until", &[("until", day_short(until).into())]),
        (None, None) => String::new(),
    }
}
