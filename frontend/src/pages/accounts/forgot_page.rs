//! Asking for a link to set a new password.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Asking for a link to set a new password.
#[component]
pub fn ForgotPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-sign-in")/> }.into_any()
}
