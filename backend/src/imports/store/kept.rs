//! Imports and their previewed rows.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use verbund_shared::{
    id::{FileId, ImportId},
    operation_states::{ImportKind, ImportState, RowOutcome},
};

use super::super::rules::plan::PlannedRow;
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{file, import, import_row},
};

pub use import::Model as ImportRow;
pub use import_row::Model as ImportLine;

/// Rows of one insert.
const ROWS_AT_ONCE: usize = 500;

/// One import.
pub async fn find_import(db: &impl ConnectionTrait, id: ImportId) -> Result<Option<ImportRow>, DbErr> {
    import::Entity::find_by_id(id.0).one(db).await
}

/// Keeps a preview.
pub async fn insert_import(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    (kind, file, file_name): (ImportKind, FileId, String),
    fingerprint: String,
    rows: &[PlannedRow],
) -> Result<ImportRow, DbErr> {
    let row = import::ActiveModel {
        id: Set(clock.new_id()),
        kind: Set(kind),
        file_name: Set(file_name),
        file_id: Set(Some(file.0)),
        state: Set(ImportState::Previewed),
        created_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
        applied_at: Set(None),
        fingerprint: Set(fingerprint),
    };
    let row = import::Entity::insert(row).exec_with_returning(tx).await?;
    for part in rows.chunks(ROWS_AT_ONCE) {
        let lines = part.iter().map(|planned| import_row::ActiveModel {
            import_id: Set(row.id),
            line: Set(planned.line),
            outcome: Set(planned.outcome()),
            label: Set(planned.label.clone()),
            data: Set(serde_json::json!({ "act": planned.act, "changes": planned.changes })),
            notes: Set(serde_json::json!(planned.notes)),
        });
        import_row::Entity::insert_many(lines).exec_without_returning(tx).await?;
    }
    Ok(row)
}

/// Ends a preview, one way or the other; the uploaded file goes.
pub async fn end_import(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &ImportRow,
    state: ImportState,
) -> Result<ImportRow, DbErr> {
    let row = import::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        file_id: Set(None),
        applied_at: Set((state == ImportState::Applied).then(|| clock.now())),
        ..Default::default()
    };
    let row = import::Entity::update(row).exec(tx).await?;
    if let Some(file) = current.file_id {
        file::Entity::delete_by_id(file).exec(tx).await?;
    }
    Ok(row)
}

/// How many rows of each outcome several imports have.
pub async fn outcomes_of(
    db: &impl ConnectionTrait,
    imports: &[Uuid],
) -> Result<Vec<(Uuid, RowOutcome, i64)>, DbErr> {
    import_row::Entity::find()
        .select_only()
        .column(import_row::Column::ImportId)
        .column(import_row::Column::Outcome)
        .column_as(import_row::Column::Line.count(), "rows")
        .filter(import_row::Column::ImportId.is_in(imports.iter().copied()))
        .group_by(import_row::Column::ImportId)
        .group_by(import_row::Column::Outcome)
        .into_tuple()
        .all(db)
        .await
}

/// A page of an import's rows in the order of the file, and one more.
pub async fn rows_page(
    db: &impl ConnectionTrait,
    import: Uuid,
    outcome: Option<RowOutcome>,
    first: u64,
    after: Option<i32>,
) -> Result<Vec<ImportLine>, DbErr> {
    let mut query = import_row::Entity::find()
        .filter(import_row::Column::ImportId.eq(import))
        .order_by_asc(import_row::Column::Line)
        .limit(first + 1);
    if let Some(outcome) = outcome {
        query = query.filter(import_row::Column::Outcome.eq(outcome));
    }
    if let Some(after) = after {
        query = query.filter(import_row::Column::Line.gt(after));
    }
    query.all(db).await
}

/// Removes previews that nobody decided on, and the rows of old imports, which hold personal data.
pub async fn remove_old(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    before: chrono::DateTime<chrono::Utc>,
) -> Result<u64, DbErr> {
    let old: Vec<ImportRow> =
        import::Entity::find().filter(import::Column::CreatedAt.lt(before)).all(tx).await?;
    let mut removed = 0;
    for import in old {
        removed += import_row::Entity::delete_many()
            .filter(import_row::Column::ImportId.eq(import.id))
            .exec(tx)
            .await?
            .rows_affected;
        if import.state == ImportState::Previewed {
            end_import(tx, permit, clock, &import, ImportState::Discarded).await?;
        }
    }
    Ok(removed)
}
