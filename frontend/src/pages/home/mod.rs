//! The start page.

mod home_page;

use leptos::prelude::*;

use crate::routes::Route;

/// The view of the chunk's only route.
pub fn page(_: Route) -> AnyView {
    view! { <home_page::HomePage/> }.into_any()
}
