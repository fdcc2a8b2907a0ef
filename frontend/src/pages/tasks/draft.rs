//! What a task says, as it is written: the fields of making one and of changing one. What is typed is kept in
//! this tab until it is sent.

use leptos::prelude::*;
use serde_json::{Value, json};
use verbund_shared::{
    operations::{
        task_change::{TaskRecurrenceInput, TaskTextInput},
        task_page::TaskFullParts,
    },
    tasks::{RECURRENCE_EVERY_MAX, TASK_TEXT_MAX, TaskPriority, TaskRecurrenceUnit},
};

use super::{
    markdown::preview,
    people::People,
    words::{priority_choices, recurrence_choices},
};
use crate::{
    components::{Choice, DateField, SelectField, TextAreaField, TextField},
    i18n::{t, t_with},
    platform,
};

/// The fields by their names in the input.
const NAMES: [&str; 8] = [
    "title",
    "text",
    "due",
    "priority",
    "organisationId",
    "milestoneId",
    "recurrence.unit",
    "recurrence.every",
];

/// What is written. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct TaskDraft {
    texts: StoredValue<Vec<RwSignal<String>>>,
    /// The version that was looked at when writing began; nothing for a new task.
    pub version: RwSignal<i64>,
    /// What is chosen but not to be chosen any more: an organisation that left, a closed milestone.
    chosen: StoredValue<[Option<Choice>; 2]>,
}

impl TaskDraft {
    /// A new task.
    pub fn empty() -> Self {
        Self::made(nothing(), 0, [None, None])
    }

    /// Nothing any more.
    pub fn clear(self) {
        self.set(nothing());
    }

    /// A task as it is now.
    pub fn of(task: &TaskFullParts) -> Self {
        let organisation = task.organisation.as_ref().map(|one| Choice::new(&one.id, &one.name));
        let milestone = task.source.as_ref().and_then(|source| source.milestone.as_ref());
        let milestone = milestone.map(|one| Choice::new(&one.id, &one.text));
        Self::made(texts_of(task), task.version, [organisation, milestone])
    }

    fn made(texts: [String; 8], version: i64, chosen: [Option<Choice>; 2]) -> Self {
        Self {
            texts: StoredValue::new(texts.into_iter().map(RwSignal::new).collect()),
            version: RwSignal::new(version),
            chosen: StoredValue::new(chosen),
        }
    }

    /// Takes over what was typed before in this tab, and keeps what is typed from now on.
    pub fn kept(self, key: String) -> Self {
        let stored = platform::stored_for_visit(&key).and_then(|text| platform::json(&text));
        if let Some(stored) = stored {
            for name in NAMES {
                self.field(name).set(stored[name].as_str().unwrap_or_default().to_owned());
            }
            self.version.set(stored["version"].as_i64().unwrap_or_default());
        }
        // Nothing is kept before something is typed.
        let first = untrack(|| self.to_json());
        Effect::new(move |begun: Option<bool>| {
            let now = self.to_json();
            let begun = begun == Some(true) || now != first || platform::stored_for_visit(&key).is_some();
            if begun {
                platform::store_for_visit(&key, Some(&now.to_string()));
            }
            begun
        });
        self
    }

    fn to_json(self) -> Value {
        let mut all = json!({ "version": self.version.get() });
        for name in NAMES {
            all[name] = self.field(name).get().into();
        }
        all
    }

    /// Shows a task as it is now instead of what was typed.
    pub fn take(self, task: &TaskFullParts) {
        self.set(texts_of(task));
        self.version.set(task.version);
    }

    fn set(self, texts: [String; 8]) {
        for (name, text) in NAMES.into_iter().zip(texts) {
            self.field(name).set(text);
        }
    }

    /// A field by its name in the input.
    fn field(self, name: &str) -> RwSignal<String> {
        let place = NAMES.iter().position(|other| *other == name).unwrap_or_default();
        self.texts.with_value(|texts| texts[place])
    }

    /// As the operations take it.
    pub fn input(self) -> TaskTextInput {
        let typed = |name: &str| self.field(name).get_untracked();
        let some = |name: &str| Some(typed(name)).filter(|text| !text.is_empty());
        let unit = TaskRecurrenceUnit::parse(&typed("recurrence.unit"));
        TaskTextInput {
            title: typed("title"),
            text: typed("text"),
            due: some("due"),
            priority: TaskPriority::parse(&typed("priority")).unwrap_or(TaskPriority::Normal),
            organisation_id: some("organisationId"),
            // What is no number is refused as one that is too small.
            recurrence: unit.map(|unit| TaskRecurrenceInput {
                unit,
                every: typed("recurrence.every").trim().parse().unwrap_or_default(),
            }),
            milestone_id: some("milestoneId"),
        }
    }

    /// The fields; `no_organisation` says what holds where none is chosen.
    pub fn fields(self, people: People, no_organisation: Signal<String>) -> AnyView {
        let field = move |name: &str| self.field(name);
        let organisations = Signal::derive(move || self.with_chosen(0, people.organisations()));
        let milestones = Signal::derive(move || self.with_chosen(1, people.milestones()));
        let unit = field("recurrence.unit");
        let again = Memo::new(move |_| !unit.read().is_empty());
        let every = move || {
            again.get().then(|| {
                let hint =
                    t_with("tasks-page-every-hint", &[("max", i64::from(RECURRENCE_EVERY_MAX).into())]);
                view! {
                    <TextField
                        label=t("tasks-page-every")
                        hint
                        name="recurrence.every"
                        input_mode="numeric"
                        value=field("recurrence.every")
                        required=true
                    />
                }
                .into_any()
            })
        };
        view! {
            <TextField label=t("tasks-page-title") name="title" value=field("title") required=true/>
            <div>
                <TextAreaField
                    label=t("tasks-page-text")
                    hint=t("tasks-page-markdown-hint")
                    name="text"
                    value=field("text")
                    rows=6
                    max=TASK_TEXT_MAX
                />
                {preview(field("text"))}
            </div>
            <div class="field-row">
                <DateField label=t("tasks-page-due-by") name="due" value=field("due")/>
                <SelectField
                    label=t("tasks-priority")
                    name="priority"
                    value=field("priority")
                    choices=Signal::derive(priority_choices)
                    required=true
                />
            </div>
            <SelectField
                label=t("tasks-page-organisation")
                name="organisationId"
                value=field("organisationId")
                choices=organisations
                empty=no_organisation
            />
            <SelectField
                label=t("tasks-page-for-milestone")
                name="milestoneId"
                value=field("milestoneId")
                choices=milestones
                empty=t("tasks-page-no-milestone")
            />
            <div class="field-row">
                <SelectField
                    label=t("tasks-page-recurrence")
                    hint=t("tasks-page-recurrence-hint")
                    name="recurrence.unit"
                    value=unit
                    choices=Signal::derive(recurrence_choices)
                    empty=t("tasks-page-once")
                />
                {every}
            </div>
        }
        .into_any()
    }

    fn with_chosen(self, place: usize, mut choices: Vec<Choice>) -> Vec<Choice> {
        let chosen = self.chosen.with_value(|chosen| chosen[place].clone());
        if let Some(chosen) = chosen
            && choices.iter().all(|choice| choice.value != chosen.value)
        {
            choices.push(chosen);
        }
        choices
    }
}

fn nothing() -> [String; 8] {
    let mut texts: [String; 8] = Default::default();
    texts[3] = TaskPriority::Normal.as_str().to_owned();
    texts[7] = "1".to_owned();
    texts
}

fn texts_of(task: &TaskFullParts) -> [String; 8] {
    let milestone = task.source.as_ref().and_then(|source| source.milestone.as_ref());
    [
        task.title.clone(),
        task.text.clone(),
        task.due.clone().unwrap_or_default(),
        task.priority.as_str().to_owned(),
        task.organisation.as_ref().map(|one| one.id.clone()).unwrap_or_default(),
        milestone.map(|one| one.id.clone()).unwrap_or_default(),
        task.recurrence.as_ref().map(|often| often.unit.as_str().to_owned()).unwrap_or_default(),
        task.recurrence.as_ref().map_or(1, |often| often.every).to_string(),
    ]
}
