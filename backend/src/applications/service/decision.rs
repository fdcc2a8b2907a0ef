//! Admitting and declining.

use chrono::NaiveDate;
use verbund_shared::{
    id::{ApplicationId, OrganisationId, TermId},
    limits::TEXT_MAX,
    locale::Locale,
    people::AffiliationRole,
    values::FieldCheck,
};

use super::{
    mails,
    review::{held, required},
    take_step,
};
use crate::{
    accounts::invitations::{Invite, OfferedRole, invite},
    app::App,
    applications::{
        rules::{Step, after},
        store::{self, ApplicationRow, Change},
    },
    authz::{Action, Caller},
    error::{ServiceError, ServiceResult, all_right},
    mail::MailTemplate,
    network::rules::Bilingual,
    organisations::{
        rules::{
            membership::check_member_since,
            profile::{ContactValues, OrganisationProfile},
        },
        service::{NewOrganisation, add_contact_in, create_organisation_in},
    },
};

/// The decision to admit.
#[derive(Debug, Clone)]
pub struct Admission {
    /// Why; the applicant reads it.
    pub reason: String,
    /// The first day of the membership.
    pub member_since: NaiveDate,
}

/// Admits: organisation with terms and contact, membership, an invitation for the contact as
/// representative, and both mails, all or nothing.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn admit(
    app: &App,
    caller: &Caller,
    id: ApplicationId,
    based_on: i32,
    admission: Admission,
) -> ServiceResult<ApplicationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = held(&tx, caller, Action::ApplicationDecide, id, based_on).await?;
    let mut check = FieldCheck::new();
    let reason = check.required_text("reason", &admission.reason, TEXT_MAX);
    check_member_since(&mut check, "memberSince", admission.member_since, app.today());
    all_right(check)?;
    after(row.state, Step::Admit)
        .map_err(|refused| ServiceError::user(refused.code()).with("state", refused.0.as_str()))?;
    let terms = store::terms_of(&tx, row.id).await?;
    let new = NewOrganisation {
        profile: profile_of(&row, terms.iter().map(|term| TermId(term.id)).collect()),
        member_since: admission.member_since,
        reason: reason.clone(),
        import_key: None,
    };
    let organisation = create_organisation_in(&tx, app, &permit, new).await?;
    let contact = ContactValues {
        name: format!("{} {}", row.contact_given_name, row.contact_family_name),
        email: row.contact_email.clone(),
        phone: row.contact_phone.clone(),
        // Publishing needs a consent that nobody has given yet.
        consented_on: None,
        ..ContactValues::default()
    };
    add_contact_in(&tx, app, &permit, &organisation, contact).await?;
    let change = Change {
        decision: Some((app.clock().now(), reason.clone())),
        organisation: Some(organisation.id),
        ..Change::default()
    };
    let row = take_step(&tx, app, &permit, &row, Step::Admit, &reason, change).await?;
    let value = Some(("reason", reason.as_str()));
    mails::to_applicant(&tx, app, &permit, &row, MailTemplate::ApplicationAdmitted, value).await?;
    let role = OfferedRole::InOrganisation(OrganisationId(organisation.id), AffiliationRole::Representative);
    let invitation = Invite {
        email: row.contact_email.clone(),
        given_name: row.contact_given_name.clone(),
        family_name: row.contact_family_name.clone(),
        locale: row.locale,
        role,
        from_day: app.today(),
        until_day: None,
    };
    invite(&tx, app, &permit, invitation).await?;
    tx.commit().await?;
    Ok(row)
}

/// Declines, with a reason that the applicant reads.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn decline(
    app: &App,
    caller: &Caller,
    id: ApplicationId,
    based_on: i32,
    reason: &str,
) -> ServiceResult<ApplicationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = held(&tx, caller, Action::ApplicationDecide, id, based_on).await?;
    let reason = required("reason", reason)?;
    let change = Change { decision: Some((app.clock().now(), reason.clone())), ..Change::default() };
    let row = take_step(&tx, app, &permit, &row, Step::Decline, &reason, change).await?;
    let value = Some(("reason", reason.as_str()));
    mails::to_applicant(&tx, app, &permit, &row, MailTemplate::ApplicationDeclined, value).await?;
    tx.commit().await?;
    Ok(row)
}

fn profile_of(row: &ApplicationRow, terms: Vec<TermId>) -> OrganisationProfile {
    // The purpose was written in one language; German must not be empty.
    let english = if row.locale == Locale::En { row.purpose.clone() } else { String::new() };
    OrganisationProfile {
        name: row.organisation_name.clone(),
        short_name: String::new(),
        kind: row.kind,
        purpose: Bilingual { de: row.purpose.clone(), en: english },
        website: row.website.clone(),
        email: String::new(),
        phone: String::new(),
        street: row.street.clone(),
        postal_code: row.postal_code.clone(),
        city: row.city.clone(),
        statewide: row.statewide,
        terms,
    }
}
