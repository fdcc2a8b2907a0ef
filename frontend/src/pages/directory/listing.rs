//! What the lists of offers and of members have in common: what is loaded, and keeping it.

use std::{cell::RefCell, pin::Pin, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::directory::{DirectoryFacet, Selection};

use super::selection::Address;
use crate::{api::ApiFailure, components::pick, i18n::text, routes::Route};

/// Entries of a page.
const PAGE: i64 = 20;
/// The most that one request gives.
const PAGE_MAX: i64 = 100;

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// The word in the address.
    pub key: String,
    /// The term's names; none for forms, costs and kinds, whose names are messages.
    pub names: Option<(String, String)>,
    /// How many entries it would leave.
    pub count: i64,
    /// Its place on the map.
    pub tile: Option<(i64, i64)>,
}

impl Value {
    /// The name for the reader.
    pub fn label(&self, facet: DirectoryFacet) -> String {
        match &self.names {
            Some((de, en)) => pick(de, en).0,
            None => {
                let word = self.key.replace('_', "-");
                match facet {
                    DirectoryFacet::Form => text(&format!("offers-form-{word}")),
                    DirectoryFacet::Cost => text(&format!("offers-cost-{word}")),
                    _ => text(&format!("directory-kind-{word}")),
                }
            }
        }
    }
}

/// An entry: makes its view whenever it is asked.
pub(super) type Entry = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// What a request gives.
#[derive(Clone)]
pub(super) struct Loaded {
    /// How many fit in all.
    pub total: i64,
    /// What was searched for instead.
    pub corrected: Option<String>,
    /// The facets with their values.
    pub facets: Vec<(DirectoryFacet, Vec<Value>)>,
    /// The entries, with the ids of what they show.
    pub entries: Vec<(String, Entry)>,
    /// The place after which more follow.
    pub next: Option<String>,
}

impl Loaded {
    /// The values of a facet.
    pub fn values(&self, facet: DirectoryFacet) -> &[Value] {
        let found = self.facets.iter().find(|(other, _)| *other == facet);
        found.map(|(_, values)| values.as_slice()).unwrap_or_default()
    }
}

/// An answer on its way.
pub(super) type Loading = Pin<Box<dyn Future<Output = Result<Loaded, ApiFailure>>>>;

/// One of the two lists: its words, and how it is loaded.
#[derive(Clone, Copy)]
pub(super) struct List {
    /// The page.
    pub route: fn() -> Route,
    /// Messages: title, sentence below it, search, its example, count, nothing found, map, its hint,
    /// the entries.
    pub words: ListWords,
    /// The facets in their order; the first ones are unfolded.
    pub facets: &'static [DirectoryFacet],
    /// Where the list is exported.
    pub export: &'static str,
    /// Asks the server: selection, how many, after which place.
    pub load: fn(&Selection, i64, Option<String>) -> Loading,
}

/// The messages of a list.
#[derive(Clone, Copy)]
pub(super) struct ListWords {
    pub title: &'static str,
    pub intro: &'static str,
    pub search: &'static str,
    pub example: &'static str,
    pub count: &'static str,
    pub none: &'static str,
    pub map: &'static str,
    pub map_hint: &'static str,
    pub entries: &'static str,
}

/// What is shown, and what is on its way.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    list: List,
    address: Memo<Address>,
    /// What is shown; older than the address while newer is on its way.
    pub shown: RwSignal<Option<Loaded>>,
    /// Why nothing newer could be shown.
    pub failure: RwSignal<Option<ApiFailure>>,
    /// Whether something is on its way.
    pub loading: RwSignal<bool>,
    /// Whether more of the same is on its way.
    pub adding: RwSignal<bool>,
    again: RwSignal<u32>,
}

thread_local! {
    /// How many entries were shown under an address, so that the way back leads to all of them.
    static REMEMBERED: RefCell<Option<(String, usize)>> = const { RefCell::new(None) };
}

impl Listing {
    /// Loads whenever the selection changes.
    pub fn new(list: List, address: Memo<Address>) -> Self {
        let listing = Self {
            list,
            address,
            shown: RwSignal::new(None),
            failure: RwSignal::new(None),
            loading: RwSignal::new(true),
            adding: RwSignal::new(false),
            again: RwSignal::new(0),
        };
        let selection = Memo::new(move |_| address.read().selection.clone());
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            listing.again.track();
            let selection = selection.get();
            let number = latest.get_value() + 1;
            latest.set_value(number);
            listing.loading.set(true);
            let first = listing.remembered().clamp(PAGE, PAGE_MAX);
            spawn_local(async move {
                let answer = (list.load)(&selection, first, None).await;
                // The page may be gone, or a newer request on its way.
                if latest.try_get_value() != Some(number) {
                    return;
                }
                match answer {
                    Ok(loaded) => {
                        listing.failure.set(None);
                        listing.shown.set(Some(loaded));
                    }
                    Err(why) => listing.failure.set(Some(why)),
                }
                listing.loading.set(false);
            });
        });
        listing
    }

    fn place(&self) -> String {
        let address = self.address.get_untracked();
        Address { map: false, ..address }.href(&(self.list.route)())
    }

    fn remembered(&self) -> i64 {
        let place = self.place();
        let count = REMEMBERED
            .with_borrow(|held| held.as_ref().filter(|(other, _)| *other == place).map(|(_, count)| *count));
        count.and_then(|count| i64::try_from(count).ok()).unwrap_or(PAGE)
    }

    /// Tries again.
    pub fn retry(self) {
        self.again.update(|count| *count += 1);
    }

    /// Adds the entries that follow. The button that asked keeps the focus; when it goes because
    /// nothing more follows, the first new entry takes it.
    pub fn more(self) {
        let next = self.shown.read_untracked().as_ref().and_then(|shown| shown.next.clone());
        let Some(after) = next.filter(|_| !self.adding.get_untracked()) else { return };
        let place = self.place();
        let selection = self.address.get_untracked().selection;
        self.adding.set(true);
        spawn_local(async move {
            let answer = (self.list.load)(&selection, PAGE, Some(after)).await;
            if self.adding.try_set(false).is_some() || self.place() != place {
                return;
            }
            match answer {
                Ok(loaded) => self.add(loaded, place),
                Err(why) => self.failure.set(Some(why)),
            }
        });
    }

    fn add(self, loaded: Loaded, place: String) {
        let first_new = loaded.entries.first().map(|(id, _)| id.clone());
        let ends = loaded.next.is_none();
        let mut count = 0;
        self.shown.update(|shown| {
            if let Some(shown) = shown {
                shown.next = loaded.next;
                shown.total = loaded.total;
                shown.entries.extend(loaded.entries);
                count = shown.entries.len();
            }
        });
        REMEMBERED.set(Some((place, count)));
        if let Some(id) = first_new.filter(|_| ends) {
            request_animation_frame(move || crate::platform::focus_id(&id));
        }
    }
}
