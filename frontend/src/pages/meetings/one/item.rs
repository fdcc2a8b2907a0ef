//! One item of an agenda: what it says, its papers, what is done with it, and the items below it.

use leptos::prelude::*;
use verbund_shared::{
    meetings::AgendaItemState,
    operations::meeting_page::{AgendaItemParts, AgendaItemPartsPapers as Paper, MeetingNameParts},
};

use super::{
    agenda::below,
    behind::Behind,
    item_acts::{Moves, item_acts},
};
use crate::{
    components::{Badge, ButtonKind, Prose, Tone},
    i18n::{t, text_with, time_of_day},
    pages::{
        agenda_words::{item_badge, kind_label},
        files::{download, size_text},
        meetings::words::{duration_text, name_of, when_day},
        tasks::markdown,
    },
    routes::Route,
};

/// The id of an item's heading, which takes the focus after it was moved.
pub(super) fn title_id(id: &str) -> String {
    format!("item-{id}")
}

/// An item; at the top with those below it. It follows newer data by itself, so that a dialog over it stays.
pub(super) fn item(behind: Behind, moves: Moves, id: String, top: bool) -> AnyView {
    let items = behind.items();
    let key = StoredValue::new(id.clone());
    let this = Memo::new(move |_| {
        items.with(|items| key.with_value(|id| items.iter().find(|item| item.id == *id).cloned()))
    });
    let children = top.then(|| {
        let ids = Memo::new(move |_| items.with(|items| key.with_value(|id| below(items, Some(id)))));
        let some = Memo::new(move |_| !ids.read().is_empty());
        move || {
            some.get().then(|| {
                view! {
                    <ol class="agenda agenda-below">
                        <For each=move || ids.get() key=|id| id.clone() children=move |id| item(behind, moves, id, false)/>
                    </ol>
                }
                .into_any()
            })
        }
    });
    let title = move || this.get().map(|item| heading(&item, top));
    let says = move || this.get().map(|item| says(&item));
    view! {
        <li class="agenda-item">
            {title}
            {says}
            {item_acts(behind, moves, this, id, top)}
            {children}
        </li>
    }
    .into_any()
}

fn heading(item: &AgendaItemParts, top: bool) -> AnyView {
    let number = (!item.number.is_empty())
        .then(|| view! { <span class="agenda-number">{item.number.clone()}</span> " " });
    let (id, title) = (title_id(&item.id), item.title.clone());
    match top {
        true => view! { <h3 class="entry-title agenda-title" id=id tabindex="-1">{number} {title}</h3> }
            .into_any(),
        false => view! { <h4 class="agenda-title" id=id tabindex="-1">{number} {title}</h4> }.into_any(),
    }
}

fn says(item: &AgendaItemParts) -> AnyView {
    let (kind, duration) = (item.kind, item.duration);
    let begins = item.starts_at.clone().map(|at| {
        let words = move || text_with("meetings-item-from", &[("time", time_of_day(&at).into())]);
        view! { <span>{words}</span> }
    });
    let duration = duration.map(|minutes| view! { <span>{move || duration_text(minutes)}</span> });
    let presenter = presenter(item).map(|name| {
        let words = move || text_with("meetings-presented-by", &[("name", name.clone().into())]);
        view! { <span>{words}</span> }
    });
    // That it stands on the agenda, one sees.
    let stands = (item.state != AgendaItemState::Scheduled).then(|| item_badge(item.state));
    let late = item.late.then(|| view! { <Badge tone=Tone::Waiting>{t("meetings-late")}</Badge> });
    let internal = item.internal.then(|| view! { <Badge>{t("meetings-internal")}</Badge> });
    let text = (!item.text_html.is_empty()).then(|| markdown(item.text_html.clone()));
    let reason = (!item.reason.is_empty()).then(|| {
        view! {
            <p class="muted">{t("meetings-reason")} ":"</p>
            <Prose de=item.reason.clone()/>
        }
    });
    view! {
        <p class="entry-meta">
            {stands}
            <span>{move || kind_label(kind)}</span>
            {begins}
            {duration}
            {presenter}
            {late}
            {internal}
        </p>
        {from(item)}
        {text}
        {reason}
        {papers(&item.papers)}
    }
    .into_any()
}

/// Who presents it: somebody of the group, or whose name was written.
fn presenter(item: &AgendaItemParts) -> Option<String> {
    let person = item.presenter.as_ref().map(name_of);
    person.or_else(|| Some(item.presenter_name.clone()).filter(|name| !name.is_empty()))
}

/// Where it comes from and where it went: earlier and later meetings, and the minutes it is about.
fn from(item: &AgendaItemParts) -> AnyView {
    let line = |label: &'static str, name: &Option<MeetingNameParts>, minutes: bool| {
        name.clone().map(|meeting| {
            let href = match minutes {
                true => Route::Minutes(meeting.id.clone()).href(),
                false => Route::Meeting(meeting.id.clone()).href(),
            };
            let words = move || when_day(&meeting.title, &meeting.starts_at);
            view! { <p class="agenda-from">{t(label)} " " <a class="link" href=href>{words}</a></p> }
        })
    };
    view! {
        {line("meetings-deferred-from", &item.deferred_from, false)}
        {line("meetings-deferred-to", &item.deferred_to, false)}
        {line("meetings-minutes-of", &item.minutes_of, true)}
    }
    .into_any()
}

fn papers(papers: &[Paper]) -> Option<AnyView> {
    if papers.is_empty() {
        return None;
    }
    let list: Vec<AnyView> = papers
        .iter()
        .map(|paper| {
            let (name, size) = (paper.name.clone(), paper.size);
            let words = view! { {name} " (" {move || size_text(size)} ")" }.into_any();
            view! { <li>{download(&paper.path, &paper.name, ButtonKind::Quiet, words)}</li> }.into_any()
        })
        .collect();
    Some(view! { <ul class="agenda-papers" aria-label=t("meetings-papers")>{list}</ul> }.into_any())
}
