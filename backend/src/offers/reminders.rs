//! Asking organisations by mail whether their offers are still right: once per offer and period,
//! however often and in however many processes this runs.

use chrono::Days;
use verbund_shared::{id::OrganisationId, limits::OFFER_DUE_DAYS};

use super::store::{self, OfferRow};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::ServiceResult,
    mail::{self, Mail, MailTemplate},
    organisations,
};

/// Asks about all offers that are due; returns how many mails were written.
pub async fn remind(app: &App) -> ServiceResult<usize> {
    let until = app.today() + Days::new(OFFER_DUE_DAYS);
    let due = store::offers_to_remind(app.db().read(), until).await?;
    let mut mails = 0;
    for of_organisation in due.chunk_by(|a, b| a.organisation_id == b.organisation_id) {
        mails += remind_organisation(app, of_organisation).await?;
    }
    Ok(mails)
}

async fn remind_organisation(app: &App, due: &[OfferRow]) -> ServiceResult<usize> {
    let Some(first) = due.first() else { return Ok(0) };
    let id = OrganisationId(first.organisation_id);
    let today = app.today();
    if !store::is_active_member(app.db().read(), id.0, today).await? {
        return Ok(0);
    }
    let people = store::representatives(app.db().read(), id.0, today).await?;
    let rows = organisations::service::organisations_by_id(app, &[id.0]).await?;
    let (Some(organisation), false) = (rows.first(), people.is_empty()) else { return Ok(0) };

    let permit = authorise(&Caller::system(), Action::OfferManage, &Facts::organisation(id))?;
    let tx = app.db().begin().await?;
    let mut count = 0;
    for offer in due {
        // Another process may have been faster.
        count += store::mark_reminded(&tx, &permit, offer).await?;
    }
    if count == 0 {
        return Ok(0);
    }
    for (to, locale) in &people {
        let mail = Mail {
            to: to.clone(),
            locale: *locale,
            template: MailTemplate::OfferCheckDue,
            values: vec![("organisation", organisation.name.clone()), ("count", count.to_string())],
            link: Some(format!("/organisation/angebote?organisation={id}")),
        };
        mail::enqueue(&tx, app, &permit, mail).await?;
    }
    let event = AuditEvent::new("offer_remind", "organisation")
        .object(id.0, &organisation.name)
        .organisation(id)
        .detail("count", count);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(people.len())
}
