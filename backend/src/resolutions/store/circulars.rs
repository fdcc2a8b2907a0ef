//! Circular resolutions with their votes, and the rules they are opened by.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationDef,
};
use uuid::Uuid;
use verbund_shared::{
    id::{CircularId, GroupId, PersonId},
    meetings::{AgendaItemKind, AgendaItemState},
    resolutions::{CircularChoice, CircularState},
    voting::Majority,
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{agenda_item, circular, circular_vote, circular_voter},
    resolutions::rules::text::Text,
};

pub use circular::Model as CircularRow;
pub use circular_vote::Model as VoteRow;

/// A circular resolution to be opened.
#[derive(Debug, Clone)]
pub struct NewCircular {
    /// What it says.
    pub text: Text,
    /// Why.
    pub reasons: String,
    /// Votes count before it.
    pub deadline: DateTime<Utc>,
    /// All votes there are, and how many must be cast.
    pub roll: (i32, i32),
    /// The majority it needs.
    pub majority: Majority,
    /// Whether one objection sends it to a meeting.
    pub objection_stops: bool,
    /// Who opens it.
    pub mover: Option<Uuid>,
}

/// One circular resolution.
pub async fn find_circular(db: &impl ConnectionTrait, id: CircularId) -> Result<Option<CircularRow>, DbErr> {
    circular::Entity::find_by_id(id.0).one(db).await
}

/// The circular resolutions of a group, the newest first, so many at most.
pub async fn circulars_of(
    db: &impl ConnectionTrait,
    group: GroupId,
    at_most: u64,
) -> Result<Vec<CircularRow>, DbErr> {
    circular::Entity::find()
        .filter(circular::Column::GroupId.eq(group.0))
        .order_by_desc(circular::Column::OpenedAt)
        .order_by_desc(circular::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// Opens a circular resolution; `votes` are its votes with those who may cast them.
pub async fn insert_circular(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    group: GroupId,
    new: NewCircular,
    votes: &[(Option<Uuid>, Vec<Uuid>)],
) -> Result<CircularRow, DbErr> {
    let row = circular::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group.0),
        title: Set(new.text.title),
        wording: Set(new.text.wording),
        reasons: Set(new.reasons),
        state: Set(CircularState::Open),
        mover_id: Set(new.mover),
        opened_at: Set(clock.now()),
        deadline: Set(new.deadline),
        closed_at: Set(None),
        roll: Set(new.roll.0),
        quorum: Set(new.roll.1),
        objection_stops: Set(new.objection_stops),
        reason: Set(String::new()),
        effective_from: Set(new.text.effective_from),
        review_on: Set(new.text.review_on),
        internal: Set(new.text.internal),
        reminded: Set(false),
        agenda_item_id: Set(None),
        version: Set(1),
        majority_base: Set(new.majority.base),
        majority_num: Set(i32::try_from(new.majority.num).unwrap_or(i32::MAX)),
        majority_den: Set(i32::try_from(new.majority.den).unwrap_or(i32::MAX)),
        majority_strict: Set(new.majority.strict),
    };
    let row = circular::Entity::insert(row).exec_with_returning(tx).await?;
    for (organisation, people) in votes {
        let vote = circular_vote::ActiveModel {
            id: Set(clock.new_id()),
            circular_id: Set(row.id),
            organisation_id: Set(*organisation),
            choice: Set(None),
            comment: Set(String::new()),
            cast_by: Set(None),
            cast_at: Set(None),
        };
        let vote = circular_vote::Entity::insert(vote).exec_with_returning(tx).await?;
        let voter = |person: &Uuid| circular_voter::ActiveModel {
            circular_id: Set(row.id),
            person_id: Set(*person),
            vote_id: Set(vote.id),
        };
        let voters: Vec<_> = people.iter().map(voter).collect();
        circular_voter::Entity::insert_many(voters).exec_without_returning(tx).await?;
    }
    Ok(row)
}

/// The votes of circular resolutions, in the order they were made.
pub async fn votes_of(db: &impl ConnectionTrait, circulars: &[Uuid]) -> Result<Vec<VoteRow>, DbErr> {
    circular_vote::Entity::find()
        .filter(circular_vote::Column::CircularId.is_in(circulars.iter().copied()))
        .order_by_asc(circular_vote::Column::Id)
        .all(db)
        .await
}

/// Who may cast which vote: circular resolution, vote and person.
pub async fn voters_of(
    db: &impl ConnectionTrait,
    circulars: &[Uuid],
) -> Result<Vec<(Uuid, Uuid, Uuid)>, DbErr> {
    let rows = circular_voter::Entity::find()
        .filter(circular_voter::Column::CircularId.is_in(circulars.iter().copied()))
        .order_by_asc(circular_voter::Column::PersonId)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.circular_id, row.vote_id, row.person_id)).collect())
}

/// Casts a vote for somebody who may, or changes it.
pub async fn cast_vote(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    (vote, by): (Uuid, Uuid),
    (choice, comment): (CircularChoice, String),
) -> Result<(), DbErr> {
    let row = circular_vote::ActiveModel {
        id: Unchanged(vote),
        choice: Set(Some(choice)),
        comment: Set(comment),
        cast_by: Set(Some(by)),
        cast_at: Set(Some(clock.now())),
        ..Default::default()
    };
    circular_vote::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Ends a circular resolution.
pub async fn close_circular(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &CircularRow,
    (state, reason): (CircularState, String),
    item: Option<Uuid>,
) -> Result<CircularRow, DbErr> {
    let row = circular::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        reason: Set(reason),
        closed_at: Set(Some(clock.now())),
        agenda_item_id: Set(item),
        version: Set(current.version + 1),
        ..Default::default()
    };
    circular::Entity::update(row).exec(tx).await
}

/// Hands in what a meeting has to decide.
pub async fn insert_agenda_item(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    circular: &CircularRow,
) -> Result<Uuid, DbErr> {
    let id = clock.new_id();
    let row = agenda_item::ActiveModel {
        id: Set(id),
        group_id: Set(circular.group_id),
        meeting_id: Set(None),
        parent_id: Set(None),
        position: Set(0),
        kind: Set(AgendaItemKind::Decision),
        title: Set(circular.title.clone()),
        text: Set(circular.wording.clone()),
        duration: Set(None),
        presenter_id: Set(circular.mover_id),
        presenter_name: Set(String::new()),
        internal: Set(circular.internal),
        late: Set(false),
        state: Set(AgendaItemState::Submitted),
        reason: Set(String::new()),
        deferred_from_id: Set(None),
        minutes_of_id: Set(None),
        submitted_by: Set(circular.mover_id),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        version: Set(1),
    };
    agenda_item::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Open ones whose time is over.
pub async fn due_circulars(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<CircularRow>, DbErr> {
    circular::Entity::find()
        .filter(circular::Column::State.eq(CircularState::Open))
        .filter(circular::Column::Deadline.lte(now))
        .order_by_asc(circular::Column::Deadline)
        .all(db)
        .await
}

/// Open ones that end before a moment and of which nobody was reminded.
pub async fn to_remind(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<Vec<CircularRow>, DbErr> {
    circular::Entity::find()
        .filter(circular::Column::State.eq(CircularState::Open))
        .filter(circular::Column::Reminded.eq(false))
        .filter(circular::Column::Deadline.lte(before))
        .all(db)
        .await
}

/// Notes that people were reminded.
pub async fn mark_reminded(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    let row = circular::ActiveModel { id: Unchanged(id), reminded: Set(true), ..Default::default() };
    circular::Entity::update(row).exec(tx).await?;
    Ok(())
}

fn to_vote() -> RelationDef {
    circular::Entity::belongs_to(circular_vote::Entity)
        .from(circular::Column::Id)
        .to(circular_vote::Column::CircularId)
        .into()
}

/// Open circular resolutions with a vote that a person may cast and nobody has cast, the most urgent first.
pub async fn waiting_votes(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
    at_most: u64,
) -> Result<Vec<CircularRow>, DbErr> {
    let theirs = circular_voter::Entity::find()
        .select_only()
        .column(circular_voter::Column::VoteId)
        .filter(circular_voter::Column::PersonId.eq(person.0))
        .into_query();
    circular::Entity::find()
        .join(JoinType::InnerJoin, to_vote())
        .filter(circular::Column::State.eq(CircularState::Open))
        .filter(circular::Column::Deadline.gt(now))
        .filter(circular_vote::Column::Choice.is_null())
        .filter(circular_vote::Column::Id.in_subquery(theirs))
        .order_by_asc(circular::Column::Deadline)
        .limit(at_most)
        .all(db)
        .await
}
