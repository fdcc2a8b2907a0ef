//! Where the task stands, what keeps it, and what one can do about that.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        TaskBlock, TaskCancel, TaskMove, TaskReopen, TaskUnblock, task_block, task_cancel, task_move,
        task_page::TaskFullParts, task_reopen, task_unblock,
    },
    tasks::TaskState,
};

use super::shown::{Press, Shown, press};
use crate::{
    components::{ButtonKind, IconName, Notice, Prose, SectionHeading, Tone},
    i18n::{day, t, text_with},
    pages::{
        act::{Act, Sending, act, section},
        tasks::words::{blocked_badge, priority_badge, state_badge},
    },
    routes::Route,
};

const SECTION: &str = "task-state";

/// State, obstacle and end of the task, with its acts.
pub(super) fn stand(shown: Shown) -> AnyView {
    let stands =
        shown.part(|task| (task.state, task.priority, task.blocked.then(|| task.blocked_reason.clone())));
    let words = move || {
        let (state, priority, blocked) = stands.get();
        let reason = blocked.clone().map(|reason| view! { <Prose de=reason/> });
        view! {
            <p class="entry-meta">
                {state_badge(state)}
                {blocked.is_some().then(blocked_badge)}
                {(!state.is_final()).then(|| priority_badge(priority))}
            </p>
            {reason}
        }
        .into_any()
    };
    let content = view! {
        <SectionHeading title=t("tasks-page-state")/>
        {words}
        {closed(shown)}
        {successor(shown)}
        <div class="actions">{moves(shown)} {obstacle(shown)} {end(shown)}</div>
    };
    section(SECTION, content)
}

/// When it was closed, and why it was given up.
fn closed(shown: Shown) -> AnyView {
    let closed = shown.part(|task| (task.state, task.closed_on.clone(), task.closed_reason.clone()));
    (move || {
        let (state, on, reason) = closed.get();
        on.map(|on| {
            let key = match state {
                TaskState::Cancelled => "tasks-page-cancelled-on",
                _ => "tasks-page-done-on",
            };
            let words = move || text_with(key, &[("day", day(&on).into())]);
            view! {
                <p class="muted">{words}</p>
                {(!reason.is_empty()).then(|| view! { <Prose de=reason/> })}
            }
            .into_any()
        })
    })
    .into_any()
}

/// The next one of its series, after this one was completed here.
fn successor(shown: Shown) -> AnyView {
    let notice = move || {
        shown.successor.get().map(|next| {
            let href = Route::Task(next.id).href();
            let by = next.due.map(|due| {
                view! { " " {move || text_with("tasks-page-successor-due", &[("day", day(&due).into())])} }
            });
            view! {
                <Notice tone=Tone::Good title=t("tasks-page-successor")>
                    <p><a class="link" href=href>{next.title}</a> {by}</p>
                </Notice>
            }
            .into_any()
        })
    };
    view! { <div role="status">{notice}</div> }.into_any()
}

fn moves(shown: Shown) -> AnyView {
    let can =
        |state: fn(TaskState) -> bool| move |task: &TaskFullParts| task.viewer_can.move_ && state(task.state);
    let to = move |words: Press, offered: Signal<bool>, state: TaskState| {
        press(words, shown, offered, move |pressed| {
            let input =
                task_move::TaskMoveInput { id: pressed.id, version: pressed.version, state, after_id: None };
            let done = pressed.done;
            pressed.submission.send::<TaskMove>(task_move::Variables { input }, move |data| {
                shown.successor.set(data.task_move.successor);
                done(data.task_move.task);
            });
        })
    };
    let words = |label, icon, kind, done| Press { label, icon, kind, done, section: SECTION };
    let open = shown.part(can(|state| state == TaskState::Open));
    let unfinished = shown.part(can(|state| !state.is_final()));
    let start = words("tasks-page-start", IconName::ArrowRight, ButtonKind::Secondary, "tasks-page-started");
    let finish = words("tasks-page-finish", IconName::Check, ButtonKind::Primary, "tasks-page-finished");
    view! { {to(finish, unfinished, TaskState::Done)} {to(start, open, TaskState::InProgress)} }.into_any()
}

/// What keeps it from going on.
fn obstacle(shown: Shown) -> AnyView {
    let can_block = shown.part(|task| task.viewer_can.block && !task.blocked);
    let can_unblock = shown.part(|task| task.viewer_can.unblock);
    let block = Act::new("tasks-page-block", "tasks-page-block-text", IconName::Ban)
        .with_words("reason", "tasks-page-block-reason")
        .offered(can_block)
        .then(SECTION, "tasks-page-blocked");
    let unblock = Press {
        label: "tasks-page-unblock",
        icon: IconName::Check,
        kind: ButtonKind::Secondary,
        done: "tasks-page-unblocked",
        section: SECTION,
    };
    view! {
        {act(block, shown, shown.version(), None, move |Sending { submission, version, text, done }| {
            let input = task_block::TaskBlockInput { id: shown.now().id, version, reason: text };
            submission.send::<TaskBlock>(task_block::Variables { input }, move |data| {
                shown.put(data.task_block.task);
                done();
            });
        })}
        {press(unblock, shown, can_unblock, |pressed| {
            let input = task_unblock::TaskUnblockInput { id: pressed.id, version: pressed.version };
            let done = pressed.done;
            let variables = task_unblock::Variables { input };
            pressed.submission.send::<TaskUnblock>(variables, move |data| done(data.task_unblock.task));
        })}
    }
    .into_any()
}

/// Giving it up, and taking it up again.
fn end(shown: Shown) -> AnyView {
    let cancel = Act::new("tasks-page-cancel", "tasks-page-cancel-text", IconName::Archive)
        .with_words("reason", "tasks-page-reason")
        .weighing(ButtonKind::Quiet)
        .offered(shown.part(|task| task.viewer_can.cancel))
        .then(SECTION, "tasks-page-cancelled");
    let reopen = Press {
        label: "tasks-page-reopen",
        icon: IconName::Refresh,
        kind: ButtonKind::Secondary,
        done: "tasks-page-reopened",
        section: SECTION,
    };
    view! {
        {act(cancel, shown, shown.version(), None, move |Sending { submission, version, text, done }| {
            let input = task_cancel::TaskCancelInput { id: shown.now().id, version, reason: text };
            submission.send::<TaskCancel>(task_cancel::Variables { input }, move |data| {
                shown.put(data.task_cancel.task);
                done();
            });
        })}
        {press(reopen, shown, shown.part(|task| task.viewer_can.reopen), move |pressed| {
            let input = task_reopen::TaskReopenInput { id: pressed.id, version: pressed.version };
            let done = pressed.done;
            pressed.submission.send::<TaskReopen>(task_reopen::Variables { input }, move |data| {
                shown.successor.set(None);
                done(data.task_reopen.task);
            });
        })}
    }
    .into_any()
}
