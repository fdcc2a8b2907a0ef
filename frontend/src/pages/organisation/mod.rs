//! The own organisation: profile, offers, people.

mod contacts;
mod frame;
mod invitations;
mod logo;
mod offer_entry;
mod offer_form;
mod offers_tab;
mod people_tab;
mod profile_tab;

use leptos::prelude::*;

use crate::routes::{OrganisationTab, Route};

/// The view of each route of this chunk.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Organisation(OrganisationTab::Profile) => view! { <profile_tab::ProfileTab/> }.into_any(),
        Route::Organisation(OrganisationTab::Offers) => view! { <offers_tab::OffersTab/> }.into_any(),
        Route::Organisation(OrganisationTab::People) => view! { <people_tab::PeopleTab/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
