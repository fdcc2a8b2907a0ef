//! Reads the terms of all offers of a list at once.

use std::{collections::HashMap, time::Duration};

use async_graphql::{
    Context,
    dataloader::{DataLoader, HashMapCache, Loader},
};
use uuid::Uuid;
use verbund_shared::terms::TermKind;

use crate::{
    app::App,
    graphql::{ApiError, ApiResult},
    network::store::TermRow,
    offers::{service::OfferView, store},
    organisations::graphql::OrganisationLoader,
};

/// The fields of an offer that need its terms.
const TERM_FIELDS: [&str; 4] = ["topics", "targetGroups", "districts", "languages"];

/// A loader that keeps what it has read until the request ends.
type RequestLoader = DataLoader<OfferTermsLoader, HashMapCache>;

/// Loads the terms of offers; one per request.
pub struct OfferTermsLoader {
    app: App,
}

impl OfferTermsLoader {
    /// For one request.
    pub fn new(app: &App) -> DataLoader<Self, HashMapCache> {
        DataLoader::with_cache(Self { app: app.clone() }, tokio::spawn, HashMapCache::default())
            .delay(Duration::ZERO)
    }
}

impl Loader<Uuid> for OfferTermsLoader {
    type Value = Vec<TermRow>;
    type Error = ApiError;

    async fn load(&self, offers: &[Uuid]) -> Result<HashMap<Uuid, Vec<TermRow>>, ApiError> {
        let mut terms: HashMap<Uuid, Vec<TermRow>> = offers.iter().map(|id| (*id, Vec::new())).collect();
        for (offer, term) in store::terms_of_offers(self.app.db().read(), offers).await? {
            terms.entry(offer).or_default().push(term);
        }
        Ok(terms)
    }
}

/// The terms of one kind of an offer, in their order.
pub(super) async fn terms_of(ctx: &Context<'_>, offer: Uuid, kind: TermKind) -> ApiResult<Vec<TermRow>> {
    let loader = ctx.data_unchecked::<RequestLoader>();
    let mut terms = loader.load_one(offer).await?.unwrap_or_default();
    terms.retain(|term| term.kind == kind);
    Ok(terms)
}

/// Reads what the fields asked of a list's offers will need, once for the whole list.
pub async fn read_ahead(ctx: &Context<'_>, offers: &[OfferView]) -> ApiResult<()> {
    let asked = ctx.look_ahead().field("edges").field("node");
    if TERM_FIELDS.iter().any(|field| asked.field(field).exists()) {
        let loader = ctx.data_unchecked::<RequestLoader>();
        loader.load_many(offers.iter().map(|offer| offer.row.id)).await?;
    }
    if asked.field("organisation").exists() {
        let ids: Vec<Uuid> = offers.iter().map(|offer| offer.row.organisation_id).collect();
        OrganisationLoader::load_ahead(ctx, &ids).await?;
        OrganisationLoader::preload(ctx, asked.field("organisation"), &ids).await?;
    }
    Ok(())
}
