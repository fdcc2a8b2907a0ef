//! Admitting an organisation: with a reason that the applicant reads, from a day on.

use leptos::prelude::*;
use verbund_shared::operations::{ApplicationAdmit, application_admit};

use super::application_page::Detail;
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, DateField, Dialog, Form, IconName, TextAreaField},
    i18n::{t, text, today},
    pages::support::current_version,
    state::toasts::toast_done,
};

/// The button, and the dialog that it opens.
pub(super) fn admit(id: StoredValue<String>, version: StoredValue<i64>, query: Detail) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <Button kind=ButtonKind::Primary icon=IconName::Done on_press=move |()| open.set(true)>
            {t("applications-admit")}
        </Button>
        <Dialog open title=t("applications-admit-title")>
            <p>{t("applications-admit-text")}</p>
            {form(id, version, open, query)}
        </Dialog>
    }
    .into_any()
}

fn form(id: StoredValue<String>, version: StoredValue<i64>, open: RwSignal<bool>, query: Detail) -> AnyView {
    let (reason, since) = (RwSignal::new(String::new()), RwSignal::new(today()));
    let submission = Submission::new();
    // Who was told that somebody else was faster and presses once more means it.
    Effect::new(move |_| {
        if let Some(current) = submission.failure().get().as_ref().and_then(current_version) {
            version.set_value(current);
        }
    });
    let send = move |()| {
        let input = application_admit::ApplicationAdmitInput {
            id: id.get_value(),
            version: version.get_value(),
            reason: reason.get_untracked(),
            member_since: Some(since.get_untracked()).filter(|day| !day.is_empty()),
        };
        submission.send::<ApplicationAdmit>(application_admit::Variables { input }, move |_| {
            open.set(false);
            toast_done(text("applications-admitted"));
            query.refetch();
        });
    };
    view! {
        <Form id="admit" errors=submission.errors() on_submit=send>
            <TextAreaField label=t("applications-reason") name="reason" value=reason rows=3 required=true/>
            <DateField
                label=t("organisations-member-since")
                name="memberSince"
                value=since
                hint=t("applications-member-since-hint")
            />
            <Actions>
                <Button submit=true kind=ButtonKind::Primary pending=submission.pending()>{t("applications-admit")}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
