//! Two forms: recording a decision that was taken elsewhere, and opening a circular resolution.

use leptos::prelude::*;
use verbund_shared::{
    operations::{CircularOpen, ResolutionRecord, circular_open, resolution_record},
    resolutions::WORDING_MAX,
    voting::MajorityBase,
};

use super::fields::{Draft, day_of};
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, ButtonLink, CheckboxField, Choice, DateField, Form, FormSection,
        IconName, RadioGroup, SelectField, TextAreaField, TextField,
    },
    i18n::{t, text},
    pages::support::kept_text,
    routes::{GroupTab, Route},
    state::{address::use_navigate, toasts::toast_done},
};

/// The majorities that are offered, by a word for each: part and whether more than it is needed.
const PARTS: [(&str, i64, i64, bool); 4] = [
    ("half", 1, 2, true),
    ("two_thirds", 2, 3, false),
    ("three_quarters", 3, 4, false),
    ("all", 1, 1, false),
];

fn back(group: &str) -> String {
    Route::Group(group.to_owned(), GroupTab::Resolutions).href()
}

fn number_field(label: &'static str, name: &'static str, value: RwSignal<String>) -> AnyView {
    view! { <TextField label=t(label) name value input_mode="numeric" required=true/> }.into_any()
}

/// A whole number that was typed; what is none is refused by the server.
fn whole(value: RwSignal<String>) -> i64 {
    value.get_untracked().trim().parse().unwrap_or(-1)
}

fn part_label(word: &str) -> String {
    text(&format!("resolutions-part-{}", word.replace('_', "-")))
}

/// Records a decision of a group.
pub(super) fn record_form(group: String) -> AnyView {
    let draft = Draft::new(&format!("resolution-{group}"), "", "");
    let empty = || RwSignal::new(String::new());
    let decided_on = empty();
    let [yes, no, abstain, present, roll] = [(); 5].map(|()| empty());
    let base = RwSignal::new(MajorityBase::YesNo.as_str().to_owned());
    let part = RwSignal::new(PARTS[0].0.to_owned());
    let secret = RwSignal::new(false);
    let submission = Submission::new();
    let navigate = StoredValue::new_local(use_navigate());
    let id = StoredValue::new(group.clone());
    let send = move |()| {
        let chosen = part.get_untracked();
        let (_, num, den, strict) = PARTS.into_iter().find(|(word, ..)| *word == chosen).unwrap_or(PARTS[0]);
        let base = MajorityBase::parse(&base.get_untracked()).unwrap_or(MajorityBase::YesNo);
        let input = resolution_record::ResolutionRecordInput {
            group_id: id.get_value(),
            text: resolution_record::ResolutionTextInput {
                title: draft.title.get_untracked(),
                wording: draft.wording.get_untracked(),
                effective_from: day_of(draft.effective_from),
                review_on: day_of(draft.review_on),
                internal: draft.internal.get_untracked(),
            },
            decided_on: decided_on.get_untracked(),
            mover_id: None,
            yes: whole(yes),
            no: whole(no),
            abstain: whole(abstain),
            present: whole(present),
            roll: whole(roll),
            majority: resolution_record::VoteMajorityInput { base, num, den, strict },
            secret: secret.get_untracked(),
        };
        submission.send::<ResolutionRecord>(resolution_record::Variables { input }, move |data| {
            draft.forget();
            toast_done(text("resolutions-recorded"));
            let href = Route::Resolution(data.resolution_record.resolution.id).href();
            navigate.with_value(|navigate| navigate(&href, Default::default()));
        });
    };
    let bases = || {
        let choice = |base: &MajorityBase| {
            Choice::new(base.as_str(), text(&format!("resolutions-base-{}", base.as_str())))
        };
        MajorityBase::ALL.iter().map(choice).collect::<Vec<_>>()
    };
    let parts = || PARTS.iter().map(|(word, ..)| Choice::new(*word, part_label(word))).collect::<Vec<_>>();
    view! {
        <Form id="record" errors=submission.errors() on_submit=send>
            <p>{t("resolutions-record-text")}</p>
            {draft.fields(true)}
            <FormSection title=t("resolutions-vote")>
                <DateField label=t("resolutions-field-decided") name="decidedOn" value=decided_on required=true/>
                <div class="field-row">
                    {number_field("resolutions-yes", "yes", yes)}
                    {number_field("resolutions-no", "no", no)}
                    {number_field("resolutions-abstain", "abstain", abstain)}
                </div>
                <div class="field-row">
                    {number_field("resolutions-present", "present", present)}
                    {number_field("resolutions-roll", "roll", roll)}
                </div>
                <RadioGroup label=t("resolutions-part") name="majority" value=part choices=Signal::derive(parts) required=true/>
                <SelectField label=t("resolutions-base") name="base" value=base choices=Signal::derive(bases) required=true/>
                <CheckboxField label=t("resolutions-field-secret") name="secret" value=secret/>
            </FormSection>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("resolutions-record")}</Button>
                <ButtonLink kind=ButtonKind::Quiet href=back(&group)>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Opens a circular resolution of a group.
pub(super) fn circular_form(group: String) -> AnyView {
    let draft = Draft::new(&format!("circular-{group}"), "", "");
    let reasons = kept_text(format!("circular-{group}-reasons"), String::new());
    let last_day = RwSignal::new(String::new());
    let submission = Submission::new();
    let navigate = StoredValue::new_local(use_navigate());
    let id = StoredValue::new(group.clone());
    let send = move |()| {
        let input = circular_open::CircularOpenInput {
            group_id: id.get_value(),
            text: circular_open::ResolutionTextInput {
                title: draft.title.get_untracked(),
                wording: draft.wording.get_untracked(),
                effective_from: day_of(draft.effective_from),
                review_on: day_of(draft.review_on),
                internal: draft.internal.get_untracked(),
            },
            reasons: reasons.get_untracked(),
            last_day: last_day.get_untracked(),
        };
        submission.send::<CircularOpen>(circular_open::Variables { input }, move |data| {
            draft.forget();
            reasons.set(String::new());
            toast_done(text("resolutions-circular-opened"));
            let href = Route::Circular(data.circular_open.circular.id).href();
            navigate.with_value(|navigate| navigate(&href, Default::default()));
        });
    };
    view! {
        <Form id="circular" errors=submission.errors() on_submit=send>
            <p>{t("resolutions-circular-open-text")}</p>
            {draft.fields(true)}
            <FormSection title=t("resolutions-circular-how")>
                <TextAreaField
                    label=t("resolutions-field-reasons")
                    name="reasons"
                    value=reasons
                    hint=t("resolutions-field-reasons-hint")
                    rows=5
                    max=WORDING_MAX
                />
                <DateField label=t("resolutions-field-last-day") name="lastDay" value=last_day hint=t("resolutions-field-last-day-hint") required=true/>
            </FormSection>
            <Actions>
                <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=submission.pending()>
                    {t("resolutions-circular-open")}
                </Button>
                <ButtonLink kind=ButtonKind::Quiet href=back(&group)>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}
