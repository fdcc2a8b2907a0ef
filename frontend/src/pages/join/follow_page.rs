//! Following one's own application by a private link.

use leptos::prelude::*;
use verbund_shared::{
    error::ErrorCode,
    limits::TEXT_MAX,
    operations::{
        ApplicationAnswer, ApplicationFollow, ApplicationWithdraw, application_answer, application_follow,
        application_withdraw,
    },
};

use crate::{
    api::{Query, QueryState, Submission, use_query},
    components::{
        Actions, Button, ButtonKind, ButtonLink, ConfirmDialog, Fact, Facts, Form, Notice, PageHeader, Prose,
        SectionHeading, Skeleton, SkeletonShape, TextAreaField, TextLink, Tone,
    },
    i18n::{day, errors, t, text},
    pages::{
        application_events::application_event,
        labels::{application_badge, kind_label},
        support::failure_view,
        timeline::{Entry, timeline},
    },
    routes::Route,
    state::toasts::toast_done,
};

type Followed = application_follow::FollowedApplicationParts;

/// Following one's own application by a private link.
#[component]
pub fn FollowPage(
    /// From the address.
    token: String,
) -> AnyView {
    let asked = token.clone();
    let query =
        use_query::<ApplicationFollow>(move || application_follow::Variables { token: asked.clone() });
    let token = StoredValue::new(token);
    (move || match query.state() {
        QueryState::Loading => view! { <Skeleton shape=SkeletonShape::Page count=6/> }.into_any(),
        QueryState::Ready(data) => followed(&data.application_by_token, token, query),
        QueryState::Failed(failure) if failure.code() == Some(ErrorCode::LinkInvalid) => view! {
            <PageHeader title=t("applications-follow-title")/>
            <Notice tone=Tone::Wrong title=t("error-link-invalid")>
                <p>{t("applications-follow-unknown")}</p>
            </Notice>
            <Actions>
                <ButtonLink href=Route::Apply.href()>{t("applications-again")}</ButtonLink>
            </Actions>
        }
        .into_any(),
        QueryState::Failed(failure) => view! {
            <PageHeader title=t("applications-follow-title")/>
            {failure_view(failure, move || query.refetch())}
        }
        .into_any(),
    })
    .into_any()
}

fn followed(
    application: &Followed,
    token: StoredValue<String>,
    query: Query<application_follow::ResponseData>,
) -> AnyView {
    let Followed { organisation_name, kind, city, website, contact_name, contact_email, .. } =
        application.clone();
    let (can_answer, can_withdraw) = (application.can_answer, application.can_withdraw);
    let (purpose, motivation) = (application.purpose.clone(), application.motivation.clone());
    let submitted_at = application.submitted_at.clone();
    let state = application.state;
    let next = format!("applications-next-{}", state.as_str().replace('_', "-"));
    let entry = |event: &application_follow::FollowedApplicationPartsEvents| {
        let (icon, title) = application_event(event.kind);
        Entry { icon, title, text: event.text.clone(), at: event.at.clone(), by: None }
    };
    let entries: Vec<Entry> = application.events.iter().map(entry).collect();
    view! {
        <PageHeader title=Signal::stored(organisation_name) intro=t("applications-follow-intro")/>
        <p>{application_badge(state)}</p>
        <p>{move || text(&next)}</p>
        {can_answer.then(|| view! { <Answer token query/> })}
        <SectionHeading title=t("applications-history")/>
        {timeline(entries)}
        <SectionHeading title=t("applications-filed")/>
        <Facts>
            <Fact label=t("applications-kind")>{move || kind_label(kind)}</Fact>
            <Fact label=t("applications-city")>{city}</Fact>
            {(!website.is_empty()).then(|| {
                let href = website.clone();
                view! { <Fact label=t("applications-website")><TextLink href=Signal::stored(href) external=true>{website}</TextLink></Fact> }
            })}
            <Fact label=t("applications-contact")>{contact_name} ", " {contact_email}</Fact>
            <Fact label=t("applications-submitted-at")>{move || day(&submitted_at)}</Fact>
            <Fact label=t("applications-purpose")><Prose de=purpose/></Fact>
            <Fact label=t("applications-motivation")><Prose de=motivation/></Fact>
        </Facts>
        {can_withdraw.then(|| view! { <Withdraw token query/> })}
    }
    .into_any()
}

/// The field for the answer to the open question.
#[component]
fn Answer(token: StoredValue<String>, query: Query<application_follow::ResponseData>) -> AnyView {
    let answer = RwSignal::new(String::new());
    let submission = Submission::new();
    let send = move |()| {
        let input = application_answer::ApplicationAnswerInput {
            token: token.get_value(),
            answer: answer.get_untracked(),
        };
        submission.send::<ApplicationAnswer>(application_answer::Variables { input }, move |_| {
            toast_done(text("applications-answered"));
            query.refetch();
        });
    };
    view! {
        <Form id="answer" errors=submission.errors() on_submit=send>
            <TextAreaField
                label=t("applications-answer")
                name="answer"
                value=answer
                max=TEXT_MAX
                required=true
            />
            <Actions>
                <Button submit=true kind=ButtonKind::Primary pending=submission.pending()>
                    {t("applications-answer-send")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Taking the application back.
#[component]
fn Withdraw(token: StoredValue<String>, query: Query<application_follow::ResponseData>) -> AnyView {
    let open = RwSignal::new(false);
    let submission = Submission::new();
    let withdraw = move |reason: String| {
        let input = application_withdraw::ApplicationWithdrawInput { token: token.get_value(), reason };
        submission.send::<ApplicationWithdraw>(application_withdraw::Variables { input }, move |_| {
            open.set(false);
            toast_done(text("applications-withdrawn"));
            query.refetch();
        });
    };
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    view! {
        <Actions>
            <Button kind=ButtonKind::Danger on_press=move |()| open.set(true)>{t("applications-withdraw")}</Button>
        </Actions>
        <ConfirmDialog
            open
            title=t("applications-withdraw-title")
            text=t("applications-withdraw-text")
            confirm=t("applications-withdraw")
            danger=true
            pending=submission.pending()
            error
            on_confirm=withdraw
        />
    }
    .into_any()
}
