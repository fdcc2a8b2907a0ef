//! Following one's own application by a private link.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Following one's own application by a private link.
#[component]
pub fn FollowPage(
    /// From the address.
    token: String,
) -> AnyView {
    let _ = token;
    view! { <PageHeader title=t("app-nav-join")/> }.into_any()
}
