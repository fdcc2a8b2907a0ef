//! Reading applications.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, sea_query::LikeExpr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    id::ApplicationId, locale::Locale, organisations::ApplicationState, people::NetworkRole,
    people::PersonState,
};

use crate::{
    entity::{application, application_event, application_term, network_role, person, term},
    graphql::CursorPage,
    network::store::TermRow,
    organisations::{rules::names::fold, store::escape_like},
};

pub use application::Model as ApplicationRow;
pub use application_event::Model as EventRow;

/// What the list is filtered by.
#[derive(Debug, Clone, Default)]
pub struct ApplicationFilter {
    /// Only these states; all when empty.
    pub states: Vec<ApplicationState>,
    /// Part of the organisation's name, the town or the contact's name.
    pub text: String,
}

/// What the list is ordered by: the newest first.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ApplicationKey {
    /// When it was filed.
    pub submitted_at: DateTime<Utc>,
    /// The row.
    pub id: Uuid,
}

/// One application.
pub async fn find_application(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<ApplicationRow>, DbErr> {
    application::Entity::find_by_id(id.0).one(db).await
}

/// One application, held until the transaction ends.
pub async fn lock_application(
    tx: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<ApplicationRow>, DbErr> {
    application::Entity::find_by_id(id.0).lock_exclusive().one(tx).await
}

fn condition(filter: &ApplicationFilter) -> Condition {
    let mut condition = Condition::all();
    if !filter.states.is_empty() {
        condition = condition.add(application::Column::State.is_in(filter.states.iter().copied()));
    }
    let text = fold(&filter.text);
    if !text.is_empty() {
        let like = LikeExpr::new(format!("%{}%", escape_like(&text))).escape('\\');
        condition = condition.add(application::Column::SearchKey.like(like));
    }
    condition
}

/// A page of applications, the newest first, and one more.
pub async fn applications_page(
    db: &impl ConnectionTrait,
    filter: &ApplicationFilter,
    page: &CursorPage<ApplicationKey>,
) -> Result<Vec<ApplicationRow>, DbErr> {
    let after = page.after.as_ref().map(|key| {
        Condition::any().add(application::Column::SubmittedAt.lt(key.submitted_at)).add(
            Condition::all()
                .add(application::Column::SubmittedAt.eq(key.submitted_at))
                .add(application::Column::Id.lt(key.id)),
        )
    });
    application::Entity::find()
        .filter(condition(filter))
        .filter(Condition::all().add_option(after))
        .order_by_desc(application::Column::SubmittedAt)
        .order_by_desc(application::Column::Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many applications the filter finds.
pub async fn count_applications(db: &impl ConnectionTrait, filter: &ApplicationFilter) -> Result<u64, DbErr> {
    application::Entity::find().filter(condition(filter)).count(db).await
}

/// Applications to compare with: confirmed ones, this one left out.
pub async fn applications_to_compare(
    db: &impl ConnectionTrait,
    except: Uuid,
) -> Result<Vec<ApplicationRow>, DbErr> {
    application::Entity::find()
        .filter(application::Column::Id.ne(except))
        .filter(application::Column::State.ne(ApplicationState::Submitted))
        .order_by_desc(application::Column::SubmittedAt)
        .order_by_asc(application::Column::Id)
        .all(db)
        .await
}

/// An application's terms in their order.
pub async fn terms_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<TermRow>, DbErr> {
    let chosen = application_term::Entity::find()
        .select_only()
        .column(application_term::Column::TermId)
        .filter(application_term::Column::ApplicationId.eq(id))
        .into_query();
    term::Entity::find()
        .filter(term::Column::Id.in_subquery(chosen))
        .order_by_asc(term::Column::Kind)
        .order_by_asc(term::Column::Position)
        .order_by_asc(term::Column::Key)
        .all(db)
        .await
}

/// What happened, oldest first, each with the name of who did it; none for the applicant.
pub async fn events_of(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Vec<(EventRow, Option<String>)>, DbErr> {
    let rows = application_event::Entity::find()
        .filter(application_event::Column::ApplicationId.eq(id))
        .join(
            JoinType::LeftJoin,
            application_event::Entity::belongs_to(person::Entity)
                .from(application_event::Column::PersonId)
                .to(person::Column::Id)
                .into(),
        )
        .select_also(person::Entity)
        .order_by_asc(application_event::Column::At)
        .order_by_asc(application_event::Column::Id)
        .all(db)
        .await?;
    let name = |person: person::Model| format!("{} {}", person.given_name, person.family_name);
    Ok(rows.into_iter().map(|(event, person)| (event, person.map(name))).collect())
}

/// The addresses of those who run the platform today, each with its language.
pub async fn coordinators(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<(String, Locale)>, DbErr> {
    let holding = network_role::Entity::find()
        .select_only()
        .column(network_role::Column::PersonId)
        .filter(network_role::Column::Role.eq(NetworkRole::Coordinator))
        .filter(network_role::Column::FromDay.lte(today))
        .filter(
            Condition::any()
                .add(network_role::Column::UntilDay.is_null())
                .add(network_role::Column::UntilDay.gte(today)),
        )
        .into_query();
    let people = person::Entity::find()
        .filter(person::Column::Id.in_subquery(holding))
        .filter(person::Column::State.eq(PersonState::Active))
        .order_by_asc(person::Column::Id)
        .all(db)
        .await?;
    Ok(people.into_iter().filter_map(|person| Some((person.email?, person.locale))).collect())
}
