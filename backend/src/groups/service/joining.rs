//! The ways into a group: asking, being invited, and the answers of chair, person and organisation.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::{GroupRole, GroupRoleState},
    id::{GroupId, GroupRoleId, OrganisationId, PersonId},
    limits::TEXT_MAX,
    values::FieldCheck,
};

use super::{held, held_place, mails, organisation_of, record_place, signed_in, state_forbids};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, Permit, authorise, may},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version, unique_as},
    groups::{
        rules::joining::{self, Answer, Consent},
        store::{self, GroupMember, GroupRow, NewPlace, RoleRow},
    },
    people::PersonRow,
};

/// Somebody asks to be in a group.
#[derive(Debug, Clone)]
pub struct Request {
    /// For which of their organisations; needed only where there are several.
    pub organisation: Option<OrganisationId>,
    /// What they write to the chair.
    pub text: String,
}

/// Asks to be in a group, as a member of it: at once where it is open, otherwise the chair decides.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`DUPLICATE` where one has a place already), `STATE_FORBIDS` (the group
/// takes in nobody, or only those it invites), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn join(app: &App, caller: &Caller, id: GroupId, request: Request) -> ServiceResult<GroupRow> {
    let (tx, group) = held(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupJoin, &Facts::group(id))?;
    let (me, today) = (signed_in(caller)?, app.today());
    let mut check = FieldCheck::new();
    let text = check.text("text", &request.text, TEXT_MAX);
    all_right(check)?;
    takes_people(&group)?;
    free_place(&tx, &permit, app, id, (me, "groupId")).await?;
    let none_allowed = may(caller, Action::GroupDecide, &Facts::NONE);
    let organisation = organisation_of(&tx, me, request.organisation, none_allowed, today)
        .await?
        .map_err(|code| ServiceError::field("organisationId", code))?;
    let (consent, representatives) = consent_of(&tx, app, organisation, me).await?;
    let state =
        joining::on_asking(group.joining, consent).ok_or_else(|| state_forbids(group.joining.as_str()))?;
    let place = NewPlace {
        person: me,
        organisation,
        role: GroupRole::Member,
        state,
        days: ((state == GroupRoleState::Active).then_some(today), None),
        text,
        invited_by: None,
    };
    let place =
        store::insert_role(&tx, &permit, app.clock(), id, place).await.map_err(unique_as("groupId"))?;
    let member = the_member(&tx, place.id).await?;
    match state {
        GroupRoleState::Requested => mails::request(&tx, app, &permit, &group, &member).await?,
        GroupRoleState::ConsentPending => {
            mails::consent(&tx, app, &permit, &group, &member, &representatives).await?;
        }
        _ => {}
    }
    let action = if state == GroupRoleState::Active { "group_join" } else { "group_join_request" };
    record_place(&tx, app, &permit, action, (&group, &place)).await?;
    tx.commit().await?;
    Ok(group)
}

fn takes_people(group: &GroupRow) -> ServiceResult<()> {
    if group.state.takes_people() { Ok(()) } else { Err(state_forbids(group.state.as_str())) }
}

/// A person has one place in a group at a time.
async fn free_place(
    tx: &Transaction,
    permit: &Permit,
    app: &App,
    group: GroupId,
    (person, field): (PersonId, &str),
) -> ServiceResult<()> {
    store::settle_over(tx, permit, group, person, app.today()).await?;
    match store::place_of(tx, group, person).await? {
        Some(_) => Err(ServiceError::field(field, ErrorCode::Duplicate)),
        None => Ok(()),
    }
}

/// Whether the organisation must be asked about a person, and who answers for it.
pub(super) async fn consent_of(
    tx: &Transaction,
    app: &App,
    organisation: Option<Uuid>,
    person: PersonId,
) -> ServiceResult<(Consent, Vec<PersonRow>)> {
    let Some(organisation) = organisation else { return Ok((Consent::NotNeeded, Vec::new())) };
    let (wanted, people) = store::representatives_of(tx, organisation, app.today()).await?;
    let represents = people.iter().any(|one| one.id == person.0);
    Ok((joining::consent(wanted, represents), people))
}

pub(super) async fn the_member(tx: &Transaction, id: Uuid) -> ServiceResult<GroupMember> {
    let found = store::find_role(tx, GroupRoleId(id)).await?;
    found.ok_or_else(|| ServiceError::broken("a place that was just written"))
}

/// Somebody is invited into a group.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The address they sign in with.
    pub email: String,
    /// For which of their organisations; needed only where there are several.
    pub organisation: Option<OrganisationId>,
    /// As what.
    pub role: GroupRole,
    /// What is written to them.
    pub text: String,
}

/// Invites somebody who has an account.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`UNKNOWN_REFERENCE` for an address nobody signs in with, `DUPLICATE` for
/// somebody who has a place already), `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn invite(
    app: &App,
    caller: &Caller,
    id: GroupId,
    invitation: Invitation,
) -> ServiceResult<GroupRow> {
    let (tx, group) = held(app, caller, id).await?;
    let action =
        if invitation.role == GroupRole::Chair { Action::GroupChairManage } else { Action::GroupManage };
    let permit = authorise(caller, action, &Facts::group(id))?;
    let mut check = FieldCheck::new();
    let email = check.required_email("email", &invitation.email);
    let text = check.text("text", &invitation.text, TEXT_MAX);
    all_right(check)?;
    takes_people(&group)?;
    let person = store::find_person_by_email(&tx, &email)
        .await?
        .ok_or_else(|| ServiceError::field("email", ErrorCode::UnknownReference))?;
    free_place(&tx, &permit, app, id, (PersonId(person.id), "email")).await?;
    let guest = invitation.role == GroupRole::Guest;
    let organisation = organisation_of(&tx, PersonId(person.id), invitation.organisation, guest, app.today())
        .await?
        .map_err(|code| ServiceError::field("organisationId", code))?;
    let place = NewPlace {
        person: PersonId(person.id),
        organisation,
        role: invitation.role,
        state: GroupRoleState::Invited,
        days: (None, None),
        text,
        invited_by: caller.actor.person_id().map(|id| id.0),
    };
    let place = store::insert_role(&tx, &permit, app.clock(), id, place).await.map_err(unique_as("email"))?;
    mails::invitation(&tx, app, &permit, &group, &the_member(&tx, place.id).await?).await?;
    record_place(&tx, app, &permit, "group_invite", (&group, &place)).await?;
    tx.commit().await?;
    Ok(group)
}

/// What was answered.
struct Given<'a> {
    answer: Answer,
    yes: bool,
    text: &'a str,
    based_on: i32,
}

/// Writes an answer; the place, and who answers for the organisation where it must be asked now.
async fn settle(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    member: &GroupMember,
    given: Given<'_>,
) -> ServiceResult<(RoleRow, Vec<PersonRow>)> {
    let mut check = FieldCheck::new();
    let text = match (given.yes, given.answer) {
        // A no to somebody else says why.
        (false, Answer::OfChair | Answer::OfOrganisation) => {
            check.required_text("text", given.text, TEXT_MAX)
        }
        _ => check.text("text", given.text, TEXT_MAX),
    };
    all_right(check)?;
    let place = &member.role;
    same_version(place.version, given.based_on)?;
    let (consent, representatives) =
        consent_of(tx, app, place.organisation_id, PersonId(place.person_id)).await?;
    let state = joining::after(place.state, given.answer, given.yes, consent)
        .map_err(|code| ServiceError::user(code).with("state", place.state.as_str()))?;
    let place = store::set_role_state(tx, permit, place, state, app.today(), &text).await?;
    Ok((place, representatives))
}

/// What the person is told of an answer, and how it stands in the trail; who answers for oneself needs
/// no telling.
fn words(answer: Answer, yes: bool, state: GroupRoleState) -> (Option<&'static str>, &'static str) {
    match (answer, yes) {
        (Answer::OfChair, true) if state == GroupRoleState::ConsentPending => {
            (Some("consent_pending"), "group_join_accept")
        }
        (Answer::OfChair, true) => (Some("accepted"), "group_join_accept"),
        (Answer::OfChair, false) => (Some("declined"), "group_join_decline"),
        (Answer::OfPerson, true) => (None, "group_invitation_accept"),
        (Answer::OfPerson, false) => (None, "group_invitation_decline"),
        (Answer::OfOrganisation, true) => (Some("consented"), "group_consent_give"),
        (Answer::OfOrganisation, false) => (Some("not_consented"), "group_consent_refuse"),
    }
}

/// Writes an answer, tells the person, and asks their organisation where that comes next.
async fn answered(
    app: &App,
    permit: &Permit,
    (tx, group, member): (Transaction, GroupRow, GroupMember),
    given: Given<'_>,
) -> ServiceResult<GroupRow> {
    let (answer, yes) = (given.answer, given.yes);
    let (place, representatives) = settle(&tx, app, permit, &member, given).await?;
    let (told, action) = words(answer, yes, place.state);
    if let Some(told) = told {
        mails::decision(&tx, app, permit, &group, (&member, told, &place.answer)).await?;
    }
    if place.state == GroupRoleState::ConsentPending {
        mails::consent(&tx, app, permit, &group, &member, &representatives).await?;
    }
    record_place(&tx, app, permit, action, (&group, &place)).await?;
    tx.commit().await?;
    Ok(group)
}

/// Decides on a request to be in a group.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (a no says why), `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`,
/// `FORBIDDEN`.
pub async fn decide(
    app: &App,
    caller: &Caller,
    id: GroupRoleId,
    (yes, text): (bool, &str),
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, member) = held_place(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupManage, &Facts::group(GroupId(group.id)))?;
    let given = Given { answer: Answer::OfChair, yes, text, based_on };
    answered(app, &permit, (tx, group, member), given).await
}

/// Answers one's own invitation.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn answer_invitation(
    app: &App,
    caller: &Caller,
    id: GroupRoleId,
    (yes, text): (bool, &str),
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, member) = held_place(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupOwnPlace, &Facts::person(PersonId(member.person.id)))?;
    let given = Given { answer: Answer::OfPerson, yes, text, based_on };
    answered(app, &permit, (tx, group, member), given).await
}

/// Consents, for an organisation, to somebody's work in a group, or does not.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (a no says why), `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`,
/// `FORBIDDEN`.
pub async fn answer_consent(
    app: &App,
    caller: &Caller,
    id: GroupRoleId,
    (yes, text): (bool, &str),
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, member) = held_place(app, caller, id).await?;
    let facts = member.role.organisation_id.map_or(Facts::NONE, |id| Facts::organisation(OrganisationId(id)));
    let permit = authorise(caller, Action::GroupConsent, &facts)?;
    let given = Given { answer: Answer::OfOrganisation, yes, text, based_on };
    answered(app, &permit, (tx, group, member), given).await
}
