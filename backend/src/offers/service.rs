//! Use cases of offers.

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{OfferId, OrganisationId},
    offers::{OfferFreshness, OfferState},
    terms::TermKind,
    values::FieldCheck,
};

use super::{
    rules::{self, Act, OfferText},
    store::{self, Check, NewOffer, OfferRow, OwnFilter, OwnOrder},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise, may},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    graphql::CursorPage,
    network::{
        self,
        store::{NetworkRow, TermRow},
    },
};

/// An offer as it stands today.
#[derive(Debug, Clone)]
pub struct OfferView {
    /// The offer.
    pub row: OfferRow,
    /// How well its check stands.
    pub freshness: OfferFreshness,
}

impl OfferView {
    /// An offer as it stands on a day.
    pub fn new(row: OfferRow, grace: Days, today: NaiveDate) -> Self {
        let freshness = rules::freshness(row.check_again_by, grace, today);
        Self { row, freshness }
    }

    /// Whose offer it is.
    pub fn organisation(&self) -> OrganisationId {
        OrganisationId(self.row.organisation_id)
    }
}

fn days(count: i32) -> Days {
    Days::new(u64::try_from(count).unwrap_or(0))
}

fn grace_of(network: &NetworkRow) -> Days {
    days(network.offer_grace_days)
}

/// An offer for whoever asks: the public sees published offers of active members that have not ended
/// and are not hidden; those who may look inside an organisation see all of its.
///
/// # Errors
/// `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_offer(app: &App, caller: &Caller, id: OfferId) -> ServiceResult<OfferView> {
    let db = app.db().read();
    let row = store::find_offer(db, id).await?.ok_or_else(ServiceError::not_found)?;
    let network = network::service::get_network(app).await?;
    let today = app.today();
    let view = OfferView::new(row, grace_of(&network), today);
    if may(caller, Action::OfferReadInternal, &Facts::organisation(view.organisation())) {
        return Ok(view);
    }
    let row = &view.row;
    let public = rules::is_public(row.state, row.valid_until, view.freshness, today)
        && store::is_active_member(db, row.organisation_id, today).await?;
    if public { Ok(view) } else { Err(ServiceError::not_found()) }
}

/// Offers in the order of their ids; the caller has made sure that they may be seen.
pub async fn offers_in_order(app: &App, ids: &[Uuid], grace: Days) -> ServiceResult<Vec<OfferView>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = store::offers_by_id(app.db().read(), ids).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    let today = app.today();
    Ok(rows.into_iter().map(|row| OfferView::new(row, grace, today)).collect())
}

/// The terms of offers, in their order; the caller has made sure that they may be seen.
pub async fn terms_of_offers(app: &App, ids: &[Uuid]) -> ServiceResult<Vec<(Uuid, TermRow)>> {
    Ok(store::terms_of_offers(app.db().read(), ids).await?)
}

/// The offers of the organisations somebody represents that must be checked until a day, the most
/// urgent first.
pub async fn offers_to_check(
    app: &App,
    caller: &Caller,
    until: NaiveDate,
    at_most: u64,
) -> ServiceResult<Vec<OfferRow>> {
    let organisations = caller.actor.represented();
    if organisations.is_empty() {
        return Ok(Vec::new());
    }
    Ok(store::offers_to_check(app.db().read(), &organisations, (app.today(), until), at_most).await?)
}

/// Which of an organisation's offers are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnOffersFilter {
    /// Only this state.
    pub state: Option<OfferState>,
    /// Only published ones whose check stands so.
    pub freshness: Option<OfferFreshness>,
}

/// An organisation's own offers with what may follow.
#[derive(Debug)]
pub struct OwnOffers {
    /// The page.
    pub offers: Vec<OfferView>,
    /// Whether more follow.
    pub more: bool,
    /// What was asked for, to count it.
    pub filter: OwnFilter,
}

/// An organisation's offers in every state, for those who work there.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn organisation_offers(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
    wanted: OwnOffersFilter,
    page: CursorPage<OwnOrder>,
) -> ServiceResult<OwnOffers> {
    authorise(caller, Action::OfferReadInternal, &Facts::organisation(organisation))?;
    let network = network::service::get_network(app).await?;
    let (grace, today) = (grace_of(&network), app.today());
    let mut filter = OwnFilter { state: wanted.state, ..OwnFilter::default() };
    if let Some(freshness) = wanted.freshness {
        // Only what is published is to be checked.
        filter.state = Some(OfferState::Published);
        (filter.check_from, filter.check_until) = rules::check_days_of(freshness, grace, today);
    }
    let rows =
        store::offers_of_organisation(app.db().read(), organisation, &filter, page.first, page.after).await?;
    let (rows, more) = crate::graphql::page_of(rows, page.first);
    let offers = rows.into_iter().map(|row| OfferView::new(row, grace, today)).collect();
    Ok(OwnOffers { offers, more, filter })
}

/// How many offers a filter leaves; the right was asked for with the list.
pub async fn count_own(app: &App, organisation: OrganisationId, filter: &OwnFilter) -> ServiceResult<u64> {
    Ok(store::count_offers_of_organisation(app.db().read(), organisation, filter).await?)
}

/// Writes a draft.
///
/// # Errors
/// `VALIDATION`, `NOT_FOUND` when there is no such organisation.
pub async fn create_offer(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
    text: OfferText,
) -> ServiceResult<OfferView> {
    let permit = authorise(caller, Action::OfferManage, &Facts::organisation(organisation))?;
    let (text, mut check) = rules::check_text(text);
    let tx = app.db().begin().await?;
    kinds_of_terms(&tx, &text, &mut check).await?;
    all_right(check)?;
    if !store::organisation_exists(&tx, organisation).await? {
        return Err(ServiceError::not_found());
    }
    let network = network::service::get_network(app).await?;
    let new = NewOffer {
        organisation,
        import_key: None,
        text,
        state: OfferState::Draft,
        check: check_today(app, caller, &network),
    };
    let sequence = network::store::next_directory_sequence(&tx, &permit).await?;
    let row = store::insert_offer(&tx, &permit, app.clock(), new, sequence).await?;
    finish(app, tx, &permit, "offer_create", &row).await?;
    Ok(OfferView::new(row, grace_of(&network), app.today()))
}

/// Changes what is written in an offer. What is published stays complete.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`.
pub async fn update_offer(
    app: &App,
    caller: &Caller,
    id: OfferId,
    text: OfferText,
    based_on: i32,
) -> ServiceResult<OfferView> {
    let (tx, current, permit) = begin_with(app, caller, id).await?;
    let (text, mut check) = rules::check_text(text);
    let kinds = kinds_of_terms(&tx, &text, &mut check).await?;
    if current.state == OfferState::Published {
        rules::check_for_public(&text, &kinds, &mut check);
    }
    all_right(check)?;
    same_version(current.version, based_on)?;
    let network = network::service::get_network(app).await?;
    let sequence = network::store::next_directory_sequence(&tx, &permit).await?;
    let row = store::update_text(&tx, &permit, app.clock(), &current, text, sequence).await?;
    finish(app, tx, &permit, "offer_update", &row).await?;
    Ok(OfferView::new(row, grace_of(&network), app.today()))
}

/// Publishes, archives or confirms an offer. Publishing is a check too.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, and `VALIDATION` when something is missing that the
/// public needs.
pub async fn act_on_offer(
    app: &App,
    caller: &Caller,
    id: OfferId,
    act: Act,
    based_on: i32,
) -> ServiceResult<OfferView> {
    let (tx, current, permit) = begin_with(app, caller, id).await?;
    same_version(current.version, based_on)?;
    if !rules::is_possible(act, current.state) {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", current.state.as_str()));
    }
    let network = network::service::get_network(app).await?;
    let checked = check_today(app, caller, &network);
    if act == Act::Publish {
        let terms = store::terms_of_offers(&tx, &[current.id]).await?;
        let kinds: Vec<TermKind> = terms.iter().map(|(_, term)| term.kind).collect();
        let mut check = FieldCheck::new();
        rules::check_for_public(&written(&current), &kinds, &mut check);
        all_right(check)?;
    }
    let sequence = network::store::next_directory_sequence(&tx, &permit).await?;
    let (row, action) = match act {
        Act::Publish => {
            let state = OfferState::Published;
            let row =
                store::update_state(&tx, &permit, app.clock(), &current, state, Some(checked), sequence);
            (row.await?, "offer_publish")
        }
        Act::Archive => {
            let state = OfferState::Archived;
            let row = store::update_state(&tx, &permit, app.clock(), &current, state, None, sequence);
            (row.await?, "offer_archive")
        }
        Act::Confirm => {
            (store::update_check(&tx, &permit, current.id, checked, sequence).await?, "offer_confirm")
        }
    };
    finish(app, tx, &permit, action, &row).await?;
    Ok(OfferView::new(row, grace_of(&network), app.today()))
}

/// Begins a change of an offer. What a person may not even see does not exist for them.
async fn begin_with(
    app: &App,
    caller: &Caller,
    id: OfferId,
) -> ServiceResult<(Transaction, OfferRow, Permit)> {
    if caller.actor.person_id().is_none() {
        // Asked first, so that a visitor learns nothing about which offers there are.
        authorise(caller, Action::OfferManage, &Facts::NONE)?;
    }
    let tx = app.db().begin().await?;
    let current = store::find_offer(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let facts = Facts::organisation(OrganisationId(current.organisation_id));
    let seen = current.state == OfferState::Published || may(caller, Action::OfferReadInternal, &facts);
    let permit = authorise(caller, Action::OfferManage, &facts);
    let permit = if seen { permit? } else { permit.map_err(|_| ServiceError::not_found())? };
    Ok((tx, current, permit))
}

async fn finish(
    app: &App,
    tx: Transaction,
    permit: &Permit,
    action: &'static str,
    row: &OfferRow,
) -> ServiceResult<()> {
    let event = AuditEvent::new(action, "offer")
        .object(row.id, &row.title_de)
        .organisation(OrganisationId(row.organisation_id));
    audit::record(&tx, app.clock(), permit, event).await?;
    tx.commit().await?;
    Ok(())
}

async fn kinds_of_terms(
    tx: &Transaction,
    text: &OfferText,
    check: &mut FieldCheck,
) -> ServiceResult<Vec<TermKind>> {
    let terms = network::store::terms_by_id(tx, &text.terms).await?;
    let found: Vec<_> = terms.into_iter().map(|term| (term.id, term.kind)).collect();
    rules::check_terms(&text.terms, &found, check);
    Ok(found.into_iter().map(|(_, kind)| kind).collect())
}

fn check_today(app: &App, caller: &Caller, network: &NetworkRow) -> Check {
    let today = app.today();
    Check { on: today, by: caller.actor.person_id(), again_by: today + days(network.offer_check_days) }
}

/// What is written in an offer, as far as the public needs it.
fn written(row: &OfferRow) -> OfferText {
    let bilingual = |de: &str, en: &str| network::rules::Bilingual { de: de.to_owned(), en: en.to_owned() };
    OfferText {
        title: bilingual(&row.title_de, &row.title_en),
        summary: bilingual(&row.summary_de, &row.summary_en),
        form: row.form,
        cost: row.cost,
        cost_note: bilingual(&row.cost_note_de, &row.cost_note_en),
        statewide: row.statewide,
        url: row.url.clone(),
        contact_name: row.contact_name.clone(),
        contact_email: row.contact_email.clone(),
        contact_phone: row.contact_phone.clone(),
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        terms: Vec::new(),
    }
}
