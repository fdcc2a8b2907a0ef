//! Suspending, reactivating and ending a membership.

use chrono::NaiveDate;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::OrganisationId,
    limits::TEXT_MAX,
    organisations::MembershipState,
    values::FieldCheck,
};

use super::authorised_organisation;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller},
    error::{ServiceError, ServiceResult, all_right},
    groups,
    network::store::next_directory_sequence,
    organisations::{
        rules::membership::{Period, Refusal, plan},
        store::{self, OrganisationRow},
    },
};

/// A change of how an organisation stands in the network.
#[derive(Debug, Clone)]
pub struct MembershipChange {
    /// The new state.
    pub state: MembershipState,
    /// Its first day.
    pub from: NaiveDate,
    /// The input's field that holds the day, for its error.
    pub day_field: &'static str,
    /// Why; may be empty only when a membership becomes active.
    pub reason: String,
}

/// Changes a membership from a day on; what was planned for later is replaced.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`DATE_ORDER` for a day before the current period),
/// `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn change_membership(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
    change: MembershipChange,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = authorised_organisation(&tx, caller, Action::MembershipChange, organisation).await?;
    let mut check = FieldCheck::new();
    let reason = match change.state {
        MembershipState::Active => check.text("reason", &change.reason, TEXT_MAX),
        MembershipState::Suspended | MembershipState::Ended => {
            check.required_text("reason", &change.reason, TEXT_MAX)
        }
    };
    all_right(check)?;
    let periods: Vec<Period> =
        store::memberships_of(&tx, &[row.id]).await?.iter().map(Period::from).collect();
    let plan = plan(&periods, app.today(), change.state, change.from).map_err(|refusal| match refusal {
        Refusal::Forbidden(state) => ServiceError::user(refusal.code())
            .with("state", state.map(MembershipState::as_str).unwrap_or_default()),
        Refusal::BeforeCurrent(from) => ServiceError::fields(vec![
            FieldError::new(change.day_field, ErrorCode::DateOrder).with("earliest", from.to_string()),
        ]),
    })?;
    store::apply_plan(&tx, &permit, app.clock(), row.id, plan, change.state, &reason).await?;
    if change.state == MembershipState::Ended {
        // The day before the first without it.
        let last_day = change.from.pred_opt().unwrap_or(change.from);
        groups::service::end_for_organisation(&tx, app, &permit, (organisation, None), last_day).await?;
    }
    let sequence = next_directory_sequence(&tx, &permit).await?;
    let row = store::touch_organisation(&tx, &permit, app.clock(), row.id, sequence).await?;
    let action = match change.state {
        MembershipState::Active => "membership_reactivate",
        MembershipState::Suspended => "membership_suspend",
        MembershipState::Ended => "membership_end",
    };
    let event = AuditEvent::new(action, "organisation")
        .object(row.id, &row.name)
        .organisation(organisation)
        .detail("from", change.from.to_string())
        .detail("reason", reason);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}
