//! What is written of a group: its name and how one gets in, and its charter; the fields of both.

use leptos::prelude::*;
use verbund_shared::{
    groups::{GroupJoining, GroupKind},
    limits::TEXT_MAX,
    operations::{
        Terms,
        group_page::{GroupCharterParts, GroupFullParts},
        group_propose::{CharterInput, GroupTextInput, LocalizedTextInput},
        terms,
    },
};

use super::{
    list_page::topic_choices,
    words::{joining_choices, kind_choices},
};
use crate::{
    api::use_query,
    components::{BilingualField, CheckboxGroup, DateField, FormSection, RadioGroup, SelectField, TextField},
    i18n::t,
};

/// A text in both languages as it is written.
#[derive(Clone, Copy)]
struct Both {
    de: RwSignal<String>,
    en: RwSignal<String>,
}

impl Both {
    fn new(de: &str, en: &str) -> Self {
        Self { de: RwSignal::new(de.to_owned()), en: RwSignal::new(en.to_owned()) }
    }

    fn input(self) -> LocalizedTextInput {
        LocalizedTextInput { de: self.de.get_untracked(), en: self.en.get_untracked() }
    }
}

/// What a group is called and how one gets in, as it is written.
#[derive(Clone, Copy)]
pub(super) struct TextDraft {
    kind: RwSignal<String>,
    name: Both,
    short_name: RwSignal<String>,
    joining: RwSignal<String>,
    topics: RwSignal<Vec<String>>,
}

impl TextDraft {
    /// Nothing yet.
    pub fn empty() -> Self {
        Self {
            kind: RwSignal::new(GroupKind::Working.as_str().to_owned()),
            name: Both::new("", ""),
            short_name: RwSignal::new(String::new()),
            joining: RwSignal::new(GroupJoining::OnRequest.as_str().to_owned()),
            topics: RwSignal::new(Vec::new()),
        }
    }

    /// What a group has now.
    pub fn of(group: &GroupFullParts) -> Self {
        Self {
            kind: RwSignal::new(group.kind.as_str().to_owned()),
            name: Both::new(&group.name.de, &group.name.en),
            short_name: RwSignal::new(group.short_name.clone()),
            joining: RwSignal::new(group.joining.as_str().to_owned()),
            topics: RwSignal::new(group.topics.iter().map(|topic| topic.id.clone()).collect()),
        }
    }

    /// As the operations take it.
    pub fn input(self) -> GroupTextInput {
        GroupTextInput {
            kind: GroupKind::parse(&self.kind.get_untracked()).unwrap_or(GroupKind::Working),
            name: self.name.input(),
            short_name: self.short_name.get_untracked(),
            joining: GroupJoining::parse(&self.joining.get_untracked()).unwrap_or(GroupJoining::OnRequest),
            topics: self.topics.get_untracked(),
        }
    }

    /// The fields; the steering group is offered to those who decide on groups.
    pub fn fields(self, decides: bool) -> AnyView {
        let known = use_query::<Terms>(|| terms::Variables { archived_too: false });
        let steering = self.kind.get_untracked() == GroupKind::Steering.as_str();
        let kinds = Signal::derive(move || kind_choices(decides || steering));
        view! {
            <FormSection title=t("groups-section-name")>
                <BilingualField label=t("groups-name") name="name" de=self.name.de en=self.name.en required=true/>
                <TextField
                    label=t("groups-short-name")
                    name="shortName"
                    value=self.short_name
                    hint=t("groups-short-name-hint")
                    required=true
                />
                <SelectField label=t("groups-kind") name="kind" value=self.kind choices=kinds required=true/>
                <CheckboxGroup
                    label=t("groups-topics")
                    name="topics"
                    value=self.topics
                    choices=Signal::derive(move || topic_choices(known))
                />
                <RadioGroup
                    label=t("groups-joining")
                    name="joining"
                    value=self.joining
                    choices=Signal::derive(joining_choices)
                    required=true
                />
            </FormSection>
        }
        .into_any()
    }
}

/// A charter as it is written.
#[derive(Clone, Copy)]
pub(super) struct CharterDraft {
    goal: Both,
    scope: Both,
    results: Both,
    from: RwSignal<String>,
    until: RwSignal<String>,
}

impl CharterDraft {
    /// Nothing yet.
    pub fn empty() -> Self {
        let none = || Both::new("", "");
        let day = || RwSignal::new(String::new());
        Self { goal: none(), scope: none(), results: none(), from: day(), until: day() }
    }

    /// What a charter says now.
    pub fn of(charter: &GroupCharterParts) -> Self {
        let day = |day: &Option<String>| RwSignal::new(day.clone().unwrap_or_default());
        Self {
            goal: Both::new(&charter.goal.de, &charter.goal.en),
            scope: Both::new(&charter.scope.de, &charter.scope.en),
            results: Both::new(&charter.results.de, &charter.results.en),
            from: day(&charter.from),
            until: day(&charter.until),
        }
    }

    /// As the operations take it, with the note why it changes.
    pub fn input(self, note: String) -> CharterInput {
        let day = |day: RwSignal<String>| Some(day.get_untracked()).filter(|day| !day.is_empty());
        CharterInput {
            goal: self.goal.input(),
            scope: self.scope.input(),
            results: self.results.input(),
            from: day(self.from),
            until: day(self.until),
            note,
        }
    }

    /// The fields.
    pub fn fields(self) -> AnyView {
        let long =
            |label: &'static str, hint: &'static str, name: &'static str, both: Both, required: bool| {
                view! {
                    <BilingualField
                        label=t(label)
                        hint=t(hint)
                        name
                        de=both.de
                        en=both.en
                        required
                        rows=5
                        max=TEXT_MAX
                    />
                }
            };
        view! {
            <FormSection title=t("groups-charter") hint=t("groups-charter-hint")>
                {long("groups-goal", "groups-goal-hint", "goal", self.goal, true)}
                {long("groups-scope", "groups-scope-hint", "scope", self.scope, false)}
                {long("groups-results", "groups-results-hint", "results", self.results, false)}
                <div class="field-row">
                    <DateField label=t("groups-from") name="from" value=self.from/>
                    <DateField label=t("groups-until") name="until" value=self.until/>
                </div>
            </FormSection>
        }
        .into_any()
    }
}
