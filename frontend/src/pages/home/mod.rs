//! The start page.

mod home_page;

use leptos::prelude::*;

use crate::routes::Route;

/// The only page here.
pub fn page(_: Route) -> AnyView {
    view! { <home_page::HomePage/> }.into_any()
}
