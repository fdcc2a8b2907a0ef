//! Joining the network: the application and following it.

mod apply_page;
mod confirm_page;
mod draft;
mod follow_page;

use leptos::prelude::*;

use crate::routes::Route;

/// Filing an application.
pub fn apply(_: Route) -> AnyView {
    view! { <apply_page::ApplyPage/> }.into_any()
}

/// What the links in the applicant's mails lead to.
pub fn application(route: Route) -> AnyView {
    match route {
        Route::ApplyConfirm(token) => view! { <confirm_page::ConfirmPage token/> }.into_any(),
        Route::ApplicationFollow(token) => view! { <follow_page::FollowPage token/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
