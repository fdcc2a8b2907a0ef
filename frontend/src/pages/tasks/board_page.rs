//! A group's board.

use leptos::prelude::*;
use verbund_shared::operations::{TaskChoices, task_choices};

use super::board::{Acts, Board, act_dialogs, columns, create, filter_bar, move_dialog};
use crate::{
    api::use_query,
    components::{Crumb, PageHeader, pick},
    i18n::t,
    pages::{groups, support::show_page_kept},
    routes::{GroupTab, Route},
};

/// The board of a group.
#[component]
pub fn BoardPage(
    /// The group's id, from the address.
    group: String,
) -> AnyView {
    let board = Board::new(group.clone());
    let id = board.group;
    let choices = use_query::<TaskChoices>(move || task_choices::Variables { group_id: id.get_value() });
    show_page_kept(board.query, move || {
        board.listen();
        let acts = Acts::new(board);
        // Neither changes while tasks do.
        let name = Memo::new(move |_| {
            board.query.data().map(|data| {
                let name = &data.task_board.group.name;
                (name.de.clone(), name.en.clone())
            })
        });
        let can_add = Memo::new(move |_| {
            board.query.data().is_some_and(|data| data.task_board.group.viewer_can.add_tasks)
        });
        let title = Signal::derive(move || name.get().map(|(de, en)| pick(&de, &en).0).unwrap_or_default());
        let crumbs = vec![Crumb::new(t("app-nav-groups"), Route::Groups.href())];
        view! {
            <PageHeader title crumbs/>
            {groups::tabs(&group, GroupTab::Tasks)}
            <div class="board-tools">
                <div class="actions">
                    {move || can_add.get().then(|| create(board, choices))}
                    {board.filters.export(&group)}
                </div>
                {filter_bar(board.filters, choices)}
            </div>
            {columns(board, acts, can_add.into())}
            {move_dialog(board, acts)}
            {act_dialogs(board, acts)}
            <p class="visually-hidden" role="status">{board.said}</p>
        }
        .into_any()
    })
}
