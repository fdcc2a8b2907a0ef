//! What a mail must look like, and when it is tried again.

use chrono::TimeDelta;

/// Attempts before a mail is given up.
pub const ATTEMPTS_MAX: i32 = 8;
/// How long one process may take for one mail before another may try.
pub const LEASE: TimeDelta = TimeDelta::minutes(3);
/// Characters of a subject; a long name of an organisation must not fill a screen.
const SUBJECT_MAX: usize = 180;

/// How long to wait after so many attempts; `None`: give up.
/// The whole takes about a day: mail servers that are away for a night are back by then.
pub fn wait_after(attempts: i32) -> Option<TimeDelta> {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        5 => 180,
        ATTEMPTS_MAX.. => return None,
        _ => 360,
    };
    Some(TimeDelta::minutes(minutes))
}

/// One line without control characters, short enough: safe in a mail's header.
pub fn header_line(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SUBJECT_MAX {
        return line;
    }
    let cut: String = line.chars().take(SUBJECT_MAX - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The text with the characters that mean something in HTML written out.
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A mail server's complaint, for the outbox page: one line, without anything that looks like a link
/// of ours, because servers quote what they refuse.
pub fn complaint(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.contains("://"));
    header_line(&words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_tried_for_about_a_day() {
        let waits: Vec<_> = (1..).map_while(wait_after).collect();
        assert_eq!(waits.len(), 7);
        assert_eq!(waits.first(), Some(&TimeDelta::minutes(1)));
        assert_eq!(waits.last(), Some(&TimeDelta::hours(6)));
        assert!(waits.is_sorted());
    }

    #[test]
    fn nothing_leaves_its_header() {
        assert_eq!(header_line("Antrag\r\nBcc: all@example.org"), "Antrag Bcc: all@example.org");
        assert_eq!(header_line("  Börde\u{7} \u{b}e. V. "), "Börde e. V.");
        assert_eq!(header_line(&"ä".repeat(500)).chars().count(), SUBJECT_MAX);
    }

    #[test]
    fn values_stay_text_in_html() {
        assert_eq!(
            escape_html("<b title='x'>A & \"B\"</b>"),
            "&lt;b title=&#39;x&#39;&gt;A &amp; &quot;B&quot;&lt;/b&gt;"
        );
    }

    #[test]
    fn a_complaint_carries_no_link() {
        assert_eq!(complaint("554 refused\r\nhttps://n.example/einladung/abc spam"), "554 refused spam");
    }
}
