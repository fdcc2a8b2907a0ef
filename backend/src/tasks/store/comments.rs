//! Comments on tasks, and who is mentioned in them.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, Func},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::id::{TaskCommentId, TaskId};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{task_comment, task_mention},
    graphql::CursorPage,
};

pub use task_comment::Model as CommentRow;

/// What comments are ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CommentKey {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The row.
    pub id: Uuid,
}

/// One comment.
pub async fn find_comment(db: &impl ConnectionTrait, id: TaskCommentId) -> Result<Option<CommentRow>, DbErr> {
    task_comment::Entity::find_by_id(id.0).one(db).await
}

/// A page of a task's comments, the oldest first, and one more.
pub async fn comments_page(
    db: &impl ConnectionTrait,
    task: TaskId,
    page: &CursorPage<CommentKey>,
) -> Result<Vec<CommentRow>, DbErr> {
    let after = page.after.as_ref().map(|key| {
        Condition::any()
            .add(task_comment::Column::CreatedAt.gt(key.at))
            .add(task_comment::Column::CreatedAt.eq(key.at).and(task_comment::Column::Id.gt(key.id)))
    });
    task_comment::Entity::find()
        .filter(task_comment::Column::TaskId.eq(task.0))
        .filter(Condition::all().add_option(after))
        .order_by_asc(task_comment::Column::CreatedAt)
        .order_by_asc(task_comment::Column::Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many comments tasks have.
pub async fn comment_counts(db: &impl ConnectionTrait, tasks: &[Uuid]) -> Result<Vec<(Uuid, i64)>, DbErr> {
    task_comment::Entity::find()
        .select_only()
        .column(task_comment::Column::TaskId)
        .expr(Func::count(Expr::col(task_comment::Column::Id)))
        .filter(task_comment::Column::TaskId.is_in(tasks.iter().copied()))
        .group_by(task_comment::Column::TaskId)
        .into_tuple()
        .all(db)
        .await
}

/// Who is mentioned in comments.
pub async fn mentions_of(db: &impl ConnectionTrait, comments: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let rows = task_mention::Entity::find()
        .filter(task_mention::Column::CommentId.is_in(comments.iter().copied()))
        .order_by_asc(task_mention::Column::PersonId)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.comment_id, row.person_id)).collect())
}

/// Writes a comment.
pub async fn insert_comment(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    (task, author): (Uuid, Option<Uuid>),
    body: String,
) -> Result<CommentRow, DbErr> {
    let row = task_comment::ActiveModel {
        id: Set(clock.new_id()),
        task_id: Set(task),
        author_id: Set(author),
        body: Set(body),
        created_at: Set(clock.now()),
        edited_at: Set(None),
        version: Set(1),
    };
    task_comment::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes what a comment says.
pub async fn update_comment(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &CommentRow,
    body: String,
) -> Result<CommentRow, DbErr> {
    let row = task_comment::ActiveModel {
        id: Unchanged(current.id),
        body: Set(body),
        edited_at: Set(Some(clock.now())),
        version: Set(current.version + 1),
        ..Default::default()
    };
    task_comment::Entity::update(row).exec(tx).await
}

/// Removes a comment with its mentions.
pub async fn delete_comment(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    task_comment::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Replaces who is mentioned in a comment.
pub async fn replace_mentions(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    comment: Uuid,
    people: &[Uuid],
) -> Result<(), DbErr> {
    task_mention::Entity::delete_many().filter(task_mention::Column::CommentId.eq(comment)).exec(tx).await?;
    if people.is_empty() {
        return Ok(());
    }
    let row = |person: &Uuid| task_mention::ActiveModel { comment_id: Set(comment), person_id: Set(*person) };
    task_mention::Entity::insert_many(people.iter().map(row).collect::<Vec<_>>())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
