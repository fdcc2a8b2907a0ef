//! Hears from the server that what a page shows has changed. It says no more than that: the page asks
//! again. A hidden page does not listen; when it is looked at again it catches up, as it does after a
//! lost connection.

use std::{cell::RefCell, rc::Rc, time::Duration};

use leptos::{ev, prelude::*, task::spawn_local};
use web_sys::AbortController;

use super::send::authorization;
use crate::{
    platform::{self, Line},
    state::session,
};

/// Several changes at once are one.
const TOGETHER: Duration = Duration::from_millis(120);
/// How long to wait before the next try, from the first failure on.
const AGAIN_MS: [u32; 6] = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/// Runs `on_change` whenever something of a topic (the id of a group) has changed or may have, as long
/// as the page is there.
pub fn use_live(topic: String, on_change: impl Fn() + 'static) {
    let listening = Rc::new(Listening {
        path: format!("/live?topic={topic}"),
        on_change: Box::new(on_change),
        abort: RefCell::new(None),
        told: RefCell::new(None),
        gone: StoredValue::new(()),
    });
    let seen = listening.clone();
    let handle = window_event_listener(ev::visibilitychange, move |_| seen.looked_at_or_not());
    on_cleanup(move || handle.remove());
    let last = StoredValue::new_local(listening.clone());
    on_cleanup(move || {
        let _ = last.try_with_value(|listening| listening.hang_up());
    });
    listening.looked_at_or_not();
}

struct Listening {
    path: String,
    on_change: Box<dyn Fn()>,
    /// Ends the line that is open; none while none is wanted.
    abort: RefCell<Option<AbortController>>,
    /// The change that is about to be passed on.
    told: RefCell<Option<TimeoutHandle>>,
    /// Disposed of with the page.
    gone: StoredValue<()>,
}

impl Listening {
    /// Listens while the page is looked at.
    fn looked_at_or_not(self: &Rc<Self>) {
        if document().hidden() {
            self.hang_up();
        } else if self.abort.borrow().is_none() {
            let Ok(abort) = AbortController::new() else { return };
            self.abort.replace(Some(abort.clone()));
            spawn_local(self.clone().keep_listening(abort));
        }
    }

    fn hang_up(&self) {
        if let Some(abort) = self.abort.take() {
            abort.abort();
        }
    }

    async fn keep_listening(self: Rc<Self>, abort: AbortController) {
        let mut failures = 0;
        session::known().await;
        while !abort.signal().aborted() {
            match self.listen(&abort).await {
                Heard::Something => failures = 0,
                Heard::Nothing => failures += 1,
                // Not for this person, or not there any more: the page itself says so.
                Heard::Refusal => return,
            }
            let pause = AGAIN_MS[usize::min(failures, AGAIN_MS.len() - 1)];
            platform::sleep(pause).await;
        }
    }

    /// Follows one line until it ends.
    async fn listen(self: &Rc<Self>, abort: &AbortController) -> Heard {
        let bearer = authorization();
        let headers: Vec<_> = bearer.iter().map(|bearer| ("authorization", bearer.as_str())).collect();
        let Ok(mut line) = Line::open(&self.path, &headers, abort).await else { return Heard::Nothing };
        match line.status() {
            200 => {}
            401 if session::may_renew() && session::renew().await => return Heard::Nothing,
            401 | 403 | 404 => return Heard::Refusal,
            _ => return Heard::Nothing,
        }
        let mut heard = Heard::Nothing;
        while let Some(events) = line.next().await {
            if abort.signal().aborted() {
                break;
            }
            // What happened while nobody listened is caught up with, also between the page's first
            // question and this line.
            let opened = matches!(heard, Heard::Nothing);
            heard = Heard::Something;
            if opened || events.contains("changed") {
                self.pass_on();
            }
        }
        heard
    }

    fn pass_on(self: &Rc<Self>) {
        if self.told.borrow().is_some() {
            return;
        }
        let this = self.clone();
        let later = move || {
            this.told.take();
            if this.gone.try_get_value().is_some() {
                (this.on_change)();
            }
        };
        self.told.replace(set_timeout_with_handle(later, TOGETHER).ok());
    }
}

/// What became of a line.
enum Heard {
    Something,
    Nothing,
    Refusal,
}
