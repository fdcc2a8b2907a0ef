//! The list of applications as CSV, for those who may read them.

use chrono::{DateTime, Utc};
use futures::Stream;
use verbund_shared::{
    directory::TEXT_PARAMETER,
    id::ApplicationId,
    limits::SEARCH_MAX,
    locale::Locale,
    organisations::{ApplicationState, STATE_PARAMETER},
};

use crate::{
    app::App,
    applications::store::{self, ApplicationFilter, ApplicationKey, ApplicationRow},
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::ServiceResult,
    export::{Pages, dashed, label, parameter, phone, table, text},
    graphql::{CursorPage, page_of},
};

/// Applications that are read and written at once.
const CHUNK: u64 = 200;

const HEADS: [&str; 17] = [
    "applications-organisation-name",
    "applications-state",
    "applications-kind",
    "applications-purpose-short",
    "applications-website",
    "applications-street",
    "applications-postal-code",
    "applications-city",
    "applications-statewide-short",
    "applications-contact",
    "applications-email",
    "applications-phone",
    "applications-motivation",
    "applications-submitted-at",
    "applications-decided-at",
    "applications-reason",
    "applications-link",
];

impl ApplicationFilter {
    /// What the address of the list's page asks for.
    pub fn of_address(parameters: &[(String, String)]) -> Self {
        Self {
            states: ApplicationState::chosen(parameter(parameters, STATE_PARAMETER)),
            text: parameter(parameters, TEXT_PARAMETER).chars().take(SEARCH_MAX).collect(),
        }
    }
}

/// Applications as a CSV file, in pieces, the newest first. Taking them along is noted: they hold
/// names and addresses of people.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn as_csv(
    app: &App,
    caller: &Caller,
    filter: ApplicationFilter,
    locale: Locale,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static> {
    let permit = authorise(caller, Action::ApplicationRead, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let states: Vec<&str> = filter.states.iter().map(|state| state.as_str()).collect();
    let event = AuditEvent::new("application_export", "application")
        .detail("count", store::count_applications(&tx, &filter).await?)
        .detail("states", states.join(", "))
        .detail("words", filter.text.clone());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;

    let app = app.clone();
    table(HEADS.iter().map(|key| label(locale, key)).collect(), move |after: Option<ApplicationKey>| {
        let (app, filter) = (app.clone(), filter.clone());
        async move {
            let page = CursorPage { first: CHUNK, after };
            let rows = store::applications_page(app.db().read(), &filter, &page).await?;
            let (rows, more) = page_of(rows, CHUNK);
            let last = rows.last().filter(|_| more);
            let next = last.map(|row| ApplicationKey { submitted_at: row.submitted_at, id: row.id });
            let lines = rows.into_iter().map(|row| line(&app, row, locale)).collect();
            Ok::<Pages<_>, _>((lines, next))
        }
    })
}

fn line(app: &App, row: ApplicationRow, locale: Locale) -> Vec<String> {
    let day = |at: DateTime<Utc>| at.with_timezone(&app.time_zone()).date_naive().to_string();
    vec![
        text(&row.organisation_name),
        label(locale, &format!("applications-state-{}", dashed(row.state.as_str()))),
        label(locale, &format!("directory-kind-{}", dashed(row.kind.as_str()))),
        text(&row.purpose),
        text(&row.website),
        text(&row.street),
        text(&row.postal_code),
        text(&row.city),
        if row.statewide { label(locale, "directory-statewide") } else { String::new() },
        text(format!("{} {}", row.contact_given_name, row.contact_family_name).trim()),
        text(&row.contact_email),
        phone(&row.contact_phone),
        text(&row.motivation),
        day(row.submitted_at),
        row.decided_at.map(day).unwrap_or_default(),
        text(&row.decision_reason),
        format!("{}/verwaltung/antraege/{}", app.config().public_url, ApplicationId(row.id)),
    ]
}
