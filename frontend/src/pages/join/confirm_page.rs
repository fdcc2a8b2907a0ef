//! Confirming an application by the link from the mail.

use leptos::prelude::*;
use verbund_shared::operations::{ApplicationConfirm, application_confirm};

use super::apply_page::way;
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, ButtonLink, IconName, Notice, PageHeader, Tone},
    i18n::{errors, t, t_with},
    routes::Route,
    state::focus,
};

/// Confirming an application by the link from the mail. It takes a press on a button: programs
/// that look into mails follow links by themselves.
#[component]
pub fn ConfirmPage(
    /// From the address.
    token: String,
) -> AnyView {
    let submission = Submission::new();
    let confirmed = RwSignal::new(None::<(String, String)>);
    let confirm = move |()| {
        let input = application_confirm::ApplicationConfirmInput { token: token.clone() };
        submission.send::<ApplicationConfirm>(application_confirm::Variables { input }, move |data| {
            focus::want_heading();
            let answer = data.application_confirm;
            confirmed.set(Some((answer.application.organisation_name, answer.follow_token)));
        });
    };
    let confirm = Callback::new(confirm);
    (move || match confirmed.get() {
        Some((name, follow)) => view! {
            <PageHeader title=t("applications-confirmed-title")/>
            {way(2)}
            <Notice tone=Tone::Good title=t_with("applications-confirmed", &[("name", name.into())])>
                <p>{t("applications-confirmed-text")}</p>
            </Notice>
            <Actions>
                <ButtonLink kind=ButtonKind::Primary href=Route::ApplicationFollow(follow).href()>
                    {t("applications-follow")}
                </ButtonLink>
            </Actions>
        }
        .into_any(),
        None => view! {
            <PageHeader title=t("applications-confirm-title") intro=t("applications-confirm-intro")/>
            {way(1)}
            {move || submission.failure().get().map(|failure| view! {
                <div role="alert">
                    <Notice tone=Tone::Wrong title=errors::failure_text(&failure)>
                        <p>{t("applications-confirm-failed")}</p>
                    </Notice>
                </div>
            })}
            <Actions>
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Check
                    pending=submission.pending()
                    on_press=confirm
                >
                    {t("applications-confirm-action")}
                </Button>
                <ButtonLink href=Route::Apply.href()>{t("applications-again")}</ButtonLink>
            </Actions>
        }
        .into_any(),
    })
    .into_any()
}
