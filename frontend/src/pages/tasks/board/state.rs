//! What lies on the board: a signal for each card, the order of each column, and how newer answers are
//! taken over without disturbing anybody.

use std::{
    collections::{HashMap, HashSet},
    time::Duration,
};

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::{
    operations::{TaskBoardPage, TaskColumnPage, task_board_page, task_column_page},
    tasks::TaskState,
};

use super::{
    filters::BoardFilters,
    keep_focus::keep_focus,
    news::{News, tell},
};
use crate::{
    api::{Query, send, use_live, use_query},
    i18n::errors,
    state::toasts::toast_failed,
};

/// Cards fetched at once in a column.
const PAGE: usize = 20;
/// How long a card shows that somebody else has just changed it.
const FRESH_FOR: Duration = Duration::from_secs(4);

/// What a card shows.
pub(super) type Card = task_board_page::TaskCardParts;

/// A column. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Which one.
    pub state: TaskState,
    /// The cards that are shown, from the top.
    pub order: RwSignal<Vec<String>>,
    /// How many there are in all.
    pub total: RwSignal<i64>,
    /// Where the rest begins, if there is one.
    pub next: RwSignal<Option<String>>,
    /// Whether more are on their way.
    pub loading: RwSignal<bool>,
    /// How many the person wants to see.
    wanted: StoredValue<usize>,
}

impl Column {
    fn new(state: TaskState) -> Self {
        Self {
            state,
            order: RwSignal::new(Vec::new()),
            total: RwSignal::new(0),
            next: RwSignal::new(None),
            loading: RwSignal::new(false),
            wanted: StoredValue::new(PAGE),
        }
    }
}

/// The board. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(in super::super) struct Board {
    /// The group's id.
    pub group: StoredValue<String>,
    /// What the server said last.
    pub query: Query<task_board_page::ResponseData>,
    /// What is shown of it.
    pub filters: BoardFilters,
    /// The columns, from left to right.
    pub(super) columns: [Column; 3],
    /// What a screen reader says.
    pub said: RwSignal<String>,
    /// The column that a phone shows.
    pub(super) shown: RwSignal<TaskState>,
    /// Cards that somebody else has just changed.
    pub(super) fresh: RwSignal<HashSet<String>>,
    /// Moves that are not saved yet, in their order.
    pub(super) queue: StoredValue<Vec<String>>,
    /// Acts on their way, moves among them, and a card in somebody's hand: until they are over, the board
    /// stays as the person sees it.
    pub(super) busy: RwSignal<usize>,
    /// Something has changed since the last answer.
    stale: StoredValue<bool>,
    cards: StoredValue<HashMap<String, ArcRwSignal<Card>>>,
    /// Versions that this page itself has made: no news.
    own: StoredValue<HashMap<String, i64>>,
    /// The filter of what lies on the board; none before the first answer.
    filtered: StoredValue<Option<Vec<String>>>,
    /// Tells answers for more of a column from those that came too late.
    generation: StoredValue<u32>,
}

impl Board {
    /// The board of a group.
    pub fn new(group: String) -> Self {
        let filters = BoardFilters::new(&group);
        let id = StoredValue::new(group);
        let query = use_query::<TaskBoardPage>(move || task_board_page::Variables {
            group_id: id.get_value(),
            filter: filters.input(),
            first: Some(PAGE as i64),
        });
        let board = Self {
            group: id,
            query,
            filters,
            columns: TaskState::COLUMNS.map(Column::new),
            said: RwSignal::new(String::new()),
            shown: RwSignal::new(TaskState::Open),
            fresh: RwSignal::new(HashSet::new()),
            queue: StoredValue::new(Vec::new()),
            busy: RwSignal::new(0),
            stale: StoredValue::new(false),
            cards: StoredValue::new(HashMap::new()),
            own: StoredValue::new(HashMap::new()),
            filtered: StoredValue::new(None),
            generation: StoredValue::new(0),
        };
        Effect::new(move |_| {
            if board.query.data().is_some() {
                match board.busy.get_untracked() {
                    0 => board.take_over(),
                    _ => board.stale.set_value(true),
                }
            }
        });
        Effect::new(move |_| {
            let idle = board.busy.get() == 0 && !board.query.is_loading();
            if idle && board.stale.get_value() {
                board.stale.set_value(false);
                board.query.refetch();
            }
        });
        board
    }

    /// Follows what others do, as long as the page is there.
    pub fn listen(self) {
        use_live(self.group.get_value(), move || self.ask());
    }

    /// Asks the server again, as soon as nothing is on its way.
    pub fn ask(self) {
        self.stale.set_value(true);
        self.busy.notify();
    }

    /// Something begins during which the board stays as it is seen.
    pub(super) fn begin(self) {
        self.busy.update(|acts| *acts += 1);
    }

    /// It is over.
    pub(super) fn end(self) {
        self.busy.try_update(|acts| *acts = acts.saturating_sub(1));
    }

    /// This page itself has made this version of a task.
    pub(super) fn made(self, task: &str, version: i64) {
        let _ = self.own.try_update_value(|own| own.insert(task.to_owned(), version));
        if let Some(card) = self.card(task) {
            card.update(|card| card.version = version);
        }
    }

    /// What a card shows.
    pub(super) fn card(self, task: &str) -> Option<ArcRwSignal<Card>> {
        self.cards.try_with_value(|cards| cards.get(task).cloned()).flatten()
    }

    /// A card's title, where it lies on the board.
    pub(super) fn title(self, task: &str) -> String {
        self.card(task).map(|card| card.read_untracked().title.clone()).unwrap_or_default()
    }

    /// The column of a state.
    pub(super) fn column(self, state: TaskState) -> Option<Column> {
        self.columns.into_iter().find(|column| column.state == state)
    }

    /// Where a card lies: its column, and how many are above it. Views follow it.
    pub(super) fn place(self, task: &str) -> Option<(Column, usize)> {
        self.columns.into_iter().find_map(|column| {
            column.order.read().iter().position(|other| other == task).map(|place| (column, place))
        })
    }

    /// Answers for more of a column are of no use any more.
    pub(super) fn outdate(self) {
        self.generation.update_value(|generation| *generation += 1);
    }

    /// Takes over what the server said last.
    pub(super) fn take_over(self) {
        let Some(data) = self.query.data() else { return };
        let filter = self.filters.values();
        let before = self.filtered.try_update_value(|filtered| filtered.replace(filter.clone())).flatten();
        let refiltered = before.as_ref() != Some(&filter);
        if refiltered {
            self.columns.iter().for_each(|column| column.wanted.set_value(PAGE));
        }
        self.outdate();
        let mut news = Vec::new();
        keep_focus(|| {
            let fresh: HashSet<&str> = data
                .task_board
                .columns
                .iter()
                .flat_map(|column| column.tasks.edges.iter().map(|edge| edge.node.id.as_str()))
                .collect();
            for answer in &data.task_board.columns {
                let Some(column) = self.column(answer.state) else { continue };
                let found = &answer.tasks;
                let mut order: Vec<String> = Vec::new();
                for edge in &found.edges {
                    news.extend(self.lay(&edge.node));
                    order.push(edge.node.id.clone());
                }
                let next = found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page);
                let whole = order.len();
                if next.is_some() && !refiltered {
                    // Those further down stay until they are asked for again.
                    let rest = column.order.get_untracked().into_iter().skip(whole);
                    order.extend(rest.filter(|task| !fresh.contains(task.as_str())));
                }
                column.total.set(found.total_count);
                column.next.set(next);
                if *column.order.read_untracked() != order {
                    column.order.set(order);
                }
                column.loading.set(false);
                self.fill(column, whole);
            }
            news.extend(self.clear());
        });
        match before {
            None => {}
            Some(_) if refiltered => self.said.set(News::found(self.count())),
            Some(_) => self.report(news),
        }
    }

    /// Says and shows what others have done.
    fn report(self, news: Vec<News>) {
        if let Some(words) = tell(&news) {
            self.said.set(words);
        }
        let changed: HashSet<String> = news.into_iter().filter_map(News::task).collect();
        if changed.is_empty() {
            return;
        }
        self.fresh.set(changed);
        set_timeout(
            move || {
                self.fresh.try_set(HashSet::new());
            },
            FRESH_FOR,
        );
    }

    fn count(self) -> i64 {
        self.columns.iter().map(|column| column.total.get_untracked()).sum()
    }

    /// Lays a card on the board, or shows what is new about it; says so where others did it.
    fn lay(self, new: &Card) -> Option<News> {
        let own = self.own.with_value(|own| own.get(&new.id) == Some(&new.version));
        let Some(card) = self.card(&new.id) else {
            let signal = ArcRwSignal::new(new.clone());
            self.cards.update_value(|cards| {
                cards.insert(new.id.clone(), signal);
            });
            return (!own).then(|| News::New(new.id.clone(), new.title.clone()));
        };
        let old = card.get_untracked();
        if old == *new {
            return None;
        }
        card.set(new.clone());
        match (old.version != new.version && !own, old.state == new.state) {
            (false, _) => None,
            (true, false) => Some(News::Moved(new.id.clone(), new.title.clone(), new.state)),
            (true, true) => Some(News::Changed(new.id.clone(), new.title.clone())),
        }
    }

    /// Forgets the cards that lie in no column any more.
    fn clear(self) -> Vec<News> {
        let lying: HashSet<String> =
            self.columns.iter().flat_map(|column| column.order.get_untracked()).collect();
        // Where a column goes on, a card may only have slipped below what is shown.
        let going_on = |state: TaskState| {
            self.column(state).is_some_and(|column| column.next.read_untracked().is_some())
        };
        let mut gone = Vec::new();
        self.cards.update_value(|cards| {
            cards.retain(|task, card| {
                let stays = lying.contains(task);
                let card = card.read_untracked();
                if !stays && !going_on(card.state) {
                    gone.push(News::Gone(card.title.clone()));
                }
                stays
            });
        });
        gone
    }

    /// Shows more of a column.
    pub(super) fn more(self, column: Column) {
        let shown = column.order.read_untracked().len();
        column.wanted.set_value(shown + PAGE);
        self.fill(column, shown);
    }

    /// Fetches what the person wants to see below the first `whole` cards.
    fn fill(self, column: Column, whole: usize) {
        let wanted = column.wanted.get_value();
        let Some(after) = column.next.get_untracked().filter(|_| whole < wanted) else { return };
        let variables = task_column_page::Variables {
            group_id: self.group.get_value(),
            state: column.state,
            filter: self.filters.input_untracked(),
            first: Some((wanted - whole).min(PAGE) as i64),
            after: Some(after),
        };
        let generation = self.generation.get_value();
        column.loading.set(true);
        spawn_local(async move {
            let answer = send::<TaskColumnPage>(variables).await;
            // The page may be gone, or the column another one.
            if self.generation.try_get_value() != Some(generation) {
                return;
            }
            column.loading.set(false);
            match answer {
                Ok(data) => self.append(column, whole, &data.task_column),
                Err(failure) => toast_failed(errors::failure_text(&failure)),
            }
        });
    }

    fn append(self, column: Column, whole: usize, found: &task_column_page::TaskColumnPageTaskColumn) {
        keep_focus(|| {
            for edge in &found.edges {
                self.lay(&edge.node);
            }
            let new: Vec<String> = found.edges.iter().map(|edge| edge.node.id.clone()).collect();
            let mut order = column.order.get_untracked();
            let rest: Vec<String> = order.drain(whole.min(order.len())..).collect();
            order.retain(|task| !new.contains(task));
            let whole = order.len() + new.len();
            order.extend(new);
            let next = found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page);
            if next.is_some() {
                let rest = rest.into_iter().filter(|task| !order.contains(task)).collect::<Vec<_>>();
                order.extend(rest);
            }
            column.total.set(found.total_count);
            column.next.set(next);
            column.order.set(order);
            self.clear();
            self.fill(column, whole);
        });
    }
}
