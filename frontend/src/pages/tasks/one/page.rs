//! The page of a task: its head, and its parts in their order.

use leptos::prelude::*;
use verbund_shared::operations::{
    TaskPage as TaskQuery, TaskUnwatch, TaskWatch,
    task_page::{self, TaskFullParts},
    task_unwatch, task_watch,
};

use super::{
    checklist::checklist,
    comments::Comments,
    edit,
    facts::facts,
    responsible::responsible,
    shown::{Shown, told},
    stand::stand,
    text::description,
};
use crate::{
    api::{use_live, use_query},
    components::{Button, ButtonKind, ButtonLink, Crumb, IconName, PageHeader, pick},
    i18n::{t, text},
    pages::support::show_page_kept,
    pages::{files::of_task, tasks::people::People},
    routes::{GroupTab, Route, query},
    state::{address::use_query_map, toasts::toast_done},
};

/// One task.
#[component]
pub fn TaskPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let query = use_query::<TaskQuery>(move || task_page::Variables { id: id.get_value() });
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(Shown::new(query, first)),
        None => ().into_any(),
    })
}

fn page(shown: Shown) -> AnyView {
    let task = shown.now();
    let people = People::new(task.group.as_ref().map(|group| group.id.clone()));
    let comments = Comments::new(task.id.clone());
    let changed = RwSignal::new(0_u32);
    let group_id = task.group.as_ref().map(|group| group.id.clone());
    let files = StoredValue::new(group_id.map(|group| (group, task.id)));
    if let Some(group) = task.group {
        use_live(group.id, move || {
            shown.refetch();
            comments.load();
            changed.update(|count| *count += 1);
        });
    }
    let parameters = use_query_map();
    let can_edit = shown.part(|task| task.viewer_can.edit);
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT).as_deref() == Some(edit::TEXT));
    view! {
        {head(shown, edited)}
        {move || match edited.get() && can_edit.get_untracked() {
            true => edit::form(shown, people),
            false => parts(shown, people, comments, files.get_value(), changed),
        }}
    }
    .into_any()
}

fn head(shown: Shown, edited: Memo<bool>) -> AnyView {
    let title = shown.part(|task| task.title.clone());
    let mut crumbs = vec![Crumb::new(t("app-nav-tasks"), Route::Tasks.href())];
    if let Some(group) = shown.now().group {
        let (de, en) = (group.name.de, group.name.en);
        let name = Signal::derive(move || pick(&de, &en).0);
        crumbs.push(Crumb::new(name, Route::Group(group.id, GroupTab::Tasks).href()));
    }
    let can_edit = shown.part(|task| task.viewer_can.edit);
    let href = Route::Task(shown.now().id).href_with(&[(query::EDIT, edit::TEXT)]);
    let change = move || {
        (can_edit.get() && !edited.get()).then(|| {
            view! { <ButtonLink icon=IconName::Pencil href=href.clone()>{t("tasks-page-edit")}</ButtonLink> }.into_any()
        })
    };
    view! { <PageHeader title crumbs>{change} {watching(shown)}</PageHeader> }.into_any()
}

fn parts(
    shown: Shown,
    people: People,
    comments: Comments,
    files: Option<(String, String)>,
    changed: RwSignal<u32>,
) -> AnyView {
    // Whoever is to answer comes to that first.
    let asked = shown.now().viewer_can.confirm;
    view! {
        <div class="task-page">
            <div class="task-side">
                {asked.then(|| responsible(shown, people))}
                {stand(shown)}
                {(!asked).then(|| responsible(shown, people))}
                {facts(shown)}
            </div>
            <div class="task-main">
                {description(shown)}
                {checklist(shown)}
                {files.map(|(group, task)| of_task(group, task, changed.into()))}
                {comments.view(shown, people)}
            </div>
        </div>
    }
    .into_any()
}

/// Hearing of it by mail, or not.
fn watching(shown: Shown) -> AnyView {
    let watching = shown.part(|task| task.watching);
    let submission = told(shown);
    let press = move |()| {
        let id = shown.now().id;
        let done = move |task: TaskFullParts, said: &'static str| {
            shown.put(task);
            toast_done(text(said));
        };
        if watching.get_untracked() {
            let input = task_unwatch::TaskUnwatchInput { id };
            submission.send::<TaskUnwatch>(task_unwatch::Variables { input }, move |data| {
                done(data.task_unwatch.task, "tasks-page-unwatched");
            });
        } else {
            let input = task_watch::TaskWatchInput { id };
            submission.send::<TaskWatch>(task_watch::Variables { input }, move |data| {
                done(data.task_watch.task, "tasks-page-watched");
            });
        }
    };
    let label = move || text(if watching.get() { "tasks-page-unwatch" } else { "tasks-page-watch" });
    view! {
        <Button kind=ButtonKind::Quiet icon=IconName::Eye pending=submission.pending() on_press=press>{label}</Button>
    }
    .into_any()
}
