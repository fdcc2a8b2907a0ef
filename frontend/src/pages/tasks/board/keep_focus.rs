//! The focus stays where it is while cards come, go and change their place.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{FocusOptions, HtmlElement};

/// The attribute by which the page knows a card.
pub(super) const CARD: &str = "data-card";
/// The board itself, which takes the focus of a card that is gone.
pub(super) const BOARD: &str = "board";

/// The id of a card's title.
pub(super) fn title_id(task: &str) -> String {
    format!("task-{task}")
}

/// The id of the button that moves a card.
pub(super) fn move_id(task: &str) -> String {
    format!("move-{task}")
}

/// Changes the board. Whatever had the focus has it afterwards, wherever it is then; where it is gone, the
/// title of its card has it, or the board.
pub(super) fn keep_focus(change: impl FnOnce()) {
    let focused = document().active_element().filter(|element| !element.id().is_empty());
    let places = focused.map(|element| {
        let card = element.closest(&format!("[{CARD}]")).ok().flatten();
        let task = card.and_then(|card| card.get_attribute(CARD));
        (element.id(), task)
    });
    change();
    let Some((own, Some(task))) = places else { return };
    request_animation_frame(move || {
        let elsewhere = document().active_element().is_some_and(|element| element.tag_name() != "BODY");
        if !elsewhere {
            let _ = [own, title_id(&task), BOARD.to_owned()].iter().any(|id| take(id));
        }
    });
}

/// Gives the focus to something without scrolling to it; says whether it is there.
fn take(id: &str) -> bool {
    let found = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(element) = found else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}
