//! Use cases of groups' files.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use verbund_shared::{
    error::ErrorCode,
    id::{GroupFileId, GroupId, PersonId},
    limits::LINE_MAX,
    values::FieldCheck,
};

use super::{
    rules,
    store::{self, BelongsTo, FileFilter, FileKey, GroupFileRow, NewFile},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise, may, signed_in},
    clock::random_bytes,
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    graphql::{CursorPage, page_of},
    groups::{self, store::GroupRow},
};

/// How long an upload may take to be kept; only then is its object taken for left over.
const LEFT_OVER_AFTER: TimeDelta = TimeDelta::hours(1);
/// Objects removed in one go.
const REMOVED_AT_ONCE: u64 = 200;

/// Room that a group has for files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes taken.
    pub used: i64,
    /// Bytes there are.
    pub max: i64,
}

/// Refuses those for whom the group's inside does not exist.
fn seen(caller: &Caller, group: GroupId) -> ServiceResult<()> {
    signed_in(caller)?;
    if may(caller, Action::FileRead, &Facts::group(group)) { Ok(()) } else { Err(ServiceError::not_found()) }
}

/// Whether somebody sees papers of internal agenda items.
fn sees_internal(caller: &Caller, group: GroupId) -> bool {
    may(caller, Action::FileReadInternal, &Facts::group(group))
}

/// What a right to change a file is asked about.
pub(super) fn facts(file: &GroupFileRow) -> Facts {
    Facts { person: file.uploaded_by.map(PersonId), ..Facts::group(GroupId(file.group_id)) }
}

/// Whether a person may upload into a group; asked before the bytes are read.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`.
pub fn check_upload(caller: &Caller, group: GroupId) -> ServiceResult<()> {
    seen(caller, group)?;
    authorise(caller, Action::FileAdd, &Facts::group(group)).map(|_| ())
}

/// Keeps an uploaded file.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` (also for a task or agenda item of another group), `FORBIDDEN`,
/// `FILE_EMPTY`, `FILE_TYPE`, `QUOTA_EXCEEDED`, `STATE_FORBIDS` (the group has ended).
pub async fn upload(
    app: &App,
    caller: &Caller,
    (group, of): (GroupId, BelongsTo),
    name: &str,
    content: Vec<u8>,
) -> ServiceResult<GroupFileRow> {
    check_upload(caller, group)?;
    let permit = authorise(caller, Action::FileAdd, &Facts::group(group))?;
    let kind = rules::kind_of(&content, name)
        .map_err(|refusal| ServiceError::user(refusal.code()).with("allowed", rules::ALLOWED))?;
    let size = i32::try_from(content.len()).unwrap_or(i32::MAX);
    // Before the bytes go anywhere; decided again while the group is held.
    has_room(app, store::bytes_used(app.db().read(), group).await?, size)?;
    let (content, sha256) = tokio::task::spawn_blocking(move || {
        let sha256 = hex::encode(Sha256::digest(&content));
        (content, sha256)
    })
    .await
    .map_err(|cause| ServiceError::Internal(cause.into()))?;
    let new = NewFile {
        group,
        of,
        name: rules::name_for(name, kind),
        content_type: kind.content_type,
        sha256,
        size,
        object_key: app.config().files_s3.as_ref().map(|_| new_key(group)),
    };
    match (&app.config().files_s3, new.object_key.clone()) {
        (Some(s3), Some(key)) => {
            // Should what follows fail, or the program be killed meanwhile, the object is removed later.
            let removed = later(app, &permit, &key).await?;
            s3.put(key, content).await?;
            keep(app, &permit, new, None, removed).await
        }
        _ => keep(app, &permit, new, Some(content), None).await,
    }
}

/// A name in the object store that nobody can guess and that says nothing.
fn new_key(group: GroupId) -> String {
    format!("{}/{}", group.0.simple(), hex::encode(random_bytes::<16>()))
}

/// Notes that an object is to be removed; [`keep`] takes the note back.
async fn later(app: &App, permit: &Permit, key: &str) -> ServiceResult<Option<String>> {
    let tx = app.db().begin().await?;
    store::insert_removed(&tx, permit, app.clock(), key.to_owned()).await?;
    tx.commit().await?;
    Ok(Some(key.to_owned()))
}

async fn keep(
    app: &App,
    permit: &Permit,
    new: NewFile,
    content: Option<Vec<u8>>,
    removed: Option<String>,
) -> ServiceResult<GroupFileRow> {
    let (group, size) = (new.group, new.size);
    let tx = app.db().begin().await?;
    let row = held(&tx, group).await?;
    open(&row)?;
    if let Some(task) = new.of.task
        && !store::is_task_of(&tx, task, group).await?
    {
        return Err(ServiceError::not_found());
    }
    if let Some(item) = new.of.agenda_item
        && store::item_of(&tx, item, group).await?.is_none()
    {
        return Err(ServiceError::not_found());
    }
    has_room(app, store::bytes_used(&tx, group).await?, size)?;
    let file = store::insert_file(&tx, permit, app.clock(), new, content).await?;
    if let Some(key) = removed {
        store::forget_removed(&tx, permit, &key).await?;
    }
    audit::record(&tx, app.clock(), permit, event("file_add", &file)).await?;
    tx.commit().await?;
    Ok(file)
}

async fn held(tx: &Transaction, group: GroupId) -> ServiceResult<GroupRow> {
    groups::store::lock_group(tx, group).await?.ok_or_else(ServiceError::not_found)
}

fn open(group: &GroupRow) -> ServiceResult<()> {
    let state = group.state;
    if state.is_final() {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", state.as_str()));
    }
    Ok(())
}

/// Refuses a file for which a group has no room.
fn has_room(app: &App, used: i64, size: i32) -> ServiceResult<()> {
    let max = app.config().group_files_max;
    if used + i64::from(size) <= max {
        return Ok(());
    }
    Err(ServiceError::user(ErrorCode::QuotaExceeded).with("maxBytes", max).with("usedBytes", used))
}

fn event(action: &'static str, file: &GroupFileRow) -> AuditEvent {
    AuditEvent::new(action, "file").object(file.id, &file.name)
}

/// A page of a group's files, and whether more follow. Papers of internal agenda items are not among
/// what guests get.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn files(
    app: &App,
    caller: &Caller,
    (group, of): (GroupId, BelongsTo),
    page: &CursorPage<FileKey>,
) -> ServiceResult<(Vec<GroupFileRow>, bool)> {
    let filter = filter(caller, group, of)?;
    Ok(page_of(store::files_page(app.db().read(), &filter, page).await?, page.first))
}

/// How many files there are.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn files_count(app: &App, caller: &Caller, group: GroupId, of: BelongsTo) -> ServiceResult<u64> {
    Ok(store::count_files(app.db().read(), &filter(caller, group, of)?).await?)
}

fn filter(caller: &Caller, group: GroupId, of: BelongsTo) -> ServiceResult<FileFilter> {
    seen(caller, group)?;
    Ok(FileFilter { group, of, internal: sees_internal(caller, group) })
}

/// The room a group has for files.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn room(app: &App, caller: &Caller, group: GroupId) -> ServiceResult<Room> {
    seen(caller, group)?;
    let used = store::bytes_used(app.db().read(), group).await?;
    Ok(Room { used, max: app.config().group_files_max })
}

/// The group of files that are asked for.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn file_group(app: &App, caller: &Caller, group: GroupId) -> ServiceResult<GroupRow> {
    seen(caller, group)?;
    groups::store::find_group(app.db().read(), group).await?.ok_or_else(ServiceError::not_found)
}

/// A file that somebody may see.
async fn visible(app: &App, caller: &Caller, id: GroupFileId) -> ServiceResult<GroupFileRow> {
    signed_in(caller)?;
    let row = store::find_file(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(row.group_id);
    seen(caller, group)?;
    if let Some(item) = row.agenda_item_id
        && !sees_internal(caller, group)
        && store::item_of(app.db().read(), item.into(), group).await? == Some(true)
    {
        return Err(ServiceError::not_found());
    }
    Ok(row)
}

/// A file with its bytes, which are those that were uploaded.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn get_content(
    app: &App,
    caller: &Caller,
    id: GroupFileId,
) -> ServiceResult<(GroupFileRow, Vec<u8>)> {
    let row = visible(app, caller, id).await?;
    let content = match (&row.object_key, &app.config().files_s3) {
        (None, _) => store::content_of(app.db().read(), row.id).await?,
        (Some(key), Some(s3)) => Some(s3.get(key.clone(), u64::try_from(row.size).unwrap_or(0)).await?),
        (Some(_), None) => {
            return Err(ServiceError::broken("a file lies in an object store that the settings do not name"));
        }
    };
    let content =
        content.ok_or_else(|| ServiceError::broken(format!("the bytes of file {} are gone", row.id)))?;
    if hex::encode(Sha256::digest(&content)) != row.sha256 {
        return Err(ServiceError::broken(format!("the bytes of file {} are not those uploaded", row.id)));
    }
    Ok((row, content))
}

/// A change of a file that was begun.
struct Held {
    tx: Transaction,
    permit: Permit,
    file: GroupFileRow,
}

async fn held_file(app: &App, caller: &Caller, id: GroupFileId, based_on: i32) -> ServiceResult<Held> {
    let found = visible(app, caller, id).await?;
    let permit = authorise(caller, Action::FileManage, &facts(&found))?;
    let tx = app.db().begin().await?;
    let group = held(&tx, GroupId(found.group_id)).await?;
    // Read again: until the group was held, somebody else may have changed it.
    let file = store::find_file(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    same_version(file.version, based_on)?;
    open(&group)?;
    Ok(Held { tx, permit, file })
}

/// Changes a file's name and note; its ending stays.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn change(
    app: &App,
    caller: &Caller,
    (id, based_on): (GroupFileId, i32),
    (name, note): (&str, &str),
) -> ServiceResult<GroupFileRow> {
    let Held { tx, permit, file } = held_file(app, caller, id, based_on).await?;
    let mut check = FieldCheck::new();
    let name = check.required_line("name", name, LINE_MAX);
    let note = check.line("note", note, LINE_MAX);
    all_right(check)?;
    let row = store::update_file(&tx, &permit, &file, rules::renamed(&name, &file.name), note).await?;
    audit::record(&tx, app.clock(), &permit, event("file_change", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Removes a file for good.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn remove(
    app: &App,
    caller: &Caller,
    id: GroupFileId,
    based_on: i32,
) -> ServiceResult<GroupFileRow> {
    let Held { tx, permit, file } = held_file(app, caller, id, based_on).await?;
    store::delete_file(&tx, &permit, file.id).await?;
    if let Some(key) = &file.object_key {
        store::insert_removed(&tx, &permit, app.clock(), key.clone()).await?;
    }
    audit::record(&tx, app.clock(), &permit, event("file_remove", &file)).await?;
    tx.commit().await?;
    Ok(file)
}

/// Removes from the object store what no file refers to; returns how many objects.
pub async fn sweep(app: &App) -> ServiceResult<u64> {
    let Some(s3) = &app.config().files_s3 else { return Ok(0) };
    let permit = authorise(&Caller::system(), Action::FileManage, &Facts::NONE)?;
    let before: DateTime<Utc> = app.clock().now() - LEFT_OVER_AFTER;
    let mut removed = 0;
    for key in store::removed_objects(app.db().read(), before, REMOVED_AT_ONCE).await? {
        s3.remove(key.clone()).await?;
        let tx = app.db().begin().await?;
        store::forget_removed(&tx, &permit, &key).await?;
        tx.commit().await?;
        removed += 1;
    }
    Ok(removed)
}
