//! Joining the network: the application and following it.

mod apply_page;
mod confirm_page;
mod draft;
mod follow_page;

use leptos::prelude::*;

use crate::routes::Route;

/// The view of each route of this chunk.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Apply => view! { <apply_page::ApplyPage/> }.into_any(),
        Route::ApplyConfirm(token) => view! { <confirm_page::ConfirmPage token/> }.into_any(),
        Route::ApplicationFollow(token) => view! { <follow_page::FollowPage token/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
