//! Searching the directory. It is public: everybody sees the same.

use std::sync::Arc;

use chrono::Days;
use uuid::Uuid;
use verbund_shared::directory::DirectoryFacet;

use super::{
    cache,
    collection::Collection,
    index::{Index, Visible},
    search::{self, Filter, Found},
    values::{Value, ValueNumber},
};
use crate::{app::App, error::ServiceResult, graphql::CursorPage};

pub use super::search::ResultKey;

/// The two lists of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Published offers.
    Offers,
    /// Active members.
    Members,
}

impl List {
    /// The facets a list is filtered by, in the order people see them.
    pub const fn facets(self) -> &'static [DirectoryFacet] {
        use DirectoryFacet::{Cost, District, Form, Kind, Language, TargetGroup, Topic};
        match self {
            Self::Offers => &[Topic, District, TargetGroup, Language, Form, Cost],
            Self::Members => &[Topic, District, TargetGroup, Language, Kind],
        }
    }

    fn of(self, index: &Index) -> &Collection {
        match self {
            Self::Offers => &index.offers,
            Self::Members => &index.members,
        }
    }
}

/// The answer to a search.
pub struct SearchResult {
    index: Arc<Index>,
    list: List,
    found: Found,
    /// Days an overdue offer stays visible.
    pub grace: Days,
}

/// Searches a list as it is today.
pub async fn search(app: &App, list: List, filter: &Filter) -> ServiceResult<SearchResult> {
    let (index, grace) = cache::current(app).await?;
    let visible: Arc<Visible> = index.visible(app.today(), grace);
    let seen = match list {
        List::Offers => &visible.offers,
        List::Members => &visible.members,
    };
    let found = search::search(list.of(&index), &index.values, seen, list.facets(), filter);
    Ok(SearchResult { index, list, found, grace })
}

impl SearchResult {
    /// How many entries fit.
    pub fn total(&self) -> usize {
        self.found.total()
    }

    /// What was searched for instead, when the text itself is found nowhere.
    pub fn corrected(&self) -> Option<&str> {
        self.found.corrected.as_deref()
    }

    /// The facets with their values and counts.
    pub fn facets(&self) -> &[(DirectoryFacet, Vec<search::ValueCount>)] {
        &self.found.facets
    }

    /// A value of a facet.
    pub fn value(&self, number: ValueNumber) -> &Value {
        self.index.values.get(number)
    }

    /// The entries of a page by their database keys, and whether more follow.
    pub fn page(&self, page: &CursorPage<ResultKey>) -> (Vec<(ResultKey, Uuid)>, bool) {
        let first = usize::try_from(page.first).unwrap_or(usize::MAX);
        let collection = self.list.of(&self.index);
        let found = self.found.page(collection, page.after.as_ref(), first.saturating_add(1));
        let entries =
            found.into_iter().filter_map(|(key, number)| Some((key, collection.get(number)?.id))).collect();
        crate::graphql::page_of(entries, page.first)
    }

    /// All entries by their database keys.
    pub fn all(&self) -> Vec<Uuid> {
        let collection = self.list.of(&self.index);
        let found = self.found.page(collection, None, usize::MAX);
        found.into_iter().filter_map(|(_, number)| Some(collection.get(number)?.id)).collect()
    }
}
