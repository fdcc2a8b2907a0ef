//! The words of meetings in the reader's language, and the badges of their states.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{AgendaItemKind, MeetingReply, MeetingState, PollAnswer, PollState},
    operations::meeting_page::{MeetingGroupParts, MeetingPersonParts},
};

use crate::{
    components::{Badge, Choice, Crumb, Tone, pick},
    i18n::{day_short_with_weekday, day_with_weekday, number, t, text, text_with, time_of_day},
    pages::{agenda_words::kind_label, groups::full_name},
    routes::{GroupTab, Route},
};

/// Somebody as these pages name people.
pub(super) type Person = MeetingPersonParts;

/// Where a meeting stands.
pub(super) fn state_badge(state: MeetingState) -> AnyView {
    let tone = match state {
        MeetingState::Invited | MeetingState::Completed => Tone::Good,
        MeetingState::InSession | MeetingState::Postponed => Tone::Waiting,
        MeetingState::Planned | MeetingState::Closed | MeetingState::Cancelled => Tone::Neutral,
    };
    view! { <Badge tone>{move || state_label(state)}</Badge> }.into_any()
}

fn state_label(state: MeetingState) -> String {
    text(&format!("meetings-state-{}", state.as_str()))
}

/// What somebody answered, in words.
pub(super) fn reply_label(reply: MeetingReply) -> String {
    text(&format!("meetings-reply-{}", reply.as_str()))
}

/// What somebody answered.
pub(super) fn reply_badge(reply: MeetingReply) -> AnyView {
    let tone = match reply {
        MeetingReply::Accepted => Tone::Good,
        MeetingReply::Maybe => Tone::Waiting,
        MeetingReply::None | MeetingReply::Declined => Tone::Neutral,
    };
    view! { <Badge tone>{move || reply_label(reply)}</Badge> }.into_any()
}

/// What one can answer.
pub(super) fn reply_choices() -> Vec<Choice> {
    [MeetingReply::Accepted, MeetingReply::Maybe, MeetingReply::Declined]
        .iter()
        .map(|reply| Choice::new(reply.as_str(), text(&format!("meetings-answer-{}", reply.as_str()))))
        .collect()
}

/// What an item can be for. The approval of minutes puts itself on the agenda, so it is offered only where it
/// is that already.
pub(super) fn kind_choices(now: AgendaItemKind) -> Vec<Choice> {
    AgendaItemKind::ALL
        .iter()
        .filter(|kind| **kind != AgendaItemKind::MinutesApproval || now == AgendaItemKind::MinutesApproval)
        .map(|kind| Choice::new(kind.as_str(), kind_label(*kind)))
        .collect()
}

/// Where a poll stands.
pub(super) fn poll_badge(state: PollState) -> AnyView {
    let tone = match state {
        PollState::Open => Tone::Waiting,
        PollState::Closed => Tone::Good,
        PollState::Cancelled => Tone::Neutral,
    };
    view! { <Badge tone>{move || text(&format!("meetings-poll-state-{}", state.as_str()))}</Badge> }
        .into_any()
}

/// Whether a time suits, in words.
pub(super) fn answer_label(answer: PollAnswer) -> String {
    text(&format!("meetings-poll-{}", answer.as_str()))
}

/// What one can say to a time.
pub(super) fn answer_choices() -> Vec<Choice> {
    PollAnswer::ALL.iter().map(|answer| Choice::new(answer.as_str(), answer_label(*answer))).collect()
}

/// Somebody's name; who has left the network has none any more.
pub(super) fn name_of(person: &Person) -> String {
    full_name(&person.given_name, &person.family_name)
}

/// From when to when: the day, then the times; both days where it goes over midnight.
pub(super) fn when_text(starts: &str, ends: &str) -> String {
    period(starts, ends, day_with_weekday)
}

/// The same for tables and cards.
pub(super) fn when_short(starts: &str, ends: &str) -> String {
    period(starts, ends, day_short_with_weekday)
}

/// A meeting by its title and its day, to choose it.
pub(super) fn when_day(title: &str, starts: &str) -> String {
    text_with("meetings-named", &[("title", title.into()), ("day", day_short_with_weekday(starts).into())])
}

fn period(starts: &str, ends: &str, day: fn(&str) -> String) -> String {
    let (first, last) = (day(starts), day(ends));
    let until = match first == last {
        true => time_of_day(ends),
        false => text_with("meetings-moment", &[("day", last.into()), ("time", time_of_day(ends).into())]),
    };
    text_with(
        "meetings-when-text",
        &[("day", first.into()), ("from", time_of_day(starts).into()), ("until", until.into())],
    )
}

/// How long an item takes.
pub(super) fn duration_text(minutes: i64) -> String {
    text_with("meetings-minutes", &[("count", number(minutes).into())])
}

/// The way to a page of a meeting or a poll: all meetings, then those of the group.
pub(super) fn crumbs(group: Option<&MeetingGroupParts>) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb::new(t("app-nav-meetings"), Route::Meetings.href())];
    if let Some(group) = group {
        let (de, en) = (group.name.de.clone(), group.name.en.clone());
        let href = Route::Group(group.id.clone(), GroupTab::Meetings).href();
        crumbs.push(Crumb::new(Signal::derive(move || pick(&de, &en).0), href));
    }
    crumbs
}
