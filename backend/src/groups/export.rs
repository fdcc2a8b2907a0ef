//! The overview of all groups as CSV, for those who may see it.

use verbund_shared::{groups::GroupState, id::GroupId, locale::Locale};

use super::{
    service::{self, Overseen},
    store::{GroupFilter, GroupKey},
};
use crate::{
    app::App,
    authz::Caller,
    directory::export::{BYTE_ORDER_MARK, label, lines, pick, text},
    error::ServiceResult,
    graphql::CursorPage,
};

/// Groups that are read at once.
const CHUNK: u64 = 100;

const HEADS: [&str; 11] = [
    "groups-export-name",
    "groups-export-short-name",
    "groups-export-kind",
    "groups-export-state",
    "groups-export-chairs",
    "groups-export-members",
    "groups-export-organisations",
    "groups-export-milestones-open",
    "groups-export-milestones-overdue",
    "groups-export-last-event",
    "groups-export-link",
];

/// The groups of the overview, in the language and with the filter of the address: `stand`, as often as
/// there are states, and `q`.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn overview_as_csv(
    app: &App,
    caller: &Caller,
    parameters: &[(String, String)],
    default: Locale,
) -> ServiceResult<Vec<u8>> {
    let all = |wanted: &'static str| {
        parameters.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value.as_str())
    };
    let locale = all("lang").next().and_then(Locale::from_tag).unwrap_or(default);
    let filter = GroupFilter {
        states: all("stand").filter_map(GroupState::parse).collect(),
        text: all("q").next().unwrap_or_default().to_owned(),
        ..GroupFilter::default()
    };
    let mut file = BYTE_ORDER_MARK.to_vec();
    file.extend(lines(&[HEADS.iter().map(|key| label(locale, key)).collect()])?);
    let mut after = None;
    loop {
        let page = CursorPage { first: CHUNK, after };
        let (found, more) = service::oversight(app, caller, &filter, &page).await?;
        let rows: Vec<_> = found.iter().map(|overseen| row(app, locale, overseen)).collect();
        file.extend(lines(&rows)?);
        after = found.last().map(|last| GroupKey { name: last.group.name_key.clone(), id: last.group.id });
        if !more || after.is_none() {
            return Ok(file);
        }
    }
}

fn row(app: &App, locale: Locale, overseen: &Overseen) -> Vec<String> {
    let group = &overseen.group;
    let chairs: Vec<String> = overseen.chairs.iter().map(|chair| chair.full_name()).collect();
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
        last.unwrap_or_default(),
        format!("{}/gruppen/{}", app.config().public_url, GroupId(group.id)),
    ]
}
