//! Meetings: those of all groups, of one group, one in full with its agenda, date polls, and the rules of
//! procedure.

mod details;
mod errors;
mod group_lists;
mod group_page;
mod item_draft;
mod item_forms;
mod list_page;
mod one;
mod people;
mod poll_form;
mod poll_page;
mod poll_table;
mod procedure_form;
mod procedure_page;
mod times;
mod words;

use leptos::prelude::*;

use crate::routes::{GroupTab, Route};

/// The meetings one may see.
pub fn list(_: Route) -> AnyView {
    view! { <list_page::MeetingsPage/> }.into_any()
}

/// The meetings of a group, and its rules of procedure.
pub fn of_group(route: Route) -> AnyView {
    match route {
        Route::Group(id, GroupTab::Procedure) => {
            view! { <procedure_page::ProcedurePage group=id/> }.into_any()
        }
        Route::Group(id, _) => view! { <group_page::GroupMeetingsPage group=id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// One meeting with its agenda.
pub fn meeting(route: Route) -> AnyView {
    match route {
        Route::Meeting(id) => view! { <one::MeetingPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// A date poll.
pub fn poll(route: Route) -> AnyView {
    match route {
        Route::MeetingPoll(id) => view! { <poll_page::MeetingPollPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
