//! Small parts that the lists and the pages of single things share.

use leptos::prelude::*;
use verbund_shared::{
    directory::DirectoryFacet,
    offers::OfferForm,
    operations::offers_page::{FacetParts, FacetPartsValues},
};

use super::listing::Value;
use crate::{
    components::{IconName, pick},
    i18n::{day, text, text_with},
};

/// German and English name.
pub(super) type Names = (String, String);

/// The facets of an answer as the list keeps them.
pub(super) fn facets_from(facets: Vec<FacetParts>) -> Vec<(DirectoryFacet, Vec<Value>)> {
    let value = |value: FacetPartsValues| Value {
        key: value.key,
        names: value.name.map(|name| (name.de, name.en)),
        count: value.count,
        tile: value.tile_x.zip(value.tile_y),
    };
    facets.into_iter().map(|facet| (facet.kind, facet.values.into_iter().map(value).collect())).collect()
}

/// The picture of a form of help.
pub(super) fn form_icon(form: OfferForm) -> IconName {
    match form {
        OfferForm::Advice => IconName::Help,
        OfferForm::Course => IconName::GraduationCap,
        OfferForm::Accompaniment => IconName::HandHelping,
        OfferForm::Placement => IconName::Handshake,
        OfferForm::Event => IconName::Calendar,
        OfferForm::Information => IconName::FileText,
        OfferForm::Funding => IconName::BadgeEuro,
    }
}

/// Names in the reader's language, one after the other.
pub(super) fn join_names(names: &[Names]) -> String {
    names.iter().map(|(de, en)| pick(de, en).0).collect::<Vec<_>>().join(", ")
}

/// Where something is done.
pub(super) fn places(statewide: bool, districts: &[Names]) -> String {
    if statewide { text("directory-statewide") } else { join_names(districts) }
}

/// A list of links, each to what else there is under a name.
pub(super) fn links(entries: Vec<(Names, String)>) -> AnyView {
    let items: Vec<AnyView> = entries
        .into_iter()
        .map(|((de, en), href)| view! { <li><a href=href>{move || pick(&de, &en).0}</a></li> }.into_any())
        .collect();
    view! { <ul class="term-links">{items}</ul> }.into_any()
}

/// From when to when, in words; nothing where it is open at both ends.
pub(super) fn period(from: Option<&str>, until: Option<&str>) -> Option<String> {
    Some(match (from, until) {
        (Some(from), Some(until)) if from == until => day(from),
        (Some(from), Some(until)) => {
            text_with("offers-valid-between", &[("from", day(from).into()), ("until", day(until).into())])
        }
        (Some(from), None) => text_with("offers-valid-since", &[("from", day(from).into())]),
        (None, Some(until)) => text_with("offers-valid-to", &[("until", day(until).into())]),
        (None, None) => return None,
    })
}
