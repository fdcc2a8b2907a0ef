//! The own account: password, address, own data, leaving; and deleting somebody.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{error::ErrorCode, id::PersonId};

use super::cookie::take_back;
use crate::{
    accounts::service::{deletion, email, own_data, password},
    authz::Actor,
    error::ServiceError,
    graphql::{ApiResult, app_of, caller_of, parse_id},
};

/// A changed password.
#[derive(InputObject)]
pub struct PasswordChangeInput {
    /// The password so far.
    #[graphql(secret)]
    current_password: String,
    /// The new password, 12 to 128 characters.
    #[graphql(secret)]
    new_password: String,
}

/// The password is changed.
#[derive(SimpleObject)]
pub struct PasswordChangePayload {
    /// How many other devices were signed out.
    ended_sessions: i32,
}

/// A new address.
#[derive(InputObject)]
pub struct EmailChangeRequestInput {
    /// The new address.
    email: String,
    /// The own password.
    #[graphql(secret)]
    password: String,
}

/// The request was taken. Says nothing about whether somebody else has the address.
#[derive(SimpleObject)]
pub struct EmailChangeRequestPayload {
    /// For how many hours the link works that was sent to the new address.
    link_hours: i32,
}

/// Everything stored about oneself.
#[derive(SimpleObject)]
pub struct OwnDataExportPayload {
    /// A name for the file.
    file_name: String,
    /// The file's text: JSON.
    json: String,
}

/// Whom to delete: with a password oneself, with an id somebody else.
#[derive(InputObject)]
pub struct PersonDeleteInput {
    /// Somebody else; coordinators only.
    person_id: Option<ID>,
    /// The own password, to delete oneself.
    #[graphql(secret)]
    password: Option<String>,
    /// The second factor, where it is on, to delete oneself.
    #[graphql(secret)]
    code: Option<String>,
}

/// Somebody was deleted.
#[derive(SimpleObject)]
pub struct PersonDeletePayload {
    /// Who is now a placeholder.
    person_id: ID,
}

/// Working on the own account.
#[derive(Default)]
pub struct OwnAccountMutation;

#[Object]
impl OwnAccountMutation {
    /// Changes the own password and signs all other devices out.
    /// Errors: `VALIDATION` (`PASSWORD_WRONG`, `TOO_SHORT`, `PASSWORD_TOO_EASY`), `RATE_LIMITED`,
    /// `UNAUTHENTICATED`.
    async fn password_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The passwords.")] input: PasswordChangeInput,
    ) -> ApiResult<PasswordChangePayload> {
        let ended =
            password::change(app_of(ctx), caller_of(ctx), &input.current_password, &input.new_password)
                .await?;
        Ok(PasswordChangePayload { ended_sessions: i32::try_from(ended).unwrap_or(i32::MAX) })
    }

    /// Sends a link to the new address; it counts only once confirmed.
    /// Errors: `VALIDATION` (`PASSWORD_WRONG`, `INVALID_EMAIL`, `DUPLICATE` when it is the own one),
    /// `RATE_LIMITED`, `UNAUTHENTICATED`.
    async fn email_change_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new address.")] input: EmailChangeRequestInput,
    ) -> ApiResult<EmailChangeRequestPayload> {
        email::request_change(app_of(ctx), caller_of(ctx), &input.email, &input.password).await?;
        let hours = crate::accounts::rules::LINK_LIFE.num_hours();
        Ok(EmailChangeRequestPayload { link_hours: i32::try_from(hours).unwrap_or(1) })
    }

    /// Everything stored about oneself, as JSON; noted in the audit trail.
    /// Errors: `UNAUTHENTICATED`.
    async fn own_data_export(&self, ctx: &Context<'_>) -> ApiResult<OwnDataExportPayload> {
        let json = own_data::export(app_of(ctx), caller_of(ctx)).await?;
        let file_name = format!("verbund-{}.json", app_of(ctx).today());
        Ok(OwnDataExportPayload { file_name, json })
    }

    /// Replaces a person by a placeholder: oneself, or somebody else for a coordinator. What they
    /// did stays, without their name.
    /// Errors: `LAST_OF_ITS_KIND` for the only coordinator; `VALIDATION`, `RATE_LIMITED` for
    /// oneself; `NOT_FOUND`, `FORBIDDEN`; `UNAUTHENTICATED`.
    async fn person_delete(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: PersonDeleteInput,
    ) -> ApiResult<PersonDeletePayload> {
        let (app, caller) = (app_of(ctx), caller_of(ctx));
        let Actor::Person { id: me, .. } = caller.actor else {
            return Err(ServiceError::user(ErrorCode::Unauthenticated).into());
        };
        let whom = input.person_id.as_ref().map(parse_id::<PersonId>).transpose()?.unwrap_or(me);
        if whom == me {
            let password = input.password.unwrap_or_default();
            deletion::delete_own(app, caller, &password, &input.code.unwrap_or_default()).await?;
            take_back(ctx);
        } else {
            deletion::delete_person(app, caller, whom).await?;
        }
        Ok(PersonDeletePayload { person_id: whom.into() })
    }
}
