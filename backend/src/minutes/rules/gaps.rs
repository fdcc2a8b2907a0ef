//! What is missing before minutes can be final.

use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    meetings::{AgendaItemState, VoteState},
    minutes::{MinutesGapKind, ObjectionState},
};

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What.
    pub kind: MinutesGapKind,
    /// The item it belongs to.
    pub item: Option<Uuid>,
    /// Its name: of the item, the person or the vote.
    pub text: String,
}

/// What is looked at.
#[derive(Debug, Default)]
pub struct Looked {
    /// Whether the meeting is not over.
    pub running: bool,
    /// The items with number and title, and where they stand.
    pub items: Vec<(Uuid, String, AgendaItemState)>,
    /// People, as what they came, and whether it is known that they were there or not.
    pub people: Vec<(String, GroupRole, bool)>,
    /// Votes with their items.
    pub votes: Vec<(Uuid, String, VoteState)>,
    /// Objections with their items.
    pub objections: Vec<(Uuid, ObjectionState)>,
}

/// What is missing, in the order in which one would mend it.
pub fn gaps(looked: &Looked) -> Vec<Gap> {
    use MinutesGapKind as Kind;
    let mut gaps = Vec::new();
    if looked.running {
        gaps.push(Gap { kind: Kind::MeetingRunning, item: None, text: String::new() });
    }
    let name_of = |id: Uuid| {
        let item = looked.items.iter().find(|(item, _, _)| *item == id);
        item.map(|(_, name, _)| name.clone()).unwrap_or_default()
    };
    for (id, name, _) in looked.items.iter().filter(|(_, _, state)| !state.is_settled()) {
        gaps.push(Gap { kind: Kind::ItemUnsettled, item: Some(*id), text: name.clone() });
    }
    // Whether a guest came does not decide anything.
    for (name, _, _) in looked.people.iter().filter(|(_, role, known)| !known && *role != GroupRole::Guest) {
        gaps.push(Gap { kind: Kind::AttendanceUnknown, item: None, text: name.clone() });
    }
    for (id, title, _) in looked.votes.iter().filter(|(_, _, state)| *state == VoteState::Open) {
        gaps.push(Gap { kind: Kind::VoteOpen, item: Some(*id), text: title.clone() });
    }
    for (id, _) in looked.objections.iter().filter(|(_, state)| *state == ObjectionState::Open) {
        gaps.push(Gap { kind: Kind::ObjectionOpen, item: Some(*id), text: name_of(*id) });
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use MinutesGapKind::{AttendanceUnknown, ItemUnsettled, MeetingRunning, ObjectionOpen, VoteOpen};

    const ITEM: Uuid = Uuid::from_u128(1);

    fn complete() -> Looked {
        Looked {
            running: false,
            items: vec![
                (ITEM, "1 Haushalt".into(), AgendaItemState::Decided),
                (Uuid::from_u128(2), "2 Bericht".into(), AgendaItemState::Withdrawn),
            ],
            people: vec![("Anna".into(), GroupRole::Chair, true), ("Gast".into(), GroupRole::Guest, false)],
            votes: vec![
                (ITEM, "Haushalt".into(), VoteState::Closed),
                (ITEM, "Haushalt".into(), VoteState::Cancelled),
            ],
            objections: vec![
                (ITEM, ObjectionState::Accepted),
                (ITEM, ObjectionState::Answered),
                (ITEM, ObjectionState::Withdrawn),
            ],
        }
    }

    fn check(change: impl FnOnce(&mut Looked), expected: &[(MinutesGapKind, Option<Uuid>, &str)]) {
        let mut looked = complete();
        change(&mut looked);
        let found = gaps(&looked);
        let found: Vec<_> = found.iter().map(|gap| (gap.kind, gap.item, gap.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn everything_that_is_missing_is_named() {
        check(|_| (), &[]);
        check(|all| *all = Looked::default(), &[]);
        check(|all| all.running = true, &[(MeetingRunning, None, "")]);
        for state in [AgendaItemState::Submitted, AgendaItemState::Scheduled, AgendaItemState::InDiscussion] {
            check(|all| all.items[0].2 = state, &[(ItemUnsettled, Some(ITEM), "1 Haushalt")]);
        }
        check(|all| all.items[0].2 = AgendaItemState::Deferred, &[]);
        for role in [GroupRole::Chair, GroupRole::Secretary, GroupRole::Member] {
            check(|all| all.people[0] = ("Anna".into(), role, false), &[(AttendanceUnknown, None, "Anna")]);
        }
        check(|all| all.votes[0].2 = VoteState::Open, &[(VoteOpen, Some(ITEM), "Haushalt")]);
        check(|all| all.objections[0].1 = ObjectionState::Open, &[(ObjectionOpen, Some(ITEM), "1 Haushalt")]);
    }
}
