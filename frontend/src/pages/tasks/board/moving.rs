//! Moving cards: shown at once, saved one after the other, taken back and told when it was refused.

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::{
    error::ErrorCode,
    operations::{TaskMove, task_move},
    tasks::TaskState,
};

use super::{
    keep_focus::{keep_focus, move_id},
    state::{Board, Column},
};
use crate::{
    api::{ApiFailure, send},
    i18n::{day, errors, text_with},
    platform::{focus_id, scroll_to_id},
    state::toasts::{toast_done, toast_failed},
};

/// A way a card can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// One up in its column.
    Up,
    /// One down in its column.
    Down,
    /// To the top of its column.
    Top,
    /// To the end of its column.
    Bottom,
    /// To the top of another column.
    To(TaskState),
}

impl Board {
    /// The column and the place a way leads to; nothing where there is no such way. Views follow it.
    pub(super) fn goal(self, task: &str, way: Way) -> Option<(Column, usize)> {
        let (column, place) = self.place(task)?;
        let last = column.order.read().len() - 1;
        // Where a column goes on below what is shown, its end is not known.
        let whole = column.next.read().is_none();
        match way {
            Way::Up => place.checked_sub(1).map(|above| (column, above)),
            Way::Down => (place < last).then_some((column, place + 1)),
            Way::Top => (place > 0).then_some((column, 0)),
            Way::Bottom => (place < last && whole).then_some((column, last)),
            Way::To(state) => {
                (state != column.state).then(|| self.column(state)).flatten().map(|column| (column, 0))
            }
        }
    }

    /// Moves a card a way, with the focus on it.
    pub(super) fn go(self, task: &str, way: Way) {
        let Some((column, place)) = untrack(|| self.goal(task, way)) else {
            let values = [("title", self.title(task).into())];
            self.said.set(text_with("tasks-board-no-way", &values));
            return;
        };
        self.put(task, column, place);
        let button = move_id(task);
        request_animation_frame(move || {
            focus_id(&button);
            scroll_to_id(&button);
        });
    }

    /// Lays a card into a column with so many others above it.
    pub(super) fn put(self, task: &str, column: Column, place: usize) {
        let Some((from, old)) = untrack(|| self.place(task)) else { return };
        if from.state == column.state && old == place {
            return;
        }
        self.outdate();
        keep_focus(|| {
            if let Some(card) = self.card(task) {
                card.update(|card| {
                    card.state = column.state;
                    card.overdue &= column.state != TaskState::Done;
                });
            }
            if from.state == column.state {
                column.order.update(|order| {
                    let task = order.remove(old);
                    order.insert(place.min(order.len()), task);
                });
            } else {
                from.order.update(|order| order.retain(|other| other != task));
                column.order.update(|order| order.insert(place.min(order.len()), task.to_owned()));
                from.total.update(|total| *total -= 1);
                column.total.update(|total| *total += 1);
                self.shown.set(column.state);
            }
        });
        let values = [
            ("title", self.title(task).into()),
            ("column", super::column::name(column.state).into()),
            ("place", (place + 1).into()),
            ("count", column.total.get_untracked().into()),
        ];
        self.said.set(text_with("tasks-board-moved", &values));
        self.save(task.to_owned());
    }

    /// Saves where a card lies now, after those before it.
    fn save(self, task: String) {
        let idle = self.queue.with_value(Vec::is_empty);
        self.queue.update_value(|queue| {
            // What is on its way is first; it is saved once more if it has moved on since.
            if queue.len() < 2 || !queue[1..].contains(&task) {
                queue.push(task);
            }
        });
        if idle {
            self.begin();
            spawn_local(self.save_all());
        }
    }

    async fn save_all(self) {
        let mut refused = false;
        while let Some(task) = self.queue.try_with_value(|queue| queue.first().cloned()).flatten() {
            let answer = match self.sending(&task) {
                Some(input) => Some(send::<TaskMove>(task_move::Variables { input }).await),
                None => None,
            };
            let _ = self.queue.try_update_value(|queue| queue.remove(0));
            match answer {
                Some(Ok(data)) => self.saved(&data.task_move),
                Some(Err(failure)) => {
                    refused = true;
                    self.refused(&task, &failure);
                    let _ = self.queue.try_update_value(|queue| queue.retain(|other| *other != task));
                }
                None => {}
            }
        }
        // The page may be gone by now.
        if self.queue.try_get_value().is_none() {
            return;
        }
        if refused {
            self.take_over();
        }
        self.end();
        self.ask();
    }

    fn sending(self, task: &str) -> Option<task_move::TaskMoveInput> {
        let (column, place) = untrack(|| self.place(task))?;
        let version = self.card(task)?.read_untracked().version;
        let above = place.checked_sub(1);
        Some(task_move::TaskMoveInput {
            id: task.to_owned(),
            version,
            state: column.state,
            after_id: above.and_then(|above| column.order.read_untracked().get(above).cloned()),
        })
    }

    fn saved(self, answer: &task_move::TaskMoveTaskMove) {
        self.made(&answer.task.id, answer.task.version);
        if let Some(successor) = &answer.successor {
            self.made(&successor.id, successor.version);
            let due = successor.due.as_deref().map(day).unwrap_or_default();
            let values = [("title", successor.title.as_str().into()), ("day", due.into())];
            toast_done(text_with("tasks-board-successor", &values));
        }
    }

    fn refused(self, task: &str, failure: &ApiFailure) {
        let title = self.title(task);
        let words = match failure.code() {
            Some(ErrorCode::Conflict) => text_with("tasks-board-conflict", &[("title", title.into())]),
            Some(ErrorCode::NotFound) => text_with("tasks-board-gone", &[("title", title.into())]),
            _ => {
                let values = [("title", title.into()), ("reason", errors::failure_text(failure).into())];
                text_with("tasks-board-not-moved", &values)
            }
        };
        self.said.set(String::new());
        toast_failed(words);
    }
}
