//! The legal pages.

mod imprint_page;
mod privacy_page;

use leptos::prelude::*;

use crate::routes::Route;

/// The view of each route of this chunk.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Imprint => view! { <imprint_page::ImprintPage/> }.into_any(),
        Route::Privacy => view! { <privacy_page::PrivacyPage/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
