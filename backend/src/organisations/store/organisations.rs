//! Profiles, terms, logos.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, LikeExpr},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    id::{OrganisationId, TermId},
    organisations::{MembershipState, OrganisationKind},
};

use crate::{
    authz::Permit,
    clock::Clock,
    db::by_bytes,
    entity::{membership, organisation, organisation_term, term},
    graphql::CursorPage,
    network::store::TermRow,
    organisations::rules::{names::fold, profile::OrganisationProfile},
};

pub use organisation::Model as OrganisationRow;

/// What the list for administration is filtered by.
#[derive(Debug, Clone, Default)]
pub struct OrganisationFilter {
    /// Only those whose membership has this state today.
    pub state: Option<MembershipState>,
    /// Only this kind.
    pub kind: Option<OrganisationKind>,
    /// Part of the name or town.
    pub text: String,
}

/// What the list is ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OrganisationKey {
    /// The folded name.
    pub name: String,
    /// The row.
    pub id: Uuid,
}

fn by_name(db: &impl ConnectionTrait) -> Expr {
    by_bytes(db, "organisations", "name_key")
}

/// One organisation.
pub async fn find_organisation(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<OrganisationRow>, DbErr> {
    organisation::Entity::find_by_id(id.0).one(db).await
}

/// One organisation, held until the transaction ends.
pub async fn lock_organisation(
    tx: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<OrganisationRow>, DbErr> {
    organisation::Entity::find_by_id(id.0).lock_exclusive().one(tx).await
}

/// Organisations by their database keys, in the order of their names.
pub async fn organisations_by_id(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<OrganisationRow>, DbErr> {
    organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .order_by(by_name(db), Order::Asc)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await
}

/// All organisations, for comparing.
pub async fn all_organisations(db: &impl ConnectionTrait) -> Result<Vec<OrganisationRow>, DbErr> {
    organisation::Entity::find().order_by_asc(organisation::Column::Id).all(db).await
}

/// Whether there is an organisation with the same folded name.
pub async fn name_is_taken(db: &impl ConnectionTrait, name: &str) -> Result<bool, DbErr> {
    let found =
        organisation::Entity::find().filter(organisation::Column::NameKey.eq(fold(name))).one(db).await?;
    Ok(found.is_some())
}

fn condition(filter: &OrganisationFilter, today: NaiveDate) -> Condition {
    let text = fold(&filter.text);
    let mut condition =
        Condition::all().add_option(filter.kind.map(|kind| organisation::Column::Kind.eq(kind)));
    if let Some(state) = filter.state {
        let holding = membership::Entity::find()
            .select_only()
            .column(membership::Column::OrganisationId)
            .filter(membership::Column::State.eq(state))
            .filter(holds_on(today))
            .into_query();
        condition = condition.add(organisation::Column::Id.in_subquery(holding));
    }
    if !text.is_empty() {
        let like = LikeExpr::new(format!("%{}%", escape_like(&text))).escape('\\');
        condition = condition.add(organisation::Column::SearchKey.like(like));
    }
    condition
}

/// The membership's period holds on a day.
pub(super) fn holds_on(day: NaiveDate) -> Condition {
    Condition::all().add(membership::Column::FromDay.lte(day)).add(
        Condition::any()
            .add(membership::Column::UntilDay.is_null())
            .add(membership::Column::UntilDay.gte(day)),
    )
}

/// A text in which nothing stands for anything but itself in a `LIKE`.
pub fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// A page of organisations by name, and one more.
pub async fn organisations_page(
    db: &impl ConnectionTrait,
    filter: &OrganisationFilter,
    today: NaiveDate,
    page: &CursorPage<OrganisationKey>,
) -> Result<Vec<OrganisationRow>, DbErr> {
    use sea_orm::ExprTrait as _;
    let name = || by_name(db);
    let after = page.after.as_ref().map(|key| {
        Condition::any()
            .add(name().gt(key.name.clone()))
            .add(name().eq(key.name.clone()).and(organisation::Column::Id.gt(key.id)))
    });
    organisation::Entity::find()
        .filter(condition(filter, today))
        .filter(Condition::all().add_option(after))
        .order_by(name(), Order::Asc)
        .order_by_asc(organisation::Column::Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many organisations the filter finds.
pub async fn count_organisations(
    db: &impl ConnectionTrait,
    filter: &OrganisationFilter,
    today: NaiveDate,
) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait as _;
    organisation::Entity::find().filter(condition(filter, today)).count(db).await
}

/// Makes an organisation without terms.
pub async fn insert_organisation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    profile: OrganisationProfile,
    import_key: Option<String>,
    changed_seq: i64,
) -> Result<OrganisationRow, DbErr> {
    let row = organisation::ActiveModel {
        id: Set(clock.new_id()),
        import_key: Set(import_key),
        logo_id: Set(None),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        changed_seq: Set(changed_seq),
        version: Set(1),
        ..profile_columns(profile)
    };
    organisation::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes the profile; terms have a function of their own.
pub async fn update_organisation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &OrganisationRow,
    profile: OrganisationProfile,
    changed_seq: i64,
) -> Result<OrganisationRow, DbErr> {
    let row = organisation::ActiveModel {
        id: Unchanged(current.id),
        updated_at: Set(clock.now()),
        changed_seq: Set(changed_seq),
        version: Set(current.version + 1),
        ..profile_columns(profile)
    };
    organisation::Entity::update(row).exec(tx).await
}

/// Notes that something the directory shows of the organisation has changed.
pub async fn touch_organisation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    id: Uuid,
    changed_seq: i64,
) -> Result<OrganisationRow, DbErr> {
    let row = organisation::ActiveModel {
        id: Unchanged(id),
        updated_at: Set(clock.now()),
        changed_seq: Set(changed_seq),
        ..Default::default()
    };
    organisation::Entity::update(row).exec(tx).await
}

/// Sets or removes the logo.
pub async fn set_logo(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    id: Uuid,
    logo: Option<Uuid>,
    changed_seq: i64,
) -> Result<OrganisationRow, DbErr> {
    let row = organisation::ActiveModel {
        id: Unchanged(id),
        logo_id: Set(logo),
        updated_at: Set(clock.now()),
        changed_seq: Set(changed_seq),
        ..Default::default()
    };
    organisation::Entity::update(row).exec(tx).await
}

/// Writes whether the organisation is asked before its people are taken into groups. What others may
/// be editing stays, so its version does too.
pub async fn set_group_consent(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    wanted: bool,
) -> Result<OrganisationRow, DbErr> {
    let row =
        organisation::ActiveModel { id: Unchanged(id), group_consent: Set(wanted), ..Default::default() };
    organisation::Entity::update(row).exec(tx).await
}

pub(crate) fn profile_columns(profile: OrganisationProfile) -> organisation::ActiveModel {
    organisation::ActiveModel {
        name_key: Set(fold(&profile.name)),
        search_key: Set(fold(&format!("{} {} {}", profile.name, profile.short_name, profile.city))),
        name: Set(profile.name),
        short_name: Set(profile.short_name),
        kind: Set(profile.kind),
        website: Set(profile.website),
        email: Set(profile.email),
        phone: Set(profile.phone),
        street: Set(profile.street),
        postal_code: Set(profile.postal_code),
        city: Set(profile.city),
        statewide: Set(profile.statewide),
        purpose_de: Set(profile.purpose.de),
        purpose_en: Set(profile.purpose.en),
        ..Default::default()
    }
}

/// Replaces an organisation's terms.
pub async fn replace_terms(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    organisation: Uuid,
    terms: &[TermId],
) -> Result<(), DbErr> {
    organisation_term::Entity::delete_many()
        .filter(organisation_term::Column::OrganisationId.eq(organisation))
        .exec(tx)
        .await?;
    if terms.is_empty() {
        return Ok(());
    }
    let rows = terms.iter().map(|term| organisation_term::ActiveModel {
        organisation_id: Set(organisation),
        term_id: Set(term.0),
    });
    organisation_term::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// The terms of several organisations, each with the organisation it belongs to, in their order.
pub async fn terms_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<(Uuid, TermRow)>, DbErr> {
    let rows = organisation_term::Entity::find()
        .filter(organisation_term::Column::OrganisationId.is_in(ids.iter().copied()))
        .join(
            sea_orm::JoinType::InnerJoin,
            organisation_term::Entity::belongs_to(term::Entity)
                .from(organisation_term::Column::TermId)
                .to(term::Column::Id)
                .into(),
        )
        .select_also(term::Entity)
        .order_by_asc(term::Column::Kind)
        .order_by_asc(term::Column::Position)
        .order_by_asc(term::Column::Key)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(link, term)| Some((link.organisation_id, term?))).collect())
}
