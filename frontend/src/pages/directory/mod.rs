//! The public directory: offers and members.

mod list_view;
mod listing;
mod member_page;
mod members_page;
mod offer_page;
mod offers_page;
mod parts;
mod selection;

use leptos::prelude::*;

use crate::routes::Route;

/// The list of offers.
pub fn offers(_: Route) -> AnyView {
    view! { <offers_page::OffersPage/> }.into_any()
}

/// One offer.
pub fn offer(route: Route) -> AnyView {
    match route {
        Route::Offer(id) => view! { <offer_page::OfferPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// The list of members.
pub fn members(_: Route) -> AnyView {
    view! { <members_page::MembersPage/> }.into_any()
}

/// One member.
pub fn member(route: Route) -> AnyView {
    match route {
        Route::Member(id) => view! { <member_page::MemberPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
