//! What is done to a task from its card, apart from moving it: taking it, answering for it, and saying what
//! keeps it. What needs a word has a dialog, which stands beside the columns.

use std::collections::HashSet;

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::{
    error::ErrorCode,
    operations::{
        TaskBlock, TaskConfirm, TaskReturn, TaskTake, TaskUnblock, task_block, task_confirm, task_return,
        task_take, task_unblock,
    },
};

use super::state::{Board, Card};
use crate::{
    api::{ApiFailure, Submission, send},
    components::{Actions, Button, ButtonKind, Dialog, Form, Icon, IconName, TextAreaField},
    i18n::{errors, t, text, text_with},
    pages::support::StaleNotice,
    state::toasts::{toast_done, toast_failed},
};

/// Something one can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Take,
    Confirm,
    Return,
    Block,
    Unblock,
}

impl Act {
    fn may(self, task: &Card) -> bool {
        let can = &task.viewer_can;
        match self {
            Act::Take => can.take,
            Act::Confirm => can.confirm,
            Act::Return => can.give_back,
            Act::Block => can.block && !task.blocked,
            Act::Unblock => can.unblock,
        }
    }

    /// Its words, and what is said afterwards.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Act::Take => ("tasks-board-take", "tasks-board-taken"),
            Act::Confirm => ("tasks-board-confirm", "tasks-board-confirmed"),
            Act::Return => ("tasks-board-return", "tasks-board-returned"),
            Act::Block => ("tasks-board-block", "tasks-board-blocked"),
            Act::Unblock => ("tasks-board-unblock", "tasks-board-unblocked"),
        }
    }

    /// A picture for what waits.
    const fn icon(self) -> Option<IconName> {
        match self {
            Act::Take => Some(IconName::HandHelping),
            Act::Confirm => Some(IconName::Check),
            Act::Return | Act::Block | Act::Unblock => None,
        }
    }

    /// What it means, where it needs a word.
    const fn asks(self) -> Option<&'static str> {
        match self {
            Act::Return => Some("tasks-board-return-text"),
            Act::Block => Some("tasks-board-block-text"),
            Act::Take | Act::Confirm | Act::Unblock => None,
        }
    }

    /// Does it; gives the new version.
    async fn run(self, id: String, version: i64, reason: String) -> Result<i64, ApiFailure> {
        Ok(match self {
            Act::Take => {
                let input = task_take::TaskTakeInput { id, version };
                send::<TaskTake>(task_take::Variables { input }).await?.task_take.task.version
            }
            Act::Confirm => {
                let input = task_confirm::TaskConfirmInput { id, version };
                send::<TaskConfirm>(task_confirm::Variables { input }).await?.task_confirm.task.version
            }
            Act::Return => {
                let input = task_return::TaskReturnInput { id, version, reason };
                send::<TaskReturn>(task_return::Variables { input }).await?.task_return.task.version
            }
            Act::Block => {
                let input = task_block::TaskBlockInput { id, version, reason };
                send::<TaskBlock>(task_block::Variables { input }).await?.task_block.task.version
            }
            Act::Unblock => {
                let input = task_unblock::TaskUnblockInput { id, version };
                send::<TaskUnblock>(task_unblock::Variables { input }).await?.task_unblock.task.version
            }
        })
    }
}

/// The acts on the cards of a board. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(in super::super) struct Acts {
    board: Board,
    /// The task whose card is to be moved.
    pub(super) moving: RwSignal<Option<String>>,
    /// What is to be done with a word, to which task in which version.
    asked: RwSignal<Option<(Act, String, i64)>>,
    /// Tasks to which something is being done.
    running: StoredValue<HashSet<String>>,
}

impl Acts {
    /// Nothing is done yet.
    pub fn new(board: Board) -> Self {
        Self {
            board,
            moving: RwSignal::new(None),
            asked: RwSignal::new(None),
            running: StoredValue::new(HashSet::new()),
        }
    }

    /// What waits for this person.
    pub(super) fn answers(self, task: &str) -> AnyView {
        self.buttons(task, &[Act::Take, Act::Confirm])
    }

    /// What else there is to do.
    pub(super) fn others(self, task: &str) -> AnyView {
        self.buttons(task, &[Act::Block, Act::Unblock, Act::Return])
    }

    fn buttons(self, task: &str, acts: &[Act]) -> AnyView {
        let Some(card) = self.board.card(task) else { return ().into_any() };
        let buttons: Vec<AnyView> = acts
            .iter()
            .map(|act| {
                let (act, card, task) = (*act, card.clone(), task.to_owned());
                let may = Memo::new(move |_| act.may(&card.read()));
                (move || may.get().then(|| self.button(act, task.clone()))).into_any()
            })
            .collect();
        buttons.into_any()
    }

    fn button(self, act: Act, task: String) -> AnyView {
        let class = match act {
            Act::Take | Act::Confirm => "button board-act",
            _ => "button button-quiet board-act",
        };
        let title = self.board.title(&task);
        let id = format!("{}-{task}", act.words().0);
        let press = move |_| match act.asks() {
            Some(_) => {
                let version = self.board.card(&task).map(|card| card.read_untracked().version);
                self.asked.set(version.map(|version| (act, task.clone(), version)));
            }
            None => self.at_once(act, task.clone()),
        };
        view! {
            <button type="button" class=class id=id on:click=press>
                {act.icon().map(|name| view! { <Icon name/> })}
                <span>{t(act.words().0)} <span class="visually-hidden">": " {title}</span></span>
            </button>
        }
        .into_any()
    }

    /// Does what needs no word.
    fn at_once(self, act: Act, task: String) {
        let Some(card) = self.board.card(&task) else { return };
        if self.running.try_update_value(|running| running.insert(task.clone())) != Some(true) {
            return;
        }
        let version = card.read_untracked().version;
        self.board.begin();
        spawn_local(async move {
            let answer = act.run(task.clone(), version, String::new()).await;
            let _ = self.running.try_update_value(|running| running.remove(&task));
            match answer {
                Ok(version) => self.done(act, &task, version),
                Err(failure) => toast_failed(self.refusal(&task, &failure)),
            }
            self.board.end();
            self.board.ask();
        });
    }

    fn done(self, act: Act, task: &str, version: i64) {
        let title = self.board.title(task);
        self.board.made(task, version);
        toast_done(text_with(act.words().1, &[("title", title.into())]));
    }

    fn refusal(self, task: &str, failure: &ApiFailure) -> String {
        let title = self.board.title(task);
        match failure.code() {
            Some(ErrorCode::Conflict) => text_with("tasks-board-changed", &[("title", title.into())]),
            _ => errors::failure_text(failure),
        }
    }
}

/// The dialog for what needs a word. What was typed stays when it is closed, until it is done or something
/// else is asked.
pub(in super::super) fn act_dialogs(board: Board, acts: Acts) -> AnyView {
    let open = RwSignal::new(false);
    let written = RwSignal::new(String::new());
    let submission = Submission::new();
    let before = StoredValue::new(None::<(Act, String)>);
    Effect::new(move |_| {
        let Some((act, task, _)) = acts.asked.get() else { return open.set(false) };
        let same = before.with_value(|before| before.as_ref() == Some(&(act, task.clone())));
        if !same {
            written.set(String::new());
        }
        before.set_value(Some((act, task)));
        submission.clear();
        open.set(true);
    });
    Effect::new(move |_| {
        if !open.get() && acts.asked.read_untracked().is_some() {
            acts.asked.set(None);
        }
    });
    let run = move |version: Option<i64>| {
        let Some((act, task, seen)) = acts.asked.get_untracked() else { return };
        let work = act.run(task.clone(), version.unwrap_or(seen), written.get_untracked());
        submission.run(work, move |version| {
            open.set(false);
            written.set(String::new());
            acts.done(act, &task, version);
            board.ask();
        });
    };
    let load = move |()| {
        open.set(false);
        board.ask();
    };
    let act = Memo::new(move |_| acts.asked.read().as_ref().map(|(act, ..)| *act));
    let title = Signal::derive(move || act.get().map(|act| text(act.words().0)).unwrap_or_default());
    let about = move || {
        let asked = acts.asked.read();
        asked.as_ref().map(|(_, task, _)| board.title(task)).unwrap_or_default()
    };
    let meaning = move || act.get().and_then(Act::asks).map(text);
    view! {
        <Dialog open title>
            <p class="board-moved-title">{about}</p>
            <Form id="word" errors=submission.errors() on_submit=move |()| run(None)>
                <StaleNotice submission on_keep=move |version| run(Some(version)) on_load=load/>
                <p>{meaning}</p>
                <TextAreaField label=t("tasks-board-reason") name="reason" value=written rows=3 required=true/>
                <Actions>
                    <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{title}</Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>{t("app-cancel")}</Button>
                </Actions>
            </Form>
        </Dialog>
    }
    .into_any()
}
