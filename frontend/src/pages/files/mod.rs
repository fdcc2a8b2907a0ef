//! Files of groups: all of a group's, those of one task, and the papers of one agenda item.

mod entries;
mod group_page;
mod of_item;
mod of_task;

pub use entries::{download, size_text};
pub use of_item::of_item;
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
