//! Markdown as people write it in tasks and comments, as HTML that is safe to show and as plain text.
//! What comes out is made of the library's own events only: HTML that somebody typed is shown as the
//! text it is, links go to the web, to mail or within the house, and pictures are named, not fetched
//! (decision 0010).

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};

use crate::mail::rules::escape_html;

/// Containers within containers; what is deeper is shown without its own.
const DEPTH_MAX: usize = 12;
/// What every link says: it tells the other side nothing, and search engines do not follow it.
const REL: &str = "noopener nofollow";

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    TextMergeStream::new(Parser::new_ext(text, options))
}

/// The text as safe HTML: paragraphs, headings from the third level on, lists, tables, quotes, code,
/// emphasis and links.
pub fn to_html(text: &str) -> String {
    let mut cleaned = Cleaner::default();
    for event in events(text) {
        cleaned.take(event);
    }
    let mut written = String::with_capacity(text.len() * 2);
    html::push_html(&mut written, cleaned.events.into_iter());
    written
}

/// The text without its marks, for searching, mails and exports.
pub fn to_plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                plain.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => plain.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => plain.push('\n'),
            _ => {}
        }
    }
    let lines: Vec<&str> = plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[derive(Default)]
struct Cleaner<'a> {
    events: Vec<Event<'a>>,
    /// For each open container, whether its end is written.
    open: Vec<bool>,
    /// Open links and code, in which no address becomes a link of its own.
    literal: usize,
}

impl<'a> Cleaner<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Html(typed) | Event::InlineHtml(typed) => self.events.push(Event::Text(typed)),
            Event::Text(text) if self.literal == 0 => self.text(text),
            Event::TaskListMarker(done) => {
                self.events.push(Event::Text(if done { "☑ " } else { "☐ " }.into()));
            }
            Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => {
                self.events.push(event);
            }
            // Footnotes and formulas are switched off.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.events.push(Event::Text(text));
            }
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        let depth = self.open.iter().filter(|written| **written).count();
        let written = match tag {
            Tag::Link { ref dest_url, .. } => {
                self.literal += 1;
                link(dest_url)
            }
            // A picture is named by its text; nothing is fetched from elsewhere.
            Tag::Image { .. } | Tag::FootnoteDefinition(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => None,
            Tag::CodeBlock(_) => {
                self.literal += 1;
                Some(Event::Start(tag))
            }
            Tag::Heading { level, .. } => Some(Event::Start(Tag::Heading {
                level: lowered(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })),
            _ if depth >= DEPTH_MAX && is_container(&tag) => None,
            tag => Some(Event::Start(tag)),
        };
        self.open.push(written.is_some());
        self.events.extend(written);
    }

    fn end(&mut self, end: TagEnd) {
        let written = self.open.pop().unwrap_or(false);
        if matches!(end, TagEnd::Link | TagEnd::CodeBlock) {
            self.literal = self.literal.saturating_sub(1);
        }
        if !written {
            return;
        }
        self.events.push(match end {
            TagEnd::Link => Event::InlineHtml("</a>".into()),
            TagEnd::Heading(level) => Event::End(TagEnd::Heading(lowered(level))),
            end => Event::End(end),
        });
    }

    /// A text whose web addresses become links.
    fn text(&mut self, text: CowStr<'a>) {
        if !text.contains("://") {
            self.events.push(Event::Text(text));
            return;
        }
        let mut plain = String::new();
        for piece in text.split_inclusive(char::is_whitespace) {
            let at = piece.find("https://").or_else(|| piece.find("http://")).unwrap_or(piece.len());
            let (before, rest) = piece.split_at(at);
            let address =
                rest.trim_end().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'']);
            plain.push_str(before);
            if let Some(opened) = link(address) {
                self.events.push(Event::Text(std::mem::take(&mut plain).into()));
                self.events.extend([
                    opened,
                    Event::Text(address.to_owned().into()),
                    Event::InlineHtml("</a>".into()),
                ]);
            } else {
                plain.push_str(address);
            }
            plain.push_str(rest.get(address.len()..).unwrap_or_default());
        }
        self.events.push(Event::Text(plain.into()));
    }
}

fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}

/// A page has a title and parts already; what people write stands below them.
fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// The beginning of a link; none where it would lead to anything but the web, mail or the house.
fn link<'b>(address: &str) -> Option<Event<'b>> {
    is_safe(address)
        .then(|| Event::InlineHtml(format!("<a href=\"{}\" rel=\"{REL}\">", escape_html(address)).into()))
}

fn is_safe(address: &str) -> bool {
    let harmless = !address.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
    let lower = address.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"];
    let inside = address.starts_with('/') && !address.starts_with("//");
    harmless && (inside || known.iter().any(|start| lower.len() > start.len() && lower.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(to_html(text).trim_end(), expected, "{text}");
    }

    #[test]
    fn what_people_write_becomes_html() {
        check("Guten *Tag* und **Abend**", "<p>Guten <em>Tag</em> und <strong>Abend</strong></p>");
        check("# Saal", "<h3>Saal</h3>");
        check("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>");
        check("- [x] gebucht", "<ul>\n<li>☑ gebucht</li>\n</ul>");
        check("`a<b`", "<p><code>a&lt;b</code></p>");
        assert!(to_html("|a|b|\n|-|-|\n|1|2|").contains("<td>1</td>"));
    }

    #[test]
    fn links_lead_to_the_web_to_mail_and_within_the_house() {
        let to = |href: &str, text: &str| {
            format!("<p><a href=\"{href}\" rel=\"noopener nofollow\">{text}</a></p>")
        };
        check("[a](https://b.example/?x=1&y=2)", &to("https://b.example/?x=1&amp;y=2", "a"));
        check("[a](mailto:a@b.example)", &to("mailto:a@b.example", "a"));
        check("[a](/gruppen/group_1)", &to("/gruppen/group_1", "a"));
        check("<https://b.example>", &to("https://b.example", "https://b.example"));
        check("https://b.example/x", &to("https://b.example/x", "https://b.example/x"));
        let sentence = to_html("Siehe (https://b.example/a_b_c), dann http://c.example.");
        assert!(sentence.contains("href=\"https://b.example/a_b_c\""), "{sentence}");
        assert!(
            sentence.contains("href=\"http://c.example\"") && sentence.ends_with("</a>.</p>\n"),
            "{sentence}"
        );
        check("`https://b.example`", "<p><code>https://b.example</code></p>");
    }

    /// What could run or fetch something, had it got through.
    fn is_harmless(html: &str) -> bool {
        let tags = html.split('<').skip(1);
        let mut allowed = tags.map(|tag| tag.split('>').next().unwrap_or_default());
        allowed.all(|tag| {
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            let plain = [
                "p",
                "h3",
                "h4",
                "h5",
                "h6",
                "ul",
                "ol",
                "li",
                "blockquote",
                "pre",
                "code",
                "em",
                "strong",
                "del",
                "br",
                "hr",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
            ];
            let link = ["a href=\"https://", "a href=\"http://", "a href=\"mailto:", "a href=\"/"];
            plain.contains(&name) && !tag.contains("on")
                || tag == "/a"
                || link.iter().any(|start| tag.starts_with(start))
        })
    }

    #[test]
    fn nothing_breaks_out() {
        for text in [
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//x.example></SCRIPT>",
            "a <img src=x onerror=alert(1)> b",
            "<svg/onload=alert(1)>",
            "<iframe srcdoc='<script>1</script>'>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](java&#10;script:alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:x)",
            "[x](//x.example)",
            "[x](/\\x.example)",
            "[x](file:///etc/passwd)",
            "<javascript:alert(1)>",
            "![x](https://x.example/pixel.png)",
            "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
            "[![x](https://x.example/a.png)](javascript:1)",
            "[x](https://x.example/\"onmouseover=\"alert(1))",
            "[x](https://x.example \"t\\\" onclick=alert(1)\")",
            "https://x.example/\"><script>alert(1)</script>",
            "```js onload=\"x\n</code></pre><script>\n```",
            "| <script> |\n|-|\n| <b onclick=1> |",
            "# x {#id .c onclick=1}",
            "<!-- --><script>",
            "<![CDATA[<script>]]>",
            "[x]: javascript:alert(1)\n\n[x]",
            "&lt;script&gt; &#60;script&#62;",
        ] {
            let html = to_html(text);
            assert!(is_harmless(&html), "{text} -> {html}");
            let shown = html.to_ascii_lowercase();
            for tag in ["<script", "<img", "<svg", "<iframe", "<a href=\"javascript", "<a href=\"data"] {
                assert!(!shown.contains(tag), "{tag}: {text} -> {html}");
            }
        }
        check("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>");
        check("![Ein Bild](https://x.example/a.png)", "<p>Ein Bild</p>");
        check("[x](javascript:alert(1))", "<p>x</p>");
    }

    #[test]
    fn depth_and_length_have_an_end() {
        for text in [
            ">".repeat(5_000),
            "- ".repeat(5_000),
            "*a ".repeat(5_000),
            "[".repeat(10_000),
            "`".repeat(10_000),
            "![".repeat(5_000) + &"](x)".repeat(2_000),
            "<".repeat(20_000),
            "a\n\n".repeat(5_000),
        ] {
            let html = to_html(&text);
            assert!(is_harmless(&html));
            let deep = html.matches("<blockquote>").count().max(html.matches("<ul>").count());
            assert!(deep <= DEPTH_MAX, "{deep}");
            to_plain(&text);
        }
    }

    #[test]
    fn plain_text_has_no_marks() {
        let text = "# Saal\n\nBitte **bald** [buchen](https://x.example).\n\n- eins\n- zwei\n";
        assert_eq!(to_plain(text), "Saal\nBitte bald buchen.\neins\nzwei");
    }
}
