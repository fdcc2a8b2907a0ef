//! Proposing a group, its name and charter, and its way through its states.

use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::{GroupEventKind, GroupKind, GroupRole, GroupRoleState, GroupStep},
    id::{GroupId, OrganisationId},
    limits::TEXT_MAX,
    values::FieldCheck,
};

use super::{
    happened, held,
    joining::{consent_of, the_member},
    mails, organisation_of, record, signed_in, state_forbids,
};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise, may},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version, unique_as},
    groups::{
        rules::{
            joining::let_in,
            roles::leads,
            steps::{self, Taken},
            text::{CharterText, GroupText, check_charter, check_group, check_topics},
        },
        store::{self, GroupRow, NewEvent, NewPlace, Pending},
    },
    network,
};

/// A group as it is proposed.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What it is called.
    pub text: GroupText,
    /// What it is for.
    pub charter: CharterText,
    /// For which of their organisations the person proposes; needed only where there are several.
    pub organisation: Option<OrganisationId>,
}

/// Proposes a group; who proposes it leads it, once their organisation consents where it wants to be asked.
///
/// # Errors
/// `VALIDATION`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn propose(app: &App, caller: &Caller, new: Proposal) -> ServiceResult<GroupRow> {
    let permit = authorise(caller, Action::GroupPropose, &Facts::NONE)?;
    let (me, today) = (signed_in(caller)?, app.today());
    let mut check = FieldCheck::new();
    let text = check_group(&mut check, new.text);
    let charter = check_charter(&mut check, new.charter);
    let tx = app.db().begin().await?;
    known_topics(&tx, &mut check, &text).await?;
    let none_allowed = may(caller, Action::GroupDecide, &Facts::NONE);
    if text.kind == GroupKind::Steering && !none_allowed {
        check.push(FieldError::new("kind", ErrorCode::InvalidValue));
    }
    let organisation =
        organisation_of(&tx, me, new.organisation, none_allowed, today).await?.unwrap_or_else(|code| {
            check.push(FieldError::new("organisationId", code));
            None
        });
    all_right(check)?;
    let taken = field_taken(&tx, text.kind, None).await?;
    let row = store::insert_group(&tx, &permit, app.clock(), text).await.map_err(unique_as(taken))?;
    store::insert_charter(&tx, &permit, app.clock(), row.id, 1, charter).await?;
    let (consent, representatives) = consent_of(&tx, app, organisation, me).await?;
    let state = let_in(consent);
    let chair = NewPlace {
        person: me,
        organisation,
        role: GroupRole::Chair,
        state,
        days: ((state == GroupRoleState::Active).then_some(today), None),
        text: String::new(),
        invited_by: None,
    };
    let place = store::insert_role(&tx, &permit, app.clock(), GroupId(row.id), chair).await?;
    if state == GroupRoleState::ConsentPending {
        let member = the_member(&tx, place.id).await?;
        mails::consent(&tx, app, &permit, &row, &member, &representatives).await?;
    }
    let event = NewEvent { kind: GroupEventKind::Proposed, text: String::new(), milestone: None };
    let row = happened(&tx, app, &permit, (row.id, row.version), event).await?;
    record(&tx, app, &permit, "group_propose", &row).await?;
    tx.commit().await?;
    Ok(row)
}

/// Which field is to blame when the database finds a group of this kind double.
async fn field_taken(
    tx: &Transaction,
    kind: GroupKind,
    but: Option<uuid::Uuid>,
) -> ServiceResult<&'static str> {
    let second = kind == GroupKind::Steering && store::steering_group_exists(tx, but).await?;
    Ok(if second { "kind" } else { "shortName" })
}

async fn known_topics(tx: &Transaction, check: &mut FieldCheck, text: &GroupText) -> ServiceResult<()> {
    let terms = network::store::terms_by_id(tx, &text.topics).await?;
    let found: Vec<_> = terms.into_iter().map(|term| (term.id, term.kind)).collect();
    check_topics(check, &text.topics, &found);
    Ok(())
}

/// Changes what a group is called, its topics and how one gets in.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (concluded), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn update(
    app: &App,
    caller: &Caller,
    id: GroupId,
    text: GroupText,
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, current) = held(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupManage, &Facts::group(id))?;
    let mut check = FieldCheck::new();
    let text = check_group(&mut check, text);
    known_topics(&tx, &mut check, &text).await?;
    let becomes_steering = text.kind == GroupKind::Steering && current.kind != GroupKind::Steering;
    if becomes_steering && !may(caller, Action::GroupDecide, &Facts::NONE) {
        check.push(FieldError::new("kind", ErrorCode::InvalidValue));
    }
    all_right(check)?;
    same_version(current.version, based_on)?;
    open(&current)?;
    let taken = field_taken(&tx, text.kind, Some(current.id)).await?;
    let row =
        store::update_group(&tx, &permit, app.clock(), &current, text).await.map_err(unique_as(taken))?;
    record(&tx, app, &permit, "group_update", &row).await?;
    tx.commit().await?;
    Ok(row)
}

/// Nothing is changed in a group that is over.
pub(super) fn open(group: &GroupRow) -> ServiceResult<()> {
    if group.state.is_final() { Err(state_forbids(group.state.as_str())) } else { Ok(()) }
}

/// Adds a version to a group's charter.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (also without a note why), `CONFLICT`, `STATE_FORBIDS` (concluded),
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn revise_charter(
    app: &App,
    caller: &Caller,
    id: GroupId,
    text: CharterText,
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, current) = held(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupManage, &Facts::group(id))?;
    let mut check = FieldCheck::new();
    let text = check_charter(&mut check, text);
    check.required_text("note", &text.note, TEXT_MAX);
    all_right(check)?;
    same_version(current.version, based_on)?;
    open(&current)?;
    let latest = store::latest_charters(&tx, &[current.id]).await?;
    let number = latest.first().map_or(1, |charter| charter.number + 1);
    let note = text.note.clone();
    store::insert_charter(&tx, &permit, app.clock(), current.id, number, text).await?;
    let event = NewEvent { kind: GroupEventKind::CharterRevised, text: note, milestone: None };
    let row = happened(&tx, app, &permit, (current.id, current.version + 1), event).await?;
    record(&tx, app, &permit, "charter_revise", &row).await?;
    tx.commit().await?;
    Ok(row)
}

/// Takes a step in a group's life: done where the steering group or the coordination office takes it,
/// asked of them where the chair does.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (a text is needed), `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`,
/// `FORBIDDEN`.
pub async fn take_step(
    app: &App,
    caller: &Caller,
    id: GroupId,
    step: GroupStep,
    text: &str,
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, current) = held(app, caller, id).await?;
    let facts = Facts::group(id);
    let decides = may(caller, Action::GroupDecide, &facts);
    let taken = steps::taken(step, decides, may(caller, Action::GroupChangeAsk, &facts));
    let action = if taken == Taken::Asked { Action::GroupChangeAsk } else { Action::GroupDecide };
    let permit = authorise(caller, action, &facts)?;
    let text = required(text)?;
    same_version(current.version, based_on)?;
    let state = steps::after(current.state, step)
        .map_err(|refused| ServiceError::user(refused.code()).with("state", refused.0.as_str()))?;
    // Nobody is given a charter whom nobody leads: the organisation of who proposed it has not consented.
    if step == GroupStep::Charter && !leads(&store::places_of(&tx, id).await?, app.today()) {
        return Err(state_forbids(GroupRoleState::ConsentPending.as_str()));
    }
    let (row, kind, action) = if taken == Taken::Asked {
        let (by, at) = (caller.actor.person_id().map(|id| id.0), app.clock().now());
        let pending = Pending { step, text: text.clone(), by, at };
        let row = store::set_pending(&tx, &permit, app.clock(), &current, Some(pending)).await?;
        (row, GroupEventKind::Asked, "group_change_ask")
    } else {
        let row = store::set_state(&tx, &permit, app.clock(), &current, state).await?;
        if state.is_final() {
            store::decline_pending(&tx, &permit, id).await?;
        }
        (row, steps::event(step), done(step))
    };
    let event = NewEvent { kind, text, milestone: None };
    let row = happened(&tx, app, &permit, (row.id, row.version), event).await?;
    record(&tx, app, &permit, action, &row).await?;
    tx.commit().await?;
    Ok(row)
}

fn done(step: GroupStep) -> &'static str {
    match step {
        GroupStep::Charter => "group_charter",
        GroupStep::Activate => "group_activate",
        GroupStep::Rest => "group_rest",
        GroupStep::Resume => "group_resume",
        GroupStep::Conclude => "group_conclude",
    }
}

fn required(text: &str) -> ServiceResult<String> {
    let mut check = FieldCheck::new();
    let text = check.required_text("text", text, TEXT_MAX);
    all_right(check)?;
    Ok(text)
}

/// Does not confirm what the chair asked for.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (nothing is asked), `UNAUTHENTICATED`,
/// `FORBIDDEN`.
pub async fn refuse_change(
    app: &App,
    caller: &Caller,
    id: GroupId,
    text: &str,
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, current) = held(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupDecide, &Facts::group(id))?;
    let text = required(text)?;
    same_version(current.version, based_on)?;
    if current.pending_step.is_none() {
        return Err(state_forbids(current.state.as_str()));
    }
    let row = store::set_pending(&tx, &permit, app.clock(), &current, None).await?;
    let event = NewEvent { kind: GroupEventKind::Refused, text, milestone: None };
    let row = happened(&tx, app, &permit, (row.id, row.version), event).await?;
    record(&tx, app, &permit, "group_change_refuse", &row).await?;
    tx.commit().await?;
    Ok(row)
}
