//! The public directory of offers and members: what it is filtered by, and how that stands in an
//! address.

use std::collections::BTreeMap;

use crate::words::words;

words! {
    /// What the directory is filtered by. Values of one facet widen, facets narrow the result.
    DirectoryFacet {
        /// Fields of support.
        Topic = "topic",
        /// Districts that are served; what is statewide is in each.
        District = "district",
        /// Whom it is for.
        TargetGroup = "target_group",
        /// Languages in which help is given.
        Language = "language",
        /// What sort of help an offer is.
        Form = "form",
        /// What an offer costs.
        Cost = "cost",
        /// What sort of organisation a member is.
        Kind = "kind",
    }
}

impl DirectoryFacet {
    /// The name of the facet's parameter in the address of a page and of an export.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Topic => "thema",
            Self::District => "landkreis",
            Self::TargetGroup => "zielgruppe",
            Self::Language => "sprache",
            Self::Form => "form",
            Self::Cost => "kosten",
            Self::Kind => "art",
        }
    }
}

/// The name of the parameter that holds the searched text.
pub const TEXT_PARAMETER: &str = "q";

/// What is searched for and chosen, as it stands in the address of a page or an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Words that must all be found.
    pub text: String,
    /// The keys of the chosen values, by facet; a facet without a choice is absent.
    pub chosen: BTreeMap<DirectoryFacet, Vec<String>>,
}

impl Selection {
    /// Reads the parameters of an address; others are passed over, empty and repeated values too.
    pub fn read<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut selection = Self::default();
        for (name, value) in parameters {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            if name == TEXT_PARAMETER {
                selection.text = value.to_owned();
            } else if let Some(facet) = DirectoryFacet::ALL.iter().find(|facet| facet.parameter() == name) {
                let keys = selection.chosen.entry(*facet).or_default();
                if keys.iter().all(|key| key != value) {
                    keys.push(value.to_owned());
                }
            }
        }
        selection
    }

    /// The parameters of an address.
    pub fn parameters(&self) -> Vec<(&'static str, &str)> {
        let text = (!self.text.is_empty()).then_some((TEXT_PARAMETER, self.text.as_str()));
        let chosen = self
            .chosen
            .iter()
            .flat_map(|(facet, keys)| keys.iter().map(move |key| (facet.parameter(), key.as_str())));
        text.into_iter().chain(chosen).collect()
    }

    /// The chosen values of a facet.
    pub fn of(&self, facet: DirectoryFacet) -> &[String] {
        self.chosen.get(&facet).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same with other words.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: text.trim().to_owned(), ..self.clone() }
    }

    /// The same with other values of a facet.
    #[must_use]
    pub fn with(&self, facet: DirectoryFacet, keys: Vec<String>) -> Self {
        let mut other = self.clone();
        if keys.is_empty() {
            other.chosen.remove(&facet);
        } else {
            other.chosen.insert(facet, keys);
        }
        other
    }

    /// The same with a value more, or without it where it was chosen.
    #[must_use]
    pub fn toggled(&self, facet: DirectoryFacet, key: &str) -> Self {
        let mut keys = self.of(facet).to_vec();
        match keys.iter().position(|other| other == key) {
            Some(at) => {
                keys.remove(at);
            }
            None => keys.push(key.to_owned()),
        }
        self.with(facet, keys)
    }

    /// How many values are chosen, the text not counted.
    pub fn count(&self) -> usize {
        self.chosen.values().map(Vec::len).sum()
    }

    /// Whether nothing is searched for and nothing chosen.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.chosen.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_survives_the_address() {
        let pairs = [("q", "kurs"), ("thema", "language"), ("thema", "family"), ("landkreis", "harz")];
        let selection = Selection::read(pairs);
        assert_eq!(selection.parameters(), pairs);
        assert_eq!(selection.count(), 3);
    }

    #[test]
    fn what_is_unknown_empty_or_repeated_is_passed_over() {
        let pairs = [("ansicht", "karte"), ("q", "  "), ("thema", "a"), ("thema", "a"), ("thema", "")];
        assert_eq!(Selection::read(pairs).parameters(), [("thema", "a")]);
    }

    #[test]
    fn a_value_is_chosen_and_taken_away_again() {
        let none = Selection::default();
        let one = none.toggled(DirectoryFacet::Topic, "language");
        assert_eq!(one.of(DirectoryFacet::Topic), ["language"]);
        assert_eq!(one.toggled(DirectoryFacet::Topic, "language"), none);
        assert!(none.is_empty() && !one.is_empty());
    }
}
