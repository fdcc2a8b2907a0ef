//! The files of one task, as part of its page.

use leptos::prelude::*;
use verbund_shared::operations::{FilesOfTask, files_of_task};

use super::entries::{Files, entries, part, upload_field};
use crate::{
    api::use_query,
    components::{SectionHeading, SkeletonShape},
    i18n::t,
    pages::support::show,
};

/// The files of a task with the field that uploads another; `changed` is followed to read them again.
pub fn of_task(group: String, task: String, changed: Signal<u32>) -> AnyView {
    let (group, task) = (StoredValue::new(group), StoredValue::new(task));
    let query = use_query::<FilesOfTask>(move || {
        changed.track();
        files_of_task::Variables { group_id: group.get_value(), task_id: task.get_value() }
    });
    let shown = Files { refetch: Callback::new(move |()| query.refetch()) };
    let content = show(query, SkeletonShape::List, move |data| {
        let files: Vec<_> = data.group_files.edges.iter().map(|edge| edge.node.clone()).collect();
        let list = match files.is_empty() {
            true => view! { <p class="muted">{t("files-task-none")}</p> }.into_any(),
            false => entries(files, shown),
        };
        let add = data
            .group_files
            .viewer_can_add
            .then(|| upload_field(group.get_value(), Some(("task", task.get_value())), shown));
        view! {
            {list}
            {add}
        }
        .into_any()
    });
    part(view! {
        <SectionHeading title=t("files-title")/>
        {content}
    })
}
