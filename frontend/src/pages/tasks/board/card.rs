//! A card: what is to be done, by when and by whom, what keeps it, and what one can do with it here.

use leptos::{ev::KeyboardEvent, prelude::*};
use verbund_shared::tasks::{TaskAssignment, TaskState};

use super::{
    acts::Acts,
    column::name,
    drag::Drag,
    keep_focus::{move_id, title_id},
    moving::Way,
    state::{Board, Card, Column},
};
use crate::{
    components::{Icon, IconName},
    i18n::{t, text, text_with},
    pages::tasks::words::{
        assignment_badge, assignment_label, blocked_badge, due, name_of, organisation_name, priority_badge,
        recurrence_text,
    },
    routes::Route,
};

/// A card in its column.
pub(super) fn card(board: Board, column: Column, task: String, acts: Acts, drag: Drag) -> AnyView {
    let Some(shown) = board.card(&task) else { return ().into_any() };
    let id = StoredValue::new(task.clone());
    let title = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read().title.clone())
    };
    let movable = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read().viewer_can.move_)
    };
    let place = move || column.order.read().iter().position(|other| id.with_value(|id| id == other));
    let facts = move || facts(&shown.read());
    view! {
        <li
            class="board-card"
            class:board-card-held=move || id.with_value(|id| drag.is_held(id))
            class:board-card-fresh=move || id.with_value(|id| board.fresh.read().contains(id))
            class:board-drop-above=move || drag.is_over(column, place)
            data-card=task.clone()
            draggable=move || movable.get().to_string()
            on:dragstart=move |event| id.with_value(|id| drag.take(&event, id))
            on:dragend=move |_| drag.let_go()
        >
            <h3 class="board-card-title">
                <a id=title_id(&task) href=Route::Task(task.clone()).href() draggable="false">{title}</a>
            </h3>
            {facts}
            <div class="board-card-acts">{acts.answers(&task)}</div>
            <div class="board-card-acts board-card-quiet">
                {move || movable.get().then(|| id.with_value(|id| move_button(board, acts, id, title)))}
                {acts.others(&task)}
            </div>
        </li>
    }
    .into_any()
}

/// The button that opens the ways a card can go; the arrow keys go them at once.
fn move_button(board: Board, acts: Acts, task: &str, title: Memo<String>) -> AnyView {
    let id = StoredValue::new(task.to_owned());
    let press = move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        let beside = |step: isize| {
            let (column, _) = id.with_value(|id| untrack(|| board.place(id)))?;
            let columns = TaskState::COLUMNS;
            let here = columns.iter().position(|state| *state == column.state)?;
            columns.get(here.checked_add_signed(step)?).copied().map(Way::To)
        };
        let way = match event.key().as_str() {
            _ if modified => None,
            "ArrowUp" => Some(Way::Up),
            "ArrowDown" => Some(Way::Down),
            "ArrowLeft" => beside(-1),
            "ArrowRight" => beside(1),
            "Home" => Some(Way::Top),
            "End" => Some(Way::Bottom),
            _ => None,
        };
        if let Some(way) = way {
            event.prevent_default();
            id.with_value(|id| board.go(id, way));
        }
    };
    view! {
        <button
            type="button"
            class="button button-quiet board-act"
            id=move_id(task)
            aria-haspopup="dialog"
            aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Home End"
            on:click=move |_| acts.moving.set(Some(id.get_value()))
            on:keydown=press
        >
            <Icon name=IconName::Move/>
            <span>{t("tasks-board-move")} <span class="visually-hidden">": " {title}</span></span>
        </button>
    }
    .into_any()
}

/// What is known of a task.
fn facts(task: &Card) -> AnyView {
    let day = due(task.due.as_deref(), task.overdue);
    let priority = (task.state != TaskState::Done).then(|| priority_badge(task.priority)).flatten();
    let blocked = task.blocked.then(|| {
        let reason = task.blocked_reason.clone();
        view! { <div class="board-card-blocked">{blocked_badge()} <p>{reason}</p></div> }
    });
    let row = (day.is_some() || priority.is_some())
        .then(|| view! { <p class="board-card-row">{day} {priority}</p> });
    view! { {row} {blocked} {who(task)} {counts(task)} }.into_any()
}

/// Who is accountable, and who does it.
fn who(task: &Card) -> AnyView {
    let organisation = task.organisation.as_ref().map(|organisation| {
        let name = organisation_name(&organisation.name, &organisation.short_name);
        view! {
            <p class="board-card-row">
                <Icon name=IconName::Building/>
                <span class="visually-hidden">{t("tasks-board-organisation")} ": "</span>
                <span>{name}</span>
            </p>
        }
    });
    let person = task.responsible.clone().map(|person| {
        view! {
            <Icon name=IconName::User/>
            <span class="visually-hidden">{t("tasks-board-responsible")} ": "</span>
            <span>{move || name_of(&person)}</span>
        }
    });
    let assignment = match task.assignment {
        // What is over needs no answer any more.
        _ if task.state.is_final() => None,
        // As it should be: said without a colour that asks to be looked at.
        TaskAssignment::Confirmed => Some(
            view! { <span class="muted">{move || assignment_label(TaskAssignment::Confirmed)}</span> }
                .into_any(),
        ),
        other => Some(assignment_badge(other)),
    };
    let person = (person.is_some() || assignment.is_some())
        .then(|| view! { <p class="board-card-row">{person} {assignment}</p> });
    view! { {person} {organisation} }.into_any()
}

/// How far its checklist is, how much was said about it, and whether it comes again.
fn counts(task: &Card) -> Option<AnyView> {
    let (done, total, comments) = (task.checklist_done, task.checklist_total, task.comment_count);
    let checklist = (total > 0).then(|| {
        let words =
            move || text_with("tasks-board-checklist", &[("done", done.into()), ("total", total.into())]);
        view! { <span class="board-card-count"><Icon name=IconName::ListChecks/> {words}</span> }
    });
    let comments = (comments > 0).then(|| {
        let words = move || text_with("tasks-board-comments", &[("count", comments.into())]);
        view! { <span class="board-card-count"><Icon name=IconName::MessageSquare/> {words}</span> }
    });
    let again = task.recurrence.as_ref().map(|recurrence| {
        let (unit, every) = (recurrence.unit, recurrence.every);
        let words = move || recurrence_text(unit, every);
        view! { <span class="board-card-count"><Icon name=IconName::Repeat/> {words}</span> }
    });
    let any = checklist.is_some() || comments.is_some() || again.is_some();
    any.then(|| view! { <p class="board-card-counts">{checklist} {comments} {again}</p> }.into_any())
}

/// Where a card lies, in words.
pub(super) fn place_words(board: Board, task: &str) -> String {
    let Some((column, place)) = board.place(task) else { return text("tasks-board-left") };
    let values = [
        ("column", name(column.state).into()),
        ("place", (place + 1).into()),
        ("count", column.total.get().into()),
    ];
    text_with("tasks-board-place", &values)
}
