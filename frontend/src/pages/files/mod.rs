//! Files of groups: all of a group's, and those of one task.

mod entries;
mod group_page;
mod of_task;

pub use of_task::of_task;

use leptos::prelude::*;

use crate::routes::Route;

/// The files of a group.
pub fn of_group(route: Route) -> AnyView {
    match route {
        Route::Group(id, _) => view! { <group_page::GroupFilesPage group=id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
