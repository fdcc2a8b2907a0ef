//! What a document consists of, before it has pages.

/// A piece of text in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) bold: bool,
}

impl Run {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false }
    }

    pub(super) fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true }
    }
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// How deep it lies, from 0.
    pub(super) depth: u8,
    /// A bullet or a number.
    pub(super) label: String,
    /// What it says.
    pub(super) runs: Vec<Run>,
}

/// A block of a document. A line break in a run is one on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading with its level, from 1.
    Heading(u16, String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list.
    List(Vec<Entry>),
    /// A table: its head, its rows, and the parts of the width that its columns take.
    Table { head: Vec<String>, rows: Vec<Vec<String>>, widths: Vec<u16> },
}

/// A document.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// For the window and the file's properties.
    pub(super) title: String,
    /// The tag of its language.
    pub(super) language: String,
    /// Who publishes it.
    pub(super) author: String,
    /// Its blocks.
    pub(super) blocks: Vec<Block>,
    /// What stands at the foot of each page, before the page's number.
    pub(super) foot: String,
    /// The word before the page's number.
    pub(super) page: String,
}
