//! Lists of tasks as CSV, for those who may see them.

use std::collections::HashMap;

use futures::Stream;
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, OrganisationId, PersonId},
    locale::Locale,
    tasks::{TaskAssignment, TaskOrder, TaskState},
};

use super::{
    service,
    store::{TaskFilter, TaskKey, TaskRow, TaskSort},
};
use crate::{
    app::App,
    authz::Caller,
    error::{ServiceError, ServiceResult},
    export::{label, parameter, pick, table, text},
    graphql::CursorPage,
    groups::{self, store::GroupRow},
    markdown, organisations,
    people::{self, PersonRow},
};

/// Tasks that are read at once.
const CHUNK: u64 = 100;

const HEADS: [&str; 14] = [
    "tasks-export-group",
    "tasks-export-title",
    "tasks-export-text",
    "tasks-export-state",
    "tasks-export-priority",
    "tasks-export-due",
    "tasks-export-blocked",
    "tasks-export-organisation",
    "tasks-export-responsible",
    "tasks-export-assignment",
    "tasks-export-created-by",
    "tasks-export-closed-on",
    "tasks-export-closed-reason",
    "tasks-export-link",
];

/// The tasks of a list in pieces, with the filter of its address: `gruppe`, `stand` as often as there are
/// states, `person`, `organisation`, `ansicht` (`meine`, `angefragt`, `erstellt`, `beobachtet`),
/// `ueberfaellig=1`, `blockiert=1`, `q`, and `ordnung`.
///
/// # Errors
/// `UNAUTHENTICATED`; `NOT_FOUND` for what is no id.
pub async fn list_as_csv(
    app: &App,
    caller: &Caller,
    parameters: &[(String, String)],
    language: Locale,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static> {
    let filter = filter(app, caller, parameters)?;
    let sort = match TaskOrder::parse(parameter(parameters, "ordnung")) {
        Some(TaskOrder::Newest) => TaskSort::Newest,
        Some(TaskOrder::Due) | None => TaskSort::Due,
    };
    // Refused before the file begins.
    service::tasks(app, caller, (&filter, sort), &CursorPage { first: 1, after: None }).await?;
    let (app, caller) = (app.clone(), caller.clone());
    let head = HEADS.iter().map(|key| label(language, key)).collect();
    table(head, move |after: Option<TaskKey>| {
        let (app, caller, filter) = (app.clone(), caller.clone(), filter.clone());
        async move {
            let page = CursorPage { first: CHUNK, after };
            let (tasks, more) = service::tasks(&app, &caller, (&filter, sort), &page).await?;
            let named = Named::load(&app, &tasks).await?;
            let rows = tasks.iter().map(|task| row(&app, language, task, &named)).collect();
            Ok((rows, tasks.last().filter(|_| more).map(|last| TaskKey::of(last, sort))))
        }
    })
}

fn filter(app: &App, caller: &Caller, parameters: &[(String, String)]) -> ServiceResult<TaskFilter> {
    let me = caller.actor.person_id().map(|id| id.0);
    let given = |name: &str| Some(parameter(parameters, name)).filter(|value| !value.is_empty());
    let is = |name: &str| parameter(parameters, name) == "1";
    let view = |name: &str| me.filter(|_| parameter(parameters, "ansicht") == name);
    let asked = view("angefragt");
    let hidden = |_| ServiceError::not_found();
    let group = given("gruppe").map(str::parse::<GroupId>).transpose().map_err(hidden)?;
    let person = given("person").map(str::parse::<PersonId>).transpose().map_err(hidden)?;
    let organisation = given("organisation").map(str::parse::<OrganisationId>).transpose().map_err(hidden)?;
    let states = parameters.iter().filter(|(name, _)| name == "stand");
    Ok(TaskFilter {
        visible: None,
        group: group.map(|id| id.0),
        states: states.filter_map(|(_, value)| TaskState::parse(value)).collect(),
        responsible: view("meine").or(asked).or(person.map(|id| id.0)),
        assignment: asked.map(|_| TaskAssignment::Asked),
        organisation: organisation.map(|id| id.0),
        created_by: view("erstellt"),
        watched_by: view("beobachtet"),
        overdue: is("ueberfaellig").then(|| app.today()),
        blocked: is("blockiert").then_some(true),
        text: parameter(parameters, "q").to_owned(),
    })
}

/// What tasks name by their keys.
struct Named {
    groups: HashMap<Uuid, GroupRow>,
    people: HashMap<Uuid, PersonRow>,
    organisations: HashMap<Uuid, String>,
}

impl Named {
    async fn load(app: &App, tasks: &[TaskRow]) -> ServiceResult<Self> {
        let db = app.db().read();
        let groups: Vec<Uuid> = tasks.iter().map(|task| task.group_id).collect();
        let people: Vec<Uuid> =
            tasks.iter().flat_map(|task| [task.responsible_id, task.created_by]).flatten().collect();
        let organisations: Vec<Uuid> = tasks.iter().filter_map(|task| task.organisation_id).collect();
        let groups = groups::store::groups_by_id(db, &groups).await?;
        let people = people::people_by_id(db, &people).await?;
        let organisations = organisations::service::organisations_by_id(app, &organisations).await?;
        Ok(Self {
            groups: groups.into_iter().map(|row| (row.id, row)).collect(),
            people: people.into_iter().map(|row| (row.id, row)).collect(),
            organisations: organisations.into_iter().map(|row| (row.id, row.name)).collect(),
        })
    }

    fn person(&self, id: Option<Uuid>) -> String {
        let person = id.and_then(|id| self.people.get(&id));
        let name = person.map(|person| format!("{} {}", person.given_name, person.family_name));
        text(name.unwrap_or_default().trim())
    }
}

fn row(app: &App, locale: Locale, task: &TaskRow, named: &Named) -> Vec<String> {
    let group = named.groups.get(&task.group_id);
    let group = group.map_or("", |group| pick(locale, &group.name_de, &group.name_en));
    let organisation = task.organisation_id.and_then(|id| named.organisations.get(&id));
    let link = format!("{}{}", app.config().public_url, service::link(task));
    vec![
        text(group),
        text(&task.title),
        text(&markdown::to_plain(&task.text)),
        label(locale, &format!("tasks-state-{}", task.state.as_str())),
        label(locale, &format!("tasks-priority-{}", task.priority.as_str())),
        task.due.map(|day| day.to_string()).unwrap_or_default(),
        text(&task.blocked_reason),
        text(organisation.map_or("", String::as_str)),
        named.person(task.responsible_id),
        label(locale, &format!("tasks-assignment-{}", task.assignment.as_str())),
        named.person(task.created_by),
        task.closed_on.map(|day| day.to_string()).unwrap_or_default(),
        text(&task.closed_reason),
        link,
    ]
}
