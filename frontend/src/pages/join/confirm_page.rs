//! Confirming an application by the link from the mail.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Confirming an application by the link from the mail.
#[component]
pub fn ConfirmPage(
    /// From the address.
    token: String,
) -> AnyView {
    let _ = token;
    view! { <PageHeader title=t("app-nav-join")/> }.into_any()
}
