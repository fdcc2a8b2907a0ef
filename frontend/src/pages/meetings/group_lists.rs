//! The parts of a group's meetings: cards of those ahead, open polls, items that wait for an agenda, the past.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    meetings::{MeetingReply, MeetingState, PollState},
    operations::{
        AgendaItemSchedule, AgendaItemWithdraw, agenda_item_schedule, agenda_item_withdraw,
        group_meetings_page::{MeetingEntryParts, MeetingPollEntryParts},
        meeting_page::AgendaItemParts,
    },
};

use super::{
    group_page::Behind,
    item_forms::{ITEM, meetings_ahead},
    list_page::{PAST, place_text},
    words::{name_of, poll_badge, reply_badge, state_badge, when_text},
};
use crate::{
    api::Submission,
    components::{Badge, ButtonKind, ButtonLink, EmptyState, IconName, SectionHeading, SelectField, Tone},
    i18n::{day, days_until, number, t, text, text_with},
    pages::{
        act::{Act, Sending, act, section},
        agenda_words::kind_label,
        tasks::markdown,
    },
    routes::{GroupTab, Route, query},
};

/// The part of the page that shows what was handed in.
pub(super) const PROPOSALS: &str = "meetings-proposals";
/// So many days before the last day to invite it is pointed out.
const SOON: i64 = 3;

/// What tells entries apart so that those which did not change keep their place on the page, and the focus.
fn unchanged<T: std::fmt::Debug>(entry: &T) -> String {
    format!("{entry:?}")
}

/// The meetings to come.
pub(super) fn ahead(all: Memo<Vec<MeetingEntryParts>>, plans: Memo<bool>) -> AnyView {
    let some = Memo::new(move |_| !all.read().is_empty());
    let list = move || match some.get() {
        false => {
            let hint = Signal::derive(move || {
                text(if plans.get() { "meetings-group-none-plan" } else { "meetings-group-none-hint" })
            });
            view! { <EmptyState icon=IconName::Calendar title=t("meetings-none-ahead") text=hint/> }
                .into_any()
        }
        true => view! {
            <ul class="meeting-cards">
                <For each=move || all.get() key=unchanged children=move |entry| card(entry, plans)/>
            </ul>
        }
        .into_any(),
    };
    view! {
        <section class="page-part">
            <SectionHeading title=t("meetings-ahead")/>
            {list}
        </section>
    }
    .into_any()
}

fn card(entry: MeetingEntryParts, plans: Memo<bool>) -> AnyView {
    let href = Route::Meeting(entry.id.clone()).href();
    let (starts, ends) = (entry.starts_at.clone(), entry.ends_at.clone());
    let waits = entry.my_reply == Some(MeetingReply::None) && entry.state == MeetingState::Invited;
    let reply = match entry.my_reply {
        Some(MeetingReply::None) if waits => {
            Some(view! { <Badge tone=Tone::Waiting>{t("meetings-reply-asked")}</Badge> }.into_any())
        }
        Some(MeetingReply::None) | None => None,
        Some(reply) => Some(reply_badge(reply)),
    };
    let planned = entry.state == MeetingState::Planned;
    let last_day = entry.invite_by.clone();
    let invite = move || (planned && plans.get()).then(|| invite_by(&last_day));
    view! {
        <li class="meeting-card">
            <h3 class="entry-title"><a class="link" href=href>{entry.title.clone()}</a></h3>
            <p class="meeting-card-when">{move || when_text(&starts, &ends)}</p>
            {place_text(&entry.place, &entry.online_url).map(|place| view! { <p>{place}</p> })}
            <p class="entry-meta">
                {state_badge(entry.state)}
                {reply}
            </p>
            {invite}
        </li>
    }
    .into_any()
}

/// Until when the invitation must be out, with more weight the nearer that is.
pub(super) fn invite_by(last_day: &str) -> AnyView {
    let last = last_day.to_owned();
    let left = days_until(last_day).unwrap_or_default();
    let words = move |key: &'static str| {
        let last = last.clone();
        move || text_with(key, &[("day", day(&last).into())])
    };
    match left {
        ..0 => view! { <p><Badge tone=Tone::Wrong>{words("meetings-invite-missed")}</Badge></p> }.into_any(),
        0..=SOON => {
            view! { <p><Badge tone=Tone::Waiting>{words("meetings-invite-by")}</Badge></p> }.into_any()
        }
        _ => view! { <p class="muted">{words("meetings-invite-by")}</p> }.into_any(),
    }
}

/// The polls that run, and those that were just closed; nothing where there is none.
pub(super) fn polls(all: Memo<Vec<MeetingPollEntryParts>>) -> AnyView {
    let some = Memo::new(move |_| !all.read().is_empty());
    (move || {
        some.get().then(|| {
            view! {
                <section class="page-part">
                    <SectionHeading title=t("meetings-polls")/>
                    <ul class="entries"><For each=move || all.get() key=unchanged children=poll/></ul>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn poll(entry: MeetingPollEntryParts) -> AnyView {
    let href = Route::MeetingPoll(entry.id.clone()).href();
    let (options, answered) =
        (entry.options.len(), entry.voters.iter().filter(|voter| voter.answered).count());
    let people = entry.voters.len();
    let last_day = entry.answer_by.clone();
    let until = move || text_with("meetings-poll-until", &[("day", day(&last_day).into())]);
    let stand = move || {
        text_with(
            "meetings-poll-answered",
            &[("answered", number(answered as i64).into()), ("people", number(people as i64).into())],
        )
    };
    let times = move || text_with("meetings-poll-times", &[("count", options.into())]);
    let missing = entry.state == PollState::Open
        && entry.viewer_can.answer
        && entry.options.iter().any(|option| option.my_answer.is_none());
    let mine = missing.then(|| view! { <Badge tone=Tone::Waiting>{t("meetings-poll-asked")}</Badge> });
    view! {
        <li class="entry">
            <h3 class="entry-title"><a class="link" href=href>{entry.title.clone()}</a></h3>
            <p class="entry-meta">
                {poll_badge(entry.state)}
                {mine}
                <span>{times}</span>
                <span>{until}</span>
                <span>{stand}</span>
            </p>
        </li>
    }
    .into_any()
}

/// The items that were handed in and stand on no agenda.
pub(super) fn proposals(behind: Behind, ids: Memo<Vec<String>>) -> AnyView {
    let some = Memo::new(move |_| !ids.read().is_empty());
    let list = move || {
        view! {
            <ul class="entries">
                <For each=move || ids.get() key=|id| id.clone() children=move |id| proposal(behind, id)/>
            </ul>
        }
    };
    let content = move || match some.get() {
        true => list().into_any(),
        false => view! { <p class="muted">{t("meetings-proposals-none")}</p> }.into_any(),
    };
    section(
        PROPOSALS,
        view! {
            <SectionHeading title=t("meetings-proposals")/>
            {content}
        },
    )
}

fn proposal(behind: Behind, id: String) -> AnyView {
    let all = behind.part(|all| all.proposals.clone());
    let item = Memo::new(move |_| all.with(|all| all.iter().find(|item| item.id == id).cloned()));
    let shown = move || item.get().map(|item| says(&item));
    let version = Signal::derive(move || item.with(|item| item.as_ref().map_or(0, |item| item.version)));
    let can = move |may: fn(&AgendaItemParts) -> bool| {
        Signal::derive(move || item.with(|item| item.as_ref().is_some_and(may)))
    };
    let id =
        move || item.with_untracked(|item| item.as_ref().map(|item| item.id.clone()).unwrap_or_default());
    let meeting = RwSignal::new(String::new());
    let group = behind.group();
    let choose = Arc::new(move |_: Submission| {
        let ahead = meetings_ahead(group.clone());
        // The next one is what is most often meant.
        Effect::new(move |_| {
            if let Some(first) = ahead.get().first()
                && meeting.read_untracked().is_empty()
            {
                meeting.set(first.value.clone());
            }
        });
        view! {
            <SelectField label=t("meetings-schedule-for") name="meetingId" value=meeting choices=ahead required=true/>
        }
        .into_any()
    });
    let schedule = Act::new("meetings-schedule", "meetings-schedule-text", IconName::ListChecks)
        .offered(can(|item| item.viewer_can.schedule))
        .then(PROPOSALS, "meetings-scheduled");
    let schedule =
        act(schedule, behind, version, Some(choose), move |Sending { submission, version, done, .. }| {
            let input = agenda_item_schedule::AgendaItemScheduleInput {
                id: id(),
                version,
                meeting_id: meeting.get_untracked(),
            };
            submission.send::<AgendaItemSchedule>(agenda_item_schedule::Variables { input }, move |_| done());
        });
    let withdraw = Act::new("meetings-withdraw", "meetings-withdraw-text", IconName::Ban)
        .with_words("reason", "meetings-reason")
        .weighing(ButtonKind::Quiet)
        .offered(can(|item| item.viewer_can.withdraw))
        .then(PROPOSALS, "meetings-withdrawn");
    let withdraw =
        act(withdraw, behind, version, None, move |Sending { submission, version, text, done }| {
            let input = agenda_item_withdraw::AgendaItemEndInput { id: id(), version, reason: text };
            submission.send::<AgendaItemWithdraw>(agenda_item_withdraw::Variables { input }, move |_| done());
        });
    let edits = can(|item| item.viewer_can.edit);
    let href = format!("{ITEM}{}", id());
    let href = Route::Group(behind.group(), GroupTab::Meetings).href_with(&[(query::EDIT, &href)]);
    let edit = move || {
        edits.get().then(|| {
            view! {
                <ButtonLink kind=ButtonKind::Quiet icon=IconName::Pencil href=href.clone()>{t("meetings-item-edit")}</ButtonLink>
            }
            .into_any()
        })
    };
    view! {
        <li class="entry">
            {shown}
            <div class="actions">
                {schedule}
                {edit}
                {withdraw}
            </div>
        </li>
    }
    .into_any()
}

/// What was handed in, by whom and when.
pub(super) fn says(item: &AgendaItemParts) -> AnyView {
    let kind = item.kind;
    let created = item.created_at.clone();
    let by = item.submitted_by.as_ref().map(name_of);
    let handed_in = move || match &by {
        Some(name) => text_with(
            "meetings-submitted-by",
            &[("name", name.clone().into()), ("day", day(&created).into())],
        ),
        None => text_with("meetings-submitted-on", &[("day", day(&created).into())]),
    };
    let text = (!item.text_html.is_empty()).then(|| markdown(item.text_html.clone()));
    let internal = item.internal.then(|| view! { <Badge>{t("meetings-internal")}</Badge> });
    view! {
        <h3 class="entry-title">{item.title.clone()}</h3>
        <p class="entry-meta">
            <span>{move || kind_label(kind)}</span>
            <span>{handed_in}</span>
            {internal}
        </p>
        {text}
    }
    .into_any()
}

/// What is over, the latest first; nothing where there is none.
pub(super) fn past(group: String, over: Memo<(Vec<MeetingEntryParts>, i64)>) -> AnyView {
    let some = Memo::new(move |_| over.with(|(entries, _)| !entries.is_empty()));
    let href = Route::Meetings.href_with(&[(query::VIEW, PAST), (query::GROUP, &group)]);
    let more = move || {
        let (shown, count) = over.with(|(entries, count)| (entries.len() as i64, *count));
        (count > shown).then(|| {
            let words = move || text_with("meetings-past-all", &[("count", count.into())]);
            view! { <p><a class="link" href=href.clone()>{words}</a></p> }.into_any()
        })
    };
    (move || {
        some.get().then(|| {
            view! {
                <section class="page-part">
                    <SectionHeading title=t("meetings-past")/>
                    <ul class="entries">
                        <For each=move || over.get().0 key=unchanged children=past_entry/>
                    </ul>
                    {more.clone()}
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn past_entry(entry: MeetingEntryParts) -> AnyView {
    let href = Route::Meeting(entry.id.clone()).href();
    let (starts, ends) = (entry.starts_at.clone(), entry.ends_at.clone());
    let minutes = matches!(entry.state, MeetingState::Closed | MeetingState::Completed).then(|| {
        let href = Route::Minutes(entry.id.clone()).href();
        let title = entry.title.clone();
        view! {
            <a class="link" href=href>
                {t("meetings-minutes-link")} <span class="visually-hidden">": " {title}</span>
            </a>
        }
    });
    view! {
        <li class="entry">
            <h3 class="entry-title"><a class="link" href=href>{entry.title.clone()}</a></h3>
            <p class="entry-meta">
                {state_badge(entry.state)}
                <span>{move || when_text(&starts, &ends)}</span>
                {minutes}
            </p>
        </li>
    }
    .into_any()
}
