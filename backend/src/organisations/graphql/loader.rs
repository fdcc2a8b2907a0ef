//! What belongs to organisations, loaded once for all organisations of a list.

use std::collections::HashMap;

use async_graphql::{Context, Lookahead, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    graphql::{
        ApiError, ApiResult,
        loading::{self, grouped, keys, request_loader},
    },
    network::store::TermRow,
    organisations::store::{self, ContactRow, HeldRole, MembershipRow, OrganisationRow},
};

/// One request's loader; it remembers what it has loaded.
pub type RequestLoader = loading::RequestLoader<OrganisationLoader>;

/// Loads what belongs to organisations.
pub struct OrganisationLoader {
    app: App,
}

impl OrganisationLoader {
    /// For one request.
    pub fn new(app: &App) -> RequestLoader {
        request_loader(Self { app: app.clone() })
    }

    /// Loads for a whole list what is asked of each of its organisations (`asked` is the field of
    /// the organisation), so that the list takes one statement for each, however long it is.
    pub async fn preload(ctx: &Context<'_>, asked: Lookahead<'_>, ids: &[Uuid]) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let any = |fields: &[&str]| fields.iter().any(|field| asked.field(field).exists());
        if any(&["terms"]) {
            loader.load_many(ids.iter().copied().map(TermsOf)).await?;
        }
        if any(&["contacts"]) {
            loader.load_many(ids.iter().copied().map(ContactsOf)).await?;
        }
        if any(&["membershipState", "memberSince", "memberships", "wasMemberOn"]) {
            loader.load_many(ids.iter().copied().map(MembershipsOf)).await?;
        }
        if any(&["people"]) {
            loader.load_many(ids.iter().copied().map(RolesOf)).await?;
        }
        Ok(())
    }

    /// Loads the organisations that the things of a list belong to.
    pub async fn load_ahead(ctx: &Context<'_>, ids: &[Uuid]) -> ApiResult<()> {
        ctx.data_unchecked::<RequestLoader>().load_many(ids.iter().copied().map(ById)).await?;
        Ok(())
    }

    /// An organisation, for things that belong to one; hidden ones are not sorted out here.
    pub async fn organisation(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<OrganisationRow>> {
        ctx.data_unchecked::<RequestLoader>().load_one(ById(id)).await
    }
}

keys! {
    /// The organisation itself.
    ById,
    /// Its terms.
    TermsOf,
    /// Its contacts, unpublished ones too.
    ContactsOf,
    /// Its periods of membership.
    MembershipsOf,
    /// The roles of its people.
    RolesOf
}

impl Loader<ById> for OrganisationLoader {
    type Value = OrganisationRow;
    type Error = ApiError;

    async fn load(&self, keys: &[ById]) -> ApiResult<HashMap<ById, OrganisationRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::organisations_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (ById(row.id), row)).collect())
    }
}

impl Loader<TermsOf> for OrganisationLoader {
    type Value = Vec<TermRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[TermsOf]) -> ApiResult<HashMap<TermsOf, Vec<TermRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::terms_of(self.app.db().read(), &ids).await?;
        let groups = grouped(keys, rows, |(organisation, _)| TermsOf(*organisation));
        Ok(groups
            .into_iter()
            .map(|(key, rows)| (key, rows.into_iter().map(|(_, term)| term).collect()))
            .collect())
    }
}

impl Loader<ContactsOf> for OrganisationLoader {
    type Value = Vec<ContactRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[ContactsOf]) -> ApiResult<HashMap<ContactsOf, Vec<ContactRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::contacts_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| ContactsOf(row.organisation_id)))
    }
}

impl Loader<MembershipsOf> for OrganisationLoader {
    type Value = Vec<MembershipRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[MembershipsOf]) -> ApiResult<HashMap<MembershipsOf, Vec<MembershipRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::memberships_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| MembershipsOf(row.organisation_id)))
    }
}

impl Loader<RolesOf> for OrganisationLoader {
    type Value = Vec<HeldRole>;
    type Error = ApiError;

    async fn load(&self, keys: &[RolesOf]) -> ApiResult<HashMap<RolesOf, Vec<HeldRole>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::roles_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |held| RolesOf(held.role.organisation_id)))
    }
}
