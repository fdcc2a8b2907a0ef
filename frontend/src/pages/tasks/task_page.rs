//! One task in full.

use leptos::prelude::*;

/// One task.
#[component]
pub fn TaskPage(
    /// From the address.
    id: String,
) -> AnyView {
    id.into_any()
}
