//! Opening a circular resolution, voting on it, taking it back.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{CircularId, GroupId},
    resolutions::{CircularChoice, CircularState, RESOLUTION_REASON_MAX, WORDING_MAX},
    values::FieldCheck,
    voting::{Majority, MajorityBase, Quorum, QuorumKind, VoteBy},
};

use super::{circular_event, closing, held, mails, signed_in, state_forbids, workers, working};
use crate::{
    app::App,
    audit::{self, rules::end_of},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups::{self, store::GroupMember},
    resolutions::{
        rules::text::{Text, check_last_day, check_text},
        store::{self, CircularRow, NewCircular, VoteRow},
    },
};

/// A circular resolution as it is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// What is to be decided.
    pub text: Text,
    /// Why.
    pub reasons: String,
    /// The last day on which votes count.
    pub last_day: NaiveDate,
}

/// What a group decides by.
pub(crate) struct Rules {
    /// Who has a vote.
    pub(crate) vote_by: VoteBy,
    /// How many votes must be there.
    pub(crate) quorum: Quorum,
    /// The majority that is needed.
    pub(crate) majority: Majority,
    /// Whether one objection to a circular resolution sends it to a meeting.
    objection_stops: bool,
}

/// The rules of procedure, or what holds where a group has none of its own: each organisation one vote, half
/// of them must vote, more yes than no, one objection sends it to a meeting.
pub(crate) fn rules_of(procedure: Option<store::ProcedureRow>) -> Rules {
    let whole = |number: i32| u32::try_from(number).unwrap_or(0);
    match procedure {
        Some(row) => Rules {
            vote_by: row.vote_by,
            quorum: match row.quorum_kind {
                QuorumKind::None => Quorum::None,
                QuorumKind::Count => Quorum::Count(whole(row.quorum_count)),
                QuorumKind::Fraction => {
                    Quorum::Fraction { num: whole(row.quorum_num), den: whole(row.quorum_den).max(1) }
                }
            },
            majority: Majority {
                base: row.majority_base,
                num: whole(row.majority_num),
                den: whole(row.majority_den).max(1),
                strict: row.majority_strict,
            },
            objection_stops: row.circular_objection,
        },
        None => Rules {
            vote_by: VoteBy::Organisation,
            quorum: Quorum::Fraction { num: 1, den: 2 },
            majority: Majority { base: MajorityBase::YesNo, num: 1, den: 2, strict: true },
            objection_stops: true,
        },
    }
}

/// The votes there are, each with those who may cast it. Who works in the group for no organisation has a
/// vote of their own.
pub fn roll(vote_by: VoteBy, workers: &[GroupMember]) -> Vec<(Option<Uuid>, Vec<Uuid>)> {
    let mut of_organisations: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    let mut votes = Vec::new();
    for member in workers {
        match member.role.organisation_id.filter(|_| vote_by == VoteBy::Organisation) {
            Some(organisation) => of_organisations.entry(organisation).or_default().push(member.person.id),
            None => votes.push((None, vec![member.person.id])),
        }
    }
    votes.extend(of_organisations.into_iter().map(|(organisation, people)| (Some(organisation), people)));
    votes
}

/// Opens a circular resolution: its votes and those who cast them are fixed, and all of them get a mail.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `STATE_FORBIDS` (the group does not work,
/// or nobody in it has a vote).
pub async fn open(app: &App, caller: &Caller, group: GroupId, new: Opening) -> ServiceResult<CircularRow> {
    let (tx, permit, group) = held(app, caller, group).await?;
    let mut check = FieldCheck::new();
    let text = check_text(&mut check, new.text);
    let reasons = check.text("reasons", &new.reasons, WORDING_MAX);
    check_last_day(&mut check, app.today(), new.last_day);
    all_right(check)?;
    working(&group)?;
    let rules = rules_of(store::procedure_of(&tx, GroupId(group.id)).await?);
    let workers = workers(&tx, group.id, app.today()).await?;
    let votes = roll(rules.vote_by, &workers);
    let all = u32::try_from(votes.len()).unwrap_or(u32::MAX);
    if votes.is_empty() {
        return Err(state_forbids(group.state.as_str()));
    }
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let new = NewCircular {
        text,
        reasons,
        deadline: end_of(new.last_day, app.time_zone()),
        roll: (whole(all), whole(rules.quorum.needed(all))),
        majority: rules.majority,
        objection_stops: rules.objection_stops,
        mover: permit.actor().person_id().map(|id| id.0),
    };
    let id = GroupId(group.id);
    let row = store::insert_circular(&tx, &permit, app.clock(), id, new, &votes).await?;
    mails::opened(&tx, app, &permit, (&group, &row), &workers).await?;
    audit::record(&tx, app.clock(), &permit, circular_event("circular_open", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// A vote as it is cast.
#[derive(Debug, Clone)]
pub struct NewVote {
    /// For it, against it, neither, or against deciding it without a meeting.
    pub choice: CircularChoice,
    /// What is said to it; an objection needs it.
    pub comment: String,
}

/// The vote that somebody may cast.
fn own_vote<'a>(votes: &'a [VoteRow], voters: &[(Uuid, Uuid, Uuid)], person: Uuid) -> Option<&'a VoteRow> {
    let (_, vote, _) = voters.iter().find(|(_, _, voter)| *voter == person)?;
    votes.iter().find(|row| row.id == *vote)
}

/// Casts one's vote or changes it, until the deadline. An organisation's vote stays with whoever cast it
/// first. When nobody is left who could vote, it is decided at once. Casting the same again changes nothing.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN` (no vote, or no place in the group any more), `VALIDATION`,
/// `STATE_FORBIDS` (over, or with `state` `cast`: a colleague has cast the organisation's vote).
pub async fn vote(app: &App, caller: &Caller, id: CircularId, new: NewVote) -> ServiceResult<CircularRow> {
    let me = signed_in(caller)?;
    let found = super::read::get_circular(app, caller, id).await?;
    let facts = Facts { person: Some(me), ..Facts::group(GroupId(found.group_id)) };
    let permit = authorise(caller, Action::CircularVote, &facts)?;
    let mut check = FieldCheck::new();
    let comment = match new.choice {
        CircularChoice::Object => check.required_text("comment", &new.comment, RESOLUTION_REASON_MAX),
        _ => check.text("comment", &new.comment, RESOLUTION_REASON_MAX),
    };
    all_right(check)?;
    let tx = app.db().begin().await?;
    let group = groups::store::lock_group(&tx, GroupId(found.group_id)).await?;
    let group = group.ok_or_else(ServiceError::not_found)?;
    let row = store::find_circular(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    if row.state != CircularState::Open {
        return Err(state_forbids(row.state.as_str()));
    }
    // From the deadline on nothing counts, also before somebody has closed it.
    if app.clock().now() >= row.deadline {
        return Err(state_forbids("over"));
    }
    let votes = store::votes_of(&tx, &[row.id]).await?;
    let voters = store::voters_of(&tx, &[row.id]).await?;
    let Some(own) = own_vote(&votes, &voters, me.0) else {
        return Err(ServiceError::user(ErrorCode::Forbidden));
    };
    if own.cast_by.is_some_and(|by| by != me.0) {
        return Err(state_forbids("cast"));
    }
    if own.choice == Some(new.choice) && own.comment == comment {
        return Ok(row);
    }
    store::cast_vote(&tx, &permit, app.clock(), (own.id, me.0), (new.choice, comment)).await?;
    audit::record(&tx, app.clock(), &permit, circular_event("circular_vote", &row)).await?;
    let row = closing::close_if_complete(&tx, app, &group, row).await?;
    tx.commit().await?;
    Ok(row)
}

/// Takes a circular resolution back, with the reason; the votes cast stay to be seen.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn withdraw(
    app: &App,
    caller: &Caller,
    (id, based_on): (CircularId, i32),
    why: &str,
) -> ServiceResult<CircularRow> {
    let found = super::read::get_circular(app, caller, id).await?;
    let (tx, permit, group) = held(app, caller, GroupId(found.group_id)).await?;
    let row = store::find_circular(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let mut check = FieldCheck::new();
    let why = check.required_text("reason", why, RESOLUTION_REASON_MAX);
    all_right(check)?;
    same_version(row.version, based_on)?;
    if row.state != CircularState::Open {
        return Err(state_forbids(row.state.as_str()));
    }
    let ended = (CircularState::Withdrawn, why.clone());
    let row = store::close_circular(&tx, &permit, app.clock(), &row, ended, None).await?;
    mails::closed(&tx, app, &permit, (&group, &row), None).await?;
    let event = circular_event("circular_withdraw", &row).detail("reason", why);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_rules_of_its_own_a_group_goes_by_the_usual_ones() {
        let rules = rules_of(None);
        assert_eq!((rules.vote_by, rules.quorum.needed(5)), (VoteBy::Organisation, 3));
        assert!(rules.objection_stops);
        assert_eq!(rules.majority, Majority::SIMPLE);
    }
}
