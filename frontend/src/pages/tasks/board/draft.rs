//! A task as it is written: its fields, and what is sent of them.

use leptos::prelude::*;
use verbund_shared::{
    groups::{GroupRole, MilestoneState},
    operations::{
        task_choices,
        task_create::{TaskCreateInput, TaskRecurrenceInput, TaskTextInput},
    },
    tasks::{REASON_MAX, RECURRENCE_EVERY_MAX, TASK_TEXT_MAX, TaskPriority, TaskRecurrenceUnit},
};

use super::filters::organisations;
use crate::{
    api::Query,
    components::{Choice, DateField, SelectField, TextAreaField, TextField},
    i18n::{t, t_with},
    pages::tasks::words::{name_of, priority_choices, recurrence_choices},
};

/// What is written of a new task. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct TaskDraft {
    title: RwSignal<String>,
    text: RwSignal<String>,
    due: RwSignal<String>,
    priority: RwSignal<String>,
    organisation: RwSignal<String>,
    responsible: RwSignal<String>,
    message: RwSignal<String>,
    unit: RwSignal<String>,
    every: RwSignal<String>,
    milestone: RwSignal<String>,
}

impl TaskDraft {
    /// Nothing yet.
    pub fn empty() -> Self {
        let nothing = || RwSignal::new(String::new());
        let draft = Self {
            title: nothing(),
            text: nothing(),
            due: nothing(),
            priority: nothing(),
            organisation: nothing(),
            responsible: nothing(),
            message: nothing(),
            unit: nothing(),
            every: nothing(),
            milestone: nothing(),
        };
        draft.clear();
        draft
    }

    /// Nothing any more.
    pub fn clear(self) {
        let texts = [
            self.title,
            self.text,
            self.due,
            self.organisation,
            self.responsible,
            self.message,
            self.unit,
            self.milestone,
        ];
        texts.iter().for_each(|text| text.set(String::new()));
        self.priority.set(TaskPriority::Normal.as_str().to_owned());
        self.every.set("1".to_owned());
    }

    /// As the operation takes it.
    pub fn input(self, group: String) -> TaskCreateInput {
        let chosen = |value: RwSignal<String>| Some(value.get_untracked()).filter(|value| !value.is_empty());
        let responsible = chosen(self.responsible);
        TaskCreateInput {
            group_id: group,
            task: TaskTextInput {
                title: self.title.get_untracked(),
                text: self.text.get_untracked(),
                due: chosen(self.due),
                priority: TaskPriority::parse(&self.priority.get_untracked()).unwrap_or(TaskPriority::Normal),
                organisation_id: chosen(self.organisation),
                recurrence: TaskRecurrenceUnit::parse(&self.unit.get_untracked()).map(|unit| {
                    // What is no number is refused beside its field.
                    let every = self.every.get_untracked().trim().parse().unwrap_or(0);
                    TaskRecurrenceInput { unit, every }
                }),
                milestone_id: chosen(self.milestone),
            },
            // Without somebody to read it there is no message.
            message: responsible.as_ref().map(|_| self.message.get_untracked()).unwrap_or_default(),
            responsible_id: responsible,
            checklist: Vec::new(),
        }
    }

    /// The fields.
    pub fn fields(self, choices: Query<task_choices::ResponseData>) -> AnyView {
        let priorities = Signal::derive(priority_choices);
        let people = Signal::derive(move || people(choices));
        let milestones = Signal::derive(move || milestones(choices));
        let asked = Memo::new(move |_| !self.responsible.read().is_empty());
        let again = Memo::new(move |_| !self.unit.read().is_empty());
        // Not asked for, but known, as the responsible person's place says it.
        let organisations = Signal::derive(move || organisations(choices));
        let message = move || {
            asked.get().then(|| {
                view! {
                    <TextAreaField
                        label=t("tasks-board-message")
                        hint=t("tasks-board-message-hint")
                        name="message"
                        value=self.message
                        rows=2
                        max=REASON_MAX
                    />
                }
            })
        };
        let every = move || {
            again.get().then(|| {
                let hint =
                    t_with("tasks-board-every-hint", &[("max", i64::from(RECURRENCE_EVERY_MAX).into())]);
                view! {
                    <TextField
                        label=t("tasks-board-every")
                        hint
                        name="recurrence.every"
                        value=self.every
                        input_mode="numeric"
                        required=true
                    />
                }
            })
        };
        view! {
            <TextField label=t("tasks-board-title") name="title" value=self.title required=true/>
            <TextAreaField
                label=t("tasks-board-text")
                hint=t("tasks-board-text-hint")
                name="text"
                value=self.text
                rows=4
                max=TASK_TEXT_MAX
            />
            <div class="field-row">
                <DateField label=t("tasks-board-due") name="due" value=self.due/>
                <SelectField
                    label=t("tasks-priority")
                    name="priority"
                    value=self.priority
                    choices=priorities
                    required=true
                />
                <SelectField
                    label=t("tasks-board-responsible")
                    name="responsibleId"
                    value=self.responsible
                    choices=people
                    empty=t("tasks-board-nobody")
                />
                <SelectField
                    label=t("tasks-board-organisation")
                    name="organisationId"
                    value=self.organisation
                    choices=organisations
                    empty=t("tasks-board-no-organisation")
                />
            </div>
            {message}
            <div class="field-row">
                <SelectField
                    label=t("tasks-board-recurrence")
                    name="recurrence"
                    value=self.unit
                    choices=Signal::derive(recurrence_choices)
                    empty=t("tasks-board-once")
                />
                {every}
            </div>
            <SelectField
                label=t("tasks-board-milestone")
                name="milestoneId"
                value=self.milestone
                choices=milestones
                empty=t("tasks-board-no-milestone")
            />
        }
        .into_any()
    }
}

/// Those who work in the group; guests only read.
fn people(choices: Query<task_choices::ResponseData>) -> Vec<Choice> {
    let Some(data) = choices.data() else { return Vec::new() };
    let places = data.group.places.iter().flatten().filter(|place| place.role != GroupRole::Guest);
    let mut list: Vec<Choice> =
        places.map(|place| Choice::new(&place.person.id, name_of(&place.person))).collect();
    list.sort_by(|one, other| one.label.cmp(&other.label));
    list.dedup();
    list
}

/// What the group still wants to reach.
fn milestones(choices: Query<task_choices::ResponseData>) -> Vec<Choice> {
    let Some(data) = choices.data() else { return Vec::new() };
    let open = data.group.milestones.iter().flatten();
    let open = open.filter(|milestone| milestone.state == MilestoneState::Open);
    open.map(|milestone| Choice::new(&milestone.id, &milestone.text)).collect()
}
