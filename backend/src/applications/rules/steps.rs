//! What may happen to an application in which state, as one table.

use verbund_shared::{
    error::ErrorCode,
    organisations::{ApplicationEventKind, ApplicationState},
};

use ApplicationState::{Admitted, Confirmed, Declined, InReview, QuestionOpen, Submitted, Withdrawn};

/// Something that is done to an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The applicant confirms the address.
    Confirm,
    /// Somebody of the network takes it into review.
    StartReview,
    /// A question to the applicant.
    Ask,
    /// The applicant's answer.
    Answer,
    /// An internal note.
    Note,
    /// The organisation becomes a member.
    Admit,
    /// It does not.
    Decline,
    /// The applicant takes it back.
    Withdraw,
}

impl Step {
    /// Every step.
    pub const ALL: &[Step] = &[
        Step::Confirm,
        Step::StartReview,
        Step::Ask,
        Step::Answer,
        Step::Note,
        Step::Admit,
        Step::Decline,
        Step::Withdraw,
    ];

    /// How the step is kept in the application's history.
    pub fn event(self) -> ApplicationEventKind {
        match self {
            Self::Confirm => ApplicationEventKind::Confirmed,
            Self::StartReview => ApplicationEventKind::ReviewStarted,
            Self::Ask => ApplicationEventKind::Question,
            Self::Answer => ApplicationEventKind::Answer,
            Self::Note => ApplicationEventKind::Note,
            Self::Admit => ApplicationEventKind::Admitted,
            Self::Decline => ApplicationEventKind::Declined,
            Self::Withdraw => ApplicationEventKind::Withdrawn,
        }
    }
}

/// The step is not possible in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepRefused(pub ApplicationState);

impl StepRefused {
    /// The code a person sees.
    pub fn code(self) -> ErrorCode {
        ErrorCode::StateForbids
    }
}

/// The state after a step.
pub fn after(state: ApplicationState, step: Step) -> Result<ApplicationState, StepRefused> {
    Ok(match (state, step) {
        (Submitted, Step::Confirm) => Confirmed,
        (Confirmed, Step::StartReview) => InReview,
        (InReview, Step::Ask) => QuestionOpen,
        (QuestionOpen, Step::Answer) => InReview,
        (Confirmed | InReview | QuestionOpen, Step::Note) => state,
        (InReview | QuestionOpen, Step::Admit) => Admitted,
        (InReview | QuestionOpen, Step::Decline) => Declined,
        (Confirmed | InReview | QuestionOpen, Step::Withdraw) => Withdrawn,
        _ => return Err(StepRefused(state)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, for people to read: state, then each step with the state after it.
    const TABLE: &str = "
submitted: Confirm=confirmed
confirmed: StartReview=in_review Note=confirmed Withdraw=withdrawn
in_review: Ask=question_open Note=in_review Admit=admitted Decline=declined Withdraw=withdrawn
question_open: Answer=in_review Note=question_open Admit=admitted Decline=declined Withdraw=withdrawn
admitted:
declined:
withdrawn:
";

    #[test]
    fn what_may_follow_what() {
        let mut table = String::from("\n");
        for state in ApplicationState::ALL {
            table.push_str(state.as_str());
            table.push(':');
            for step in Step::ALL {
                if let Ok(next) = after(*state, *step) {
                    table.push_str(&format!(" {step:?}={}", next.as_str()));
                }
            }
            table.push('\n');
        }
        assert_eq!(table, TABLE);
    }

    #[test]
    fn nothing_follows_an_end() {
        for state in ApplicationState::ALL.iter().filter(|state| state.is_final()) {
            assert!(Step::ALL.iter().all(|step| after(*state, *step).is_err()));
        }
    }
}
