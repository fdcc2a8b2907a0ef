//! What others did on the board, in a sentence.

use verbund_shared::tasks::TaskState;

use crate::{
    i18n::{text, text_with},
    pages::tasks::words::state_label,
};

/// One thing that is different.
pub(super) enum News {
    /// A card that was not there: its task and title.
    New(String, String),
    /// A card that lies in another column now.
    Moved(String, String, TaskState),
    /// A card that says something else, or lies elsewhere in its column.
    Changed(String, String),
    /// A card that is not there any more: its title.
    Gone(String),
}

impl News {
    /// The task whose card is there to be looked at.
    pub fn task(self) -> Option<String> {
        match self {
            News::New(task, _) | News::Moved(task, _, _) | News::Changed(task, _) => Some(task),
            News::Gone(_) => None,
        }
    }

    fn words(&self) -> String {
        match self {
            News::New(_, title) => text_with("tasks-board-news-new", &[("title", title.into())]),
            News::Moved(_, title, state) => {
                let values = [("title", title.into()), ("state", state_label(*state).into())];
                text_with("tasks-board-news-moved", &values)
            }
            News::Changed(_, title) => text_with("tasks-board-news-changed", &[("title", title.into())]),
            News::Gone(title) => text_with("tasks-board-news-gone", &[("title", title.into())]),
        }
    }

    /// How many tasks another filter has found.
    pub fn found(count: i64) -> String {
        match count {
            0 => text("tasks-board-found-none"),
            count => text_with("tasks-board-found", &[("count", count.into())]),
        }
    }
}

/// All of it in one sentence; nothing where nothing is different.
pub(super) fn tell(news: &[News]) -> Option<String> {
    match news {
        [] => None,
        [one] => Some(one.words()),
        many => Some(text_with("tasks-board-news-many", &[("count", many.len().into())])),
    }
}
