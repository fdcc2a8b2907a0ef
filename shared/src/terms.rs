//! The taxonomy: what offers and organisations are filtered by.

use crate::words::words;

words! {
    /// The four kinds of terms, which are the four facets of the directory.
    TermKind {
        /// A field of support, such as language or residence law.
        Topic = "topic",
        /// Whom an offer is for.
        TargetGroup = "target_group",
        /// A district (Landkreis or kreisfreie Stadt) that is served.
        District = "district",
        /// A language in which help is given.
        Language = "language",
    }
}
