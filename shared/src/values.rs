//! Checks of typed values that both sides make: the app to help at once, the server to be sure.

use crate::{
    error::{ErrorCode, FieldError},
    limits,
};

/// Collects what is wrong with the fields of one input.
#[derive(Debug, Default)]
pub struct FieldCheck {
    errors: Vec<FieldError>,
}

impl FieldCheck {
    /// Nothing wrong so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an error.
    pub fn push(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// A text on one line, at least one visible character; returned trimmed.
    pub fn required_line(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = self.line(field, text, max);
        if text.is_empty() && !self.has(field) {
            self.push(FieldError::new(field, ErrorCode::Required));
        }
        text
    }

    /// A text on one line that may be empty; returned trimmed.
    pub fn line(&mut self, field: &str, text: &str, max: usize) -> String {
        self.checked(field, text, max, |c| c.is_control())
    }

    /// A text of several lines that must not be empty; returned trimmed, with `\n` line ends.
    pub fn required_text(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = self.text(field, text, max);
        if text.is_empty() && !self.has(field) {
            self.push(FieldError::new(field, ErrorCode::Required));
        }
        text
    }

    /// A text of several lines that may be empty; returned trimmed, with `\n` line ends.
    pub fn text(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.checked(field, &text, max, |c| c.is_control() && c != '\n' && c != '\t')
    }

    fn checked(&mut self, field: &str, text: &str, max: usize, forbidden: fn(char) -> bool) -> String {
        let text = text.trim();
        if text.chars().any(|c| forbidden(c) || is_invisible_direction_mark(c)) {
            self.push(FieldError::new(field, ErrorCode::InvalidCharacters));
        } else if text.chars().count() > max {
            self.push(FieldError::new(field, ErrorCode::TooLong).with("max", max));
        }
        text.to_owned()
    }

    /// An e-mail address; may be empty. Returned trimmed and in lower case.
    pub fn email(&mut self, field: &str, text: &str) -> String {
        let text = self.line(field, text, limits::EMAIL_MAX).to_lowercase();
        if !text.is_empty() && !self.has(field) && !is_email(&text) {
            self.push(FieldError::new(field, ErrorCode::InvalidEmail));
        }
        text
    }

    /// An e-mail address that must be given.
    pub fn required_email(&mut self, field: &str, text: &str) -> String {
        let text = self.email(field, text);
        if text.is_empty() && !self.has(field) {
            self.push(FieldError::new(field, ErrorCode::Required));
        }
        text
    }

    /// A web address; may be empty. `example.org` becomes `https://example.org`.
    pub fn url(&mut self, field: &str, text: &str) -> String {
        let text = self.line(field, text, limits::URL_MAX);
        if text.is_empty() || self.has(field) {
            return text;
        }
        let url = if text.contains("://") { text } else { format!("https://{text}") };
        if !is_web_address(&url) {
            self.push(FieldError::new(field, ErrorCode::InvalidUrl));
        }
        url
    }

    /// A phone number; may be empty.
    pub fn phone(&mut self, field: &str, text: &str) -> String {
        let text = self.line(field, text, 40);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let plain = text.chars().all(|c| c.is_ascii_digit() || " +()-/.".contains(c));
        if !text.is_empty() && !self.has(field) && (!plain || digits < 4) {
            self.push(FieldError::new(field, ErrorCode::InvalidPhone));
        }
        text
    }

    /// Whether this field already has an error.
    pub fn has(&self, field: &str) -> bool {
        self.errors.iter().any(|error| error.field == field)
    }

    /// All errors; empty when everything is right.
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }
}

/// Marks that turn the direction of text around them and can disguise what is written.
fn is_invisible_direction_mark(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the text has the form of an address that mail servers take (a practical part of RFC 5321).
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    local_ok && is_host(domain) && domain.contains('.')
}

fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// Whether the text is an http or https address with a host that has a dot.
pub fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let port_ok = port.is_none_or(|p| p.parse::<u16>().is_ok());
    is_host(host) && host.contains('.') && port_ok && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_email(text: &str, ok: bool) {
        assert_eq!(is_email(text), ok, "{text}");
    }

    #[test]
    fn addresses_that_mail_servers_take() {
        check_email("a@b.example", true);
        check_email("anna.müller@bücher.example", true);
        check_email("first+tag@mail.example", true);
        check_email("no-at.example", false);
        check_email("two@@b.example", false);
        check_email("a@b", false);
        check_email(".a@b.example", false);
        check_email("a b@c.example", false);
        check_email("a@-b.example", false);
    }

    #[test]
    fn web_addresses_are_http_only() {
        for (text, ok) in [
            ("https://verein.example/kurs?x=1", true),
            ("http://verein.example:8080", true),
            ("javascript:alert(1)", false),
            ("https://user@host.example", false),
            ("https://host", false),
            ("https://a b.example", false),
        ] {
            assert_eq!(is_web_address(text), ok, "{text}");
        }
    }

    #[test]
    fn a_line_refuses_control_and_direction_marks_and_too_many_characters() {
        let mut check = FieldCheck::new();
        assert_eq!(check.required_line("name", "  Žofia ß 李  ", 20), "Žofia ß 李");
        check.required_line("empty", "   ", 20);
        check.line("bell", "a\u{7}b", 20);
        check.line("turned", "abc\u{202E}def", 20);
        check.line("long", "äöü", 2);
        let found: Vec<_> = check.into_errors().into_iter().map(|e| (e.field, e.code)).collect();
        assert_eq!(
            found,
            [
                ("empty".to_owned(), ErrorCode::Required),
                ("bell".to_owned(), ErrorCode::InvalidCharacters),
                ("turned".to_owned(), ErrorCode::InvalidCharacters),
                ("long".to_owned(), ErrorCode::TooLong),
            ]
        );
    }
}
