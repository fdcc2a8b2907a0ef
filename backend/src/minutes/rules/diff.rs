//! Two versions word by word.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};
use uuid::Uuid;
use verbund_shared::minutes::DiffKind;

use super::content::{Content, Entry};

/// After so long the comparison of two texts is good enough; nearly all take a few milliseconds.
const LONGEST: Duration = Duration::from_millis(500);

/// A piece of text, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What became of it.
    pub kind: DiffKind,
    /// The piece.
    pub text: String,
}

/// An item in two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The item.
    pub item: Uuid,
    /// Its number; of the later version where it stands there.
    pub number: String,
    /// Its title; of the later version where it stands there.
    pub title: String,
    /// Its text.
    pub parts: Vec<Part>,
    /// Its internal text.
    pub internal: Vec<Part>,
}

impl Compared {
    /// Whether anything is different.
    pub fn changed(&self) -> bool {
        self.parts.iter().chain(&self.internal).any(|part| part.kind != DiffKind::Same)
    }
}

/// Two texts, as pieces that stand in both, were added or removed; the removed before the added.
pub fn words(from: &str, to: &str) -> Vec<Part> {
    let diff = TextDiff::configure().timeout(LONGEST).diff_words(from, to);
    let mut parts: Vec<Part> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => DiffKind::Same,
            ChangeTag::Insert => DiffKind::Added,
            ChangeTag::Delete => DiffKind::Removed,
        };
        match parts.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => parts.push(Part { kind, text: change.value().to_owned() }),
        }
    }
    parts
}

/// The items of both versions: those of the later one in their order, then those that are gone.
pub fn compare(from: &Content, to: &Content) -> Vec<Compared> {
    let find = |content: &'_ Content, item: Uuid| -> Option<Entry> {
        content.entries.iter().find(|entry| entry.item == item).cloned()
    };
    let compared = |shown: &Entry, old: Option<&Entry>, new: Option<&Entry>| {
        let text = |entry: Option<&Entry>| entry.map(|entry| entry.text.clone()).unwrap_or_default();
        let hidden =
            |entry: Option<&Entry>| entry.map(|entry| entry.internal_text.clone()).unwrap_or_default();
        Compared {
            item: shown.item,
            number: shown.number.clone(),
            title: shown.title.clone(),
            parts: words(&text(old), &text(new)),
            internal: words(&hidden(old), &hidden(new)),
        }
    };
    let mut all: Vec<Compared> = to
        .entries
        .iter()
        .map(|entry| compared(entry, find(from, entry.item).as_ref(), Some(entry)))
        .collect();
    let gone = from.entries.iter().filter(|entry| find(to, entry.item).is_none());
    all.extend(gone.map(|entry| compared(entry, Some(entry), None)));
    all
}

#[cfg(test)]
mod tests {
    use super::{
        super::content::tests::{content, entry},
        *,
    };
    use DiffKind::{Added, Removed, Same};

    fn check(from: &str, to: &str, expected: &[(DiffKind, &str)]) {
        let parts = words(from, to);
        let found: Vec<_> = parts.iter().map(|part| (part.kind, part.text.as_str())).collect();
        assert_eq!(found, expected, "{from:?} -> {to:?}");
        let joined = |but: DiffKind| -> String {
            parts.iter().filter(|part| part.kind != but).map(|part| part.text.as_str()).collect()
        };
        assert_eq!((joined(Added).as_str(), joined(Removed).as_str()), (from, to));
    }

    #[test]
    fn texts_differ_by_words() {
        check("", "", &[]);
        check("gleich", "gleich", &[(Same, "gleich")]);
        check("", "neu da", &[(Added, "neu da")]);
        check("alt weg", "", &[(Removed, "alt weg")]);
        check(
            "Der Verein zahlt 100 Euro.",
            "Der Verein zahlt 200 Euro.",
            &[(Same, "Der Verein zahlt "), (Removed, "100"), (Added, "200"), (Same, " Euro.")],
        );
        check("Größe ändern", "Größe prüfen", &[(Same, "Größe "), (Removed, "ändern"), (Added, "prüfen")]);
    }

    #[test]
    fn items_of_either_version_are_compared() {
        let (mut from, mut to) = (content(1), content(2));
        from.entries = vec![entry(1, "a", false), entry(2, "weg", false)];
        to.entries = vec![entry(3, "neu", false), entry(1, "a", false)];
        let compared = compare(&from, &to);
        let shown: Vec<_> = compared.iter().map(|one| (one.number.as_str(), one.changed())).collect();
        assert_eq!(shown, [("3", true), ("1", false), ("2", true)]);
        assert_eq!(compared[2].parts, [Part { kind: Removed, text: "weg".into() }]);
    }
}
