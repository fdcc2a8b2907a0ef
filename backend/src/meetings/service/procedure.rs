//! Reading and changing the rules of procedure of a group.

use verbund_shared::{id::GroupId, values::FieldCheck};

use super::{held, may_know, signed_in, working};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller},
    db::Connection,
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups::{self, store::GroupRow},
    meetings::{
        rules::procedure::{Procedure, QuorumParts, check},
        store,
    },
};

/// The rules that a group goes by: its own, or what holds where it has none.
pub async fn procedure_of(db: &impl Connection, group: GroupId) -> ServiceResult<Procedure> {
    let found = store::procedures_of(db, &[group.0]).await?;
    Ok(found.into_iter().next().map_or(Procedure::DEFAULT, |(_, rules)| rules))
}

/// The rules of a group, for those who see its meetings.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn get_procedure(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<(GroupRow, Procedure)> {
    signed_in(caller)?;
    may_know(caller, id)?;
    let db = app.db().read();
    let group = groups::store::find_group(db, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((group, procedure_of(db, id).await?))
}

/// Changes the rules of a group; what was invited to or decided by the old ones stays as it is.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn update_procedure(
    app: &App,
    caller: &Caller,
    (id, based_on): (GroupId, i32),
    rules: Procedure,
    quorum: QuorumParts,
) -> ServiceResult<(GroupRow, Procedure)> {
    let (tx, permit, group) = held(app, caller, id, Action::MeetingManage).await?;
    let mut fields = FieldCheck::new();
    check(&mut fields, &rules, quorum);
    all_right(fields)?;
    let current = procedure_of(&tx, id).await?;
    same_version(current.version, based_on)?;
    working(&group)?;
    let rules = Procedure { quorum: quorum.into(), ..rules };
    let rules = store::put_procedure(&tx, &permit, group.id, current.version, &rules).await?;
    let event = AuditEvent::new("procedure_update", "group").object(group.id, &group.name_de);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok((group, rules))
}
