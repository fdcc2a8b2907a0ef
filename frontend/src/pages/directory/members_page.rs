//! The list and map of members.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    directory::{DirectoryFacet, Selection},
    operations::{MembersPage as Operation, members_page},
    organisations::OrganisationKind,
    terms::TermKind,
};

use super::{
    list_view::list_page,
    listing::{List, ListWords, Loaded, Loading},
    parts::{Names, facets_from, join_names, places},
};
use crate::{
    api::send,
    components::{Avatar, Icon, IconName, Localized},
    i18n::text,
    routes::Route,
};

type Node = members_page::MembersPageMembersEdgesNode;

const MEMBERS: List = List {
    route: || Route::Members,
    words: ListWords {
        title: "directory-members-title",
        intro: "directory-members-intro",
        search: "directory-members-search",
        example: "directory-members-example",
        count: "directory-members-count",
        none: "directory-members-none",
        map: "directory-members-map",
        map_hint: "directory-members-map-hint",
        entries: "directory-members-entries",
    },
    facets: &[
        DirectoryFacet::Topic,
        DirectoryFacet::District,
        DirectoryFacet::TargetGroup,
        DirectoryFacet::Language,
        DirectoryFacet::Kind,
    ],
    export: "/export/members.csv",
    load,
};

/// The list and map of members.
#[component]
pub fn MembersPage() -> AnyView {
    list_page(MEMBERS)
}

fn load(selection: &Selection, first: i64, after: Option<String>) -> Loading {
    let keys = |facet| selection.of(facet).to_vec();
    let kinds = selection.of(DirectoryFacet::Kind).iter().filter_map(|key| OrganisationKind::parse(key));
    let filter = members_page::DirectoryFilter {
        text: selection.text.clone(),
        topics: keys(DirectoryFacet::Topic),
        districts: keys(DirectoryFacet::District),
        target_groups: keys(DirectoryFacet::TargetGroup),
        languages: keys(DirectoryFacet::Language),
        forms: Vec::new(),
        costs: Vec::new(),
        kinds: kinds.collect(),
        organisation_id: None,
    };
    let variables = members_page::Variables { filter, first: Some(first), after };
    Box::pin(async move {
        let found = send::<Operation>(variables).await?.members;
        let entry = |edge: members_page::MembersPageMembersEdges| {
            let node = Arc::new(edge.node);
            (entry_id(&node.id), Arc::new(move || entry(&node)) as super::listing::Entry)
        };
        Ok(Loaded {
            total: found.total_count,
            corrected: found.corrected_text,
            facets: facets_from(found.facets),
            entries: found.edges.into_iter().map(entry).collect(),
            next: found.page_info.end_cursor.filter(|_| found.page_info.has_next_page),
        })
    })
}

/// The id of an entry's link in the page.
fn entry_id(id: &str) -> String {
    format!("entry-{id}")
}

fn entry(node: &Node) -> AnyView {
    let Node { id, name, kind, purpose, city, statewide, logo_url, .. } = node.clone();
    let href = Route::Member(id.clone()).href();
    let of_kind = |kind: TermKind| -> Vec<Names> {
        let terms = node.terms.iter().filter(|term| term.kind == kind);
        terms.map(|term| (term.name.de.clone(), term.name.en.clone())).collect()
    };
    let (districts, topics) = (of_kind(TermKind::District), of_kind(TermKind::Topic));
    let kind_key = format!("directory-kind-{}", kind.as_str().replace('_', "-"));
    let by = move || {
        let kind = text(&kind_key);
        if city.is_empty() { kind } else { format!("{kind}, {city}") }
    };
    let avatar = match logo_url {
        Some(src) => view! { <Avatar name=name.clone() src/> },
        None => view! { <Avatar name=name.clone()/> },
    };
    let has_districts = statewide || !districts.is_empty();
    view! {
        <li class="entry member-entry">
            <span class="entry-sign">{avatar}</span>
            <div class="entry-body">
                <h3 class="entry-title"><a href=href id=entry_id(&id)>{name}</a></h3>
                <p class="entry-by">{by}</p>
                <p class="entry-text"><Localized de=purpose.de en=purpose.en/></p>
                <ul class="entry-meta">
                    {has_districts.then(|| view! {
                        <li><Icon name=IconName::MapPin/> {move || places(statewide, &districts)}</li>
                    })}
                    {(!topics.is_empty()).then(|| view! {
                        <li><Icon name=IconName::Tags/> {move || join_names(&topics)}</li>
                    })}
                </ul>
            </div>
        </li>
    }
    .into_any()
}
