//! The screen to hold a meeting by: agenda, the item that is spoken about with its votes and notes, attendance
//! and quorum.

mod agenda;
mod attendance;
mod attendance_times;
mod count;
mod item;
mod item_acts;
mod page;
mod quorum;
mod room;
mod vote_form;
mod votes;
mod words;

use leptos::prelude::*;

use crate::routes::Route;

/// The meeting as it is held.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::MeetingConduct(id) => view! { <page::ConductPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
