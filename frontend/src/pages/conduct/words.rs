//! The words of a meeting that is held, in the reader's language.

use leptos::prelude::*;
use verbund_shared::{
    meetings::AttendanceState,
    operations::conduct_page::{
        ConductAttendanceParts, ConductItemParts, ConductMajorityParts, ConductPersonParts,
    },
    voting::Majority,
};

use crate::{
    components::{Badge, Tone},
    i18n::text,
    pages::groups::full_name,
};

/// Somebody's name; who has left the network has none any more.
pub(super) fn name_of(person: &ConductPersonParts) -> String {
    full_name(&person.given_name, &person.family_name)
}

/// The name of somebody in the attendance: a guest has only what was written.
pub(super) fn attending(one: &ConductAttendanceParts) -> String {
    one.person.as_ref().map_or_else(|| one.name.clone(), name_of)
}

/// An organisation in few words: its short name where it has one.
pub(super) fn organisation_name(name: &str, short_name: &str) -> String {
    if short_name.is_empty() { name.to_owned() } else { short_name.to_owned() }
}

/// An item with its number: `3.1 Haushalt`.
pub(super) fn item_title(item: &ConductItemParts) -> String {
    format!("{} {}", item.number, item.title).trim().to_owned()
}

/// Whether somebody is there, in words.
pub(super) fn attendance_label(state: AttendanceState) -> String {
    text(&format!("conduct-attendance-{}", state.as_str()))
}

/// Whether somebody is there.
pub(super) fn attendance_badge(state: AttendanceState) -> AnyView {
    let tone = match state {
        AttendanceState::Present | AttendanceState::Online => Tone::Good,
        AttendanceState::Unknown => Tone::Waiting,
        AttendanceState::Left | AttendanceState::Excused | AttendanceState::Absent => Tone::Neutral,
    };
    view! { <Badge tone>{move || attendance_label(state)}</Badge> }.into_any()
}

/// The majority as both sides count it; none where the numbers make none.
pub(super) fn majority_of(majority: &ConductMajorityParts) -> Option<Majority> {
    let majority = Majority {
        base: majority.base,
        num: u32::try_from(majority.num).ok()?,
        den: u32::try_from(majority.den).ok()?,
        strict: majority.strict,
    };
    majority.is_valid().then_some(majority)
}
