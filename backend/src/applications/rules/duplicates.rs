//! What may be the same organisation under another entry, and why it looks so.

use verbund_shared::organisations::DuplicateReason;

use crate::organisations::rules::names::{are_similar, fold};

/// Providers at which anybody can have an address: it says nothing of the organisation.
const PUBLIC_MAIL: &[&str] = &[
    "aol.com",
    "arcor.de",
    "email.de",
    "freenet.de",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "hotmail.de",
    "icloud.com",
    "live.com",
    "live.de",
    "mail.de",
    "mailbox.org",
    "me.com",
    "msn.com",
    "online.de",
    "outlook.com",
    "outlook.de",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "t-online.de",
    "tutanota.com",
    "tutanota.de",
    "vodafone.de",
    "web.de",
    "yahoo.com",
    "yahoo.de",
    "ymail.com",
];

/// What is compared of an organisation or application.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Its name.
    pub name: String,
    /// Web address.
    pub website: String,
    /// All its known e-mail addresses.
    pub emails: Vec<String>,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
}

/// The entries that look like the same organisation, by their places, with the reasons; the one
/// with the most reasons first.
pub fn likely_duplicates(one: &Candidate, others: &[Candidate]) -> Vec<(usize, Vec<DuplicateReason>)> {
    let mut found: Vec<_> = others
        .iter()
        .enumerate()
        .map(|(place, other)| (place, reasons(one, other)))
        .filter(|(_, reasons)| !reasons.is_empty())
        .collect();
    found.sort_by_key(|(_, reasons)| std::cmp::Reverse(reasons.len()));
    found
}

fn reasons(one: &Candidate, other: &Candidate) -> Vec<DuplicateReason> {
    let mut reasons = Vec::new();
    if are_similar(&one.name, &other.name) {
        reasons.push(DuplicateReason::SimilarName);
    }
    if website_domain(&one.website).is_some_and(|domain| website_domain(&other.website) == Some(domain)) {
        reasons.push(DuplicateReason::SameWebsite);
    }
    let domains: Vec<_> = other.emails.iter().filter_map(|email| own_email_domain(email)).collect();
    if one.emails.iter().filter_map(|email| own_email_domain(email)).any(|domain| domains.contains(&domain)) {
        reasons.push(DuplicateReason::SameEmailDomain);
    }
    if address(one).is_some_and(|own| address(other) == Some(own)) {
        reasons.push(DuplicateReason::SameAddress);
    }
    reasons
}

/// The host of a web address without `www.`, in small letters.
fn website_domain(website: &str) -> Option<String> {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// The domain of an address, unless anybody can have one there.
fn own_email_domain(email: &str) -> Option<String> {
    let domain = email.rsplit_once('@')?.1.to_lowercase();
    (!PUBLIC_MAIL.contains(&domain.as_str())).then_some(domain)
}

/// Street and postal code as they compare: `Saalestr. 1` is `Saalestraße 1`.
fn address(candidate: &Candidate) -> Option<(String, String)> {
    let street = fold(&candidate.street).replace("strasse", "str").replace(['.', ' ', '-'], "");
    let code: String = candidate.postal_code.chars().filter(char::is_ascii_digit).collect();
    (!street.is_empty() && !code.is_empty()).then_some((street, code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use DuplicateReason::{SameAddress, SameEmailDomain, SameWebsite, SimilarName};

    fn one() -> Candidate {
        Candidate {
            name: "Ankommen in Halle e. V.".into(),
            website: "https://www.ankommen.example/start".into(),
            emails: vec!["post@ankommen.example".into()],
            street: "Saalestraße 1".into(),
            postal_code: "06108".into(),
        }
    }

    fn check(other: Candidate, expected: &[DuplicateReason]) {
        let found = likely_duplicates(&one(), std::slice::from_ref(&other));
        let found: Vec<_> = found.into_iter().flat_map(|(_, reasons)| reasons).collect();
        assert_eq!(found, expected, "{other:?}");
    }

    fn other(change: impl FnOnce(&mut Candidate)) -> Candidate {
        let mut other = Candidate { name: "Etwas anderes".into(), ..Candidate::default() };
        change(&mut other);
        other
    }

    #[test]
    fn each_reason_is_told() {
        check(other(|_| ()), &[]);
        check(other(|c| c.name = "Ankommen in Halle".into()), &[SimilarName]);
        check(other(|c| c.website = "http://ankommen.example".into()), &[SameWebsite]);
        check(other(|c| c.website = "https://blog.ankommen.example".into()), &[]);
        check(
            other(|c| c.emails = vec!["x@y.example".into(), "a@Ankommen.example".into()]),
            &[SameEmailDomain],
        );
        check(
            other(|c| {
                c.street = "Saalestr. 1".into();
                c.postal_code = "06108".into();
            }),
            &[SameAddress],
        );
        check(other(|c| c.street = "Saalestr. 1".into()), &[]);
        check(one(), &[SimilarName, SameWebsite, SameEmailDomain, SameAddress]);
    }

    #[test]
    fn an_address_at_a_public_provider_says_nothing() {
        let mut own = one();
        own.emails = vec!["verein@web.de".into()];
        let other = other(|c| c.emails = vec!["anderer@web.de".into()]);
        assert_eq!(likely_duplicates(&own, &[other]), []);
    }

    #[test]
    fn the_likeliest_comes_first() {
        let by_name = other(|c| c.name = "Ankommen in Halle".into());
        let found = likely_duplicates(&one(), &[by_name, one()]);
        assert_eq!(found.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 0]);
    }
}
