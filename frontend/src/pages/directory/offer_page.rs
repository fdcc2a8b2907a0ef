//! One offer with its contact.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// One offer with its contact.
#[component]
pub fn OfferPage(
    /// From the address.
    id: String,
) -> AnyView {
    let _ = id;
    view! { <PageHeader title=t("app-nav-offers")/> }.into_any()
}
