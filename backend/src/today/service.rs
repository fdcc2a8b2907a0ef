//! Gathering what waits for the person who asks. Each domain is asked for what the person may see,
//! so that the number of statements does not depend on how much waits.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::GroupRoleState,
    id::{
        ApplicationId, CircularId, GroupId, GroupRoleId, InvitationId, MilestoneId, OfferId, OrganisationId,
        ResolutionId, TaskId,
    },
    limits::OFFER_DUE_DAYS,
    operation_states::MailState,
    organisations::ApplicationState,
    terms::TermKind,
    today::TodayKind,
};

use super::{
    meetings::{of_meetings, of_minutes},
    rules::{INVITATION_AHEAD, Item, OF_A_KIND_MAX, OFFERS_AHEAD, REVIEW_DAYS, ROLES_AHEAD, Role, in_order},
};
use crate::{
    accounts,
    app::App,
    applications::{self, store::ApplicationFilter},
    authz::{Action, Caller, Facts, authorise, may},
    error::{ServiceError, ServiceResult},
    graphql::CursorPage,
    groups, mail,
    network::{self, rules::Bilingual},
    offers, organisations, people, resolutions, tasks,
};

/// What waits for a person, and what comes next.
#[derive(Debug, Clone)]
pub struct Today {
    /// The network's day.
    pub day: NaiveDate,
    /// What waits, the most urgent first.
    pub waiting: Vec<Item>,
    /// What comes next, the nearest first.
    pub next: Vec<Item>,
}

/// What waits for the person who asks.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor.
pub async fn today(app: &App, caller: &Caller) -> ServiceResult<Today> {
    let id = caller.actor.person_id().ok_or_else(|| ServiceError::user(ErrorCode::Unauthenticated))?;
    authorise(caller, Action::OwnAccount, &Facts::person(id))?;
    let day = app.today();
    let (mut waiting, mut next) = (Vec::new(), Vec::new());

    let own = represented(app, caller).await?;
    let soon = day + Days::new(OFFER_DUE_DAYS);
    let (due, later): (Vec<_>, Vec<_>) =
        offers_to_check(app, caller, &own).await?.into_iter().partition(|item| item.due <= Some(soon));
    waiting.extend(due);
    next.extend(later);
    waiting.extend(profiles(app, &own).await?);
    waiting.extend(applications_to_review(app, caller).await?);
    waiting.extend(invitations(app, caller).await?);
    waiting.extend(in_groups(app, caller).await?);
    waiting.extend(tasks_of(app, caller).await?);
    waiting.extend(circulars(app, caller).await?);
    waiting.extend(resolutions_done(app, caller).await?);
    waiting.extend(of_meetings(app, caller).await?);
    waiting.extend(of_minutes(app, caller).await?);
    waiting.extend(office(app, caller).await?);
    next.extend(roles(app, caller).await?);
    Ok(Today { day, waiting: in_order(waiting), next: in_order(next) })
}

/// A group with its name.
pub(super) fn named(group: &groups::store::GroupRow) -> (GroupId, Bilingual) {
    (GroupId(group.id), Bilingual { de: group.name_de.clone(), en: group.name_en.clone() })
}

/// An organisation the person represents.
struct Represented {
    name: String,
    has_purpose: bool,
}

type Own = HashMap<Uuid, Represented>;

async fn represented(app: &App, caller: &Caller) -> ServiceResult<Own> {
    let ids: Vec<Uuid> = caller.actor.represented().into_iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(Own::new());
    }
    let rows = organisations::service::organisations_by_id(app, &ids).await?;
    let entry = |row: organisations::store::OrganisationRow| {
        (row.id, Represented { has_purpose: !row.purpose_de.is_empty(), name: row.name })
    };
    Ok(rows.into_iter().map(entry).collect())
}

async fn offers_to_check(app: &App, caller: &Caller, own: &Own) -> ServiceResult<Vec<Item>> {
    let until = app.today() + OFFERS_AHEAD;
    let rows = offers::service::offers_to_check(app, caller, until, OF_A_KIND_MAX).await?;
    let item = |row: offers::store::OfferRow| Item {
        name: Bilingual { de: row.title_de, en: row.title_en },
        object: OfferId(row.id).to_string(),
        version: Some(row.version),
        organisation: own
            .get(&row.organisation_id)
            .map(|organisation| (OrganisationId(row.organisation_id), organisation.name.clone())),
        ..Item::new(TodayKind::OfferCheck).due(row.check_again_by)
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Profiles without a purpose or without a topic: the directory cannot find them.
async fn profiles(app: &App, own: &Own) -> ServiceResult<Vec<Item>> {
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = own.keys().copied().collect();
    let terms = organisations::service::terms_of(app, &ids).await?;
    let has_topic = |id: Uuid| terms.iter().any(|(of, term)| *of == id && term.kind == TermKind::Topic);
    let lacking = own.iter().filter(|(id, organisation)| !organisation.has_purpose || !has_topic(**id));
    let item = |(id, organisation): (&Uuid, &Represented)| {
        let id = OrganisationId(*id);
        Item {
            object: id.to_string(),
            organisation: Some((id, organisation.name.clone())),
            ..Item::new(TodayKind::ProfileIncomplete).named(&organisation.name)
        }
    };
    Ok(lacking.map(item).collect())
}

/// Applications that wait for the network, not for the applicant.
async fn applications_to_review(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    if !may(caller, Action::ApplicationReview, &Facts::NONE) {
        return Ok(Vec::new());
    }
    let filter = ApplicationFilter {
        states: vec![ApplicationState::Confirmed, ApplicationState::InReview],
        text: String::new(),
    };
    let page = CursorPage { first: OF_A_KIND_MAX, after: None };
    let (rows, _) = applications::service::applications(app, caller, &filter, &page).await?;
    let item = |row: applications::store::ApplicationRow| {
        let since = row.confirmed_at.unwrap_or(row.submitted_at).with_timezone(&app.time_zone());
        Item {
            object: ApplicationId(row.id).to_string(),
            ..Item::new(TodayKind::ApplicationReview)
                .named(row.organisation_name)
                .due(since.date_naive() + REVIEW_DAYS)
        }
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Invitations without an answer.
async fn invitations(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let rows = accounts::invitations::ending(app, caller, INVITATION_AHEAD, OF_A_KIND_MAX).await?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.organisation_id).collect();
    let names: HashMap<Uuid, String> = if ids.is_empty() {
        HashMap::new()
    } else {
        let rows = organisations::service::organisations_by_id(app, &ids).await?;
        rows.into_iter().map(|row| (row.id, row.name)).collect()
    };
    let item = |row: accounts::store::InvitationRow| {
        let full_name = format!("{} {}", row.given_name, row.family_name).trim().to_owned();
        let name = if full_name.is_empty() { row.email } else { full_name };
        Item {
            object: InvitationId(row.id).to_string(),
            organisation: row
                .organisation_id
                .and_then(|id| Some((OrganisationId(id), names.get(&id)?.clone()))),
            ..Item::new(TodayKind::InvitationEnding)
                .named(name)
                .due(row.expires_at.with_timezone(&app.time_zone()).date_naive())
        }
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Answers that are awaited in groups, groups that wait for the steering group, overdue milestones.
async fn in_groups(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let found = groups::service::waiting(app, caller, OF_A_KIND_MAX).await?;
    let ids: Vec<Uuid> = found.places.iter().filter_map(|place| place.member.role.organisation_id).collect();
    let names: HashMap<Uuid, String> = if ids.is_empty() {
        HashMap::new()
    } else {
        let rows = organisations::service::organisations_by_id(app, &ids).await?;
        rows.into_iter().map(|row| (row.id, row.name)).collect()
    };
    let mut items = Vec::new();
    for place in &found.places {
        let (kind, what) = match place.state() {
            GroupRoleState::Requested => {
                (TodayKind::GroupRequest, Bilingual { de: place.member.full_name(), en: String::new() })
            }
            GroupRoleState::ConsentPending => {
                (TodayKind::GroupConsent, Bilingual { de: place.member.full_name(), en: String::new() })
            }
            _ => (TodayKind::GroupInvitation, named(&place.group).1),
        };
        let role = &place.member.role;
        items.push(Item {
            name: what,
            object: GroupRoleId(role.id).to_string(),
            version: Some(role.version),
            group: Some(named(&place.group)),
            organisation: role
                .organisation_id
                .and_then(|id| Some((OrganisationId(id), names.get(&id)?.clone()))),
            ..Item::new(kind)
        });
    }
    for group in &found.groups {
        let proposed = group.pending_step.is_none();
        let kind = if proposed { TodayKind::GroupProposed } else { TodayKind::GroupChange };
        items.push(Item {
            name: named(group).1,
            object: GroupId(group.id).to_string(),
            version: Some(group.version),
            group: Some(named(group)),
            ..Item::new(kind)
        });
    }
    for (milestone, group) in &found.milestones {
        items.push(Item {
            object: MilestoneId(milestone.id).to_string(),
            version: Some(milestone.version),
            group: group.as_ref().map(named),
            ..Item::new(TodayKind::MilestoneOverdue).named(&milestone.text).due(milestone.due)
        });
    }
    Ok(items)
}

/// Tasks to confirm, tasks that were given back, overdue tasks.
async fn tasks_of(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let found = tasks::service::waiting(app, caller, OF_A_KIND_MAX).await?;
    let item = |kind: TodayKind, task: &tasks::store::TaskRow| {
        let group = found.groups.get(&task.group_id);
        Item {
            object: TaskId(task.id).to_string(),
            version: Some(task.version),
            group: group.map(named),
            due: task.due,
            ..Item::new(kind).named(&task.title)
        }
    };
    let kinds = [
        (TodayKind::TaskConfirm, &found.to_confirm),
        (TodayKind::TaskReturned, &found.returned),
        (TodayKind::TaskOverdue, &found.overdue),
    ];
    Ok(kinds
        .into_iter()
        .flat_map(|(kind, rows)| rows.iter().map(move |row| (kind, row)))
        .map(|(kind, row)| item(kind, row))
        .collect())
}

/// Circular resolutions that wait for a vote.
async fn circulars(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let (rows, groups) = resolutions::service::waiting(app, caller, OF_A_KIND_MAX).await?;
    let item = |row: &resolutions::store::CircularRow| {
        let end = row.deadline.with_timezone(&app.time_zone()).date_naive();
        Item {
            object: CircularId(row.id).to_string(),
            group: groups.get(&row.group_id).map(named),
            ..Item::new(TodayKind::CircularVote).named(&row.title).due(end.pred_opt().unwrap_or(end))
        }
    };
    Ok(rows.iter().map(item).collect())
}

/// Resolutions whose tasks are all done.
async fn resolutions_done(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let at_most = usize::try_from(OF_A_KIND_MAX).unwrap_or(usize::MAX);
    let (rows, groups) = resolutions::service::to_settle(app, caller, at_most).await?;
    let item = |row: &resolutions::store::ResolutionRow| Item {
        object: ResolutionId(row.id).to_string(),
        group: groups.get(&row.group_id).map(named),
        ..Item::new(TodayKind::ResolutionDone).named(format!("{} {}", row.label, row.title))
    };
    Ok(rows.iter().map(item).collect())
}

/// What waits for the coordination office.
async fn office(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let mut items = Vec::new();
    if may(caller, Action::NetworkEdit, &Facts::NONE) {
        let network = network::service::get_network(app).await?;
        if network::rules::is_unfinished(&network.name, &network.purpose_de) {
            items.push(Item::new(TodayKind::NetworkUnfinished));
        }
        if !accounts::service::second_factor::state(app, caller).await?.on {
            items.push(Item::new(TodayKind::SecondFactorOff));
        }
    }
    if may(caller, Action::OutboxRead, &Facts::NONE) {
        let count = mail::service::count(app, caller, Some(MailState::Failed)).await?;
        if count > 0 {
            items.push(Item { count, ..Item::new(TodayKind::MailFailed) });
        }
    }
    Ok(items)
}

async fn roles(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let until = app.today() + ROLES_AHEAD;
    let (affiliations, in_network) = people::service::roles_ending(app, caller, until, OF_A_KIND_MAX).await?;
    let me = caller.actor.person_id().map(|id| id.0);
    let item = |person: Uuid, names: (&str, &str), until: NaiveDate, role: Role| Item {
        role: Some(role),
        own: Some(person) == me,
        ..Item::new(TodayKind::RoleEnding).named(format!("{} {}", names.0, names.1)).due(until)
    };
    let mut items = Vec::new();
    for row in affiliations {
        let names = (row.given_name.as_str(), row.family_name.as_str());
        items.push(Item {
            organisation: row.organisation_id.map(OrganisationId).zip(row.organisation_name),
            ..item(row.person_id, names, row.until_day, Role::InOrganisation(row.role))
        });
    }
    for row in in_network {
        let names = (row.given_name.as_str(), row.family_name.as_str());
        items.push(item(row.person_id, names, row.until_day, Role::InNetwork(row.role)));
    }
    Ok(items)
}
