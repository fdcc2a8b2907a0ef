//! The queries that find people for the coordination office.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, Func, LikeExpr},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::people::{AffiliationRole, NetworkRole, PersonState};

use super::{PersonRow, RoleInOrganisation, still_open};
use crate::{
    entity::{affiliation, network_role, organisation, person},
    graphql::CursorPage,
};

/// Which people are looked for; those who have left are not among them.
#[derive(Debug, Clone, Default)]
pub struct PeopleFilter {
    /// Each word is part of a name or of the address.
    pub text: String,
    /// Whether they can sign in.
    pub state: Option<PersonState>,
    /// A role they hold in the network today.
    pub network_role: Option<NetworkRole>,
    /// A role they hold in an organisation today.
    pub affiliation_role: Option<AffiliationRole>,
}

/// People are listed by name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PersonKey {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// The row.
    pub id: Uuid,
}

/// A page of people by name, and one more.
pub async fn people_page(
    db: &impl ConnectionTrait,
    filter: &PeopleFilter,
    today: NaiveDate,
    page: &CursorPage<PersonKey>,
) -> Result<Vec<PersonRow>, DbErr> {
    use person::Column::{FamilyName, GivenName, Id};
    let after = page.after.as_ref().map(|key| {
        let same_family = || FamilyName.eq(&key.family);
        let same_name = || same_family().and(GivenName.eq(&key.given));
        Condition::any()
            .add(FamilyName.gt(&key.family))
            .add(same_family().and(GivenName.gt(&key.given)))
            .add(same_name().and(Id.gt(key.id)))
    });
    person::Entity::find()
        .filter(condition(filter, today))
        .filter(Condition::all().add_option(after))
        .order_by_asc(FamilyName)
        .order_by_asc(GivenName)
        .order_by_asc(Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many people the filter finds.
pub async fn count_people(
    db: &impl ConnectionTrait,
    filter: &PeopleFilter,
    today: NaiveDate,
) -> Result<u64, DbErr> {
    person::Entity::find().filter(condition(filter, today)).count(db).await
}

fn condition(filter: &PeopleFilter, today: NaiveDate) -> Condition {
    let mut condition = Condition::all()
        .add(person::Column::State.ne(PersonState::Deleted))
        .add_option(filter.state.map(|state| person::Column::State.eq(state)));
    for word in filter.text.split_whitespace() {
        condition = condition.add(holds_word(word));
    }
    if let Some(role) = filter.network_role {
        let holders = network_role::Entity::find()
            .select_only()
            .column(network_role::Column::PersonId)
            .filter(network_role::Column::Role.eq(role))
            .filter(network_role::Column::FromDay.lte(today))
            .filter(still_open(network_role::Column::UntilDay, today))
            .into_query();
        condition = condition.add(person::Column::Id.in_subquery(holders));
    }
    if let Some(role) = filter.affiliation_role {
        let holders = affiliation::Entity::find()
            .select_only()
            .column(affiliation::Column::PersonId)
            .filter(affiliation::Column::Role.eq(role))
            .filter(affiliation::Column::FromDay.lte(today))
            .filter(still_open(affiliation::Column::UntilDay, today))
            .into_query();
        condition = condition.add(person::Column::Id.in_subquery(holders));
    }
    condition
}

/// A word is part of a name or of the address. SQLite's `lower` leaves `Ö` as it is, so the word
/// is also looked for with a capital.
fn holds_word(word: &str) -> Condition {
    let like = |text: &str| {
        let text = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        LikeExpr::new(format!("%{text}%")).escape('\\')
    };
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    let capital: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    [person::Column::GivenName, person::Column::FamilyName, person::Column::Email].into_iter().fold(
        Condition::any(),
        |found, column| {
            found
                .add(Expr::expr(Func::lower(Expr::col((person::Entity, column)))).like(like(&lower)))
                .add(column.like(like(&capital)))
        },
    )
}

/// The roles of several people in organisations, past and coming ones too.
pub async fn affiliations_of_people(
    db: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<Vec<RoleInOrganisation>, DbErr> {
    affiliation::Entity::find()
        .select_only()
        .columns([
            affiliation::Column::Id,
            affiliation::Column::PersonId,
            affiliation::Column::OrganisationId,
            affiliation::Column::Role,
            affiliation::Column::FromDay,
            affiliation::Column::UntilDay,
        ])
        .column_as(organisation::Column::Name, "organisation_name")
        .column_as(organisation::Column::ShortName, "organisation_short_name")
        .join(
            JoinType::InnerJoin,
            affiliation::Entity::belongs_to(organisation::Entity)
                .from(affiliation::Column::OrganisationId)
                .to(organisation::Column::Id)
                .into(),
        )
        .filter(affiliation::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(affiliation::Column::FromDay)
        .order_by_asc(affiliation::Column::Id)
        .into_model()
        .all(db)
        .await
}
