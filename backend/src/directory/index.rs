//! The index: offers and members as they were at one point of the directory's counter. It is never
//! changed in place; a newer one is made from it and what has changed since.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::{
    bits::Bits,
    collection::{Collection, Document},
    values::{DirectoryTerm, Values},
};

/// What is read from the database to bring an index up to date.
#[derive(Debug, Default)]
pub struct Changes {
    /// The counter before the rows were read.
    pub sequence: i64,
    /// All terms, as they are now.
    pub terms: Vec<DirectoryTerm>,
    /// Changed offers; none where one is not published any more.
    pub offers: Vec<(Uuid, Option<Document>)>,
    /// Changed organisations; none where one never was a member.
    pub members: Vec<(Uuid, Option<Document>)>,
}

/// What can be seen on a day.
#[derive(Debug)]
pub struct Visible {
    day: NaiveDate,
    grace: Days,
    /// Offers by their numbers.
    pub offers: Bits,
    /// Members by their numbers.
    pub members: Bits,
}

/// The index at one point of the counter.
#[derive(Debug, Default)]
pub struct Index {
    /// The counter.
    pub sequence: i64,
    /// Terms and words.
    pub values: Values,
    /// Published offers.
    pub offers: Collection,
    /// Organisations that are, were or will be members.
    pub members: Collection,
    visible: Mutex<Option<Arc<Visible>>>,
}

impl Index {
    /// Before anything was read: older than any counter.
    pub fn empty() -> Self {
        Self { sequence: -1, ..Self::default() }
    }

    /// A newer index.
    #[must_use]
    pub fn with(&self, changes: Changes) -> Self {
        let mut values = self.values.clone();
        values.set_terms(changes.terms);
        let mut index = Self {
            sequence: changes.sequence,
            values,
            offers: self.offers.clone(),
            members: self.members.clone(),
            visible: Mutex::default(),
        };
        for (collection, changed) in
            [(&mut index.offers, changes.offers), (&mut index.members, changes.members)]
        {
            for (id, document) in changed {
                match document {
                    Some(document) => collection.put(document, &index.values),
                    None => collection.remove(id),
                }
            }
            collection.settle(&index.values);
        }
        index
    }

    /// What can be seen on a day: worked out once per day, unless the grace is changed.
    pub fn visible(&self, day: NaiveDate, grace: Days) -> Arc<Visible> {
        let mut held = self.visible.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(visible) = held.as_ref().filter(|visible| visible.day == day && visible.grace == grace) {
            return visible.clone();
        }
        let visible = Arc::new(self.see(day, grace));
        *held = Some(visible.clone());
        visible
    }

    fn see(&self, day: NaiveDate, grace: Days) -> Visible {
        let mut members = Bits::none(self.members.len());
        for (number, _) in self.members.iter().filter(|(_, member)| member.is_visible(day, grace)) {
            members.insert(number);
        }
        let mut offers = Bits::none(self.offers.len());
        for (number, offer) in self.offers.iter().filter(|(_, offer)| offer.is_visible(day, grace)) {
            let of_member = self.members.number_of(offer.organisation);
            if of_member.is_some_and(|member| members.contains(member)) {
                offers.insert(number);
            }
        }
        Visible { day, grace, offers, members }
    }
}
