//! What waits beside the agenda: items that were handed in, and the group's open tasks.

use leptos::prelude::*;
use verbund_shared::operations::{
    AgendaItemSchedule, AgendaItemWithdraw, agenda_item_schedule, agenda_item_withdraw,
    meeting_page::{AgendaItemParts, MeetingPageMeetingOpenTasks as Task},
};

use super::{AGENDA, behind::Behind};
use crate::{
    components::{ButtonKind, ButtonLink, IconName, SectionHeading},
    i18n::{day, t, text_with},
    pages::{
        act::{Act, Sending, act, section},
        meetings::{group_lists::says, item_forms::ITEM, words::name_of},
    },
    routes::{Route, query},
};

/// The part of the page that shows what was handed in.
const PROPOSALS: &str = "meeting-proposals";

/// The items that were handed in; nothing where there is none.
pub(super) fn proposals(behind: Behind) -> AnyView {
    let ids = behind.part(|meeting| meeting.proposals.iter().map(|item| item.id.clone()).collect::<Vec<_>>());
    let some = Memo::new(move |_| !ids.read().is_empty());
    (move || {
        some.get().then(|| {
            section(
                PROPOSALS,
                view! {
                    <SectionHeading title=t("meetings-proposals")/>
                    <ul class="entries">
                        <For each=move || ids.get() key=|id| id.clone() children=move |id| proposal(behind, id)/>
                    </ul>
                },
            )
        })
    })
    .into_any()
}

fn proposal(behind: Behind, id: String) -> AnyView {
    let all = behind.part(|meeting| meeting.proposals.clone());
    let id = StoredValue::new(id);
    let item = Memo::new(move |_| all.with(|all| all.iter().find(|item| item.id == id.get_value()).cloned()));
    let version = Signal::derive(move || item.with(|item| item.as_ref().map_or(0, |item| item.version)));
    let can = move |may: fn(&AgendaItemParts) -> bool| {
        Signal::derive(move || item.with(|item| item.as_ref().is_some_and(may)))
    };
    let schedule = Act::new("meetings-schedule", "meetings-schedule-here", IconName::ListChecks)
        .offered(can(|item| item.viewer_can.schedule))
        .then(AGENDA, "meetings-scheduled");
    let schedule =
        act(schedule, behind, version, None, move |Sending { submission, version, done, .. }| {
            let input = agenda_item_schedule::AgendaItemScheduleInput {
                id: id.get_value(),
                version,
                meeting_id: behind.id(),
            };
            submission.send::<AgendaItemSchedule>(agenda_item_schedule::Variables { input }, move |_| done());
        });
    let withdraw = Act::new("meetings-withdraw", "meetings-withdraw-text", IconName::Ban)
        .with_words("reason", "meetings-reason")
        .weighing(ButtonKind::Quiet)
        .offered(can(|item| item.viewer_can.withdraw))
        .then(AGENDA, "meetings-withdrawn");
    let withdraw =
        act(withdraw, behind, version, None, move |Sending { submission, version, text, done }| {
            let input =
                agenda_item_withdraw::AgendaItemEndInput { id: id.get_value(), version, reason: text };
            submission.send::<AgendaItemWithdraw>(agenda_item_withdraw::Variables { input }, move |_| done());
        });
    let edits = can(|item| item.viewer_can.edit);
    let form = format!("{ITEM}{}", id.get_value());
    let href = Route::Meeting(behind.id()).href_with(&[(query::EDIT, &form)]);
    let edit = move || {
        edits.get().then(|| {
            view! {
                <ButtonLink kind=ButtonKind::Quiet icon=IconName::Pencil href=href.clone()>{t("meetings-item-edit")}</ButtonLink>
            }
        })
    };
    view! {
        <li class="entry">
            {move || item.get().map(|item| says(&item))}
            <div class="actions">
                {schedule}
                {edit}
                {withdraw}
            </div>
        </li>
    }
    .into_any()
}

/// The group's open tasks, which come up by themselves; folded away, as they may be many.
pub(super) fn open_tasks(behind: Behind) -> AnyView {
    let all = behind.part(|meeting| meeting.open_tasks.clone());
    let count = Memo::new(move |_| all.read().len());
    let some = Memo::new(move |_| count.get() > 0);
    let title = move || text_with("meetings-tasks-count", &[("count", count.get().into())]);
    (move || {
        some.get().then(|| {
            view! {
                <section class="page-part">
                    <SectionHeading title=t("meetings-tasks")/>
                    <details class="list-more">
                        <summary>{title}</summary>
                        <ul class="entries">
                            <For each=move || all.get() key=|task| format!("{task:?}") children=task/>
                        </ul>
                    </details>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn task(task: Task) -> AnyView {
    let href = Route::Task(task.id.clone()).href();
    let due = task.due.clone().map(|due| {
        let words = move || text_with("meetings-task-due", &[("day", day(&due).into())]);
        view! { <span>{words}</span> }
    });
    let person = task.responsible.clone().map(|person| view! { <span>{move || name_of(&person)}</span> });
    view! {
        <li class="entry">
            <h3 class="entry-title"><a class="link" href=href>{task.title}</a></h3>
            <p class="entry-meta">
                {due}
                {person}
            </p>
        </li>
    }
    .into_any()
}
