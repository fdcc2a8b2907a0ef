//! The gallery of building blocks, for development: what there is, and how it looks in each state.

mod forms;
mod gallery_page;
mod lists;
mod signs;

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::{
    components::{Skeleton, SkeletonShape},
    routes::Route,
    state::network::is_development,
};

/// The view of the chunk's only route; where people work there is no such page.
pub fn page(_: Route) -> AnyView {
    (move || match is_development() {
        None => view! { <Skeleton shape=SkeletonShape::Page/> }.into_any(),
        Some(true) => view! { <gallery_page::GalleryPage/> }.into_any(),
        Some(false) => view! { <NotFound/> }.into_any(),
    })
    .into_any()
}
