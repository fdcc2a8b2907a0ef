//! Who does the task: asked, confirmed, given back with a word; and the answers to that.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        TaskAssign, TaskConfirm, TaskReturn, TaskTake, task_assign, task_confirm, task_page::TaskPersonParts,
        task_return, task_take,
    },
    tasks::TaskAssignment,
};

use super::shown::{Press, Shown, press};
use crate::{
    components::{ButtonKind, IconName, Prose, SectionHeading, SelectField},
    i18n::{t, text, text_with},
    pages::tasks::people::People,
    pages::{
        act::{Act, Fields, Sending, act, section},
        tasks::words::{assignment_badge, name_of},
    },
};

const SECTION: &str = "task-responsible";

/// Who is responsible and how it came to that, as far as it is shown.
#[derive(Clone, PartialEq)]
struct Known {
    assignment: TaskAssignment,
    responsible: Option<TaskPersonParts>,
    by: Option<TaskPersonParts>,
    returned_by: Option<TaskPersonParts>,
    word: String,
    /// Whether the person who looks at it is to answer.
    waits_for_me: bool,
}

/// Who does it, and the acts about that.
pub(super) fn responsible(shown: Shown, people: People) -> AnyView {
    let known = shown.part(|task| Known {
        assignment: task.assignment,
        responsible: task.responsible.clone(),
        by: task.assigned_by.clone(),
        returned_by: task.returned_by.clone(),
        word: task.assignment_text.clone(),
        waits_for_me: task.viewer_can.confirm,
    });
    let waits = move || known.read().waits_for_me;
    let content = view! {
        <SectionHeading title=t("tasks-page-responsible")/>
        <div class="task-asked" class:task-asked-me=waits>
            {move || words(known.get())}
            <div class="actions">{answers(shown)} {assign(shown, people)}</div>
        </div>
    };
    section(SECTION, content)
}

fn words(known: Known) -> AnyView {
    let Known { assignment, responsible, by, returned_by, word, waits_for_me } = known;
    let who = responsible.clone();
    let name = move || who.as_ref().map_or_else(|| text("tasks-page-nobody"), name_of);
    let himself = by.is_some() && by == responsible;
    let how = move || {
        let named = |person: &Option<TaskPersonParts>| person.as_ref().map(name_of).unwrap_or_default();
        let (by, returned_by) = (named(&by), named(&returned_by));
        match assignment {
            TaskAssignment::Asked if waits_for_me && !by.is_empty() => {
                text_with("tasks-page-asks-you", &[("by", by.into())])
            }
            TaskAssignment::Asked if !by.is_empty() => text_with("tasks-page-asked-by", &[("by", by.into())]),
            TaskAssignment::Confirmed if !himself && !by.is_empty() => {
                text_with("tasks-page-confirmed-by", &[("by", by.into())])
            }
            TaskAssignment::Returned => text_with("tasks-page-returned-by", &[("by", returned_by.into())]),
            _ => String::new(),
        }
    };
    let quote =
        (!word.is_empty()).then(|| view! { <blockquote class="task-word"><Prose de=word/></blockquote> });
    view! {
        <p class="entry-meta">
            <span class="task-person">{name}</span>
            {(assignment != TaskAssignment::Unassigned).then(|| assignment_badge(assignment))}
        </p>
        <p>{how}</p>
        {quote}
    }
    .into_any()
}

/// What one answers, or does of one's own accord.
fn answers(shown: Shown) -> AnyView {
    let words = |label, done| Press {
        label,
        icon: IconName::Check,
        kind: ButtonKind::Primary,
        done,
        section: SECTION,
    };
    let take = Press { icon: IconName::HandHelping, ..words("tasks-page-take", "tasks-page-taken") };
    let give_back = Act::new("tasks-page-return", "tasks-page-return-text", IconName::ArrowLeft)
        .with_words("reason", "tasks-page-reason")
        .offered(shown.part(|task| task.viewer_can.give_back))
        .then(SECTION, "tasks-page-returned");
    view! {
        {press(words("tasks-page-confirm", "tasks-page-confirmed"), shown, shown.part(|task| task.viewer_can.confirm), |pressed| {
            let input = task_confirm::TaskConfirmInput { id: pressed.id, version: pressed.version };
            let done = pressed.done;
            let variables = task_confirm::Variables { input };
            pressed.submission.send::<TaskConfirm>(variables, move |data| done(data.task_confirm.task));
        })}
        {press(take, shown, shown.part(|task| task.viewer_can.take), |pressed| {
            let input = task_take::TaskTakeInput { id: pressed.id, version: pressed.version };
            let done = pressed.done;
            let variables = task_take::Variables { input };
            pressed.submission.send::<TaskTake>(variables, move |data| done(data.task_take.task));
        })}
        {act(give_back, shown, shown.version(), None, move |Sending { submission, version, text, done }| {
            let input = task_return::TaskReturnInput { id: shown.now().id, version, reason: text };
            submission.send::<TaskReturn>(task_return::Variables { input }, move |data| {
                shown.put(data.task_return.task);
                done();
            });
        })}
    }
    .into_any()
}

/// Asking somebody, or saying that nobody has it.
fn assign(shown: Shown, people: People) -> AnyView {
    let person = RwSignal::new(String::new());
    let fields: Fields = Arc::new(move |_| {
        let now = shown.now().responsible.map(|person| person.id);
        person.set(now.unwrap_or_default());
        view! {
            <SelectField
                label=t("tasks-page-assign-whom")
                name="personId"
                value=person
                choices=Signal::derive(move || people.workers())
                empty=t("tasks-page-nobody")
                required=true
            />
        }
        .into_any()
    });
    let words = Act::new("tasks-page-assign", "tasks-page-assign-text", IconName::UserPlus)
        .with_optional_words("message", "tasks-page-assign-word")
        .offered(shown.part(|task| task.viewer_can.assign))
        .then(SECTION, "tasks-page-assigned");
    act(words, shown, shown.version(), Some(fields), move |Sending { submission, version, text, done }| {
        let chosen = person.get_untracked();
        let input = task_assign::TaskAssignInput {
            id: shown.now().id,
            version,
            person_id: Some(chosen).filter(|id| !id.is_empty()),
            message: text,
        };
        submission.send::<TaskAssign>(task_assign::Variables { input }, move |data| {
            shown.put(data.task_assign.task);
            done();
        });
    })
}
