//! After a change of page the heading takes the focus, so that a screen reader reads where one is.

use std::cell::Cell;

thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// The next page heading that appears shall take the focus.
pub fn want_heading() {
    WANTED.set(true);
}

/// Whether a heading that just appeared shall take the focus; answers yes once.
pub fn take_heading() -> bool {
    WANTED.take()
}
