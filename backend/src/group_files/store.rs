//! The queries of groups' files.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, Func},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::id::{AgendaItemId, GroupFileId, GroupId, TaskId};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{agenda_item, group_file, group_file_content, removed_object, task},
    graphql::CursorPage,
};

pub use group_file::Model as GroupFileRow;

/// What files are ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileKey {
    /// When it was uploaded.
    pub at: DateTime<Utc>,
    /// The row.
    pub id: Uuid,
}

/// What a file belongs to within its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BelongsTo {
    /// A task.
    pub task: Option<TaskId>,
    /// An agenda item.
    pub agenda_item: Option<AgendaItemId>,
}

/// Which files are asked for.
#[derive(Debug, Clone)]
pub struct FileFilter {
    /// Of this group.
    pub group: GroupId,
    /// Of this task, or of this agenda item; all of the group where nothing is said.
    pub of: BelongsTo,
    /// Whether papers of internal agenda items are among them.
    pub internal: bool,
}

fn condition(filter: &FileFilter) -> Condition {
    let internal = agenda_item::Entity::find()
        .select_only()
        .column(agenda_item::Column::Id)
        .filter(agenda_item::Column::GroupId.eq(filter.group.0))
        .filter(agenda_item::Column::Internal.eq(true))
        .into_query();
    let hidden = (!filter.internal).then(|| {
        Condition::any()
            .add(group_file::Column::AgendaItemId.is_null())
            .add(group_file::Column::AgendaItemId.not_in_subquery(internal))
    });
    Condition::all()
        .add(group_file::Column::GroupId.eq(filter.group.0))
        .add_option(filter.of.task.map(|id| group_file::Column::TaskId.eq(id.0)))
        .add_option(filter.of.agenda_item.map(|id| group_file::Column::AgendaItemId.eq(id.0)))
        .add_option(hidden)
}

/// A page of files, the newest first, and one more.
pub async fn files_page(
    db: &impl ConnectionTrait,
    filter: &FileFilter,
    page: &CursorPage<FileKey>,
) -> Result<Vec<GroupFileRow>, DbErr> {
    let after = page.after.as_ref().map(|key| {
        Condition::any()
            .add(group_file::Column::CreatedAt.lt(key.at))
            .add(group_file::Column::CreatedAt.eq(key.at).and(group_file::Column::Id.lt(key.id)))
    });
    group_file::Entity::find()
        .filter(condition(filter).add_option(after))
        .order_by_desc(group_file::Column::CreatedAt)
        .order_by_desc(group_file::Column::Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many files a filter finds.
pub async fn count_files(db: &impl ConnectionTrait, filter: &FileFilter) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait as _;
    group_file::Entity::find().filter(condition(filter)).count(db).await
}

/// One file, without its bytes.
pub async fn find_file(db: &impl ConnectionTrait, id: GroupFileId) -> Result<Option<GroupFileRow>, DbErr> {
    group_file::Entity::find_by_id(id.0).one(db).await
}

/// The bytes of a file that lie in the database.
pub async fn content_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Vec<u8>>, DbErr> {
    Ok(group_file_content::Entity::find_by_id(id).one(db).await?.map(|row| row.content))
}

/// Bytes that a group's files take.
pub async fn bytes_used(db: &impl ConnectionTrait, group: GroupId) -> Result<i64, DbErr> {
    let sum: Option<Option<i64>> = group_file::Entity::find()
        .select_only()
        .expr(Expr::expr(Func::sum(Expr::col(group_file::Column::Size))).cast_as("bigint"))
        .filter(group_file::Column::GroupId.eq(group.0))
        .into_tuple()
        .one(db)
        .await?;
    Ok(sum.flatten().unwrap_or(0))
}

/// Whether a task stands in a group.
pub async fn is_task_of(db: &impl ConnectionTrait, id: TaskId, group: GroupId) -> Result<bool, DbErr> {
    let found = task::Entity::find_by_id(id.0).filter(task::Column::GroupId.eq(group.0)).one(db).await?;
    Ok(found.is_some())
}

/// Whether an agenda item belongs to a group, and whether it is internal.
pub async fn item_of(
    db: &impl ConnectionTrait,
    id: AgendaItemId,
    group: GroupId,
) -> Result<Option<bool>, DbErr> {
    let found = agenda_item::Entity::find_by_id(id.0)
        .filter(agenda_item::Column::GroupId.eq(group.0))
        .one(db)
        .await?;
    Ok(found.map(|item| item.internal))
}

/// The titles of tasks and agenda items, by id.
pub async fn titles(
    db: &impl ConnectionTrait,
    tasks: &[Uuid],
    items: &[Uuid],
) -> Result<Vec<(Uuid, String)>, DbErr> {
    let mut titles: Vec<(Uuid, String)> = Vec::new();
    if !tasks.is_empty() {
        let of_tasks = task::Entity::find()
            .select_only()
            .columns([task::Column::Id, task::Column::Title])
            .filter(task::Column::Id.is_in(tasks.iter().copied()));
        titles.extend(of_tasks.into_tuple::<(Uuid, String)>().all(db).await?);
    }
    if !items.is_empty() {
        let of_items = agenda_item::Entity::find()
            .select_only()
            .columns([agenda_item::Column::Id, agenda_item::Column::Title])
            .filter(agenda_item::Column::Id.is_in(items.iter().copied()));
        titles.extend(of_items.into_tuple::<(Uuid, String)>().all(db).await?);
    }
    Ok(titles)
}

/// A new file.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its group.
    pub group: GroupId,
    /// What it belongs to.
    pub of: BelongsTo,
    /// The name it is kept under.
    pub name: String,
    /// Its media type.
    pub content_type: &'static str,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Bytes.
    pub size: i32,
    /// Its name in the object store; none: its bytes come into the database.
    pub object_key: Option<String>,
}

/// Keeps a file, and its bytes where they belong into the database.
pub async fn insert_file(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    new: NewFile,
    content: Option<Vec<u8>>,
) -> Result<GroupFileRow, DbErr> {
    let row = group_file::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(new.group.0),
        name: Set(new.name),
        note: Set(String::new()),
        content_type: Set(new.content_type.to_owned()),
        sha256: Set(new.sha256),
        size: Set(new.size),
        object_key: Set(new.object_key),
        task_id: Set(new.of.task.map(|id| id.0)),
        agenda_item_id: Set(new.of.agenda_item.map(|id| id.0)),
        uploaded_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
        version: Set(1),
    };
    let row = group_file::Entity::insert(row).exec_with_returning(tx).await?;
    if let Some(content) = content {
        let bytes = group_file_content::ActiveModel { file_id: Set(row.id), content: Set(content) };
        group_file_content::Entity::insert(bytes).exec_without_returning(tx).await?;
    }
    Ok(row)
}

/// Changes a file's name and note.
pub async fn update_file(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &GroupFileRow,
    name: String,
    note: String,
) -> Result<GroupFileRow, DbErr> {
    let row = group_file::ActiveModel {
        id: Unchanged(current.id),
        name: Set(name),
        note: Set(note),
        version: Set(current.version + 1),
        ..Default::default()
    };
    group_file::Entity::update(row).exec(tx).await
}

/// Removes a file with the bytes that lie in the database.
pub async fn delete_file(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    group_file::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Notes that the object store has something to remove.
pub async fn insert_removed(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    object_key: String,
) -> Result<(), DbErr> {
    let row = removed_object::ActiveModel { object_key: Set(object_key), at: Set(clock.now()) };
    removed_object::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// What the object store has still to remove since before a moment, the oldest first, so many at most.
pub async fn removed_objects(
    db: &impl ConnectionTrait,
    before: DateTime<Utc>,
    at_most: u64,
) -> Result<Vec<String>, DbErr> {
    let rows = removed_object::Entity::find()
        .filter(removed_object::Column::At.lt(before))
        .order_by_asc(removed_object::Column::At)
        .limit(at_most)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.object_key).collect())
}

/// Forgets what the object store has removed.
pub async fn forget_removed(tx: &impl ConnectionTrait, _permit: &Permit, key: &str) -> Result<(), DbErr> {
    removed_object::Entity::delete_by_id(key.to_owned()).exec(tx).await?;
    Ok(())
}
