//! The form over a group's rules of procedure. What is typed stays when somebody else was faster.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{ApprovalMode, PROCEDURE_DAYS_MAX},
    operations::{ProcedureUpdate, procedure_page::ProcedurePageProcedure as Procedure, procedure_update},
    voting::{MajorityBase, QuorumKind, VoteBy},
};

use super::{
    errors::Errors,
    procedure_page::{Behind, RULES, base_text, part_text},
};
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, CheckboxField, Choice, Form, FormSection, RadioGroup, SectionHeading,
        SelectField, TextField,
    },
    i18n::{t, t_with, text},
    pages::{act::Shown as _, support::StaleNotice},
    state::address::{NavigateOptions, navigate},
};

/// The majorities that are offered: upper and lower number, and whether more than that is needed.
const PARTS: [(i64, i64, bool); 4] = [(1, 2, true), (2, 3, false), (3, 4, false), (1, 1, false)];

/// The rules while they are written. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Draft {
    notice_days: RwSignal<String>,
    vote_by: RwSignal<String>,
    quorum_kind: RwSignal<String>,
    quorum_count: RwSignal<String>,
    quorum_num: RwSignal<String>,
    quorum_den: RwSignal<String>,
    part: RwSignal<String>,
    base: RwSignal<String>,
    approval: RwSignal<String>,
    silence_days: RwSignal<String>,
    circular_days: RwSignal<String>,
    circular_objection: RwSignal<bool>,
    /// The majority that holds now, where it is none of those that are offered.
    other: StoredValue<Option<(i64, i64, bool)>>,
}

/// A majority as the value of a choice.
fn word((num, den, strict): (i64, i64, bool)) -> String {
    format!("{num}/{den}/{strict}")
}

impl Draft {
    fn of(all: &Procedure) -> Self {
        let word_of = |word: &str| RwSignal::new(word.to_owned());
        let number = |number: i64| RwSignal::new(number.to_string());
        let majority = (all.majority.num, all.majority.den, all.majority.strict);
        Self {
            notice_days: number(all.notice_days),
            vote_by: word_of(all.vote_by.as_str()),
            quorum_kind: word_of(all.quorum_kind.as_str()),
            quorum_count: number(all.quorum_count),
            quorum_num: number(all.quorum_num),
            quorum_den: number(all.quorum_den),
            part: word_of(&word(majority)),
            base: word_of(all.majority.base.as_str()),
            approval: word_of(all.approval.as_str()),
            silence_days: number(all.silence_days),
            circular_days: number(all.circular_days),
            circular_objection: RwSignal::new(all.circular_objection),
            other: StoredValue::new(Some(majority).filter(|majority| !PARTS.contains(majority))),
        }
    }

    /// The majorities to choose from.
    fn parts(self) -> Vec<(i64, i64, bool)> {
        PARTS.into_iter().chain(self.other.get_value()).collect()
    }

    fn input(self, group_id: String, version: i64) -> procedure_update::ProcedureUpdateInput {
        // What is no number is refused as one that is too small.
        let whole = |value: RwSignal<String>| value.get_untracked().trim().parse().unwrap_or(-1);
        let chosen = self.part.get_untracked();
        let (num, den, strict) =
            self.parts().into_iter().find(|part| word(*part) == chosen).unwrap_or(PARTS[0]);
        let base = MajorityBase::parse(&self.base.get_untracked()).unwrap_or(MajorityBase::YesNo);
        procedure_update::ProcedureUpdateInput {
            group_id,
            version,
            notice_days: whole(self.notice_days),
            vote_by: VoteBy::parse(&self.vote_by.get_untracked()).unwrap_or(VoteBy::Person),
            quorum_kind: QuorumKind::parse(&self.quorum_kind.get_untracked()).unwrap_or(QuorumKind::None),
            quorum_count: whole(self.quorum_count),
            quorum_num: whole(self.quorum_num),
            quorum_den: whole(self.quorum_den),
            majority: procedure_update::VoteMajorityInput { base, num, den, strict },
            approval: ApprovalMode::parse(&self.approval.get_untracked()).unwrap_or(ApprovalMode::Item),
            silence_days: whole(self.silence_days),
            circular_days: whole(self.circular_days),
            circular_objection: self.circular_objection.get_untracked(),
        }
    }

    fn needed(self) -> Vec<(String, RwSignal<String>)> {
        [("noticeDays", self.notice_days), ("circularDays", self.circular_days)]
            .map(|(name, value)| (name.to_owned(), value))
            .to_vec()
    }

    fn fields(self) -> AnyView {
        let part = |part: (i64, i64, bool)| Choice::new(word(part), part_text(part.0, part.1, part.2));
        let parts = move || self.parts().into_iter().map(part).collect::<Vec<_>>();
        let base = |base: &MajorityBase| Choice::new(base.as_str(), base_text(*base));
        let bases = move || MajorityBase::ALL.iter().map(base).collect::<Vec<_>>();
        view! {
            <FormSection title=t("meetings-invitation")>
                {days("meetings-field-notice", "noticeDays", self.notice_days)}
            </FormSection>
            <FormSection title=t("meetings-rule-voting")>
                {radios("meetings-rule-votes", "voteBy", self.vote_by, vote_choices)}
                {radios("meetings-rule-quorum", "quorumKind", self.quorum_kind, quorum_choices)}
                {self.quorum()}
                <SelectField
                    label=t("meetings-rule-majority")
                    name="majority"
                    value=self.part
                    choices=Signal::derive(parts)
                    required=true
                />
                <SelectField
                    label=t("meetings-field-base")
                    name="majority.base"
                    value=self.base
                    choices=Signal::derive(bases)
                    required=true
                />
            </FormSection>
            <FormSection title=t("meetings-rule-minutes")>
                {radios("meetings-field-approval", "approval", self.approval, approval_choices)}
                {self.silence()}
            </FormSection>
            <FormSection title=t("meetings-rule-circular")>
                {days("meetings-field-circular", "circularDays", self.circular_days)}
                <CheckboxField
                    label=t("meetings-field-objection")
                    name="circularObjection"
                    value=self.circular_objection
                />
            </FormSection>
        }
        .into_any()
    }

    /// How many, or which part, where one is asked for.
    fn quorum(self) -> AnyView {
        let kind = Memo::new(move |_| QuorumKind::parse(&self.quorum_kind.read()));
        (move || match kind.get() {
            Some(QuorumKind::Count) => Some(whole("meetings-field-count", "quorumCount", self.quorum_count)),
            Some(QuorumKind::Fraction) => Some(
                view! {
                    <div class="field-row">
                        {whole("meetings-field-num", "quorumNum", self.quorum_num)}
                        {whole("meetings-field-den", "quorumDen", self.quorum_den)}
                    </div>
                }
                .into_any(),
            ),
            Some(QuorumKind::None) | None => None,
        })
        .into_any()
    }

    fn silence(self) -> AnyView {
        let mode = Memo::new(move |_| ApprovalMode::parse(&self.approval.read()));
        (move || {
            (mode.get() == Some(ApprovalMode::Silence))
                .then(|| days("meetings-field-silence", "silenceDays", self.silence_days))
        })
        .into_any()
    }
}

fn whole(label: &'static str, name: &'static str, value: RwSignal<String>) -> AnyView {
    view! { <TextField label=t(label) name value input_mode="numeric" required=true/> }.into_any()
}

fn days(label: &'static str, name: &'static str, value: RwSignal<String>) -> AnyView {
    let hint = t_with("meetings-field-days-hint", &[("max", i64::from(PROCEDURE_DAYS_MAX).into())]);
    view! { <TextField label=t(label) hint name value input_mode="numeric" required=true/> }.into_any()
}

fn radios(
    label: &'static str,
    name: &'static str,
    value: RwSignal<String>,
    choices: fn() -> Vec<Choice>,
) -> AnyView {
    view! { <RadioGroup label=t(label) name value choices=Signal::derive(choices) required=true/> }.into_any()
}

fn vote_choices() -> Vec<Choice> {
    let choice = |by: &VoteBy| Choice::new(by.as_str(), text(&format!("meetings-vote-by-{}", by.as_str())));
    VoteBy::ALL.iter().map(choice).collect()
}

fn quorum_choices() -> Vec<Choice> {
    let choice =
        |kind: &QuorumKind| Choice::new(kind.as_str(), text(&format!("meetings-quorum-{}", kind.as_str())));
    QuorumKind::ALL.iter().map(choice).collect()
}

fn approval_choices() -> Vec<Choice> {
    let choice = |mode: &ApprovalMode| {
        Choice::new(mode.as_str(), text(&format!("meetings-approval-{}", mode.as_str())))
    };
    ApprovalMode::ALL.iter().map(choice).collect()
}

/// The form.
pub(super) fn form(behind: Behind, group: String, all: &Procedure) -> AnyView {
    let draft = Draft::of(all);
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let version = StoredValue::new(all.version);
    let group = StoredValue::new(group);
    let leave = move || navigate(&behind.href(), NavigateOptions::default());
    let save = move || {
        if !errors.complete(draft.needed()) {
            return;
        }
        let input = draft.input(group.get_value(), version.get_value());
        submission.send::<ProcedureUpdate>(procedure_update::Variables { input }, move |_| {
            leave();
            behind.changed(RULES, "meetings-procedure-saved");
        });
    };
    let keep = move |current| {
        version.set_value(current);
        save();
    };
    let load = move |()| {
        leave();
        behind.load(RULES);
    };
    view! {
        <SectionHeading title=t("meetings-procedure-edit")/>
        <Form id="procedure" errors=errors.shown() on_submit=move |()| save()>
            <StaleNotice submission on_keep=keep on_load=load/>
            {draft.fields()}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("meetings-save")}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| leave()>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
