//! The gallery of building blocks, for development: what there is, and how it looks in each state.

mod forms;
mod gallery_page;
mod lists;
mod signs;

use leptos::prelude::*;

use crate::routes::Route;

/// The only page here.
pub fn page(_: Route) -> AnyView {
    view! { <gallery_page::GalleryPage/> }.into_any()
}
