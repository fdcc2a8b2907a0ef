//! A new task as it is written: what it says, who is asked to do it, and what is sent of that.

use leptos::prelude::*;
use verbund_shared::{operations::task_create::TaskCreateInput, tasks::REASON_MAX};

use crate::{
    components::{SelectField, TextAreaField},
    i18n::t,
    pages::tasks::{draft::TaskDraft, people::People},
};

/// What is written of a new task. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct NewTask {
    task: TaskDraft,
    responsible: RwSignal<String>,
    message: RwSignal<String>,
}

impl NewTask {
    /// Nothing yet.
    pub fn empty() -> Self {
        let nothing = || RwSignal::new(String::new());
        Self { task: TaskDraft::empty(), responsible: nothing(), message: nothing() }
    }

    /// Nothing any more.
    pub fn clear(self) {
        self.task.clear();
        self.responsible.set(String::new());
        self.message.set(String::new());
    }

    /// As the operation takes it.
    pub fn input(self, group: String) -> TaskCreateInput {
        let responsible = Some(self.responsible.get_untracked()).filter(|person| !person.is_empty());
        TaskCreateInput {
            group_id: group,
            task: self.task.input(),
            // Without somebody to read it there is no message.
            message: responsible.as_ref().map(|_| self.message.get_untracked()).unwrap_or_default(),
            responsible_id: responsible,
            checklist: Vec::new(),
        }
    }

    /// The fields.
    pub fn fields(self, people: People) -> AnyView {
        let asked = Memo::new(move |_| !self.responsible.read().is_empty());
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
        view! {
            {self.task.fields(people, t("tasks-board-no-organisation"))}
            <SelectField
                label=t("tasks-board-responsible")
                name="responsibleId"
                value=self.responsible
                choices=Signal::derive(move || people.workers())
                empty=t("tasks-board-nobody")
            />
            {message}
        }
        .into_any()
    }
}
