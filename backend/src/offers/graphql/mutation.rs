//! Changing offers.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    error::ErrorCode,
    id::{OfferId, OrganisationId, TermId},
    offers::{OfferCost, OfferForm},
};

use super::object::Offer;
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::{ApiResult, Date, LocalizedTextInput, app_of, caller_of, parse_id},
    offers::{
        rules::{Act, OfferText},
        service,
    },
};

/// What is written in an offer.
#[derive(InputObject)]
pub struct OfferTextInput {
    /// Title; German is needed.
    title: LocalizedTextInput,
    /// What it gives, for whom; German is needed.
    summary: LocalizedTextInput,
    /// What sort of help it is.
    form: OfferForm,
    /// What it costs those who use it.
    cost: OfferCost,
    /// What else is to say about the cost.
    #[graphql(default)]
    cost_note: LocalizedTextInput,
    /// Whether it serves every district.
    #[graphql(default)]
    statewide: bool,
    /// Where more is written.
    #[graphql(default)]
    url: String,
    /// Whom to ask.
    #[graphql(default)]
    contact_name: String,
    /// The contact's e-mail address.
    #[graphql(default)]
    contact_email: String,
    /// The contact's phone number.
    #[graphql(default)]
    contact_phone: String,
    /// The first day.
    valid_from: Option<Date>,
    /// The last day.
    valid_until: Option<Date>,
    /// Topics, target groups, districts and languages.
    #[graphql(default)]
    term_ids: Vec<ID>,
}

impl OfferTextInput {
    fn read(self) -> ServiceResult<OfferText> {
        let unknown = |_| ServiceError::field("terms", ErrorCode::UnknownReference);
        let terms = self.term_ids.iter().map(|id| id.parse::<TermId>().map(|id| id.0).map_err(unknown));
        Ok(OfferText {
            terms: terms.collect::<ServiceResult<_>>()?,
            title: self.title.into(),
            summary: self.summary.into(),
            form: self.form,
            cost: self.cost,
            cost_note: self.cost_note.into(),
            statewide: self.statewide,
            url: self.url,
            contact_name: self.contact_name,
            contact_email: self.contact_email,
            contact_phone: self.contact_phone,
            valid_from: self.valid_from.map(|day| day.0),
            valid_until: self.valid_until.map(|day| day.0),
        })
    }
}

/// A new offer.
#[derive(InputObject)]
pub struct OfferCreateInput {
    /// Whose offer it is.
    organisation_id: ID,
    /// What is written.
    text: OfferTextInput,
}

/// The new draft.
#[derive(SimpleObject)]
pub struct OfferCreatePayload {
    /// The offer.
    offer: Offer,
}

/// A changed offer. All that is written is replaced.
#[derive(InputObject)]
pub struct OfferUpdateInput {
    /// The offer.
    id: ID,
    /// The version the change is based on.
    version: i32,
    /// What is written.
    text: OfferTextInput,
}

/// The changed offer.
#[derive(SimpleObject)]
pub struct OfferUpdatePayload {
    /// The offer.
    offer: Offer,
}

/// An offer to show to the public.
#[derive(InputObject)]
pub struct OfferPublishInput {
    /// The offer.
    id: ID,
    /// The version that is to be shown.
    version: i32,
}

/// The published offer.
#[derive(SimpleObject)]
pub struct OfferPublishPayload {
    /// The offer.
    offer: Offer,
}

/// An offer to take back.
#[derive(InputObject)]
pub struct OfferArchiveInput {
    /// The offer.
    id: ID,
    /// The version that is taken back.
    version: i32,
}

/// The archived offer.
#[derive(SimpleObject)]
pub struct OfferArchivePayload {
    /// The offer.
    offer: Offer,
}

/// An offer that is still right.
#[derive(InputObject)]
pub struct OfferConfirmInput {
    /// The offer.
    id: ID,
    /// The version that was looked at.
    version: i32,
}

/// The confirmed offer.
#[derive(SimpleObject)]
pub struct OfferConfirmPayload {
    /// The offer.
    offer: Offer,
}

async fn act(ctx: &Context<'_>, id: &ID, version: i32, act: Act) -> ApiResult<Offer> {
    let id: OfferId = parse_id(id)?;
    Ok(service::act_on_offer(app_of(ctx), caller_of(ctx), id, act, version).await?.into())
}

/// Changing offers.
#[derive(Default)]
pub struct OffersMutation;

#[Object]
impl OffersMutation {
    /// Writes a draft. Representatives of the organisation and coordinators only.
    /// Errors: `VALIDATION`, `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn offer_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new offer.")] input: OfferCreateInput,
    ) -> ApiResult<OfferCreatePayload> {
        let organisation: OrganisationId = parse_id(&input.organisation_id)?;
        let text = input.text.read()?;
        let offer = service::create_offer(app_of(ctx), caller_of(ctx), organisation, text).await?;
        Ok(OfferCreatePayload { offer: offer.into() })
    }

    /// Changes what is written. Representatives of the organisation and coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn offer_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed offer.")] input: OfferUpdateInput,
    ) -> ApiResult<OfferUpdatePayload> {
        let id: OfferId = parse_id(&input.id)?;
        let text = input.text.read()?;
        let offer = service::update_offer(app_of(ctx), caller_of(ctx), id, text, input.version).await?;
        Ok(OfferUpdatePayload { offer: offer.into() })
    }

    /// Shows a draft or an archived offer to the public; it counts as checked today.
    /// Errors: `NOT_FOUND`, `VALIDATION` (something the public needs is missing), `CONFLICT`,
    /// `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn offer_publish(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which offer.")] input: OfferPublishInput,
    ) -> ApiResult<OfferPublishPayload> {
        Ok(OfferPublishPayload { offer: act(ctx, &input.id, input.version, Act::Publish).await? })
    }

    /// Takes an offer back; it is kept and can be published again.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn offer_archive(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which offer.")] input: OfferArchiveInput,
    ) -> ApiResult<OfferArchivePayload> {
        Ok(OfferArchivePayload { offer: act(ctx, &input.id, input.version, Act::Archive).await? })
    }

    /// Says that a published offer is still right, as it was looked at.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn offer_confirm(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which offer.")] input: OfferConfirmInput,
    ) -> ApiResult<OfferConfirmPayload> {
        Ok(OfferConfirmPayload { offer: act(ctx, &input.id, input.version, Act::Confirm).await? })
    }
}
