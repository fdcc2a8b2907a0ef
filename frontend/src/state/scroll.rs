//! Going back leads to the place on the page where one was. The browser does so by itself only for
//! pages that are there at once; ours appear when their data has arrived.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use js_sys::Date;
use leptos::{ev, prelude::*};
use web_sys::ScrollRestoration;

use super::address;

/// How long a page may take to grow to its former length.
const PATIENCE_MS: f64 = 1500.0;

thread_local! {
    /// Where one was, by address.
    static PLACES: RefCell<HashMap<String, f64>> = RefCell::default();
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    static GOES_BACK: Cell<bool> = const { Cell::new(false) };
}

fn address_now() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Begins to watch the browser's back and forward buttons.
pub fn watch() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    window_event_listener(ev::popstate, |_| GOES_BACK.set(!is_shown(&address_now())));
    // The address of a list changes with its filters, while the page stays.
    window_event_listener(ev::scroll, |_| remember());
}

/// Whether an address is the shown page's; its query does not matter.
fn is_shown(address: &str) -> bool {
    let path = address.split('?').next();
    SHOWN.with_borrow(|shown| shown.split('?').next() == path)
}

/// Remembers the place on the page that is shown.
fn remember() {
    let now = address_now();
    // While the next page is on its way the address may be ahead of what is shown.
    if is_shown(&now) {
        let place = window().scroll_y().unwrap_or_default();
        PLACES.with_borrow_mut(|places| places.insert(now, place));
    }
}

/// The page of the address was put in place: back to where one was, if one came back.
pub fn arrived() {
    let now = address_now();
    let place = PLACES.with_borrow(|places| places.get(&now).copied());
    SHOWN.set(now);
    match (GOES_BACK.take(), place) {
        (true, Some(place)) if place > 0.0 => scroll_when_long_enough(place, Date::now() + PATIENCE_MS),
        (true, _) => window().scroll_to_with_x_and_y(0.0, 0.0),
        (false, _) => address::arrived(),
    }
}

fn scroll_when_long_enough(place: f64, until: f64) {
    request_animation_frame(move || {
        let length = document().document_element().map_or(0, |root| root.scroll_height());
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        if f64::from(length) >= place + height || Date::now() > until {
            window().scroll_to_with_x_and_y(0.0, place);
        } else {
            scroll_when_long_enough(place, until);
        }
    });
}
