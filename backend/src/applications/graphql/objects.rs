//! An application as reviewers see it, and as the applicant does.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::ApplicationId,
    locale::Locale,
    organisations::{ApplicationEventKind, ApplicationState, DuplicateReason, OrganisationKind},
};

use crate::{
    applications::{
        rules::{Step, after},
        service::{self, SameAs},
        store::{ApplicationRow, EventRow},
    },
    authz::{Action, Facts, may},
    graphql::{ApiResult, DateTime, app_of, caller_of},
    network::graphql::Term,
    organisations::graphql::{Organisation, OrganisationLoader},
};

/// An application for membership, as those see it who review it.
pub struct Application(ApplicationRow);

impl From<ApplicationRow> for Application {
    fn from(row: ApplicationRow) -> Self {
        Self(row)
    }
}

/// What the person who asks may do with an application as it stands.
#[derive(SimpleObject)]
pub struct ApplicationViewerCan {
    /// Take it into review.
    start_review: bool,
    /// Ask the applicant a question.
    ask: bool,
    /// Add an internal note.
    note: bool,
    /// Admit the organisation.
    admit: bool,
    /// Decline.
    decline: bool,
}

/// An application for membership, as those see it who review it.
#[Object]
impl Application {
    /// Opaque id.
    async fn id(&self) -> ID {
        ApplicationId(self.0.id).into()
    }

    /// Where it stands.
    async fn state(&self) -> ApplicationState {
        self.0.state
    }

    /// The organisation's name.
    async fn organisation_name(&self) -> &str {
        &self.0.organisation_name
    }

    /// What sort of organisation it is.
    async fn kind(&self) -> OrganisationKind {
        self.0.kind
    }

    /// What it is for, in the applicant's language.
    async fn purpose(&self) -> &str {
        &self.0.purpose
    }

    /// Web address; empty when there is none.
    async fn website(&self) -> &str {
        &self.0.website
    }

    /// Street and number.
    async fn street(&self) -> &str {
        &self.0.street
    }

    /// Postal code.
    async fn postal_code(&self) -> &str {
        &self.0.postal_code
    }

    /// Town.
    async fn city(&self) -> &str {
        &self.0.city
    }

    /// Whether it serves all districts.
    async fn statewide(&self) -> bool {
        self.0.statewide
    }

    /// Topics and districts.
    async fn terms(&self, ctx: &Context<'_>) -> ApiResult<Vec<Term>> {
        let terms = service::terms(app_of(ctx), self.0.id).await?;
        Ok(terms.into_iter().map(Term::from).collect())
    }

    /// The contact's given name.
    async fn contact_given_name(&self) -> &str {
        &self.0.contact_given_name
    }

    /// The contact's family name.
    async fn contact_family_name(&self) -> &str {
        &self.0.contact_family_name
    }

    /// The contact's address.
    async fn contact_email(&self) -> &str {
        &self.0.contact_email
    }

    /// The contact's phone number; empty when there is none.
    async fn contact_phone(&self) -> &str {
        &self.0.contact_phone
    }

    /// Why it wants to join, in the applicant's language.
    async fn motivation(&self) -> &str {
        &self.0.motivation
    }

    /// The language the applicant reads and writes.
    async fn locale(&self) -> Locale {
        self.0.locale
    }

    /// When it was filed.
    async fn submitted_at(&self) -> DateTime {
        self.0.submitted_at.into()
    }

    /// When the applicant confirmed the address.
    async fn confirmed_at(&self) -> Option<DateTime> {
        self.0.confirmed_at.map(DateTime)
    }

    /// When it was decided.
    async fn decided_at(&self) -> Option<DateTime> {
        self.0.decided_at.map(DateTime)
    }

    /// Why it was decided so; empty before.
    async fn decision_reason(&self) -> &str {
        &self.0.decision_reason
    }

    /// The organisation that came of it.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        let Some(id) = self.0.organisation_id else { return Ok(None) };
        Ok(OrganisationLoader::organisation(ctx, id).await?.map(Organisation::from))
    }

    /// What happened, oldest first, internal notes too.
    async fn events(&self, ctx: &Context<'_>) -> ApiResult<Vec<ApplicationEvent>> {
        let events = service::events(app_of(ctx), self.0.id).await?;
        Ok(events.into_iter().map(|(event, name)| ApplicationEvent::new(event, name)).collect())
    }

    /// Organisations and other applications that look like the same one, the likeliest first.
    async fn likely_duplicates(&self, ctx: &Context<'_>) -> ApiResult<Vec<LikelyDuplicate>> {
        let found = service::duplicates(app_of(ctx), caller_of(ctx), &self.0).await?;
        Ok(found.into_iter().map(LikelyDuplicate::from).collect())
    }

    /// Grows with each step; the next one says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do with it as it stands.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApplicationViewerCan {
        let can = |action: Action, step: Step| {
            may(caller_of(ctx), action, &Facts::NONE) && after(self.0.state, step).is_ok()
        };
        ApplicationViewerCan {
            start_review: can(Action::ApplicationReview, Step::StartReview),
            ask: can(Action::ApplicationReview, Step::Ask),
            note: can(Action::ApplicationReview, Step::Note),
            admit: can(Action::ApplicationDecide, Step::Admit),
            decline: can(Action::ApplicationDecide, Step::Decline),
        }
    }
}

/// Something that happened to an application.
#[derive(SimpleObject)]
pub struct ApplicationEvent {
    /// What happened.
    kind: ApplicationEventKind,
    /// A question, an answer, a note or a reason; empty where there is nothing to say.
    text: String,
    /// When.
    at: DateTime,
    /// Who did it; null for the applicant, and for the applicant always.
    person_name: Option<String>,
}

impl ApplicationEvent {
    fn new(event: EventRow, person_name: Option<String>) -> Self {
        Self { kind: event.kind, text: event.text, at: event.at.into(), person_name }
    }
}

/// Something that looks like the same organisation: an organisation or another application.
#[derive(SimpleObject)]
pub struct LikelyDuplicate {
    /// Why it looks so.
    reasons: Vec<DuplicateReason>,
    /// The organisation, if it is one.
    organisation: Option<Organisation>,
    /// The other application, if it is one.
    application: Option<Application>,
}

impl From<service::LikelyDuplicate> for LikelyDuplicate {
    fn from(found: service::LikelyDuplicate) -> Self {
        let (organisation, application) = match found.same_as {
            SameAs::Organisation(row) => (Some((*row).into()), None),
            SameAs::Application(row) => (None, Some((*row).into())),
        };
        Self { reasons: found.reasons, organisation, application }
    }
}

/// An application as the applicant follows it by a private link.
pub struct FollowedApplication(ApplicationRow);

impl From<ApplicationRow> for FollowedApplication {
    fn from(row: ApplicationRow) -> Self {
        Self(row)
    }
}

/// An application as the applicant follows it by a private link.
#[Object]
impl FollowedApplication {
    /// Where it stands.
    async fn state(&self) -> ApplicationState {
        self.0.state
    }

    /// The organisation's name.
    async fn organisation_name(&self) -> &str {
        &self.0.organisation_name
    }

    /// What sort of organisation it is.
    async fn kind(&self) -> OrganisationKind {
        self.0.kind
    }

    /// What it is for.
    async fn purpose(&self) -> &str {
        &self.0.purpose
    }

    /// Web address; empty when there is none.
    async fn website(&self) -> &str {
        &self.0.website
    }

    /// Town.
    async fn city(&self) -> &str {
        &self.0.city
    }

    /// The contact's full name.
    async fn contact_name(&self) -> String {
        format!("{} {}", self.0.contact_given_name, self.0.contact_family_name)
    }

    /// The contact's address, to which all mail goes.
    async fn contact_email(&self) -> &str {
        &self.0.contact_email
    }

    /// Why it wants to join.
    async fn motivation(&self) -> &str {
        &self.0.motivation
    }

    /// When it was filed.
    async fn submitted_at(&self) -> DateTime {
        self.0.submitted_at.into()
    }

    /// Why it was decided so; empty before.
    async fn decision_reason(&self) -> &str {
        &self.0.decision_reason
    }

    /// What happened, oldest first; internal notes and names are left out.
    async fn events(&self, ctx: &Context<'_>) -> ApiResult<Vec<ApplicationEvent>> {
        let events = service::events(app_of(ctx), self.0.id).await?;
        Ok(events
            .into_iter()
            .filter(|(event, _)| event.kind != ApplicationEventKind::Note)
            .map(|(event, _)| ApplicationEvent::new(event, None))
            .collect())
    }

    /// Whether a question waits for the applicant's answer.
    async fn can_answer(&self) -> bool {
        after(self.0.state, Step::Answer).is_ok()
    }

    /// Whether the applicant can still take it back.
    async fn can_withdraw(&self) -> bool {
        after(self.0.state, Step::Withdraw).is_ok()
    }
}
