//! Markdown as blocks of a document.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Entry, Run};

/// The blocks of a text whose headings stand below a level.
pub(super) fn blocks(text: &str, level: u16) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reader = Reader { level: level + 1, ..Reader::default() };
    for event in Parser::new_ext(text, options) {
        reader.take(event);
    }
    reader.end_block();
    reader.end_list();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    level: u16,
    blocks: Vec<Block>,
    runs: Vec<Run>,
    bold: usize,
    heading: bool,
    /// The open lists with the number of their next entry; none for bullets.
    lists: Vec<Option<u64>>,
    /// The label of the entry that was begun, and how deep it lies.
    label: Option<(u8, String)>,
    entries: Vec<Entry>,
    links: Vec<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
            Event::Rule => self.end_block(),
        }
    }

    fn text(&mut self, text: &str) {
        let bold = self.bold > 0;
        match self.runs.last_mut() {
            Some(last) if last.bold == bold => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), bold }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.end_block();
                self.end_list();
                self.heading = true;
            }
            Tag::Strong => self.bold += 1,
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => {
                self.end_block();
                let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
                let label = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", number.saturating_sub(1))
                    }
                    _ => "•".to_owned(),
                };
                self.label = Some((depth, label));
            }
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Table(_) => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead => self.end_block(),
            TagEnd::TableCell => self.text("   "),
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_list();
                }
            }
            TagEnd::Link => {
                let address = self.links.pop().unwrap_or_default();
                let said = self.runs.last().is_some_and(|run| run.text.ends_with(&address));
                if !said && (address.starts_with("http") || address.starts_with("mailto:")) {
                    self.text(&format!(" ({address})"));
                }
            }
            _ => {}
        }
    }

    /// What was read is a block, or an entry of the open list.
    fn end_block(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let heading = std::mem::take(&mut self.heading);
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            return;
        }
        if heading {
            let text: String = runs.into_iter().map(|run| run.text).collect();
            self.blocks.push(Block::Heading(self.level, text));
        } else if self.lists.is_empty() {
            self.blocks.push(Block::Paragraph(runs));
        } else {
            // A second paragraph of an entry has no label of its own.
            let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
            let (depth, label) = self.label.take().unwrap_or((depth, String::new()));
            match self.entries.last_mut().filter(|_| label.is_empty()) {
                Some(last) => {
                    last.runs.push(Run::plain("\n"));
                    last.runs.extend(runs);
                }
                None => self.entries.push(Entry { depth, label, runs }),
            }
        }
    }

    fn end_list(&mut self) {
        if !self.entries.is_empty() {
            self.blocks.push(Block::List(std::mem::take(&mut self.entries)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(depth: u8, label: &str, text: &str) -> Entry {
        Entry { depth, label: label.to_owned(), runs: vec![Run::plain(text)] }
    }

    fn check(text: &str, expected: &[Block]) {
        assert_eq!(blocks(text, 2), expected, "{text:?}");
    }

    #[test]
    fn texts_become_blocks() {
        check("", &[]);
        check("eins\nzwei", &[Block::Paragraph(vec![Run::plain("eins zwei")])]);
        check(
            "Wir **sparen** *sehr*.",
            &[Block::Paragraph(vec![Run::plain("Wir "), Run::bold("sparen"), Run::plain(" sehr.")])],
        );
        check(
            "# Titel\nText",
            &[Block::Heading(3, "Titel".to_owned()), Block::Paragraph(vec![Run::plain("Text")])],
        );
        check(
            "- a\n  1. b\n  2. c\n- d\n\nText",
            &[
                Block::List(vec![
                    entry(0, "•", "a"),
                    entry(1, "1.", "b"),
                    entry(1, "2.", "c"),
                    entry(0, "•", "d"),
                ]),
                Block::Paragraph(vec![Run::plain("Text")]),
            ],
        );
        check(
            "[hier](https://a.example) <script>",
            &[Block::Paragraph(vec![Run::plain("hier (https://a.example) <script>")])],
        );
    }
}
