//! Telling the applicant and the coordination office.

use verbund_shared::id::ApplicationId;

use crate::{
    accounts::secrets,
    app::App,
    applications::store::{self, ApplicationRow},
    authz::Permit,
    db::Transaction,
    error::ServiceResult,
    mail::{self, Mail, MailTemplate},
};

/// The path of a page that confirms an address.
pub(super) fn confirm_path(token: &str) -> String {
    format!("/mitmachen/bestaetigen/{token}")
}

/// A new private link to follow an application. Only its hash is kept, so each mail carries one
/// of its own; all of them work.
pub(super) async fn new_link(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    application: &ApplicationRow,
) -> ServiceResult<String> {
    let token = secrets::new_token();
    store::insert_link(tx, permit, app.clock(), application.id, secrets::hash(&token)).await?;
    Ok(token)
}

/// A mail to the applicant, in the applicant's language, with a private link.
pub(super) async fn to_applicant(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    application: &ApplicationRow,
    template: MailTemplate,
    value: Option<(&'static str, &str)>,
) -> ServiceResult<()> {
    let token = new_link(tx, app, permit, application).await?;
    let link = format!("/antrag/{token}");
    mail::enqueue(tx, app, permit, written(application, template, value, link)).await
}

/// The mail by which the applicant confirms the address.
pub(super) async fn to_confirm(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    application: &ApplicationRow,
    token: &str,
) -> ServiceResult<()> {
    let mail = written(application, MailTemplate::ApplicationConfirm, None, confirm_path(token));
    mail::enqueue(tx, app, permit, mail).await
}

/// A mail to everybody who runs the platform today, each in their language.
pub(super) async fn to_coordinators(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    application: &ApplicationRow,
    template: MailTemplate,
    value: Option<(&'static str, &str)>,
) -> ServiceResult<()> {
    let link = format!("/verwaltung/antraege/{}", ApplicationId(application.id));
    for (to, locale) in store::coordinators(tx, app.today()).await? {
        let mut values = vec![("organisation", application.organisation_name.clone())];
        values.extend(value.map(|(name, text)| (name, text.to_owned())));
        let mail = Mail { to, locale, template, values, link: Some(link.clone()) };
        mail::enqueue(tx, app, permit, mail).await?;
    }
    Ok(())
}

fn written(
    application: &ApplicationRow,
    template: MailTemplate,
    value: Option<(&'static str, &str)>,
    link: String,
) -> Mail {
    let name = format!("{} {}", application.contact_given_name, application.contact_family_name);
    let mut values = vec![("name", name), ("organisation", application.organisation_name.clone())];
    values.extend(value.map(|(name, text)| (name, text.to_owned())));
    Mail {
        to: application.contact_email.clone(),
        locale: application.locale,
        template,
        values,
        link: Some(link),
    }
}
