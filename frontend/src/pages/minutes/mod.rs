//! Minutes: writing, review and signing, their versions, and two of them side by side.

mod actions;
mod editor;
mod editor_draft;
mod editor_merge;

pub use editor::{Writing, editor};

use leptos::prelude::*;

use crate::routes::Route;

/// The minutes as they stand.
pub fn current(route: Route) -> AnyView {
    super::not_found::page(route)
}

/// A version of the minutes, or two compared.
pub fn version(route: Route) -> AnyView {
    super::not_found::page(route)
}
