//! What waits for a person in their groups, for the page of today.

use std::collections::HashMap;

use uuid::Uuid;
use verbund_shared::{groups::GroupRole, groups::GroupRoleState, id::PersonId};

use super::signed_in;
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise, may},
    error::ServiceResult,
    groups::store::{self, GroupMember, GroupRow, MilestoneRow},
};

/// A place that waits for somebody's answer, with the group it is in.
#[derive(Debug, Clone)]
pub struct WaitingPlace {
    /// The place and whose it is.
    pub member: GroupMember,
    /// The group.
    pub group: GroupRow,
}

impl WaitingPlace {
    /// Whose answer it waits for.
    pub fn state(&self) -> GroupRoleState {
        self.member.role.state
    }
}

/// What waits for a person.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Invitations to answer, requests to decide, consents to give.
    pub places: Vec<WaitingPlace>,
    /// Groups that wait for the steering group.
    pub groups: Vec<GroupRow>,
    /// Overdue milestones of which the person is in charge, each with its group.
    pub milestones: Vec<(MilestoneRow, Option<GroupRow>)>,
}

/// What waits for the person who asks, at most so much of each.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn waiting(app: &App, caller: &Caller, at_most: u64) -> ServiceResult<Waiting> {
    let me: PersonId = signed_in(caller)?;
    authorise(caller, Action::GroupOwnPlace, &Facts::person(me))?;
    let (db, today) = (app.db().read(), app.today());
    let leads = caller.actor.groups_as(&[GroupRole::Chair, GroupRole::Secretary]);
    let places = store::waiting_roles(db, me, &leads, &caller.actor.represented(), at_most).await?;
    let own: Vec<Uuid> = caller.actor.groups_as(GroupRole::ALL).into_iter().map(|id| id.0).collect();
    let milestones =
        if own.is_empty() { Vec::new() } else { store::overdue_of(db, me, &own, today, at_most).await? };
    let groups = if may(caller, Action::GroupDecide, &Facts::NONE) {
        store::groups_waiting(db, at_most).await?
    } else {
        Vec::new()
    };
    let named = places.iter().map(|member| member.role.group_id);
    let named: Vec<Uuid> = named.chain(milestones.iter().map(|milestone| milestone.group_id)).collect();
    let by_id: HashMap<Uuid, GroupRow> = if named.is_empty() {
        HashMap::new()
    } else {
        store::groups_by_id(db, &named).await?.into_iter().map(|row| (row.id, row)).collect()
    };
    let with_group = |member: GroupMember| {
        let group = by_id.get(&member.role.group_id)?.clone();
        Some(WaitingPlace { member, group })
    };
    Ok(Waiting {
        places: places.into_iter().filter_map(with_group).collect(),
        groups,
        milestones: milestones
            .into_iter()
            .map(|row| (row.clone(), by_id.get(&row.group_id).cloned()))
            .collect(),
    })
}
