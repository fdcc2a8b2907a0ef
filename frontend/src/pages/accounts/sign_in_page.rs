//! Signing in: address and password, then the second factor where it is on.

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    error::ErrorCode,
    operations::{SignIn, sign_in},
};

use super::support::{go_instead, next_path};
use crate::{
    api::{Submission, send},
    components::{
        Actions, Button, ButtonKind, Form, IconName, Notice, PageHeader, PasswordField, TextField, TextLink,
        Tone,
    },
    i18n::t,
    platform,
    routes::Route,
    state::{
        network::network_name,
        session::{self, SessionState},
    },
};

/// What is typed, and how far one has come.
#[derive(Clone, Copy)]
struct Attempt {
    email: RwSignal<String>,
    password: RwSignal<String>,
    code: RwSignal<String>,
    needs_code: RwSignal<bool>,
    submission: Submission,
}

impl Attempt {
    fn new() -> Self {
        Self {
            email: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
            code: RwSignal::new(String::new()),
            needs_code: RwSignal::new(false),
            submission: Submission::new(),
        }
    }

    fn send(self) {
        let code = self.code.get_untracked();
        let input = sign_in::SignInInput {
            email: self.email.get_untracked(),
            password: self.password.get_untracked(),
            code: (!code.trim().is_empty()).then_some(code),
        };
        let work = async move {
            match send::<SignIn>(sign_in::Variables { input }).await {
                Err(failure) if failure.code() == Some(ErrorCode::SecondFactorRequired) => Ok(None),
                answer => answer.map(Some),
            }
        };
        self.submission.run(work, move |answer| match answer {
            Some(data) => session::sign_in(data.sign_in.session.into()),
            None => {
                self.needs_code.set(true);
                request_animation_frame(|| platform::focus_id("second-factor-code"));
            }
        });
    }

    fn start_again(self) {
        self.code.set(String::new());
        self.password.set(String::new());
        self.submission.clear();
        self.needs_code.set(false);
        request_animation_frame(|| platform::focus_id("sign-in-email"));
    }
}

/// Signing in.
#[component]
pub fn SignInPage() -> AnyView {
    let attempt = Attempt::new();
    let wanted = next_path();
    let asked_for_page = wanted.is_some();
    let next = wanted.unwrap_or_else(|| Route::Today.href());
    let navigate = use_navigate();
    Effect::new(move |_| {
        if matches!(session::session(), SessionState::SignedIn(_)) {
            go_instead(&navigate, &next);
        }
    });
    let title = Signal::derive(move || match attempt.needs_code.get() {
        true => t("accounts-code-title").get(),
        false => t("accounts-sign-in-title").get(),
    });
    view! {
        <PageHeader title/>
        <div class="sign-in">
            {move || if attempt.needs_code.get() { code_step(attempt) } else { first_step(attempt, asked_for_page) }}
            <aside class="sign-in-aside">
                {move || network_name().demonstration.then(demonstration)}
                <h2>{t("accounts-sign-in-none-title")}</h2>
                <p>{t("accounts-sign-in-none-text")}</p>
                <p><TextLink href=Route::Apply.href() icon=IconName::Handshake>{t("accounts-sign-in-none-join")}</TextLink></p>
            </aside>
        </div>
    }
    .into_any()
}

fn demonstration() -> AnyView {
    view! {
        <Notice title=t("accounts-sign-in-demo-title")>
            <p>{t("accounts-sign-in-demo-text")}</p>
        </Notice>
    }
    .into_any()
}

fn first_step(attempt: Attempt, asked_for_page: bool) -> AnyView {
    let Attempt { email, password, submission, .. } = attempt;
    view! {
        <Form id="sign-in" errors=submission.errors() on_submit=move |()| attempt.send()>
            {asked_for_page.then(|| view! { <Notice tone=Tone::Neutral title=t("accounts-sign-in-required")/> })}
            <TextField
                label=t("accounts-email")
                name="email"
                kind="email"
                value=email
                required=true
                autocomplete="username"
            />
            <PasswordField label=t("accounts-password") name="password" value=password/>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-sign-in-do")}
                </Button>
                <TextLink href=Route::ForgotPassword.href()>{t("accounts-sign-in-forgot")}</TextLink>
            </Actions>
        </Form>
    }
    .into_any()
}

fn code_step(attempt: Attempt) -> AnyView {
    let Attempt { code, submission, .. } = attempt;
    view! {
        <Form id="second-factor" errors=submission.errors() on_submit=move |()| attempt.send()>
            <p>{t("accounts-code-intro")}</p>
            <TextField
                label=t("accounts-code")
                name="code"
                value=code
                required=true
                hint=t("accounts-code-hint")
                autocomplete="one-time-code"
            />
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-sign-in-do")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| attempt.start_again()>
                    {t("accounts-code-back")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}
