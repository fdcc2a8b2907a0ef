//! What people ask the directory: the app's own operations, in a mix like that of a busy day.

use serde_json::{Value, json};
use verbund_shared::documents::DIRECTORY;

use super::{
    data::{DISTRICTS, LANGUAGES, TARGET_GROUPS, TOPICS, WORDS},
    random::Random,
};

/// What sort of question it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Offers by facets and words.
    FacetsAndText,
    /// Offers by facets.
    Facets,
    /// Offers by words, some of them mistyped.
    Text,
    /// Members by facets and words.
    Members,
    /// A group's board.
    Board,
    /// The tasks one is responsible for.
    MyTasks,
    /// The overview of all groups.
    Oversight,
    /// The register of resolutions, by a word.
    Register,
}

impl Kind {
    /// What is asked of the directory.
    pub(crate) const DIRECTORY: [Kind; 4] = [Kind::FacetsAndText, Kind::Facets, Kind::Text, Kind::Members];
    /// What is asked of the work in groups.
    pub(crate) const WORK: [Kind; 4] = [Kind::Board, Kind::MyTasks, Kind::Oversight, Kind::Register];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Kind::FacetsAndText => "offers, facets and text",
            Kind::Facets => "offers, facets",
            Kind::Text => "offers, text",
            Kind::Members => "members, facets and text",
            Kind::Board => "board of a group",
            Kind::MyTasks => "my tasks",
            Kind::Oversight => "overview of all groups",
            Kind::Register => "register of resolutions",
        }
    }
}

/// A source of questions.
pub(crate) struct Questions {
    random: Random,
}

impl Questions {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: Random::new(seed) }
    }

    /// The next question.
    pub(crate) fn next(&mut self) -> (Kind, String) {
        let kind = match self.random.below(10) {
            0..5 => Kind::FacetsAndText,
            5..7 => Kind::Facets,
            7..9 => Kind::Text,
            _ => Kind::Members,
        };
        let body = match kind {
            Kind::FacetsAndText => self.facets_and_text(),
            Kind::Facets => {
                let filter = self.facets();
                body("OffersPage", filter)
            }
            Kind::Text => {
                let text = self.text(true);
                body("OffersPage", json!({ "text": text }))
            }
            _ => {
                let mut filter = self.facets();
                filter["text"] = self.text(false).into();
                body("MembersPage", filter)
            }
        };
        (kind, body)
    }

    /// A question for offers by facets and words.
    pub(crate) fn facets_and_text(&mut self) -> String {
        let mut filter = self.facets();
        filter["text"] = self.text(false).into();
        body("OffersPage", filter)
    }

    fn facets(&mut self) -> Value {
        let mut filter = json!({});
        filter["topics"] = json!([self.random.pick(TOPICS)]);
        if self.random.percent(60) {
            filter["districts"] = json!([self.random.pick(DISTRICTS), self.random.pick(DISTRICTS)]);
        }
        if self.random.percent(30) {
            filter["targetGroups"] = json!([self.random.pick(TARGET_GROUPS)]);
        }
        if self.random.percent(30) {
            filter["languages"] = json!([self.random.pick(LANGUAGES)]);
        }
        filter
    }

    /// A word or two, often only its beginning, as it is being typed.
    fn text(&mut self, mistyped: bool) -> String {
        let mut word = (*self.random.pick(WORDS)).to_owned();
        if mistyped && self.random.percent(10) {
            let at = word.chars().count() / 2;
            word = word.chars().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| c).collect();
        } else if self.random.percent(40) {
            word = word.chars().take(5).collect();
        }
        if self.random.percent(30) {
            word = format!("{word} {}", self.random.pick(WORDS));
        }
        word
    }
}

fn body(operation: &str, filter: Value) -> String {
    json!({ "id": DIRECTORY, "operationName": operation, "variables": { "filter": filter, "first": 20 } })
        .to_string()
}
