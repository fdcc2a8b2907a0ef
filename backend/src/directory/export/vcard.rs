//! Single entries as vCard 4.0 (RFC 6350). Written by hand: what the crates for it do is reading,
//! and these are a dozen lines of properties.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use verbund_shared::{
    id::{OfferId, OrganisationId},
    locale::Locale,
};

use crate::{
    app::App,
    authz::{Actor, Caller},
    error::ServiceResult,
    export::pick,
    offers, organisations,
};

/// Lines are folded at this many bytes (section 3.2).
const LINE_MAX: usize = 75;

/// One card on its way to text.
struct Card {
    text: String,
}

impl Card {
    fn new(kind: &str, uid: Uuid, revised: DateTime<Utc>) -> Self {
        let mut card = Self { text: String::new() };
        card.line("BEGIN:VCARD");
        card.line("VERSION:4.0");
        card.line(&format!("KIND:{kind}"));
        card.line(&format!("UID:urn:uuid:{uid}"));
        card.line(&format!("REV:{}", revised.format("%Y%m%dT%H%M%SZ")));
        card
    }

    /// A property whose value is text; nothing where the text is empty.
    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{name}:{}", escaped(value)));
        }
    }

    /// A property of several parts, such as an address.
    fn parts(&mut self, name: &str, parts: &[&str]) {
        if parts.iter().any(|part| !part.is_empty()) {
            let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
            self.line(&format!("{name}:{}", parts.join(";")));
        }
    }

    /// A property whose value is a web or phone address, which is not escaped.
    fn uri(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{name}:{value}"));
        }
    }

    fn phone(&mut self, number: &str) {
        let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        if !dialled.is_empty() {
            self.line(&format!("TEL;VALUE=uri;TYPE=\"voice,work\":tel:{dialled}"));
        }
    }

    /// A line, folded where it is too long, never inside of a character.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LINE_MAX {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(c);
            width += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn end(mut self) -> String {
        self.line("END:VCARD");
        self.text
    }
}

/// What separates values must be escaped (section 3.4); a line break is written as `\n`.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for c in value.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ',' | ';' => {
                text.push('\\');
                text.push(c);
            }
            '\n' => text.push_str("\\n"),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

fn visitor(locale: Locale) -> Caller {
    Caller { actor: Actor::Visitor, request_id: String::new(), address: None, locale }
}

/// The contact of an offer.
///
/// # Errors
/// `NOT_FOUND` where the public does not see the offer.
pub async fn offer_as_vcard(app: &App, id: OfferId, locale: Locale) -> ServiceResult<String> {
    let offer = offers::service::get_offer(app, &visitor(locale), id).await?.row;
    let organisation = organisations::service::get_organisation(
        app,
        &visitor(locale),
        OrganisationId(offer.organisation_id),
    )
    .await?;
    let title = pick(locale, &offer.title_de, &offer.title_en);
    let named = !offer.contact_name.is_empty();
    let mut card = Card::new(if named { "individual" } else { "org" }, offer.id, offer.updated_at);
    card.text("FN", if named { &offer.contact_name } else { &organisation.name });
    card.text("ORG", &organisation.name);
    card.text("EMAIL;TYPE=work", &offer.contact_email);
    card.phone(&offer.contact_phone);
    card.uri("URL", &offer.url);
    card.text("NOTE", &format!("{title}\n{}/angebote/{id}", app.config().public_url));
    Ok(card.end())
}

/// A member, and its contacts who agreed to be published, each as a card.
///
/// # Errors
/// `NOT_FOUND` where the public does not see the organisation.
pub async fn member_as_vcard(app: &App, id: OrganisationId, locale: Locale) -> ServiceResult<String> {
    let row = organisations::service::get_organisation(app, &visitor(locale), id).await?;
    let mut card = Card::new("org", row.id, row.updated_at);
    card.text("FN", &row.name);
    card.text("ORG", &row.name);
    card.text("NICKNAME", &row.short_name);
    card.text("EMAIL;TYPE=work", &row.email);
    card.phone(&row.phone);
    card.parts("ADR;TYPE=work", &["", "", &row.street, &row.city, "", &row.postal_code, ""]);
    card.uri("URL", &row.website);
    card.text("NOTE", pick(locale, &row.purpose_de, &row.purpose_en));
    let mut cards = card.end();
    for contact in organisations::service::public_contacts(app, id).await? {
        let mut card = Card::new("individual", contact.id, row.updated_at);
        card.text("FN", &contact.name);
        card.text("ORG", &row.name);
        card.text("TITLE", &contact.function);
        card.text("EMAIL;TYPE=work", &contact.email);
        card.phone(&contact.phone);
        cards.push_str(&card.end());
    }
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(write: impl FnOnce(&mut Card)) -> String {
        let mut card = Card { text: String::new() };
        write(&mut card);
        card.text
    }

    #[test]
    fn what_separates_values_is_escaped() {
        assert_eq!(body(|c| c.text("FN", "Müller, Klaus; Dr.")), "FN:Müller\\, Klaus\\; Dr.\r\n");
        assert_eq!(body(|c| c.text("NOTE", "a\\b\r\nc\nd")), "NOTE:a\\\\b\\nc\\nd\r\n");
        assert_eq!(body(|c| c.text("NOTE", "")), "");
        assert_eq!(body(|c| c.parts("ADR", &["", "Straße 1, Hof", ""])), "ADR:;Straße 1\\, Hof;\r\n");
        assert_eq!(
            body(|c| c.phone("+49 (0)391/12-3")),
            "TEL;VALUE=uri;TYPE=\"voice,work\":tel:+490391123\r\n"
        );
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let text = body(|c| c.text("NOTE", &"ä€😀x".repeat(40)));
        for line in text.split("\r\n") {
            assert!(line.len() <= LINE_MAX, "{} bytes", line.len());
        }
        assert_eq!(text.replace("\r\n ", ""), format!("NOTE:{}\r\n", "ä€😀x".repeat(40)));
    }
}
