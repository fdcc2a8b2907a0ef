//! The agenda: items in their order, those below others under them, and what is not on it any more.

use leptos::prelude::*;
use verbund_shared::operations::meeting_page::AgendaItemParts;

use super::{
    AGENDA,
    behind::Behind,
    item::item,
    item_acts::Moves,
    page::{ADD, SUBMIT},
};
use crate::{
    components::{ButtonLink, EmptyState, IconName, SectionHeading},
    i18n::{t, text, text_with},
    pages::{act::section, meetings::words::duration_text},
    routes::{Route, query},
};

/// Whether an item stands on the agenda: those that were deferred or taken back have no number.
pub(super) fn on_agenda(item: &AgendaItemParts) -> bool {
    !item.number.is_empty()
}

/// The ids of the items below one, or of those at the top, in their order.
pub(super) fn below(items: &[AgendaItemParts], parent: Option<&str>) -> Vec<String> {
    let known = |id: &str| items.iter().any(|item| item.id == id && on_agenda(item));
    let siblings = items.iter().filter(|item| on_agenda(item)).filter(|item| {
        // What is below something that is gone stands at the top.
        let above = item.parent_id.as_deref().filter(|id| known(id));
        above == parent
    });
    siblings.map(|item| item.id.clone()).collect()
}

/// The agenda.
pub(super) fn agenda(behind: Behind) -> AnyView {
    let items = behind.items();
    let moves = Moves::new(behind);
    let top = Memo::new(move |_| items.with(|items| below(items, None)));
    let some = Memo::new(move |_| !top.read().is_empty());
    let can = behind.part(|meeting| (meeting.viewer_can.edit, meeting.viewer_can.submit));
    let list = move || {
        match some.get() {
        true => view! {
            <ol class="agenda">
                <For each=move || top.get() key=|id| id.clone() children=move |id| item(behind, moves, id, true)/>
            </ol>
        }
        .into_any(),
        false => {
            let hint = Signal::derive(move || {
                text(match can.get() {
                    (true, _) => "meetings-agenda-none-add",
                    (false, true) => "meetings-agenda-none-submit",
                    (false, false) => "meetings-agenda-none-hint",
                })
            });
            view! { <EmptyState icon=IconName::ListChecks title=t("meetings-agenda-none") text=hint/> }.into_any()
        }
    }
    };
    section(
        AGENDA,
        view! {
            <SectionHeading title=t("meetings-agenda")>{buttons(behind, can)}</SectionHeading>
            {total(behind)}
            <p class="visually-hidden" role="status">{move || moves.said()}</p>
            {list}
            {gone(behind, moves)}
        },
    )
}

fn buttons(behind: Behind, can: Memo<(bool, bool)>) -> AnyView {
    let form = |form: &str| Route::Meeting(behind.id()).href_with(&[(query::EDIT, form)]);
    let (add, submit) = (form(ADD), form(SUBMIT));
    (move || match can.get() {
        (true, _) => Some(
            view! { <ButtonLink icon=IconName::Plus href=add.clone()>{t("meetings-item-add")}</ButtonLink> }
                .into_any(),
        ),
        (false, true) => Some(
            view! { <ButtonLink icon=IconName::Send href=submit.clone()>{t("meetings-submit")}</ButtonLink> }
                .into_any(),
        ),
        (false, false) => None,
    })
    .into_any()
}

/// How long all of it takes, where something is said about that, beside how long the meeting is.
fn total(behind: Behind) -> AnyView {
    let items = behind.items();
    let minutes = Memo::new(move |_| {
        items.with(|items| {
            items.iter().filter(|item| on_agenda(item)).filter_map(|item| item.duration).sum::<i64>()
        })
    });
    (move || {
        let minutes = minutes.get();
        (minutes > 0).then(|| {
            let words =
                move || text_with("meetings-agenda-total", &[("duration", duration_text(minutes).into())]);
            view! { <p class="muted agenda-total">{words}</p> }
        })
    })
    .into_any()
}

/// What was deferred or taken back, folded away.
fn gone(behind: Behind, moves: Moves) -> AnyView {
    let items = behind.items();
    let ids = Memo::new(move |_| {
        items.with(|items| {
            let gone = items.iter().filter(|item| !on_agenda(item));
            gone.map(|item| item.id.clone()).collect::<Vec<_>>()
        })
    });
    let some = Memo::new(move |_| !ids.read().is_empty());
    (move || {
        some.get().then(|| {
            view! {
                <details class="list-more">
                    <summary>{t("meetings-agenda-gone")}</summary>
                    <ul class="agenda">
                        <For each=move || ids.get() key=|id| id.clone() children=move |id| item(behind, moves, id, true)/>
                    </ul>
                </details>
            }
        })
    })
    .into_any()
}
