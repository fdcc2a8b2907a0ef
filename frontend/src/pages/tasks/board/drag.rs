//! Moving a card with the mouse, or with a finger after a long press: the browser's own drag and drop, which
//! leaves scrolling alone.

use leptos::{ev::DragEvent, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::{
    keep_focus::CARD,
    state::{Board, Column},
};

/// A card in somebody's hand. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    board: Board,
    /// The task whose card it is.
    task: RwSignal<Option<String>>,
    /// Where it would lie: the column's name, and how many cards would be above it.
    over: RwSignal<Option<(&'static str, usize)>>,
}

impl Drag {
    /// Nothing in hand.
    pub fn new(board: Board) -> Self {
        Self { board, task: RwSignal::new(None), over: RwSignal::new(None) }
    }

    /// Takes a card up.
    pub fn take(self, event: &DragEvent, task: &str) {
        if let Some(transfer) = event.data_transfer() {
            transfer.set_effect_allowed("move");
            // Without data some browsers do not drag.
            let _ = transfer.set_data("text/plain", &self.board.title(task));
        }
        self.board.begin();
        self.task.set(Some(task.to_owned()));
    }

    /// Lets it go, wherever that is.
    pub fn let_go(self) {
        self.over.set(None);
        if self.task.try_update(Option::take).flatten().is_some() {
            self.board.end();
        }
    }

    /// Moves it over a column.
    pub fn over(self, event: &DragEvent, column: Column) {
        if self.task.read_untracked().is_none() {
            return;
        }
        // A place to drop something is one that says so.
        event.prevent_default();
        let place = Some((column.state.as_str(), place_under(event, column)));
        if *self.over.read_untracked() != place {
            self.over.set(place);
        }
    }

    /// Leaves a column.
    pub fn leave(self, event: &DragEvent) {
        let within = |inner: Element| {
            let outer = event.current_target()?.dyn_into::<Element>().ok()?;
            outer.contains(Some(&inner)).then_some(())
        };
        let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
        if to.and_then(within).is_none() {
            self.over.set(None);
        }
    }

    /// Lays it into a column.
    pub fn drop(self, event: &DragEvent, column: Column) {
        let Some(task) = self.task.get_untracked() else { return };
        event.prevent_default();
        let mut place = place_under(event, column);
        // The gap it leaves above does not count.
        let own = column.order.read_untracked().iter().position(|other| *other == task);
        if own.is_some_and(|own| own < place) {
            place -= 1;
        }
        self.board.put(&task, column, place);
        self.let_go();
    }

    /// Whether this card is in hand.
    pub fn is_held(self, task: &str) -> bool {
        self.task.read().as_deref() == Some(task)
    }

    /// Whether the card in hand would lie in this column, below so many others.
    pub fn is_over(self, column: Column, place: impl FnOnce() -> Option<usize>) -> bool {
        matches!(*self.over.read(), Some((state, over)) if state == column.state.as_str() && place() == Some(over))
    }
}

/// How many cards of the column lie above the pointer.
fn place_under(event: &DragEvent, column: Column) -> usize {
    let pointer = f64::from(event.client_y());
    let below_middle = |task: &String| {
        let card = document().query_selector(&format!("[{CARD}=\"{task}\"]")).ok().flatten();
        card.is_some_and(|card| {
            let bounds = card.get_bounding_client_rect();
            pointer > bounds.top() + bounds.height() / 2.0
        })
    };
    column.order.read_untracked().iter().take_while(|task| below_middle(task)).count()
}
