//! What is shown of a board: mine, overdue, blocked, of one organisation, with certain words. It stands in
//! the address, by the names that the export knows too.

use leptos::prelude::*;
use verbund_shared::operations::{task_board_page::TaskFilterInput, task_choices};

use crate::{
    api::Query,
    components::{Choice, FilterPanel},
    i18n::{t, text},
    pages::{list_frame::Filters, tasks::people::People},
    routes::{GroupTab, Route, query},
};

/// The value of `query::VIEW` for what one is responsible for.
const MINE: &str = "meine";
/// The value of a filter that is on.
const ON: &str = "1";
const NAMES: &[&str] = &[query::VIEW, query::OVERDUE, query::BLOCKED, query::ORGANISATION, query::WORDS];

/// The filters of a board. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(in super::super) struct BoardFilters(Filters);

impl BoardFilters {
    /// Those of a group's board.
    pub fn new(group: &str) -> Self {
        Self(Filters::new(Route::Group(group.to_owned(), GroupTab::Tasks), NAMES))
    }

    /// As the operations take it; views follow it.
    pub fn input(self) -> TaskFilterInput {
        let given = |name| Some(self.0.get(name)).filter(|value| !value.is_empty());
        TaskFilterInput {
            group_id: None,
            states: Vec::new(),
            responsible_id: None,
            assignment: None,
            organisation_id: given(query::ORGANISATION),
            mine: self.0.get(query::VIEW) == MINE,
            created_by_me: false,
            watched_by_me: false,
            overdue: self.0.get(query::OVERDUE) == ON,
            blocked: (self.0.get(query::BLOCKED) == ON).then_some(true),
            text: self.0.get(query::WORDS),
        }
    }

    /// As the operations take it now.
    pub fn input_untracked(self) -> TaskFilterInput {
        untrack(|| self.input())
    }

    /// All values in their order, to tell one filter from another.
    pub fn values(self) -> Vec<String> {
        untrack(|| NAMES.iter().map(|name| self.0.get(name)).collect())
    }

    /// How many are chosen; views follow it.
    pub fn chosen(self) -> usize {
        NAMES.iter().filter(|name| !self.0.get(name).is_empty()).count()
    }

    /// Takes the tasks of the group along, as they are filtered.
    pub fn export(self, group: &str) -> AnyView {
        self.0.export_of("tasks.csv", vec![("gruppe", group.to_owned())])
    }
}

/// The fields of the filters.
pub(in super::super) fn filter_bar(
    filters: BoardFilters,
    choices: Query<task_choices::ResponseData>,
) -> AnyView {
    let BoardFilters(bar) = filters;
    let organisations = Signal::derive(move || {
        let all = Choice::new("", text("tasks-board-all"));
        std::iter::once(all).chain(People::of(choices).organisations()).collect::<Vec<_>>()
    });
    view! {
        <FilterPanel chosen=Signal::derive(move || filters.chosen())>
        <div class="list-tools">
            {bar.search(t("tasks-board-search"))}
            {bar.choice(t("tasks-board-organisation"), query::ORGANISATION, organisations)}
            <fieldset class="list-switches">
                <legend class="field-label">{t("tasks-board-only")}</legend>
                {bar.switch(t("tasks-board-mine"), query::VIEW, MINE)}
                {bar.switch(t("tasks-overdue"), query::OVERDUE, ON)}
                {bar.switch(t("tasks-blocked"), query::BLOCKED, ON)}
            </fieldset>
        </div>
        </FilterPanel>
    }
    .into_any()
}
