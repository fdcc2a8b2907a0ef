//! What the mutations of applications take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use verbund_shared::{locale::Locale, organisations::OrganisationKind};

use super::objects::{Application, FollowedApplication};
use crate::{applications::rules::Filing, graphql::Date, organisations::graphql::term_ids};

/// An application for membership.
#[derive(InputObject)]
pub struct ApplicationFileInput {
    /// The organisation's name.
    organisation_name: String,
    /// What sort of organisation it is.
    kind: OrganisationKind,
    /// What it is for.
    purpose: String,
    /// Web address.
    #[graphql(default)]
    website: String,
    /// Street and number.
    #[graphql(default)]
    street: String,
    /// Postal code.
    #[graphql(default)]
    postal_code: String,
    /// Town.
    city: String,
    /// Whether it serves all districts.
    #[graphql(default)]
    statewide: bool,
    /// Topics and districts.
    terms: Vec<ID>,
    /// The contact's given name.
    contact_given_name: String,
    /// The contact's family name.
    contact_family_name: String,
    /// The contact's address, to which all mail goes.
    contact_email: String,
    /// The contact's phone number.
    #[graphql(default)]
    contact_phone: String,
    /// Why it wants to join.
    motivation: String,
    /// The language the applicant reads.
    locale: Locale,
    /// Leave this empty: people do not see its field.
    #[graphql(default)]
    pub(super) second_website: String,
}

impl From<ApplicationFileInput> for Filing {
    fn from(input: ApplicationFileInput) -> Self {
        Self {
            organisation_name: input.organisation_name,
            kind: input.kind,
            purpose: input.purpose,
            website: input.website,
            street: input.street,
            postal_code: input.postal_code,
            city: input.city,
            statewide: input.statewide,
            terms: term_ids(&input.terms),
            contact_given_name: input.contact_given_name,
            contact_family_name: input.contact_family_name,
            contact_email: input.contact_email,
            contact_phone: input.contact_phone,
            motivation: input.motivation,
            locale: input.locale,
        }
    }
}

/// The answer is the same whatever was filed.
#[derive(SimpleObject)]
pub struct ApplicationFilePayload {
    /// Where the confirmation was sent, as it was typed.
    pub(super) sent_to: String,
}

/// The link that confirms the address.
#[derive(InputObject)]
pub struct ApplicationConfirmInput {
    /// The last part of the link.
    pub(super) token: String,
}

/// The confirmed application.
#[derive(SimpleObject)]
pub struct ApplicationConfirmPayload {
    /// The application.
    pub(super) application: FollowedApplication,
    /// The last part of a private link to follow it.
    pub(super) follow_token: String,
}

/// An answer to the open question.
#[derive(InputObject)]
pub struct ApplicationAnswerInput {
    /// The last part of the private link.
    pub(super) token: String,
    /// The answer.
    pub(super) answer: String,
}

/// The answered application.
#[derive(SimpleObject)]
pub struct ApplicationAnswerPayload {
    /// The application.
    pub(super) application: FollowedApplication,
}

/// An application that is taken back.
#[derive(InputObject)]
pub struct ApplicationWithdrawInput {
    /// The last part of the private link.
    pub(super) token: String,
    /// Why; may be empty.
    #[graphql(default)]
    pub(super) reason: String,
}

/// The withdrawn application.
#[derive(SimpleObject)]
pub struct ApplicationWithdrawPayload {
    /// The application.
    pub(super) application: FollowedApplication,
}

/// An application to be taken into review.
#[derive(InputObject)]
pub struct ApplicationStartReviewInput {
    /// The application.
    pub(super) id: ID,
    /// The version this is based on.
    pub(super) version: i32,
}

/// A question to the applicant.
#[derive(InputObject)]
pub struct ApplicationAskInput {
    /// The application.
    pub(super) id: ID,
    /// The version this is based on.
    pub(super) version: i32,
    /// The question, which goes out by mail.
    pub(super) question: String,
}

/// An internal note.
#[derive(InputObject)]
pub struct ApplicationNoteInput {
    /// The application.
    pub(super) id: ID,
    /// The version this is based on.
    pub(super) version: i32,
    /// The note, which the applicant never sees.
    pub(super) note: String,
}

/// The decision to admit.
#[derive(InputObject)]
pub struct ApplicationAdmitInput {
    /// The application.
    pub(super) id: ID,
    /// The version this is based on.
    pub(super) version: i32,
    /// Why; the applicant reads it.
    pub(super) reason: String,
    /// The first day of the membership, at most a year ahead; today when nothing is said.
    pub(super) member_since: Option<Date>,
}

/// The decision to decline.
#[derive(InputObject)]
pub struct ApplicationDeclineInput {
    /// The application.
    pub(super) id: ID,
    /// The version this is based on.
    pub(super) version: i32,
    /// Why; the applicant reads it.
    pub(super) reason: String,
}

macro_rules! application_payloads {
    ($( $(#[$doc:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// The application.
            pub(super) application: Application,
        }
    )+ };
}

application_payloads! {
    /// The application in review.
    ApplicationStartReviewPayload,
    /// The application with the question.
    ApplicationAskPayload,
    /// The application with the note.
    ApplicationNotePayload,
    /// The admitted application.
    ApplicationAdmitPayload,
    /// The declined application.
    ApplicationDeclinePayload,
}
