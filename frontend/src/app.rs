//! The app as a whole: language, session, address, and the frame around the pages.

use leptos::{mount::mount_to, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;

use crate::{
    i18n,
    outlet::Outlet,
    shell::Shell,
    state::{address, network, scroll, session},
};

/// Shows the app. The bootstrap file has fetched the messages, so the first view has its words.
pub fn start() {
    i18n::adopt_early_messages();
    // The place on the page first: whoever listens first knows first that one goes back.
    scroll::watch();
    address::watch();
    let place = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok());
    if let Some(place) = place {
        mount_to(place, App).forget();
    }
}

#[component]
fn App() -> AnyView {
    let routing = RwSignal::new(false);
    spawn_local(session::restore());
    spawn_local(network::load());
    view! {
        <Shell routing>
            <Outlet routing/>
        </Shell>
    }
    .into_any()
}
