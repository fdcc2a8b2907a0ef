//! Reading offers. The public's search is the directory's.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    id::{OfferId, OrganisationId},
    offers::{OfferFreshness, OfferState},
};

use super::{loader::read_ahead, object::Offer};
use crate::{
    graphql::{ApiResult, CursorPage, PageInfo, app_of, caller_of, parse_id},
    offers::{
        service::{self, OwnOffersFilter},
        store::{OwnFilter, OwnOrder},
    },
};

/// Which of an organisation's offers are asked for.
#[derive(InputObject, Default)]
pub struct OrganisationOffersFilter {
    /// Only this state.
    state: Option<OfferState>,
    /// Only published ones whose check stands so.
    freshness: Option<OfferFreshness>,
}

/// An offer in a list, with its place there.
#[derive(SimpleObject)]
pub struct OrganisationOfferEdge {
    /// The place, for `after`.
    cursor: String,
    /// The offer.
    node: Offer,
}

/// An organisation's own offers: what must be checked first comes first.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct OrganisationOfferConnection {
    /// The offers with their places.
    edges: Vec<OrganisationOfferEdge>,
    /// Whether more follow.
    page_info: PageInfo,
    #[graphql(skip)]
    organisation: OrganisationId,
    #[graphql(skip)]
    filter: OwnFilter,
}

/// What is worked out only when asked for.
#[async_graphql::ComplexObject]
impl OrganisationOfferConnection {
    /// How many offers the filter leaves.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<u64> {
        Ok(service::count_own(app_of(ctx), self.organisation, &self.filter).await?)
    }
}

/// Reading offers.
#[derive(Default)]
pub struct OffersQuery;

#[Object]
impl OffersQuery {
    /// An offer. The public sees what is published, has not ended and is not hidden, of active members.
    /// Errors: `NOT_FOUND`.
    async fn offer(&self, ctx: &Context<'_>, #[graphql(desc = "The offer.")] id: ID) -> ApiResult<Offer> {
        let id: OfferId = parse_id(&id)?;
        Ok(service::get_offer(app_of(ctx), caller_of(ctx), id).await?.into())
    }

    /// An organisation's offers in every state, for those who work there and the coordination office.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    #[graphql(complexity = "crate::graphql::list_complexity(first, child_complexity)")]
    async fn organisation_offers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose offers.")] organisation_id: ID,
        #[graphql(desc = "Only some of them.", default)] filter: OrganisationOffersFilter,
        #[graphql(desc = "How many at most, up to 100.")] first: Option<i32>,
        #[graphql(desc = "The place before the page.")] after: Option<String>,
    ) -> ApiResult<OrganisationOfferConnection> {
        let organisation: OrganisationId = parse_id(&organisation_id)?;
        let wanted = OwnOffersFilter { state: filter.state, freshness: filter.freshness };
        let page = CursorPage::<OwnOrder>::read(first, after)?;
        let found =
            service::organisation_offers(app_of(ctx), caller_of(ctx), organisation, wanted, page).await?;
        read_ahead(ctx, &found.offers).await?;
        let edges: Vec<_> = found
            .offers
            .into_iter()
            .map(|offer| OrganisationOfferEdge {
                cursor: CursorPage::cursor(&(offer.row.check_again_by, offer.row.id)),
                node: offer.into(),
            })
            .collect();
        let end_cursor = edges.last().map(|edge| edge.cursor.clone());
        Ok(OrganisationOfferConnection {
            edges,
            page_info: PageInfo { has_next_page: found.more, end_cursor },
            organisation,
            filter: found.filter,
        })
    }
}
