//! Today: what needs the signed-in person.

mod item;
mod today_page;

use leptos::prelude::*;

use crate::routes::Route;

/// The view of the chunk's only route.
pub fn page(_: Route) -> AnyView {
    view! { <today_page::TodayPage/> }.into_any()
}
