//! The application for membership.

use leptos::prelude::*;
use verbund_shared::{
    limits::TEXT_MAX,
    operations::{Terms, terms},
    terms::TermKind,
};

use super::draft::Draft;
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, Button, ButtonKind, ButtonLink, CheckboxField, CheckboxGroup, Choice, Form, FormSection,
        IconName, Notice, PageHeader, SelectField, Step, StepState, Stepper, TextAreaField, TextField, Tone,
        pick,
    },
    i18n::{t, t_with},
    pages::labels::kind_choices,
    routes::Route,
    state::focus,
};

/// The application for membership.
#[component]
pub fn ApplyPage() -> AnyView {
    let sent_to = RwSignal::new(None::<String>);
    (move || match sent_to.get() {
        None => view! { <ApplyForm sent_to/> }.into_any(),
        Some(email) => view! { <Sent email/> }.into_any(),
    })
    .into_any()
}

/// The way of an application, with the step one is at.
pub(super) fn way(current: usize) -> AnyView {
    let steps = ["applications-way-write", "applications-way-confirm", "applications-way-decide"];
    let steps = steps.into_iter().enumerate().map(|(place, key)| Step {
        label: t(key),
        state: match place.cmp(&current) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Current,
            std::cmp::Ordering::Greater => StepState::Open,
        },
    });
    view! { <Stepper steps=steps.collect()/> }.into_any()
}

/// The mail is on its way.
#[component]
fn Sent(email: String) -> AnyView {
    view! {
        <PageHeader title=t("applications-sent-title")/>
        {way(1)}
        <Notice tone=Tone::Good title=t_with("applications-sent-to", &[("email", email.into())])>
            <p>{t("applications-sent-text")}</p>
        </Notice>
        <Actions>
            <ButtonLink href=Route::Home.href()>{t("app-to-home")}</ButtonLink>
        </Actions>
    }
    .into_any()
}

fn choices(query: Query<terms::ResponseData>, kind: TermKind) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let Some(data) = query.data() else { return Vec::new() };
        let of_kind = data.terms.iter().filter(|term| term.kind == kind);
        of_kind.map(|term| Choice::new(&term.id, pick(&term.name.de, &term.name.en).0)).collect()
    })
}

/// The form.
#[component]
fn ApplyForm(sent_to: RwSignal<Option<String>>) -> AnyView {
    let draft = Draft::restore();
    let submission = Submission::new();
    let known = use_query::<Terms>(|| terms::Variables { archived_too: false });
    let statewide = draft.statewide;
    let send = move |()| {
        draft.send(submission, move |email| {
            focus::want_heading();
            sent_to.set(Some(email));
        });
    };
    let districts = draft.districts;
    let field = move |name: &'static str| draft.words(name);
    view! {
        <PageHeader title=t("applications-apply-title") intro=t("applications-apply-intro")/>
        {way(0)}
        <Form id="apply" errors=submission.errors() on_submit=send>
            <FormSection title=t("applications-section-organisation")>
                <TextField
                    label=t("applications-organisation-name")
                    name="organisationName"
                    value=field("organisationName")
                    required=true
                    autocomplete="organization"
                />
                <SelectField
                    label=t("applications-kind")
                    name="kind"
                    value=field("kind")
                    choices=Signal::derive(kind_choices)
                    required=true
                />
                <TextAreaField
                    label=t("applications-purpose")
                    name="purpose"
                    value=field("purpose")
                    hint=t("applications-purpose-hint")
                    max=TEXT_MAX
                    required=true
                />
                <TextField
                    label=t("applications-website")
                    name="website"
                    value=field("website")
                    kind="url"
                    autocomplete="url"
                    hint=t("applications-website-hint")
                />
                <CheckboxGroup
                    label=t("applications-topics")
                    name="terms"
                    value=draft.topics
                    choices=choices(known, TermKind::Topic)
                    hint=t("applications-topics-hint")
                />
            </FormSection>
            <FormSection title=t("applications-section-place")>
                <TextField
                    label=t("applications-street")
                    name="street"
                    value=field("street")
                    autocomplete="street-address"
                />
                <div class="field-row field-row-place">
                    <TextField
                        label=t("applications-postal-code")
                        name="postalCode"
                        value=field("postalCode")
                        autocomplete="postal-code"
                        input_mode="numeric"
                    />
                    <TextField
                        label=t("applications-city")
                        name="city"
                        value=field("city")
                        required=true
                        autocomplete="address-level2"
                    />
                </div>
                <CheckboxField label=t("applications-statewide") name="statewide" value=statewide/>
                {move || {
                    (!statewide.get()).then(|| view! {
                        <CheckboxGroup
                            label=t("applications-districts")
                            name="districts"
                            value=districts
                            choices=choices(known, TermKind::District)
                        />
                    })
                }}
            </FormSection>
            <FormSection title=t("applications-section-contact") hint=t("applications-section-contact-hint")>
                <div class="field-row">
                    <TextField
                        label=t("applications-given-name")
                        name="contactGivenName"
                        value=field("contactGivenName")
                        required=true
                        autocomplete="given-name"
                    />
                    <TextField
                        label=t("applications-family-name")
                        name="contactFamilyName"
                        value=field("contactFamilyName")
                        required=true
                        autocomplete="family-name"
                    />
                </div>
                <TextField
                    label=t("applications-email")
                    name="contactEmail"
                    value=field("contactEmail")
                    kind="email"
                    hint=t("applications-email-hint")
                    required=true
                    autocomplete="email"
                />
                <TextField
                    label=t("applications-phone")
                    name="contactPhone"
                    value=field("contactPhone")
                    kind="tel"
                    autocomplete="tel"
                />
            </FormSection>
            <FormSection title=t("applications-section-motivation")>
                <TextAreaField
                    label=t("applications-motivation")
                    name="motivation"
                    value=field("motivation")
                    hint=t("applications-motivation-hint")
                    max=TEXT_MAX
                    required=true
                />
            </FormSection>
            {trap(draft.trap)}
            <p class="muted">{t("applications-privacy")} " " <a class="link" href=Route::Privacy.href()>{t("app-nav-privacy")}</a></p>
            <Actions>
                <Button submit=true kind=ButtonKind::Primary icon=IconName::Send pending=submission.pending()>
                    {t("applications-send")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// A field that people neither see nor reach.
fn trap(value: RwSignal<String>) -> AnyView {
    view! {
        <div class="visually-hidden" aria-hidden="true">
            <label>
                {t("applications-trap")}
                <input
                    type="text"
                    name="website2"
                    tabindex="-1"
                    autocomplete="off"
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        </div>
    }
    .into_any()
}
