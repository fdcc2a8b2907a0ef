//! Turning the second factor on, step by step, and off again.

use leptos::prelude::*;
use verbund_shared::operations::{
    RecoveryCodesRenew, TotpConfirm, TotpDisable, TotpStart, recovery_codes_renew, totp_confirm,
    totp_disable, totp_start,
};

use super::recovery_codes::RecoveryCodes;
use crate::{
    api::Submission,
    components::{
        Actions, Badge, Button, ButtonKind, CopyButton, Dialog, Form, IconName, PasswordField,
        SectionHeading, TextField, TextLink, Tone,
    },
    i18n::{t, t_with, text},
    platform,
    state::toasts::toast_done,
};

/// How far one has come.
#[derive(Clone, PartialEq)]
enum Step {
    /// It is off; nothing is going on.
    Off,
    /// The password is asked for.
    Password,
    /// The app gets its secret, and a first code is awaited.
    Scan(totp_start::TotpStartTotpStart),
    /// New recovery codes are shown, this once.
    Codes(Vec<String>),
    /// It is on.
    On,
}

#[derive(Clone, Copy)]
struct State {
    step: RwSignal<Step>,
    codes_left: RwSignal<i64>,
}

impl State {
    fn show_codes(self, codes: Vec<String>) {
        self.codes_left.set(i64::try_from(codes.len()).unwrap_or_default());
        self.step.set(Step::Codes(codes));
    }
}

/// The second factor.
#[component]
pub fn SecondFactor(
    /// Whether it is on.
    on: bool,
    /// Recovery codes that are left.
    codes_left: i64,
) -> AnyView {
    let step = RwSignal::new(if on { Step::On } else { Step::Off });
    let state = State { step, codes_left: RwSignal::new(codes_left) };
    let is_on = Memo::new(move |_| matches!(*step.read(), Step::On | Step::Codes(_)));
    let badge = move || match is_on.get() {
        true => view! { <Badge tone=Tone::Good>{t("accounts-totp-on")}</Badge> }.into_any(),
        false => view! { <Badge>{t("accounts-totp-off")}</Badge> }.into_any(),
    };
    let content = move || match step.get() {
        Step::Off => off(state),
        Step::Password => view! { <AskPassword state/> }.into_any(),
        Step::Scan(enrolment) => view! { <Scan state enrolment/> }.into_any(),
        Step::Codes(codes) => {
            view! { <RecoveryCodes codes on_kept=move |()| step.set(Step::On)/> }.into_any()
        }
        Step::On => view! { <WhenOn state/> }.into_any(),
    };
    view! {
        <section class="account-part">
            <SectionHeading title=t("accounts-totp-title")>{badge}</SectionHeading>
            {content}
        </section>
    }
    .into_any()
}

fn off(state: State) -> AnyView {
    let start = move |()| {
        state.step.set(Step::Password);
        request_animation_frame(|| platform::focus_id("totp-start-password"));
    };
    view! {
        <div class="stack">
            <p class="account-text">{t("accounts-totp-off-text")}</p>
            <Actions>
                <Button icon=IconName::Smartphone on_press=start>{t("accounts-totp-start")}</Button>
            </Actions>
        </div>
    }
    .into_any()
}

#[component]
fn AskPassword(state: State) -> AnyView {
    let password = RwSignal::new(String::new());
    let submission = Submission::new();
    let send = move |()| {
        let input = totp_start::TotpStartInput { password: password.get_untracked() };
        submission.send::<TotpStart>(totp_start::Variables { input }, move |data| {
            state.step.set(Step::Scan(data.totp_start));
            request_animation_frame(|| platform::focus_id("totp-confirm-code"));
        });
    };
    view! {
        <Form id="totp-start" errors=submission.errors() on_submit=send>
            <PasswordField
                label=t("accounts-password")
                name="password"
                value=password
                hint=t("accounts-totp-start-hint")
            />
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-continue")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| state.step.set(Step::Off)>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}

#[component]
fn Scan(state: State, enrolment: totp_start::TotpStartTotpStart) -> AnyView {
    let code = RwSignal::new(String::new());
    let submission = Submission::new();
    let send = move |()| {
        let input = totp_confirm::TotpConfirmInput { code: code.get_untracked() };
        submission.send::<TotpConfirm>(totp_confirm::Variables { input }, move |data| {
            toast_done(text("accounts-totp-done"));
            state.show_codes(data.totp_confirm.recovery_codes);
        });
    };
    // In groups of four it is easier to type.
    let secret: String = enrolment
        .secret
        .chars()
        .enumerate()
        .flat_map(|(at, c)| (at > 0 && at % 4 == 0).then_some(' ').into_iter().chain([c]))
        .collect();
    view! {
        <div class="totp">
            <img class="totp-picture" src=enrolment.picture alt=t("accounts-totp-picture") width="220" height="220"/>
            <div class="stack">
                <h3>{t("accounts-totp-scan-title")}</h3>
                <p class="account-text">{t("accounts-totp-scan-text")}</p>
                <p>{t("accounts-totp-secret")}</p>
                <p class="totp-secret"><code>{secret}</code> <CopyButton value=enrolment.secret/></p>
                <p><TextLink href=enrolment.uri icon=IconName::Smartphone>{t("accounts-totp-open")}</TextLink></p>
                <Form id="totp-confirm" errors=submission.errors() on_submit=send>
                    <TextField
                        label=t("accounts-code")
                        name="code"
                        value=code
                        required=true
                        hint=t("accounts-totp-confirm-hint")
                        autocomplete="one-time-code"
                        input_mode="numeric"
                    />
                    <Actions>
                        <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                            {t("accounts-totp-confirm")}
                        </Button>
                        <Button kind=ButtonKind::Quiet on_press=move |()| state.step.set(Step::Off)>
                            {t("app-cancel")}
                        </Button>
                    </Actions>
                </Form>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn WhenOn(state: State) -> AnyView {
    let (renewing, disabling) = (RwSignal::new(false), RwSignal::new(false));
    let left = move || t_with("accounts-codes-left", &[("count", state.codes_left.get().into())]).get();
    view! {
        <div class="stack">
            <p class="account-text">{left}</p>
            <Actions>
                <Button icon=IconName::Refresh on_press=move |()| renewing.set(true)>{t("accounts-codes-renew")}</Button>
                <Button kind=ButtonKind::Danger on_press=move |()| disabling.set(true)>
                    {t("accounts-totp-disable")}
                </Button>
            </Actions>
        </div>
        <Dialog open=renewing title=t("accounts-codes-renew-title")>
            <Renew state open=renewing/>
        </Dialog>
        <Dialog open=disabling title=t("accounts-totp-disable-title")>
            <Disable state open=disabling/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Renew(state: State, open: RwSignal<bool>) -> AnyView {
    let (password, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submission = Submission::new();
    let send = move |()| {
        let input = recovery_codes_renew::RecoveryCodesRenewInput {
            password: password.get_untracked(),
            code: code.get_untracked(),
        };
        submission.send::<RecoveryCodesRenew>(recovery_codes_renew::Variables { input }, move |data| {
            open.set(false);
            state.show_codes(data.recovery_codes_renew.recovery_codes);
        });
    };
    view! {
        <Form id="renew" errors=submission.errors() on_submit=send>
            <p>{t("accounts-codes-renew-text")}</p>
            {proof_fields(password, code)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-codes-renew")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

#[component]
fn Disable(state: State, open: RwSignal<bool>) -> AnyView {
    let (password, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submission = Submission::new();
    let send = move |()| {
        let input =
            totp_disable::TotpDisableInput { password: password.get_untracked(), code: code.get_untracked() };
        submission.send::<TotpDisable>(totp_disable::Variables { input }, move |_| {
            open.set(false);
            state.step.set(Step::Off);
            toast_done(text("accounts-totp-disabled"));
        });
    };
    view! {
        <Form id="disable" errors=submission.errors() on_submit=send>
            {proof_fields(password, code)}
            <Actions>
                <Button kind=ButtonKind::Danger submit=true pending=submission.pending()>
                    {t("accounts-totp-disable")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Password and code, to be sure who asks.
pub(super) fn proof_fields(password: RwSignal<String>, code: RwSignal<String>) -> AnyView {
    view! {
        <PasswordField label=t("accounts-password") name="password" value=password/>
        <TextField
            label=t("accounts-code")
            name="code"
            value=code
            required=true
            hint=t("accounts-proof-code-hint")
            autocomplete="one-time-code"
        />
    }
    .into_any()
}
