//! Putting blocks on pages: lines are broken at words, headings stay with what follows, rows stay whole.

use super::{
    blocks::{Block, Document, Entry, Run},
    fonts::Fonts,
};

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// The margin at both sides and above.
pub(super) const MARGIN: f32 = 64.0;
const BOTTOM: f32 = PAGE.1 - 76.0;
const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
const BODY: f32 = 10.5;
const LEADING: f32 = 1.4;
const INDENT: f32 = 18.0;
const GAP: f32 = 8.0;

/// A piece of a line at its place.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) page: usize,
    pub(super) x: f32,
    /// Of the line on which the letters stand.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) text: String,
}

/// What a group of pieces is, for who does not see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Heading(u16, String),
    Paragraph,
    List,
    Entry,
    Label,
    Body,
    Table,
    Row,
    HeadCell,
    Cell,
}

/// A group or a piece.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Group(Role, Vec<Node>),
    Piece(usize),
}

/// A document on its pages.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pub(super) count: usize,
    pub(super) pieces: Vec<Piece>,
    pub(super) nodes: Vec<Node>,
    /// Headings of the second level, with page and height.
    pub(super) outline: Vec<(String, usize, f32)>,
    /// Rules under heads of tables: page and height.
    pub(super) rules: Vec<(usize, f32)>,
}

/// A line: pieces with their distance from its beginning.
type Line = Vec<(f32, bool, String)>;

/// Breaks runs into lines of a width.
fn lines(fonts: &Fonts, runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![Vec::new()];
    let mut x = 0.0;
    for run in runs {
        for (at, part) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
                x = 0.0;
            }
            for word in part.split_inclusive(' ') {
                for word in fitting(fonts, &fonts.writable(word, run.bold), (run.bold, size), width) {
                    let wide = fonts.width(&word, run.bold, size);
                    if x > 0.0 && x + fonts.width(word.trim_end(), run.bold, size) > width {
                        lines.push(Vec::new());
                        x = 0.0;
                    }
                    if x == 0.0 && word.trim().is_empty() {
                        continue;
                    }
                    let Some(line) = lines.last_mut() else { continue };
                    match line.last_mut() {
                        Some((_, bold, text)) if *bold == run.bold => text.push_str(&word),
                        _ => line.push((x, run.bold, word)),
                    }
                    x += wide;
                }
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A word in parts that fit into a line; nearly always one.
fn fitting(fonts: &Fonts, word: &str, (bold, size): (bool, f32), width: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut wide = 0.0;
    for c in word.chars() {
        let letter = fonts.width(c.encode_utf8(&mut [0; 4]), bold, size);
        if wide + letter > width && c != ' ' {
            parts.push(String::new());
            wide = 0.0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        wide += letter;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

struct Layout<'a> {
    fonts: &'a Fonts,
    pages: Pages,
    page: usize,
    y: f32,
}

/// Puts a document on pages.
pub(super) fn lay_out(fonts: &Fonts, document: &Document) -> Pages {
    let mut layout = Layout { fonts, pages: Pages::default(), page: 0, y: MARGIN };
    for block in &document.blocks {
        let node = layout.block(block);
        layout.pages.nodes.push(node);
    }
    layout.pages.count = layout.page + 1;
    layout.pages
}

impl Layout<'_> {
    /// Goes to the next page where there is no room left.
    fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.page += 1;
            self.y = MARGIN;
        }
    }

    fn block(&mut self, block: &Block) -> Node {
        match block {
            Block::Heading(level, text) => self.heading(*level, text),
            Block::Paragraph(runs) => {
                let pieces = self.text(runs, BODY, 0.0);
                self.y += GAP;
                Node::Group(Role::Paragraph, pieces)
            }
            Block::List(entries) => {
                let entries = entries.iter().map(|entry| self.entry(entry)).collect();
                self.y += GAP;
                Node::Group(Role::List, entries)
            }
            Block::Table { head, rows, widths } => self.table(head, rows, widths),
        }
    }

    fn heading(&mut self, level: u16, text: &str) -> Node {
        let size = match level {
            1 => 20.0,
            2 => 13.5,
            _ => 11.5,
        };
        if self.y > MARGIN {
            self.y += if level < 3 { 2.0 * GAP } else { GAP };
        }
        // It does not stay alone at the foot of a page.
        self.need(size * LEADING + 3.0 * BODY * LEADING);
        if level == 2 {
            self.pages.outline.push((text.to_owned(), self.page, self.y));
        }
        let pieces = self.text(&[Run::bold(text)], size, 0.0);
        self.y += GAP / 2.0;
        Node::Group(Role::Heading(level, text.to_owned()), pieces)
    }

    /// Writes lines at an indent.
    fn text(&mut self, runs: &[Run], size: f32, indent: f32) -> Vec<Node> {
        let mut nodes = Vec::new();
        for line in lines(self.fonts, runs, size, WIDTH - indent) {
            self.need(size * LEADING);
            nodes.extend(self.line(&line, MARGIN + indent, self.y, size));
            self.y += size * LEADING;
        }
        nodes
    }

    /// Writes a line whose upper edge is at a height.
    fn line(&mut self, line: &Line, x: f32, top: f32, size: f32) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (place, (at, bold, text)) in line.iter().enumerate() {
            // Words are parted by spaces also at the end of a line.
            let ends = place + 1 == line.len() && !text.ends_with(' ');
            let text = if ends { format!("{text} ") } else { text.clone() };
            nodes.push(Node::Piece(self.pages.pieces.len()));
            let (page, bold) = (self.page, *bold);
            self.pages.pieces.push(Piece { page, x: x + at, y: top + size, size, bold, text });
        }
        nodes
    }

    fn entry(&mut self, entry: &Entry) -> Node {
        let indent = INDENT * f32::from(entry.depth.min(6));
        self.need(BODY * LEADING);
        let mut parts = Vec::new();
        if !entry.label.is_empty() {
            let label = vec![(0.0, false, self.fonts.writable(&entry.label, false))];
            let pieces = self.line(&label, MARGIN + indent, self.y, BODY);
            parts.push(Node::Group(Role::Label, pieces));
        }
        let body = self.text(&entry.runs, BODY, indent + INDENT);
        parts.push(Node::Group(Role::Body, body));
        Node::Group(Role::Entry, parts)
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>], widths: &[u16]) -> Node {
        let mut nodes = vec![self.row(head, widths, true)];
        self.pages.rules.push((self.page, self.y));
        self.y += 4.0;
        nodes.extend(rows.iter().map(|row| self.row(row, widths, false)));
        self.y += GAP;
        Node::Group(Role::Table, nodes)
    }

    fn row(&mut self, cells: &[String], widths: &[u16], head: bool) -> Node {
        let all: f32 = widths.iter().map(|width| f32::from(*width)).sum();
        let size = BODY - 0.5;
        let wide = |width: u16| WIDTH * f32::from(width) / all;
        let broken: Vec<Vec<Line>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| {
                // An empty cell is a cell too.
                let text = if cell.trim().is_empty() { "–" } else { cell.as_str() };
                lines(self.fonts, &[Run { text: text.to_owned(), bold: head }], size, wide(*width) - GAP)
            })
            .collect();
        let most = broken.iter().map(Vec::len).max().unwrap_or(1);
        // So few that they are exact.
        let height = most as f32 * size * LEADING;
        self.need(height);
        let (mut x, mut nodes) = (MARGIN, Vec::new());
        for (lines, width) in broken.iter().zip(widths) {
            let mut pieces = Vec::new();
            for (at, line) in lines.iter().enumerate() {
                pieces.extend(self.line(line, x, self.y + at as f32 * size * LEADING, size));
            }
            nodes.push(Node::Group(if head { Role::HeadCell } else { Role::Cell }, pieces));
            x += wide(*width);
        }
        self.y += height + 2.0;
        Node::Group(Role::Row, nodes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_words_and_hold_all_of_them() {
        let fonts = Fonts::load().expect("is part of the program");
        let runs =
            [Run::plain("Die Mitglieder stimmen "), Run::bold("einstimmig"), Run::plain(" zu.\nEnde.")];
        let broken = lines(&fonts, &runs, 10.0, 90.0);
        assert!(broken.len() > 3, "{broken:?}");
        let words: String =
            broken.iter().flatten().map(|(_, _, text)| text.trim_end().to_owned() + " ").collect();
        assert_eq!(
            words.split_whitespace().collect::<Vec<_>>().join(" "),
            "Die Mitglieder stimmen einstimmig zu. Ende."
        );
        for line in &broken {
            let (at, bold, text) = line.last().expect("has a piece");
            assert!(at + fonts.width(text.trim_end(), *bold, 10.0) <= 90.0, "{line:?}");
        }
        assert!(lines(&fonts, &[Run::plain("x".repeat(200))], 10.0, 90.0).len() > 5);
    }

    #[test]
    fn what_does_not_fit_goes_to_the_next_page() {
        let fonts = Fonts::load().expect("is part of the program");
        let blocks = vec![Block::Paragraph(vec![Run::plain("Ein Satz.")]); 60];
        let document = Document {
            title: String::new(),
            language: "de".into(),
            author: String::new(),
            blocks,
            foot: String::new(),
            page: String::new(),
        };
        let pages = lay_out(&fonts, &document);
        assert_eq!(pages.count, 2);
        assert!(pages.pieces.iter().all(|piece| piece.y < BOTTOM + BODY && piece.page < 2));
    }
}
