//! All files of a group: the room they take, uploading, and the list with the newest first.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{
    GroupFilesPage as Query,
    group_files_page::{self, GroupFileParts},
};

use super::entries::{Files, entries, part, size_text, upload_field};
use crate::{
    api::{Submission, use_live, use_query},
    components::{Crumb, EmptyState, PageHeader, Pager, SectionHeading, pick},
    i18n::{errors, t, text_with},
    pages::{groups, list_frame::PAGE, support::show_page_kept},
    routes::{GroupTab, Route},
};

/// The files of a group.
#[component]
pub fn GroupFilesPage(
    /// The group's id, from the address.
    group: String,
) -> AnyView {
    let id = StoredValue::new(group);
    let variables =
        move |after| group_files_page::Variables { group_id: id.get_value(), first: Some(PAGE), after };
    let query = use_query::<Query>(move || variables(None));
    let shown = Files { refetch: Callback::new(move |()| query.refetch()) };
    show_page_kept(query, move || {
        use_live(id.get_value(), move || query.refetch());
        let page = Memo::new(move |_| query.data().map(|data| data.group_files.clone()));
        let title = Signal::derive(move || {
            page.get().map(|page| pick(&page.group.name.de, &page.group.name.en).0).unwrap_or_default()
        });
        let crumbs = vec![Crumb::new(t("app-nav-groups"), Route::Groups.href())];
        let can_add = Memo::new(move |_| page.get().is_some_and(|page| page.viewer_can_add));
        let room = move || {
            page.get().map(|page| {
                let used = size_text(page.used_bytes);
                text_with("files-room", &[("used", used.into()), ("max", size_text(page.max_bytes).into())])
            })
        };
        view! {
            <PageHeader title crumbs/>
            {groups::tabs(&id.get_value(), GroupTab::Files)}
            {move || can_add.get().then(|| upload_field(id.get_value(), None, shown))}
            {part(view! {
                <SectionHeading title=t("files-title")/>
                <p class="muted">{room}</p>
                {move || page.get().map(|page| list(page, shown, variables))}
            })}
        }
        .into_any()
    })
}

fn list(
    page: group_files_page::GroupFilesPageGroupFiles,
    shown: Files,
    variables: impl Fn(Option<String>) -> group_files_page::Variables + Copy + Send + Sync + 'static,
) -> AnyView {
    let files: Vec<GroupFileParts> = page.edges.iter().map(|edge| edge.node.clone()).collect();
    if files.is_empty() {
        return view! { <EmptyState title=t("files-none") text=t("files-none-hint")/> }.into_any();
    }
    let (count, total) = (files.len(), page.total_count);
    let added = RwSignal::new(Vec::<GroupFileParts>::new());
    let next = RwSignal::new(page.page_info.end_cursor.clone().filter(|_| page.page_info.has_next_page));
    let more = Submission::new();
    let load_more = move |()| {
        more.send::<Query>(untrack(move || variables(next.get())), move |data| {
            let page = Arc::new(data.group_files);
            next.set(page.page_info.end_cursor.clone().filter(|_| page.page_info.has_next_page));
            added.update(|added| added.extend(page.edges.iter().map(|edge| edge.node.clone())));
        });
    };
    let failure = move || more.failure().get().map(|failure| errors::failure_text(&failure));
    view! {
        {entries(files, shown)}
        {move || {
            let added = added.get();
            (!added.is_empty()).then(|| entries(added, shown))
        }}
        <p class="field-error" role="alert">{failure}</p>
        <Pager
            shown=Signal::derive(move || count + added.read().len())
            total=Signal::stored(Some(total))
            has_more=Signal::derive(move || next.read().is_some())
            pending=more.pending()
            on_more=load_more
        />
    }
    .into_any()
}
