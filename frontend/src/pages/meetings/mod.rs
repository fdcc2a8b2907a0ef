//! Meetings: those of all groups, of one group, one in full with its agenda, date polls, and the rules of
//! procedure.

use leptos::prelude::*;

use crate::routes::Route;

/// The meetings one may see.
pub fn list(route: Route) -> AnyView {
    super::not_found::page(route)
}

/// The meetings of a group, and its rules of procedure.
pub fn of_group(route: Route) -> AnyView {
    super::not_found::page(route)
}

/// One meeting with its agenda.
pub fn meeting(route: Route) -> AnyView {
    super::not_found::page(route)
}

/// A date poll.
pub fn poll(route: Route) -> AnyView {
    super::not_found::page(route)
}
