//! Which words stand in which entries. A part of a word is looked for among all words at once,
//! so that compounds are found by any of their parts.

use std::{collections::HashMap, sync::Arc};

use memchr::memmem;

use super::fold::{is_ending, stem};

/// Words shorter than this are not kept.
const WORD_MIN: usize = 2;
/// A stem of this length also counts at the beginning of a compound: `Sprache` finds `Sprachkurs`.
const STEM_OF_COMPOUND_MIN: usize = 5;

/// Where in an entry a word stands; the best place counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The first word of the title.
    TitleStart = 0,
    /// Another word of the title.
    Title = 1,
    /// Anywhere else.
    Text = 2,
}

/// How well an entry fits: the smaller the better.
pub type Rank = u8;
/// The title begins with the word.
pub const RANK_TITLE_START: Rank = 0;
/// A word of the title begins with it.
pub const RANK_TITLE_WORD: Rank = 1;
/// It is a part of a word of the title.
pub const RANK_TITLE_PART: Rank = 2;
/// It stands in the text.
pub const RANK_TEXT: Rank = 3;
/// The entry does not have it.
pub const RANK_NONE: Rank = Rank::MAX;

/// An entry and the place, in one number: there are millions of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Posting(u32);

impl Posting {
    fn new(entry: u32, place: Place) -> Self {
        Self(entry << 2 | place as u32)
    }

    fn entry(self) -> usize {
        (self.0 >> 2) as usize
    }

    fn place(self) -> Place {
        match self.0 & 3 {
            0 => Place::TitleStart,
            1 => Place::Title,
            _ => Place::Text,
        }
    }
}

/// All words of a collection of entries.
#[derive(Debug, Clone, Default)]
pub struct Words {
    numbers: HashMap<Box<str>, u32>,
    /// All folded words, each followed by a line end; searched in one pass.
    text: String,
    /// Where in `text` each word begins.
    starts: Vec<u32>,
    /// Each word as it was first written, for showing it to people.
    written: Vec<Box<str>>,
    postings: Vec<Arc<Vec<Posting>>>,
}

/// How a word of a query stands in a word of the collection.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Start,
    Part,
    Stem,
}

impl Words {
    /// Adds an entry's words and returns their numbers, by which they can be removed again.
    pub fn add(
        &mut self,
        entry: u32,
        found: impl IntoIterator<Item = (String, String, Place)>,
    ) -> Box<[u32]> {
        let mut places: HashMap<u32, Place> = HashMap::new();
        for (written, folded, place) in found {
            if folded.chars().count() >= WORD_MIN {
                let number = self.number(folded, written);
                places.entry(number).and_modify(|best| *best = (*best).min(place)).or_insert(place);
            }
        }
        for (number, place) in &places {
            let postings = Arc::make_mut(&mut self.postings[*number as usize]);
            let posting = Posting::new(entry, *place);
            let at = postings.partition_point(|other| *other < posting);
            postings.insert(at, posting);
        }
        places.into_keys().collect()
    }

    /// Removes an entry's words.
    pub fn remove(&mut self, entry: u32, numbers: &[u32]) {
        for number in numbers {
            let postings = Arc::make_mut(&mut self.postings[*number as usize]);
            postings.retain(|posting| posting.entry() != entry as usize);
        }
    }

    fn number(&mut self, folded: String, written: String) -> u32 {
        if let Some(number) = self.numbers.get(folded.as_str()) {
            return *number;
        }
        let number = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(&folded);
        self.text.push('\n');
        self.written.push(written.into());
        self.postings.push(Arc::default());
        self.numbers.insert(folded.into(), number);
        number
    }

    /// The rank of every entry for one folded word of a query; true when any entry has it.
    pub fn rank(&self, word: &str, ranks: &mut [Rank]) -> bool {
        let mut any = false;
        for (number, fit) in self.fitting(word) {
            for posting in self.postings[number].iter() {
                let rank = match (posting.place(), fit) {
                    (Place::TitleStart, Fit::Start) => RANK_TITLE_START,
                    (Place::Title, Fit::Start) => RANK_TITLE_WORD,
                    (Place::TitleStart | Place::Title, Fit::Part | Fit::Stem) => RANK_TITLE_PART,
                    (Place::Text, _) => RANK_TEXT,
                };
                if let Some(best) = ranks.get_mut(posting.entry()) {
                    *best = (*best).min(rank);
                    any = true;
                }
            }
        }
        any
    }

    /// The words that a word of a query is, begins, is a part of, or is another form of.
    fn fitting(&self, word: &str) -> Vec<(usize, Fit)> {
        let mut found = Vec::new();
        self.occurrences(word, |number, before, _| {
            found.push((number, if before.is_empty() { Fit::Start } else { Fit::Part }));
        });
        if let Some(stem) = stem(word) {
            let begins_compounds = stem.chars().count() >= STEM_OF_COMPOUND_MIN;
            self.occurrences(stem, |number, before, after| {
                if is_ending(after) || (begins_compounds && before.is_empty()) {
                    found.push((number, Fit::Stem));
                }
            });
        }
        found
    }

    /// Calls back for each place where the text stands in a word: the word, what is before, after.
    fn occurrences(&self, text: &str, mut found: impl FnMut(usize, &str, &str)) {
        for at in memmem::find_iter(self.text.as_bytes(), text) {
            let number = self.starts.partition_point(|start| *start as usize <= at) - 1;
            let word = self.folded(number);
            let from = at - self.starts[number] as usize;
            found(number, &word[..from], &word[from + text.len()..]);
        }
    }

    fn folded(&self, number: usize) -> &str {
        let end = self.starts.get(number + 1).map_or(self.text.len(), |next| *next as usize);
        &self.text[self.starts[number] as usize..end - 1]
    }

    /// The words in use with how they are written and how many entries have them: for corrections.
    pub fn in_use(&self) -> impl Iterator<Item = (&str, &str, usize)> {
        (0..self.starts.len())
            .map(|number| (self.folded(number), &*self.written[number], self.postings[number].len()))
            .filter(|(_, _, entries)| *entries > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::fold, *};

    fn title(text: &str) -> Vec<(String, String, Place)> {
        fold::words(text)
            .enumerate()
            .map(|(at, (written, folded))| {
                (written.to_owned(), folded, if at == 0 { Place::TitleStart } else { Place::Title })
            })
            .collect()
    }

    fn ranks(words: &Words, word: &str) -> Vec<Rank> {
        let mut ranks = vec![RANK_NONE; 3];
        words.rank(word, &mut ranks);
        ranks
    }

    #[test]
    fn the_place_of_a_word_gives_the_rank() {
        let mut words = Words::default();
        words.add(0, title("Sprachkurs am Abend"));
        words.add(1, title("Berufssprachkurs mit Abendkurs"));
        words.add(2, [("Abends".to_owned(), "abends".to_owned(), Place::Text)]);
        assert_eq!(ranks(&words, "sprach"), [RANK_TITLE_START, RANK_TITLE_PART, RANK_NONE]);
        assert_eq!(ranks(&words, "abend"), [RANK_TITLE_WORD, RANK_TITLE_WORD, RANK_TEXT]);
        assert_eq!(ranks(&words, "sprachkurse"), [RANK_TITLE_PART, RANK_TITLE_PART, RANK_NONE]);
        assert_eq!(ranks(&words, "sprache"), [RANK_TITLE_PART, RANK_NONE, RANK_NONE]);
        assert_eq!(ranks(&words, "nichts"), [RANK_NONE; 3]);
    }

    #[test]
    fn a_removed_entry_is_not_found_any_more() {
        let mut words = Words::default();
        let numbers = words.add(0, title("Beratung"));
        words.add(1, title("Beratung"));
        words.remove(0, &numbers);
        assert_eq!(ranks(&words, "beratung"), [RANK_NONE, RANK_TITLE_START, RANK_NONE]);
        assert_eq!(words.in_use().collect::<Vec<_>>(), [("beratung", "Beratung", 1)]);
    }
}
