//! Tasks: a group's board, the list over all groups, and one task in full.

mod board;
mod board_page;
mod draft;
mod list_page;
mod markdown;
mod one;
mod people;
mod words;

pub use markdown::{markdown, preview};
pub use words::state_badge;

use leptos::prelude::*;

use crate::routes::Route;

/// The board of a group.
pub fn board(route: Route) -> AnyView {
    match route {
        Route::Group(id, _) => view! { <board_page::BoardPage group=id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// Tasks of all groups.
pub fn list(_: Route) -> AnyView {
    view! { <list_page::TasksPage/> }.into_any()
}

/// One task.
pub fn task(route: Route) -> AnyView {
    match route {
        Route::Task(id) => view! { <one::TaskPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
