//! Opening a vote on an item. Title and wording survive a reload.

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupRole,
    meetings::AttendanceState,
    operations::{
        VoteOpen,
        conduct_page::{ConductAttendanceParts, ConductMajorityParts},
        vote_open,
    },
    resolutions::WORDING_MAX,
    voting::MajorityBase,
};

use super::{
    room::{ITEM, Room},
    words::attending,
};
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, CheckboxField, Choice, DateField, Form, FormSection, IconButton,
        IconName, RadioGroup, SelectField, TextAreaField, TextField,
    },
    i18n::{t, text, text_with},
    pages::{act::Shown, resolutions::majority_text, support::kept_text, tasks::preview},
};

/// The majorities that are offered beside the one of the rules, by a word for each: part, and whether more
/// than it is needed.
const PARTS: [(&str, i64, i64, bool); 4] = [
    ("half", 1, 2, true),
    ("two_thirds", 2, 3, false),
    ("three_quarters", 3, 4, false),
    ("all", 1, 1, false),
];
/// The majority that the rules of procedure name.
const RULES: &str = "rules";

/// Somebody who has no part in a vote.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Excluded {
    attendance: RwSignal<String>,
    reason: RwSignal<String>,
}

/// What is chosen beside the texts. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Chosen {
    mover: RwSignal<String>,
    secret: RwSignal<bool>,
    part: RwSignal<String>,
    base: RwSignal<String>,
    effective_from: RwSignal<String>,
    review_on: RwSignal<String>,
    excluded: RwSignal<Vec<Excluded>>,
}

impl Chosen {
    fn new(rules: &ConductMajorityParts) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            mover: empty(),
            secret: RwSignal::new(false),
            part: RwSignal::new(RULES.to_owned()),
            base: RwSignal::new(rules.base.as_str().to_owned()),
            effective_from: empty(),
            review_on: empty(),
            excluded: RwSignal::new(Vec::new()),
        }
    }

    /// The chosen majority; none where the rules shall hold.
    fn majority(self) -> Option<vote_open::VoteMajorityInput> {
        let chosen = self.part.get_untracked();
        let (_, num, den, strict) = PARTS.into_iter().find(|(word, ..)| *word == chosen)?;
        let base = MajorityBase::parse(&self.base.get_untracked()).unwrap_or(MajorityBase::YesNo);
        Some(vote_open::VoteMajorityInput { base, num, den, strict })
    }

    fn excluded(self) -> Vec<vote_open::VoteExclusionInput> {
        let all = self.excluded.get_untracked();
        all.into_iter()
            .map(|one| vote_open::VoteExclusionInput {
                attendance_id: one.attendance.get_untracked(),
                reason: one.reason.get_untracked(),
            })
            .collect()
    }
}

/// The form; `asked` says whether it is shown.
pub(super) fn vote_form(room: Room, item: String, asked: RwSignal<bool>) -> AnyView {
    let first = untrack(|| room.item(item.clone()).get());
    let first = first.map(|item| item.title).unwrap_or_default();
    let title = kept_text(format!("vote-of-{item}-title"), first.clone());
    let wording = kept_text(format!("vote-of-{item}-wording"), String::new());
    let rules = room.now().meeting_conduct.majority;
    let chosen = Chosen::new(&rules);
    let submission = Submission::new();
    let id = StoredValue::new(item);
    let some = |value: RwSignal<String>| Some(value.get_untracked()).filter(|text| !text.is_empty());
    let send = move |()| {
        let input = vote_open::VoteOpenInput {
            item_id: id.get_value(),
            title: title.get_untracked(),
            wording: wording.get_untracked(),
            mover_id: some(chosen.mover),
            secret: chosen.secret.get_untracked(),
            majority: chosen.majority(),
            excluded: chosen.excluded(),
            effective_from: some(chosen.effective_from),
            review_on: some(chosen.review_on),
        };
        let first = first.clone();
        submission.send::<VoteOpen>(vote_open::Variables { input }, move |_| {
            title.set(first);
            wording.set(String::new());
            asked.set(false);
            room.changed(ITEM, "conduct-vote-opened");
        });
    };
    view! {
        <Form id="vote" errors=submission.errors() on_submit=send>
            <FormSection title=t("conduct-vote-begin")>
                <TextField label=t("resolutions-field-title") name="title" value=title required=true/>
                <TextAreaField
                    label=t("resolutions-field-wording")
                    name="wording"
                    value=wording
                    hint=t("resolutions-field-wording-hint")
                    rows=5
                    max=WORDING_MAX
                    required=true
                />
                {preview(wording)}
                <SelectField
                    label=t("resolutions-mover")
                    name="moverId"
                    value=chosen.mover
                    choices=movers(room)
                    empty=t("conduct-vote-no-mover")
                />
                {majority(chosen, rules)}
                <CheckboxField label=t("resolutions-field-secret") name="secret" value=chosen.secret hint=t("conduct-vote-secret-hint")/>
                {exclusions(room, chosen)}
                <DateField label=t("resolutions-field-effective") name="effectiveFrom" value=chosen.effective_from hint=t("resolutions-field-effective-hint")/>
                <DateField label=t("resolutions-field-review") name="reviewOn" value=chosen.review_on/>
            </FormSection>
            <Actions>
                <Button kind=ButtonKind::Primary icon=IconName::Vote submit=true pending=submission.pending()>
                    {t("conduct-vote-start")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| asked.set(false)>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Those of the attendance who work in the group.
fn movers(room: Room) -> Signal<Vec<Choice>> {
    room.conduct(|conduct| {
        let known = conduct.attendances.iter().filter(|one| one.role != GroupRole::Guest).filter_map(|one| {
            let person = one.person.as_ref()?;
            Some(Choice::new(&person.id, attending(one)))
        });
        let mut known: Vec<Choice> = known.collect();
        known.sort_by(|one, other| one.label.cmp(&other.label));
        known
    })
}

fn majority(chosen: Chosen, rules: ConductMajorityParts) -> AnyView {
    let parts = move || {
        let of_rules = majority_text(rules.base, rules.num, rules.den, rules.strict);
        let of_rules = text_with("conduct-vote-rules", &[("majority", of_rules.into())]);
        let others = PARTS.iter().map(|(word, ..)| {
            Choice::new(*word, text(&format!("resolutions-part-{}", word.replace('_', "-"))))
        });
        std::iter::once(Choice::new(RULES, of_rules)).chain(others).collect::<Vec<_>>()
    };
    let bases = || {
        let choice = |base: &MajorityBase| {
            Choice::new(base.as_str(), text(&format!("resolutions-base-{}", base.as_str())))
        };
        MajorityBase::ALL.iter().map(choice).collect::<Vec<_>>()
    };
    let other = Memo::new(move |_| *chosen.part.read() != RULES);
    let base = move || {
        other.get().then(|| {
            view! {
                <SelectField label=t("resolutions-base") name="majority.base" value=chosen.base choices=Signal::derive(bases) required=true/>
            }
            .into_any()
        })
    };
    view! {
        <RadioGroup label=t("resolutions-majority") name="majority" value=chosen.part choices=Signal::derive(parts) required=true/>
        {base}
    }
    .into_any()
}

/// Those with a vote who are there.
fn voters(room: Room) -> Signal<Vec<Choice>> {
    room.conduct(|conduct| {
        let is_there = |one: &&ConductAttendanceParts| {
            one.has_vote && matches!(one.state, AttendanceState::Present | AttendanceState::Online)
        };
        let there = conduct.attendances.iter().filter(is_there);
        let mut there: Vec<Choice> = there.map(|one| Choice::new(&one.id, attending(one))).collect();
        there.sort_by(|one, other| one.label.cmp(&other.label));
        there
    })
}

/// Who does not vote because of a conflict of interest, each with the reason.
fn exclusions(room: Room, chosen: Chosen) -> AnyView {
    let voters = voters(room);
    let add = move |()| {
        let empty = || RwSignal::new(String::new());
        chosen.excluded.update(|all| all.push(Excluded { attendance: empty(), reason: empty() }));
    };
    let rows = move || {
        let rows = chosen.excluded.get().into_iter().enumerate();
        rows.map(|(place, one)| {
            let remove = move |()| chosen.excluded.update(|all| all.retain(|other| *other != one));
            view! {
                <li class="conduct-row">
                    <SelectField
                        label=t("conduct-vote-excluded-who")
                        name=format!("excluded.{place}.attendanceId")
                        value=one.attendance
                        choices=voters
                        empty=t("conduct-vote-choose")
                        required=true
                    />
                    <TextField label=t("conduct-vote-excluded-why") name=format!("excluded.{place}.reason") value=one.reason required=true/>
                    <IconButton icon=IconName::Trash label=t("conduct-vote-excluded-remove") on_press=remove/>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
    };
    view! {
        <fieldset class="field field-group">
            <legend class="field-label">{t("conduct-vote-excluded")}</legend>
            <p class="field-hint">{t("conduct-vote-excluded-hint")}</p>
            <ul class="conduct-rows">{rows}</ul>
            <Button kind=ButtonKind::Quiet icon=IconName::Plus on_press=add>{t("conduct-vote-excluded-add")}</Button>
        </fieldset>
    }
    .into_any()
}
