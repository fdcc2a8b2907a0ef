//! Making a task. What is typed stays until it is made or thrown away, whatever happens to the dialog.

use leptos::prelude::*;
use verbund_shared::operations::{TaskCreate, task_choices, task_create};

use super::{draft::NewTask, state::Board};
use crate::{
    api::{Query, Submission},
    components::{Actions, Button, ButtonKind, Dialog, Form, IconName},
    i18n::{t, text_with},
    pages::tasks::people::People,
    state::toasts::toast_done,
};

/// The button and its dialog.
pub(in super::super) fn create(board: Board, choices: Query<task_choices::ResponseData>) -> AnyView {
    let open = RwSignal::new(false);
    let draft = NewTask::empty();
    let submission = Submission::new();
    let make = move |()| {
        let input = draft.input(board.group.get_value());
        submission.send::<TaskCreate>(task_create::Variables { input }, move |data| {
            let task = data.task_create.task;
            board.made(&task.id, task.version);
            draft.clear();
            open.set(false);
            toast_done(text_with("tasks-board-created", &[("title", task.title.into())]));
            board.ask();
        });
    };
    let throw_away = move |()| {
        draft.clear();
        submission.clear();
        open.set(false);
    };
    view! {
        <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move |()| open.set(true)>
            {t("tasks-board-new")}
        </Button>
        <Dialog open title=t("tasks-board-new")>
            <Form id="task" errors=submission.errors() on_submit=make>
                {draft.fields(People::of(choices))}
                <Actions>
                    <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                        {t("tasks-board-make")}
                    </Button>
                    <Button kind=ButtonKind::Quiet on_press=throw_away>{t("tasks-board-throw-away")}</Button>
                </Actions>
            </Form>
        </Dialog>
    }
    .into_any()
}
