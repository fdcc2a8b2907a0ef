//! The columns: side by side, or one at a time on a phone.

use leptos::prelude::*;
use verbund_shared::tasks::TaskState;

use super::{
    acts::Acts,
    card::card,
    drag::Drag,
    state::{Board, Column},
};
use crate::{
    components::{Button, IconName},
    i18n::{number, t, text},
};

/// The name of a column.
pub(super) fn name(state: TaskState) -> String {
    text(&format!("tasks-board-column-{}", state.as_str()))
}

/// All of them, and on a phone the choice which one is seen.
pub(in super::super) fn columns(board: Board, acts: Acts, can_add: Signal<bool>) -> AnyView {
    let drag = Drag::new(board);
    let segments: Vec<AnyView> = board.columns.into_iter().map(|column| segment(board, column)).collect();
    let all: Vec<AnyView> =
        board.columns.into_iter().map(|column| one(board, column, acts, drag, can_add)).collect();
    view! {
        <fieldset class="segments board-segments">
            <legend class="visually-hidden">{t("tasks-board-columns")}</legend>
            {segments}
        </fieldset>
        <div class="board" id=super::keep_focus::BOARD tabindex="-1">{all}</div>
    }
    .into_any()
}

fn segment(board: Board, column: Column) -> AnyView {
    let chosen = move || board.shown.get() == column.state;
    view! {
        <label class="segment">
            <input
                type="radio"
                name="column"
                prop:checked=chosen
                on:change=move |_| board.shown.set(column.state)
            />
            <span>{move || name(column.state)}</span>
            " "
            {count(column)}
        </label>
    }
    .into_any()
}

fn count(column: Column) -> AnyView {
    view! { <span class="board-count">{move || number(column.total.get())}</span> }.into_any()
}

fn one(board: Board, column: Column, acts: Acts, drag: Drag, can_add: Signal<bool>) -> AnyView {
    let heading = || format!("column-{}", column.state.as_str());
    let end = move || drag.is_over(column, || Some(column.order.read().len()));
    let empty = move || {
        column.order.read().is_empty().then(|| {
            let words = nothing(board, column.state, can_add.get());
            view! { <p class="board-empty">{words}</p> }
        })
    };
    let more = move || {
        column.next.read().is_some().then(|| {
            view! {
                <Button
                    icon=IconName::ChevronDown
                    pending=column.loading
                    on_press=move |()| board.more(column)
                >
                    {t("app-more")}
                </Button>
            }
        })
    };
    view! {
        <section
            class="board-column"
            class:board-column-shown=move || board.shown.get() == column.state
            aria-labelledby=heading()
            on:dragover=move |event| drag.over(&event, column)
            on:dragleave=move |event| drag.leave(&event)
            on:drop=move |event| drag.drop(&event, column)
        >
            <h2 class="board-column-title" id=heading()>
                <span>{move || name(column.state)}</span>
                " "
                {count(column)}
            </h2>
            <ul class="board-cards" class:board-drop-end=end>
                <For
                    each=move || column.order.get()
                    key=|task| task.clone()
                    children=move |task| card(board, column, task, acts, drag)
                />
            </ul>
            {empty}
            {more}
        </section>
    }
    .into_any()
}

/// What stands in a column without cards.
fn nothing(board: Board, state: TaskState, can_add: bool) -> String {
    if board.filters.chosen() > 0 {
        return text("tasks-board-empty-filtered");
    }
    match (state, can_add) {
        (TaskState::Open, true) => text("tasks-board-empty-open-add"),
        (TaskState::Open, false) => text("tasks-board-empty-open"),
        (TaskState::InProgress, _) => text("tasks-board-empty-progress"),
        _ => text("tasks-board-empty-done"),
    }
}
