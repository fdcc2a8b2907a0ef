//! People's places in groups, held or awaited, and whom to write to about them.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupRole, GroupRoleState},
    id::{GroupId, GroupRoleId, OrganisationId, PersonId},
    locale::Locale,
    organisations::MembershipState,
    people::{AffiliationRole, PersonState},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{affiliation, group_role, membership, organisation, person},
    groups::rules::roles::{End, Place},
    people::PersonRow,
};

pub use group_role::Model as RoleRow;

const AWAITED: [GroupRoleState; 3] =
    [GroupRoleState::Requested, GroupRoleState::Invited, GroupRoleState::ConsentPending];

/// A place in a group with the person it is for.
#[derive(Debug, Clone)]
pub struct GroupMember {
    /// The place.
    pub role: RoleRow,
    /// The person.
    pub person: PersonRow,
}

impl From<&GroupMember> for Place {
    fn from(member: &GroupMember) -> Self {
        Self {
            id: member.role.id,
            person: member.role.person_id,
            acts: member.person.state == PersonState::Active,
            role: member.role.role,
            state: member.role.state,
            from: member.role.from_day,
            until: member.role.until_day,
        }
    }
}

impl GroupMember {
    /// Given and family name.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.person.given_name, self.person.family_name).trim().to_owned()
    }
}

/// An address with the language and name of whose it is.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The address.
    pub email: String,
    /// The language.
    pub locale: Locale,
    /// Given and family name.
    pub name: String,
}

fn to_person() -> RelationDef {
    group_role::Entity::belongs_to(person::Entity)
        .from(group_role::Column::PersonId)
        .to(person::Column::Id)
        .into()
}

fn no_end_before(until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::any().add(until.is_null()).add(until.gte(day))
}

async fn with_people(
    db: &impl ConnectionTrait,
    condition: Condition,
    at_most: Option<u64>,
) -> Result<Vec<GroupMember>, DbErr> {
    let rows = group_role::Entity::find()
        .join(JoinType::InnerJoin, to_person())
        .select_also(person::Entity)
        .filter(condition)
        .order_by_asc(group_role::Column::CreatedAt)
        .order_by_asc(group_role::Column::Id)
        .apply_if(at_most, QuerySelect::limit)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(role, person)| Some(GroupMember { role, person: person? })).collect())
}

/// All places in groups with their people, past ones too.
pub async fn members_of(db: &impl ConnectionTrait, groups: &[Uuid]) -> Result<Vec<GroupMember>, DbErr> {
    with_people(db, Condition::all().add(group_role::Column::GroupId.is_in(groups.iter().copied())), None)
        .await
}

/// The places in a group, for the rules.
pub async fn places_of(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<Place>, DbErr> {
    Ok(members_of(db, &[group.0]).await?.iter().map(Place::from).collect())
}

/// One place with its person.
pub async fn find_role(db: &impl ConnectionTrait, id: GroupRoleId) -> Result<Option<GroupMember>, DbErr> {
    let found = with_people(db, Condition::all().add(group_role::Column::Id.eq(id.0)), Some(1)).await?;
    Ok(found.into_iter().next())
}

/// A person's place in a group, held or awaited.
pub async fn place_of(
    db: &impl ConnectionTrait,
    group: GroupId,
    person: PersonId,
) -> Result<Option<GroupMember>, DbErr> {
    let open = AWAITED.into_iter().chain([GroupRoleState::Active]);
    let condition = Condition::all()
        .add(group_role::Column::GroupId.eq(group.0))
        .add(group_role::Column::PersonId.eq(person.0))
        .add(group_role::Column::State.is_in(open));
    Ok(with_people(db, condition, Some(1)).await?.into_iter().next())
}

/// All places of a person, past and awaited ones too.
pub async fn roles_of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<GroupMember>, DbErr> {
    with_people(db, Condition::all().add(group_role::Column::PersonId.eq(person.0)), None).await
}

/// Places for an organisation, held or awaited, of one person or of all.
pub async fn open_roles_for(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    person: Option<PersonId>,
) -> Result<Vec<GroupMember>, DbErr> {
    let open = AWAITED.into_iter().chain([GroupRoleState::Active]);
    let condition = Condition::all()
        .add(group_role::Column::OrganisationId.eq(organisation.0))
        .add(group_role::Column::State.is_in(open))
        .add_option(person.map(|person| group_role::Column::PersonId.eq(person.0)));
    with_people(db, condition, None).await
}

/// Places that wait for somebody: their own invitations, requests to the groups they lead, consents
/// of the organisations they represent.
pub async fn waiting_roles(
    db: &impl ConnectionTrait,
    person: PersonId,
    leads: &[GroupId],
    represents: &[OrganisationId],
    at_most: u64,
) -> Result<Vec<GroupMember>, DbErr> {
    let state = |state: GroupRoleState| Condition::all().add(group_role::Column::State.eq(state));
    let condition = Condition::any()
        .add(state(GroupRoleState::Invited).add(group_role::Column::PersonId.eq(person.0)))
        .add(
            state(GroupRoleState::Requested)
                .add(group_role::Column::GroupId.is_in(leads.iter().map(|id| id.0))),
        )
        .add(
            state(GroupRoleState::ConsentPending)
                .add(group_role::Column::OrganisationId.is_in(represents.iter().map(|id| id.0))),
        );
    with_people(db, condition, Some(at_most)).await
}

/// A new place.
#[derive(Debug, Clone)]
pub struct NewPlace {
    /// Whose.
    pub person: PersonId,
    /// For which organisation.
    pub organisation: Option<Uuid>,
    /// Which role.
    pub role: GroupRole,
    /// Where it stands.
    pub state: GroupRoleState,
    /// From when to when, where it holds already.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    /// What was written.
    pub text: String,
    /// Who invited.
    pub invited_by: Option<Uuid>,
}

/// Adds a place.
pub async fn insert_role(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    group: GroupId,
    new: NewPlace,
) -> Result<RoleRow, DbErr> {
    let row = group_role::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group.0),
        person_id: Set(new.person.0),
        organisation_id: Set(new.organisation),
        role: Set(new.role),
        state: Set(new.state),
        from_day: Set(new.days.0),
        until_day: Set(new.days.1),
        text: Set(new.text),
        answer: Set(String::new()),
        invited_by: Set(new.invited_by),
        created_at: Set(clock.now()),
        version: Set(1),
    };
    group_role::Entity::insert(row).exec_with_returning(tx).await
}

/// Writes what became of a place that was awaited; what begins to hold does so on a day.
pub async fn set_role_state(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &RoleRow,
    state: GroupRoleState,
    today: NaiveDate,
    answer: &str,
) -> Result<RoleRow, DbErr> {
    let mut row = group_role::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        version: Set(current.version + 1),
        ..Default::default()
    };
    if state == GroupRoleState::Active {
        row.from_day = Set(Some(today));
    }
    if !answer.is_empty() {
        row.answer = Set(answer.to_owned());
    }
    group_role::Entity::update(row).exec(tx).await
}

/// Ends a role.
pub async fn end_role(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &RoleRow,
    end: End,
) -> Result<RoleRow, DbErr> {
    let mut row = group_role::ActiveModel {
        id: Unchanged(current.id),
        until_day: Set(Some(end.day())),
        version: Set(current.version + 1),
        ..Default::default()
    };
    if matches!(end, End::Now(_)) {
        row.state = Set(GroupRoleState::Ended);
    }
    group_role::Entity::update(row).exec(tx).await
}

/// Writes down that a person's role whose last day is over has ended, so that there can be a new one.
pub async fn settle_over(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    group: GroupId,
    person: PersonId,
    today: NaiveDate,
) -> Result<(), DbErr> {
    group_role::Entity::update_many()
        .col_expr(group_role::Column::State, Expr::value(GroupRoleState::Ended))
        .filter(group_role::Column::GroupId.eq(group.0))
        .filter(group_role::Column::PersonId.eq(person.0))
        .filter(group_role::Column::State.eq(GroupRoleState::Active))
        .filter(group_role::Column::UntilDay.lt(today))
        .exec(tx)
        .await?;
    Ok(())
}

/// Declines whatever is still awaited in a group that has ended.
pub async fn decline_pending(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    group: GroupId,
) -> Result<(), DbErr> {
    group_role::Entity::update_many()
        .col_expr(group_role::Column::State, Expr::value(GroupRoleState::Declined))
        .filter(group_role::Column::GroupId.eq(group.0))
        .filter(group_role::Column::State.is_in(AWAITED))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends everything of a person who leaves: roles today, what is awaited at once. The rows stay, so
/// that the groups keep their history.
pub async fn end_roles_of_person(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    today: NaiveDate,
) -> Result<(), DbErr> {
    let of_person = || group_role::Column::PersonId.eq(person.0);
    group_role::Entity::update_many()
        .col_expr(group_role::Column::State, Expr::value(GroupRoleState::Ended))
        .col_expr(group_role::Column::UntilDay, Expr::value(today))
        .filter(of_person())
        .filter(group_role::Column::State.eq(GroupRoleState::Active))
        .filter(no_end_before(group_role::Column::UntilDay, today))
        .exec(tx)
        .await?;
    group_role::Entity::update_many()
        .col_expr(group_role::Column::State, Expr::value(GroupRoleState::Declined))
        .filter(of_person())
        .filter(group_role::Column::State.is_in(AWAITED))
        .exec(tx)
        .await?;
    // What they wrote themselves goes with them.
    group_role::Entity::update_many()
        .col_expr(group_role::Column::Text, Expr::value(""))
        .filter(of_person())
        .filter(group_role::Column::InvitedBy.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// The organisations to which a person belongs on a day, that are active members then.
pub async fn organisations_of(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<Uuid>, DbErr> {
    let theirs: Vec<Uuid> = affiliation::Entity::find()
        .select_only()
        .column(affiliation::Column::OrganisationId)
        .filter(affiliation::Column::PersonId.eq(person.0))
        .filter(affiliation::Column::FromDay.lte(day))
        .filter(no_end_before(affiliation::Column::UntilDay, day))
        .into_tuple()
        .all(db)
        .await?;
    active_members_among(db, &theirs, day).await
}

/// Those of some organisations that are active members on a day.
pub async fn active_members_among(
    db: &impl ConnectionTrait,
    organisations: &[Uuid],
    day: NaiveDate,
) -> Result<Vec<Uuid>, DbErr> {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .filter(membership::Column::OrganisationId.is_in(organisations.iter().copied()))
        .filter(membership::Column::State.eq(MembershipState::Active))
        .filter(membership::Column::FromDay.lte(day))
        .filter(no_end_before(membership::Column::UntilDay, day))
        .order_by_asc(membership::Column::OrganisationId)
        .distinct()
        .into_tuple()
        .all(db)
        .await
}

/// Somebody who can sign in with an address.
pub async fn find_person_by_email(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<PersonRow>, DbErr> {
    person::Entity::find()
        .filter(person::Column::Email.eq(email))
        .filter(person::Column::State.eq(PersonState::Active))
        .one(db)
        .await
}

/// Whom to write to for a group on a day: those who lead it and keep its papers.
pub async fn leaders_of(
    db: &impl ConnectionTrait,
    group: GroupId,
    day: NaiveDate,
) -> Result<Vec<Contact>, DbErr> {
    let condition = Condition::all()
        .add(group_role::Column::GroupId.eq(group.0))
        .add(group_role::Column::Role.is_in([GroupRole::Chair, GroupRole::Secretary]))
        .add(person::Column::State.eq(PersonState::Active));
    let found = with_people(db, condition, None).await?;
    let holding = found.into_iter().filter(|member| Place::from(member).holds_on(day));
    Ok(holding.filter_map(|member| contact(&member.person)).collect())
}

/// Whom to write to for an organisation on a day, and whether it wants to be asked.
pub async fn representatives_of(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    day: NaiveDate,
) -> Result<(bool, Vec<PersonRow>), DbErr> {
    let wants = organisation::Entity::find_by_id(organisation).one(db).await?;
    let people = person::Entity::find()
        .join(
            JoinType::InnerJoin,
            person::Entity::belongs_to(affiliation::Entity)
                .from(person::Column::Id)
                .to(affiliation::Column::PersonId)
                .into(),
        )
        .filter(affiliation::Column::OrganisationId.eq(organisation))
        .filter(affiliation::Column::Role.eq(AffiliationRole::Representative))
        .filter(affiliation::Column::FromDay.lte(day))
        .filter(no_end_before(affiliation::Column::UntilDay, day))
        .filter(person::Column::State.eq(PersonState::Active))
        .order_by_asc(person::Column::Email)
        .distinct()
        .all(db)
        .await?;
    Ok((wants.is_some_and(|row| row.group_consent), people))
}

/// Where to write to somebody; none where they have left.
pub fn contact(person: &PersonRow) -> Option<Contact> {
    let name = format!("{} {}", person.given_name, person.family_name).trim().to_owned();
    Some(Contact { email: person.email.clone()?, locale: person.locale, name })
}
