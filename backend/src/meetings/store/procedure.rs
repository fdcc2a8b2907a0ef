//! The rules of procedure of groups.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
};
use uuid::Uuid;
use verbund_shared::voting::Majority;

use crate::{
    authz::Permit,
    entity::procedure,
    meetings::rules::procedure::{Procedure, QuorumParts},
};

impl From<procedure::Model> for Procedure {
    fn from(row: procedure::Model) -> Self {
        let whole = |number: i32| u32::try_from(number).unwrap_or(0);
        let parts = QuorumParts {
            kind: row.quorum_kind,
            count: row.quorum_count,
            num: row.quorum_num,
            den: row.quorum_den,
        };
        Self {
            notice_days: row.notice_days,
            vote_by: row.vote_by,
            quorum: parts.into(),
            majority: Majority {
                base: row.majority_base,
                num: whole(row.majority_num),
                den: whole(row.majority_den).max(1),
                strict: row.majority_strict,
            },
            approval: row.approval,
            silence_days: row.silence_days,
            circular_days: row.circular_days,
            circular_objection: row.circular_objection,
            version: row.version,
        }
    }
}

/// The rules of groups that have their own.
pub async fn procedures_of(
    db: &impl ConnectionTrait,
    groups: &[Uuid],
) -> Result<Vec<(Uuid, Procedure)>, DbErr> {
    let rows = procedure::Entity::find()
        .filter(procedure::Column::GroupId.is_in(groups.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.group_id, row.into())).collect())
}

/// Keeps the rules of a group; `current` is their version, 0 where it has none of its own yet.
pub async fn put_procedure(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    group: Uuid,
    current: i32,
    rules: &Procedure,
) -> Result<Procedure, DbErr> {
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let quorum = QuorumParts::from(rules.quorum);
    let row = procedure::ActiveModel {
        group_id: if current == 0 { Set(group) } else { Unchanged(group) },
        notice_days: Set(rules.notice_days),
        vote_by: Set(rules.vote_by),
        quorum_kind: Set(quorum.kind),
        quorum_count: Set(quorum.count),
        quorum_num: Set(quorum.num),
        quorum_den: Set(quorum.den),
        majority_base: Set(rules.majority.base),
        majority_num: Set(whole(rules.majority.num)),
        majority_den: Set(whole(rules.majority.den)),
        majority_strict: Set(rules.majority.strict),
        approval: Set(rules.approval),
        silence_days: Set(rules.silence_days),
        circular_days: Set(rules.circular_days),
        circular_objection: Set(rules.circular_objection),
        version: Set(current + 1),
    };
    let row = if current == 0 {
        procedure::Entity::insert(row).exec_with_returning(tx).await?
    } else {
        procedure::Entity::update(row).exec(tx).await?
    };
    Ok(row.into())
}
