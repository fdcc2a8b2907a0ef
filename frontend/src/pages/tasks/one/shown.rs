//! The task behind its page, how its parts follow it, and what happens after something was done to it.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{
    task_board_page::TaskCardParts,
    task_page::{self, TaskFullParts},
};

use crate::{
    api::{Query, Submission},
    components::{Button, ButtonKind, IconName},
    i18n::{errors::failure_text, t, text},
    pages::act,
    platform::focus_id,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::{toast_done, toast_failed},
    },
};

/// The task behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    query: Query<task_page::ResponseData>,
    task: RwSignal<TaskFullParts>,
    /// The next task of its series, after this one was completed here.
    pub successor: RwSignal<Option<TaskCardParts>>,
}

impl Shown {
    /// The task as it is known; it follows the query from now on.
    pub fn new(query: Query<task_page::ResponseData>, first: Arc<task_page::ResponseData>) -> Self {
        let task = RwSignal::new(first.task.clone());
        Effect::new(move |_| {
            if let Some(data) = query.data() {
                task.set(data.task.clone());
            }
        });
        Self { query, task, successor: RwSignal::new(None) }
    }

    /// A part of the task; what shows it is made anew only when that part has changed.
    pub fn part<T>(self, part: impl Fn(&TaskFullParts) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| part(&self.task.read())).into()
    }

    /// The task as it is known now; nothing follows it.
    pub fn now(self) -> TaskFullParts {
        self.task.get_untracked()
    }

    /// Its version.
    pub fn version(self) -> Signal<i64> {
        self.part(|task| task.version)
    }

    /// Takes over what an act has answered.
    pub fn put(self, task: TaskFullParts) {
        self.task.set(task);
    }

    /// Reads it again.
    pub fn refetch(self) {
        self.query.refetch();
    }
}

impl act::Shown for Shown {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        request_animation_frame(move || focus_id(section));
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Tasks.href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.refetch();
        request_animation_frame(move || focus_id(section));
    }
}

/// An act that needs no more than one press.
#[derive(Clone, Copy)]
pub(super) struct Press {
    /// The words on its button.
    pub label: &'static str,
    /// Its picture.
    pub icon: IconName,
    /// How much it weighs.
    pub kind: ButtonKind,
    /// What is said afterwards.
    pub done: &'static str,
    /// The part of the page that shows it.
    pub section: &'static str,
}

/// An act on its way: what sends it, the task, the version that was looked at, and what takes the answer.
pub(super) struct Pressed {
    /// What sends it.
    pub submission: Submission,
    /// The task.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// Takes over what was answered.
    pub done: Box<dyn FnOnce(TaskFullParts)>,
}

/// The button of such an act, while it can be done.
pub(super) fn press(
    words: Press,
    shown: Shown,
    offered: Signal<bool>,
    send: impl Fn(Pressed) + Send + Sync + 'static,
) -> AnyView {
    let submission = told(shown);
    let press = Callback::new(move |()| {
        let task = shown.now();
        let done = Box::new(move |task| {
            shown.put(task);
            act::Shown::changed(shown, words.section, words.done);
        });
        send(Pressed { submission, id: task.id, version: task.version, done });
    });
    (move || {
        offered.get().then(|| {
            view! {
                <Button kind=words.kind icon=words.icon pending=submission.pending() on_press=press>
                    {t(words.label)}
                </Button>
            }
            .into_any()
        })
    })
    .into_any()
}

/// Something without a form to show its failure in: that is said at the edge of the page, and the task is read
/// again, as it may be another by now.
pub(super) fn told(shown: Shown) -> Submission {
    let submission = Submission::new();
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(failure_text(&failure));
            submission.clear();
            shown.refetch();
        }
    });
    submission
}
