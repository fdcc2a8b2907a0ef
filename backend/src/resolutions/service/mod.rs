//! Use cases of resolutions: recording, settling and correcting them, circular resolutions, and reading all
//! that.

mod circulars;
mod closing;
mod mails;
mod read;
mod record;

pub use circulars::{NewVote, Opening, open, roll, vote, withdraw};
pub use closing::{close_due, remind};
pub use read::{
    Chain, chain, circular_group, circulars, get_circular, get_resolution, resolutions, resolutions_count,
    sees_internal, to_settle, waiting,
};
pub use record::{count_of, majority_of, record, record_vote, settle, supersede};

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{groups::GroupRole, id::GroupId};

use super::store::{CircularRow, ResolutionRow};
use crate::{
    app::App,
    audit::AuditEvent,
    authz::{Action, Caller, Facts, Permit, authorise, may, signed_in},
    db::Transaction,
    error::{ServiceError, ServiceResult, state_forbids},
    groups::{
        self,
        rules::roles::Place,
        store::{GroupMember, GroupRow},
    },
};

/// Begins a change in a group by those who manage its resolutions, and holds its row.
async fn held(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<(Transaction, Permit, GroupRow)> {
    signed_in(caller)?;
    if !may(caller, Action::GroupReadInternal, &Facts::group(id)) {
        return Err(ServiceError::not_found());
    }
    let permit = authorise(caller, Action::ResolutionManage, &Facts::group(id))?;
    let tx = app.db().begin().await?;
    let group = groups::store::lock_group(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((tx, permit, group))
}

/// Refuses anything in a group that does not work: it has no charter yet, or has ended.
fn working(group: &GroupRow) -> ServiceResult<()> {
    if group.state.takes_people() { Ok(()) } else { Err(state_forbids(group.state.as_str())) }
}

/// Those who work in a group on a day: guests take part, but have no vote.
async fn workers(tx: &Transaction, group: Uuid, day: NaiveDate) -> ServiceResult<Vec<GroupMember>> {
    let mut members = groups::store::members_of(tx, &[group]).await?;
    members.retain(|member| Place::from(member).holds_on(day) && member.role.role != GroupRole::Guest);
    Ok(members)
}

fn resolution_event(action: &'static str, row: &ResolutionRow) -> AuditEvent {
    AuditEvent::new(action, "resolution").object(row.id, format!("{} {}", row.label, row.title))
}

fn circular_event(action: &'static str, row: &CircularRow) -> AuditEvent {
    AuditEvent::new(action, "circular").object(row.id, &row.title)
}
