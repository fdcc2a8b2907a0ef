//! The frame around every page: header, navigation, footer, notices, the command box.

mod brand;
mod command_box;
mod directory_hits;
mod footer;
pub mod navigation;
mod preferences;
mod toast_region;

use leptos::{
    ev,
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};

use crate::{
    components::{Icon, IconName, Notice, RoutingBar, Tone},
    i18n::{t, text},
    platform,
    routes::Route,
    state::{
        address::use_path,
        network::network_name,
        session::{SessionState, session, viewer, was_signed_in},
        toasts::toast_failed,
    },
};
use brand::Brand;
use footer::Footer;
use navigation::{BottomBar, HeaderLinks, Rail};
use preferences::LanguageSwitch;
use toast_region::ToastRegion;

const MAIN: &str = "main";

/// The frame; the page stands in its middle.
#[component]
pub fn Shell(
    /// Whether the next page is on its way.
    routing: RwSignal<bool>,
    /// The page.
    children: Children,
) -> AnyView {
    let path = use_path();
    let route = Memo::new(move |_| Route::parse(&path.read()));
    let command_open = RwSignal::new(false);
    // The room of the rail is kept while the session is renewed.
    let signed_in = Signal::derive(move || match session() {
        SessionState::Unknown => was_signed_in(),
        _ => viewer().is_some(),
    });
    let demonstration = move || {
        network_name().demonstration.then(|| view! { <p class="demonstration">{t("app-demonstration")}</p> })
    };
    let session_ended = move || {
        matches!(session(), SessionState::Ended(_)).then(|| {
            view! {
                <div class="session-ended" role="alert">
                    <Notice tone=Tone::Waiting title=t("app-session-ended")>
                        <a href=Route::SignIn.href() target="_blank" rel="external">{t("app-session-again")}</a>
                    </Notice>
                </div>
            }
        })
    };
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        platform::focus_id(MAIN);
    };
    view! {
        <RoutingBar active=routing/>
        <a class="skip-link" href="#main" on:click=skip>{t("app-skip")}</a>
        <div class="shell" class:shell-signed-in=signed_in>
            <header class="top">
                {demonstration}
                <div class="top-row">
                    <Brand/>
                    <HeaderLinks route/>
                    <div class="top-tools">
                        <button type="button" class="button button-quiet search-open" on:click=move |_| command_open.set(true)>
                            <Icon name=IconName::Search/>
                            <span>{t("app-command-open")}</span>
                            <kbd aria-hidden="true">{t("app-command-keys")}</kbd>
                        </button>
                        <LanguageSwitch/>
                    </div>
                </div>
            </header>
            <Rail route/>
            <main class="main" id=MAIN tabindex="-1">{session_ended} {children()}</main>
            <Footer/>
            <BottomBar route/>
        </div>
        {command_box(command_open)}
        <ToastRegion/>
    }
    .into_any()
}

/// Makes the view of the command box. It lives in a chunk of its own.
type CommandView = fn(RwSignal<bool>) -> AnyView;

#[wasm_split(command, wasm_split_path = ::leptos::wasm_split, fallible)]
fn command() -> Result<CommandView, SplitLoaderError> {
    Ok(|open| view! { <command_box::CommandBox open/> }.into_any())
}

/// The command box, fetched when it is first asked for.
fn command_box(open: RwSignal<bool>) -> AnyView {
    let shortcut = window_event_listener(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            open.update(|open| *open = !*open);
        }
    });
    on_cleanup(move || shortcut.remove());
    let made = RwSignal::new(None::<CommandView>);
    Effect::new(move |_| {
        if open.get() && made.get_untracked().is_none() {
            spawn_local(async move {
                match command().await {
                    Ok(view) => made.set(Some(view)),
                    Err(_) => {
                        open.set(false);
                        toast_failed(text("error-network"));
                    }
                }
            });
        }
    });
    (move || made.get().map(|view| view(open))).into_any()
}
