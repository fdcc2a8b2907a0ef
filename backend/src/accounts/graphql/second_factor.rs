//! The second factor in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use crate::{
    accounts::service::second_factor,
    graphql::{ApiResult, app_of, caller_of},
};

/// Turning the second factor on.
#[derive(InputObject)]
pub struct TotpStartInput {
    /// The own password.
    #[graphql(secret)]
    password: String,
}

/// What the authenticator app needs. Shown this once.
#[derive(SimpleObject)]
pub struct TotpStartPayload {
    /// The secret, for those who type it.
    secret: String,
    /// The address that apps open: `otpauth://...`.
    uri: String,
    /// The address as a QR code: a `data:` address for an image.
    picture: String,
}

/// A first code.
#[derive(InputObject)]
pub struct TotpConfirmInput {
    /// The code that the authenticator app shows.
    #[graphql(secret)]
    code: String,
}

/// The second factor is on.
#[derive(SimpleObject)]
pub struct TotpConfirmPayload {
    /// Codes that replace the app, each once. Shown this once.
    recovery_codes: Vec<String>,
}

/// Password and code, to be sure who asks.
#[derive(InputObject)]
pub struct TotpDisableInput {
    /// The own password.
    #[graphql(secret)]
    password: String,
    /// A code of the authenticator app, or a recovery code.
    #[graphql(secret)]
    code: String,
}

/// The second factor is off.
#[derive(SimpleObject)]
pub struct TotpDisablePayload {
    /// Always false.
    on: bool,
}

/// Password and code, to be sure who asks.
#[derive(InputObject)]
pub struct RecoveryCodesRenewInput {
    /// The own password.
    #[graphql(secret)]
    password: String,
    /// A code of the authenticator app, or a recovery code.
    #[graphql(secret)]
    code: String,
}

/// New recovery codes; the old ones no longer work.
#[derive(SimpleObject)]
pub struct RecoveryCodesRenewPayload {
    /// Codes that replace the app, each once. Shown this once.
    recovery_codes: Vec<String>,
}

/// Working on the second factor.
#[derive(Default)]
pub struct SecondFactorMutation;

#[Object]
impl SecondFactorMutation {
    /// Makes a secret for an authenticator app; nothing is on before a first code is confirmed.
    /// Errors: `VALIDATION` (`PASSWORD_WRONG`), `STATE_FORBIDS` when it is on, `RATE_LIMITED`,
    /// `UNAUTHENTICATED`.
    async fn totp_start(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The own password.")] input: TotpStartInput,
    ) -> ApiResult<TotpStartPayload> {
        let enrolment = second_factor::start(app_of(ctx), caller_of(ctx), &input.password).await?;
        Ok(TotpStartPayload { secret: enrolment.typed, uri: enrolment.uri, picture: enrolment.picture })
    }

    /// Turns the second factor on by a first code.
    /// Errors: `VALIDATION` (`SECOND_FACTOR_WRONG`), `STATE_FORBIDS`, `RATE_LIMITED`,
    /// `UNAUTHENTICATED`.
    async fn totp_confirm(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A first code.")] input: TotpConfirmInput,
    ) -> ApiResult<TotpConfirmPayload> {
        let recovery_codes = second_factor::confirm(app_of(ctx), caller_of(ctx), &input.code).await?;
        Ok(TotpConfirmPayload { recovery_codes })
    }

    /// Turns the second factor off.
    /// Errors: `VALIDATION` (`PASSWORD_WRONG`, `SECOND_FACTOR_WRONG`), `STATE_FORBIDS` when it is
    /// off, `RATE_LIMITED`, `UNAUTHENTICATED`.
    async fn totp_disable(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Password and code.")] input: TotpDisableInput,
    ) -> ApiResult<TotpDisablePayload> {
        second_factor::disable(app_of(ctx), caller_of(ctx), &input.password, &input.code).await?;
        Ok(TotpDisablePayload { on: false })
    }

    /// Makes new recovery codes.
    /// Errors: as for `totpDisable`.
    async fn recovery_codes_renew(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Password and code.")] input: RecoveryCodesRenewInput,
    ) -> ApiResult<RecoveryCodesRenewPayload> {
        let recovery_codes =
            second_factor::renew_codes(app_of(ctx), caller_of(ctx), &input.password, &input.code).await?;
        Ok(RecoveryCodesRenewPayload { recovery_codes })
    }
}
