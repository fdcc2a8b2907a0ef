//! The logo of the own organisation.

use leptos::prelude::*;
use verbund_shared::operations::{
    OrganisationRemoveLogo, OrganisationSetLogo, organisation_remove_logo, organisation_set_logo,
};

use super::profile_tab::{Editing, Parts};
use crate::{
    api::{Submission, send, upload},
    components::{Actions, Avatar, Button, ButtonKind, FileField, SectionHeading},
    i18n::{errors, t, text},
    state::toasts::toast_done,
};

/// The logo as it is, and how to change it.
pub(super) fn logo(parts: &Parts, query: Editing) -> AnyView {
    let submission = Submission::new();
    let id = StoredValue::new(parts.id.clone());
    let take = move |file: web_sys::File| {
        let work = async move {
            let upload_id = upload("logo", &file).await?;
            let input = organisation_set_logo::OrganisationSetLogoInput {
                organisation_id: id.get_value(),
                upload_id,
            };
            send::<OrganisationSetLogo>(organisation_set_logo::Variables { input }).await
        };
        submission.run(work, move |_| {
            toast_done(text("organisations-logo-set"));
            query.refetch();
        });
    };
    let remove = move |()| {
        let input = organisation_remove_logo::OrganisationRemoveLogoInput { organisation_id: id.get_value() };
        submission.send::<OrganisationRemoveLogo>(organisation_remove_logo::Variables { input }, move |_| {
            query.refetch();
        });
    };
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    let shown = match parts.logo_url.clone() {
        Some(src) => view! { <Avatar name=parts.name.clone() src large=true/> },
        None => view! { <Avatar name=parts.name.clone() large=true/> },
    };
    let has_logo = parts.logo_url.is_some();
    view! {
        <SectionHeading title=t("organisations-logo")/>
        {shown}
        <FileField
            label=t("organisations-logo-choose")
            name="logo"
            accept="image/png,image/jpeg,image/webp"
            hint=t("organisations-logo-hint")
            on_file=UnsyncCallback::new(take)
            error
        />
        {has_logo.then(|| view! {
            <Actions>
                <Button kind=ButtonKind::Quiet pending=submission.pending() on_press=remove>{t("organisations-logo-remove")}</Button>
            </Actions>
        })}
    }
    .into_any()
}
