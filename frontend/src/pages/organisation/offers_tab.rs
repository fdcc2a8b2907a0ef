//! The offers of the own organisation: what is to be checked first, then all others.

use std::sync::Arc;

use crate::state::address::use_query_map;
use leptos::prelude::*;
use verbund_shared::{
    offers::{OfferFreshness, OfferState},
    operations::{OrganisationOffersPage, organisation_offers_page},
};

use super::{
    frame::{Mine, in_organisation},
    offer_entry::entry,
    offer_form::{edit_offer, new_offer},
};
use crate::{
    api::{Query, use_query},
    components::{ButtonKind, ButtonLink, EmptyState, IconName, SectionHeading, SkeletonShape},
    i18n::{t, text_with},
    pages::support::show,
    platform::focus_id,
    routes::{OrganisationTab, Route, query},
};

/// An offer as the list has it.
pub(super) type Managed = organisation_offers_page::OfferManaged;

/// Offers that are shown; an organisation with more of them has a page of the coordination office.
const FIRST: i64 = 100;

/// The list, and what must be done after something in it was changed.
#[derive(Clone, Copy)]
pub(super) struct OwnOffers {
    list: Query<organisation_offers_page::ResponseData>,
    focus: RwSignal<Option<String>>,
}

impl OwnOffers {
    /// Reads the list again and puts the focus on an entry, whose button may be gone.
    pub fn changed(self, id: &str) {
        self.focus.set(Some(link_id(id)));
        self.list.refetch();
    }
}

/// The id of an entry's heading link.
pub(super) fn link_id(id: &str) -> String {
    format!("own-{id}")
}

/// The address of the form for an offer, or for a new one.
pub(super) fn form_href(organisation: &str, offer: &str) -> String {
    let parameters = [(query::ORGANISATION, organisation), (query::EDIT, offer)];
    Route::Organisation(OrganisationTab::Offers).href_with(&parameters)
}

/// The address of the list.
pub(super) fn list_href(organisation: &str) -> String {
    Route::Organisation(OrganisationTab::Offers).href_with(&[(query::ORGANISATION, organisation)])
}

/// The offers of the own organisation.
#[component]
pub fn OffersTab() -> AnyView {
    let parameters = use_query_map();
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT));
    in_organisation(OrganisationTab::Offers, move |mine| {
        (move || match edited.get().as_deref() {
            Some(query::NEW) => new_offer(&mine.id),
            Some(id) => edit_offer(&mine.id, id.to_owned()),
            None => list(&mine),
        })
        .into_any()
    })
}

fn list(mine: &Mine) -> AnyView {
    let id = mine.id.clone();
    let can_manage = mine.viewer_can.manage_offers;
    let variables = {
        let id = id.clone();
        move || organisation_offers_page::Variables {
            organisation_id: id.clone(),
            filter: organisation_offers_page::OrganisationOffersFilter { state: None, freshness: None },
            first: Some(FIRST),
            after: None,
        }
    };
    let query = use_query::<OrganisationOffersPage>(variables);
    let offers = OwnOffers { list: query, focus: RwSignal::new(None) };
    Effect::new(move |_| {
        if query.data().is_some()
            && let Some(id) = offers.focus.try_update_untracked(Option::take).flatten()
        {
            request_animation_frame(move || focus_id(&id));
        }
    });
    let add = move || {
        let href = form_href(&id, query::NEW);
        view! {
            <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>{t("offers-new")}</ButtonLink>
        }
        .into_any()
    };
    let organisation = mine.id.clone();
    show(query, SkeletonShape::List, move |data| {
        let add = can_manage.then(&add);
        groups(data, &organisation, offers, add)
    })
}

/// Waits for a check: published, and due or later.
fn waits(offer: &Managed) -> bool {
    offer.state == OfferState::Published && offer.freshness != OfferFreshness::Current
}

fn groups(
    data: Arc<organisation_offers_page::ResponseData>,
    organisation: &str,
    offers: OwnOffers,
    add: Option<AnyView>,
) -> AnyView {
    let all: Vec<&Managed> = data.organisation_offers.edges.iter().map(|edge| &edge.node).collect();
    if all.is_empty() {
        return view! {
            <EmptyState icon=IconName::HandHelping title=t("offers-own-none") text=t("offers-own-none-text")>
                {add}
            </EmptyState>
        }
        .into_any();
    }
    let of_state = |state| all.iter().copied().filter(move |offer| offer.state == state);
    let waiting: Vec<_> = all.iter().copied().filter(|offer| waits(offer)).collect();
    let published: Vec<_> = of_state(OfferState::Published).filter(|offer| !waits(offer)).collect();
    let drafts: Vec<_> = of_state(OfferState::Draft).collect();
    let archived: Vec<_> = of_state(OfferState::Archived).collect();
    let summary = {
        let (published, waiting) = (published.len() + waiting.len(), waiting.len());
        move || {
            text_with("offers-own-summary", &[("published", published.into()), ("waiting", waiting.into())])
        }
    };
    view! {
        <div class="own-offers-head">
            <p role="status">{summary}</p>
            {add}
        </div>
        {group("offers-group-waiting", &waiting, organisation, offers)}
        {group("offers-group-drafts", &drafts, organisation, offers)}
        {group("offers-group-published", &published, organisation, offers)}
        {group("offers-group-archived", &archived, organisation, offers)}
    }
    .into_any()
}

fn group(key: &'static str, of_group: &[&Managed], organisation: &str, offers: OwnOffers) -> Option<AnyView> {
    if of_group.is_empty() {
        return None;
    }
    let entries: Vec<AnyView> =
        of_group.iter().map(|offer| entry((*offer).clone(), organisation, offers)).collect();
    Some(view! { <SectionHeading title=t(key)/> <ul class="entries">{entries}</ul> }.into_any())
}
