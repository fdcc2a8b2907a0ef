//! The papers of one agenda item, in a dialog of its meeting's page.

use leptos::prelude::*;
use verbund_shared::operations::{FilesOfAgendaItem, files_of_agenda_item};

use super::entries::{Files, entries, part, upload_field};
use crate::{api::use_query, components::SkeletonShape, i18n::t, pages::support::show};

/// The papers of an item with the field that uploads another; `changed` runs when they are others now.
pub fn of_item(group: String, item: String, changed: Callback<()>) -> AnyView {
    let (group, item) = (StoredValue::new(group), StoredValue::new(item));
    let query = use_query::<FilesOfAgendaItem>(move || files_of_agenda_item::Variables {
        group_id: group.get_value(),
        agenda_item_id: item.get_value(),
    });
    let refetch = move |()| {
        query.refetch();
        changed.run(());
    };
    let shown = Files { refetch: Callback::new(refetch) };
    let content = show(query, SkeletonShape::List, move |data| {
        let files: Vec<_> = data.group_files.edges.iter().map(|edge| edge.node.clone()).collect();
        let list = match files.is_empty() {
            true => view! { <p class="muted">{t("files-item-none")}</p> }.into_any(),
            false => entries(files, shown),
        };
        let add = data
            .group_files
            .viewer_can_add
            .then(|| upload_field(group.get_value(), Some(("item", item.get_value())), shown));
        view! {
            {list}
            {add}
        }
        .into_any()
    });
    part(content)
}
