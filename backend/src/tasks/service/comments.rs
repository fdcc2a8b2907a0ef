//! Comments on tasks, with those who are mentioned in them.

use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, PersonId, TaskCommentId, TaskId},
    values::FieldCheck,
};

use super::{Held, event, held, inside, mails, person_facts, record, signed_in};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, same_version},
    tasks::{
        rules::text::{check_comment, check_mentions},
        store::{self, CommentRow, TaskRow},
    },
};

/// A comment as it is written.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Markdown.
    pub body: String,
    /// Who is mentioned.
    pub mentions: Vec<PersonId>,
}

/// Trims and checks a comment; mentioned are people with a place in the group, who see the task.
async fn checked(app: &App, held: &Held, new: NewComment) -> ServiceResult<(String, Vec<Uuid>)> {
    let mut check = FieldCheck::new();
    let body = check_comment(&mut check, &new.body);
    let inside = inside(&held.tx, held.group.id, app.today()).await?;
    let who_sees: Vec<Uuid> = inside.iter().map(|member| member.person.id).collect();
    let wanted: Vec<Uuid> = new.mentions.iter().map(|id| id.0).collect();
    let mentions = check_mentions(&mut check, &wanted, &who_sees);
    all_right(check)?;
    Ok((body, mentions))
}

/// Writes a comment; whoever writes watches the task from now on.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`UNKNOWN_REFERENCE` for somebody who cannot see the task),
/// `STATE_FORBIDS` (the group has ended), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn add_comment(
    app: &App,
    caller: &Caller,
    id: TaskId,
    new: NewComment,
) -> ServiceResult<(TaskRow, CommentRow)> {
    let me = signed_in(caller)?;
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskMake, &Facts::group(GroupId(held.group.id)))?;
    let (body, mentions) = checked(app, &held, new).await?;
    held.open()?;
    let comment = store::insert_comment(&held.tx, &permit, app.clock(), (id.0, Some(me.0)), body).await?;
    store::replace_mentions(&held.tx, &permit, comment.id, &mentions).await?;
    mails::mentioned(&held.tx, app, &permit, &held.group, (&held.task, &comment), &mentions).await?;
    mails::commented(&held.tx, app, &permit, &held.group, (&held.task, &comment), &mentions).await?;
    store::watch(&held.tx, &permit, id.0, &[me.0]).await?;
    record(&held.tx, app, &permit, event("task_comment_add", &held.task)).await?;
    held.tx.commit().await?;
    Ok((held.task, comment))
}

/// Begins a change of a comment and holds its task's group.
async fn held_comment(app: &App, caller: &Caller, id: TaskCommentId) -> ServiceResult<(Held, CommentRow)> {
    signed_in(caller)?;
    let found = store::find_comment(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let held = held(app, caller, TaskId(found.task_id)).await?;
    // Read again: until the group was held, somebody else may have changed it.
    let comment = store::find_comment(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((held, comment))
}

/// Changes one's own comment; only those who were not mentioned before hear of it.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn change_comment(
    app: &App,
    caller: &Caller,
    id: TaskCommentId,
    new: NewComment,
    based_on: i32,
) -> ServiceResult<(TaskRow, CommentRow)> {
    let (held, current) = held_comment(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskCommentChange, &person_facts(&held.task, current.author_id))?;
    let before: Vec<Uuid> =
        store::mentions_of(&held.tx, &[id.0]).await?.into_iter().map(|(_, person)| person).collect();
    let (body, mentions) = checked(app, &held, new).await?;
    same_version(current.version, based_on)?;
    held.open()?;
    let comment = store::update_comment(&held.tx, &permit, app.clock(), &current, body).await?;
    store::replace_mentions(&held.tx, &permit, id.0, &mentions).await?;
    let fresh: Vec<Uuid> = mentions.into_iter().filter(|person| !before.contains(person)).collect();
    mails::mentioned(&held.tx, app, &permit, &held.group, (&held.task, &comment), &fresh).await?;
    record(&held.tx, app, &permit, event("task_comment_change", &held.task)).await?;
    held.tx.commit().await?;
    Ok((held.task, comment))
}

/// Removes a comment: one's own, or as one who manages the group.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn remove_comment(
    app: &App,
    caller: &Caller,
    id: TaskCommentId,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let (held, current) = held_comment(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskCommentRemove, &person_facts(&held.task, current.author_id))?;
    same_version(current.version, based_on)?;
    held.open()?;
    store::delete_comment(&held.tx, &permit, id.0).await?;
    let mut removed = event("task_comment_remove", &held.task);
    if let Some(author) = current.author_id {
        removed = removed.subject(PersonId(author));
    }
    record(&held.tx, app, &permit, removed).await?;
    held.tx.commit().await?;
    Ok(held.task)
}
