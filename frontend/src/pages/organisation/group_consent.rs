//! Whether the organisation wants to be asked before its people are taken into groups.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{
    OrganisationGroupConsent, OrganisationSetGroupConsent, organisation_group_consent,
    organisation_set_group_consent,
};

use crate::{
    api::{Query, Submission, use_query},
    components::{Actions, Button, CheckboxField, Form, SectionHeading, SkeletonShape},
    i18n::{t, text},
    pages::support::show,
    state::toasts::toast_done,
};

type Consent = organisation_group_consent::ResponseData;

/// The setting, for those who represent the organisation.
pub(super) fn group_consent(organisation: String) -> AnyView {
    let query = use_query::<OrganisationGroupConsent>(move || organisation_group_consent::Variables {
        id: organisation.clone(),
    });
    view! {
        <SectionHeading title=t("organisations-groups")/>
        {show(query, SkeletonShape::Text, move |data| form(data, query))}
    }
    .into_any()
}

fn form(data: Arc<Consent>, query: Query<Consent>) -> AnyView {
    let organisation = &data.organisation;
    let asks = RwSignal::new(organisation.group_consent);
    let id = organisation.id.clone();
    let submission = Submission::new();
    let save = move |()| {
        let input = organisation_set_group_consent::OrganisationSetGroupConsentInput {
            organisation_id: id.clone(),
            wanted: asks.get_untracked(),
        };
        let variables = organisation_set_group_consent::Variables { input };
        submission.send::<OrganisationSetGroupConsent>(variables, move |_| {
            toast_done(text("organisations-saved"));
            query.refetch();
        });
    };
    view! {
        <Form id="group-consent" errors=submission.errors() on_submit=save>
            <CheckboxField
                label=t("organisations-group-consent")
                hint=t("organisations-group-consent-hint")
                name="wanted"
                value=asks
            />
            <Actions>
                <Button submit=true pending=submission.pending()>{t("organisations-save")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
