//! What the index is made from. Everything is read, nothing written.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait as _, RelationDef,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;
use verbund_shared::{
    directory::DirectoryFacet,
    offers::{OfferCost, OfferForm, OfferState},
    organisations::MembershipState,
};

use super::{collection::Document, index::Changes, values::DirectoryTerm};
use crate::entity::{
    directory_sequence, membership, network, offer, offer_term, organisation, organisation_term, term,
};

/// What every request asks: has the directory changed, and how long is the grace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct DirectoryState {
    /// The directory's counter.
    pub sequence: i64,
    /// Days an overdue offer stays visible.
    pub grace_days: i32,
}

/// The counter and the grace, in one statement.
pub async fn directory_state(db: &impl ConnectionTrait) -> Result<DirectoryState, DbErr> {
    let grace = Query::select().column(network::Column::OfferGraceDays).from(network::Entity).to_owned();
    let state = directory_sequence::Entity::find_by_id(1)
        .select_only()
        .column_as(directory_sequence::Column::Value, "sequence")
        .expr_as(Expr::SubQuery(None, Box::new(grace.into())), "grace_days")
        .into_model::<DirectoryState>()
        .one(db)
        .await?;
    state.ok_or_else(|| DbErr::RecordNotFound("directory_sequence".to_owned()))
}

/// Everything that has changed since a point of the counter.
///
/// The counter must have been read before: rows that change while this reads carry a larger number
/// and are read again by the next request.
pub async fn changes_since(db: &impl ConnectionTrait, since: i64, sequence: i64) -> Result<Changes, DbErr> {
    let terms = all_terms(db).await?;
    let offers = changed_offers(db, since).await?;
    let members = changed_members(db, since).await?;
    Ok(Changes { sequence, terms, offers, members })
}

async fn all_terms(db: &impl ConnectionTrait) -> Result<Vec<DirectoryTerm>, DbErr> {
    let rows = term::Entity::find()
        .order_by_asc(term::Column::Kind)
        .order_by_asc(term::Column::Position)
        .order_by_asc(term::Column::Key)
        .all(db)
        .await?;
    let term = |row: term::Model| DirectoryTerm {
        id: row.id,
        kind: row.kind,
        key: row.key,
        name_de: row.name_de,
        name_en: row.name_en,
        position: row.position,
        archived: row.archived,
        tile: row.tile_x.zip(row.tile_y),
    };
    Ok(rows.into_iter().map(term).collect())
}

fn changed_organisation_ids(since: i64) -> SelectStatement {
    organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(organisation::Column::ChangedSeq.gt(since))
        .into_query()
}

/// An offer is changed with its organisation too, under whose name it is found.
fn offer_is_changed(since: i64) -> Condition {
    let own = offer::Column::ChangedSeq.gt(since);
    if since < 0 {
        return Condition::all().add(own);
    }
    Condition::any().add(own).add(offer::Column::OrganisationId.in_subquery(changed_organisation_ids(since)))
}

async fn changed_offers(
    db: &impl ConnectionTrait,
    since: i64,
) -> Result<Vec<(Uuid, Option<Document>)>, DbErr> {
    let rows = offer::Entity::find()
        .select_only()
        .columns([
            offer::Column::Id,
            offer::Column::OrganisationId,
            offer::Column::State,
            offer::Column::TitleDe,
            offer::Column::TitleEn,
            offer::Column::SummaryDe,
            offer::Column::SummaryEn,
            offer::Column::CostNoteDe,
            offer::Column::CostNoteEn,
            offer::Column::Form,
            offer::Column::Cost,
            offer::Column::Statewide,
            offer::Column::ValidUntil,
            offer::Column::CheckedOn,
            offer::Column::CheckAgainBy,
        ])
        .column_as(organisation::Column::Name, "organisation_name")
        .column_as(organisation::Column::ShortName, "organisation_short_name")
        .join(JoinType::InnerJoin, offer_to_organisation())
        .filter(offer_is_changed(since))
        .order_by_asc(offer::Column::Id)
        .into_model::<OfferSource>()
        .all(db)
        .await?;
    let ids = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .filter(offer_is_changed(since))
        .into_query();
    let mut terms = grouped(
        offer_term::Entity::find()
            .select_only()
            .columns([offer_term::Column::OfferId, offer_term::Column::TermId])
            .filter(offer_term::Column::OfferId.in_subquery(ids))
            .into_tuple()
            .all(db)
            .await?,
    );
    let document = |row: OfferSource| {
        let terms = terms.remove(&row.id).unwrap_or_default();
        (row.id, (row.state == OfferState::Published).then(|| offer_document(row, terms)))
    };
    Ok(rows.into_iter().map(document).collect())
}

/// What is read of an offer, with its organisation's names.
#[derive(Debug, FromQueryResult)]
struct OfferSource {
    id: Uuid,
    organisation_id: Uuid,
    state: OfferState,
    title_de: String,
    title_en: String,
    summary_de: String,
    summary_en: String,
    cost_note_de: String,
    cost_note_en: String,
    form: OfferForm,
    cost: OfferCost,
    statewide: bool,
    valid_until: Option<NaiveDate>,
    checked_on: NaiveDate,
    check_again_by: NaiveDate,
    organisation_name: String,
    organisation_short_name: String,
}

fn offer_to_organisation() -> RelationDef {
    offer::Entity::belongs_to(organisation::Entity)
        .from(offer::Column::OrganisationId)
        .to(organisation::Column::Id)
        .into()
}

fn offer_document(row: OfferSource, terms: Vec<Uuid>) -> Document {
    Document {
        id: row.id,
        organisation: row.organisation_id,
        titles: vec![row.title_de, row.title_en],
        texts: vec![
            row.summary_de,
            row.summary_en,
            row.cost_note_de,
            row.cost_note_en,
            row.organisation_name,
            row.organisation_short_name,
        ],
        terms,
        words: vec![(DirectoryFacet::Form, row.form.as_str()), (DirectoryFacet::Cost, row.cost.as_str())],
        statewide: row.statewide,
        day: Some(row.checked_on),
        // What begins later is announced before.
        periods: vec![(None, row.valid_until)],
        check_again_by: Some(row.check_again_by),
    }
}

async fn changed_members(
    db: &impl ConnectionTrait,
    since: i64,
) -> Result<Vec<(Uuid, Option<Document>)>, DbErr> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::ChangedSeq.gt(since))
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    let mut terms = grouped(
        organisation_term::Entity::find()
            .select_only()
            .columns([organisation_term::Column::OrganisationId, organisation_term::Column::TermId])
            .filter(organisation_term::Column::OrganisationId.in_subquery(changed_organisation_ids(since)))
            .into_tuple()
            .all(db)
            .await?,
    );
    let mut periods = grouped(
        membership::Entity::find()
            .filter(membership::Column::State.eq(MembershipState::Active))
            .filter(membership::Column::OrganisationId.in_subquery(changed_organisation_ids(since)))
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.organisation_id, (Some(row.from_day), row.until_day)))
            .collect(),
    );
    let document = |row: organisation::Model| {
        let periods = periods.remove(&row.id);
        let terms = terms.remove(&row.id).unwrap_or_default();
        (row.id, periods.map(|periods| Document { periods, ..member_document(row, terms) }))
    };
    Ok(rows.into_iter().map(document).collect())
}

fn member_document(row: organisation::Model, terms: Vec<Uuid>) -> Document {
    Document {
        id: row.id,
        organisation: row.id,
        titles: vec![row.name, row.short_name],
        texts: vec![row.purpose_de, row.purpose_en, row.city],
        terms,
        words: vec![(DirectoryFacet::Kind, row.kind.as_str())],
        statewide: row.statewide,
        day: None,
        periods: Vec::new(),
        check_again_by: None,
    }
}

fn grouped<T>(pairs: Vec<(Uuid, T)>) -> HashMap<Uuid, Vec<T>> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for (id, value) in pairs {
        groups.entry(id).or_default().push(value);
    }
    groups
}
