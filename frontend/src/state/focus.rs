//! After a change of page the heading takes the focus, so that a screen reader reads where one is.

use std::cell::Cell;

use leptos::prelude::request_animation_frame;

thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// The next page heading that appears shall take the focus.
pub fn want_heading() {
    WANTED.set(true);
}

/// A heading that just appeared takes the focus, if one came here from another page. The place on
/// the page stays as it is.
pub fn give_to_heading(heading: &web_sys::HtmlElement) {
    if WANTED.take() {
        let heading = heading.clone();
        request_animation_frame(move || {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        });
    }
}
