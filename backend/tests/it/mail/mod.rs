//! The outbox and the way out of it.

mod outbox;
mod sending;

use verbund::{
    authz::{Action, Caller, Facts, authorise},
    mail::{Mail, MailTemplate, enqueue},
};
use verbund_shared::locale::Locale;

use crate::support::TestApp;

/// Puts an invitation into the outbox, as a use case would.
async fn queue(app: &TestApp, to: &str) {
    let permit = authorise(&Caller::system(), Action::AffiliationManage, &Facts::NONE).unwrap();
    let mail = Mail {
        to: to.to_owned(),
        locale: Locale::De,
        template: MailTemplate::Invitation,
        values: vec![
            ("name", "Eva Groß".to_owned()),
            ("organisation", "Verein <A>".to_owned()),
            ("inviter", "Anna".to_owned()),
            ("until", "2. März 2026".to_owned()),
        ],
        link: Some("/einladung/geheim123".to_owned()),
    };
    let tx = app.app.db().begin().await.unwrap();
    enqueue(&tx, &app.app, &permit, mail).await.unwrap();
    tx.commit().await.unwrap();
}
