//! The public directory of offers and members.

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
            Self::District => "kreis",
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
