//! The register as CSV, for those who may see it.

use std::collections::HashMap;

use chrono::NaiveDate;
use futures::Stream;
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, ResolutionId},
    locale::Locale,
    resolutions::{ResolutionLife, ResolutionStatus},
};

use super::{
    service,
    store::{self, ResolutionFilter, ResolutionKey, ResolutionRow},
};
use crate::{
    app::App,
    authz::Caller,
    error::{ServiceError, ServiceResult},
    export::{label, parameter, pick, table, text},
    graphql::CursorPage,
    groups, markdown,
};

/// Resolutions that are read at once.
const CHUNK: u64 = 100;

const HEADS: [&str; 14] = [
    "resolutions-export-number",
    "resolutions-export-group",
    "resolutions-export-decided-on",
    "resolutions-export-title",
    "resolutions-export-wording",
    "resolutions-export-status",
    "resolutions-export-life",
    "resolutions-export-yes",
    "resolutions-export-no",
    "resolutions-export-abstain",
    "resolutions-export-present",
    "resolutions-export-roll",
    "resolutions-export-sha256",
    "resolutions-export-link",
];

/// The filter of the register's address: `gruppe`, `stand` (adopted, rejected, or what became of it), `von`,
/// `bis`, `q`.
fn filter(parameters: &[(String, String)]) -> ServiceResult<ResolutionFilter> {
    let given = |name: &str| Some(parameter(parameters, name)).filter(|value| !value.is_empty());
    let group = given("gruppe").map(str::parse::<GroupId>).transpose();
    let day = |name: &str| given(name).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    Ok(ResolutionFilter {
        inside: None,
        group: group.map_err(|_| ServiceError::not_found())?,
        status: ResolutionStatus::parse(parameter(parameters, "stand")),
        life: ResolutionLife::parse(parameter(parameters, "stand")),
        from: day("von"),
        until: day("bis"),
        text: parameter(parameters, "q").to_owned(),
    })
}

/// The register in pieces, with the filter of its address.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`; `NOT_FOUND` for what is no id.
pub async fn register_as_csv(
    app: &App,
    caller: &Caller,
    parameters: &[(String, String)],
    language: Locale,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static> {
    let filter = filter(parameters)?;
    // Refused before the file begins.
    service::resolutions(app, caller, &filter, &CursorPage { first: 1, after: None }).await?;
    let (app, caller) = (app.clone(), caller.clone());
    let head = HEADS.iter().map(|key| label(language, key)).collect();
    table(head, move |after: Option<ResolutionKey>| {
        let (app, caller, filter) = (app.clone(), caller.clone(), filter.clone());
        async move {
            let page = CursorPage { first: CHUNK, after };
            let (found, more) = service::resolutions(&app, &caller, &filter, &page).await?;
            let rows = rows(&app, language, &found).await?;
            let last = found.last().filter(|_| more);
            Ok((rows, last.map(|row| ResolutionKey { day: row.decided_on, id: row.id })))
        }
    })
}

async fn rows(app: &App, locale: Locale, found: &[ResolutionRow]) -> ServiceResult<Vec<Vec<String>>> {
    let db = app.db().read();
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let wordings: HashMap<Uuid, _> =
        store::wordings_of(db, &ids).await?.into_iter().map(|row| (row.resolution_id, row)).collect();
    let groups: Vec<Uuid> = found.iter().map(|row| row.group_id).collect();
    let groups: HashMap<Uuid, _> =
        groups::store::groups_by_id(db, &groups).await?.into_iter().map(|row| (row.id, row)).collect();
    let row = |row: &ResolutionRow| {
        let group = groups.get(&row.group_id);
        let group = group.map_or("", |group| pick(locale, &group.name_de, &group.name_en));
        let wording = wordings.get(&row.id);
        let life = row.life.map(|life| label(locale, &format!("resolutions-life-{}", life.as_str())));
        vec![
            text(&row.label),
            text(group),
            row.decided_on.to_string(),
            text(&row.title),
            text(&wording.map(|words| markdown::to_plain(&words.wording)).unwrap_or_default()),
            label(locale, &format!("resolutions-status-{}", row.status.as_str())),
            life.unwrap_or_default(),
            row.yes.to_string(),
            row.no.to_string(),
            row.abstain.to_string(),
            row.present.to_string(),
            row.roll.to_string(),
            wording.map(|words| words.sha256.clone()).unwrap_or_default(),
            format!("{}/beschluesse/{}", app.config().public_url, ResolutionId(row.id)),
        ]
    };
    Ok(found.iter().map(row).collect())
}
