//! People in the API.

mod administration;

pub use administration::{PeopleAdministrationMutation, PeopleQuery};

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{id::PersonId, locale::Locale, people::PersonState};

use crate::people::{rules::Profile, service, store::PersonRow};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, app_of, caller_of},
};

/// A person. Of somebody who has left only the placeholder remains: both names are empty.
pub struct Person {
    row: PersonRow,
    /// Whether it is shown to the person it is, as after a sign-in.
    own: bool,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self { row, own: false }
    }
}

impl Person {
    /// The person who asks.
    pub fn own(row: PersonRow) -> Self {
        Self { row, own: true }
    }
}

/// A person. Of somebody who has left only the placeholder remains: both names are empty.
#[Object]
impl Person {
    /// Opaque id.
    async fn id(&self) -> ID {
        PersonId(self.row.id).into()
    }

    /// Given name.
    async fn given_name(&self) -> &str {
        &self.row.given_name
    }

    /// Family name.
    async fn family_name(&self) -> &str {
        &self.row.family_name
    }

    /// The address they sign in with; null for those who may not see it.
    async fn email(&self, ctx: &Context<'_>) -> Option<&str> {
        let caller = caller_of(ctx);
        let own = self.own || caller.actor.person_id() == Some(PersonId(self.row.id));
        (own || may(caller, Action::PeopleRead, &Facts::NONE)).then_some(self.row.email.as_deref()).flatten()
    }

    /// Language of the mails to them.
    async fn locale(&self) -> Locale {
        self.row.locale
    }

    /// Whether they can sign in, or are only a placeholder.
    async fn state(&self) -> PersonState {
        self.row.state
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// The own changed details.
#[derive(InputObject)]
pub struct ProfileUpdateInput {
    /// The version the change is based on.
    version: i32,
    /// Given name.
    given_name: String,
    /// Family name.
    family_name: String,
    /// Language of the mails.
    locale: Locale,
}

/// The changed person.
#[derive(SimpleObject)]
pub struct ProfileUpdatePayload {
    /// Oneself.
    person: Person,
}

/// Changing people.
#[derive(Default)]
pub struct PeopleMutation;

#[Object]
impl PeopleMutation {
    /// Changes the own names and language.
    /// Errors: `VALIDATION`, `CONFLICT`, `UNAUTHENTICATED`.
    async fn profile_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed details.")] input: ProfileUpdateInput,
    ) -> ApiResult<ProfileUpdatePayload> {
        let version = input.version;
        let profile =
            Profile { given_name: input.given_name, family_name: input.family_name, locale: input.locale };
        let row = service::update_own_profile(app_of(ctx), caller_of(ctx), profile, version).await?;
        Ok(ProfileUpdatePayload { person: Person::own(row) })
    }
}
