//! What entries are filtered by: the network's terms and the words of forms, costs and kinds.
//! A value's number never changes while the index lives, so entries hold numbers.

use std::collections::HashMap;

use uuid::Uuid;
use verbund_shared::{
    directory::DirectoryFacet,
    offers::{OfferCost, OfferForm},
    organisations::OrganisationKind,
    terms::TermKind,
};

use super::fold;

/// A value's number.
pub type ValueNumber = u16;

/// A term as the directory needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryTerm {
    /// Its database key.
    pub id: Uuid,
    /// Which of the four kinds.
    pub kind: TermKind,
    /// The word in URLs.
    pub key: String,
    /// German name.
    pub name_de: String,
    /// English name; empty for none.
    pub name_en: String,
    /// Place in the order of its kind.
    pub position: i32,
    /// Not offered for new things.
    pub archived: bool,
    /// Column and row on the tile map.
    pub tile: Option<(i32, i32)>,
}

/// One value of a facet.
#[derive(Debug, Clone)]
pub struct Value {
    /// The facet.
    pub facet: DirectoryFacet,
    /// The word in URLs.
    pub key: String,
    /// The term; none for a form, cost or kind, whose names the app has.
    pub term: Option<DirectoryTerm>,
    /// The folded words of its names.
    words: Vec<String>,
}

/// All values.
#[derive(Debug, Clone)]
pub struct Values {
    all: Vec<Value>,
    by_term: HashMap<Uuid, ValueNumber>,
    by_key: HashMap<(DirectoryFacet, String), ValueNumber>,
}

impl Values {
    /// The words that are the same in every network; terms come by [`Values::set_terms`].
    pub fn new() -> Self {
        let mut values = Self { all: Vec::new(), by_term: HashMap::new(), by_key: HashMap::new() };
        for form in OfferForm::ALL {
            values.push(DirectoryFacet::Form, form.as_str().to_owned(), None);
        }
        for cost in OfferCost::ALL {
            values.push(DirectoryFacet::Cost, cost.as_str().to_owned(), None);
        }
        for kind in OrganisationKind::ALL {
            values.push(DirectoryFacet::Kind, kind.as_str().to_owned(), None);
        }
        values
    }

    fn push(&mut self, facet: DirectoryFacet, key: String, term: Option<DirectoryTerm>) -> ValueNumber {
        let number = ValueNumber::try_from(self.all.len()).unwrap_or(ValueNumber::MAX);
        let words = term.iter().flat_map(words_of).collect();
        self.by_key.insert((facet, key.clone()), number);
        self.all.push(Value { facet, key, term, words });
        number
    }

    /// Takes the terms as they are now. Terms are never removed, only archived.
    pub fn set_terms(&mut self, terms: Vec<DirectoryTerm>) {
        for term in terms {
            if let Some(number) = self.by_term.get(&term.id) {
                let value = &mut self.all[usize::from(*number)];
                value.words = words_of(&term).collect();
                value.term = Some(term);
            } else {
                let id = term.id;
                let number = self.push(facet_of(term.kind), term.key.clone(), Some(term));
                self.by_term.insert(id, number);
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// A value by its number.
    pub fn get(&self, number: ValueNumber) -> &Value {
        &self.all[usize::from(number)]
    }

    /// The number of a term.
    pub fn of_term(&self, id: Uuid) -> Option<ValueNumber> {
        self.by_term.get(&id).copied()
    }

    /// The number of a value by its word in URLs.
    pub fn of_key(&self, facet: DirectoryFacet, key: &str) -> Option<ValueNumber> {
        self.by_key.get(&(facet, key.to_owned())).copied()
    }

    /// The numbers of a facet's values in the order people see them.
    pub fn of_facet(&self, facet: DirectoryFacet) -> Vec<ValueNumber> {
        let mut numbers: Vec<ValueNumber> = self.numbers().filter(|n| self.get(*n).facet == facet).collect();
        numbers.sort_by_key(|number| self.get(*number).term.as_ref().map_or(0, |term| term.position));
        numbers
    }

    /// The values of which a name has this folded word, or a word that begins with it.
    pub fn named<'a>(&'a self, word: &'a str) -> impl Iterator<Item = ValueNumber> + 'a {
        let stem = fold::stem(word).unwrap_or(word);
        self.numbers().filter(move |number| {
            self.get(*number)
                .words
                .iter()
                .any(|name| name.starts_with(word) || name.strip_prefix(stem).is_some_and(fold::is_ending))
        })
    }

    /// The folded words of all names with how they are written: for corrections.
    pub fn name_words(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.all
            .iter()
            .filter_map(|value| value.term.as_ref())
            .flat_map(|term| [term.name_de.as_str(), term.name_en.as_str()])
            .flat_map(|name| fold::words(name).map(|(written, folded)| (folded, written.to_owned())))
    }

    fn numbers(&self) -> impl Iterator<Item = ValueNumber> + use<> {
        0..ValueNumber::try_from(self.all.len()).unwrap_or(ValueNumber::MAX)
    }
}

impl Default for Values {
    fn default() -> Self {
        Self::new()
    }
}

/// The facet of a kind of terms.
pub fn facet_of(kind: TermKind) -> DirectoryFacet {
    match kind {
        TermKind::Topic => DirectoryFacet::Topic,
        TermKind::TargetGroup => DirectoryFacet::TargetGroup,
        TermKind::District => DirectoryFacet::District,
        TermKind::Language => DirectoryFacet::Language,
    }
}

fn words_of(term: &DirectoryTerm) -> impl Iterator<Item = String> + use<> {
    let names = [term.name_de.clone(), term.name_en.clone()];
    names.into_iter().flat_map(|name| fold::words(&name).map(|(_, folded)| folded).collect::<Vec<_>>())
}
