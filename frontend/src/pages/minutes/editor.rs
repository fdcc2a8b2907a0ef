//! The notes to one agenda item, written beside it: they save themselves, and nothing that was typed is lost.
//!
//! A page makes one `Writing` for its meeting, lets it `reload` whenever something of the group has changed,
//! and shows `editor(writing, item)` for each item that is written to. Pages that show the notes differently
//! to readers ask `writing.can_write()`.

use leptos::{ev, prelude::*};
use verbund_shared::{
    minutes::MINUTES_TEXT_MAX,
    operations::{
        MinutesNotes,
        minutes_notes::{self, MinutesEntryParts},
    },
};
use wasm_bindgen::JsCast as _;

use super::{
    actions::actions,
    editor_draft::{Draft, Part, Stand},
    editor_merge::merge,
};
use crate::{
    api::{Query, use_query},
    components::{Button, ButtonKind, Icon, IconName, Skeleton, SkeletonShape},
    i18n::{errors::failure_text, number, t, text, text_with, time_stamp},
    pages::{
        groups::full_name,
        support::failure_view,
        tasks::{markdown, preview},
    },
};

/// The minutes of a meeting as they are written. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub struct Writing {
    query: Query<minutes_notes::ResponseData>,
    meeting: StoredValue<String>,
    entries: RwSignal<Vec<MinutesEntryParts>>,
}

impl Writing {
    /// Those of a meeting; they are on their way.
    pub fn new(meeting: String) -> Self {
        let meeting = StoredValue::new(meeting);
        let query =
            use_query::<MinutesNotes>(move || minutes_notes::Variables { meeting_id: meeting.get_value() });
        let writing = Self { query, meeting, entries: RwSignal::new(Vec::new()) };
        Effect::new(move |_| {
            if let Some(data) = query.data() {
                writing.take(data.minutes.entries.clone());
            }
        });
        writing
    }

    /// Reads again what others have written.
    pub fn reload(self) {
        self.query.refetch();
    }

    /// Whether there is something to be read: not everybody reads minutes that are being written.
    pub fn is_there(self) -> Signal<bool> {
        Memo::new(move |_| self.query.data().is_some()).into()
    }

    /// Whether this person may write.
    pub fn can_write(self) -> Signal<bool> {
        Memo::new(move |_| self.query.data().is_some_and(|data| data.minutes.viewer_can.write)).into()
    }

    /// Whether this person sees what is internal.
    pub fn reads_internal(self) -> Signal<bool> {
        Memo::new(move |_| self.query.data().is_some_and(|data| data.minutes.viewer_can.read_internal)).into()
    }

    /// The entry of an item as it is known; nothing before it has arrived.
    pub fn entry(self, item: String) -> Signal<Option<MinutesEntryParts>> {
        Memo::new(move |_| self.entries.read().iter().find(|entry| entry.item_id == item).cloned()).into()
    }

    /// The meeting.
    pub(super) fn meeting(self) -> String {
        self.meeting.get_value()
    }

    /// The group whose people can be named.
    pub(super) fn group(self) -> Signal<Option<String>> {
        Memo::new(move |_| Some(self.query.data()?.minutes.group.as_ref()?.id.clone())).into()
    }

    /// Takes over an entry that was answered to a save.
    pub(super) fn put(self, entry: MinutesEntryParts) {
        self.entries.try_update(|entries| {
            if let Some(place) = entries.iter_mut().find(|other| other.item_id == entry.item_id)
                && place.version <= entry.version
            {
                *place = entry;
            }
        });
    }

    /// Takes over all entries; a text that was saved here meanwhile is newer than the answer.
    fn take(self, mut newer: Vec<MinutesEntryParts>) {
        let known = self.entries.get_untracked();
        for entry in &mut newer {
            let saved = known.iter().find(|one| one.item_id == entry.item_id && one.version > entry.version);
            if let Some(saved) = saved {
                let actions = std::mem::take(&mut entry.actions);
                *entry = MinutesEntryParts { actions, ..saved.clone() };
            }
        }
        if known != newer {
            self.entries.set(newer);
        }
    }
}

/// The notes and action lines of an item: to write for those who may, to read for everybody else.
pub fn editor(writing: Writing, item: String) -> AnyView {
    let entry = writing.entry(item.clone());
    let item = StoredValue::new(item);
    let there = Memo::new(move |_| entry.read().is_some());
    (move || match there.get() {
        true => of_entry(writing, item.get_value(), entry),
        false => waiting(writing),
    })
    .into_any()
}

/// While the entry is on its way, and when it does not come.
fn waiting(writing: Writing) -> AnyView {
    use crate::api::QueryState;
    (move || match writing.query.state() {
        QueryState::Failed(failure) => failure_view(failure, move || writing.reload()),
        QueryState::Loading => view! { <Skeleton shape=SkeletonShape::Text count=3/> }.into_any(),
        QueryState::Ready(_) => ().into_any(),
    })
    .into_any()
}

fn of_entry(writing: Writing, item: String, entry: Signal<Option<MinutesEntryParts>>) -> AnyView {
    let can_write = writing.can_write();
    let draft = Draft::new(writing, item.clone(), entry, can_write);
    // What is not saved stays to be copied, even if nobody may write any more.
    let writes = Memo::new(move |_| can_write.get() || !draft.is_saved());
    let notes = move || match writes.get() {
        true => fields(writing, draft),
        false => read_only(writing, entry),
    };
    view! {
        <div class="notes">
            {notes}
            {actions(writing, item, entry)}
        </div>
    }
    .into_any()
}

/// The notes as they are read.
fn read_only(writing: Writing, entry: Signal<Option<MinutesEntryParts>>) -> AnyView {
    let public = Memo::new(move |_| entry.get().map(|entry| entry.text_html).unwrap_or_default());
    let internal = Memo::new(move |_| entry.get().map(|entry| entry.internal_html).unwrap_or_default());
    let reads_internal = writing.reads_internal();
    let public = move || match public.get() {
        html if html.is_empty() => view! { <p class="muted">{t("minutes-write-none")}</p> }.into_any(),
        html => markdown(html),
    };
    let internal = move || {
        let html = internal.get();
        (reads_internal.get() && !html.is_empty()).then(|| {
            view! {
                <div class="notes-internal">
                    <p class="field-label">{t("minutes-write-internal")}</p>
                    {markdown(html)}
                </div>
            }
            .into_any()
        })
    };
    view! { {public} {internal} }.into_any()
}

fn fields(writing: Writing, draft: Draft) -> AnyView {
    let leave = move |event: ev::FocusEvent| {
        // Between the two fields one has not left.
        let here = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !here.is_some_and(|here| here.contains(next.as_ref())) {
            draft.save();
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let save = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("s");
        if save {
            event.prevent_default();
            draft.save();
        }
    };
    let reads_internal = writing.reads_internal();
    let internal =
        move || reads_internal.get().then(|| area(draft, Part::Internal, "minutes-write-internal", 3));
    view! {
        <div class="notes-fields" on:focusout=leave on:keydown=keys>
            {merge(draft)}
            {area(draft, Part::Public, "minutes-write-text", 7)}
            {internal}
            {stand(draft)}
            {preview(draft.typed(Part::Public))}
        </div>
    }
    .into_any()
}

/// A field for a part of the notes. A field of its own kind, as it neither is sent nor may be left empty by
/// mistake: the words "optional" would only be in the way.
fn area(draft: Draft, part: Part, label: &'static str, rows: u32) -> AnyView {
    let id = draft.field_id(part);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let value = draft.typed(part);
    let hint = match part {
        Part::Public => "minutes-write-text-hint",
        Part::Internal => "minutes-write-internal-hint",
    };
    let too_long = Memo::new(move |_| value.read().chars().count() > MINUTES_TEXT_MAX);
    let error = {
        let error_id = error_id.clone();
        move || {
            too_long.get().then(|| {
                let words = text_with(
                    "minutes-write-too-long",
                    &[("max", number(i64::try_from(MINUTES_TEXT_MAX).unwrap_or_default()).into())],
                );
                view! { <p class="field-error" id=error_id.clone()><Icon name=IconName::Alert/> <span>{words}</span></p> }
                    .into_any()
            })
        }
    };
    let described = {
        let hint_id = hint_id.clone();
        move || match too_long.get() {
            true => format!("{error_id} {hint_id}"),
            false => hint_id.clone(),
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{t(label)}</label>
            <p class="field-hint" id=hint_id>{t(hint)}</p>
            <textarea
                class="input"
                id=id.clone()
                name=id
                rows=rows
                aria-describedby=described
                aria-invalid=move || too_long.get().then_some("true")
                prop:value=value
                on:input=move |event| draft.type_in(part, event_target_value(&event))
            ></textarea>
            {error}
        </div>
    }
    .into_any()
}

/// Whether what is typed is saved, in words that a screen reader hears when something goes wrong.
fn stand(draft: Draft) -> AnyView {
    let saved = move || {
        let entry = draft.entry()?;
        let at = time_stamp(&entry.saved_at?);
        Some(match entry.saved_by {
            Some(by) => text_with(
                "minutes-write-saved-by",
                &[("time", at.into()), ("name", full_name(&by.given_name, &by.family_name).into())],
            ),
            None => text_with("minutes-write-saved-at", &[("time", at.into())]),
        })
    };
    let words = move || match draft.stand() {
        Stand::Saved => saved().unwrap_or_else(|| text("minutes-write-empty")),
        Stand::Typed => text("minutes-write-typed"),
        Stand::Saving => text("minutes-write-saving"),
        Stand::Colliding(_) => text("minutes-write-colliding"),
        Stand::Failed(failure) => {
            text_with("minutes-write-failed", &[("reason", failure_text(&failure).into())])
        }
    };
    let icon = move || match draft.stand() {
        Stand::Saved => IconName::Check,
        Stand::Typed | Stand::Saving => IconName::Draft,
        Stand::Colliding(_) | Stand::Failed(_) => IconName::Warning,
    };
    let wrong = Memo::new(move |_| matches!(draft.stand(), Stand::Colliding(_) | Stand::Failed(_)));
    let unsaved = Memo::new(move |_| matches!(draft.stand(), Stand::Typed | Stand::Failed(_)));
    let now = move || {
        unsaved.get().then(|| {
            view! { <Button kind=ButtonKind::Quiet on_press=move |()| draft.save()>{t("minutes-write-now")}</Button> }
                .into_any()
        })
    };
    let alarm = move || wrong.get().then(words);
    view! {
        <div class="notes-stand" class:notes-stand-wrong=wrong>
            <p>{move || view! { <Icon name=icon()/> }} <span>{words}</span></p>
            <div class="notes-now">{now}</div>
            <span class="visually-hidden" role="alert">{alarm}</span>
        </div>
    }
    .into_any()
}
