//! The queries of invitations.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{
    id::{InvitationId, OrganisationId, PersonId},
    locale::Locale,
};

use crate::{
    accounts::rules::OfferedRole,
    authz::Permit,
    clock::Clock,
    entity::{invitation, organisation},
};

pub use invitation::Model as InvitationRow;

/// An invitation to be kept.
pub(crate) struct NewInvitation {
    pub(crate) email: String,
    pub(crate) given_name: String,
    pub(crate) family_name: String,
    pub(crate) locale: Locale,
    pub(crate) role: OfferedRole,
    pub(crate) from_day: NaiveDate,
    pub(crate) until_day: Option<NaiveDate>,
    pub(crate) token_hash: String,
    pub(crate) expires_at: DateTime<Utc>,
}

/// Keeps an invitation.
pub(crate) async fn insert_invitation(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    new: NewInvitation,
) -> Result<InvitationRow, DbErr> {
    let (organisation_id, affiliation_role, network_role) = match new.role {
        OfferedRole::InOrganisation(organisation, role) => (Some(organisation.0), Some(role), None),
        OfferedRole::InNetwork(role) => (None, None, Some(role)),
    };
    let row = invitation::ActiveModel {
        id: Set(clock.new_id()),
        email: Set(new.email),
        given_name: Set(new.given_name),
        family_name: Set(new.family_name),
        locale: Set(new.locale),
        organisation_id: Set(organisation_id),
        affiliation_role: Set(affiliation_role),
        network_role: Set(network_role),
        from_day: Set(new.from_day),
        until_day: Set(new.until_day),
        token_hash: Set(new.token_hash),
        invited_by: Set(permit.actor().person_id().map(|person| person.0)),
        created_at: Set(clock.now()),
        expires_at: Set(new.expires_at),
        accepted_at: Set(None),
        accepted_by: Set(None),
        withdrawn_at: Set(None),
    };
    invitation::Entity::insert(row).exec_with_returning(tx).await
}

fn open() -> sea_orm::Select<invitation::Entity> {
    invitation::Entity::find()
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::WithdrawnAt.is_null())
}

/// An invitation that can still be accepted, by its link.
pub(crate) async fn find_by_token(
    db: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<InvitationRow>, DbErr> {
    open()
        .filter(invitation::Column::TokenHash.eq(token_hash))
        .filter(invitation::Column::ExpiresAt.gt(now))
        .one(db)
        .await
}

/// An invitation that was neither accepted nor withdrawn; it may be past its time.
pub(crate) async fn find_open_invitation(
    db: &impl ConnectionTrait,
    id: InvitationId,
) -> Result<Option<InvitationRow>, DbErr> {
    open().filter(invitation::Column::Id.eq(id.0)).one(db).await
}

/// Open invitations into an organisation, or into roles of the network, newest first.
pub(crate) async fn open_invitations(
    db: &impl ConnectionTrait,
    organisation: Option<OrganisationId>,
    at_most: u64,
) -> Result<Vec<InvitationRow>, DbErr> {
    let query = match organisation {
        Some(id) => open().filter(invitation::Column::OrganisationId.eq(id.0)),
        None => open().filter(invitation::Column::OrganisationId.is_null()),
    };
    query.order_by_desc(invitation::Column::Id).limit(at_most).all(db).await
}

/// Open invitations that run out between two moments, the first to do so first; into some
/// organisations only, or all.
pub(crate) async fn invitations_ending(
    db: &impl ConnectionTrait,
    organisations: Option<&[OrganisationId]>,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    at_most: u64,
) -> Result<Vec<InvitationRow>, DbErr> {
    let mut query = open()
        .filter(invitation::Column::ExpiresAt.gt(from))
        .filter(invitation::Column::ExpiresAt.lte(until));
    if let Some(organisations) = organisations {
        query = query.filter(invitation::Column::OrganisationId.is_in(organisations.iter().map(|id| id.0)));
    }
    query
        .order_by_asc(invitation::Column::ExpiresAt)
        .order_by_asc(invitation::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// Marks an invitation as accepted. Of several requests at the same time only one gets a yes.
pub(crate) async fn accept_invitation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let accepted = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(now))
        .col_expr(invitation::Column::AcceptedBy, Expr::value(person.0))
        .filter(invitation::Column::Id.eq(id))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::WithdrawnAt.is_null())
        .exec(tx)
        .await?;
    Ok(accepted.rows_affected == 1)
}

/// Withdraws an invitation.
pub(crate) async fn withdraw_invitation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(now))
        .filter(invitation::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Gives an invitation a new link; the old one no longer works.
pub(crate) async fn renew_invitation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    token_hash: String,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::TokenHash, Expr::value(token_hash))
        .col_expr(invitation::Column::ExpiresAt, Expr::value(expires_at))
        .filter(invitation::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// An organisation's name.
pub(crate) async fn organisation_name(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<String>, DbErr> {
    organisation::Entity::find_by_id(id.0)
        .select_only()
        .column(organisation::Column::Name)
        .into_tuple()
        .one(db)
        .await
}
