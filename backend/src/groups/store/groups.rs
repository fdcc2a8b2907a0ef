//! Groups themselves and their topics.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, JoinType, Order,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, Func, LikeExpr},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupJoining, GroupKind, GroupState, GroupStep},
    id::GroupId,
    meetings::MeetingState,
    tasks::TaskState,
};

use crate::{
    authz::Permit,
    clock::Clock,
    db::{Transaction, by_bytes},
    entity::{group, group_term, meeting, task, term},
    graphql::CursorPage,
    groups::rules::text::GroupText,
    live::Topic,
    network::store::TermRow,
    organisations::{rules::names::fold, store::escape_like},
};

pub use group::Model as GroupRow;

/// What a list of groups is filtered by.
#[derive(Debug, Clone, Default)]
pub struct GroupFilter {
    /// Only these states; all where there is none.
    pub states: Vec<GroupState>,
    /// Only this kind.
    pub kind: Option<GroupKind>,
    /// Only groups one gets into like this.
    pub joining: Option<GroupJoining>,
    /// Only groups with this topic.
    pub topic: Option<Uuid>,
    /// Part of a name.
    pub text: String,
    /// The proposed groups that may be seen; all where nothing is said.
    pub proposed: Option<Vec<GroupId>>,
}

/// What a list of groups is ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GroupKey {
    /// The folded name.
    pub name: String,
    /// The row.
    pub id: Uuid,
}

/// What the chair asks for.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Which change.
    pub step: GroupStep,
    /// Why.
    pub text: String,
    /// Who asks.
    pub by: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

fn by_name(db: &impl ConnectionTrait) -> Expr {
    by_bytes(db, "groups", "name_key")
}

/// One group.
pub async fn find_group(db: &impl ConnectionTrait, id: GroupId) -> Result<Option<GroupRow>, DbErr> {
    group::Entity::find_by_id(id.0).one(db).await
}

/// One group, held until the transaction ends: changes of its people and its state come one after
/// the other.
pub async fn lock_group(tx: &Transaction, id: GroupId) -> Result<Option<GroupRow>, DbErr> {
    tx.touch(Topic::Group(id));
    group::Entity::find_by_id(id.0).lock_exclusive().one(tx).await
}

/// Groups by their database keys, in no particular order.
pub async fn groups_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<GroupRow>, DbErr> {
    group::Entity::find().filter(group::Column::Id.is_in(ids.iter().copied())).all(db).await
}

fn condition(filter: &GroupFilter) -> Condition {
    let mut condition = Condition::all()
        .add_option(filter.kind.map(|kind| group::Column::Kind.eq(kind)))
        .add_option(filter.joining.map(|joining| group::Column::Joining.eq(joining)));
    if !filter.states.is_empty() {
        condition = condition.add(group::Column::State.is_in(filter.states.iter().copied()));
    }
    if let Some(proposed) = &filter.proposed {
        condition = condition.add(
            Condition::any()
                .add(group::Column::State.ne(GroupState::Proposed))
                .add(group::Column::Id.is_in(proposed.iter().map(|id| id.0))),
        );
    }
    if let Some(topic) = filter.topic {
        let with_topic = group_term::Entity::find()
            .select_only()
            .column(group_term::Column::GroupId)
            .filter(group_term::Column::TermId.eq(topic))
            .into_query();
        condition = condition.add(group::Column::Id.in_subquery(with_topic));
    }
    let text = fold(&filter.text);
    if !text.is_empty() {
        let like = || LikeExpr::new(format!("%{}%", escape_like(&text))).escape('\\');
        condition = condition.add(
            Condition::any()
                .add(group::Column::NameKey.like(like()))
                .add(group::Column::ShortKey.like(like())),
        );
    }
    condition
}

/// Whether there is a steering group that has not ended, another one than this.
pub async fn steering_group_exists(db: &impl ConnectionTrait, but: Option<Uuid>) -> Result<bool, DbErr> {
    let found = group::Entity::find()
        .filter(group::Column::Kind.eq(GroupKind::Steering))
        .filter(group::Column::State.ne(GroupState::Concluded))
        .filter(Condition::all().add_option(but.map(|id| group::Column::Id.ne(id))))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// A page of groups by name, and one more.
pub async fn groups_page(
    db: &impl ConnectionTrait,
    filter: &GroupFilter,
    page: &CursorPage<GroupKey>,
) -> Result<Vec<GroupRow>, DbErr> {
    let name = || by_name(db);
    let after = page.after.as_ref().map(|key| {
        Condition::any()
            .add(name().gt(key.name.clone()))
            .add(name().eq(key.name.clone()).and(group::Column::Id.gt(key.id)))
    });
    group::Entity::find()
        .filter(condition(filter))
        .filter(Condition::all().add_option(after))
        .order_by(name(), Order::Asc)
        .order_by_asc(group::Column::Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many groups a filter finds.
pub async fn count_groups(db: &impl ConnectionTrait, filter: &GroupFilter) -> Result<u64, DbErr> {
    group::Entity::find().filter(condition(filter)).count(db).await
}

/// Groups that wait for the steering group: proposed, or with a change their chair asks for.
pub async fn groups_waiting(db: &impl ConnectionTrait, at_most: u64) -> Result<Vec<GroupRow>, DbErr> {
    group::Entity::find()
        .filter(
            Condition::any()
                .add(group::Column::State.eq(GroupState::Proposed))
                .add(group::Column::PendingStep.is_not_null()),
        )
        .order_by_asc(group::Column::CreatedAt)
        .order_by_asc(group::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// How many tasks groups have to which something is left to do.
pub async fn open_tasks(db: &impl ConnectionTrait, groups: &[Uuid]) -> Result<Vec<(Uuid, i64)>, DbErr> {
    task::Entity::find()
        .select_only()
        .column(task::Column::GroupId)
        .expr(Func::count(Expr::col(task::Column::Id)))
        .filter(task::Column::GroupId.is_in(groups.iter().copied()))
        .filter(task::Column::State.is_in([TaskState::Open, TaskState::InProgress]))
        .group_by(task::Column::GroupId)
        .into_tuple()
        .all(db)
        .await
}

/// When groups met last, and when they meet next; only those of which there is one of both.
pub async fn meeting_days(
    db: &impl ConnectionTrait,
    groups: &[Uuid],
    now: DateTime<Utc>,
) -> Result<Vec<MeetingDays>, DbErr> {
    let ended =
        Condition::all().add(meeting::Column::State.is_in([MeetingState::Closed, MeetingState::Completed]));
    let ahead = Condition::all()
        .add(meeting::Column::State.is_in([MeetingState::Planned, MeetingState::Invited]))
        .add(meeting::Column::StartsAt.gt(now));
    let begin = || Expr::col(meeting::Column::StartsAt);
    let of = |only: Condition| {
        meeting::Entity::find()
            .select_only()
            .column(meeting::Column::GroupId)
            .filter(meeting::Column::GroupId.is_in(groups.iter().copied()))
            .filter(only)
            .group_by(meeting::Column::GroupId)
    };
    let last: Vec<(Uuid, DateTime<Utc>)> = of(ended).expr(Func::max(begin())).into_tuple().all(db).await?;
    let next: Vec<(Uuid, DateTime<Utc>)> = of(ahead).expr(Func::min(begin())).into_tuple().all(db).await?;
    let day = |days: &[(Uuid, DateTime<Utc>)], group: Uuid| {
        days.iter().find(|(of, _)| *of == group).map(|(_, at)| *at)
    };
    let days =
        |group: &Uuid| MeetingDays { group: *group, last: day(&last, *group), next: day(&next, *group) };
    Ok(groups.iter().map(days).filter(|days| days.last.is_some() || days.next.is_some()).collect())
}

/// When a group meets.
#[derive(Debug, Clone, Copy)]
pub struct MeetingDays {
    /// The group.
    pub group: Uuid,
    /// When it met last.
    pub last: Option<DateTime<Utc>>,
    /// When it meets next.
    pub next: Option<DateTime<Utc>>,
}

fn text_columns(text: GroupText) -> group::ActiveModel {
    group::ActiveModel {
        kind: Set(text.kind),
        name_key: Set(fold(&text.name.de)),
        name_de: Set(text.name.de),
        name_en: Set(text.name.en),
        short_key: Set(fold(&text.short_name)),
        short_name: Set(text.short_name),
        joining: Set(text.joining),
        ..Default::default()
    }
}

/// Makes a proposed group with its topics.
pub async fn insert_group(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    text: GroupText,
) -> Result<GroupRow, DbErr> {
    let topics = text.topics.clone();
    let row = group::ActiveModel {
        id: Set(clock.new_id()),
        state: Set(GroupState::Proposed),
        pending_step: Set(None),
        pending_text: Set(String::new()),
        pending_by: Set(None),
        pending_at: Set(None),
        last_event_id: Set(None),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        version: Set(1),
        ..text_columns(text)
    };
    let row = group::Entity::insert(row).exec_with_returning(tx).await?;
    replace_topics(tx, permit, row.id, &topics).await?;
    Ok(row)
}

/// Changes what a group is called and how one gets in.
pub async fn update_group(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    current: &GroupRow,
    text: GroupText,
) -> Result<GroupRow, DbErr> {
    replace_topics(tx, permit, current.id, &text.topics).await?;
    let row = group::ActiveModel {
        id: Unchanged(current.id),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..text_columns(text)
    };
    group::Entity::update(row).exec(tx).await
}

/// Changes a group's state; what was asked for is answered by that.
pub async fn set_state(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &GroupRow,
    state: GroupState,
) -> Result<GroupRow, DbErr> {
    let row = group::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..pending_columns(None)
    };
    group::Entity::update(row).exec(tx).await
}

/// Notes what the chair asks for, or that nothing is asked any more.
pub async fn set_pending(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &GroupRow,
    pending: Option<Pending>,
) -> Result<GroupRow, DbErr> {
    let row = group::ActiveModel {
        id: Unchanged(current.id),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..pending_columns(pending)
    };
    group::Entity::update(row).exec(tx).await
}

fn pending_columns(pending: Option<Pending>) -> group::ActiveModel {
    group::ActiveModel {
        pending_step: Set(pending.as_ref().map(|pending| pending.step)),
        pending_by: Set(pending.as_ref().and_then(|pending| pending.by)),
        pending_at: Set(pending.as_ref().map(|pending| pending.at)),
        pending_text: Set(pending.map(|pending| pending.text).unwrap_or_default()),
        ..Default::default()
    }
}

/// Notes the newest event, and for a new charter the change; the version stays where only that is new.
pub async fn note_event(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    group: Uuid,
    event: Uuid,
    version: i32,
) -> Result<GroupRow, DbErr> {
    let row = group::ActiveModel {
        id: Unchanged(group),
        last_event_id: Set(Some(event)),
        version: Set(version),
        ..Default::default()
    };
    group::Entity::update(row).exec(tx).await
}

/// Replaces a group's topics.
pub async fn replace_topics(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    group: Uuid,
    topics: &[Uuid],
) -> Result<(), DbErr> {
    group_term::Entity::delete_many().filter(group_term::Column::GroupId.eq(group)).exec(tx).await?;
    if topics.is_empty() {
        return Ok(());
    }
    let rows =
        topics.iter().map(|term| group_term::ActiveModel { group_id: Set(group), term_id: Set(*term) });
    group_term::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// The topics of groups, in their order.
pub async fn topics_of(db: &impl ConnectionTrait, groups: &[Uuid]) -> Result<Vec<(Uuid, TermRow)>, DbErr> {
    let rows = group_term::Entity::find()
        .filter(group_term::Column::GroupId.is_in(groups.iter().copied()))
        .join(
            JoinType::InnerJoin,
            group_term::Entity::belongs_to(term::Entity)
                .from(group_term::Column::TermId)
                .to(term::Column::Id)
                .into(),
        )
        .select_also(term::Entity)
        .order_by_asc(term::Column::Position)
        .order_by_asc(term::Column::Key)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(link, term)| Some((link.group_id, term?))).collect())
}
