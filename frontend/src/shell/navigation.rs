//! The ways through the app: links in the header for visitors, a rail and a bar for those who
//! signed in, with the same words everywhere.

use crate::state::address::{NavigateOptions, use_navigate};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{Dialog, Icon, IconName},
    i18n::{errors, t},
    routes::{AccountTab, AdminPage, OrganisationTab, Route},
    state::{
        session::{self, SessionState, Viewer, session, viewer},
        toasts::toast_failed,
    },
};

/// Entries of the bar of a phone, beside the one for all others.
const BAR_MAX: usize = 4;

/// One way to go.
#[derive(Clone)]
pub struct Entry {
    /// The key of its words.
    pub key: &'static str,
    /// Its picture.
    pub icon: IconName,
    /// Where it leads.
    pub route: Route,
}

const fn entry(key: &'static str, icon: IconName, route: Route) -> Entry {
    Entry { key, icon, route }
}

fn public_entries() -> Vec<Entry> {
    vec![
        entry("app-nav-offers", IconName::HandHelping, Route::Offers),
        entry("app-nav-members", IconName::Building, Route::Members),
    ]
}

/// What stands in a person's navigation, apart from coordination.
fn own_entries(viewer: &Viewer) -> Vec<Entry> {
    let mut entries = vec![entry("app-nav-today", IconName::Inbox, Route::Today)];
    if viewer.has_organisation || viewer.is_coordinator || viewer.is_steering {
        entries.push(entry("app-nav-groups", IconName::Users, Route::Groups));
        entries.push(entry("app-nav-tasks", IconName::ListChecks, Route::Tasks));
        entries.push(entry("app-nav-meetings", IconName::Calendar, Route::Meetings));
        entries.push(entry("app-nav-resolutions", IconName::Gavel, Route::Resolutions));
    }
    entries.extend(public_entries());
    if viewer.has_organisation {
        let route = Route::Organisation(OrganisationTab::Profile);
        entries.push(entry("app-nav-organisation", IconName::Briefcase, route));
    }
    entries
}

/// What the coordination office and the steering group have besides.
pub fn admin_entries(viewer: &Viewer) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |key, icon, page| entries.push(entry(key, icon, Route::Admin(page)));
    if viewer.is_coordinator || viewer.is_steering {
        add("app-nav-admin-overview", IconName::Settings, AdminPage::Overview);
        add("app-nav-applications", IconName::FileText, AdminPage::Applications);
        add("app-nav-group-oversight", IconName::List, AdminPage::Groups);
    }
    if viewer.is_coordinator {
        add("app-nav-memberships", IconName::BadgeCheck, AdminPage::Members);
        add("app-nav-people", IconName::Users, AdminPage::People);
        add("app-nav-network", IconName::Network, AdminPage::Network);
        add("app-nav-terms", IconName::Tags, AdminPage::Terms);
        add("app-nav-import", IconName::Upload, AdminPage::Import);
        add("app-nav-outbox", IconName::Mail, AdminPage::Outbox);
        add("app-nav-audit", IconName::History, AdminPage::Audit);
    }
    entries
}

/// Every page the person may see, for the command box.
pub fn all_entries() -> Vec<Entry> {
    let mut entries = match viewer() {
        Some(viewer) => {
            let mut entries = own_entries(&viewer);
            entries.extend(admin_entries(&viewer));
            entries.push(account_entry());
            entries.push(entry("app-nav-security", IconName::Key, Route::Account(AccountTab::Security)));
            entries
        }
        None => {
            let mut entries = public_entries();
            entries.push(entry("app-nav-join", IconName::Handshake, Route::Apply));
            entries.push(entry("app-nav-sign-in", IconName::LogIn, Route::SignIn));
            entries
        }
    };
    entries.push(entry("app-nav-home", IconName::House, Route::Home));
    entries.push(entry("app-nav-rights", IconName::ShieldCheck, Route::Rights));
    entries.push(entry("app-nav-imprint", IconName::Info, Route::Imprint));
    entries.push(entry("app-nav-privacy", IconName::Info, Route::Privacy));
    entries
}

fn account_entry() -> Entry {
    entry("app-nav-account", IconName::User, Route::Account(AccountTab::Profile))
}

fn link(entry: Entry, route: Memo<Route>) -> AnyView {
    let Entry { key, icon, route: target } = entry;
    let href = target.href();
    let current = move || (route.read().section() == target).then_some("page");
    view! {
        <a class="nav-link" href=href aria-current=current>
            <Icon name=icon/>
            <span>{t(key)}</span>
        </a>
    }
    .into_any()
}

fn items(entries: Vec<Entry>, route: Memo<Route>) -> Vec<AnyView> {
    entries.into_iter().map(|entry| view! { <li>{link(entry, route)}</li> }.into_any()).collect()
}

/// The links in the header, for visitors on wide screens.
#[component]
pub fn HeaderLinks(
    /// Where one is.
    route: Memo<Route>,
) -> AnyView {
    (move || match session() {
        SessionState::Unknown if super::was_signed_in() => ().into_any(),
        SessionState::Unknown | SessionState::Anonymous => {
            let mut entries = public_entries();
            entries.push(entry("app-nav-join", IconName::Handshake, Route::Apply));
            entries.push(entry("app-nav-sign-in", IconName::LogIn, Route::SignIn));
            view! { <nav class="top-nav" aria-label=t("app-nav")><ul>{items(entries, route)}</ul></nav> }
                .into_any()
        }
        SessionState::SignedIn(_) | SessionState::Ended(_) => ().into_any(),
    })
    .into_any()
}

/// The rail beside the page, for those who signed in, on wide screens.
#[component]
pub fn Rail(
    /// Where one is.
    route: Memo<Route>,
) -> AnyView {
    (move || {
        viewer().map(|viewer| {
            view! { <nav class="rail" aria-label=t("app-nav")>{whole(&viewer, route)}</nav> }.into_any()
        })
    })
    .into_any()
}

/// All entries of a person, in groups.
fn whole(viewer: &Viewer, route: Memo<Route>) -> AnyView {
    let admin = admin_entries(viewer);
    let admin = (!admin.is_empty()).then(|| {
        view! {
            <p class="nav-group">{t("app-nav-admin")}</p>
            <ul>{items(admin, route)}</ul>
        }
    });
    let name = viewer.name.clone();
    view! {
        <ul>{items(own_entries(viewer), route)}</ul>
        {admin}
        <p class="nav-group">{name}</p>
        <ul>
            {items(vec![account_entry()], route)}
            <li>{sign_out_button()}</li>
        </ul>
    }
    .into_any()
}

fn sign_out_button() -> AnyView {
    let navigate = use_navigate();
    let sign_out = move |_| {
        spawn_local(async move {
            match session::sign_out(false).await {
                Ok(()) => navigate(&Route::Home.href(), NavigateOptions::default()),
                Err(failure) => toast_failed(errors::failure_text(&failure)),
            }
        });
    };
    view! {
        <button type="button" class="nav-link" on:click=sign_out>
            <Icon name=IconName::LogOut/>
            <span>{t("app-sign-out")}</span>
        </button>
    }
    .into_any()
}

/// The bar at the bottom of a phone: at most five entries.
#[component]
pub fn BottomBar(
    /// Where one is.
    route: Memo<Route>,
) -> AnyView {
    let more_open = RwSignal::new(false);
    // Going somewhere closes the list of all entries.
    Effect::new(move |_| {
        route.track();
        more_open.set(false);
    });
    // Every page of the administration belongs to its one entry here.
    let section = Memo::new(move |_| match route.get() {
        Route::Admin(_) => Route::Admin(AdminPage::Overview),
        other => other,
    });
    let entries = move || match viewer() {
        None if matches!(session(), SessionState::Unknown) && super::was_signed_in() => Vec::new(),
        None => {
            let mut entries = public_entries();
            entries.push(entry("app-nav-join", IconName::Handshake, Route::Apply));
            entries.push(entry("app-nav-sign-in", IconName::LogIn, Route::SignIn));
            items(entries, route)
        }
        Some(viewer) => {
            let mut entries = own_entries(&viewer);
            if !viewer.has_organisation && (viewer.is_coordinator || viewer.is_steering) {
                let overview = Route::Admin(AdminPage::Overview);
                entries.push(entry("app-nav-admin", IconName::Settings, overview));
            }
            // Where the bar is full, what everybody can see stands in the list, and then what comes last.
            if entries.len() > BAR_MAX {
                entries.retain(|entry| !matches!(entry.route, Route::Offers | Route::Members));
                entries.truncate(BAR_MAX);
            }
            let mut list = items(entries, section);
            let more = view! {
                <li>
                    <button type="button" class="nav-link" on:click=move |_| more_open.set(true)>
                        <Icon name=IconName::Menu/>
                        <span>{t("app-nav-more")}</span>
                    </button>
                </li>
            };
            list.push(more.into_any());
            list
        }
    };
    let rest = move || viewer().map(|viewer| whole(&viewer, route));
    view! {
        <nav class="bottom-bar" aria-label=t("app-nav-bottom")><ul>{entries}</ul></nav>
        <Dialog open=more_open title=t("app-nav")>
            <nav class="menu" aria-label=t("app-nav")>{rest}</nav>
        </Dialog>
    }
    .into_any()
}
