//! An offer.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::OfferId,
    offers::{OfferCost, OfferForm, OfferFreshness, OfferState},
    terms::TermKind,
};

use super::loader::terms_of;
use crate::{
    authz::{Action, Facts, may},
    error::ServiceError,
    graphql::{ApiResult, Date, DateTime, LocalizedText, caller_of},
    network::graphql::Term,
    offers::{
        rules::{self, Act},
        service::OfferView,
    },
    organisations::graphql::{Organisation, OrganisationLoader},
};

/// A support offer of a member organisation.
pub struct Offer(OfferView);

impl From<OfferView> for Offer {
    fn from(view: OfferView) -> Self {
        Self(view)
    }
}

/// Whom to ask about an offer; what is not known is empty.
#[derive(SimpleObject)]
pub struct OfferContact {
    /// Name of the person or office.
    name: String,
    /// E-mail address.
    email: String,
    /// Phone number.
    phone: String,
}

/// What the person who asks may do with an offer now.
#[derive(SimpleObject)]
pub struct OfferViewerCan {
    /// Change what is written.
    edit: bool,
    /// Show it to the public.
    publish: bool,
    /// Take it back.
    archive: bool,
    /// Say that it is still right.
    confirm: bool,
}

impl Offer {
    async fn terms(&self, ctx: &Context<'_>, kind: TermKind) -> ApiResult<Vec<Term>> {
        Ok(terms_of(ctx, self.0.row.id, kind).await?.into_iter().map(Term::from).collect())
    }
}

/// A support offer of a member organisation.
#[Object]
impl Offer {
    /// Opaque id.
    async fn id(&self) -> ID {
        OfferId(self.0.row.id).into()
    }

    /// Title.
    async fn title(&self) -> LocalizedText {
        LocalizedText::new(&self.0.row.title_de, &self.0.row.title_en)
    }

    /// What it gives, for whom; paragraphs are separated by an empty line.
    async fn summary(&self) -> LocalizedText {
        LocalizedText::new(&self.0.row.summary_de, &self.0.row.summary_en)
    }

    /// What sort of help it is.
    async fn form(&self) -> OfferForm {
        self.0.row.form
    }

    /// What it costs those who use it.
    async fn cost(&self) -> OfferCost {
        self.0.row.cost
    }

    /// What else is to say about the cost; may be empty.
    async fn cost_note(&self) -> LocalizedText {
        LocalizedText::new(&self.0.row.cost_note_de, &self.0.row.cost_note_en)
    }

    /// Whether it serves every district.
    async fn statewide(&self) -> bool {
        self.0.row.statewide
    }

    /// Where more is written; may be empty.
    async fn url(&self) -> &str {
        &self.0.row.url
    }

    /// Whom to ask.
    async fn contact(&self) -> OfferContact {
        OfferContact {
            name: self.0.row.contact_name.clone(),
            email: self.0.row.contact_email.clone(),
            phone: self.0.row.contact_phone.clone(),
        }
    }

    /// The first day; none when it is open.
    async fn valid_from(&self) -> Option<Date> {
        self.0.row.valid_from.map(Date::from)
    }

    /// The last day; none when it is open.
    async fn valid_until(&self) -> Option<Date> {
        self.0.row.valid_until.map(Date::from)
    }

    /// Draft, published or archived.
    async fn state(&self) -> OfferState {
        self.0.row.state
    }

    /// How well the check stands today.
    async fn freshness(&self) -> OfferFreshness {
        self.0.freshness
    }

    /// When somebody last said that everything is right.
    async fn checked_on(&self) -> Date {
        self.0.row.checked_on.into()
    }

    /// By when somebody must say so again.
    async fn check_again_by(&self) -> Date {
        self.0.row.check_again_by.into()
    }

    /// When it was first shown, or shown again.
    async fn published_at(&self) -> Option<DateTime> {
        self.0.row.published_at.map(DateTime::from)
    }

    /// When what is written was last changed.
    async fn updated_at(&self) -> DateTime {
        self.0.row.updated_at.into()
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// Whose offer it is.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Organisation> {
        let row = OrganisationLoader::organisation(ctx, self.0.row.organisation_id).await?;
        Ok(row.ok_or_else(|| ServiceError::broken("an offer without an organisation"))?.into())
    }

    /// Fields of support.
    async fn topics(&self, ctx: &Context<'_>) -> ApiResult<Vec<Term>> {
        self.terms(ctx, TermKind::Topic).await
    }

    /// Whom it is for.
    async fn target_groups(&self, ctx: &Context<'_>) -> ApiResult<Vec<Term>> {
        self.terms(ctx, TermKind::TargetGroup).await
    }

    /// Districts it serves; empty when it is statewide.
    async fn districts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Term>> {
        self.terms(ctx, TermKind::District).await
    }

    /// Languages in which help is given.
    async fn languages(&self, ctx: &Context<'_>) -> ApiResult<Vec<Term>> {
        self.terms(ctx, TermKind::Language).await
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> OfferViewerCan {
        let facts = Facts::organisation(self.0.organisation());
        let manage = may(caller_of(ctx), Action::OfferManage, &facts);
        let can = |act| manage && rules::is_possible(act, self.0.row.state);
        OfferViewerCan {
            edit: manage,
            publish: can(Act::Publish),
            archive: can(Act::Archive),
            confirm: can(Act::Confirm),
        }
    }
}
