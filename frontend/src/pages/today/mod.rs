//! Today: what needs the signed-in person.

mod item;
mod today_page;

use leptos::prelude::*;

use crate::routes::Route;

/// The only page here.
pub fn page(_: Route) -> AnyView {
    view! { <today_page::TodayPage/> }.into_any()
}
