//! Memberships as dated periods.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::organisations::MembershipState;

use crate::{
    authz::Permit,
    clock::Clock,
    entity::membership,
    organisations::rules::membership::{Period, Plan},
};

pub use membership::Model as MembershipRow;

impl From<&MembershipRow> for Period {
    fn from(row: &MembershipRow) -> Self {
        Self { id: row.id, state: row.state, from: row.from_day, until: row.until_day }
    }
}

/// The periods of several organisations, oldest first.
pub async fn memberships_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<MembershipRow>, DbErr> {
    membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(ids.iter().copied()))
        .order_by_asc(membership::Column::FromDay)
        .all(db)
        .await
}

/// Opens a period.
pub async fn insert_membership(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    organisation: Uuid,
    state: MembershipState,
    from: NaiveDate,
    reason: &str,
) -> Result<(), DbErr> {
    membership::Entity::insert(membership::ActiveModel {
        id: Set(clock.new_id()),
        organisation_id: Set(organisation),
        state: Set(state),
        from_day: Set(from),
        until_day: Set(None),
        reason: Set(reason.to_owned()),
        created_at: Set(clock.now()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Carries a plan out.
pub async fn apply_plan(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    organisation: Uuid,
    plan: Plan,
    state: MembershipState,
    reason: &str,
) -> Result<(), DbErr> {
    if !plan.remove.is_empty() {
        membership::Entity::delete_many().filter(membership::Column::Id.is_in(plan.remove)).exec(tx).await?;
    }
    if let Some((id, until)) = plan.set_until {
        let row = membership::ActiveModel { id: Unchanged(id), until_day: Set(until), ..Default::default() };
        membership::Entity::update(row).exec(tx).await?;
    }
    if let Some(id) = plan.restate {
        let row = membership::ActiveModel {
            id: Unchanged(id),
            state: Set(state),
            reason: Set(reason.to_owned()),
            ..Default::default()
        };
        membership::Entity::update(row).exec(tx).await?;
    }
    if let Some(from) = plan.open {
        insert_membership(tx, permit, clock, organisation, state, from, reason).await?;
    }
    Ok(())
}
