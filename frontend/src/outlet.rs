//! The place where the page of the address appears. Each area of pages is a chunk of its own,
//! fetched when one of its pages is first asked for. A chunk that cannot be fetched shows an
//! error with a way to try again; the rest of the app goes on.

use futures::future::join3;
use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};

use crate::{
    components::{ErrorState, PageHeader, Skeleton, SkeletonShape},
    i18n::{self, t},
    pages, platform,
    routes::{AdminPage, GroupTab, OrganisationTab, Route, query},
    state::{
        address::{NavigateOptions, navigate, use_path},
        focus, scroll,
        session::{SessionState, has_left, session},
    },
};

/// Makes the view of a page. It lives in the page's chunk.
type Page = fn(Route) -> AnyView;

macro_rules! chunks {
    ($( $name:ident => $page:path ),+ $(,)?) => { $(
        #[wasm_split($name, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name() -> Result<Page, SplitLoaderError> {
            Ok($page)
        }
    )+ };
}

// Each is a file of its own, listed in `frontend/web/areas.json`: what a visitor enters at loads nothing else.
chunks!(
    account => pages::accounts::account,
    admin => pages::admin::page,
    admin_applications => pages::admin::applications,
    admin_people => pages::admin::people,
    admin_records => pages::admin::records,
    application => pages::join::application,
    apply => pages::join::apply,
    board => pages::tasks::board,
    entry => pages::accounts::entry,
    files => pages::files::of_group,
    group => pages::groups::group,
    group_new => pages::groups::new,
    group_oversight => pages::groups::oversight,
    groups => pages::groups::list,
    home => pages::home::page,
    legal => pages::legal::page,
    member => pages::directory::member,
    members => pages::directory::members,
    offer => pages::directory::offer,
    offers => pages::directory::offers,
    organisation => pages::organisation::profile,
    organisation_offers => pages::organisation::offers,
    organisation_people => pages::organisation::people,
    circular => pages::resolutions::circular,
    conduct => pages::conduct::page,
    meeting => pages::meetings::meeting,
    meeting_poll => pages::meetings::poll,
    meetings => pages::meetings::list,
    meetings_of => pages::meetings::of_group,
    minutes => pages::minutes::current,
    minutes_version => pages::minutes::version,
    resolution => pages::resolutions::resolution,
    resolutions => pages::resolutions::list,
    resolutions_of => pages::resolutions::of_group,
    rights => pages::accounts::rights,
    sign_in => pages::accounts::sign_in,
    task => pages::tasks::task,
    tasks => pages::tasks::list,
    today => pages::today::page,
);

// For development; in what people get it would only cut the other chunks into smaller pieces.
#[cfg(debug_assertions)]
chunks!(gallery => pages::gallery::page);

/// The code of a page.
async fn code(route: &Route) -> Result<Page, SplitLoaderError> {
    match route {
        Route::Home => home().await,
        Route::Offers => offers().await,
        Route::Offer(_) => offer().await,
        Route::Members => members().await,
        Route::Member(_) => member().await,
        Route::Apply => apply().await,
        Route::ApplyConfirm(_) | Route::ApplicationFollow(_) => application().await,
        Route::SignIn => sign_in().await,
        Route::ForgotPassword
        | Route::ResetPassword(_)
        | Route::ConfirmAddress(_)
        | Route::Invitation(_)
        | Route::FirstStart(_) => entry().await,
        Route::Rights => rights().await,
        Route::Account(_) => account().await,
        Route::Today => today().await,
        Route::Groups => groups().await,
        Route::GroupNew => group_new().await,
        Route::Group(_, GroupTab::Tasks) => board().await,
        Route::Group(_, GroupTab::Files) => files().await,
        Route::Group(_, GroupTab::Resolutions) => resolutions_of().await,
        Route::Group(_, GroupTab::Meetings | GroupTab::Procedure) => meetings_of().await,
        Route::Group(..) => group().await,
        Route::Tasks => tasks().await,
        Route::Task(_) => task().await,
        Route::Resolutions => resolutions().await,
        Route::Resolution(_) => resolution().await,
        Route::Circular(_) => circular().await,
        Route::Meetings => meetings().await,
        Route::Meeting(_) => meeting().await,
        Route::MeetingConduct(_) => conduct().await,
        Route::MeetingPoll(_) => meeting_poll().await,
        Route::Minutes(_) => minutes().await,
        Route::MinutesVersion(..) | Route::MinutesComparison(_) => minutes_version().await,
        Route::Organisation(OrganisationTab::Profile) => organisation().await,
        Route::Organisation(OrganisationTab::Offers) => organisation_offers().await,
        Route::Organisation(OrganisationTab::People) => organisation_people().await,
        Route::Admin(AdminPage::Applications | AdminPage::Application(_)) => admin_applications().await,
        Route::Admin(AdminPage::People | AdminPage::Person(_)) => admin_people().await,
        Route::Admin(AdminPage::Import | AdminPage::Outbox | AdminPage::Audit) => admin_records().await,
        Route::Admin(AdminPage::Groups) => group_oversight().await,
        Route::Admin(_) => admin().await,
        Route::Imprint | Route::Privacy => legal().await,
        #[cfg(debug_assertions)]
        Route::Gallery => gallery().await,
        Route::NotFound => Ok(pages::not_found::page),
    }
}

/// The folder of a page, whose messages it needs.
fn folder(route: &Route) -> &'static str {
    match route {
        Route::Home => "home",
        Route::Offers | Route::Offer(_) | Route::Members | Route::Member(_) => "directory",
        Route::Apply | Route::ApplyConfirm(_) | Route::ApplicationFollow(_) => "join",
        Route::SignIn
        | Route::ForgotPassword
        | Route::ResetPassword(_)
        | Route::ConfirmAddress(_)
        | Route::Invitation(_)
        | Route::FirstStart(_)
        | Route::Rights
        | Route::Account(_) => "accounts",
        Route::Today => "today",
        Route::Organisation(_) => "organisation",
        Route::Group(_, GroupTab::Tasks) | Route::Tasks | Route::Task(_) => "tasks",
        Route::Group(_, GroupTab::Files) => "files",
        Route::Group(_, GroupTab::Resolutions)
        | Route::Resolutions
        | Route::Resolution(_)
        | Route::Circular(_) => "resolutions",
        Route::Group(_, GroupTab::Meetings | GroupTab::Procedure)
        | Route::Meetings
        | Route::Meeting(_)
        | Route::MeetingPoll(_) => "meetings",
        Route::MeetingConduct(_) => "conduct",
        Route::Minutes(_) | Route::MinutesVersion(..) | Route::MinutesComparison(_) => "minutes",
        Route::Groups | Route::GroupNew | Route::Group(..) | Route::Admin(AdminPage::Groups) => "groups",
        Route::Admin(_) => "admin",
        Route::Imprint | Route::Privacy => "legal",
        #[cfg(debug_assertions)]
        Route::Gallery => "gallery",
        Route::NotFound => "base",
    }
}

/// The code of a page, once its messages and styles are there too; none where one of them cannot be fetched.
async fn load(route: &Route) -> Option<Page> {
    let folder = folder(route);
    let (code, words, style) = join3(code(route), i18n::need(folder), platform::style(folder)).await;
    code.ok().filter(|_| words && style)
}

#[derive(Clone)]
enum Shown {
    Nothing,
    Page(Page, Route),
    Failed,
}

/// Shows the page of the address.
#[component]
pub fn Outlet(
    /// Told while the next page is on its way.
    routing: RwSignal<bool>,
) -> AnyView {
    let path = use_path();
    let shown = RwSignal::new(Shown::Nothing);
    let again = RwSignal::new(0_u32);
    Effect::new(move |previous: Option<()>| {
        again.track();
        let path_now = path.get();
        let route = Route::parse(&path_now);
        routing.set(true);
        spawn_local(async move {
            let page = load(&route).await;
            // Somebody may have gone on while the chunk was on its way.
            if path.get_untracked() != path_now {
                return;
            }
            routing.set(false);
            if previous.is_some() {
                focus::want_heading();
            }
            shown.set(match page {
                Some(page) => Shown::Page(page, route),
                None => Shown::Failed,
            });
            scroll::arrived();
        });
    });
    // What changes about the person while a page is open must not make the page anew.
    let may_see = Memo::new(move |_| match session() {
        SessionState::Unknown => None,
        SessionState::Anonymous => Some(false),
        SessionState::SignedIn(_) | SessionState::Ended(_) => Some(true),
    });
    let view = move || match shown.get() {
        Shown::Nothing => view! { <Skeleton shape=SkeletonShape::Page/> }.into_any(),
        Shown::Failed => view! {
            <PageHeader title=t("app-page-failed-title")/>
            <ErrorState text=t("app-page-failed") on_retry=move |()| again.update(|count| *count += 1)/>
        }
        .into_any(),
        Shown::Page(page, route) if route.needs_sign_in() => match may_see.get() {
            None => view! { <Skeleton shape=SkeletonShape::Page/> }.into_any(),
            Some(true) => page(route),
            Some(false) if has_left() => ().into_any(),
            Some(false) => {
                let href = Route::SignIn.href_with(&[(query::NEXT, &route.href())]);
                request_animation_frame(move || {
                    navigate(&href, NavigateOptions { replace: true, ..NavigateOptions::default() });
                });
                ().into_any()
            }
        },
        Shown::Page(page, route) => page(route),
    };
    view! { <div class="page">{view}</div> }.into_any()
}
