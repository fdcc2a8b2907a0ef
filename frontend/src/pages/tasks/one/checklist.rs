//! The checklist of a task: what is ticked, and on demand the tools to change and to order it.

use leptos::prelude::*;
use verbund_shared::operations::{TaskChecklistAdd, task_checklist_add};

use super::{
    checklist_entry::{Entry, Tools, entry},
    shown::Shown,
};
use crate::{
    api::Submission,
    components::{Button, ButtonKind, Form, IconName, SectionHeading, TextField},
    i18n::{t, text_with},
};

/// The checklist; nothing where there is none and none can be made.
pub(super) fn checklist(shown: Shown) -> AnyView {
    let total = shown.part(|task| task.checklist_total);
    let can_edit = shown.part(|task| task.viewer_can.edit);
    let ids = shown.part(|task| task.checklist.iter().map(|item| item.id.clone()).collect::<Vec<_>>());
    let tools = Tools { shown, ids, open: RwSignal::new(false), said: RwSignal::new(String::new()) };
    let arrange = move || {
        (can_edit.get() && total.get() > 0).then(|| {
            let label = move || t(if tools.open.get() { "tasks-page-arrange-end" } else { "tasks-page-arrange" }).get();
            view! {
                <Button kind=ButtonKind::Quiet icon=IconName::Pencil on_press=move |()| tools.open.update(|open| *open = !*open)>
                    {label}
                </Button>
            }
            .into_any()
        })
    };
    let list = view! {
        <ul class="task-checklist">
            <For
                each=move || ids.get()
                key=|id| id.clone()
                children=move |id| {
                    let item = shown.part(move |task| {
                        task.checklist.iter().find(|item| item.id == id).map(Entry::of)
                    });
                    entry(item, can_edit, tools)
                }
            />
        </ul>
    };
    let nothing = move || {
        (total.get() == 0).then(|| view! { <p class="muted">{t("tasks-page-checklist-none")}</p> }.into_any())
    };
    view! {
        <section class="page-part" id="task-checklist">
            <SectionHeading title=t("tasks-page-checklist")>{arrange}</SectionHeading>
            {progress(shown)}
            {nothing}
            {list}
            <p class="visually-hidden" role="status">{tools.said}</p>
            {add(shown, can_edit)}
        </section>
    }
    .into_any()
}

fn progress(shown: Shown) -> AnyView {
    let counts = shown.part(|task| (task.checklist_done, task.checklist_total));
    (move || {
        let (done, total) = counts.get();
        (total > 0).then(|| {
            let words =
                move || text_with("tasks-page-progress", &[("done", done.into()), ("total", total.into())]);
            view! {
                <p class="task-progress">
                    <progress max=total value=done aria-hidden="true"></progress>
                    <span>{words}</span>
                </p>
            }
            .into_any()
        })
    })
    .into_any()
}

/// A new entry; the field keeps the focus for the next one.
fn add(shown: Shown, can_edit: Signal<bool>) -> AnyView {
    let written = RwSignal::new(String::new());
    let submission = Submission::new();
    let send = move |()| {
        let input = task_checklist_add::TaskChecklistAddInput {
            task_id: shown.now().id,
            text: written.get_untracked(),
        };
        submission.send::<TaskChecklistAdd>(task_checklist_add::Variables { input }, move |data| {
            written.set(String::new());
            shown.put(data.task_checklist_add.task);
        });
    };
    (move || {
        can_edit.get().then(|| {
            view! {
                <Form id="checklist" errors=submission.errors() on_submit=send>
                    <div class="task-add">
                        <TextField label=t("tasks-page-checklist-new") name="text" value=written required=true/>
                        <Button submit=true icon=IconName::Plus pending=submission.pending()>
                            {t("tasks-page-checklist-add")}
                        </Button>
                    </div>
                </Form>
            }
            .into_any()
        })
    })
    .into_any()
}
