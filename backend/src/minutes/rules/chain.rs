//! The chain of a meeting's versions: each is hashed together with the hash before it.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use verbund_shared::minutes::MinutesState;

use super::content::Content;
use crate::resolutions::rules::chain::{Link, first_broken};

pub use crate::resolutions::rules::chain::hash;

/// A version as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its number, from 1.
    pub number: i32,
    /// The state that began with it.
    pub state: MinutesState,
    /// When it was frozen.
    pub at: DateTime<Utc>,
    /// By whom.
    pub person: Option<Uuid>,
    /// What was hashed.
    pub content: String,
    /// Its hash.
    pub sha256: String,
    /// The hash before it.
    pub previous: String,
}

impl Kept {
    /// Whether what stands beside the content says the same.
    fn fits(&self) -> bool {
        Content::read(&self.content).is_some_and(|content| {
            (content.number, content.state, content.at, content.person)
                == (self.number, self.state, self.at, self.person)
        })
    }
}

/// Whether all versions are as they were frozen, and none is missing of so many.
pub fn holds(versions: Vec<Kept>, number: i32) -> bool {
    let complete = usize::try_from(number).is_ok_and(|number| number == versions.len());
    let link = |kept: Kept| Link {
        number: kept.number,
        shown: kept.fits().then(|| kept.content.clone()),
        content: kept.content,
        sha256: kept.sha256,
        previous: kept.previous,
    };
    let links: Vec<Link> = versions.into_iter().map(link).collect();
    complete && first_broken(&links).is_none()
}

#[cfg(test)]
mod tests {
    use super::{super::content::tests::content, *};

    fn versions() -> Vec<Kept> {
        let mut kept: Vec<Kept> = Vec::new();
        for number in 1..=3 {
            let content = content(number);
            let json = content.to_json();
            let previous = kept.last().map(|kept| kept.sha256.clone()).unwrap_or_default();
            kept.push(Kept {
                number,
                state: content.state,
                at: content.at,
                person: content.person,
                sha256: hash(&previous, &json),
                content: json,
                previous,
            });
        }
        kept
    }

    fn check(change: impl FnOnce(&mut Vec<Kept>), expected: bool) {
        let mut kept = versions();
        change(&mut kept);
        assert_eq!(holds(kept, 3), expected);
    }

    #[test]
    fn whatever_is_done_to_a_version_is_seen() {
        check(|_| (), true);
        check(|kept| kept[1].content = kept[1].content.replace("eins", "zwei"), false);
        check(|kept| kept[0].state = MinutesState::Approved, false);
        check(|kept| kept[0].person = Some(Uuid::nil()), false);
        check(|kept| kept[2].previous = String::new(), false);
        check(|kept| drop(kept.pop()), false);
        check(|kept| drop(kept.remove(0)), false);
        check(
            |kept| {
                let changed = kept[1].content.replace("eins", "zwei");
                kept[1].sha256 = hash(&kept[1].previous, &changed);
                kept[1].content = changed;
            },
            false,
        );
        assert!(holds(Vec::new(), 0));
    }
}
