//! One offer with its contact.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    directory::DirectoryFacet,
    offers::{OfferFreshness, OfferState},
    operations::{
        OfferPage as Operation, OffersPage,
        offer_page::{self, TermName},
        offers_page,
    },
};

use super::parts::{Names, form_icon, links, period};
use crate::{
    api::{use_query, use_query_when},
    components::{
        Button, ButtonKind, ButtonLink, Crumb, Fact, Facts, Icon, IconName, Localized, Notice, PageHeader,
        Prose, SectionHeading, SkeletonShape, TextLink, Tone, breakable, pick,
    },
    i18n::{day, locale, t, text, text_with},
    pages::support::show,
    routes::{OrganisationTab, Route, query, with_query},
};

type Offer = offer_page::OfferPageOffer;

/// Offers of the same organisation that are shown below.
const MORE: i64 = 5;

/// One offer with its contact.
#[component]
pub fn OfferPage(
    /// From the address.
    id: String,
) -> AnyView {
    let wanted = id.clone();
    let query = use_query::<Operation>(move || offer_page::Variables { id: wanted.clone() });
    let organisation = Memo::new(move |_| query.data().map(|data| data.offer.organisation.id.clone()));
    let more = use_query_when::<OffersPage>(move || {
        let filter = offers_page::DirectoryFilter {
            text: String::new(),
            topics: Vec::new(),
            districts: Vec::new(),
            target_groups: Vec::new(),
            languages: Vec::new(),
            forms: Vec::new(),
            costs: Vec::new(),
            kinds: Vec::new(),
            organisation_id: Some(organisation.get()?),
        };
        Some(offers_page::Variables { filter, first: Some(MORE + 1), after: None })
    });
    let others = Signal::derive(move || {
        let data = more.data();
        let edges = data.iter().flat_map(|data| &data.offers.edges).filter(|edge| edge.node.id != id);
        let entry = |edge: &offers_page::OffersPageOffersEdges| {
            let title = (edge.node.title.de.clone(), edge.node.title.en.clone());
            (title, Route::Offer(edge.node.id.clone()).href())
        };
        edges.take(usize::try_from(MORE).unwrap_or(0)).map(entry).collect::<Vec<_>>()
    });
    show(query, SkeletonShape::Page, move |data| whole(data, others))
}

fn whole(data: Arc<offer_page::ResponseData>, others: Signal<Vec<(Names, String)>>) -> AnyView {
    let offer = data.offer.clone();
    let (de, en) = (offer.title.de.clone(), offer.title.en.clone());
    let title = Signal::derive(move || pick(&de, &en).0);
    let lang = pick(&offer.title.de, &offer.title.en).1;
    let crumbs = vec![Crumb::new(t("app-nav-offers"), Route::Offers.href())];
    let member = Route::Member(offer.organisation.id.clone()).href();
    let organisation = offer.organisation.name.clone();
    let manage = offer.viewer_can.edit.then(|| {
        let tab = Route::Organisation(OrganisationTab::Offers);
        let href = tab.href_with(&[(query::ORGANISATION, &offer.organisation.id)]);
        view! { <ButtonLink icon=IconName::Pencil href>{t("offers-manage")}</ButtonLink> }
    });
    let header = match lang {
        Some(lang) => view! { <PageHeader title crumbs lang>{manage}</PageHeader> }.into_any(),
        None => view! { <PageHeader title crumbs>{manage}</PageHeader> }.into_any(),
    };
    let below = move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            view! {
                <section class="more-offers">
                    <SectionHeading title=t("offers-more-of")/>
                    {links(others)}
                </section>
            }
        })
    };
    view! {
        {header}
        <p class="offer-by">
            <Icon name=IconName::Building/>
            <a href=member>{organisation}</a>
        </p>
        {notices(&offer)}
        <div class="split">
            <div class="stack">
                <Prose de=offer.summary.de.clone() en=offer.summary.en.clone()/>
                {web_link(&offer)}
                {facts(&offer)}
            </div>
            {contact(&offer)}
        </div>
        {below}
    }
    .into_any()
}

/// What must be said first: that it is not public, or that nobody has confirmed it for long.
fn notices(offer: &Offer) -> AnyView {
    let hidden = offer.state != OfferState::Published || offer.freshness == OfferFreshness::Hidden;
    let checked_on = offer.checked_on.clone();
    let overdue = offer.freshness == OfferFreshness::Overdue && !hidden;
    view! {
        {hidden.then(|| view! { <Notice tone=Tone::Waiting title=t("offers-invisible")/> })}
        {overdue.then(|| {
            let note = move || text_with("offers-overdue-note", &[("day", day(&checked_on).into())]);
            view! { <Notice tone=Tone::Waiting><p>{note}</p></Notice> }
        })}
    }
    .into_any()
}

fn web_link(offer: &Offer) -> Option<AnyView> {
    let href = offer.url.clone();
    (!href.is_empty())
        .then(|| view! { <p><TextLink href external=true>{t("offers-open-url")}</TextLink></p> }.into_any())
}

fn facts(offer: &Offer) -> AnyView {
    let form = offer.form;
    let form_key = format!("offers-form-{}", form.as_str());
    let cost_key = format!("offers-cost-{}", offer.cost.as_str());
    let note = offer.cost_note.clone();
    let checked_on = offer.checked_on.clone();
    let (from, until) = (offer.valid_from.clone(), offer.valid_until.clone());
    let dated = from.is_some() || until.is_some();
    let period = move || period(from.as_deref(), until.as_deref());
    let terms = |terms: &[TermName], facet: DirectoryFacet| {
        let entry = |term: &TermName| {
            let href = Route::Offers.href_with(&[(facet.parameter(), &term.key)]);
            ((term.name.de.clone(), term.name.en.clone()), href)
        };
        terms.iter().map(entry).collect::<Vec<_>>()
    };
    let groups = [
        ("directory-facet-target-group", terms(&offer.target_groups, DirectoryFacet::TargetGroup)),
        ("directory-facet-topic", terms(&offer.topics, DirectoryFacet::Topic)),
        ("directory-facet-district", terms(&offer.districts, DirectoryFacet::District)),
        ("directory-facet-language", terms(&offer.languages, DirectoryFacet::Language)),
    ];
    let statewide = offer.statewide;
    let terms: Vec<AnyView> = groups
        .into_iter()
        .filter_map(|(key, entries)| {
            if key == "directory-facet-district" && statewide {
                return Some(view! { <Fact label=t(key)>{t("directory-statewide-long")}</Fact> }.into_any());
            }
            (!entries.is_empty()).then(|| view! { <Fact label=t(key)>{links(entries)}</Fact> }.into_any())
        })
        .collect();
    view! {
        <Facts>
            <Fact label=t("offers-form")>
                <Icon name=form_icon(form)/> " " {move || text(&form_key)}
            </Fact>
            <Fact label=t("offers-cost")>
                {move || text(&cost_key)}
                {(!note.de.is_empty()).then(|| view! {
                    <p class="muted"><Localized de=note.de.clone() en=note.en.clone()/></p>
                })}
            </Fact>
            {terms}
            {dated.then(|| view! { <Fact label=t("offers-validity")>{period}</Fact> })}
            <Fact label=t("offers-checked-on")>{move || day(&checked_on)}</Fact>
        </Facts>
    }
    .into_any()
}

/// Whom to ask, and taking it along.
fn contact(offer: &Offer) -> AnyView {
    let contact = offer.contact.clone();
    let card = format!("/export/offers/{}.vcf", offer.id);
    let card = Signal::derive(move || with_query(&card, &[("lang", locale().tag())]));
    let dialled: String = contact.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let print = move |()| {
        let _ = window().print();
    };
    view! {
        <aside class="contact-card" aria-labelledby="contact-heading">
            <h2 id="contact-heading">{t("offers-contact")}</h2>
            {(!contact.name.is_empty()).then(|| view! { <p class="contact-name">{contact.name}</p> })}
            <p class="muted">{offer.organisation.name.clone()}</p>
            <ul class="contact-ways">
                {(!dialled.is_empty()).then(|| view! {
                    <li><TextLink icon=IconName::Phone href=format!("tel:{dialled}")>{contact.phone}</TextLink></li>
                })}
                {(!contact.email.is_empty()).then(|| view! {
                    <li>
                        <TextLink icon=IconName::Mail href=format!("mailto:{}", contact.email)>
                            {breakable(&contact.email)}
                        </TextLink>
                    </li>
                })}
            </ul>
            <div class="actions">
                <ButtonLink icon=IconName::Download href=card download=true>{t("offers-vcard")}</ButtonLink>
                <Button kind=ButtonKind::Quiet icon=IconName::Printer on_press=print>{t("offers-print")}</Button>
            </div>
        </aside>
    }
    .into_any()
}
