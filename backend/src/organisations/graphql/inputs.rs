//! What the mutations of organisations take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use uuid::Uuid;
use verbund_shared::{id::TermId, organisations::OrganisationKind, people::AffiliationRole};

use super::objects::{Contact, Organisation};
use crate::{
    graphql::{Date, LocalizedTextInput},
    organisations::rules::profile::{ContactValues, OrganisationProfile},
};

/// An organisation's profile. All fields are replaced.
#[derive(InputObject)]
pub struct OrganisationProfileInput {
    /// Full name.
    name: String,
    /// Name for narrow places, at most 40 characters.
    #[graphql(default)]
    short_name: String,
    /// What sort of organisation it is.
    kind: OrganisationKind,
    /// What it is for; German is required.
    purpose: LocalizedTextInput,
    /// Web address.
    #[graphql(default)]
    website: String,
    /// General address for mail.
    #[graphql(default)]
    email: String,
    /// General phone number.
    #[graphql(default)]
    phone: String,
    /// Street and number.
    #[graphql(default)]
    street: String,
    /// Postal code.
    #[graphql(default)]
    postal_code: String,
    /// Town.
    #[graphql(default)]
    city: String,
    /// Whether it serves all districts.
    #[graphql(default)]
    statewide: bool,
    /// Topics, districts and languages.
    terms: Vec<ID>,
}

/// Ids as they came; what is none of ours becomes one that does not exist, which is then told
/// with its place.
pub(crate) fn term_ids(ids: &[ID]) -> Vec<TermId> {
    ids.iter().map(|id| id.parse().unwrap_or(TermId(Uuid::nil()))).collect()
}

impl From<OrganisationProfileInput> for OrganisationProfile {
    fn from(input: OrganisationProfileInput) -> Self {
        Self {
            name: input.name,
            short_name: input.short_name,
            kind: input.kind,
            purpose: input.purpose.into(),
            website: input.website,
            email: input.email,
            phone: input.phone,
            street: input.street,
            postal_code: input.postal_code,
            city: input.city,
            statewide: input.statewide,
            terms: term_ids(&input.terms),
        }
    }
}

/// A new organisation that is a member without an application.
#[derive(InputObject)]
pub struct OrganisationCreateInput {
    /// Its profile.
    pub(super) profile: OrganisationProfileInput,
    /// The first day of its membership; today when nothing is said.
    pub(super) member_since: Option<Date>,
    /// Why, such as a resolution.
    #[graphql(default)]
    pub(super) reason: String,
}

/// A changed profile.
#[derive(InputObject)]
pub struct OrganisationUpdateInput {
    /// The organisation.
    pub(super) id: ID,
    /// The version the change is based on.
    pub(super) version: i32,
    /// The profile.
    pub(super) profile: OrganisationProfileInput,
}

/// A logo.
#[derive(InputObject)]
pub struct OrganisationSetLogoInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// What `POST /api/uploads?purpose=logo` gave to the same person.
    pub(super) upload_id: ID,
}

/// No logo.
#[derive(InputObject)]
pub struct OrganisationRemoveLogoInput {
    /// The organisation.
    pub(super) organisation_id: ID,
}

/// A contact person. All fields are replaced.
#[derive(InputObject)]
pub struct ContactInput {
    /// Full name.
    name: String,
    /// What the person does there.
    #[graphql(default)]
    function: String,
    /// E-mail address; either this or a phone number is needed.
    #[graphql(default)]
    email: String,
    /// Phone number.
    #[graphql(default)]
    phone: String,
    /// The day on which the person agreed to be published; without it, the contact is not public.
    consented_on: Option<Date>,
}

impl From<ContactInput> for ContactValues {
    fn from(input: ContactInput) -> Self {
        Self {
            name: input.name,
            function: input.function,
            email: input.email,
            phone: input.phone,
            consented_on: input.consented_on.map(|day| day.0),
        }
    }
}

/// A new contact person.
#[derive(InputObject)]
pub struct ContactAddInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// The contact.
    pub(super) contact: ContactInput,
}

/// A changed contact person.
#[derive(InputObject)]
pub struct ContactUpdateInput {
    /// The contact.
    pub(super) id: ID,
    /// The version the change is based on.
    pub(super) version: i32,
    /// The contact.
    pub(super) contact: ContactInput,
}

/// A contact person to be removed.
#[derive(InputObject)]
pub struct ContactRemoveInput {
    /// The contact.
    pub(super) id: ID,
    /// The version the removal is based on.
    pub(super) version: i32,
}

/// A membership whose rights rest from a day on.
#[derive(InputObject)]
pub struct MembershipSuspendInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// The first day; not before the current period's.
    pub(super) from: Date,
    /// Why.
    pub(super) reason: String,
}

/// A membership that is active again from a day on.
#[derive(InputObject)]
pub struct MembershipReactivateInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// The first day; not before the current period's.
    pub(super) from: Date,
    /// Why; may be empty.
    #[graphql(default)]
    pub(super) reason: String,
}

/// A membership that ends.
#[derive(InputObject)]
pub struct MembershipEndInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// The last day as a member; may lie in the future.
    pub(super) last_day: Date,
    /// Why.
    pub(super) reason: String,
}

/// A role for a person who has an account.
#[derive(InputObject)]
pub struct AffiliationAddInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// The person.
    pub(super) person_id: ID,
    /// The role.
    pub(super) role: AffiliationRole,
    /// The first day; today when nothing is said.
    pub(super) from: Option<Date>,
    /// The last day, which belongs to it; none while it lasts.
    pub(super) until: Option<Date>,
}

/// A role that ends.
#[derive(InputObject)]
pub struct AffiliationEndInput {
    /// The role.
    pub(super) id: ID,
    /// The version the change is based on.
    pub(super) version: i32,
    /// The last day with the role; a day before today ends it at once.
    pub(super) last_day: Date,
}

macro_rules! organisation_payloads {
    ($( $(#[$doc:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// The organisation.
            pub(super) organisation: Organisation,
        }
    )+ };
}

organisation_payloads! {
    /// The made organisation.
    OrganisationCreatePayload,
    /// The changed organisation.
    OrganisationUpdatePayload,
    /// The organisation with its logo.
    OrganisationSetLogoPayload,
    /// The organisation without a logo.
    OrganisationRemoveLogoPayload,
    /// The organisation without the contact.
    ContactRemovePayload,
    /// The organisation with its suspended membership.
    MembershipSuspendPayload,
    /// The organisation with its active membership.
    MembershipReactivatePayload,
    /// The organisation with its ended membership.
    MembershipEndPayload,
    /// The organisation with the given role.
    AffiliationAddPayload,
    /// The organisation with the ended role.
    AffiliationEndPayload,
}

/// The added contact.
#[derive(SimpleObject)]
pub struct ContactAddPayload {
    /// The contact.
    pub(super) contact: Contact,
    /// The organisation with all its contacts.
    pub(super) organisation: Organisation,
}

/// The changed contact.
#[derive(SimpleObject)]
pub struct ContactUpdatePayload {
    /// The contact.
    pub(super) contact: Contact,
    /// The organisation with all its contacts.
    pub(super) organisation: Organisation,
}

/// Whether an organisation is asked before its people are taken into groups.
#[derive(InputObject)]
pub struct OrganisationSetGroupConsentInput {
    /// The organisation.
    pub(super) organisation_id: ID,
    /// Whether it is asked.
    pub(super) wanted: bool,
}

/// The organisation.
#[derive(SimpleObject)]
pub struct OrganisationSetGroupConsentPayload {
    /// The organisation.
    pub(super) organisation: Organisation,
}
