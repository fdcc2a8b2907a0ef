//! The page for addresses that lead nowhere.

use leptos::prelude::*;

use crate::{
    components::{ButtonLink, PageHeader},
    i18n::t,
    routes::Route,
};

/// The view of the route.
pub fn page(_: Route) -> AnyView {
    NotFound().into_any()
}

/// Says that there is nothing here, and where to go.
#[component]
pub fn NotFound() -> AnyView {
    view! {
        <PageHeader title=t("app-not-found-title") intro=t("app-not-found-text")/>
        <div class="actions">
            <ButtonLink href=Route::Home.href()>{t("app-to-home")}</ButtonLink>
            <ButtonLink href=Route::Offers.href()>{t("app-nav-offers")}</ButtonLink>
            <ButtonLink href=Route::Members.href()>{t("app-nav-members")}</ButtonLink>
        </div>
    }
    .into_any()
}
