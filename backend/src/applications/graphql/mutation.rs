//! Changing applications.

use async_graphql::{Context, Object};

use super::inputs::*;
use crate::{
    applications::service::{self, Admission},
    graphql::{ApiResult, app_of, caller_of, parse_id},
};

/// Changing applications.
#[derive(Default)]
pub struct ApplicationMutation;

#[Object]
impl ApplicationMutation {
    /// Files an application; a mail with a link confirms the address. For everybody.
    /// Errors: `VALIDATION`, `RATE_LIMITED`.
    async fn application_file(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application.")] mut input: ApplicationFileInput,
    ) -> ApiResult<ApplicationFilePayload> {
        let trap = std::mem::take(&mut input.second_website);
        let filing: crate::applications::rules::Filing = input.into();
        let sent_to = filing.contact_email.trim().to_owned();
        service::file(app_of(ctx), caller_of(ctx), filing, &trap).await?;
        Ok(ApplicationFilePayload { sent_to })
    }

    /// Confirms the applicant's address. For whoever has the link; it works once, for 14 days.
    /// Errors: `LINK_INVALID`.
    async fn application_confirm(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link.")] input: ApplicationConfirmInput,
    ) -> ApiResult<ApplicationConfirmPayload> {
        let (row, follow_token) = service::confirm(app_of(ctx), caller_of(ctx), &input.token).await?;
        Ok(ApplicationConfirmPayload { application: row.into(), follow_token })
    }

    /// Answers the open question. For whoever has the private link.
    /// Errors: `LINK_INVALID`, `VALIDATION`, `STATE_FORBIDS`.
    async fn application_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: ApplicationAnswerInput,
    ) -> ApiResult<ApplicationAnswerPayload> {
        let row = service::answer(app_of(ctx), caller_of(ctx), &input.token, &input.answer).await?;
        Ok(ApplicationAnswerPayload { application: row.into() })
    }

    /// Takes an application back. For whoever has the private link.
    /// Errors: `LINK_INVALID`, `VALIDATION`, `STATE_FORBIDS`.
    async fn application_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which and why.")] input: ApplicationWithdrawInput,
    ) -> ApiResult<ApplicationWithdrawPayload> {
        let row = service::withdraw(app_of(ctx), caller_of(ctx), &input.token, &input.reason).await?;
        Ok(ApplicationWithdrawPayload { application: row.into() })
    }

    /// Takes an application into review. Coordinators and the steering group.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn application_start_review(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application.")] input: ApplicationStartReviewInput,
    ) -> ApiResult<ApplicationStartReviewPayload> {
        let id = parse_id(&input.id)?;
        let row = service::start_review(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(ApplicationStartReviewPayload { application: row.into() })
    }

    /// Asks the applicant a question, by mail. Coordinators and the steering group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn application_ask(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The question.")] input: ApplicationAskInput,
    ) -> ApiResult<ApplicationAskPayload> {
        let id = parse_id(&input.id)?;
        let row = service::ask(app_of(ctx), caller_of(ctx), id, input.version, &input.question).await?;
        Ok(ApplicationAskPayload { application: row.into() })
    }

    /// Adds a note that the applicant never sees. Coordinators and the steering group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn application_note(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The note.")] input: ApplicationNoteInput,
    ) -> ApiResult<ApplicationNotePayload> {
        let id = parse_id(&input.id)?;
        let row = service::add_note(app_of(ctx), caller_of(ctx), id, input.version, &input.note).await?;
        Ok(ApplicationNotePayload { application: row.into() })
    }

    /// Admits: makes organisation, membership and an invitation for the contact, all or nothing.
    /// Coordinators and the steering group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn application_admit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: ApplicationAdmitInput,
    ) -> ApiResult<ApplicationAdmitPayload> {
        let app = app_of(ctx);
        let id = parse_id(&input.id)?;
        let admission = Admission {
            reason: input.reason,
            member_since: input.member_since.map_or_else(|| app.today(), |day| day.0),
        };
        let row = service::admit(app, caller_of(ctx), id, input.version, admission).await?;
        Ok(ApplicationAdmitPayload { application: row.into() })
    }

    /// Declines, with a reason that the applicant reads. Coordinators and the steering group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn application_decline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: ApplicationDeclineInput,
    ) -> ApiResult<ApplicationDeclinePayload> {
        let id = parse_id(&input.id)?;
        let row = service::decline(app_of(ctx), caller_of(ctx), id, input.version, &input.reason).await?;
        Ok(ApplicationDeclinePayload { application: row.into() })
    }
}
