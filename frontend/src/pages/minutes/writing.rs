//! Writing the minutes after the meeting: each item with its editor and what was decided in it; beside it who
//! was there.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{AgendaItemKind, AgendaItemState},
    operations::minutes_page::MinutesPageMinutesEntries as Entry,
};

use super::{
    beside::Beside,
    document::item_title,
    editor::{Writing, editor},
    shown::Shown,
};
use crate::{
    components::{Badge, EmptyState, IconName, SectionHeading, Tone},
    i18n::t,
    pages::agenda_words::{item_badge, kind_label},
};

/// What an item says about itself.
#[derive(Debug, Clone, PartialEq)]
struct Head {
    number: String,
    title: String,
    kind: AgendaItemKind,
    state: AgendaItemState,
    internal: bool,
}

impl Head {
    fn of(entry: &Entry) -> Self {
        Self {
            number: entry.number.clone(),
            title: entry.title.clone(),
            kind: entry.kind,
            state: entry.item_state,
            internal: entry.internal,
        }
    }
}

/// The part of the page. `changed` counts how often something of the group has changed.
pub(super) fn writing(shown: Shown, changed: RwSignal<u32>) -> AnyView {
    let meeting = shown.now().meeting_id;
    let notes = Writing::new(meeting);
    let beside = Beside::new(shown);
    // Others write too; the editor takes over what they have saved.
    Effect::new(move |before: Option<u32>| {
        let now = changed.get();
        if before.is_some_and(|before| before != now) {
            notes.reload();
            beside.reload();
        }
        now
    });
    let ids =
        shown.part(|minutes| minutes.entries.iter().map(|entry| entry.item_id.clone()).collect::<Vec<_>>());
    let nothing = move || {
        ids.read().is_empty().then(|| {
            view! { <EmptyState icon=IconName::List title=t("minutes-no-items") text=t("minutes-no-items-text")/> }
                .into_any()
        })
    };
    view! {
        <div class="minutes-writing">
            <section class="page-part minutes-entries">
                <SectionHeading title=t("minutes-items")/>
                {nothing}
                <For
                    each=move || ids.get()
                    key=|id| id.clone()
                    children=move |id| item(shown, beside, notes, id)
                />
            </section>
            <section class="page-part minutes-aside">{beside.people()}</section>
        </div>
    }
    .into_any()
}

fn item(shown: Shown, beside: Beside, notes: Writing, id: String) -> AnyView {
    let of = id.clone();
    let head =
        shown.part(move |minutes| minutes.entries.iter().find(|entry| entry.item_id == of).map(Head::of));
    let title = move || head.get().map(|head| item_title(&head.number, &head.title)).unwrap_or_default();
    let meta = move || {
        let head = head.get()?;
        let internal =
            head.internal.then(|| view! { <Badge tone=Tone::Neutral>{t("minutes-internal")}</Badge> });
        let meta = view! {
            <span>{move || kind_label(head.kind)}</span>
            {item_badge(head.state)}
            {internal}
        };
        Some(meta.into_any())
    };
    let heading = format!("minutes-title-{id}");
    let labelled = heading.clone();
    view! {
        <section class="minutes-item" aria-labelledby=labelled>
            <h3 id=heading>{title}</h3>
            <p class="entry-meta">{meta}</p>
            {beside.votes(id.clone())}
            {editor(notes, id)}
        </section>
    }
    .into_any()
}
