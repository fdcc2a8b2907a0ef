//! A group's board.

use leptos::prelude::*;

/// The board of a group.
#[component]
pub fn BoardPage(
    /// The group's id, from the address.
    group: String,
) -> AnyView {
    group.into_any()
}
