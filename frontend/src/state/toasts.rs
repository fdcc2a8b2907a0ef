//! Short notices that something was done. They are announced, never take the focus, and go by
//! themselves; errors stay until they are closed.

use std::{cell::OnceCell, time::Duration};

use leptos::prelude::*;

const VISIBLE_FOR: Duration = Duration::from_secs(6);

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastKind {
    /// Something was done.
    Done,
    /// Something did not work.
    Failed,
}

/// One notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// Tells notices apart.
    pub id: u32,
    /// How it is meant.
    pub kind: ToastKind,
    /// The sentence.
    pub text: String,
}

#[derive(Clone, Default)]
struct Toasts {
    list: ArcRwSignal<Vec<Toast>>,
    next: ArcRwSignal<u32>,
}

thread_local! {
    static TOASTS: OnceCell<Toasts> = const { OnceCell::new() };
}

fn state() -> Toasts {
    TOASTS.with(|cell| cell.get_or_init(Toasts::default).clone())
}

/// The notices on screen; views follow them.
pub fn toasts() -> Vec<Toast> {
    state().list.get()
}

/// Says that something was done.
pub fn toast_done(text: impl Into<String>) {
    let id = add(ToastKind::Done, text.into());
    set_timeout(move || close_toast(id), VISIBLE_FOR);
}

/// Says that something did not work.
pub fn toast_failed(text: impl Into<String>) {
    add(ToastKind::Failed, text.into());
}

/// Takes a notice away.
pub fn close_toast(id: u32) {
    state().list.update(|list| list.retain(|toast| toast.id != id));
}

fn add(kind: ToastKind, text: String) -> u32 {
    let Toasts { list, next } = state();
    let id = next.get_untracked();
    next.set(id + 1);
    list.update(|list| list.push(Toast { id, kind, text }));
    id
}
