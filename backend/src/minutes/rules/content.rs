//! What a version of minutes holds: everything that is shown of it, in one JSON that is hashed.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    meetings::{AgendaItemKind, AgendaItemState, AttendanceState, VoteOutcome},
    minutes::{MinutesState, SignatureRole},
};

/// A version of minutes. Its fields are hashed in this order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Its number, from 1.
    pub number: i32,
    /// The state that began with it.
    pub state: MinutesState,
    /// When it was frozen.
    pub at: DateTime<Utc>,
    /// By whom; none where the program did it.
    pub person: Option<Uuid>,
    /// The meeting.
    pub meeting: Uuid,
    /// The meeting's title.
    pub title: String,
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// When it ended.
    pub ends_at: DateTime<Utc>,
    /// Where it was.
    pub place: String,
    /// Who chaired it.
    pub chair: String,
    /// Who wrote the minutes.
    pub minute_taker: String,
    /// Who was there.
    pub attendances: Vec<Attendee>,
    /// The items in the order of the agenda.
    pub entries: Vec<Entry>,
    /// Who had signed the version that was final then.
    pub signatures: Vec<Signature>,
}

/// Somebody in the attendance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attendee {
    /// The name.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// As what.
    pub role: GroupRole,
    /// How.
    pub state: AttendanceState,
    /// From when until when: `09:00–10:30`.
    pub times: Vec<String>,
}

/// An item with what was written to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The item.
    pub item: Uuid,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it was for.
    pub kind: AgendaItemKind,
    /// How the meeting was done with it.
    pub state: AgendaItemState,
    /// Whether all of it is internal.
    pub internal: bool,
    /// Markdown.
    pub text: String,
    /// Markdown, internal.
    pub internal_text: String,
    /// Votes with a result.
    pub votes: Vec<Vote>,
    /// Action lines.
    pub actions: Vec<ActionLine>,
}

/// A vote with its result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vote {
    /// Its title.
    pub title: String,
    /// What was voted on, word by word.
    pub wording: String,
    /// Votes for it.
    pub yes: i32,
    /// Votes against it.
    pub no: i32,
    /// Votes that abstained.
    pub abstain: i32,
    /// Votes that were there.
    pub present: i32,
    /// All votes there are.
    pub roll: i32,
    /// By ballot.
    pub secret: bool,
    /// What was decided.
    pub outcome: VoteOutcome,
    /// The resolution that came of it.
    pub resolution: Option<Uuid>,
    /// Its number.
    pub label: String,
    /// Who did not vote for a conflict of interest.
    pub excluded: Vec<String>,
}

/// An action line as it stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActionLine {
    /// What is to be done.
    pub text: String,
    /// The accountable organisation.
    pub organisation: String,
    /// Who is asked to do it.
    pub person: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The task that it became.
    pub task: Option<Uuid>,
}

/// A signature.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// As what.
    pub role: SignatureRole,
    /// Who.
    pub person: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Under which version.
    pub version: i32,
}

impl Content {
    /// Its JSON, as it is kept and hashed.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was kept; none where it was damaged.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// Without what guests do not see: internal items, and the internal parts of the others.
    #[must_use]
    pub fn public(mut self) -> Self {
        self.entries.retain(|entry| !entry.internal);
        for entry in &mut self.entries {
            entry.internal_text.clear();
        }
        self
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::minutes::rules) fn entry(number: u32, text: &str, internal: bool) -> Entry {
        Entry {
            item: Uuid::from_u128(u128::from(number)),
            number: number.to_string(),
            title: format!("Punkt {number}"),
            kind: AgendaItemKind::Discussion,
            state: AgendaItemState::Noted,
            internal,
            text: text.to_owned(),
            internal_text: format!("intern {number}"),
            votes: Vec::new(),
            actions: Vec::new(),
        }
    }

    pub(in crate::minutes::rules) fn content(number: i32) -> Content {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        Content {
            number,
            state: MinutesState::InReview,
            at,
            person: None,
            meeting: Uuid::nil(),
            title: "Sitzung".into(),
            starts_at: at,
            ends_at: at,
            place: String::new(),
            chair: String::new(),
            minute_taker: String::new(),
            attendances: Vec::new(),
            entries: vec![entry(1, "eins", false), entry(2, "zwei", true)],
            signatures: Vec::new(),
        }
    }

    #[test]
    fn what_is_kept_is_read_as_it_was() {
        let content = content(1);
        assert_eq!(Content::read(&content.to_json()), Some(content));
        assert_eq!(Content::read("{}"), None);
    }

    #[test]
    fn guests_learn_nothing_of_what_is_internal() {
        let json = content(1).public().to_json();
        assert!(json.contains("eins") && json.contains("Punkt 1"));
        assert!(!json.contains("zwei") && !json.contains("Punkt 2") && !json.contains("intern 1"));
    }
}
