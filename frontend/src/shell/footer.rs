//! The foot of every page: whose it is, the legal pages, the look.

use leptos::prelude::*;

use super::preferences::ThemeSwitch;
use crate::{i18n::t, routes::Route, state::network::network_name};

/// The foot of the page.
#[component]
pub fn Footer() -> AnyView {
    let links = [
        (Route::Imprint, "app-nav-imprint"),
        (Route::Privacy, "app-nav-privacy"),
        (Route::Rights, "app-nav-rights"),
    ];
    let links: Vec<AnyView> = links
        .into_iter()
        .map(|(route, key)| view! { <li><a href=route.href()>{t(key)}</a></li> }.into_any())
        .collect();
    view! {
        <footer class="footer">
            <div class="footer-row">
                <p class="footer-name">{move || network_name().name}</p>
                <nav aria-label=t("app-nav-footer")><ul>{links}</ul></nav>
                <ThemeSwitch/>
            </div>
        </footer>
    }
    .into_any()
}
