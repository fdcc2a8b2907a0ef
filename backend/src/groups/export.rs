//! The overview of all groups as CSV, for those who may see it.

use chrono::{DateTime, Utc};
use futures::Stream;
use verbund_shared::{
    directory::{DirectoryFacet, TEXT_PARAMETER},
    groups::{GroupKind, GroupState},
    id::{GroupId, TermId},
    locale::Locale,
    organisations::{KIND_PARAMETER, STATE_PARAMETER},
};

use super::{
    service::{self, Overseen},
    store::{GroupFilter, GroupKey},
};
use crate::{
    app::App,
    authz::Caller,
    error::ServiceResult,
    export::{label, parameter, pick, table, text},
    graphql::CursorPage,
};

/// Groups that are read at once.
const CHUNK: u64 = 100;

const HEADS: [&str; 14] = [
    "groups-export-name",
    "groups-export-short-name",
    "groups-export-kind",
    "groups-export-state",
    "groups-export-chairs",
    "groups-export-members",
    "groups-export-organisations",
    "groups-export-milestones-open",
    "groups-export-milestones-overdue",
    "groups-export-tasks-open",
    "groups-export-last-event",
    "groups-export-meeting-last",
    "groups-export-meeting-next",
    "groups-export-link",
];

/// The groups of the overview in pieces, with the filter of the address: `stand`, as often as there are
/// states, `art`, `thema` with the id of a topic, and `q`. What is none of these filters nothing.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn overview_as_csv(
    app: &App,
    caller: &Caller,
    parameters: &[(String, String)],
    language: Locale,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static> {
    let states = parameters.iter().filter(|(name, _)| name == STATE_PARAMETER);
    let filter = GroupFilter {
        states: states.filter_map(|(_, value)| GroupState::parse(value)).collect(),
        kind: GroupKind::parse(parameter(parameters, KIND_PARAMETER)),
        topic: parameter(parameters, DirectoryFacet::Topic.parameter()).parse::<TermId>().ok().map(|id| id.0),
        text: parameter(parameters, TEXT_PARAMETER).to_owned(),
        ..GroupFilter::default()
    };
    // Refused before the file begins.
    service::oversight(app, caller, &filter, &CursorPage { first: 1, after: None }).await?;
    let (app, caller) = (app.clone(), caller.clone());
    let head = HEADS.iter().map(|key| label(language, key)).collect();
    table(head, move |after: Option<GroupKey>| {
        let (app, caller, filter) = (app.clone(), caller.clone(), filter.clone());
        async move {
            let page = CursorPage { first: CHUNK, after };
            let (found, more) = service::oversight(&app, &caller, &filter, &page).await?;
            let rows = found.iter().map(|overseen| row(&app, language, overseen)).collect();
            let last = found.last().filter(|_| more);
            let next = last.map(|last| GroupKey { name: last.group.name_key.clone(), id: last.group.id });
            Ok((rows, next))
        }
    })
}

fn row(app: &App, locale: Locale, overseen: &Overseen) -> Vec<String> {
    let group = &overseen.group;
    let chairs: Vec<String> = overseen.chairs.iter().map(|chair| chair.full_name()).collect();
    let day = |at: DateTime<Utc>| at.with_timezone(&app.time_zone()).date_naive().to_string();
    let last = overseen.last_event.as_ref().map(|event| {
        let day = event.at.with_timezone(&app.time_zone()).date_naive();
        format!("{day} {}", label(locale, &format!("groups-event-{}", event.kind.as_str())))
    });
    vec![
        text(pick(locale, &group.name_de, &group.name_en)),
        text(&group.short_name),
        label(locale, &format!("groups-kind-{}", group.kind.as_str())),
        label(locale, &format!("groups-state-{}", group.state.as_str())),
        text(&chairs.join(", ")),
        overseen.members.to_string(),
        overseen.organisations.to_string(),
        overseen.open_milestones.to_string(),
        overseen.overdue_milestones.to_string(),
        overseen.open_tasks.to_string(),
        last.unwrap_or_default(),
        overseen.last_meeting.map(day).unwrap_or_default(),
        overseen.next_meeting.map(day).unwrap_or_default(),
        format!("{}/gruppen/{}", app.config().public_url, GroupId(group.id)),
    ]
}
