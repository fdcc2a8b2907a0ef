//! The queries behind "what is stored about me" and "who looked at it".

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use uuid::Uuid;
use verbund_shared::id::{
    AgendaItemId, CircularId, GroupFileId, MeetingId, MeetingPollOptionId, OrganisationId, PersonId,
    ResolutionId, SessionId,
};

use crate::{
    conduct::store::own_attendances,
    entity::{
        agenda_item, application, attendance, audit_entry, circular_vote, contact, credential, group,
        group_file, group_role, invitation, mail, meeting_poll_answer, milestone, person, resolution,
        session, task, task_comment,
    },
    people::{PersonRow, affiliations_of, network_roles_of},
};

/// Everything stored about a person. Hashes and secrets are named, not shown.
pub(crate) async fn collect_own_data(
    db: &impl ConnectionTrait,
    person: &PersonRow,
    at: DateTime<Utc>,
) -> Result<Value, DbErr> {
    let id = PersonId(person.id);
    let email = person.email.clone().unwrap_or_default();
    Ok(json!({
        "exportedAt": at,
        "person": {
            "id": id,
            "givenName": person.given_name,
            "familyName": person.family_name,
            "email": person.email,
            "language": person.locale.as_str(),
            "state": person.state.as_str(),
            "createdAt": person.created_at,
        },
        "signIn": sign_in_data(db, id).await?,
        "devices": devices(db, id).await?,
        "rolesInOrganisations": roles_in_organisations(db, id).await?,
        "rolesInNetwork": roles_in_network(db, id).await?,
        "placesInGroups": places_in_groups(db, id).await?,
        "milestones": milestones(db, id).await?,
        "tasks": tasks(db, id).await?,
        "taskComments": task_comments(db, id).await?,
        "groupFiles": group_files(db, id).await?,
        "circularVotes": circular_votes(db, id).await?,
        "resolutions": resolutions(db, id).await?,
        "attendances": own_attendances(db, id).await?,
        "meetings": meetings(db, id).await?,
        "invitations": invitations(db, id, &email).await?,
        "contactEntries": contacts(db, &email).await?,
        "applications": applications(db, &email).await?,
        "mails": mails(db, &email).await?,
        "auditTrail": audit_trail(db, id).await?,
    }))
}

async fn sign_in_data(db: &impl ConnectionTrait, person: PersonId) -> Result<Value, DbErr> {
    let row = credential::Entity::find_by_id(person.0).one(db).await?;
    Ok(json!({
        "passwordSet": row.as_ref().is_some_and(|row| row.password_hash.is_some()),
        "passwordChangedAt": row.as_ref().and_then(|row| row.password_changed_at),
        "secondFactorOnSince": row.as_ref().and_then(|row| row.totp_confirmed_at),
    }))
}

async fn devices(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = session::Entity::find()
        .filter(session::Column::PersonId.eq(person.0))
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    let shown = |row: session::Model| {
        json!({
            "id": SessionId(row.id),
            "device": row.device,
            "createdAt": row.created_at,
            "lastUsedAt": row.last_used_at,
            "expiresAt": row.expires_at,
            "endedAt": row.ended_at,
            "endReason": row.end_reason,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn roles_in_organisations(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = affiliations_of(db, person).await?;
    let shown = rows.into_iter().map(|row| {
        json!({
            "organisation": row.organisation_name,
            "role": row.role.as_str(),
            "from": row.from_day,
            "until": row.until_day,
        })
    });
    Ok(shown.collect())
}

async fn roles_in_network(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = network_roles_of(db, person).await?;
    let shown = |role: &str, from, until| json!({ "role": role, "from": from, "until": until });
    Ok(rows
        .into_iter()
        .map(|row| shown(row.role.as_str(), json!(row.from_day), json!(row.until_day)))
        .collect())
}

async fn places_in_groups(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = group_role::Entity::find()
        .join(
            JoinType::InnerJoin,
            group_role::Entity::belongs_to(group::Entity)
                .from(group_role::Column::GroupId)
                .to(group::Column::Id)
                .into(),
        )
        .select_also(group::Entity)
        .filter(group_role::Column::PersonId.eq(person.0))
        .order_by_asc(group_role::Column::Id)
        .all(db)
        .await?;
    let shown = |(row, group): (group_role::Model, Option<group::Model>)| {
        json!({
            "group": group.map(|group| group.name_de),
            "organisation": row.organisation_id.map(OrganisationId),
            "role": row.role.as_str(),
            "state": row.state.as_str(),
            "from": row.from_day,
            "until": row.until_day,
            "text": row.text,
            "answer": row.answer,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn milestones(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = milestone::Entity::find()
        .filter(milestone::Column::OwnerId.eq(person.0))
        .order_by_asc(milestone::Column::Id)
        .all(db)
        .await?;
    let shown =
        |row: milestone::Model| json!({ "text": row.text, "due": row.due, "state": row.state.as_str() });
    Ok(rows.into_iter().map(shown).collect())
}

async fn tasks(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let concerned = Condition::any()
        .add(task::Column::ResponsibleId.eq(person.0))
        .add(task::Column::CreatedBy.eq(person.0))
        .add(task::Column::ReturnedBy.eq(person.0));
    let rows = task::Entity::find().filter(concerned).order_by_asc(task::Column::Id).all(db).await?;
    let shown = |row: task::Model| {
        let created_by_me = row.created_by == Some(person.0);
        let returned_by_me = row.returned_by == Some(person.0);
        json!({
            "title": row.title,
            "text": created_by_me.then_some(row.text),
            "createdByMe": created_by_me,
            "responsible": row.responsible_id == Some(person.0),
            "assignment": row.assignment.as_str(),
            "returnedByMe": returned_by_me.then_some(row.assignment_text),
            "due": row.due,
            "state": row.state.as_str(),
            "createdAt": row.created_at,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn task_comments(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = task_comment::Entity::find()
        .filter(task_comment::Column::AuthorId.eq(person.0))
        .order_by_asc(task_comment::Column::Id)
        .all(db)
        .await?;
    let shown = |row: task_comment::Model| json!({ "body": row.body, "createdAt": row.created_at });
    Ok(rows.into_iter().map(shown).collect())
}

/// What the person uploaded into groups; the files themselves are the groups'.
async fn group_files(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = group_file::Entity::find()
        .filter(group_file::Column::UploadedBy.eq(person.0))
        .order_by_asc(group_file::Column::Id)
        .all(db)
        .await?;
    let shown = |row: group_file::Model| {
        json!({
            "id": GroupFileId(row.id),
            "name": row.name,
            "note": row.note,
            "size": row.size,
            "sha256": row.sha256,
            "createdAt": row.created_at,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn circular_votes(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let rows = circular_vote::Entity::find()
        .filter(circular_vote::Column::CastBy.eq(person.0))
        .order_by_asc(circular_vote::Column::Id)
        .all(db)
        .await?;
    let shown = |row: circular_vote::Model| {
        json!({
            "circular": CircularId(row.circular_id),
            "organisation": row.organisation_id.map(OrganisationId),
            "choice": row.choice.map(|choice| choice.as_str()),
            "comment": row.comment,
            "castAt": row.cast_at,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// What the person recorded or moved; the register itself is the groups'.
async fn resolutions(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let concerned = Condition::any()
        .add(resolution::Column::RecordedBy.eq(person.0))
        .add(resolution::Column::MoverId.eq(person.0));
    let rows =
        resolution::Entity::find().filter(concerned).order_by_asc(resolution::Column::Id).all(db).await?;
    let shown = |row: resolution::Model| json!({ "id": ResolutionId(row.id), "number": row.label, "title": row.title, "decidedOn": row.decided_on });
    Ok(rows.into_iter().map(shown).collect())
}

/// What the person handed in for meetings, and answered to invitations and date polls.
async fn meetings(db: &impl ConnectionTrait, person: PersonId) -> Result<Value, DbErr> {
    let items = agenda_item::Entity::find()
        .filter(agenda_item::Column::SubmittedBy.eq(person.0))
        .order_by_asc(agenda_item::Column::Id)
        .all(db)
        .await?;
    let replies = attendance::Entity::find()
        .filter(attendance::Column::PersonId.eq(person.0))
        .order_by_asc(attendance::Column::Id)
        .all(db)
        .await?;
    let answers = meeting_poll_answer::Entity::find()
        .filter(meeting_poll_answer::Column::PersonId.eq(person.0))
        .order_by_asc(meeting_poll_answer::Column::At)
        .order_by_asc(meeting_poll_answer::Column::OptionId)
        .all(db)
        .await?;
    let item = |row: agenda_item::Model| json!({ "id": AgendaItemId(row.id), "title": row.title, "text": row.text, "createdAt": row.created_at });
    let reply = |row: attendance::Model| {
        json!({
            "meeting": MeetingId(row.meeting_id),
            "organisation": row.organisation_id.map(OrganisationId),
            "reply": row.reply.as_str(),
            "note": row.note,
        })
    };
    let answer = |row: meeting_poll_answer::Model| json!({ "time": MeetingPollOptionId(row.option_id), "answer": row.answer.as_str(), "at": row.at });
    Ok(json!({
        "agendaItems": items.into_iter().map(item).collect::<Vec<_>>(),
        "replies": replies.into_iter().map(reply).collect::<Vec<_>>(),
        "pollAnswers": answers.into_iter().map(answer).collect::<Vec<_>>(),
    }))
}

async fn invitations(db: &impl ConnectionTrait, person: PersonId, email: &str) -> Result<Vec<Value>, DbErr> {
    let concerned = Condition::any()
        .add(invitation::Column::Email.eq(email))
        .add(invitation::Column::AcceptedBy.eq(person.0))
        .add(invitation::Column::InvitedBy.eq(person.0));
    let rows =
        invitation::Entity::find().filter(concerned).order_by_asc(invitation::Column::Id).all(db).await?;
    let shown = |row: invitation::Model| {
        let sent_by_me = row.invited_by == Some(person.0);
        // What somebody else's invitation holds is theirs.
        let to_me = row.email == email || row.accepted_by == Some(person.0);
        json!({
            "sentByMe": sent_by_me,
            "email": to_me.then_some(row.email),
            "organisation": row.organisation_id.map(OrganisationId),
            "role": row.affiliation_role.map(|role| role.as_str()).or(row.network_role.map(|role| role.as_str())),
            "createdAt": row.created_at,
            "acceptedAt": row.accepted_at,
            "withdrawnAt": row.withdrawn_at,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn contacts(db: &impl ConnectionTrait, email: &str) -> Result<Vec<Value>, DbErr> {
    let rows = contact::Entity::find()
        .filter(contact::Column::Email.eq(email))
        .filter(contact::Column::Email.ne(""))
        .order_by_asc(contact::Column::Id)
        .all(db)
        .await?;
    let shown = |row: contact::Model| {
        json!({
            "organisation": OrganisationId(row.organisation_id),
            "name": row.name,
            "function": row.function,
            "email": row.email,
            "phone": row.phone,
            "publishedSince": row.consented_at,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn applications(db: &impl ConnectionTrait, email: &str) -> Result<Vec<Value>, DbErr> {
    let rows = application::Entity::find()
        .filter(application::Column::ContactEmail.eq(email))
        .filter(application::Column::ContactEmail.ne(""))
        .order_by_asc(application::Column::Id)
        .all(db)
        .await?;
    let shown = |row: application::Model| {
        json!({
            "organisation": row.organisation_name,
            "contact": [row.contact_given_name, row.contact_family_name, row.contact_email, row.contact_phone],
            "state": row.state.as_str(),
            "submittedAt": row.submitted_at,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

async fn mails(db: &impl ConnectionTrait, email: &str) -> Result<Vec<Value>, DbErr> {
    let rows: Vec<(String, DateTime<Utc>, Option<DateTime<Utc>>)> = mail::Entity::find()
        .select_only()
        .columns([mail::Column::Subject, mail::Column::CreatedAt, mail::Column::SentAt])
        .filter(mail::Column::Recipient.eq(email))
        .order_by_asc(mail::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let shown =
        |(subject, created, sent)| json!({ "subject": subject, "createdAt": created, "sentAt": sent });
    Ok(rows.into_iter().map(|(subject, created, sent)| shown((subject, created, sent))).collect())
}

async fn audit_trail(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Value>, DbErr> {
    let concerned = Condition::any()
        .add(audit_entry::Column::SubjectId.eq(person.0))
        .add(audit_entry::Column::ActorId.eq(person.0));
    let rows = audit_entry::Entity::find()
        .filter(concerned)
        .order_by_asc(audit_entry::Column::At)
        .order_by_asc(audit_entry::Column::Id)
        .all(db)
        .await?;
    let shown = |row: audit_entry::Model| {
        json!({
            "at": row.at,
            "action": row.action,
            "by": if row.actor_id == Some(person.0) { "me" } else { row.actor_kind.as_str() },
            "aboutMe": row.subject_id == Some(person.0),
            "object": row.object_kind,
            "name": row.object_label,
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Something that somebody did with a person's data.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DataAccess {
    /// The entry of the audit trail.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What; a translation key.
    pub action: String,
    /// `person`, `visitor` or `system`.
    pub actor_kind: String,
    /// Who, if a person did.
    pub actor_given_name: Option<String>,
    /// Who, if a person did.
    pub actor_family_name: Option<String>,
}

/// What others did with a person's data, newest first.
pub(crate) async fn data_accesses(
    db: &impl ConnectionTrait,
    person: PersonId,
    after: Option<Uuid>,
    at_most: u64,
) -> Result<Vec<DataAccess>, DbErr> {
    let by_others = Condition::any()
        .add(audit_entry::Column::ActorId.is_null())
        .add(audit_entry::Column::ActorId.ne(person.0));
    let mut query = audit_entry::Entity::find()
        .select_only()
        .columns([
            audit_entry::Column::Id,
            audit_entry::Column::At,
            audit_entry::Column::Action,
            audit_entry::Column::ActorKind,
        ])
        .column_as(person::Column::GivenName, "actor_given_name")
        .column_as(person::Column::FamilyName, "actor_family_name")
        .join(
            JoinType::LeftJoin,
            audit_entry::Entity::belongs_to(person::Entity)
                .from(audit_entry::Column::ActorId)
                .to(person::Column::Id)
                .into(),
        )
        .filter(audit_entry::Column::SubjectId.eq(person.0))
        .filter(by_others);
    if let Some(after) = after {
        query = query.filter(audit_entry::Column::Id.lt(after));
    }
    query.order_by_desc(audit_entry::Column::Id).limit(at_most).into_model().all(db).await
}
