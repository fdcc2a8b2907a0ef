//! Working groups: the list, proposing one, a group's own page, and the steering group's overview.

mod act;
mod charter;
mod draft;
mod edit;
mod group_page;
mod history;
mod joining;
mod list_page;
mod milestones;
mod new_page;
mod oversight_page;
mod people;
mod steps;
mod waiting;
mod words;

pub use group_page::tabs;
pub use words::full_name;

use leptos::prelude::*;

use crate::routes::Route;

/// The list.
pub fn list(_: Route) -> AnyView {
    view! { <list_page::GroupsPage/> }.into_any()
}

/// Proposing a group.
pub fn new(_: Route) -> AnyView {
    view! { <new_page::NewGroupPage/> }.into_any()
}

/// One group.
pub fn group(route: Route) -> AnyView {
    match route {
        Route::Group(id, _) => view! { <group_page::GroupPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// The overview of all groups.
pub fn oversight(_: Route) -> AnyView {
    view! { <oversight_page::OversightPage/> }.into_any()
}
