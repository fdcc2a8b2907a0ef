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

/// The view of each route of this chunk.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Offers => view! { <offers_page::OffersPage/> }.into_any(),
        Route::Offer(id) => view! { <offer_page::OfferPage id/> }.into_any(),
        Route::Members => view! { <members_page::MembersPage/> }.into_any(),
        Route::Member(id) => view! { <member_page::MemberPage id/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
