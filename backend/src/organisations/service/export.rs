//! The list of organisations with their memberships as CSV, for the coordination office.

use std::collections::HashMap;

use futures::Stream;
use uuid::Uuid;
use verbund_shared::{
    directory::TEXT_PARAMETER,
    id::OrganisationId,
    limits::SEARCH_MAX,
    locale::Locale,
    organisations::{KIND_PARAMETER, MembershipState, OrganisationKind, STATE_PARAMETER},
};

use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::ServiceResult,
    export::{Pages, dashed, label, parameter, phone, pick, table, text},
    graphql::{CursorPage, page_of},
    organisations::{
        rules::membership::{Period, member_since, state_on},
        store::{self, OrganisationFilter, OrganisationKey, OrganisationRow},
    },
};

/// Organisations that are read and written at once.
const CHUNK: u64 = 200;

const HEADS: [&str; 14] = [
    "directory-export-name",
    "directory-export-short-name",
    "directory-facet-kind",
    "organisations-membership",
    "organisations-member-since",
    "organisations-member-until",
    "directory-export-purpose",
    "directory-export-website",
    "directory-export-email",
    "directory-export-phone",
    "directory-export-street",
    "directory-export-postal-code",
    "directory-export-city",
    "directory-export-link",
];

impl OrganisationFilter {
    /// What the address of the list's page asks for.
    pub fn of_address(parameters: &[(String, String)]) -> Self {
        Self {
            state: MembershipState::parse(parameter(parameters, STATE_PARAMETER)),
            kind: OrganisationKind::parse(parameter(parameters, KIND_PARAMETER)),
            text: parameter(parameters, TEXT_PARAMETER).chars().take(SEARCH_MAX).collect(),
        }
    }
}

/// Organisations by name as a CSV file, in pieces.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn memberships_as_csv(
    app: &App,
    caller: &Caller,
    filter: OrganisationFilter,
    locale: Locale,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static> {
    authorise(caller, Action::OrganisationReadInternal, &Facts::NONE)?;
    let app = app.clone();
    table(HEADS.iter().map(|key| label(locale, key)).collect(), move |after: Option<OrganisationKey>| {
        let (app, filter) = (app.clone(), filter.clone());
        async move {
            let page = CursorPage { first: CHUNK, after };
            let db = app.db().read();
            let rows = store::organisations_page(db, &filter, app.today(), &page).await?;
            let (rows, more) = page_of(rows, CHUNK);
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let mut periods: HashMap<Uuid, Vec<Period>> = HashMap::new();
            for row in store::memberships_of(db, &ids).await? {
                periods.entry(row.organisation_id).or_default().push(Period::from(&row));
            }
            let last = rows.last().filter(|_| more);
            let next = last.map(|row| OrganisationKey { name: row.name_key.clone(), id: row.id });
            let of = |id: &Uuid| periods.get(id).map(Vec::as_slice).unwrap_or_default();
            let lines = rows.iter().map(|row| line(&app, row, of(&row.id), locale)).collect();
            Ok::<Pages<_>, _>((lines, next))
        }
    })
}

fn line(app: &App, row: &OrganisationRow, periods: &[Period], locale: Locale) -> Vec<String> {
    let today = app.today();
    let state = state_on(periods, today);
    let member = |period: &&Period| period.state != MembershipState::Ended;
    // The last day of membership, where one is known.
    let until =
        periods.iter().filter(member).max_by_key(|period| period.from).and_then(|period| period.until);
    vec![
        text(&row.name),
        text(&row.short_name),
        label(locale, &format!("directory-kind-{}", dashed(row.kind.as_str()))),
        state
            .map(|state| label(locale, &format!("organisations-membership-{}", state.as_str())))
            .unwrap_or_default(),
        member_since(periods, today).map(|day| day.to_string()).unwrap_or_default(),
        until.map(|day| day.to_string()).unwrap_or_default(),
        text(pick(locale, &row.purpose_de, &row.purpose_en)),
        text(&row.website),
        text(&row.email),
        phone(&row.phone),
        text(&row.street),
        text(&row.postal_code),
        text(&row.city),
        format!("{}/mitglieder/{}", app.config().public_url, OrganisationId(row.id)),
    ]
}
