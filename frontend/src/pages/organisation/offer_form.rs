//! Writing an offer: a new one, or changing one.

use std::sync::Arc;

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    limits::TEXT_MAX,
    offers::{OfferCost, OfferForm, OfferState},
    operations::{
        OfferCreate, OfferEdit, OfferPublish, OfferUpdate, Terms,
        offer_create::{self, LocalizedTextInput, OfferTextInput},
        offer_edit, offer_publish, offer_update, terms,
    },
    terms::TermKind,
};

use super::offers_tab::list_href;
use crate::{
    api::{Submission, send, use_query},
    components::{
        Actions, BilingualField, Button, ButtonKind, ButtonLink, CheckboxField, CheckboxGroup, Choice,
        DateField, Form, FormSection, IconName, RadioGroup, SectionHeading, SelectField, SkeletonShape,
        TextField, pick,
    },
    i18n::{t, text, text_with},
    pages::support::{StaleNotice, show},
    state::toasts::toast_done,
};

/// What is being written.
#[derive(Clone, Copy)]
struct Draft {
    title_de: RwSignal<String>,
    title_en: RwSignal<String>,
    summary_de: RwSignal<String>,
    summary_en: RwSignal<String>,
    form: RwSignal<String>,
    cost: RwSignal<String>,
    cost_note_de: RwSignal<String>,
    cost_note_en: RwSignal<String>,
    statewide: RwSignal<bool>,
    url: RwSignal<String>,
    contact_name: RwSignal<String>,
    contact_email: RwSignal<String>,
    contact_phone: RwSignal<String>,
    valid_from: RwSignal<String>,
    valid_until: RwSignal<String>,
    topics: RwSignal<Vec<String>>,
    target_groups: RwSignal<Vec<String>>,
    districts: RwSignal<Vec<String>>,
    languages: RwSignal<Vec<String>>,
}

impl Draft {
    fn empty() -> Self {
        let line = || RwSignal::new(String::new());
        let list = || RwSignal::new(Vec::new());
        Self {
            title_de: line(),
            title_en: line(),
            summary_de: line(),
            summary_en: line(),
            form: RwSignal::new(OfferForm::Advice.as_str().to_owned()),
            cost: RwSignal::new(OfferCost::Free.as_str().to_owned()),
            cost_note_de: line(),
            cost_note_en: line(),
            statewide: RwSignal::new(false),
            url: line(),
            contact_name: line(),
            contact_email: line(),
            contact_phone: line(),
            valid_from: line(),
            valid_until: line(),
            topics: list(),
            target_groups: list(),
            districts: list(),
            languages: list(),
        }
    }

    fn of(offer: &offer_edit::OfferEditOffer) -> Self {
        let draft = Self::empty();
        let managed = &offer.offer_managed;
        draft.title_de.set(managed.title.de.clone());
        draft.title_en.set(managed.title.en.clone());
        draft.summary_de.set(offer.summary.de.clone());
        draft.summary_en.set(offer.summary.en.clone());
        draft.form.set(managed.form.as_str().to_owned());
        draft.cost.set(managed.cost.as_str().to_owned());
        draft.cost_note_de.set(offer.cost_note.de.clone());
        draft.cost_note_en.set(offer.cost_note.en.clone());
        draft.statewide.set(offer.statewide);
        draft.url.set(offer.url.clone());
        draft.contact_name.set(offer.contact.name.clone());
        draft.contact_email.set(offer.contact.email.clone());
        draft.contact_phone.set(offer.contact.phone.clone());
        draft.valid_from.set(managed.valid_from.clone().unwrap_or_default());
        draft.valid_until.set(managed.valid_until.clone().unwrap_or_default());
        draft.topics.set(offer.topics.iter().map(|term| term.id.clone()).collect());
        draft.target_groups.set(offer.target_groups.iter().map(|term| term.id.clone()).collect());
        draft.districts.set(offer.districts.iter().map(|term| term.id.clone()).collect());
        draft.languages.set(offer.languages.iter().map(|term| term.id.clone()).collect());
        draft
    }

    /// All chosen terms; what is statewide names no districts.
    fn term_ids(self) -> Vec<String> {
        let districts =
            if self.statewide.get_untracked() { Vec::new() } else { self.districts.get_untracked() };
        [
            self.topics.get_untracked(),
            self.target_groups.get_untracked(),
            districts,
            self.languages.get_untracked(),
        ]
        .concat()
    }
}

/// What is written, as the operations take it.
fn text_input(draft: Draft) -> OfferTextInput {
    let bilingual = |de: RwSignal<String>, en: RwSignal<String>| LocalizedTextInput {
        de: de.get_untracked(),
        en: en.get_untracked(),
    };
    let day = |day: RwSignal<String>| Some(day.get_untracked()).filter(|day| !day.is_empty());
    OfferTextInput {
        title: bilingual(draft.title_de, draft.title_en),
        summary: bilingual(draft.summary_de, draft.summary_en),
        form: OfferForm::parse(&draft.form.get_untracked()).unwrap_or(OfferForm::Advice),
        cost: OfferCost::parse(&draft.cost.get_untracked()).unwrap_or(OfferCost::Free),
        cost_note: bilingual(draft.cost_note_de, draft.cost_note_en),
        statewide: draft.statewide.get_untracked(),
        url: draft.url.get_untracked(),
        contact_name: draft.contact_name.get_untracked(),
        contact_email: draft.contact_email.get_untracked(),
        contact_phone: draft.contact_phone.get_untracked(),
        valid_from: day(draft.valid_from),
        valid_until: day(draft.valid_until),
        term_ids: draft.term_ids(),
    }
}

/// The offer that is changed: its id and the version that was read; moves on with each save.
type Edited = RwSignal<Option<(String, i64)>>;

/// A new offer.
pub(super) fn new_offer(organisation: &str) -> AnyView {
    form(organisation.to_owned(), Draft::empty(), RwSignal::new(None), OfferState::Draft, |()| ())
}

/// Changing an offer.
pub(super) fn edit_offer(organisation: &str, id: String) -> AnyView {
    let query = use_query::<OfferEdit>(move || offer_edit::Variables { id: id.clone() });
    let organisation = organisation.to_owned();
    show(query, SkeletonShape::Page, move |data: Arc<offer_edit::ResponseData>| {
        let managed = &data.offer.offer_managed;
        let edited = RwSignal::new(Some((managed.id.clone(), managed.version)));
        form(organisation.clone(), Draft::of(&data.offer), edited, managed.state, move |()| query.refetch())
    })
}

/// Saves, and publishes where that is wanted. What is saved stays saved when publishing is refused.
async fn save(
    organisation: String,
    draft: Draft,
    edited: Edited,
    publish: bool,
) -> Result<(), crate::api::ApiFailure> {
    let (id, version) = match edited.get_untracked() {
        Some((id, version)) => {
            let text = text_input(draft);
            let input = offer_update::OfferUpdateInput { id, version, text };
            let offer = send::<OfferUpdate>(offer_update::Variables { input }).await?.offer_update.offer;
            (offer.id, offer.version)
        }
        None => {
            let text = text_input(draft);
            let input = offer_create::OfferCreateInput { organisation_id: organisation, text };
            let offer = send::<OfferCreate>(offer_create::Variables { input }).await?.offer_create.offer;
            (offer.id, offer.version)
        }
    };
    edited.try_set(Some((id.clone(), version)));
    if publish {
        let input = offer_publish::OfferPublishInput { id, version };
        send::<OfferPublish>(offer_publish::Variables { input }).await?;
    }
    Ok(())
}

/// The form; `load` shows what somebody else saved in the meantime instead of what is typed.
fn form(
    organisation: String,
    draft: Draft,
    edited: Edited,
    state: OfferState,
    load: impl Fn(()) + Send + Sync + 'static,
) -> AnyView {
    let submission = Submission::new();
    let navigate = use_navigate();
    let back = list_href(&organisation);
    let is_new = edited.get_untracked().is_none();
    let public = state == OfferState::Published;
    let submit = {
        let (organisation, back) = (organisation.clone(), back.clone());
        let run = move |publish: bool| {
            let (navigate, back) = (navigate, back.clone());
            submission.run(save(organisation.clone(), draft, edited, publish), move |()| {
                let title = pick(&draft.title_de.get_untracked(), &draft.title_en.get_untracked()).0;
                let key = if publish { "offers-published" } else { "offers-saved" };
                toast_done(text_with(key, &[("title", title.into())]));
                navigate(&back, Default::default());
            });
        };
        StoredValue::new_local(run)
    };
    let run = move |publish: bool| submit.with_value(|run| run(publish));
    let keep = move |current| {
        edited.update(|edited| {
            if let Some((_, version)) = edited {
                *version = current;
            }
        });
        run(false);
    };
    let save_key = if public || !is_new { "offers-save" } else { "offers-save-draft" };
    let publish = (!public).then(|| {
        view! {
            <Button icon=IconName::Eye pending=submission.pending() on_press=move |()| run(true)>
                {t("offers-save-publish")}
            </Button>
        }
    });
    view! {
        <SectionHeading title=t(if is_new { "offers-new" } else { "offers-edit" })/>
        <Form id="offer" errors=submission.errors() on_submit=move |()| run(false)>
            <StaleNotice submission on_keep=keep on_load=load/>
            {what(draft)}
            {whom(draft)}
            {how(draft)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t(save_key)}</Button>
                {publish}
                <ButtonLink kind=ButtonKind::Quiet href=back>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

fn what(draft: Draft) -> AnyView {
    let forms = Signal::derive(|| {
        let choice =
            |form: &OfferForm| Choice::new(form.as_str(), text(&format!("offers-form-{}", form.as_str())));
        OfferForm::ALL.iter().map(choice).collect::<Vec<_>>()
    });
    let costs = Signal::derive(|| {
        let choice =
            |cost: &OfferCost| Choice::new(cost.as_str(), text(&format!("offers-cost-{}", cost.as_str())));
        OfferCost::ALL.iter().map(choice).collect::<Vec<_>>()
    });
    view! {
        <FormSection title=t("offers-section-what") hint=t("offers-section-what-hint")>
            <BilingualField label=t("offers-title-label") name="title" de=draft.title_de en=draft.title_en required=true/>
            <BilingualField
                label=t("offers-summary-label")
                name="summary"
                de=draft.summary_de
                en=draft.summary_en
                hint=t("offers-summary-hint")
                required=true
                rows=7
                max=TEXT_MAX
            />
            <SelectField label=t("offers-form") name="form" value=draft.form choices=forms required=true/>
            <RadioGroup label=t("offers-cost") name="cost" value=draft.cost choices=costs required=true/>
            <BilingualField label=t("offers-cost-note") name="costNote" de=draft.cost_note_de en=draft.cost_note_en/>
        </FormSection>
    }
    .into_any()
}

fn whom(draft: Draft) -> AnyView {
    let terms = use_query::<Terms>(|| terms::Variables { archived_too: false });
    let choices = move |kind: TermKind| {
        Signal::derive(move || {
            let data = terms.data();
            let of_kind = data.iter().flat_map(|data| &data.terms).filter(|term| term.kind == kind);
            of_kind
                .map(|term| Choice::new(&term.id, pick(&term.name.de, &term.name.en).0))
                .collect::<Vec<_>>()
        })
    };
    let districts = move || {
        (!draft.statewide.get()).then(|| {
            view! {
                <CheckboxGroup
                    label=t("directory-facet-district")
                    name="districts"
                    value=draft.districts
                    choices=choices(TermKind::District)
                    required=true
                />
            }
        })
    };
    view! {
        <FormSection title=t("offers-section-whom") hint=t("offers-section-whom-hint")>
            <CheckboxGroup
                label=t("directory-facet-target-group")
                name="targetGroups"
                value=draft.target_groups
                choices=choices(TermKind::TargetGroup)
                required=true
            />
            <CheckboxGroup
                label=t("directory-facet-topic")
                name="topics"
                value=draft.topics
                choices=choices(TermKind::Topic)
                required=true
            />
            <CheckboxField label=t("offers-statewide") name="statewide" value=draft.statewide/>
            {districts}
            <CheckboxGroup
                label=t("offers-languages")
                name="languages"
                value=draft.languages
                choices=choices(TermKind::Language)
            />
        </FormSection>
    }
    .into_any()
}

fn how(draft: Draft) -> AnyView {
    view! {
        <FormSection title=t("offers-section-how") hint=t("offers-section-how-hint")>
            <TextField label=t("offers-contact-name") name="contactName" value=draft.contact_name/>
            <TextField label=t("offers-contact-email") name="contactEmail" value=draft.contact_email kind="email"/>
            <TextField label=t("offers-contact-phone") name="contactPhone" value=draft.contact_phone kind="tel"/>
            <TextField label=t("offers-url") name="url" value=draft.url kind="url" hint=t("offers-url-hint")/>
            <DateField label=t("offers-valid-from") name="validFrom" value=draft.valid_from/>
            <DateField label=t("offers-valid-until") name="validUntil" value=draft.valid_until/>
        </FormSection>
    }
    .into_any()
}
