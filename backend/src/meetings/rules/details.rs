//! What is written of a meeting, and of an item of its agenda.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::NAME_MAX,
    meetings::{AgendaItemKind, DURATION_MAX, MEETING_REASON_MAX, MEETING_TEXT_MAX},
    values::FieldCheck,
};

use super::times::{LocalTime, check_span};

/// A meeting as it is entered.
#[derive(Debug, Clone)]
pub struct Details {
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts: LocalTime,
    /// When it ends.
    pub ends: LocalTime,
    /// Where it is; may be empty.
    pub place: String,
    /// Where it is on the web; may be empty.
    pub online_url: String,
    /// Markdown: how to get there, what to prepare.
    pub note: String,
    /// Who chairs it.
    pub chair: Option<Uuid>,
    /// Who writes its minutes.
    pub minute_taker: Option<Uuid>,
}

/// A meeting as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where it is; may be empty.
    pub place: String,
    /// Where it is on the web; may be empty.
    pub online_url: String,
    /// Markdown: how to get there, what to prepare.
    pub note: String,
    /// Who chairs it.
    pub chair: Option<Uuid>,
    /// Who writes its minutes.
    pub minute_taker: Option<Uuid>,
}

/// Trims and checks a meeting; nothing where its times are not right. `workers`: those who work in the group.
pub fn check_details(check: &mut FieldCheck, details: Details, zone: Tz, workers: &[Uuid]) -> Option<Plan> {
    let title = check.required_line("title", &details.title, NAME_MAX);
    let span = check_span(check, ("startsAt", "endsAt"), (&details.starts, &details.ends), zone);
    let place = check.line("place", &details.place, NAME_MAX);
    let online_url = check.url("onlineUrl", &details.online_url);
    let note = check.text("note", &details.note, MEETING_TEXT_MAX);
    for (field, person) in [("chairId", details.chair), ("minuteTakerId", details.minute_taker)] {
        check_person(check, field, person, workers);
    }
    let (starts_at, ends_at) = span?;
    let (chair, minute_taker) = (details.chair, details.minute_taker);
    Some(Plan { title, starts_at, ends_at, place, online_url, note, chair, minute_taker })
}

fn check_person(check: &mut FieldCheck, field: &str, person: Option<Uuid>, among: &[Uuid]) {
    if let Some(person) = person.filter(|person| !among.contains(person)) {
        check.push(FieldError::new(field, ErrorCode::UnknownReference).with("value", person.to_string()));
    }
}

/// Why something is put off or called off; it must be said.
pub fn check_reason(check: &mut FieldCheck, reason: &str) -> String {
    check.required_text("reason", reason, MEETING_REASON_MAX)
}

/// An agenda item as it is entered, and as it is kept.
#[derive(Debug, Clone)]
pub struct ItemText {
    /// What it is for.
    pub kind: AgendaItemKind,
    /// Its title.
    pub title: String,
    /// Markdown.
    pub text: String,
    /// How long it is to take, in minutes.
    pub duration: Option<i32>,
    /// Who presents it.
    pub presenter: Option<Uuid>,
    /// A presenter without an account.
    pub presenter_name: String,
    /// Not for guests, nor for the public part of the minutes.
    pub internal: bool,
}

/// Trims and checks an item. Approvals of minutes come up by themselves: what is none does not become one,
/// and the other way round. `inside`: those who are in the group.
pub fn check_item(
    check: &mut FieldCheck,
    text: ItemText,
    current: Option<AgendaItemKind>,
    inside: &[Uuid],
) -> ItemText {
    let approval = AgendaItemKind::MinutesApproval;
    if (text.kind == approval) != (current == Some(approval)) {
        check.push(FieldError::new("kind", ErrorCode::InvalidValue).with("value", text.kind.as_str()));
    }
    let title = check.required_line("title", &text.title, NAME_MAX);
    let long = check.text("text", &text.text, MEETING_TEXT_MAX);
    if let Some(duration) = text.duration.filter(|minutes| !(1..=DURATION_MAX).contains(minutes)) {
        check.push(FieldError::new("duration", ErrorCode::InvalidValue).with("value", duration));
    }
    check_person(check, "presenterId", text.presenter, inside);
    let presenter_name = check.line("presenterName", &text.presenter_name, NAME_MAX);
    // One presenter: who has an account is named by it.
    let presenter_name = if text.presenter.is_some() { String::new() } else { presenter_name };
    ItemText { title, text: long, presenter_name, ..text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: ItemText, current: Option<AgendaItemKind>) -> Vec<String> {
        let mut check = FieldCheck::new();
        check_item(&mut check, text, current, &[Uuid::from_u128(1)]);
        let error = |error: FieldError| format!("{}: {}", error.field, error.code.as_str());
        check.into_errors().into_iter().map(error).collect()
    }

    #[test]
    fn an_item_has_a_title_a_length_and_somebody_from_the_group() {
        let right = ItemText {
            kind: AgendaItemKind::Decision,
            title: "Haushalt".into(),
            text: String::new(),
            duration: Some(10),
            presenter: Some(Uuid::from_u128(1)),
            presenter_name: "Eva".into(),
            internal: false,
        };
        assert!(errors(right.clone(), None).is_empty());
        let wrong = ItemText {
            title: " ".into(),
            duration: Some(0),
            presenter: Some(Uuid::from_u128(2)),
            ..right.clone()
        };
        let expected = ["title: REQUIRED", "duration: INVALID_VALUE", "presenterId: UNKNOWN_REFERENCE"];
        assert_eq!(errors(wrong, None), expected);
        let approval = AgendaItemKind::MinutesApproval;
        assert_eq!(errors(ItemText { kind: approval, ..right.clone() }, None), ["kind: INVALID_VALUE"]);
        assert!(errors(ItemText { kind: approval, ..right.clone() }, Some(approval)).is_empty());
        assert_eq!(errors(right, Some(approval)), ["kind: INVALID_VALUE"]);
    }
}
