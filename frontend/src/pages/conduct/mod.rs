//! The screen to hold a meeting by.

use leptos::prelude::*;

use crate::routes::Route;

/// The meeting as it is held.
pub fn page(route: Route) -> AnyView {
    super::not_found::page(route)
}
