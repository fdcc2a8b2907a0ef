//! Meetings as calendar files (iCalendar, RFC 5545 and 5546). Written by hand, as the cards of the directory
//! are: these are a dozen lines of properties, and the crate for it would make the whole server build anew.
//! Nobody's address stands in them; an entry keeps its name for ever, so that a later file changes it.

use chrono::{DateTime, Utc};

/// Lines are folded at this many bytes (section 3.1).
const LINE_MAX: usize = 75;

/// What a calendar program is to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Take the entry in, or change it.
    Request,
    /// Strike it out.
    Cancel,
    /// Show it; nothing is asked.
    Publish,
}

impl Method {
    /// The word in the file, and in the type of a mail's part.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// Whether what an entry stands for takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nobody is invited yet.
    Tentative,
    /// It takes place.
    Confirmed,
    /// It does not.
    Cancelled,
}

impl Status {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name for ever, such as `meeting_...@network.example`.
    pub uid: String,
    /// When it was changed last.
    pub changed_at: DateTime<Utc>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// What it is.
    pub summary: String,
    /// Where it is; may be empty.
    pub location: String,
    /// More about it; may be empty.
    pub description: String,
    /// Its page.
    pub url: String,
    /// Grows with each change that clients must follow.
    pub sequence: i32,
    /// Whether it takes place.
    pub status: Status,
}

/// A file of entries.
pub fn calendar(entries: &[Entry], method: Method) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Verbund//Verbund//DE");
    file.line("CALSCALE:GREGORIAN");
    file.line(&format!("METHOD:{}", method.as_str()));
    for entry in entries {
        file.entry(entry);
    }
    file.line("END:VCALENDAR");
    file.text
}

/// The method of a file that [`calendar`] wrote.
pub fn method_of(file: &str) -> &str {
    file.lines().find_map(|line| line.strip_prefix("METHOD:")).unwrap_or("PUBLISH").trim_end()
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn entry(&mut self, entry: &Entry) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &entry.uid);
        self.moment("DTSTAMP", entry.changed_at);
        self.moment("LAST-MODIFIED", entry.changed_at);
        self.moment("DTSTART", entry.starts_at);
        self.moment("DTEND", entry.ends_at);
        self.text("SUMMARY", &entry.summary);
        self.text("LOCATION", &entry.location);
        self.text("DESCRIPTION", &entry.description);
        // An address is no text: its commas are its own.
        self.line(&format!("URL:{}", entry.url));
        self.line(&format!("SEQUENCE:{}", entry.sequence));
        self.line(&format!("STATUS:{}", entry.status.as_str()));
        self.line("END:VEVENT");
    }

    fn moment(&mut self, name: &str, at: DateTime<Utc>) {
        self.line(&format!("{name}:{}", at.format("%Y%m%dT%H%M%SZ")));
    }

    /// A property whose value is text; nothing where the text is empty.
    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{name}:{}", escaped(value)));
        }
    }

    /// A line, folded without cutting a character in two.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for character in line.chars().filter(|character| !character.is_control()) {
            if width + character.len_utf8() > LINE_MAX {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(character);
            width += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Text as it stands in a value (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone as _;

    fn entry() -> Entry {
        let at = |hour| Utc.with_ymd_and_hms(2026, 3, 9, hour, 0, 0).unwrap();
        Entry {
            uid: "meeting_7@n.example".into(),
            changed_at: at(1),
            starts_at: at(9),
            ends_at: at(11),
            summary: "Sitzung, mit; Zeichen\\".into(),
            location: String::new(),
            description: "Zeile 1\nZeile 2".into(),
            url: "https://n.example/sitzungen/meeting_7?a=1,2".into(),
            sequence: 3,
            status: Status::Confirmed,
        }
    }

    #[test]
    fn a_file_says_what_is_when_and_what_to_do_with_it() {
        let file = calendar(&[entry()], Method::Request);
        for line in [
            "METHOD:REQUEST",
            "UID:meeting_7@n.example",
            "DTSTAMP:20260309T010000Z",
            "DTSTART:20260309T090000Z",
            "DTEND:20260309T110000Z",
            "SUMMARY:Sitzung\\, mit\\; Zeichen\\\\",
            "DESCRIPTION:Zeile 1\\nZeile 2",
            "URL:https://n.example/sitzungen/meeting_7?a=1,2",
            "SEQUENCE:3",
            "STATUS:CONFIRMED",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} in {file}");
        }
        assert!(!file.contains("LOCATION") && !file.contains("ATTENDEE"));
        assert_eq!(method_of(&file), "REQUEST");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let long = "ä".repeat(200);
        let file = calendar(&[Entry { summary: long.clone(), ..entry() }], Method::Publish);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE_MAX), "{file}");
        assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{long}\r\n")));
    }

    #[test]
    fn no_line_can_be_added() {
        let nasty = Entry { summary: "a\r\nATTENDEE:mailto:x@y.example".into(), ..entry() };
        assert!(!calendar(&[nasty], Method::Request).contains("\nATTENDEE"));
    }
}
