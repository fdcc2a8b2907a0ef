//! One member organisation: who it is, what it helps with, how to reach it, its offers.

use leptos::prelude::*;
use verbund_shared::{
    operations::{OffersPage, OrganisationProfile, offers_page, organisation_profile},
    terms::TermKind,
};

use crate::{
    api::use_query,
    components::{
        Avatar, ButtonLink, Crumb, Fact, Facts, IconName, Localized, PageHeader, Prose, SectionHeading,
        SkeletonShape, TextLink, breakable, pick,
    },
    i18n::{month_year, t, text},
    pages::{
        labels::kind_label,
        support::{show, show_page},
    },
    routes::{OrganisationTab, Route, query},
};

type Member = organisation_profile::OrganisationProfileOrganisation;
/// Offers shown at once; the list of all of them is a page of its own.
const OFFERS: i64 = 50;

/// One member organisation.
#[component]
pub fn MemberPage(
    /// From the address.
    id: String,
) -> AnyView {
    let asked = id.clone();
    let query =
        use_query::<OrganisationProfile>(move || organisation_profile::Variables { id: asked.clone() });
    show_page(query, move |data| whole(&data.organisation, id.clone()))
}

fn whole(member: &Member, id: String) -> AnyView {
    let kind = member.kind;
    let intro = Signal::derive(move || kind_label(kind));
    let logo = member.logo_url.clone().map(|src| view! { <Avatar name=member.name.clone() src large=true/> });
    let edit = member.viewer_can.edit.then(|| {
        let href = Route::Organisation(OrganisationTab::Profile).href_with(&[(query::ORGANISATION, &id)]);
        view! { <ButtonLink href icon=IconName::Pencil>{t("organisations-edit")}</ButtonLink> }
    });
    let (de, en) = (member.purpose.de.clone(), member.purpose.en.clone());
    view! {
        <PageHeader
            title=Signal::stored(member.name.clone())
            intro
            crumbs=vec![Crumb::new(t("app-nav-members"), Route::Members.href())]
        >
            {edit}
        </PageHeader>
        <div class="split">
            <div class="stack">
                {logo}
                <Prose de en/>
                {facts(member)}
            </div>
            {reach(member, &id)}
        </div>
        {contacts(member)}
        <SectionHeading title=t("app-nav-offers")/>
        {offers(id)}
    }
    .into_any()
}

fn names_of(member: &Member, kind: TermKind) -> Vec<(String, String)> {
    let of_kind = member.terms.iter().filter(|term| term.kind == kind);
    of_kind.map(|term| (term.name.de.clone(), term.name.en.clone())).collect()
}

fn joined(names: Vec<(String, String)>) -> AnyView {
    (move || names.iter().map(|(de, en)| pick(de, en).0).collect::<Vec<_>>().join(", ")).into_any()
}

fn facts(member: &Member) -> AnyView {
    let statewide = member.statewide;
    let terms = [
        (TermKind::Topic, "directory-facet-topic"),
        (TermKind::TargetGroup, "directory-facet-target-group"),
        (TermKind::Language, "directory-facet-language"),
    ];
    let terms: Vec<AnyView> = terms
        .into_iter()
        .filter_map(|(kind, label)| {
            let names = names_of(member, kind);
            (!names.is_empty()).then(|| view! { <Fact label=t(label)>{joined(names)}</Fact> }.into_any())
        })
        .collect();
    let districts = names_of(member, TermKind::District);
    let where_ = if statewide {
        Some((move || text("directory-statewide-long")).into_any())
    } else {
        (!districts.is_empty()).then(|| joined(districts))
    };
    let member_since = member.member_since.clone();
    view! {
        <Facts>
            {terms}
            {where_.map(|words| view! { <Fact label=t("directory-facet-district")>{words}</Fact> })}
            {member_since.map(|since| view! { <Fact label=t("organisations-member-since")>{move || month_year(&since)}</Fact> })}
        </Facts>
    }
    .into_any()
}

/// How to reach it, and taking that along.
fn reach(member: &Member, id: &str) -> AnyView {
    let Member { street, postal_code, city, website, email, phone, .. } = member.clone();
    let card = format!("/export/members/{id}.vcf");
    let lines = [street, format!("{postal_code} {city}").trim().to_owned()];
    let place: Vec<AnyView> = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p>{line}</p> }.into_any())
        .collect();
    let bare = website.trim_start_matches("https://").trim_end_matches('/').to_owned();
    let mail = format!("mailto:{email}");
    let call = format!("tel:{}", phone.replace(' ', ""));
    view! {
        <aside class="contact-card" aria-labelledby="contact-heading">
            <h2 id="contact-heading">{t("offers-contact")}</h2>
            <div>{place}</div>
            <ul class="contact-ways">
                {(!phone.is_empty()).then(|| view! {
                    <li><TextLink icon=IconName::Phone href=call>{phone}</TextLink></li>
                })}
                {(!email.is_empty()).then(|| view! {
                    <li><TextLink icon=IconName::Mail href=mail>{breakable(&email)}</TextLink></li>
                })}
                {(!website.is_empty()).then(|| view! {
                    <li><TextLink icon=IconName::Globe external=true href=website>{breakable(&bare)}</TextLink></li>
                })}
            </ul>
            <div class="actions">
                <ButtonLink href=card icon=IconName::Download download=true>{t("organisations-vcard")}</ButtonLink>
            </div>
        </aside>
    }
    .into_any()
}

fn contacts(member: &Member) -> Option<AnyView> {
    let entries: Vec<AnyView> = member
        .contacts
        .iter()
        .cloned()
        .map(|contact| {
            let mail = format!("mailto:{}", contact.email);
            let call = format!("tel:{}", contact.phone.replace(' ', ""));
            view! {
                <li class="entry">
                    <div class="entry-body">
                        <h3 class="entry-title">{contact.name}</h3>
                        {(!contact.function.is_empty()).then(|| view! { <p class="muted">{contact.function}</p> })}
                        {(!contact.email.is_empty()).then(|| view! { <p><a class="link" href=mail>{breakable(&contact.email)}</a></p> })}
                        {(!contact.phone.is_empty()).then(|| view! { <p><a class="link" href=call>{contact.phone}</a></p> })}
                    </div>
                </li>
            }
            .into_any()
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <SectionHeading title=t("organisations-contacts")/>
            <ul class="entries">{entries}</ul>
        }
        .into_any()
    })
}

fn offers(organisation: String) -> AnyView {
    let query = use_query::<OffersPage>(move || offers_page::Variables {
        filter: offers_page::DirectoryFilter {
            text: String::new(),
            topics: Vec::new(),
            districts: Vec::new(),
            target_groups: Vec::new(),
            languages: Vec::new(),
            forms: Vec::new(),
            costs: Vec::new(),
            kinds: Vec::new(),
            organisation_id: Some(organisation.clone()),
        },
        first: Some(OFFERS),
        after: None,
    });
    show(query, SkeletonShape::List, |data| {
        let entries: Vec<AnyView> = data
            .offers
            .edges
            .iter()
            .map(|edge| {
                let offer = edge.node.clone();
                let href = Route::Offer(offer.id).href();
                view! {
                    <li class="entry">
                        <div class="entry-body">
                            <h3 class="entry-title"><a href=href><Localized de=offer.title.de en=offer.title.en/></a></h3>
                            <p class="entry-text"><Localized de=offer.summary.de en=offer.summary.en/></p>
                        </div>
                    </li>
                }
                .into_any()
            })
            .collect();
        match entries.is_empty() {
            true => view! { <p class="muted">{t("organisations-offers-none")}</p> }.into_any(),
            false => view! { <ul class="entries">{entries}</ul> }.into_any(),
        }
    })
}
