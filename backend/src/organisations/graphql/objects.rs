//! An organisation and what belongs to it.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::{AffiliationId, ContactId, FileId, MembershipId, OrganisationId, PersonId},
    organisations::{MembershipState, OrganisationKind},
    people::AffiliationRole,
    terms::TermKind,
};

use super::loader::{ContactsOf, MembershipsOf, RequestLoader, RolesOf, TermsOf};
use crate::{
    app::App,
    authz::{Action, Facts, may},
    graphql::{ApiResult, Date, DateTime, LocalizedText, app_of, caller_of},
    network::graphql::Term,
    organisations::{
        rules::{
            membership::{self, Period},
            roles::DatedRole,
        },
        store::{ContactRow, HeldRole, MembershipRow, OrganisationRow},
    },
};

/// An organisation.
pub struct Organisation(OrganisationRow);

impl From<OrganisationRow> for Organisation {
    fn from(row: OrganisationRow) -> Self {
        Self(row)
    }
}

/// What the person who asks may do with an organisation.
#[derive(SimpleObject)]
pub struct OrganisationViewerCan {
    /// See unpublished contacts, people and reasons.
    read_internal: bool,
    /// Change profile, logo and contacts.
    edit: bool,
    /// Invite people, give and end roles.
    manage_people: bool,
    /// Write, publish and check offers.
    manage_offers: bool,
    /// Suspend, reactivate or end the membership.
    change_membership: bool,
}

impl Organisation {
    fn may(&self, ctx: &Context<'_>, action: Action) -> bool {
        may(caller_of(ctx), action, &Facts::organisation(OrganisationId(self.0.id)))
    }

    async fn rows(&self, ctx: &Context<'_>) -> ApiResult<Vec<MembershipRow>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        Ok(loader.load_one(MembershipsOf(self.0.id)).await?.unwrap_or_default())
    }

    async fn periods(&self, ctx: &Context<'_>) -> ApiResult<Vec<Period>> {
        Ok(self.rows(ctx).await?.iter().map(Period::from).collect())
    }
}

/// An organisation.
#[Object]
impl Organisation {
    /// Opaque id.
    async fn id(&self) -> ID {
        OrganisationId(self.0.id).into()
    }

    /// Full name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Name for narrow places; empty when there is none.
    async fn short_name(&self) -> &str {
        &self.0.short_name
    }

    /// What sort of organisation it is.
    async fn kind(&self) -> OrganisationKind {
        self.0.kind
    }

    /// What it is for; paragraphs are separated by an empty line.
    async fn purpose(&self) -> LocalizedText {
        LocalizedText::new(&self.0.purpose_de, &self.0.purpose_en)
    }

    /// Web address; empty when there is none.
    async fn website(&self) -> &str {
        &self.0.website
    }

    /// General address for mail; empty when there is none.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// General phone number; empty when there is none.
    async fn phone(&self) -> &str {
        &self.0.phone
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

    /// Where the logo can be fetched, such as `/files/file_...`; null without one.
    async fn logo_url(&self) -> Option<String> {
        self.0.logo_id.map(|id| format!("/files/{}", FileId(id)))
    }

    /// Topics, districts and languages in their order: of one kind, or of all.
    async fn terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only this kind.")] kind: Option<TermKind>,
    ) -> ApiResult<Vec<Term>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let mut terms = loader.load_one(TermsOf(self.0.id)).await?.unwrap_or_default();
        terms.retain(|term| kind.is_none_or(|kind| term.kind == kind));
        terms.sort_by_key(|term| term.kind);
        Ok(terms.into_iter().map(Term::from).collect())
    }

    /// Contact persons: those who agreed to be published, and for the organisation's own people
    /// and coordinators all.
    async fn contacts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Contact>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let mut contacts = loader.load_one(ContactsOf(self.0.id)).await?.unwrap_or_default();
        if !self.may(ctx, Action::OrganisationReadInternal) {
            contacts.retain(|contact| contact.consented_at.is_some());
        }
        Ok(contacts.into_iter().map(|row| Contact::new(app_of(ctx), row)).collect())
    }

    /// How it stands in the network today; null before its first membership.
    async fn membership_state(&self, ctx: &Context<'_>) -> ApiResult<Option<MembershipState>> {
        Ok(membership::state_on(&self.periods(ctx).await?, app_of(ctx).today()))
    }

    /// Since when it has been a member without interruption; null where it is none today.
    async fn member_since(&self, ctx: &Context<'_>) -> ApiResult<Option<Date>> {
        let today = app_of(ctx).today();
        Ok(membership::member_since(&self.periods(ctx).await?, today).map(Date))
    }

    /// All periods, oldest first, planned ones too; null for those who may not see them.
    async fn memberships(&self, ctx: &Context<'_>) -> ApiResult<Option<Vec<Membership>>> {
        if !self.may(ctx, Action::OrganisationReadInternal) {
            return Ok(None);
        }
        Ok(Some(self.rows(ctx).await?.into_iter().map(Into::into).collect()))
    }

    /// Whether it was a member on a day; a suspended member is one whose rights rest.
    async fn was_member_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day.")] day: Date,
    ) -> ApiResult<bool> {
        Ok(membership::was_member_on(&self.periods(ctx).await?, day.0))
    }

    /// The dated roles of its people, past ones too; null for those who may not see them.
    async fn people(&self, ctx: &Context<'_>) -> ApiResult<Option<Vec<Affiliation>>> {
        if !self.may(ctx, Action::OrganisationReadInternal) {
            return Ok(None);
        }
        let loader = ctx.data_unchecked::<RequestLoader>();
        let roles = loader.load_one(RolesOf(self.0.id)).await?.unwrap_or_default();
        Ok(Some(roles.into_iter().map(|held| Affiliation::new(app_of(ctx), held)).collect()))
    }

    /// Whether it is asked before its people are taken into groups.
    async fn group_consent(&self) -> bool {
        self.0.group_consent
    }

    /// When the profile was last changed.
    async fn updated_at(&self) -> DateTime {
        self.0.updated_at.into()
    }

    /// Grows with each change of the profile; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do.
    async fn viewer_can(&self, ctx: &Context<'_>) -> OrganisationViewerCan {
        OrganisationViewerCan {
            read_internal: self.may(ctx, Action::OrganisationReadInternal),
            edit: self.may(ctx, Action::OrganisationEdit),
            manage_people: self.may(ctx, Action::AffiliationManage),
            manage_offers: self.may(ctx, Action::OfferManage),
            change_membership: self.may(ctx, Action::MembershipChange),
        }
    }
}

/// A contact person of an organisation.
#[derive(SimpleObject)]
pub struct Contact {
    /// Opaque id.
    id: ID,
    /// Full name.
    name: String,
    /// What the person does there.
    function: String,
    /// E-mail address; empty when there is none.
    email: String,
    /// Phone number; empty when there is none.
    phone: String,
    /// The day on which the person agreed to be published; null means: not public.
    consented_on: Option<Date>,
    /// Grows with each change; an edit says which one it is based on.
    version: i32,
}

impl Contact {
    pub(super) fn new(app: &App, row: ContactRow) -> Self {
        Self {
            id: ContactId(row.id).into(),
            name: row.name,
            function: row.function,
            email: row.email,
            phone: row.phone,
            consented_on: row.consented_at.map(|at| Date(at.with_timezone(&app.time_zone()).date_naive())),
            version: row.version,
        }
    }
}

/// A period in which an organisation stands in the network in one state.
#[derive(SimpleObject)]
pub struct Membership {
    /// Opaque id.
    id: ID,
    /// The state during the period.
    state: MembershipState,
    /// The first day.
    from: Date,
    /// The last day; null while it lasts.
    until: Option<Date>,
    /// Why; may be empty.
    reason: String,
}

impl From<MembershipRow> for Membership {
    fn from(row: MembershipRow) -> Self {
        Self {
            id: MembershipId(row.id).into(),
            state: row.state,
            from: Date(row.from_day),
            until: row.until_day.map(Date),
            reason: row.reason,
        }
    }
}

/// A dated role of a person in an organisation.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Affiliation {
    /// Opaque id.
    id: ID,
    /// The role.
    role: AffiliationRole,
    /// The first day.
    from: Date,
    /// The last day, which belongs to it; null while it lasts.
    until: Option<Date>,
    /// Whether it holds today.
    holds_today: bool,
    /// Grows with each change; an edit says which one it is based on.
    version: i32,
    #[graphql(skip)]
    held: HeldRole,
}

impl Affiliation {
    fn new(app: &App, held: HeldRole) -> Self {
        Self {
            id: AffiliationId(held.role.id).into(),
            role: held.role.role,
            from: Date(held.role.from_day),
            until: held.role.until_day.map(Date),
            holds_today: DatedRole::from(&held).holds_on(app.today()),
            version: held.role.version,
            held,
        }
    }
}

#[ComplexObject]
impl Affiliation {
    /// Who holds the role.
    async fn person(&self) -> AffiliatedPerson {
        AffiliatedPerson {
            id: PersonId(self.held.person.id).into(),
            given_name: self.held.person.given_name.clone(),
            family_name: self.held.person.family_name.clone(),
            email: self.held.person.email.clone().unwrap_or_default(),
        }
    }
}

/// A person as those see them who work in the same organisation.
#[derive(SimpleObject)]
pub struct AffiliatedPerson {
    /// Opaque id.
    id: ID,
    /// Given name.
    given_name: String,
    /// Family name.
    family_name: String,
    /// E-mail address; empty when the person has left.
    email: String,
}
