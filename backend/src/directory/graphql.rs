//! The public directory in the API.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    directory::{DirectoryFacet, Selection},
    error::ErrorCode,
    id::OrganisationId,
    limits::{SEARCH_MAX, TERMS_MAX},
    offers::{OfferCost, OfferForm},
    organisations::OrganisationKind,
};

use super::{
    search::Filter,
    service::{self, List, ResultKey, SearchResult},
};
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::{ApiResult, CursorPage, LocalizedText, PageInfo, app_of, parse_id},
    offers::{
        self,
        graphql::{Offer, read_ahead},
    },
    organisations::{
        self,
        graphql::{Organisation, OrganisationLoader},
    },
};

/// What the directory is searched for. Values of one field widen, fields narrow the result; words
/// that do not exist are passed over.
#[derive(InputObject, Default)]
pub struct DirectoryFilter {
    /// Words that must all be found, or parts of them.
    #[graphql(default)]
    text: String,
    /// Keys of topics.
    #[graphql(default)]
    topics: Vec<String>,
    /// Keys of districts; what is statewide is in each.
    #[graphql(default)]
    districts: Vec<String>,
    /// Keys of target groups.
    #[graphql(default)]
    target_groups: Vec<String>,
    /// Keys of languages.
    #[graphql(default)]
    languages: Vec<String>,
    /// Forms; offers only.
    #[graphql(default)]
    forms: Vec<OfferForm>,
    /// Costs; offers only.
    #[graphql(default)]
    costs: Vec<OfferCost>,
    /// Kinds of organisations; members only.
    #[graphql(default)]
    kinds: Vec<OrganisationKind>,
    /// Only what this organisation offers.
    organisation_id: Option<ID>,
}

impl DirectoryFilter {
    fn read(self) -> ServiceResult<Filter> {
        if self.text.chars().count() > SEARCH_MAX {
            return Err(ServiceError::field("filter.text", ErrorCode::TooLong).with("max", SEARCH_MAX));
        }
        let words = |words: Vec<&'static str>| words.into_iter().map(str::to_owned).collect();
        let chosen: [(DirectoryFacet, Vec<String>); 7] = [
            (DirectoryFacet::Topic, self.topics),
            (DirectoryFacet::District, self.districts),
            (DirectoryFacet::TargetGroup, self.target_groups),
            (DirectoryFacet::Language, self.languages),
            (DirectoryFacet::Form, words(self.forms.iter().map(|form| form.as_str()).collect())),
            (DirectoryFacet::Cost, words(self.costs.iter().map(|cost| cost.as_str()).collect())),
            (DirectoryFacet::Kind, words(self.kinds.iter().map(|kind| kind.as_str()).collect())),
        ];
        if chosen.iter().any(|(_, keys)| keys.len() > TERMS_MAX) {
            return Err(ServiceError::field("filter", ErrorCode::TooMany).with("max", TERMS_MAX));
        }
        let organisation = self.organisation_id.as_ref().map(parse_id::<OrganisationId>).transpose()?;
        Ok(Filter {
            selection: Selection {
                text: self.text,
                chosen: chosen.into_iter().filter(|(_, keys)| !keys.is_empty()).collect(),
            },
            organisation: organisation.map(|id| id.0),
        })
    }
}

/// A facet of the directory with its values.
#[derive(SimpleObject)]
pub struct Facet {
    /// What is filtered by.
    kind: DirectoryFacet,
    /// The values in the order people see them; archived ones only where they are in use.
    values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(SimpleObject)]
pub struct FacetValue {
    /// The word in the filter and in URLs.
    key: String,
    /// The term's name; none for forms, costs and kinds, which the app names itself.
    name: Option<LocalizedText>,
    /// How many entries it would leave, with the other facets' choices applied.
    count: i32,
    /// Whether it is chosen.
    selected: bool,
    /// Column on the schematic map, from the west; districts only.
    tile_x: Option<i32>,
    /// Row on the schematic map, from the north; districts only.
    tile_y: Option<i32>,
}

fn facets_of(result: &SearchResult) -> Vec<Facet> {
    let value = |counted: &super::search::ValueCount| {
        let value = result.value(counted.value);
        let term = value.term.as_ref();
        let archived = term.is_some_and(|term| term.archived);
        let tile = term.and_then(|term| term.tile);
        (!archived || counted.count > 0 || counted.selected).then(|| FacetValue {
            key: value.key.clone(),
            name: term.map(|term| LocalizedText::new(&term.name_de, &term.name_en)),
            count: i32::try_from(counted.count).unwrap_or(i32::MAX),
            selected: counted.selected,
            tile_x: tile.map(|(x, _)| x),
            tile_y: tile.map(|(_, y)| y),
        })
    };
    result
        .facets()
        .iter()
        .map(|(kind, counts)| Facet { kind: *kind, values: counts.iter().filter_map(value).collect() })
        .collect()
}

/// An offer in a result, with its place there.
#[derive(SimpleObject)]
pub struct OfferEdge {
    /// The place, for `after`.
    cursor: String,
    /// The offer.
    node: Offer,
}

/// Offers that fit: the best first, then those confirmed last.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct OfferConnection {
    /// The offers with their places.
    edges: Vec<OfferEdge>,
    /// Whether more follow.
    page_info: PageInfo,
    #[graphql(skip)]
    result: SearchResult,
}

/// What belongs to the result as a whole.
#[ComplexObject]
impl OfferConnection {
    /// How many offers fit.
    async fn total_count(&self) -> i32 {
        i32::try_from(self.result.total()).unwrap_or(i32::MAX)
    }

    /// The facets with their counts.
    async fn facets(&self) -> Vec<Facet> {
        facets_of(&self.result)
    }

    /// What was searched for instead, when the text itself is found nowhere.
    async fn corrected_text(&self) -> Option<&str> {
        self.result.corrected()
    }
}

/// A member in a result, with its place there.
#[derive(SimpleObject)]
pub struct MemberEdge {
    /// The place, for `after`.
    cursor: String,
    /// The member.
    node: Organisation,
}

/// Members that fit: the best first, then by name.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct MemberConnection {
    /// The members with their places.
    edges: Vec<MemberEdge>,
    /// Whether more follow.
    page_info: PageInfo,
    #[graphql(skip)]
    result: SearchResult,
}

/// What belongs to the result as a whole.
#[ComplexObject]
impl MemberConnection {
    /// How many members fit.
    async fn total_count(&self) -> i32 {
        i32::try_from(self.result.total()).unwrap_or(i32::MAX)
    }

    /// The facets with their counts.
    async fn facets(&self) -> Vec<Facet> {
        facets_of(&self.result)
    }

    /// What was searched for instead, when the text itself is found nowhere.
    async fn corrected_text(&self) -> Option<&str> {
        self.result.corrected()
    }
}

/// The public directory.
#[derive(Default)]
pub struct DirectoryQuery;

#[Object]
impl DirectoryQuery {
    /// Published offers of members, filtered and searched. Without a text, those come first that
    /// were confirmed last. Errors: `VALIDATION`, `NOT_FOUND`.
    #[graphql(complexity = "crate::graphql::list_complexity(first, child_complexity)")]
    async fn offers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is searched for.", default)] filter: DirectoryFilter,
        #[graphql(desc = "At most this many, up to 100; 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this place.")] after: Option<String>,
    ) -> ApiResult<OfferConnection> {
        let page = CursorPage::<ResultKey>::read(first, after)?;
        let app = app_of(ctx);
        let result = service::search(app, List::Offers, &filter.read()?).await?;
        let (entries, more) = result.page(&page);
        let ids: Vec<_> = entries.iter().map(|(_, id)| *id).collect();
        let offers = offers::service::offers_in_order(app, &ids, result.grace).await?;
        read_ahead(ctx, &offers).await?;
        let edges = offers.into_iter().filter_map(|offer| {
            let (key, _) = entries.iter().find(|(_, id)| *id == offer.row.id)?;
            Some(OfferEdge { cursor: CursorPage::cursor(key), node: offer.into() })
        });
        let end_cursor = entries.last().map(|(key, _)| CursorPage::cursor(key));
        Ok(OfferConnection {
            edges: edges.collect(),
            page_info: PageInfo { has_next_page: more, end_cursor },
            result,
        })
    }

    /// Active members, filtered and searched; without a text by name.
    /// Errors: `VALIDATION`, `NOT_FOUND`.
    #[graphql(complexity = "crate::graphql::list_complexity(first, child_complexity)")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is searched for.", default)] filter: DirectoryFilter,
        #[graphql(desc = "At most this many, up to 100; 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this place.")] after: Option<String>,
    ) -> ApiResult<MemberConnection> {
        let page = CursorPage::<ResultKey>::read(first, after)?;
        let app = app_of(ctx);
        let result = service::search(app, List::Members, &filter.read()?).await?;
        let (entries, more) = result.page(&page);
        let ids: Vec<_> = entries.iter().map(|(_, id)| *id).collect();
        let mut rows = organisations::service::organisations_by_id(app, &ids).await?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
        OrganisationLoader::preload(ctx, ctx.look_ahead().field("edges").field("node"), &ids).await?;
        let edges = rows.into_iter().filter_map(|row| {
            let (key, _) = entries.iter().find(|(_, id)| *id == row.id)?;
            Some(MemberEdge { cursor: CursorPage::cursor(key), node: row.into() })
        });
        let end_cursor = entries.last().map(|(key, _)| CursorPage::cursor(key));
        Ok(MemberConnection {
            edges: edges.collect(),
            page_info: PageInfo { has_next_page: more, end_cursor },
            result,
        })
    }
}
