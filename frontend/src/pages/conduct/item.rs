//! The item in the middle: what it is about, its votes, and the notes to it.

use leptos::prelude::*;
use verbund_shared::operations::conduct_page::ConductPersonParts;

use super::{
    item_acts::{begin, settle},
    room::Room,
    votes::votes,
    words::{item_title, name_of},
};
use crate::{
    api::{Submission, save_file},
    components::{Button, ButtonKind, EmptyState, IconName, Notice, Prose, SectionHeading, Tone},
    i18n::{errors::failure_text, t, text, text_with},
    pages::{
        agenda_words::{item_badge, kind_label},
        minutes::editor,
        tasks::markdown,
    },
    routes::Route,
    state::toasts::toast_failed,
};

/// The item one looks at.
pub(super) fn item(room: Room) -> AnyView {
    let known = room.part(|data| data.meeting.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>());
    let shown = Memo::new(move |_| room.shown.get().filter(|id| known.read().contains(id)));
    let content = move || match shown.get() {
        Some(id) => of_item(room, id),
        None => view! { <EmptyState title=t("conduct-item-none") icon=IconName::List/> }.into_any(),
    };
    view! { {elsewhere(room)} {content} }.into_any()
}

/// Says that another item is spoken about meanwhile. It takes nothing away: one goes there when one is done.
fn elsewhere(room: Room) -> AnyView {
    let current = room.part(|data| {
        let current = data.meeting_conduct.current_item_id.as_ref()?;
        let item = data.meeting.items.iter().find(|item| item.id == *current)?;
        Some((item.id.clone(), item_title(item)))
    });
    let other = Memo::new(move |_| current.get().filter(|(id, _)| room.shown.read().as_ref() != Some(id)));
    let notice = move || {
        other.get().map(|(id, title)| {
            let words = Signal::derive(move || text_with("conduct-elsewhere", &[("title", title.clone().into())]));
            view! {
                <Notice tone=Tone::Waiting title=words>
                    <div class="actions">
                        <Button on_press=move |()| room.look_at(id.clone())>{t("conduct-elsewhere-go")}</Button>
                    </div>
                </Notice>
            }
            .into_any()
        })
    };
    view! { <div role="status">{notice}</div> }.into_any()
}

fn of_item(room: Room, id: String) -> AnyView {
    let item = room.item(id.clone());
    let title = Signal::derive(move || item.read().as_ref().map(item_title).unwrap_or_default());
    let is_now = {
        let id = id.clone();
        room.conduct(move |conduct| conduct.current_item_id.as_ref() == Some(&id))
    };
    let acts = {
        let id = id.clone();
        move || match is_now.get() {
            true => settle(room, id.clone()),
            // What needs no words is noted or put off without being called up.
            false => view! { {begin(room, id.clone(), true)} {settle(room, id.clone())} }.into_any(),
        }
    };
    view! {
        <SectionHeading title/>
        {meta(room, id.clone())}
        {about(room, id.clone())}
        <div class="actions">{acts}</div>
        {votes(room, id.clone())}
        {notes(room, id)}
    }
    .into_any()
}

fn presenter(person: Option<&ConductPersonParts>, name: &str) -> Option<String> {
    person.map(name_of).or_else(|| Some(name.to_owned())).filter(|name| !name.is_empty())
}

fn meta(room: Room, id: String) -> AnyView {
    let item = room.item(id);
    let known = Memo::new(move |_| {
        item.get().map(|item| {
            let presenter = presenter(item.presenter.as_ref(), &item.presenter_name);
            (item.state, item.kind, presenter, item.duration, item.internal, item.reason)
        })
    });
    (move || {
        let (state, kind, presenter, duration, internal, reason) = known.get()?;
        let presenter = presenter.map(|name| {
            view! { <span>{move || text_with("conduct-presenter", &[("name", name.clone().into())])}</span> }
        });
        let duration = duration.map(|minutes| {
            view! { <span>{move || text_with("conduct-minutes", &[("count", minutes.into())])}</span> }
        });
        let internal = internal.then(|| view! { <span>{t("conduct-internal")}</span> });
        let reason = (!reason.is_empty()).then(|| view! { <Prose de=reason/> });
        Some(view! {
            <p class="entry-meta">{item_badge(state)} <span>{move || kind_label(kind)}</span> {presenter} {duration} {internal}</p>
            {reason}
        })
    })
    .into_any()
}

/// Text and papers of the item, and the minutes that are to be approved by it.
fn about(room: Room, id: String) -> AnyView {
    let item = room.item(id);
    let known = Memo::new(move |_| {
        item.get().map(|item| (item.text_html, item.papers, item.minutes_of, item.deferred_to))
    });
    (move || {
        let (html, papers, minutes_of, deferred_to) = known.get()?;
        let html = (!html.is_empty()).then(|| markdown(html));
        let minutes = minutes_of.map(|meeting| {
            let href = Route::Minutes(meeting.id).href();
            view! { <p><a class="link" href=href>{t("conduct-minutes-of")} " " {meeting.title}</a></p> }
        });
        let later = deferred_to.map(|meeting| {
            let href = Route::Meeting(meeting.id).href();
            view! { <p>{t("conduct-deferred-to")} " " <a class="link" href=href>{meeting.title}</a></p> }
        });
        let papers = (!papers.is_empty()).then(|| {
            let papers: Vec<AnyView> = papers.into_iter().map(|one| paper(one.path, one.name)).collect();
            view! { <div class="conduct-papers">{papers}</div> }
        });
        Some(view! { {html} {minutes} {later} {papers} })
    })
    .into_any()
}

fn paper(path: String, name: String) -> AnyView {
    let submission = Submission::new();
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(failure_text(&failure));
        }
    });
    let label = name.clone();
    let (path, name) = (StoredValue::new(path), StoredValue::new(name));
    let save = move |()| {
        submission.run(async move { save_file(&path.get_value(), &name.get_value()).await }, |()| ());
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=IconName::Paperclip pending=submission.pending() on_press=save>
            <span class="visually-hidden">{move || text("conduct-paper")} " "</span> {label}
        </Button>
    }
    .into_any()
}

/// The notes, for those who may read what is being written.
fn notes(room: Room, id: String) -> AnyView {
    let conducts = room.conduct(|conduct| conduct.viewer_can.conduct);
    let there = room.writing.is_there();
    let reads = Memo::new(move |_| conducts.get() || there.get());
    let id = StoredValue::new(id);
    (move || {
        reads.get().then(|| {
            view! {
                <div class="conduct-notes">
                    <h3>{t("conduct-notes")}</h3>
                    {editor(room.writing, id.get_value())}
                </div>
            }
            .into_any()
        })
    })
    .into_any()
}
