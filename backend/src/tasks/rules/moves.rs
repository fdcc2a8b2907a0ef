//! What may happen to a task in which state.

use verbund_shared::{error::ErrorCode, tasks::TaskState};

use TaskState::{Cancelled, Done, InProgress, Open};

/// Something that is done to a task, apart from what is written to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Change title, text, due date and so on; assign it; its checklist.
    Change,
    /// Say why it cannot go on.
    Block,
    /// It can go on.
    Unblock,
    /// Give it up.
    Cancel,
    /// Take up again what was done or given up.
    Reopen,
}

impl Act {
    /// All of them, for the table.
    pub const ALL: [Act; 5] = [Act::Change, Act::Block, Act::Unblock, Act::Cancel, Act::Reopen];
}

/// Not possible in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused(pub TaskState);

impl Refused {
    /// The code a person sees.
    pub fn code(self) -> ErrorCode {
        ErrorCode::StateForbids
    }
}

/// The state after an act.
///
/// # Errors
/// Where the state does not let it happen; to unblock something, it must be blocked.
pub fn after(state: TaskState, blocked: bool, act: Act) -> Result<TaskState, Refused> {
    match (state, act) {
        (Open | InProgress, Act::Unblock) if !blocked => Err(Refused(state)),
        (Open | InProgress, Act::Change | Act::Block | Act::Unblock) => Ok(state),
        (Open | InProgress, Act::Cancel) => Ok(Cancelled),
        (Done | Cancelled, Act::Reopen) => Ok(Open),
        _ => Err(Refused(state)),
    }
}

/// Whether a card may be moved into a column.
///
/// # Errors
/// `STATE_FORBIDS` for what was given up, `INVALID_VALUE` for what is no column.
pub fn moved(from: TaskState, to: TaskState) -> Result<(), ErrorCode> {
    match (from.can_move_to(to), to) {
        (true, _) => Ok(()),
        (false, Cancelled) => Err(ErrorCode::InvalidValue),
        (false, _) => Err(ErrorCode::StateForbids),
    }
}

/// Whether a task should have been done.
pub fn is_overdue(state: TaskState, due: Option<chrono::NaiveDate>, today: chrono::NaiveDate) -> bool {
    !state.is_final() && due.is_some_and(|due| due < today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    /// The whole table, for people to read: state, what may be done to it with the state after it, and
    /// the columns its card may be moved into.
    const TABLE: &str = "
open: Change=open Block=open Cancel=cancelled -> open in_progress done
open, blocked: Change=open Block=open Unblock=open Cancel=cancelled -> open in_progress done
in_progress: Change=in_progress Block=in_progress Cancel=cancelled -> open in_progress done
in_progress, blocked: Change=in_progress Block=in_progress Unblock=in_progress Cancel=cancelled -> open in_progress done
done: Reopen=open -> open in_progress done
cancelled: Reopen=open ->
";

    #[test]
    fn what_may_happen_when() {
        let mut table = String::from("\n");
        for state in TaskState::ALL {
            for blocked in [false, true] {
                if blocked && state.is_final() {
                    continue;
                }
                table.push_str(state.as_str());
                table.push_str(if blocked { ", blocked:" } else { ":" });
                for act in Act::ALL {
                    if let Ok(next) = after(*state, blocked, act) {
                        table.push_str(&format!(" {act:?}={}", next.as_str()));
                    }
                }
                table.push_str(" ->");
                for to in TaskState::ALL {
                    if moved(*state, *to).is_ok() {
                        table.push_str(&format!(" {}", to.as_str()));
                    }
                }
                table.push('\n');
            }
        }
        assert_eq!(table, TABLE);
    }

    #[test]
    fn giving_up_is_no_move_and_what_is_given_up_has_no_card() {
        assert_eq!(moved(Open, Cancelled), Err(ErrorCode::InvalidValue));
        assert_eq!(moved(Cancelled, Open), Err(ErrorCode::StateForbids));
        assert_eq!(after(Done, false, Act::Cancel).map_err(Refused::code), Err(ErrorCode::StateForbids));
    }

    #[test]
    fn what_is_not_done_after_its_day_is_overdue() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 3, n);
        let today = day(15).expect("a day in March");
        for (state, due, expected) in [
            (Open, day(14), true),
            (InProgress, day(14), true),
            (Open, day(15), false),
            (Open, None, false),
            (Done, day(1), false),
            (Cancelled, day(1), false),
        ] {
            assert_eq!(is_overdue(state, due, today), expected, "{state:?} {due:?}");
        }
    }
}
