//! The entries of one list (offers or members) with everything that answers a search.

use std::{cmp::Reverse, collections::HashMap, sync::Arc};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::directory::DirectoryFacet;

use super::{
    bits::Bits,
    fold,
    values::{ValueNumber, Values},
    words::{Place, Words},
};

/// What the directory reads of an offer or a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The offer or the organisation.
    pub id: Uuid,
    /// The organisation; for a member its own.
    pub organisation: Uuid,
    /// German and English title or name, and a short name.
    pub titles: Vec<String>,
    /// Everything else that is searched.
    pub texts: Vec<String>,
    /// Terms.
    pub terms: Vec<Uuid>,
    /// Form, cost or kind.
    pub words: Vec<(DirectoryFacet, &'static str)>,
    /// Serves every district.
    pub statewide: bool,
    /// The newer, the further up among equals; offers have the day of their last check.
    pub day: Option<NaiveDate>,
    /// When it may be seen, both ends included.
    pub periods: Vec<(Option<NaiveDate>, Option<NaiveDate>)>,
    /// By when it must be checked; beyond that and the grace it is not seen.
    pub check_again_by: Option<NaiveDate>,
}

/// An entry as it is held: without its texts, whose words the collection has.
#[derive(Debug)]
pub struct Entry {
    /// The offer or the organisation.
    pub id: Uuid,
    /// The organisation; for a member its own.
    pub organisation: Uuid,
    values: Box<[ValueNumber]>,
    words: Box<[u32]>,
    statewide: bool,
    key: OrderKey,
    periods: Box<[(Option<NaiveDate>, Option<NaiveDate>)]>,
    check_again_by: Option<NaiveDate>,
}

/// The order of entries that fit equally well: newest day first, then by title.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrderKey(Reverse<Option<NaiveDate>>, Box<str>, Uuid);

impl Entry {
    /// The place in the order.
    pub fn key(&self) -> &OrderKey {
        &self.key
    }

    /// Whether it may be seen on a day, as far as it is its own matter.
    pub fn is_visible(&self, today: NaiveDate, grace: Days) -> bool {
        let in_period = self.periods.iter().any(|(from, until)| {
            from.is_none_or(|from| from <= today) && until.is_none_or(|until| today <= until)
        });
        in_period && self.check_again_by.is_none_or(|day| today <= day + grace)
    }
}

/// The entries of one list. An entry's number never changes while the index lives.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    entries: Vec<Option<Arc<Entry>>>,
    numbers: HashMap<Uuid, u32>,
    words: Words,
    /// The numbers of the entries in their order.
    order: Vec<u32>,
    /// Per value the entries that have it.
    having: Vec<Bits>,
}

impl Collection {
    /// Puts a document in, in place of what was there under its id.
    pub fn put(&mut self, document: Document, values: &Values) {
        self.remove(document.id);
        let number = self.numbers.get(&document.id).copied().unwrap_or_else(|| {
            let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            self.entries.push(None);
            self.numbers.insert(document.id, number);
            number
        });
        let words = self.words.add(number, words_of(&document));
        let numbers = document.terms.iter().filter_map(|term| values.of_term(*term));
        let named = document.words.iter().filter_map(|(facet, key)| values.of_key(*facet, key));
        let title = document.titles.first().map(|title| fold::fold(title)).unwrap_or_default();
        let entry = Entry {
            id: document.id,
            organisation: document.organisation,
            values: numbers.chain(named).collect(),
            words,
            statewide: document.statewide,
            key: OrderKey(Reverse(document.day), title.into(), document.id),
            periods: document.periods.into(),
            check_again_by: document.check_again_by,
        };
        self.entries[number as usize] = Some(Arc::new(entry));
        self.order.push(number);
    }

    /// Takes an entry out; its number stays its own.
    pub fn remove(&mut self, id: Uuid) {
        if let Some(number) = self.numbers.get(&id).copied()
            && let Some(entry) = self.entries[number as usize].take()
        {
            self.words.remove(number, &entry.words);
            self.order.retain(|other| *other != number);
        }
    }

    /// Brings order and facets up to date after entries or values have changed.
    pub fn settle(&mut self, values: &Values) {
        let entries = &self.entries;
        // Mostly in order already, which this sort makes use of.
        self.order.sort_by(|a, b| key_of(entries, *a).cmp(&key_of(entries, *b)));
        let districts = values.of_facet(DirectoryFacet::District);
        let mut having = vec![Bits::none(self.entries.len()); values.len()];
        for (number, entry) in self.iter() {
            let statewide = entry.statewide.then_some(&districts).into_iter().flatten();
            for value in entry.values.iter().chain(statewide) {
                having[usize::from(*value)].insert(number);
            }
        }
        self.having = having;
    }

    /// How many numbers are given out.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// An entry by its number.
    pub fn get(&self, number: usize) -> Option<&Entry> {
        self.entries.get(number)?.as_deref()
    }

    /// An entry's number by its id.
    pub fn number_of(&self, id: Uuid) -> Option<usize> {
        let number = *self.numbers.get(&id)? as usize;
        self.entries[number].is_some().then_some(number)
    }

    /// The words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The numbers of the entries in their order.
    pub fn in_order(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().map(|number| *number as usize)
    }

    /// The entries that have a value.
    pub fn having(&self, value: ValueNumber) -> &Bits {
        &self.having[usize::from(value)]
    }

    /// All entries with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate().filter_map(|(number, entry)| Some((number, entry.as_deref()?)))
    }
}

fn key_of(entries: &[Option<Arc<Entry>>], number: u32) -> Option<&OrderKey> {
    entries[number as usize].as_deref().map(Entry::key)
}

/// The words of a document with the place where each stands.
fn words_of(document: &Document) -> Vec<(String, String, Place)> {
    let mut found = Vec::new();
    for title in &document.titles {
        for (at, (written, folded)) in fold::words(title).enumerate() {
            let place = if at == 0 { Place::TitleStart } else { Place::Title };
            found.push((written.to_owned(), folded, place));
        }
    }
    for text in &document.texts {
        found.extend(fold::words(text).map(|(written, folded)| (written.to_owned(), folded, Place::Text)));
    }
    found
}
