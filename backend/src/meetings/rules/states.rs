//! How a meeting goes from one state to another.

use verbund_shared::meetings::MeetingState;

/// What is done with a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// People are invited to it, or again to a changed agenda.
    Invite,
    /// It gets another time, place or text.
    Change,
    /// It begins.
    Open,
    /// It ends.
    Close,
    /// Its minutes are approved.
    Complete,
    /// It is put off until it gets another day.
    Postpone,
    /// It does not take place.
    Cancel,
}

/// The state after an act, or nothing where the state does not let it happen. `invited`: whether people were
/// ever invited to the meeting; `moved`: whether a change gives it another time.
pub fn after(state: MeetingState, act: Act, invited: bool, moved: bool) -> Option<MeetingState> {
    use MeetingState as S;
    match (state, act) {
        (S::Planned | S::Invited, Act::Invite) => Some(S::Invited),
        (S::Planned | S::Invited | S::InSession, Act::Change) => Some(state),
        (S::Postponed, Act::Change) if !moved => Some(state),
        (S::Postponed, Act::Change) => Some(if invited { S::Invited } else { S::Planned }),
        (S::Invited, Act::Open) => Some(S::InSession),
        (S::InSession, Act::Close) => Some(S::Closed),
        (S::Closed, Act::Complete) => Some(S::Completed),
        (S::Planned | S::Invited, Act::Postpone) => Some(S::Postponed),
        (S::Planned | S::Invited | S::Postponed, Act::Cancel) => Some(S::Cancelled),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MeetingState as S;

    #[test]
    fn a_meeting_goes_its_way_and_no_other() {
        const ACTS: [Act; 7] =
            [Act::Invite, Act::Change, Act::Open, Act::Close, Act::Complete, Act::Postpone, Act::Cancel];
        let table: [(S, [Option<S>; 7]); 7] = [
            (
                S::Planned,
                [
                    Some(S::Invited),
                    Some(S::Planned),
                    None,
                    None,
                    None,
                    Some(S::Postponed),
                    Some(S::Cancelled),
                ],
            ),
            (
                S::Invited,
                [
                    Some(S::Invited),
                    Some(S::Invited),
                    Some(S::InSession),
                    None,
                    None,
                    Some(S::Postponed),
                    Some(S::Cancelled),
                ],
            ),
            (S::InSession, [None, Some(S::InSession), None, Some(S::Closed), None, None, None]),
            (S::Closed, [None, None, None, None, Some(S::Completed), None, None]),
            (S::Completed, [None; 7]),
            (S::Postponed, [None, Some(S::Postponed), None, None, None, None, Some(S::Cancelled)]),
            (S::Cancelled, [None; 7]),
        ];
        for (state, expected) in table {
            for (act, expected) in ACTS.into_iter().zip(expected) {
                assert_eq!(after(state, act, true, false), expected, "{state:?} {act:?}");
            }
        }
    }

    #[test]
    fn a_postponed_meeting_with_another_time_is_where_it_was() {
        assert_eq!(after(S::Postponed, Act::Change, false, true), Some(S::Planned));
        assert_eq!(after(S::Postponed, Act::Change, true, true), Some(S::Invited));
    }
}
