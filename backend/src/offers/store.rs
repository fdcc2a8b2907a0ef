//! The queries of offers.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{
    id::{OfferId, OrganisationId, PersonId},
    locale::Locale,
    offers::OfferState,
    organisations::MembershipState,
    people::{AffiliationRole, PersonState},
};

use super::rules::OfferText;
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{affiliation, membership, offer, offer_term, organisation, person, term},
    network::store::TermRow,
};

pub use offer::Model as OfferRow;

/// When and by whom an offer was checked, and by when it must be again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The day of the check.
    pub on: NaiveDate,
    /// Who checked; none for an import.
    pub by: Option<PersonId>,
    /// By when it must be checked again.
    pub again_by: NaiveDate,
}

/// A new offer.
#[derive(Debug, Clone)]
pub struct NewOffer {
    /// Whose offer it is.
    pub organisation: OrganisationId,
    /// Where it came from in an import.
    pub import_key: Option<String>,
    /// What was written.
    pub text: OfferText,
    /// Its state.
    pub state: OfferState,
    /// Its check.
    pub check: Check,
}

/// Part of an organisation's offers.
#[derive(Debug, Clone, Default)]
pub struct OwnFilter {
    /// Only this state.
    pub state: Option<OfferState>,
    /// Only those that must be checked from this day on.
    pub check_from: Option<NaiveDate>,
    /// Only those that must be checked until this day.
    pub check_until: Option<NaiveDate>,
}

/// What the list of an organisation's offers is ordered by: what must be checked first comes first.
pub type OwnOrder = (NaiveDate, Uuid);

/// One offer.
pub async fn find_offer(db: &impl ConnectionTrait, id: OfferId) -> Result<Option<OfferRow>, DbErr> {
    offer::Entity::find_by_id(id.0).one(db).await
}

/// Offers by their database keys, in no particular order.
pub async fn offers_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<OfferRow>, DbErr> {
    offer::Entity::find().filter(offer::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// The offer that an import made under a key.
pub async fn offers_by_import_key(
    db: &impl ConnectionTrait,
    keys: &[String],
) -> Result<Vec<OfferRow>, DbErr> {
    offer::Entity::find().filter(offer::Column::ImportKey.is_in(keys.iter().cloned())).all(db).await
}

/// The terms of offers, in the order of the terms.
pub async fn terms_of_offers(
    db: &impl ConnectionTrait,
    offers: &[Uuid],
) -> Result<Vec<(Uuid, TermRow)>, DbErr> {
    let to_term: RelationDef = offer_term::Entity::belongs_to(term::Entity)
        .from(offer_term::Column::TermId)
        .to(term::Column::Id)
        .into();
    let rows = offer_term::Entity::find()
        .select_also(term::Entity)
        .join(JoinType::InnerJoin, to_term)
        .filter(offer_term::Column::OfferId.is_in(offers.iter().copied()))
        .order_by_asc(term::Column::Position)
        .order_by_asc(term::Column::Key)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(link, term)| Some((link.offer_id, term?))).collect())
}

/// A part of an organisation's offers; one more than asked for when more follow.
pub async fn offers_of_organisation(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    filter: &OwnFilter,
    first: u64,
    after: Option<OwnOrder>,
) -> Result<Vec<OfferRow>, DbErr> {
    let after = after.map(|(day, id)| {
        Condition::any()
            .add(offer::Column::CheckAgainBy.gt(day))
            .add(Condition::all().add(offer::Column::CheckAgainBy.eq(day)).add(offer::Column::Id.gt(id)))
    });
    own(organisation, filter)
        .filter(after.unwrap_or_else(Condition::all))
        .order_by_asc(offer::Column::CheckAgainBy)
        .order_by_asc(offer::Column::Id)
        .limit(first + 1)
        .all(db)
        .await
}

/// How many offers of an organisation there are.
pub async fn count_offers_of_organisation(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    filter: &OwnFilter,
) -> Result<u64, DbErr> {
    own(organisation, filter).count(db).await
}

/// The published, still valid offers of organisations that must be checked until a day, the most
/// urgent first.
pub async fn offers_to_check(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    (today, until): (NaiveDate, NaiveDate),
    at_most: u64,
) -> Result<Vec<OfferRow>, DbErr> {
    offer::Entity::find()
        .filter(offer::Column::OrganisationId.is_in(organisations.iter().map(|id| id.0)))
        .filter(offer::Column::State.eq(OfferState::Published))
        .filter(offer::Column::CheckAgainBy.lte(until))
        .filter(no_end_before(offer::Column::ValidUntil, today))
        .order_by_asc(offer::Column::CheckAgainBy)
        .order_by_asc(offer::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

fn own(organisation: OrganisationId, filter: &OwnFilter) -> sea_orm::Select<offer::Entity> {
    let mut select = offer::Entity::find().filter(offer::Column::OrganisationId.eq(organisation.0));
    if let Some(state) = filter.state {
        select = select.filter(offer::Column::State.eq(state));
    }
    if let Some(from) = filter.check_from {
        select = select.filter(offer::Column::CheckAgainBy.gte(from));
    }
    if let Some(until) = filter.check_until {
        select = select.filter(offer::Column::CheckAgainBy.lte(until));
    }
    select
}

/// Whether there is an organisation.
pub async fn organisation_exists(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<bool, DbErr> {
    Ok(organisation::Entity::find_by_id(organisation.0).count(db).await? > 0)
}

/// Whether an organisation is an active member on a day.
pub async fn is_active_member(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    day: NaiveDate,
) -> Result<bool, DbErr> {
    let active = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::State.eq(MembershipState::Active))
        .filter(membership::Column::FromDay.lte(day))
        .filter(no_end_before(membership::Column::UntilDay, day))
        .count(db)
        .await?;
    Ok(active > 0)
}

fn no_end_before(until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::any().add(until.is_null()).add(until.gte(day))
}

/// Adds an offer.
pub async fn insert_offer(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewOffer,
    sequence: i64,
) -> Result<OfferRow, DbErr> {
    let now = clock.now();
    let terms = new.text.terms.clone();
    let row = offer::ActiveModel {
        id: Set(clock.new_id()),
        organisation_id: Set(new.organisation.0),
        import_key: Set(new.import_key),
        state: Set(new.state),
        published_at: Set((new.state == OfferState::Published).then_some(now)),
        reminded_for: Set(None),
        created_at: Set(now),
        updated_at: Set(now),
        changed_seq: Set(sequence),
        version: Set(1),
        ..checked_columns(new.check, text_columns(new.text))
    };
    let row = offer::Entity::insert(row).exec_with_returning(tx).await?;
    insert_terms(tx, row.id, &terms).await?;
    Ok(row)
}

/// Changes what is written in an offer.
pub async fn update_text(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &OfferRow,
    text: OfferText,
    sequence: i64,
) -> Result<OfferRow, DbErr> {
    offer_term::Entity::delete_many().filter(offer_term::Column::OfferId.eq(current.id)).exec(tx).await?;
    insert_terms(tx, current.id, &text.terms).await?;
    let row = offer::ActiveModel {
        id: Unchanged(current.id),
        updated_at: Set(clock.now()),
        changed_seq: Set(sequence),
        version: Set(current.version + 1),
        ..text_columns(text)
    };
    offer::Entity::update(row).exec(tx).await
}

/// Changes an offer's state, and its check where the act is one.
pub async fn update_state(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &OfferRow,
    state: OfferState,
    check: Option<Check>,
    sequence: i64,
) -> Result<OfferRow, DbErr> {
    let now = clock.now();
    let mut row = offer::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        updated_at: Set(now),
        changed_seq: Set(sequence),
        version: Set(current.version + 1),
        ..Default::default()
    };
    if state == OfferState::Published && current.state != OfferState::Published {
        row.published_at = Set(Some(now));
    }
    if let Some(check) = check {
        row = checked_columns(check, row);
    }
    offer::Entity::update(row).exec(tx).await
}

/// Records that an offer was checked. What is written stays, so its version does too: a colleague
/// who is editing loses nothing.
pub async fn update_check(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    check: Check,
    sequence: i64,
) -> Result<OfferRow, DbErr> {
    let row = offer::ActiveModel { id: Unchanged(id), changed_seq: Set(sequence), ..Default::default() };
    offer::Entity::update(checked_columns(check, row)).exec(tx).await
}

/// Records for which check an organisation was asked by mail; 0 when it was recorded already.
pub async fn mark_reminded(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &OfferRow,
) -> Result<u64, DbErr> {
    let marked = offer::Entity::update_many()
        .col_expr(offer::Column::RemindedFor, Expr::value(current.check_again_by))
        .filter(offer::Column::Id.eq(current.id))
        .filter(not_reminded())
        .exec(tx)
        .await?;
    Ok(marked.rows_affected)
}

fn not_reminded() -> Condition {
    let differs = Expr::col(offer::Column::RemindedFor).ne(Expr::col(offer::Column::CheckAgainBy));
    Condition::any().add(offer::Column::RemindedFor.is_null()).add(differs)
}

/// Published offers to be checked until a day, of which nobody was told in this period.
pub async fn offers_to_remind(
    db: &impl ConnectionTrait,
    check_until: NaiveDate,
) -> Result<Vec<OfferRow>, DbErr> {
    offer::Entity::find()
        .filter(offer::Column::State.eq(OfferState::Published))
        .filter(offer::Column::CheckAgainBy.lte(check_until))
        .filter(not_reminded())
        .order_by_asc(offer::Column::OrganisationId)
        .order_by_asc(offer::Column::CheckAgainBy)
        .order_by_asc(offer::Column::Id)
        .all(db)
        .await
}

/// Address and language of those who represent an organisation on a day.
pub async fn representatives(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    day: NaiveDate,
) -> Result<Vec<(String, Locale)>, DbErr> {
    let to_person: RelationDef = affiliation::Entity::belongs_to(person::Entity)
        .from(affiliation::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let found: Vec<(Option<String>, Locale)> = affiliation::Entity::find()
        .select_only()
        .column(person::Column::Email)
        .column(person::Column::Locale)
        .join(JoinType::InnerJoin, to_person)
        .filter(affiliation::Column::OrganisationId.eq(organisation))
        .filter(affiliation::Column::Role.eq(AffiliationRole::Representative))
        .filter(affiliation::Column::FromDay.lte(day))
        .filter(no_end_before(affiliation::Column::UntilDay, day))
        .filter(person::Column::State.eq(PersonState::Active))
        .order_by_asc(person::Column::Email)
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().filter_map(|(email, locale)| Some((email?, locale))).collect())
}

async fn insert_terms(tx: &impl ConnectionTrait, offer: Uuid, terms: &[Uuid]) -> Result<(), DbErr> {
    if terms.is_empty() {
        return Ok(());
    }
    let rows = terms.iter().map(|term| offer_term::ActiveModel { offer_id: Set(offer), term_id: Set(*term) });
    offer_term::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) fn checked_columns(check: Check, row: offer::ActiveModel) -> offer::ActiveModel {
    offer::ActiveModel {
        checked_on: Set(check.on),
        checked_by: Set(check.by.map(|person| person.0)),
        check_again_by: Set(check.again_by),
        ..row
    }
}

pub(crate) fn text_columns(text: OfferText) -> offer::ActiveModel {
    offer::ActiveModel {
        title_de: Set(text.title.de),
        title_en: Set(text.title.en),
        summary_de: Set(text.summary.de),
        summary_en: Set(text.summary.en),
        form: Set(text.form),
        cost: Set(text.cost),
        cost_note_de: Set(text.cost_note.de),
        cost_note_en: Set(text.cost_note.en),
        statewide: Set(text.statewide),
        url: Set(text.url),
        contact_name: Set(text.contact_name),
        contact_email: Set(text.contact_email),
        contact_phone: Set(text.contact_phone),
        valid_from: Set(text.valid_from),
        valid_until: Set(text.valid_until),
        ..Default::default()
    }
}
