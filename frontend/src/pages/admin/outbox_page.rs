//! The mails that wait, went out, or failed.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The mails that wait, went out, or failed.
#[component]
pub fn OutboxPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-outbox")/> }.into_any()
}
