//! The trusted documents: every operation the app sends, with the id it is known by.

/// One file of operations.
#[derive(Debug, Clone, Copy)]
pub struct Document {
    /// File name without ending, which is the domain.
    pub name: &'static str,
    /// SHA-256 of the text, in hex: what the app sends instead of the text.
    pub id: &'static str,
    /// The GraphQL text.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/documents.rs"));
