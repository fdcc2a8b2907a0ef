//! Inviting somebody into a role of the network.

use leptos::prelude::*;
use verbund_shared::{
    locale::Locale,
    operations::{NetworkRoleInvite, network_role_invite},
    people::NetworkRole,
};

use super::people_words as words;
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, Choice, DateField, Form, SelectField, TextField},
    i18n::{t, text, text_with, today},
    state::toasts::toast_done,
};

/// A day as a field gives it; an empty field is none.
pub(super) fn day_of(value: RwSignal<String>) -> Option<String> {
    Some(value.get_untracked()).filter(|day| !day.is_empty())
}

/// Invites by mail; the role begins when the invitation is accepted, not before its first day.
#[component]
pub(super) fn InviteForm(
    /// Told when the invitation is on its way.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let line = || RwSignal::new(String::new());
    let (email, given_name, family_name, until) = (line(), line(), line(), line());
    let role = RwSignal::new(NetworkRole::Coordinator.as_str().to_owned());
    let locale = RwSignal::new(Locale::De.tag().to_owned());
    let from = RwSignal::new(today());
    let submission = Submission::new();
    let send = move |()| {
        let to = email.get_untracked();
        let input = network_role_invite::NetworkRoleInviteInput {
            role: NetworkRole::parse(&role.get_untracked()).unwrap_or(NetworkRole::SteeringGroupMember),
            email: to.clone(),
            given_name: given_name.get_untracked(),
            family_name: family_name.get_untracked(),
            locale: Locale::from_tag(&locale.get_untracked()).unwrap_or(Locale::De),
            from_day: day_of(from),
            until_day: day_of(until),
        };
        submission.send::<NetworkRoleInvite>(network_role_invite::Variables { input }, move |_| {
            toast_done(text_with("admin-people-invited", &[("email", to.into())]));
            on_done.run(());
        });
    };
    let languages = Signal::derive(|| {
        vec![
            Choice::new(Locale::De.tag(), text("admin-people-german")),
            Choice::new(Locale::En.tag(), text("admin-people-english")),
        ]
    });
    view! {
        <Form id="invite" errors=submission.errors() on_submit=send>
            <SelectField
                label=t("admin-people-role")
                name="role"
                value=role
                choices=Signal::derive(words::network_role_choices)
                required=true
            />
            <TextField label=t("admin-people-email") name="email" kind="email" value=email required=true/>
            <TextField label=t("admin-people-given-name") name="givenName" value=given_name/>
            <TextField label=t("admin-people-family-name") name="familyName" value=family_name/>
            <SelectField
                label=t("admin-people-language")
                name="locale"
                value=locale
                choices=languages
                required=true
            />
            <DateField label=t("admin-people-from") name="fromDay" value=from/>
            <DateField label=t("admin-people-until") name="untilDay" value=until/>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("admin-people-invite-send")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}
