//! Applications of the demonstration, one in every state, with what happened to them.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use verbund_shared::{
    locale::Locale,
    organisations::{ApplicationEventKind as Event, ApplicationState as State, OrganisationKind},
    terms::TermKind,
};

use super::{files, store};
use crate::{
    app::App, authz::Permit, db::Transaction, error::ServiceResult, imports::rules::cells::STATEWIDE,
    network, organisations::rules::names::fold,
};

/// An application with its story.
pub(super) struct Story {
    pub(super) key: String,
    pub(super) organisation_name: String,
    pub(super) kind: OrganisationKind,
    pub(super) purpose: String,
    pub(super) website: String,
    pub(super) city: String,
    pub(super) statewide: bool,
    pub(super) terms: Vec<Uuid>,
    pub(super) contact: (String, String),
    pub(super) contact_email: String,
    pub(super) contact_phone: String,
    pub(super) motivation: String,
    pub(super) locale: Locale,
    pub(super) state: State,
    pub(super) reason: String,
    /// The organisation that came of it.
    pub(super) organisation: Option<Uuid>,
    /// What happened when, by whom of the network, and what was written.
    pub(super) events: Vec<(DateTime<Utc>, Event, Option<Uuid>, String)>,
}

/// Writes all of them.
pub(super) async fn write(tx: &Transaction, app: &App, permit: &Permit) -> ServiceResult<()> {
    let terms: BTreeMap<(TermKind, String), Uuid> = network::store::all_terms(tx)
        .await?
        .into_iter()
        .map(|term| ((term.kind, term.key), term.id))
        .collect();
    let organisations = store::organisations_by_name(tx).await?;
    let reviewer = store::person_by_email(tx, files::SIGN_INS[1].1).await?;
    let table = files::applications()?;
    for (row, age) in table.rows().zip((2..).step_by(5)) {
        let list = |column: &str| row.cell(column).split('|').map(str::to_owned).collect::<Vec<_>>();
        let keys = list("districts").into_iter().map(|key| (TermKind::District, key));
        let keys = keys.chain(list("topics").into_iter().map(|key| (TermKind::Topic, key)));
        let (given, family) =
            row.cell("contact_name").rsplit_once(' ').ok_or_else(|| row.wrong("contact_name"))?;
        let state = State::parse(row.cell("state")).ok_or_else(|| row.wrong("state"))?;
        let name = row.cell("organisation_name").to_owned();
        let submitted = app.clock().now() - TimeDelta::days(age);
        let texts = (row.cell("question"), row.cell("answer"), row.cell("reason"));
        let story = Story {
            key: row.cell("key").to_owned(),
            kind: OrganisationKind::parse(row.cell("kind")).ok_or_else(|| row.wrong("kind"))?,
            purpose: row.cell("purpose").to_owned(),
            website: row.cell("website").to_owned(),
            city: row.cell("city").to_owned(),
            statewide: list("districts").iter().any(|key| key == STATEWIDE),
            terms: keys.filter_map(|key| terms.get(&key).copied()).collect(),
            contact: (given.to_owned(), family.to_owned()),
            contact_email: row.cell("contact_email").to_owned(),
            contact_phone: row.cell("contact_phone").to_owned(),
            motivation: row.cell("motivation").to_owned(),
            locale: Locale::parse(row.cell("locale")).unwrap_or_default(),
            state,
            reason: if state.is_final() { row.cell("reason").to_owned() } else { String::new() },
            organisation: (state == State::Admitted)
                .then(|| organisations.get(&fold(&name)).copied())
                .flatten(),
            events: events(state, submitted, reviewer, texts),
            organisation_name: name,
        };
        store::insert_application(tx, permit, app.clock(), story).await?;
    }
    Ok(())
}

/// What must have happened for an application to stand where it stands.
fn events(
    state: State,
    submitted: DateTime<Utc>,
    reviewer: Option<Uuid>,
    (question, answer, reason): (&str, &str, &str),
) -> Vec<(DateTime<Utc>, Event, Option<Uuid>, String)> {
    let mut events = vec![(submitted, Event::Submitted, None, String::new())];
    let mut add = |hours: i64, kind: Event, by: Option<Uuid>, text: &str| {
        events.push((submitted + TimeDelta::hours(hours), kind, by, text.to_owned()));
    };
    if state == State::Submitted {
        return events;
    }
    add(1, Event::Confirmed, None, "");
    if state == State::Confirmed {
        return events;
    }
    if state != State::Withdrawn {
        add(20, Event::ReviewStarted, reviewer, "");
    }
    if !question.is_empty() {
        add(22, Event::Question, reviewer, question);
    }
    if !answer.is_empty() {
        add(30, Event::Answer, None, answer);
    }
    match state {
        State::Admitted => add(44, Event::Admitted, reviewer, reason),
        State::Declined => add(44, Event::Declined, reviewer, reason),
        State::Withdrawn => add(40, Event::Withdrawn, None, reason),
        _ => {}
    }
    events
}
