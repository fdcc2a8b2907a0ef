//! The profile of the own organisation: read, and changed where it is shown.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    limits::TEXT_MAX,
    operations::{
        OrganisationToEdit, OrganisationUpdate, Terms, organisation_to_edit, organisation_update, terms,
    },
    organisations::OrganisationKind,
    terms::TermKind,
};

use super::{contacts::contacts, frame::in_organisation, logo::logo};
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, BilingualField, Button, ButtonKind, CheckboxField, CheckboxGroup, Choice, Form, FormSection,
        Notice, SectionHeading, SelectField, SkeletonShape, TextField, TextLink, pick,
    },
    i18n::{t, text},
    pages::{
        labels::{kind_choices, membership_badge},
        support::{StaleNotice, show},
    },
    routes::{OrganisationTab, Route},
    state::toasts::toast_done,
};

/// The organisation with all that can be changed.
pub(super) type Parts = organisation_to_edit::OrganisationEditParts;
/// The query behind the page.
pub(super) type Editing = Query<organisation_to_edit::ResponseData>;

/// The profile of the own organisation.
#[component]
pub fn ProfileTab() -> AnyView {
    in_organisation(OrganisationTab::Profile, |own| {
        let id = own.id;
        let query =
            use_query::<OrganisationToEdit>(move || organisation_to_edit::Variables { id: id.clone() });
        let held = RwSignal::new(None::<Arc<organisation_to_edit::ResponseData>>);
        let wanted = StoredValue::new(true);
        let again = Callback::new(move |()| {
            wanted.set_value(true);
            query.refetch();
        });
        // The form is drawn anew only after its own saving or on demand: when a new logo or contact
        // loads the rest of the page again, what is typed stays.
        Effect::new(move |_| {
            let data = query.data();
            if data.is_some() && wanted.get_value() {
                wanted.set_value(false);
                held.set(data);
            }
        });
        view! {
            {show(query, SkeletonShape::Page, move |data| head(&data.organisation, query))}
            {move || {
                let data = held.get().filter(|data| data.organisation.viewer_can.edit)?;
                Some(form(&data.organisation, again))
            }}
            {move || query.data().map(|data| contacts(&data.organisation, query))}
        }
        .into_any()
    })
}

fn head(parts: &Parts, query: Editing) -> AnyView {
    let can_edit = parts.viewer_can.edit;
    let href = Route::Member(parts.id.clone()).href();
    view! {
        <p>
            {parts.membership_state.map(membership_badge)} " "
            <TextLink href=Signal::stored(href)>{t("organisations-public-page")}</TextLink>
        </p>
        {(!can_edit).then(|| view! { <Notice title=t("organisations-read-only")/> })}
        {can_edit.then(|| logo(parts, query))}
    }
    .into_any()
}

fn choices(known: Query<terms::ResponseData>, kind: TermKind) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let Some(data) = known.data() else { return Vec::new() };
        let of_kind = data.terms.iter().filter(|term| term.kind == kind);
        of_kind.map(|term| Choice::new(&term.id, pick(&term.name.de, &term.name.en).0)).collect()
    })
}

/// The form; `again` loads it anew and drops what is typed.
fn form(parts: &Parts, again: Callback<()>) -> AnyView {
    let held = |value: &str| RwSignal::new(value.to_owned());
    let (name, short_name, kind) = (held(&parts.name), held(&parts.short_name), held(parts.kind.as_str()));
    let (de, en) = (held(&parts.purpose.de), held(&parts.purpose.en));
    let (website, email, phone) = (held(&parts.website), held(&parts.email), held(&parts.phone));
    let (street, postal_code, city) = (held(&parts.street), held(&parts.postal_code), held(&parts.city));
    let statewide = RwSignal::new(parts.statewide);
    let chosen = |kind: TermKind| {
        let of_kind = parts.terms.iter().filter(|term| term.kind == kind);
        RwSignal::new(of_kind.map(|term| term.id.clone()).collect::<Vec<String>>())
    };
    let (topics, districts, languages, groups) = (
        chosen(TermKind::Topic),
        chosen(TermKind::District),
        chosen(TermKind::Language),
        chosen(TermKind::TargetGroup),
    );
    let known = use_query::<Terms>(|| terms::Variables { archived_too: false });
    let submission = Submission::new();
    let (id, version) = (parts.id.clone(), StoredValue::new(parts.version));
    let save = move |()| {
        let terms = [topics, districts, languages, groups];
        let profile = organisation_update::OrganisationProfileInput {
            name: name.get_untracked(),
            short_name: short_name.get_untracked(),
            kind: OrganisationKind::parse(&kind.get_untracked()).unwrap_or(OrganisationKind::Other),
            purpose: organisation_update::LocalizedTextInput {
                de: de.get_untracked(),
                en: en.get_untracked(),
            },
            website: website.get_untracked(),
            email: email.get_untracked(),
            phone: phone.get_untracked(),
            street: street.get_untracked(),
            postal_code: postal_code.get_untracked(),
            city: city.get_untracked(),
            statewide: statewide.get_untracked(),
            terms: terms.into_iter().flat_map(|chosen| chosen.get_untracked()).collect(),
        };
        let input = organisation_update::OrganisationUpdateInput {
            id: id.clone(),
            version: version.get_value(),
            profile,
        };
        submission.send::<OrganisationUpdate>(organisation_update::Variables { input }, move |_| {
            toast_done(text("organisations-saved"));
            again.run(());
        });
    };
    let keep = {
        let save = save.clone();
        move |current| {
            version.set_value(current);
            save(());
        }
    };
    view! {
        <SectionHeading title=t("organisations-tab-profile")/>
        <Form id="profile" errors=submission.errors() on_submit=save>
            <StaleNotice submission on_keep=keep on_load=again/>
            <FormSection title=t("organisations-section-who")>
                <TextField label=t("applications-organisation-name") name="name" value=name required=true/>
                <TextField label=t("organisations-short-name") name="shortName" value=short_name/>
                <SelectField label=t("applications-kind") name="kind" value=kind choices=Signal::derive(kind_choices) required=true/>
                <BilingualField label=t("applications-purpose") name="purpose" de en rows=6 max=TEXT_MAX required=true/>
            </FormSection>
            <FormSection title=t("organisations-section-reach")>
                <TextField label=t("applications-website") name="website" value=website kind="url"/>
                <TextField label=t("applications-email") name="email" value=email kind="email"/>
                <TextField label=t("applications-phone") name="phone" value=phone kind="tel"/>
                <TextField label=t("applications-street") name="street" value=street/>
                <div class="field-row field-row-place">
                    <TextField label=t("applications-postal-code") name="postalCode" value=postal_code input_mode="numeric"/>
                    <TextField label=t("applications-city") name="city" value=city/>
                </div>
            </FormSection>
            <FormSection title=t("organisations-section-work")>
                <CheckboxGroup label=t("applications-topics") name="terms" value=topics choices=choices(known, TermKind::Topic)/>
                <CheckboxField label=t("applications-statewide") name="statewide" value=statewide/>
                <CheckboxGroup label=t("applications-districts") name="districts" value=districts choices=choices(known, TermKind::District)/>
                <CheckboxGroup label=t("organisations-languages") name="languages" value=languages choices=choices(known, TermKind::Language)/>
                <CheckboxGroup label=t("organisations-target-groups") name="targetGroups" value=groups choices=choices(known, TermKind::TargetGroup)/>
            </FormSection>
            <Actions>
                <Button submit=true kind=ButtonKind::Primary pending=submission.pending()>{t("organisations-save")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
