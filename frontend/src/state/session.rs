//! Who is signed in. The access token lives in this module's memory only; what survives a reload
//! is the refresh cookie, which scripts cannot read. All tabs of a browser share the cookie: they
//! take turns at renewing, and tell each other when somebody signs in or out.

use std::{
    cell::{Cell, OnceCell, RefCell},
    task::{Poll, Waker},
};

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::{
    operations::{
        SessionRefresh, SignOut, Viewer as ViewerQuery,
        session_refresh::{self, SignedInParts, ViewerParts},
        sign_out as sign_out_operation, viewer as viewer_query,
    },
    people::{AffiliationRole, NetworkRole},
};

use crate::{
    api::{self, ApiFailure},
    platform::{self, Channel},
};

/// Set while a session may be there; the bootstrap file asks for it only then.
const FLAG: &str = "verbund.session";
/// Held while asking for new tokens.
const REFRESH_LOCK: &str = "verbund-session-refresh";
/// Where tabs tell each other.
const CHANNEL: &str = "verbund-session";
const SIGNED_IN: &str = "signed-in";
const SIGNED_OUT: &str = "signed-out";

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
    /// Whether they have a role in an organisation.
    pub has_organisation: bool,
    /// The organisations they have a role in today, each once.
    pub organisations: Vec<OwnOrganisation>,
    /// Whether they work in the coordination office.
    pub is_coordinator: bool,
    /// Whether they sit in the steering group.
    pub is_steering: bool,
}

/// An organisation somebody has a role in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnOrganisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether they manage its profile, offers and people.
    pub represents: bool,
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

/// What a sign-in brought: for [`sign_in`].
pub struct NewSession {
    token: String,
    viewer: Viewer,
}

thread_local! {
    static STATE: OnceCell<ArcRwSignal<SessionState>> = const { OnceCell::new() };
    static ACCESS_TOKEN: RefCell<Option<String>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
    static TABS: OnceCell<Option<Channel>> = const { OnceCell::new() };
    static LEFT: Cell<bool> = const { Cell::new(false) };
}

fn signal() -> ArcRwSignal<SessionState> {
    STATE.with(|cell| cell.get_or_init(|| ArcRwSignal::new(SessionState::Unknown)).clone())
}

fn become_known(state: SessionState) {
    // Whoever follows the session is not bothered when nothing has changed.
    if signal().get_untracked() != state {
        signal().set(state);
    }
    WAITING.take().into_iter().for_each(Waker::wake);
}

/// Whether somebody was signed in here the last time; whether they still are is being asked.
pub fn was_signed_in() -> bool {
    platform::stored(FLAG).is_some()
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

/// Waits until it is known whether somebody is signed in, so that what is asked for at the start
/// is asked for as that person.
pub async fn known() {
    std::future::poll_fn(|context| {
        if signal().get_untracked() == SessionState::Unknown {
            WAITING.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
            return Poll::Pending;
        }
        Poll::Ready(())
    })
    .await;
}

/// The token that goes with each request.
pub fn access_token() -> Option<String> {
    ACCESS_TOKEN.with_borrow(Clone::clone)
}

/// Takes over a sign-in, in this tab and in the others.
pub fn sign_in(session: NewSession) {
    adopt(session);
    tell_tabs(SIGNED_IN);
}

fn adopt(session: NewSession) {
    LEFT.set(false);
    platform::store(FLAG, "1");
    if let SessionState::SignedIn(before) | SessionState::Ended(before) = signal().get_untracked()
        && before.id != session.viewer.id
    {
        // Somebody else: nothing of the person before may stay on screen or in memory.
        platform::reload();
        return;
    }
    ACCESS_TOKEN.replace(Some(session.token));
    become_known(SessionState::SignedIn(session.viewer));
}

/// Forgets the person in this tab.
fn forget() {
    platform::forget(FLAG);
    ACCESS_TOKEN.replace(None);
    become_known(SessionState::Anonymous);
}

/// The session ended by itself: it ran out, or was ended elsewhere.
fn expire() {
    platform::forget(FLAG);
    ACCESS_TOKEN.replace(None);
    become_known(match signal().get_untracked() {
        SessionState::SignedIn(viewer) | SessionState::Ended(viewer) => SessionState::Ended(viewer),
        SessionState::Unknown | SessionState::Anonymous => SessionState::Anonymous,
    });
}

/// Whether asking for a new access token may help: somebody is or was signed in here.
pub fn may_renew() -> bool {
    matches!(signal().get_untracked(), SessionState::SignedIn(_) | SessionState::Ended(_))
}

/// Whether the person has just signed out in this tab: then who signed out says where to go, and
/// no page asks to sign in again.
pub fn has_left() -> bool {
    LEFT.get()
}

/// Signs out on the server, in this tab and in the others.
pub async fn sign_out(everywhere: bool) -> Result<(), ApiFailure> {
    let input = sign_out_operation::SignOutInput { everywhere };
    api::send::<SignOut>(sign_out_operation::Variables { input }).await?;
    LEFT.set(true);
    forget();
    tell_tabs(SIGNED_OUT);
    Ok(())
}

/// The session has ended on the server by something else, such as deleting the account.
pub fn ended() {
    LEFT.set(true);
    forget();
    tell_tabs(SIGNED_OUT);
}

/// Finds out, when the app starts, whether the refresh cookie still stands for somebody.
pub async fn restore() {
    listen_to_tabs();
    if platform::stored(FLAG).is_none() {
        become_known(SessionState::Anonymous);
        return;
    }
    renew().await;
    if signal().get_untracked() == SessionState::Unknown {
        // The server cannot be reached; the flag stays for the next start.
        become_known(SessionState::Anonymous);
    }
}

/// Asks for a new access token, one request at a time over all tabs. True when there is one:
/// whoever waited for another request of this tab finds the token renewed already.
pub async fn renew() -> bool {
    let stale = access_token();
    platform::with_lock(REFRESH_LOCK, async move {
        if access_token() != stale && access_token().is_some() {
            return true;
        }
        refresh().await
    })
    .await
}

async fn refresh() -> bool {
    match api::send_without_token::<SessionRefresh>(session_refresh::Variables {}).await {
        Ok(data) => match data.session_refresh.session {
            Some(session) => {
                adopt(session.into());
                true
            }
            None => {
                expire();
                false
            }
        },
        // Nothing is known: what is on screen stays.
        Err(_) => false,
    }
}

/// Asks anew who one is, after the own name or a role has changed.
pub async fn reload_viewer() {
    if let Ok(data) = api::send::<ViewerQuery>(viewer_query::Variables {}).await
        && let Some(viewer) = data.viewer
    {
        become_known(SessionState::SignedIn(viewer.into()));
    }
}

fn tell_tabs(word: &str) {
    TABS.with(|tabs| {
        if let Some(channel) = tabs.get().and_then(Option::as_ref) {
            channel.send(word);
        }
    });
}

fn listen_to_tabs() {
    let heard = |word: String| match word.as_str() {
        SIGNED_OUT => {
            ACCESS_TOKEN.replace(None);
            become_known(SessionState::Anonymous);
        }
        SIGNED_IN => spawn_local(async {
            renew().await;
        }),
        _ => {}
    };
    TABS.with(|tabs| {
        tabs.get_or_init(|| Channel::open(CHANNEL, heard));
    });
}

impl From<ViewerParts> for Viewer {
    fn from(parts: ViewerParts) -> Self {
        let mut organisations: Vec<OwnOrganisation> = Vec::new();
        for one in parts.affiliations {
            let represents = one.role == AffiliationRole::Representative;
            match organisations.iter_mut().find(|own| own.id == one.organisation_id) {
                Some(own) => own.represents |= represents,
                None => organisations.push(OwnOrganisation {
                    id: one.organisation_id,
                    name: one.organisation_name,
                    represents,
                }),
            }
        }
        let name = format!("{} {}", parts.person.given_name, parts.person.family_name);
        Viewer {
            id: parts.person.id,
            name: name.trim().to_owned(),
            email: parts.person.email.unwrap_or_default(),
            has_organisation: !organisations.is_empty(),
            organisations,
            is_coordinator: parts.can.coordinate,
            is_steering: parts.network_roles.iter().any(|one| one.role == NetworkRole::SteeringGroupMember),
        }
    }
}

impl From<SignedInParts> for NewSession {
    fn from(parts: SignedInParts) -> Self {
        NewSession { token: parts.access_token, viewer: parts.viewer.into() }
    }
}
