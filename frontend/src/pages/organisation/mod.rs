//! The own organisation: profile, offers, people.

mod contacts;
mod frame;
mod group_consent;
mod invitations;
mod logo;
mod offer_entry;
mod offer_form;
mod offers_tab;
mod people_tab;
mod profile_tab;

use leptos::prelude::*;

use crate::routes::Route;

/// The profile.
pub fn profile(_: Route) -> AnyView {
    view! { <profile_tab::ProfileTab/> }.into_any()
}

/// The offers.
pub fn offers(_: Route) -> AnyView {
    view! { <offers_tab::OffersTab/> }.into_any()
}

/// The people.
pub fn people(_: Route) -> AnyView {
    view! { <people_tab::PeopleTab/> }.into_any()
}
