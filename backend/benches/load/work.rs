//! The work of groups made by a seeded generator: people, groups, tasks, meetings and resolutions.

use chrono::{DateTime, Datelike as _, Days, TimeDelta, Utc};
use uuid::Uuid;
use verbund::{
    db::{Db, Transaction},
    directory::fold::fold,
};

use super::{
    Outcome,
    data::{compound, text},
    insert::Insert,
    random::Random,
};

/// People in one group.
const PEOPLE_OF_GROUP: usize = 12;
/// Those who ask are in so many groups.
const GROUPS_OF_ASKER: usize = 5;
/// Those who ask; each of them may have some lines open.
pub(crate) const ASKERS: usize = 25;
/// Milestones of one group.
const MILESTONES: usize = 6;

/// How much there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) groups: usize,
    pub(crate) tasks: usize,
    pub(crate) meetings: usize,
}

/// What was made, to ask for.
#[derive(Debug, Clone)]
pub(crate) struct Work {
    /// People of the steering group who work in some groups themselves.
    pub(crate) askers: Vec<Uuid>,
    pub(crate) groups: Vec<Uuid>,
    /// Groups in which the first of those who ask works.
    pub(crate) own: Vec<Uuid>,
}

/// Fills a database that has its organisations.
pub(crate) async fn fill(db: &Db, organisations: &[Uuid], sizes: Sizes, seed: u64) -> Outcome<Work> {
    let mut random = Random::new(seed);
    let now = Utc::now();
    let tx = db.begin().await?;
    let people = fill_people(&tx, &mut random, sizes.groups * 4, now).await?;
    let askers: Vec<Uuid> = people.iter().take(ASKERS).copied().collect();
    let groups = fill_groups(&tx, &mut random, sizes.groups, now).await?;
    let places = fill_places(&tx, &mut random, (&groups, &people, organisations), now).await?;
    fill_tasks(&tx, &mut random, &places, sizes.tasks, now).await?;
    fill_meetings(&tx, &mut random, &places, sizes.meetings, now).await?;
    tx.commit().await?;
    let first = askers.first().copied().ok_or("nobody asks")?;
    let own = places.iter().filter(|place| place.people.iter().any(|(person, _)| *person == first));
    Ok(Work { askers, own: own.map(|place| place.group).collect(), groups })
}

async fn fill_people(
    tx: &Transaction,
    random: &mut Random,
    count: usize,
    now: DateTime<Utc>,
) -> Outcome<Vec<Uuid>> {
    let mut people = Insert::new(
        "people",
        &["id", "given_name", "family_name", "email", "locale", "state", "created_at", "version"],
    );
    let mut roles = Insert::new("network_roles", &["id", "person_id", "role", "from_day", "version"]);
    let from = now.date_naive() - Days::new(400);
    let mut ids = Vec::with_capacity(count);
    for number in 0..count {
        let id = random.uuid();
        people.row(vec![
            id.into(),
            format!("Vorname{}", number % 97).into(),
            compound(random).into(),
            format!("person{number}@verein.example").into(),
            "de".into(),
            "active".into(),
            now.into(),
            1.into(),
        ]);
        if number < ASKERS {
            let role = "steering_group_member";
            roles.row(vec![random.uuid().into(), id.into(), role.into(), from.into(), 1.into()]);
        }
        ids.push(id);
    }
    people.send(tx).await?;
    roles.send(tx).await?;
    Ok(ids)
}

async fn fill_groups(
    tx: &Transaction,
    random: &mut Random,
    count: usize,
    now: DateTime<Utc>,
) -> Outcome<Vec<Uuid>> {
    let columns = [
        "id",
        "kind",
        "name_de",
        "name_en",
        "name_key",
        "short_name",
        "short_key",
        "state",
        "joining",
        "created_at",
        "updated_at",
        "version",
    ];
    let mut rows = Insert::new("groups", &columns);
    let mut ids = Vec::with_capacity(count);
    for number in 0..count {
        let id = random.uuid();
        let name = format!("Arbeitsgruppe {} {number}", compound(random));
        let key = fold(&name);
        rows.row(vec![
            id.into(),
            "working".into(),
            name.into(),
            "".into(),
            key.into(),
            format!("G{number}").into(),
            format!("g{number}").into(),
            (if random.percent(90) { "active" } else { "dormant" }).into(),
            "on_request".into(),
            now.into(),
            now.into(),
            1.into(),
        ]);
        ids.push(id);
    }
    rows.send(tx).await?;
    Ok(ids)
}

/// A group with its people and their organisations.
struct Place {
    group: Uuid,
    short: String,
    people: Vec<(Uuid, Uuid)>,
}

async fn fill_places(
    tx: &Transaction,
    random: &mut Random,
    (groups, people, organisations): (&[Uuid], &[Uuid], &[Uuid]),
    now: DateTime<Utc>,
) -> Outcome<Vec<Place>> {
    let mut roles = Insert::new(
        "group_roles",
        &[
            "id",
            "group_id",
            "person_id",
            "organisation_id",
            "role",
            "state",
            "from_day",
            "created_at",
            "version",
        ],
    );
    let mut milestones = Insert::new(
        "milestones",
        &["id", "group_id", "text", "due", "first_due", "owner_id", "state", "created_at", "version"],
    );
    let today = now.date_naive();
    let mut places = Vec::with_capacity(groups.len());
    for (number, group) in groups.iter().enumerate() {
        let mut inside: Vec<Uuid> = Vec::new();
        // Those who ask are spread over the first groups.
        inside.extend(people.iter().take(ASKERS).skip(number / GROUPS_OF_ASKER).take(1));
        while inside.len() < PEOPLE_OF_GROUP {
            let person = *random.pick(people);
            if !inside.contains(&person) {
                inside.push(person);
            }
        }
        let mut place = Place { group: *group, short: format!("G{number}"), people: Vec::new() };
        for (rank, person) in inside.into_iter().enumerate() {
            let organisation = *random.pick(organisations);
            let role = ["member", "chair", "secretary"].get(rank).copied().unwrap_or("member");
            let from = today - Days::new(300);
            roles.row(vec![
                random.uuid().into(),
                (*group).into(),
                person.into(),
                organisation.into(),
                role.into(),
                "active".into(),
                from.into(),
                now.into(),
                1.into(),
            ]);
            place.people.push((person, organisation));
        }
        for _ in 0..MILESTONES {
            let due = today - Days::new(60) + Days::new(random.below(300) as u64);
            milestones.row(vec![
                random.uuid().into(),
                (*group).into(),
                text(random, 4).into(),
                due.into(),
                due.into(),
                place.people[0].0.into(),
                "open".into(),
                now.into(),
                1.into(),
            ]);
        }
        places.push(place);
        if roles.is_full() {
            roles.send(tx).await?;
            milestones.send(tx).await?;
        }
    }
    roles.send(tx).await?;
    milestones.send(tx).await?;
    Ok(places)
}

async fn fill_tasks(
    tx: &Transaction,
    random: &mut Random,
    places: &[Place],
    count: usize,
    now: DateTime<Utc>,
) -> Outcome<()> {
    let columns = [
        "id",
        "group_id",
        "title",
        "text",
        "search_key",
        "due",
        "priority",
        "state",
        "position",
        "organisation_id",
        "responsible_id",
        "assignment",
        "closed_on",
        "closed_reason",
        "created_by",
        "created_at",
        "updated_at",
        "version",
    ];
    let mut rows = Insert::new("tasks", &columns);
    let today = now.date_naive();
    for number in 0..count {
        let place = &places[number % places.len()];
        let (person, organisation) = *random.pick(&place.people);
        let state = match random.below(20) {
            0..5 => "open",
            5..7 => "in_progress",
            7..19 => "done",
            _ => "cancelled",
        };
        let closed = matches!(state, "done" | "cancelled");
        let due = today - Days::new(200) + Days::new(random.below(300) as u64);
        let title = format!("{} {}", compound(random), text(random, 3));
        let words = text(random, 12);
        rows.row(vec![
            random.uuid().into(),
            place.group.into(),
            title.clone().into(),
            words.clone().into(),
            fold(&format!("{title}\n{words}")).into(),
            random.percent(80).then_some(due).into(),
            (*random.pick(&["low", "normal", "normal", "high", "urgent"])).into(),
            state.into(),
            format!("n{number:08}").into(),
            organisation.into(),
            person.into(),
            (if random.percent(95) { "confirmed" } else { "asked" }).into(),
            closed.then_some(today).into(),
            (if state == "cancelled" { "nicht mehr nötig" } else { "" }).into(),
            place.people[1].0.into(),
            now.into(),
            (now - TimeDelta::minutes(random.below(500_000) as i64)).into(),
            1.into(),
        ]);
        if rows.is_full() {
            rows.send(tx).await?;
        }
    }
    rows.send(tx).await
}

/// Meetings, the last of them still to come, each past one with a resolution.
async fn fill_meetings(
    tx: &Transaction,
    random: &mut Random,
    places: &[Place],
    count: usize,
    now: DateTime<Utc>,
) -> Outcome<()> {
    let mut meetings = Insert::new(
        "meetings",
        &["id", "group_id", "title", "state", "starts_at", "ends_at", "created_at", "updated_at", "version"],
    );
    let mut resolutions = Insert::new(
        "resolutions",
        &[
            "id",
            "group_id",
            "year",
            "number",
            "label",
            "title",
            "status",
            "life",
            "decided_on",
            "life_on",
            "yes",
            "no",
            "abstain",
            "present",
            "roll",
            "search_key",
            "created_at",
            "version",
            "majority_base",
            "majority_num",
            "majority_den",
            "majority_strict",
        ],
    );
    let of_each = count.div_ceil(places.len());
    for place in places {
        let mut last_year = (0, 0);
        for number in 0..of_each {
            let ahead = number + 1 == of_each;
            let days = if ahead { -14 } else { (of_each - number) as i64 * 30 };
            let starts = now - TimeDelta::days(days);
            let meeting = random.uuid();
            meetings.row(vec![
                meeting.into(),
                place.group.into(),
                format!("{}. Sitzung", number + 1).into(),
                (if ahead { "planned" } else { "completed" }).into(),
                starts.into(),
                (starts + TimeDelta::hours(2)).into(),
                now.into(),
                now.into(),
                1.into(),
            ]);
            if ahead {
                continue;
            }
            let year = starts.year();
            last_year = if last_year.0 == year { (year, last_year.1 + 1) } else { (year, 1) };
            let label = format!("{}-{year}/{:03}", place.short, last_year.1);
            let title = format!("{} {}", compound(random), text(random, 3));
            let words = text(random, 30);
            resolutions.row(vec![
                random.uuid().into(),
                place.group.into(),
                year.into(),
                last_year.1.into(),
                label.clone().into(),
                title.clone().into(),
                "adopted".into(),
                "in_force".into(),
                starts.date_naive().into(),
                starts.date_naive().into(),
                7.into(),
                1.into(),
                1.into(),
                9.into(),
                12.into(),
                fold(&format!("{label}\n{title}\n{words}")).into(),
                now.into(),
                1.into(),
                "yes_no".into(),
                1.into(),
                2.into(),
                true.into(),
            ]);
        }
        if meetings.is_full() {
            meetings.send(tx).await?;
            resolutions.send(tx).await?;
        }
    }
    meetings.send(tx).await?;
    resolutions.send(tx).await
}
