//! Tasks of all groups: mine, made by me, overdue, by organisation.

use leptos::prelude::*;

/// The list.
#[component]
pub fn TasksPage() -> AnyView {
    ().into_any()
}
