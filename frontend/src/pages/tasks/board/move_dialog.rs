//! The ways a card can go, to choose from: for keyboard, finger and voice.

use leptos::prelude::*;
use verbund_shared::tasks::TaskState;

use super::{acts::Acts, card::place_words, column::name, moving::Way, state::Board};
use crate::{
    components::{Button, Dialog, IconName},
    i18n::{t, text_with},
};

/// The dialog, for whichever card is asked about.
pub(in super::super) fn move_dialog(board: Board, acts: Acts) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(acts.moving.read().is_some()));
    Effect::new(move |_| {
        if !open.get() && acts.moving.read_untracked().is_some() {
            acts.moving.set(None);
        }
    });
    view! {
        <Dialog open title=t("tasks-board-move-title")>
            {move || acts.moving.get().map(|task| ways(board, task, open))}
        </Dialog>
    }
    .into_any()
}

fn ways(board: Board, task: String, open: RwSignal<bool>) -> AnyView {
    let task = StoredValue::new(task);
    let title = task.with_value(|task| board.title(task));
    let choice = move |way: Way, icon: IconName, label: Signal<String>| {
        let possible = Memo::new(move |_| task.with_value(|task| board.goal(task, way).is_some()));
        let go = move |()| {
            open.set(false);
            task.with_value(|task| board.go(task, way));
        };
        move || possible.get().then(|| view! { <Button icon on_press=go>{label}</Button> })
    };
    let columns: Vec<_> = TaskState::COLUMNS
        .into_iter()
        .map(|state| {
            let label =
                Signal::derive(move || text_with("tasks-board-move-to", &[("column", name(state).into())]));
            choice(Way::To(state), IconName::ArrowRight, label)
        })
        .collect();
    view! {
        <p class="board-moved-title">{title}</p>
        <p class="muted">{move || task.with_value(|task| place_words(board, task))}</p>
        <div class="board-ways">
            {columns}
            {choice(Way::Top, IconName::ArrowUp, t("tasks-board-move-top"))}
            {choice(Way::Up, IconName::ChevronUp, t("tasks-board-move-up"))}
            {choice(Way::Down, IconName::ChevronDown, t("tasks-board-move-down"))}
            {choice(Way::Bottom, IconName::ArrowDown, t("tasks-board-move-bottom"))}
        </div>
        <p class="muted board-move-hint">{t("tasks-board-move-hint")}</p>
    }
    .into_any()
}
