//! The mark and the name of the network, which lead to the start page.

use leptos::prelude::*;

use crate::{i18n::t, routes::Route, state::network::network_name};

/// Five knots of one net, drawn for Verbund.
const MARK: &str = r#"<path class="mark-thread" d="M6.5 14.5 16 5l9 5.5L23 21l-10.5 5zM16 5l-3.5 21M6.5 14.5 23 21M6.5 14.5l18.5-4"/><g class="mark-knots"><circle cx="16" cy="5" r="3"/><circle cx="25" cy="10.5" r="3"/><circle cx="23" cy="21" r="3"/><circle cx="12.5" cy="26" r="3"/></g><circle class="mark-own" cx="6.5" cy="14.5" r="4.5"/>"#;

/// The mark and the name.
#[component]
pub fn Brand() -> AnyView {
    let label = move || format!("{} – {}", network_name().short_name, t("app-nav-home").get());
    view! {
        <a class="brand" href=Route::Home.href() aria-label=label>
            <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" inner_html=MARK></svg>
            <span class="brand-name">{move || network_name().short_name}</span>
        </a>
    }
    .into_any()
}
