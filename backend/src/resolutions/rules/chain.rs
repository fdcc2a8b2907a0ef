//! The chain of a group's wordings: each is hashed together with the hash before it, so that none can be
//! changed, put in or taken out without it being seen.

use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};
use verbund_shared::{
    resolutions::ResolutionStatus,
    voting::{Count, Majority},
};

/// What is hashed, in this order.
#[derive(Debug, Serialize)]
pub struct Content<'a> {
    /// `SG-2026/017`.
    pub label: &'a str,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// Its title.
    pub title: &'a str,
    /// The wording.
    pub wording: &'a str,
    /// What was decided.
    pub status: ResolutionStatus,
    /// What was counted.
    pub votes: [u32; 5],
    /// The majority that was needed, in words of the database.
    pub majority: String,
}

impl Content<'_> {
    /// Its JSON, as it is kept and hashed.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A majority as it is hashed: `yes_no >1/2`.
pub fn majority_of(majority: Majority) -> String {
    let than = if majority.strict { ">" } else { ">=" };
    format!("{} {than}{}/{}", majority.base.as_str(), majority.num, majority.den)
}

/// The counts in the order in which they are hashed.
pub fn votes_of(count: Count) -> [u32; 5] {
    [count.yes, count.no, count.abstain, count.present, count.roll]
}

/// The hash of a link.
pub fn hash(previous: &str, content: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(previous.as_bytes());
    hasher.update(b"\n");
    hasher.update(content.as_bytes());
    hex::encode(hasher.finalize())
}

/// A link as it is kept.
#[derive(Debug, Clone)]
pub struct Link {
    /// Its place, from 1.
    pub number: i32,
    /// What was hashed.
    pub content: String,
    /// What people are shown, put together as it is hashed; none where the resolution is gone.
    pub shown: Option<String>,
    /// Its hash.
    pub sha256: String,
    /// The hash before it.
    pub previous: String,
}

/// The place of the first link that does not fit, of links in their order.
pub fn first_broken(links: &[Link]) -> Option<i32> {
    let mut previous = String::new();
    for (place, link) in links.iter().enumerate() {
        let expected = i32::try_from(place + 1).unwrap_or(i32::MAX);
        let fits = link.number == expected
            && link.previous == previous
            && link.shown.as_ref() == Some(&link.content)
            && link.sha256 == hash(&link.previous, &link.content);
        if !fits {
            return Some(expected);
        }
        previous.clone_from(&link.sha256);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for (number, content) in (1..).zip(["eins", "zwei", "drei"]) {
            let previous = links.last().map(|link| link.sha256.clone()).unwrap_or_default();
            let sha256 = hash(&previous, content);
            let shown = Some(content.to_owned());
            links.push(Link { number, content: content.to_owned(), shown, sha256, previous });
        }
        links
    }

    fn check(change: impl FnOnce(&mut Vec<Link>), broken: Option<i32>) {
        let mut links = links();
        change(&mut links);
        assert_eq!(first_broken(&links), broken);
    }

    #[test]
    fn whatever_is_done_to_the_chain_is_seen() {
        check(|_| (), None);
        check(Vec::clear, None);
        check(|links| links[1].content = "zwo".to_owned(), Some(2));
        check(|links| links[1].sha256 = hash("", "zwei"), Some(2));
        check(|links| links[2].shown = Some("vier".to_owned()), Some(3));
        check(|links| links[2].shown = None, Some(3));
        check(|links| drop(links.remove(0)), Some(1));
        check(|links| drop(links.remove(1)), Some(2));
        check(|links| links.swap(0, 1), Some(1));
        check(|links| links.push(links[0].clone()), Some(4));
    }
}
