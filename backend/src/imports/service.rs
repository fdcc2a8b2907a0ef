//! Use cases of imports: preview, apply, put aside.

use chrono::{Days, TimeDelta};
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{FileId, ImportId, OrganisationId, PersonId},
    operation_states::{ImportKind, ImportState, RowOutcome},
};

use super::{
    rules::{
        file::{FileProblem, decode, read_table},
        plan::{Act, PlannedRow, Snapshot, fingerprint, plan},
    },
    store::{self, ImportLine, ImportRow, References, Writing, Written},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise},
    db::{Connection, Transaction},
    error::{ServiceError, ServiceResult, is_unique_violation},
    files::{rules::FilePurpose, store::find_file},
    graphql::{CursorPage, page_of},
    network,
};

/// How long the rows of an import are kept; they hold personal data.
const KEEP_ROWS: TimeDelta = TimeDelta::days(30);

impl From<FileProblem> for ServiceError {
    fn from(problem: FileProblem) -> Self {
        let FileProblem { code, params } = problem;
        params.into_iter().fold(Self::user(code), |error, (name, value)| error.with(&name, value))
    }
}

/// A file read and compared.
struct Plan {
    rows: Vec<PlannedRow>,
    references: References,
    snapshot: Snapshot,
}

async fn make_plan(
    db: &impl Connection,
    app: &App,
    kind: ImportKind,
    bytes: Vec<u8>,
    relative_days: bool,
) -> ServiceResult<Plan> {
    let references = store::references(db, app.today(), relative_days).await?;
    let snapshot = store::snapshot(db, kind, app.today()).await?;
    // Ten thousand rows take a moment, which must not keep other requests waiting.
    let read = tokio::task::spawn_blocking(move || {
        let table = read_table(&decode(&bytes)?)?;
        let rows = plan(kind, &table, &references.known, &snapshot)?;
        Ok::<_, FileProblem>(Plan { rows, references, snapshot })
    });
    Ok(read.await.map_err(|cause| ServiceError::Internal(cause.into()))??)
}

/// Reads an uploaded file and shows what importing it would do; writes nothing but the preview.
///
/// # Errors
/// `NOT_FOUND` when there is no such upload, and the errors of files: `FILE_EMPTY`,
/// `FILE_ENCODING`, `COLUMN_MISSING`, `COLUMN_UNKNOWN`, `DUPLICATE`, `TOO_MANY_ROWS`.
pub async fn preview(
    app: &App,
    caller: &Caller,
    kind: ImportKind,
    upload: FileId,
) -> ServiceResult<ImportRow> {
    let permit = authorise(caller, Action::ImportRun, &Facts::NONE)?;
    let file = own_upload(app.db().read(), caller, upload).await?;
    let plan = make_plan(app.db().read(), app, kind, file.content, false).await?;
    let tx = app.db().begin().await?;
    let what = (kind, upload, file.name);
    let row =
        store::insert_import(&tx, &permit, app.clock(), what, fingerprint(&plan.rows), &plan.rows).await?;
    tx.commit().await?;
    Ok(row)
}

async fn own_upload(
    db: &impl Connection,
    caller: &Caller,
    upload: FileId,
) -> ServiceResult<crate::files::store::FileRow> {
    let file = find_file(db, upload, FilePurpose::Import).await?;
    file.filter(|file| file.uploaded_by == caller.actor.person_id().map(|id| id.0))
        .ok_or_else(ServiceError::not_found)
}

/// Writes a previewed import, if what is there is still what the preview showed.
///
/// # Errors
/// `NOT_FOUND`; `STATE_FORBIDS` when it was applied or put aside; `CONFLICT` when the data has
/// changed since the preview.
pub async fn apply(app: &App, caller: &Caller, id: ImportId) -> ServiceResult<ImportRow> {
    let permit = authorise(caller, Action::ImportRun, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let import = previewed(&tx, id).await?;
    let upload = import.file_id.ok_or_else(|| ServiceError::broken("a preview without its file"))?;
    let file = find_file(&tx, FileId(upload), FilePurpose::Import)
        .await?
        .ok_or_else(|| ServiceError::broken("the file of a preview is gone"))?;
    let plan = make_plan(&tx, app, import.kind, file.content, false).await?;
    if fingerprint(&plan.rows) != import.fingerprint {
        return Err(moved_on());
    }
    write(&tx, app, &permit, import.kind, &plan).await?;
    let import = store::end_import(&tx, &permit, app.clock(), &import, ImportState::Applied).await?;
    let mut event = AuditEvent::new("import_apply", "import")
        .object(import.id, &import.file_name)
        .detail("kind", import.kind.as_str());
    for outcome in RowOutcome::ALL {
        let count = plan.rows.iter().filter(|row| row.outcome() == *outcome).count();
        event = event.detail(outcome.as_str(), count);
    }
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(import)
}

fn moved_on() -> ServiceError {
    ServiceError::user(ErrorCode::Conflict)
}

/// Puts a preview aside.
///
/// # Errors
/// `NOT_FOUND`; `STATE_FORBIDS` when it was applied or put aside.
pub async fn discard(app: &App, caller: &Caller, id: ImportId) -> ServiceResult<ImportRow> {
    let permit = authorise(caller, Action::ImportRun, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let import = previewed(&tx, id).await?;
    let import = store::end_import(&tx, &permit, app.clock(), &import, ImportState::Discarded).await?;
    let event = AuditEvent::new("import_discard", "import").object(import.id, &import.file_name);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(import)
}

async fn previewed(tx: &Transaction, id: ImportId) -> ServiceResult<ImportRow> {
    let import = store::find_import(tx, id).await?.ok_or_else(ServiceError::not_found)?;
    if import.state != ImportState::Previewed {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", import.state.as_str()));
    }
    Ok(import)
}

/// Imports bytes at once, without a preview, in one transaction; for what the program brings along.
///
/// # Errors
/// The errors of files, and internal ones for a row that cannot be written: our own files are right.
pub async fn import_now(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    kind: ImportKind,
    bytes: &[u8],
) -> ServiceResult<usize> {
    let plan = make_plan(tx, app, kind, bytes.to_vec(), true).await?;
    if let Some(row) = plan.rows.iter().find(|row| row.outcome() == RowOutcome::Error) {
        return Err(ServiceError::broken(format!("{kind:?}, line {}: {:?}", row.line, row.notes)));
    }
    write(tx, app, permit, kind, &plan).await?;
    Ok(plan.rows.len())
}

async fn write(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    kind: ImportKind,
    plan: &Plan,
) -> ServiceResult<()> {
    let network = network::store::find_network(tx).await?.ok_or_else(ServiceError::not_found)?;
    let writing = Writing {
        clock: app.clock(),
        today: app.today(),
        terms: &plan.references.term_ids,
        sequence: network::store::next_directory_sequence(tx, permit).await?,
        check_days: Days::new(u64::try_from(network.offer_check_days).unwrap_or(0)),
    };
    let written = match kind {
        ImportKind::Organisations => store::write_organisations(tx, permit, &writing, &plan.rows).await,
        ImportKind::People => store::write_people(tx, permit, &writing, &plan.rows, &plan.snapshot).await,
        ImportKind::Offers => store::write_offers(tx, permit, &writing, &plan.rows).await,
    };
    let written: Written<'_> = match written {
        Ok(Some(written)) => written,
        Ok(None) => return Err(moved_on()),
        Err(cause) if is_unique_violation(&cause) => return Err(moved_on()),
        Err(cause) => return Err(cause.into()),
    };
    let events = written.into_iter().map(|(row, id)| event_of(kind, row, id)).collect();
    Ok(audit::record_all(tx, app.clock(), permit, events).await?)
}

fn event_of(kind: ImportKind, row: &PlannedRow, id: Uuid) -> AuditEvent {
    let organisation = || row.cell("organisation_key").parse().ok().map(OrganisationId);
    let (event, organisation) = match kind {
        ImportKind::Organisations => {
            (AuditEvent::new("organisation_import", "organisation"), Some(OrganisationId(id)))
        }
        ImportKind::People => {
            (AuditEvent::new("person_import", "person").subject(PersonId(id)), organisation())
        }
        ImportKind::Offers => (AuditEvent::new("offer_import", "offer"), organisation()),
    };
    let columns: Vec<&str> = row.changes.iter().map(|change| change.column.as_str()).collect();
    let mut event =
        event.object(id, &row.label).detail("outcome", if row.act == Act::Make { "new" } else { "changed" });
    if !columns.is_empty() {
        event = event.detail("columns", columns.join(", "));
    }
    match organisation {
        Some(organisation) => event.organisation(organisation),
        None => event,
    }
}

/// An import.
pub async fn get_import(app: &App, caller: &Caller, id: ImportId) -> ServiceResult<ImportRow> {
    authorise(caller, Action::ImportRun, &Facts::NONE)?;
    store::find_import(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)
}

/// How many rows of each outcome an import has.
pub async fn outcomes(app: &App, import: Uuid) -> ServiceResult<Vec<(RowOutcome, i64)>> {
    let counts = store::outcomes_of(app.db().read(), &[import]).await?;
    Ok(counts.into_iter().map(|(_, outcome, rows)| (outcome, rows)).collect())
}

/// A page of an import's rows; true when more follow.
pub async fn rows(
    app: &App,
    import: Uuid,
    outcome: Option<RowOutcome>,
    page: &CursorPage<i32>,
) -> ServiceResult<(Vec<ImportLine>, bool)> {
    let rows = store::rows_page(app.db().read(), import, outcome, page.first, page.after).await?;
    Ok(page_of(rows, page.first))
}

/// Removes what is no longer needed; part of the daily work.
pub async fn purge(app: &App) -> ServiceResult<u64> {
    let permit = authorise(&Caller::system(), Action::ImportRun, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let removed = store::remove_old(&tx, &permit, app.clock(), app.clock().now() - KEEP_ROWS).await?;
    tx.commit().await?;
    Ok(removed)
}
