//! Changing what the task says. When somebody else was faster, both texts are shown, and nothing typed is lost.

use leptos::prelude::*;
use verbund_shared::operations::{TaskChange, task_change};

use super::shown::Shown;
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, Fact, Facts, Form, Prose, SectionHeading},
    i18n::{day, t},
    pages::{
        act::Shown as _,
        support::{StaleNotice, current_version},
        tasks::{draft::TaskDraft, people::People, words::priority_label},
    },
    platform,
    routes::Route,
    state::address::{NavigateOptions, navigate},
};

/// The value of `query::EDIT` for the task itself.
pub(super) const TEXT: &str = "angaben";

/// The form over the task.
pub(super) fn form(shown: Shown, people: People) -> AnyView {
    let task = shown.now();
    let key = format!("verbund.task.{}", task.id);
    let draft = TaskDraft::of(&task).kept(key.clone());
    let submission = Submission::new();
    let back = StoredValue::new((key, Route::Task(task.id).href()));
    let leave = move || {
        let (key, href) = back.get_value();
        platform::store_for_visit(&key, None);
        navigate(&href, NavigateOptions::default());
    };
    let save = move || {
        let input = task_change::TaskChangeInput {
            id: shown.now().id,
            version: draft.version.get_untracked(),
            task: draft.input(),
        };
        submission.send::<TaskChange>(task_change::Variables { input }, move |data| {
            shown.put(data.task_change.task);
            leave();
            shown.changed("task-text", "tasks-page-saved");
        });
    };
    let stale = Memo::new(move |_| submission.failure().get().as_ref().and_then(current_version).is_some());
    Effect::new(move |_| {
        if stale.get() {
            shown.refetch();
        }
    });
    let keep = move |version| {
        draft.version.set(version);
        save();
    };
    let load = move |()| draft.take(&shown.now());
    view! {
        <SectionHeading title=t("tasks-page-edit")/>
        <Form id="task" errors=submission.errors() on_submit=move |()| save()>
            <StaleNotice submission on_keep=keep on_load=load/>
            {move || stale.get().then(|| other(shown))}
            {draft.fields(people, t("tasks-page-no-organisation"))}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("tasks-page-save")}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| leave()>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// What the other one has saved.
fn other(shown: Shown) -> AnyView {
    let title = shown.part(|task| task.title.clone());
    let due = shown.part(|task| task.due.clone());
    let priority = shown.part(|task| task.priority);
    let text = shown.part(|task| task.text.clone());
    let by = move || due.get().map_or_else(|| t("tasks-page-no-due").get(), |due| day(&due));
    view! {
        <section class="task-other" aria-label=t("tasks-page-other")>
            <h3 class="entry-title">{t("tasks-page-other")}</h3>
            <Facts>
                <Fact label=t("tasks-page-title")>{title}</Fact>
                <Fact label=t("tasks-page-due")>{by}</Fact>
                <Fact label=t("tasks-priority")>{move || priority_label(priority.get())}</Fact>
                <Fact label=t("tasks-page-text")>{move || view! { <Prose de=text.get()/> }}</Fact>
            </Facts>
        </section>
    }
    .into_any()
}
