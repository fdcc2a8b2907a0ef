//! Tasks that come from the minutes of a meeting.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    id::PersonId,
    tasks::{TaskPriority, TaskState},
};

use super::{event, inside, mails, record, worker};
use crate::{
    app::App,
    authz::Permit,
    db::Transaction,
    error::ServiceResult,
    groups::store::GroupRow,
    tasks::{
        rules::{assignment::Assigned, position, text::TaskText},
        store::{self, Place, TaskRow},
    },
};

/// What minutes say is to be done; its texts are checked already.
#[derive(Debug, Clone)]
pub struct FromAction {
    /// What is to be done, in one line.
    pub title: String,
    /// Where that was said, in Markdown.
    pub text: String,
    /// The accountable organisation.
    pub organisation: Uuid,
    /// Who is asked to do it.
    pub person: Option<Uuid>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Makes a task of an action line within a change of its group, whose row must be held. Who is named is
/// asked as usual; whoever does not work in the group any more is not.
///
/// # Errors
/// None that a person makes.
pub async fn make_from_action(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    action: FromAction,
) -> ServiceResult<TaskRow> {
    let me = permit.actor().person_id().map(|id| id.0);
    let inside = inside(tx, group.id, app.today()).await?;
    let responsible = action.person.filter(|person| worker(&inside, *person).is_some());
    let last = store::last_place(tx, Place { group: group.id, state: TaskState::Open, but: None }).await?;
    let task = store::NewTask {
        group: group.id,
        text: TaskText {
            title: action.title,
            text: action.text,
            due: action.due,
            priority: TaskPriority::Normal,
            organisation: Some(action.organisation),
            recurrence: None,
            milestone: None,
        },
        meant_day: None,
        position: position::between(last.as_deref(), None),
        assigned: match (responsible, me) {
            (Some(person), Some(me)) => Assigned::NOBODY.give(Some(person), me),
            _ => Assigned::NOBODY,
        },
        message: String::new(),
        predecessor: None,
        created_by: me,
    };
    let task = store::insert_task(tx, permit, app.clock(), task).await?;
    let mut watchers: Vec<Uuid> = me.into_iter().collect();
    watchers.extend(task.responsible_id.filter(|id| Some(*id) != me));
    store::watch(tx, permit, task.id, &watchers).await?;
    let mut made = event("task_create", &task);
    if let Some(responsible) = task.responsible_id {
        made = made.subject(PersonId(responsible));
    }
    record(tx, app, permit, made).await?;
    mails::asked(tx, app, permit, group, (None, &task)).await?;
    Ok(task)
}
