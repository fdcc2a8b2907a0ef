//! Resolutions: the register, those of a group, one in full, and circular resolutions.

mod circular_page;
mod circulars;
mod fields;
mod group_page;
mod list_page;
mod page;
mod record;
mod words;

pub use words::majority_text;

use leptos::prelude::*;

use crate::routes::Route;

/// The register of all groups.
pub fn list(_: Route) -> AnyView {
    view! { <list_page::ResolutionsPage/> }.into_any()
}

/// The resolutions of a group.
pub fn of_group(route: Route) -> AnyView {
    match route {
        Route::Group(id, _) => view! { <group_page::GroupResolutionsPage group=id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// One resolution.
pub fn resolution(route: Route) -> AnyView {
    match route {
        Route::Resolution(id) => view! { <page::ResolutionPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// A circular resolution.
pub fn circular(route: Route) -> AnyView {
    match route {
        Route::Circular(id) => view! { <circular_page::CircularPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
