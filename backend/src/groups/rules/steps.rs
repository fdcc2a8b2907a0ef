//! What may happen to a group in which state, and who does it.

use verbund_shared::{
    error::ErrorCode,
    groups::{GroupEventKind, GroupState, GroupStep},
};

use GroupState::{Active, Chartered, Concluded, Dormant, Proposed};

/// The step is not possible in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepRefused(pub GroupState);

impl StepRefused {
    /// The code a person sees.
    pub fn code(self) -> ErrorCode {
        ErrorCode::StateForbids
    }
}

/// The state after a step. What is proposed and not taken up is concluded.
pub fn after(state: GroupState, step: GroupStep) -> Result<GroupState, StepRefused> {
    Ok(match (state, step) {
        (Proposed, GroupStep::Charter) => Chartered,
        (Chartered, GroupStep::Activate) => Active,
        (Active, GroupStep::Rest) => Dormant,
        (Dormant, GroupStep::Resume) => Active,
        (Proposed | Chartered | Active | Dormant, GroupStep::Conclude) => Concluded,
        _ => return Err(StepRefused(state)),
    })
}

/// How a confirmed step is kept in the group's history.
pub fn event(step: GroupStep) -> GroupEventKind {
    match step {
        GroupStep::Charter => GroupEventKind::Chartered,
        GroupStep::Activate => GroupEventKind::Activated,
        GroupStep::Rest => GroupEventKind::Rested,
        GroupStep::Resume => GroupEventKind::Resumed,
        GroupStep::Conclude => GroupEventKind::Concluded,
    }
}

/// What a step is when somebody takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is done: the steering group or the coordination office takes it.
    Confirmed,
    /// It waits for the steering group: the chair takes it.
    Asked,
    /// Not theirs to take.
    Not,
}

/// Who takes a step how. To be chartered a group is asked for by proposing it, so its chair has
/// nothing more to ask then.
pub fn taken(step: GroupStep, decides: bool, chairs: bool) -> Taken {
    match (step, decides, chairs) {
        (_, true, _) => Taken::Confirmed,
        (GroupStep::Charter, false, _) | (_, false, false) => Taken::Not,
        (_, false, true) => Taken::Asked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, for people to read: state, then each step with the state after it.
    const TABLE: &str = "
proposed: charter=chartered conclude=concluded
chartered: activate=active conclude=concluded
active: rest=dormant conclude=concluded
dormant: resume=active conclude=concluded
concluded:
";

    #[test]
    fn what_may_follow_what() {
        let mut table = String::from("\n");
        for state in GroupState::ALL {
            table.push_str(state.as_str());
            table.push(':');
            for step in GroupStep::ALL {
                if let Ok(next) = after(*state, *step) {
                    table.push_str(&format!(" {}={}", step.as_str(), next.as_str()));
                }
            }
            table.push('\n');
        }
        assert_eq!(table, TABLE);
    }

    #[test]
    fn the_chair_asks_and_the_steering_group_confirms() {
        for step in GroupStep::ALL {
            assert_eq!(taken(*step, true, false), Taken::Confirmed);
            assert_eq!(taken(*step, true, true), Taken::Confirmed);
            assert_eq!(taken(*step, false, false), Taken::Not);
        }
        assert_eq!(taken(GroupStep::Charter, false, true), Taken::Not);
        assert_eq!(taken(GroupStep::Rest, false, true), Taken::Asked);
        assert_eq!(taken(GroupStep::Conclude, false, true), Taken::Asked);
    }
}
