//! Minutes: writing, review and signing, their versions, and two of them side by side.

mod actions;
mod beside;
mod comparison_page;
mod current_page;
mod document;
mod editor;
mod editor_draft;
mod editor_merge;
mod objecting;
mod objections;
mod shown;
mod stand;
mod take;
mod version_page;
mod versions;
mod words;
mod writing;

pub use editor::{Writing, editor};

use leptos::prelude::*;

use crate::routes::Route;

/// The minutes as they stand.
pub fn current(route: Route) -> AnyView {
    match route {
        Route::Minutes(id) => view! { <current_page::MinutesPage meeting=id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// A version of the minutes, or two compared.
pub fn version(route: Route) -> AnyView {
    match route {
        Route::MinutesVersion(id, number) => match number.parse() {
            Ok(number) => view! { <version_page::VersionPage meeting=id number/> }.into_any(),
            Err(_) => super::not_found::page(Route::MinutesVersion(id, number)),
        },
        Route::MinutesComparison(id) => view! { <comparison_page::ComparisonPage meeting=id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
