//! The words of tasks in the reader's language, and the badges of their states.

use leptos::prelude::*;
use verbund_shared::{
    operations::task_board_page::TaskPersonParts,
    tasks::{TaskAssignment, TaskPriority, TaskRecurrenceUnit, TaskState},
};

use crate::{
    components::{Badge, Choice, IconName, Tone},
    i18n::{day, text, text_with},
    pages::groups::full_name,
};

/// Where a task stands, in words.
pub(super) fn state_label(state: TaskState) -> String {
    text(&format!("tasks-state-{}", state.as_str()))
}

/// Where a task stands, for those with tasks elsewhere too.
pub fn state_badge(state: TaskState) -> AnyView {
    let tone = match state {
        TaskState::Done => Tone::Good,
        TaskState::Open | TaskState::InProgress | TaskState::Cancelled => Tone::Neutral,
    };
    view! { <Badge tone>{move || state_label(state)}</Badge> }.into_any()
}

/// All states, to choose from.
pub(super) fn state_choices() -> Vec<Choice> {
    TaskState::ALL.iter().map(|state| Choice::new(state.as_str(), state_label(*state))).collect()
}

/// How urgent a task is, in words.
pub(super) fn priority_label(priority: TaskPriority) -> String {
    text(&format!("tasks-priority-{}", priority.as_str()))
}

/// All priorities, to choose from, the least first.
pub(super) fn priority_choices() -> Vec<Choice> {
    TaskPriority::ALL
        .iter()
        .map(|priority| Choice::new(priority.as_str(), priority_label(*priority)))
        .collect()
}

/// How urgent a task is, where that is not as usual.
pub(super) fn priority_badge(priority: TaskPriority) -> Option<AnyView> {
    let tone = match priority {
        TaskPriority::Normal => return None,
        TaskPriority::Low => Tone::Neutral,
        TaskPriority::High => Tone::Waiting,
        TaskPriority::Urgent => Tone::Wrong,
    };
    let badge = view! {
        <Badge tone icon=IconName::Flag>
            <span class="visually-hidden">{move || text("tasks-priority")} ": "</span>
            {move || priority_label(priority)}
        </Badge>
    };
    Some(badge.into_any())
}

/// Whether the responsible person knows and wants it, in words.
pub(super) fn assignment_label(assignment: TaskAssignment) -> String {
    text(&format!("tasks-assignment-{}", assignment.as_str()))
}

/// Whether the responsible person knows and wants it.
pub(super) fn assignment_badge(assignment: TaskAssignment) -> AnyView {
    let tone = match assignment {
        TaskAssignment::Confirmed => Tone::Good,
        TaskAssignment::Asked | TaskAssignment::Returned => Tone::Waiting,
        TaskAssignment::Unassigned => Tone::Neutral,
    };
    view! { <Badge tone>{move || assignment_label(assignment)}</Badge> }.into_any()
}

/// Something keeps it from going on.
pub(super) fn blocked_badge() -> AnyView {
    view! { <Badge tone=Tone::Wrong icon=IconName::Ban>{move || text("tasks-blocked")}</Badge> }.into_any()
}

/// Somebody's name; who has left the network has none any more.
pub(super) fn name_of(person: &TaskPersonParts) -> String {
    full_name(&person.given_name, &person.family_name)
}

/// An organisation in few words: its short name where it has one.
pub(super) fn organisation_name(name: &str, short_name: &str) -> String {
    if short_name.is_empty() { name.to_owned() } else { short_name.to_owned() }
}

/// By when, with a mark where that is past; nothing where nothing presses.
pub(super) fn due(due: Option<&str>, overdue: bool) -> Option<AnyView> {
    let iso = due?.to_owned();
    let datetime = iso.clone();
    let words = move || text_with("tasks-due", &[("day", day(&iso).into())]);
    let mark = overdue.then(|| view! { <Badge tone=Tone::Wrong>{move || text("tasks-overdue")}</Badge> });
    Some(view! { <span class="task-due"><time datetime=datetime>{words}</time> {mark}</span> }.into_any())
}

/// How often a task comes again, in words.
pub(super) fn recurrence_text(unit: TaskRecurrenceUnit, every: i64) -> String {
    text_with(&format!("tasks-every-{}", unit.as_str()), &[("count", every.into())])
}

/// The units of recurrence in words, to choose from.
pub(super) fn recurrence_choices() -> Vec<Choice> {
    TaskRecurrenceUnit::ALL
        .iter()
        .map(|unit| Choice::new(unit.as_str(), text(&format!("tasks-unit-{}", unit.as_str()))))
        .collect()
}
