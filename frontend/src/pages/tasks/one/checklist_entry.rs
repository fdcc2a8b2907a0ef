//! One entry of a checklist: ticked by everybody who works on the task; with the tools open, changed, moved and
//! removed.

use leptos::prelude::*;
use verbund_shared::operations::{
    TaskChecklistChange, TaskChecklistMove, TaskChecklistRemove, TaskChecklistTick, task_checklist_change,
    task_checklist_move, task_checklist_remove, task_checklist_tick, task_page::TaskFullPartsChecklist,
};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

use super::shown::{Shown, told};
use crate::{
    api::Submission,
    components::{Button, Icon, IconName, TextField},
    i18n::{t, text_with},
    platform::focus_id,
};

/// An entry as it is known.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Entry {
    id: String,
    text: String,
    done: bool,
    version: i64,
}

impl Entry {
    /// As the server names it.
    pub fn of(item: &TaskFullPartsChecklist) -> Self {
        Self { id: item.id.clone(), text: item.text.clone(), done: item.done, version: item.version }
    }
}

/// What all entries share. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Tools {
    /// The task.
    pub shown: Shown,
    /// The entries in their order.
    pub ids: Signal<Vec<String>>,
    /// Whether the tools are open.
    pub open: RwSignal<bool>,
    /// What is read out after something was moved or removed.
    pub said: RwSignal<String>,
}

/// An entry; nothing once it is gone.
pub(super) fn entry(item: Signal<Option<Entry>>, can_edit: Signal<bool>, tools: Tools) -> AnyView {
    let item = Signal::derive(move || item.get().unwrap_or_default());
    let content = move || match tools.open.get() && can_edit.get() {
        true => opened(item, tools),
        false => ticked(item, can_edit, tools.shown),
    };
    view! { <li class="task-entry">{content}</li> }.into_any()
}

/// The entry with its box.
fn ticked(item: Signal<Entry>, can_edit: Signal<bool>, shown: Shown) -> AnyView {
    let submission = told(shown);
    let checked = RwSignal::new(item.get_untracked().done);
    // What could not be ticked is not ticked.
    Effect::new(move |_| {
        if !submission.pending().get() {
            checked.set(item.read().done);
        }
    });
    let tick = move |event: leptos::ev::Event| {
        let done = event_target_checked(&event);
        if submission.pending().get_untracked() {
            if let Some(field) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
                field.set_checked(checked.get_untracked());
            }
            return;
        }
        checked.set(done);
        let Entry { id, version, .. } = item.get_untracked();
        let input = task_checklist_tick::TaskChecklistTickInput { id, version, done };
        submission.send::<TaskChecklistTick>(task_checklist_tick::Variables { input }, move |data| {
            shown.put(data.task_checklist_tick.task);
        });
    };
    view! {
        <label class="check" class:task-entry-done=checked>
            <input type="checkbox" prop:checked=checked disabled=move || !can_edit.get() on:change=tick/>
            <span>{move || item.read().text.clone()}</span>
        </label>
    }
    .into_any()
}

/// The entry with its tools.
fn opened(item: Signal<Entry>, tools: Tools) -> AnyView {
    let first = item.get_untracked();
    let id = StoredValue::new(first.id);
    let written = RwSignal::new(first.text);
    let based_on = StoredValue::new(first.version);
    // What somebody else has written stands here too, unless one is writing oneself.
    Effect::watch(
        move || item.get(),
        move |now, before, _| {
            let before = before.map(|before| before.text.clone()).unwrap_or_default();
            if written.get_untracked() == before || written.get_untracked() == now.text {
                written.set(now.text.clone());
                based_on.set_value(now.version);
            }
        },
        false,
    );
    let place = Memo::new(move |_| tools.ids.read().iter().position(|other| id.with_value(|id| id == other)));
    let last = move || place.get().is_some_and(|place| place + 1 == tools.ids.read().len());
    let first = move || place.get() == Some(0);
    let submission = told(tools.shown);
    let button_id = move |what: &str| format!("checklist-{what}-{}", id.get_value());
    view! {
        {change_form(id, written, based_on, item, place, tools.shown)}
        <div class="task-tools">
            {tool(button_id("up"), IconName::ArrowUp, "tasks-page-up", item, Signal::derive(first), move |()| shift(submission, item, tools, true))}
            {tool(button_id("down"), IconName::ArrowDown, "tasks-page-down", item, Signal::derive(last), move |()| shift(submission, item, tools, false))}
            {tool(button_id("remove"), IconName::Trash, "tasks-page-remove", item, false.into(), move |()| remove(submission, item, tools))}
        </div>
    }
    .into_any()
}

/// A small button of an entry, named with what it is for. At the end of the list it keeps its place and its focus.
fn tool(
    id: String,
    icon: IconName,
    label: &'static str,
    item: Signal<Entry>,
    at_end: Signal<bool>,
    press: impl Fn(()) + 'static,
) -> AnyView {
    let label = move || text_with(label, &[("text", item.read().text.clone().into())]);
    view! {
        <button
            type="button"
            class="icon-button"
            id=id
            aria-label=label
            title=label
            aria-disabled=move || at_end.get().then_some("true")
            on:click=move |_| if !at_end.get_untracked() { press(()) }
        >
            <Icon name=icon/>
        </button>
    }
    .into_any()
}

fn change_form(
    id: StoredValue<String>,
    written: RwSignal<String>,
    based_on: StoredValue<i64>,
    item: Signal<Entry>,
    place: Memo<Option<usize>>,
    shown: Shown,
) -> AnyView {
    let submission = Submission::new();
    let failed = move || submission.failure().read().is_some();
    Effect::new(move |_| {
        if failed() {
            shown.refetch();
        }
    });
    let changed = move || *written.read() != item.read().text;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // Saving again, after one was told that it is another by now, holds.
        let version = if untrack(failed) { item.get_untracked().version } else { based_on.get_value() };
        let input = task_checklist_change::TaskChecklistChangeInput {
            id: id.get_value(),
            version,
            text: written.get_untracked(),
        };
        submission.send::<TaskChecklistChange>(task_checklist_change::Variables { input }, move |data| {
            shown.put(data.task_checklist_change.task);
        });
    };
    let error = Signal::derive(move || {
        let errors = submission.errors().get();
        errors.fields.into_iter().map(|(_, sentence)| sentence).next().or(errors.summary)
    });
    let now = move || {
        (failed() && changed()).then(|| {
            let words = move || text_with("tasks-page-now", &[("text", item.read().text.clone().into())]);
            view! { <p class="field-hint">{words}</p> }.into_any()
        })
    };
    let label = Signal::derive(move || {
        let place = place.get().map_or(0, |place| place + 1);
        text_with("tasks-page-entry", &[("place", place.into())])
    });
    view! {
        <form class="task-entry-form" novalidate on:submit=save>
            <TextField label name=id.get_value() value=written required=true error/>
            {now}
            {move || changed().then(|| view! {
                <Button submit=true pending=submission.pending()>{t("tasks-page-save")}</Button>
            })}
        </form>
    }
    .into_any()
}

/// Moves an entry by one place; the button that did it keeps the focus.
fn shift(submission: Submission, item: Signal<Entry>, tools: Tools, up: bool) {
    let Entry { id, text, version, .. } = item.get_untracked();
    let ids = tools.ids.get_untracked();
    let Some(place) = ids.iter().position(|other| *other == id) else { return };
    let target = if up { place.saturating_sub(1) } else { place + 1 };
    let rest: Vec<&String> = ids.iter().filter(|other| **other != id).collect();
    let after_id = target.checked_sub(1).and_then(|before| rest.get(before)).map(|id| (*id).clone());
    let input = task_checklist_move::TaskChecklistMoveInput { id: id.clone(), version, after_id };
    submission.send::<TaskChecklistMove>(task_checklist_move::Variables { input }, move |data| {
        tools.shown.put(data.task_checklist_move.task);
        let values = [("text", text.into()), ("place", (target + 1).into()), ("total", ids.len().into())];
        tools.said.set(text_with("tasks-page-moved", &values));
        let button = format!("checklist-{}-{id}", if up { "up" } else { "down" });
        request_animation_frame(move || focus_id(&button));
    });
}

/// Removes an entry; the focus goes to its neighbour, or to the field for a new one.
fn remove(submission: Submission, item: Signal<Entry>, tools: Tools) {
    let Entry { id, text, version, .. } = item.get_untracked();
    let ids = tools.ids.get_untracked();
    let place = ids.iter().position(|other| *other == id).unwrap_or_default();
    let neighbour = ids.get(place + 1).or_else(|| place.checked_sub(1).and_then(|before| ids.get(before)));
    let focus = neighbour.map_or_else(|| "checklist-text".to_owned(), |id| format!("checklist-remove-{id}"));
    let input = task_checklist_remove::TaskChecklistRemoveInput { id, version };
    submission.send::<TaskChecklistRemove>(task_checklist_remove::Variables { input }, move |data| {
        tools.shown.put(data.task_checklist_remove.task);
        tools.said.set(text_with("tasks-page-removed", &[("text", text.into())]));
        request_animation_frame(move || focus_id(&focus));
    });
}
