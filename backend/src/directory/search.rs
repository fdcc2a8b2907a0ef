//! Answering a search: which entries fit, how well, and how many each facet's values would leave.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::directory::{DirectoryFacet, Selection};

use super::{
    bits::Bits,
    collection::{Collection, OrderKey},
    fold,
    values::{ValueNumber, Values},
    words::{RANK_NONE, RANK_TEXT, Rank},
};

/// Longer words are not corrected: nobody mistypes them beyond recognition, and it would take long.
const CORRECTED_MAX: usize = 40;
/// Shorter words are not corrected: almost anything is near to them.
const CORRECTED_MIN: usize = 4;
/// Words of a query that are looked at.
const QUERY_WORDS_MAX: usize = 12;

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is searched for and chosen; values that do not exist are passed over.
    pub selection: Selection,
    /// Only this organisation's.
    pub organisation: Option<Uuid>,
}

/// How many entries a value of a facet would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueCount {
    /// The value.
    pub value: ValueNumber,
    /// Entries, with the other facets' choices applied.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
}

/// The place of an entry in a result.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ResultKey(u16, OrderKey);

/// The answer.
#[derive(Debug)]
pub struct Found {
    matches: Bits,
    ranks: Option<Vec<u16>>,
    /// Per facet its values in order.
    pub facets: Vec<(DirectoryFacet, Vec<ValueCount>)>,
    /// What was searched for instead, when the text itself is found nowhere.
    pub corrected: Option<String>,
}

/// Searches a collection among what is visible, with the facets that belong to it.
pub fn search(
    collection: &Collection,
    values: &Values,
    visible: &Bits,
    facets: &[DirectoryFacet],
    filter: &Filter,
) -> Found {
    let (text, corrected) = TextMatch::find(collection, values, &filter.selection.text);
    let mut base = visible.clone();
    if let Some(text) = &text {
        base.keep(&text.entries);
    }
    if let Some(organisation) = filter.organisation {
        let mut own = Bits::none(collection.len());
        let of_it = collection.iter().filter(|(_, entry)| entry.organisation == organisation);
        of_it.for_each(|(number, _)| own.insert(number));
        base.keep(&own);
    }

    let chosen: Vec<(DirectoryFacet, Vec<ValueNumber>, Bits)> = facets
        .iter()
        .filter_map(|facet| {
            let keys = filter.selection.chosen.get(facet)?;
            let numbers: Vec<_> = keys.iter().filter_map(|key| values.of_key(*facet, key)).collect();
            let mut having = Bits::none(collection.len());
            numbers.iter().for_each(|number| having.add(collection.having(*number)));
            (!numbers.is_empty()).then_some((*facet, numbers, having))
        })
        .collect();
    let narrowed_but_by = |facet: Option<DirectoryFacet>| {
        let mut bits = base.clone();
        let others = chosen.iter().filter(|(other, ..)| Some(*other) != facet);
        others.for_each(|(_, _, having)| bits.keep(having));
        bits
    };
    let counted = facets.iter().map(|facet| {
        let others = narrowed_but_by(Some(*facet));
        let selected = chosen.iter().find(|(other, ..)| other == facet).map(|(_, numbers, _)| numbers);
        let counts = values.of_facet(*facet).into_iter().map(|value| ValueCount {
            value,
            count: others.count_common(collection.having(value)),
            selected: selected.is_some_and(|numbers| numbers.contains(&value)),
        });
        (*facet, counts.collect())
    });
    Found {
        facets: counted.collect(),
        matches: narrowed_but_by(None),
        ranks: text.map(|text| text.ranks),
        corrected,
    }
}

impl Found {
    /// How many entries fit.
    pub fn total(&self) -> usize {
        self.matches.count()
    }

    /// The next entries after a place: those that fit best first.
    pub fn page<'a>(
        &'a self,
        collection: &'a Collection,
        after: Option<&ResultKey>,
        first: usize,
    ) -> Vec<(ResultKey, usize)> {
        let rank = |number: usize| self.ranks.as_ref().map_or(0, |ranks| ranks[number]);
        let in_order = collection.in_order().filter(|number| self.matches.contains(*number));
        let key =
            |number: usize| Some((ResultKey(rank(number), collection.get(number)?.key().clone()), number));
        let is_after = |number: usize| match (after, collection.get(number)) {
            (Some(ResultKey(after_rank, after_key)), Some(entry)) => {
                (rank(number), entry.key()) > (*after_rank, after_key)
            }
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if self.ranks.is_none() {
            return in_order.filter(|n| is_after(*n)).take(first).filter_map(key).collect();
        }
        let mut numbers: Vec<usize> = in_order.filter(|n| is_after(*n)).collect();
        // Stable: equals stay in their order.
        numbers.sort_by_key(|number| rank(*number));
        numbers.into_iter().take(first).filter_map(key).collect()
    }
}

/// The entries that have all words of a text.
struct TextMatch {
    entries: Bits,
    ranks: Vec<u16>,
}

impl TextMatch {
    /// None when there is nothing to search for; with the text that was searched instead.
    fn find(collection: &Collection, values: &Values, text: &str) -> (Option<Self>, Option<String>) {
        let written: Vec<(&str, String)> = fold::words(text).take(QUERY_WORDS_MAX).collect();
        if written.is_empty() {
            return (None, None);
        }
        let ranked: Vec<Option<Vec<Rank>>> =
            written.iter().map(|(_, folded)| rank_word(collection, values, folded)).collect();
        if ranked.iter().all(Option::is_some) {
            return (Some(Self::of_all(collection, ranked.into_iter().flatten())), None);
        }
        // Some word stands nowhere: perhaps it is mistyped.
        let mut corrected = Vec::new();
        let mut better = Vec::new();
        for ((written, folded), ranks) in written.into_iter().zip(ranked) {
            if let Some(ranks) = ranks {
                corrected.push(written.to_owned());
                better.push(ranks);
            } else if let Some((folded, shown)) = nearest(collection, values, &folded)
                && let Some(ranks) = rank_word(collection, values, &folded)
            {
                corrected.push(shown);
                better.push(ranks);
            } else {
                let nothing =
                    Self { entries: Bits::none(collection.len()), ranks: vec![0; collection.len()] };
                return (Some(nothing), None);
            }
        }
        (Some(Self::of_all(collection, better)), Some(corrected.join(" ")))
    }

    fn of_all(collection: &Collection, words: impl IntoIterator<Item = Vec<Rank>>) -> Self {
        let mut entries = Bits::all(collection.len());
        let mut sums = vec![0u16; collection.len()];
        for ranks in words {
            let mut having = Bits::none(collection.len());
            for (number, rank) in ranks.into_iter().enumerate().filter(|(_, rank)| *rank != RANK_NONE) {
                having.insert(number);
                sums[number] += u16::from(rank);
            }
            entries.keep(&having);
        }
        Self { entries, ranks: sums }
    }
}

/// The rank of every entry for one word; none when no entry has it.
fn rank_word(collection: &Collection, values: &Values, word: &str) -> Option<Vec<Rank>> {
    let mut ranks = vec![RANK_NONE; collection.len()];
    let mut any = collection.words().rank(word, &mut ranks);
    for value in values.named(word) {
        for number in collection.having(value).iter() {
            ranks[number] = ranks[number].min(RANK_TEXT);
            any = true;
        }
    }
    any.then_some(ranks)
}

/// The word in use that is nearest to a mistyped one, folded and as written: the fewest wrong
/// letters first, then what most entries have.
fn nearest(collection: &Collection, values: &Values, word: &str) -> Option<(String, String)> {
    let length = word.chars().count();
    if !(CORRECTED_MIN..=CORRECTED_MAX).contains(&length) {
        return None;
    }
    let wrong_max = if length < 8 { 1 } else { 2 };
    let near = |candidate: &str| {
        // Cheap before dear: most words differ too much in length already.
        let differs = candidate.chars().count().abs_diff(length);
        if differs > wrong_max {
            return None;
        }
        let wrong = strsim::osa_distance(word, candidate);
        (wrong <= wrong_max).then_some(wrong)
    };
    let of_entries = collection.words().in_use().filter_map(|(folded, written, entries)| {
        Some((near(folded)?, std::cmp::Reverse(entries), folded.to_owned(), written.to_owned()))
    });
    let of_names = values
        .name_words()
        .filter_map(|(folded, written)| Some((near(&folded)?, std::cmp::Reverse(0), folded, written)));
    of_entries.chain(of_names).min().map(|(_, _, folded, written)| (folded, written))
}
