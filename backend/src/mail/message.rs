//! From a row of the outbox to a message as mail servers take it (RFC 5322).

use lettre::{
    Message,
    message::{
        Attachment, Mailbox, MultiPart,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};

use super::store::MailRow;
use crate::calendar::method_of;

/// What the calendar file of a mail is called.
const CALENDAR_NAME: &str = "sitzung.ics";

/// Says that no person wrote this, so that no absence note answers it (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Builds the message. Its id is the row's, so that a second attempt after a lost answer is
/// recognised as the same mail.
pub(super) fn build(
    row: &MailRow,
    from: &Mailbox,
    reply_to: Option<&Mailbox>,
    host: &str,
) -> Result<Message, String> {
    let to = row.recipient.parse().map_err(|cause| format!("recipient: {cause}"))?;
    let mut message = Message::builder()
        .message_id(Some(format!("<{}@{host}>", row.id.simple())))
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(row.subject.clone())
        .header(AutoSubmitted)
        .date(std::time::SystemTime::from(row.created_at));
    if let Some(reply_to) = reply_to.filter(|address| address.email != from.email) {
        message = message.reply_to(reply_to.clone());
    }
    let text = MultiPart::alternative_plain_html(row.body_text.clone(), row.body_html.clone());
    let parts = match &row.calendar {
        None => text,
        Some(file) => {
            // The method stands in the type too, or calendar programs take the file for any text (RFC 6047).
            let kind = format!("text/calendar; charset=utf-8; method={}", method_of(file));
            let kind = ContentType::parse(&kind).map_err(|cause| format!("calendar: {cause}"))?;
            let part = Attachment::new(CALENDAR_NAME.to_owned()).body(file.clone(), kind);
            MultiPart::mixed().multipart(text).singlepart(part)
        }
    };
    message.multipart(parts).map_err(|cause| cause.to_string())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;
    use verbund_shared::{locale::Locale, operation_states::MailState};

    use super::*;

    fn row(recipient: &str, subject: &str) -> MailRow {
        MailRow {
            id: Uuid::from_u128(7),
            recipient: recipient.into(),
            locale: Locale::De,
            template: "invitation".into(),
            subject: subject.into(),
            body_text: "Grüße".into(),
            body_html: "<p>Grüße</p>".into(),
            calendar: None,
            state: MailState::Queued,
            attempts: 0,
            created_at: DateTime::default(),
            next_attempt_at: DateTime::default(),
            leased_until: None,
            sent_at: None,
            last_error: String::new(),
        }
    }

    fn text(row: &MailRow) -> Result<String, String> {
        let from: Mailbox = "Netz für Alle <office@n.example>".parse().unwrap();
        let reply = "koordination@n.example".parse().unwrap();
        build(row, &from, Some(&reply), "n.example")
            .map(|message| String::from_utf8(message.formatted()).unwrap())
    }

    #[test]
    fn a_message_says_what_it_is() {
        let text = text(&row("a@b.example", "Einladung für Žofia")).unwrap();
        for line in [
            "To: a@b.example\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Reply-To: koordination@n.example\r\n",
            "Message-ID: <00000000000000000000000000000007@n.example>\r\n",
            "multipart/alternative",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
    }

    #[test]
    fn a_calendar_file_is_attached_with_its_method() {
        let file = crate::calendar::calendar(&[], crate::calendar::Method::Cancel);
        let text = text(&MailRow { calendar: Some(file), ..row("a@b.example", "Abgesagt") }).unwrap();
        for part in [
            "multipart/mixed",
            "multipart/alternative",
            "text/calendar; charset=utf-8; method=CANCEL",
            "sitzung.ics",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn no_header_can_be_added() {
        let text = text(&row("a@b.example", "Hallo\r\nBcc: c@d.example")).unwrap();
        assert!(!text.contains("\r\nBcc:"), "{text}");
        for recipient in ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "no address"] {
            assert!(self::text(&row(recipient, "x")).is_err(), "{recipient:?}");
        }
    }
}
