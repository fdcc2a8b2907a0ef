//! The agenda: where each item stands, which one is spoken about, and going on to the next.

use leptos::prelude::*;

use super::{
    item_acts::{begin, settle},
    room::Room,
    words::item_title,
};
use crate::{
    components::{Badge, EmptyState, SectionHeading, Tone},
    i18n::{t, text, text_with, time_of_day},
    pages::agenda_words::item_badge,
    routes::Route,
};

/// The agenda with its acts.
pub(super) fn agenda(room: Room) -> AnyView {
    let ids = room.part(|data| data.meeting.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>());
    let none = move || {
        ids.read().is_empty().then(|| {
            let href = Route::Meeting(room.id()).href();
            view! {
                <EmptyState title=t("conduct-agenda-none")>
                    <a class="link" href=href>{t("conduct-to-meeting")}</a>
                </EmptyState>
            }
        })
    };
    view! {
        <SectionHeading title=t("conduct-agenda")/>
        {none}
        <ol class="conduct-items">
            <For each=move || ids.get() key=|id| id.clone() children=move |id| entry(room, id)/>
        </ol>
    }
    .into_any()
}

fn entry(room: Room, id: String) -> AnyView {
    let item = room.item(id.clone());
    let title = Memo::new(move |_| item.read().as_ref().map(item_title).unwrap_or_default());
    let state = Memo::new(move |_| item.read().as_ref().map(|item| item.state));
    let below = Memo::new(move |_| item.read().as_ref().is_some_and(|item| item.parent_id.is_some()));
    let is_now = {
        let id = id.clone();
        room.conduct(move |conduct| conduct.current_item_id.as_ref() == Some(&id))
    };
    let is_shown = {
        let id = id.clone();
        Memo::new(move |_| room.shown.read().as_ref() == Some(&id))
    };
    let meta = move || {
        let item = item.get()?;
        let at = item.starts_at.map(|at| view! { <span>{move || time_of_day(&at)}</span> });
        let minutes = item.duration.map(|minutes| {
            view! { <span>{move || text_with("conduct-minutes", &[("count", minutes.into())])}</span> }
        });
        let internal = item.internal.then(|| view! { <span>{t("conduct-internal")}</span> });
        let late = item.late.then(|| view! { <span>{t("conduct-late")}</span> });
        Some(view! { {at} {minutes} {internal} {late} })
    };
    // What is decided stays in front of the people until the next item is begun.
    let badge = move || match (is_now.get(), state.get()) {
        (true, Some(state)) if !state.is_settled() => {
            Some(view! { <Badge tone=Tone::Waiting>{move || text("conduct-now")}</Badge> }.into_any())
        }
        (_, state) => state.map(item_badge),
    };
    let look = {
        let id = id.clone();
        move |_| room.look_at(id.clone())
    };
    let acts = {
        let id = id.clone();
        move || match is_now.get() {
            true => settle(room, id.clone()),
            false => begin(room, id.clone(), false),
        }
    };
    view! {
        <li class="conduct-entry" class:conduct-entry-now=is_now class:conduct-entry-below=below>
            <button type="button" class="conduct-look" aria-current=move || is_shown.get().then_some("true") on:click=look>
                {title}
            </button>
            <p class="entry-meta">{badge} {meta}</p>
            <div class="actions conduct-small">{acts}</div>
        </li>
    }
    .into_any()
}
