//! The queries of people and their roles.

mod network_roles;
mod search;

pub use network_roles::{
    delete_network_role, end_network_role, find_network_role, lock_roles, network_roles_of_people,
};
pub use search::{PeopleFilter, PersonKey, affiliations_of_people, count_people, people_page};

use chrono::{Days, NaiveDate};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, TryGetable,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{
    id::{OrganisationId, PersonId},
    people::{AffiliationRole, NetworkRole, PersonState},
};

use super::rules::Profile;
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{affiliation, audit_entry, invitation, mail, network_role, organisation, person},
};

pub use person::Model as PersonRow;

/// One person, deleted ones too.
pub async fn find_person(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonRow>, DbErr> {
    person::Entity::find_by_id(id.0).one(db).await
}

/// One person, held until the transaction ends.
pub(super) async fn lock_person(tx: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonRow>, DbErr> {
    person::Entity::find_by_id(id.0).lock_exclusive().one(tx).await
}

/// Lets a person sign in, or not any more.
pub(super) async fn set_state(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: &PersonRow,
    state: PersonState,
) -> Result<PersonRow, DbErr> {
    let row = person::ActiveModel {
        id: Unchanged(person.id),
        state: Set(state),
        version: Set(person.version + 1),
        ..Default::default()
    };
    person::Entity::update(row).exec(tx).await
}

/// The person who signs in with an address, which is in lower case.
pub async fn find_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<PersonRow>, DbErr> {
    person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await
}

/// People by their database keys, in no particular order.
pub async fn people_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<PersonRow>, DbErr> {
    person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// A person to be made.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Names and language.
    pub profile: Profile,
    /// The address they sign in with, in lower case.
    pub email: String,
}

/// Makes a person.
pub async fn insert_person(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewPerson,
) -> Result<PersonRow, DbErr> {
    let row = person::ActiveModel {
        id: Set(clock.new_id()),
        given_name: Set(new.profile.given_name),
        family_name: Set(new.profile.family_name),
        email: Set(Some(new.email)),
        locale: Set(new.profile.locale),
        state: Set(PersonState::Active),
        created_at: Set(clock.now()),
        version: Set(1),
    };
    person::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes names and language.
pub(super) async fn update_profile(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    profile: Profile,
    version: i32,
) -> Result<PersonRow, DbErr> {
    let row = person::ActiveModel {
        id: Unchanged(id),
        given_name: Set(profile.given_name),
        family_name: Set(profile.family_name),
        locale: Set(profile.locale),
        version: Set(version + 1),
        ..Default::default()
    };
    person::Entity::update(row).exec(tx).await
}

/// Changes the address.
pub async fn set_email(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: &PersonRow,
    email: &str,
) -> Result<PersonRow, DbErr> {
    let row = person::ActiveModel {
        id: Unchanged(person.id),
        email: Set(Some(email.to_owned())),
        version: Set(person.version + 1),
        ..Default::default()
    };
    person::Entity::update(row).exec(tx).await
}

/// Leaves of a person nothing but a row that others can refer to: no name, no address, no roles
/// from today on, no mails, no labels in the audit trail.
pub(super) async fn erase(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: &PersonRow,
    today: NaiveDate,
) -> Result<(), DbErr> {
    let row = person::ActiveModel {
        id: Unchanged(person.id),
        given_name: Set(String::new()),
        family_name: Set(String::new()),
        email: Set(None),
        state: Set(PersonState::Deleted),
        version: Set(person.version + 1),
        ..Default::default()
    };
    person::Entity::update(row).exec(tx).await?;
    end_roles(tx, person.id, today).await?;
    if let Some(email) = &person.email {
        mail::Entity::delete_many().filter(mail::Column::Recipient.eq(email)).exec(tx).await?;
        invitation::Entity::update_many()
            .col_expr(invitation::Column::Email, Expr::value(""))
            .col_expr(invitation::Column::GivenName, Expr::value(""))
            .col_expr(invitation::Column::FamilyName, Expr::value(""))
            .filter(
                Condition::any()
                    .add(invitation::Column::Email.eq(email))
                    .add(invitation::Column::AcceptedBy.eq(person.id)),
            )
            .exec(tx)
            .await?;
    }
    audit_entry::Entity::update_many()
        .col_expr(audit_entry::Column::ObjectLabel, Expr::value(""))
        .filter(audit_entry::Column::ObjectKind.eq("person"))
        .filter(audit_entry::Column::ObjectId.eq(person.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Roles that have begun end yesterday, those to come are removed.
async fn end_roles(tx: &impl ConnectionTrait, person: Uuid, today: NaiveDate) -> Result<(), DbErr> {
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    affiliation::Entity::delete_many()
        .filter(affiliation::Column::PersonId.eq(person))
        .filter(affiliation::Column::FromDay.gte(today))
        .exec(tx)
        .await?;
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::UntilDay, Expr::value(yesterday))
        .filter(affiliation::Column::PersonId.eq(person))
        .filter(still_open(affiliation::Column::UntilDay, today))
        .exec(tx)
        .await?;
    network_role::Entity::delete_many()
        .filter(network_role::Column::PersonId.eq(person))
        .filter(network_role::Column::FromDay.gte(today))
        .exec(tx)
        .await?;
    network_role::Entity::update_many()
        .col_expr(network_role::Column::UntilDay, Expr::value(yesterday))
        .filter(network_role::Column::PersonId.eq(person))
        .filter(still_open(network_role::Column::UntilDay, today))
        .exec(tx)
        .await?;
    Ok(())
}

fn still_open(until: impl ColumnTrait, today: NaiveDate) -> Condition {
    Condition::any().add(until.is_null()).add(until.gte(today))
}

/// A role in an organisation, with the organisation's names.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RoleInOrganisation {
    /// The role's own key.
    pub id: Uuid,
    /// Who holds it.
    pub person_id: Uuid,
    /// The organisation.
    pub organisation_id: Uuid,
    /// Its name.
    pub organisation_name: String,
    /// Its short name; empty when it has none.
    pub organisation_short_name: String,
    /// Which role.
    pub role: AffiliationRole,
    /// The first day.
    pub from_day: NaiveDate,
    /// The last day.
    pub until_day: Option<NaiveDate>,
}

/// All roles of a person in organisations, past and coming ones too.
pub async fn affiliations_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<RoleInOrganisation>, DbErr> {
    affiliations_of_people(db, &[person.0]).await
}

/// A role in the network.
pub type RoleInNetwork = network_role::Model;

/// All roles of a person in the network, past and coming ones too.
pub async fn network_roles_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<RoleInNetwork>, DbErr> {
    network_roles_of_people(db, &[person.0]).await
}

/// Gives a role in an organisation.
pub async fn insert_affiliation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    person: PersonId,
    (organisation, role): (Uuid, AffiliationRole),
    (from_day, until_day): (NaiveDate, Option<NaiveDate>),
) -> Result<(), DbErr> {
    affiliation::Entity::insert(affiliation::ActiveModel {
        id: Set(clock.new_id()),
        person_id: Set(person.0),
        organisation_id: Set(organisation),
        role: Set(role),
        from_day: Set(from_day),
        until_day: Set(until_day),
        version: Set(1),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Gives a role in the network.
pub async fn insert_network_role(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    person: PersonId,
    role: NetworkRole,
    (from_day, until_day): (NaiveDate, Option<NaiveDate>),
) -> Result<(), DbErr> {
    network_role::Entity::insert(network_role::ActiveModel {
        id: Set(clock.new_id()),
        person_id: Set(person.0),
        role: Set(role),
        from_day: Set(from_day),
        until_day: Set(until_day),
        version: Set(1),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// How many people who can sign in are coordinators on a day.
pub async fn count_coordinators(db: &impl ConnectionTrait, day: NaiveDate) -> Result<u64, DbErr> {
    person::Entity::find()
        .join(
            JoinType::InnerJoin,
            person::Entity::belongs_to(network_role::Entity)
                .from(person::Column::Id)
                .to(network_role::Column::PersonId)
                .into(),
        )
        .filter(person::Column::State.eq(PersonState::Active))
        .filter(network_role::Column::Role.eq(NetworkRole::Coordinator))
        .filter(network_role::Column::FromDay.lte(day))
        .filter(still_open(network_role::Column::UntilDay, day))
        .distinct()
        .count(db)
        .await
}

/// A role of a person that ends.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EndingRole<R: TryGetable> {
    /// Whose role.
    pub person_id: Uuid,
    /// Their given name.
    pub given_name: String,
    /// Their family name.
    pub family_name: String,
    /// Which role.
    pub role: R,
    /// The last day.
    pub until_day: NaiveDate,
    /// In which organisation; none for roles in the network.
    pub organisation_id: Option<Uuid>,
    /// Its name.
    pub organisation_name: Option<String>,
}

/// Roles that end between two days: a person's own, and those in some organisations.
pub(super) async fn affiliations_ending(
    db: &impl ConnectionTrait,
    person: PersonId,
    organisations: &[OrganisationId],
    (from, until): (NaiveDate, NaiveDate),
    at_most: u64,
) -> Result<Vec<EndingRole<AffiliationRole>>, DbErr> {
    let concerned = Condition::any()
        .add(affiliation::Column::PersonId.eq(person.0))
        .add(affiliation::Column::OrganisationId.is_in(organisations.iter().map(|id| id.0)));
    affiliation::Entity::find()
        .select_only()
        .columns([
            affiliation::Column::PersonId,
            affiliation::Column::OrganisationId,
            affiliation::Column::Role,
            affiliation::Column::UntilDay,
        ])
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .column_as(organisation::Column::Name, "organisation_name")
        .join(
            JoinType::InnerJoin,
            affiliation::Entity::belongs_to(person::Entity)
                .from(affiliation::Column::PersonId)
                .to(person::Column::Id)
                .into(),
        )
        .join(
            JoinType::InnerJoin,
            affiliation::Entity::belongs_to(organisation::Entity)
                .from(affiliation::Column::OrganisationId)
                .to(organisation::Column::Id)
                .into(),
        )
        .filter(concerned)
        .filter(affiliation::Column::UntilDay.between(from, until))
        .order_by_asc(affiliation::Column::UntilDay)
        .order_by_asc(affiliation::Column::Id)
        .limit(at_most)
        .into_model()
        .all(db)
        .await
}

/// Roles in the network that end between two days: a person's own, or everybody's.
pub(super) async fn network_roles_ending(
    db: &impl ConnectionTrait,
    person: Option<PersonId>,
    (from, until): (NaiveDate, NaiveDate),
    at_most: u64,
) -> Result<Vec<EndingRole<NetworkRole>>, DbErr> {
    let own = person.map(|id| network_role::Column::PersonId.eq(id.0));
    network_role::Entity::find()
        .select_only()
        .columns([network_role::Column::PersonId, network_role::Column::Role, network_role::Column::UntilDay])
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .join(
            JoinType::InnerJoin,
            network_role::Entity::belongs_to(person::Entity)
                .from(network_role::Column::PersonId)
                .to(person::Column::Id)
                .into(),
        )
        .filter(Condition::all().add_option(own))
        .filter(network_role::Column::UntilDay.between(from, until))
        .order_by_asc(network_role::Column::UntilDay)
        .order_by_asc(network_role::Column::Id)
        .limit(at_most)
        .into_model()
        .all(db)
        .await
}
