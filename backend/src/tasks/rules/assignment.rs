//! Who is responsible: asked, confirmed, given back.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    tasks::{TaskAssignment, TaskState},
};

use TaskAssignment::{Asked, Confirmed, Returned, Unassigned};

/// Who is responsible, and how it came to that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assigned {
    /// Whether they know and want it.
    pub assignment: TaskAssignment,
    /// Who; exactly while somebody is asked or has confirmed.
    pub responsible: Option<Uuid>,
    /// Who asked.
    pub by: Option<Uuid>,
    /// Who gave it back.
    pub returned_by: Option<Uuid>,
}

impl Assigned {
    /// Nobody is responsible.
    pub const NOBODY: Assigned =
        Assigned { assignment: Unassigned, responsible: None, by: None, returned_by: None };

    /// Somebody takes it without being asked.
    pub fn taken(by: Uuid) -> Self {
        Self { assignment: Confirmed, responsible: Some(by), by: Some(by), returned_by: None }
    }

    /// Gives a task to somebody, or to nobody: oneself need not be asked, and who has confirmed
    /// is not asked again.
    #[must_use]
    pub fn give(self, to: Option<Uuid>, by: Uuid) -> Self {
        match to {
            None => Self { by: Some(by), ..Self::NOBODY },
            Some(to) if to == by => Self::taken(by),
            Some(to) if self.responsible == Some(to) => self,
            Some(to) => Self { assignment: Asked, responsible: Some(to), by: Some(by), returned_by: None },
        }
    }

    /// Takes what nobody has.
    ///
    /// # Errors
    /// `STATE_FORBIDS` where somebody is responsible.
    pub fn take(self, by: Uuid) -> Result<Self, ErrorCode> {
        if self.responsible.is_some() { Err(ErrorCode::StateForbids) } else { Ok(Self::taken(by)) }
    }

    /// Confirms what one was asked to do.
    ///
    /// # Errors
    /// `STATE_FORBIDS` where nothing is asked.
    pub fn confirm(self) -> Result<Self, ErrorCode> {
        match self.assignment {
            Asked => Ok(Self { assignment: Confirmed, ..self }),
            Unassigned | Confirmed | Returned => Err(ErrorCode::StateForbids),
        }
    }

    /// Gives back what one was asked to do, or has confirmed before; what one took oneself simply has
    /// nobody again.
    ///
    /// # Errors
    /// `STATE_FORBIDS` where nobody is responsible.
    pub fn give_back(self) -> Result<Self, ErrorCode> {
        match self.assignment {
            Asked | Confirmed if self.by == self.responsible => Ok(Self::NOBODY),
            Asked | Confirmed => Ok(Self {
                assignment: Returned,
                responsible: None,
                by: self.by,
                returned_by: self.responsible,
            }),
            Unassigned | Returned => Err(ErrorCode::StateForbids),
        }
    }

    /// Whoever begins or ends what they were asked to do has confirmed it by that.
    #[must_use]
    pub fn begun(self, to: TaskState, by: Option<Uuid>) -> Self {
        let begins = matches!(to, TaskState::InProgress | TaskState::Done);
        if begins && self.assignment == Asked && self.responsible == by {
            Self { assignment: Confirmed, ..self }
        } else {
            self
        }
    }
}

/// Whether the person who asks has a part in the task: is responsible, or made it. That person, for
/// the right to work on it.
pub fn own_part(me: Option<Uuid>, responsible: Option<Uuid>, created_by: Option<Uuid>) -> Option<Uuid> {
    me.filter(|_| me == responsible || me == created_by)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: Uuid = Uuid::from_u128(1);
    const BELA: Uuid = Uuid::from_u128(2);
    const CLARA: Uuid = Uuid::from_u128(3);

    fn assigned(assignment: TaskAssignment) -> Assigned {
        let responsible = matches!(assignment, Asked | Confirmed).then_some(ANNA);
        let returned_by = (assignment == Returned).then_some(ANNA);
        Assigned { assignment, responsible, by: Some(BELA), returned_by }
    }

    #[test]
    fn each_answer_in_each_state() {
        const NO: Result<TaskAssignment, ErrorCode> = Err(ErrorCode::StateForbids);
        for (state, taken, confirmed, returned) in [
            (Unassigned, Ok(Confirmed), NO, NO),
            (Asked, NO, Ok(Confirmed), Ok(Returned)),
            (Confirmed, NO, NO, Ok(Returned)),
            (Returned, Ok(Confirmed), NO, NO),
        ] {
            let now = assigned(state);
            let word = |result: Result<Assigned, ErrorCode>| result.map(|after| after.assignment);
            assert_eq!(word(now.take(CLARA)), taken, "take {state:?}");
            assert_eq!(word(now.confirm()), confirmed, "confirm {state:?}");
            assert_eq!(word(now.give_back()), returned, "give back {state:?}");
        }
    }

    #[test]
    fn others_are_asked_and_oneself_is_not() {
        for state in TaskAssignment::ALL {
            let now = assigned(*state);
            let to_clara = now.give(Some(CLARA), BELA);
            assert_eq!((to_clara.assignment, to_clara.responsible), (Asked, Some(CLARA)));
            assert_eq!(now.give(Some(BELA), BELA), Assigned::taken(BELA));
            assert_eq!(now.give(None, BELA).assignment, Unassigned);
        }
        assert_eq!(assigned(Confirmed).give(Some(ANNA), BELA), assigned(Confirmed));
        assert_eq!(assigned(Asked).give(Some(ANNA), BELA), assigned(Asked));
    }

    #[test]
    fn what_is_given_back_goes_to_whom_asked_for_it() {
        let back = assigned(Asked).give_back().expect("was asked");
        assert_eq!((back.responsible, back.by, back.returned_by), (None, Some(BELA), Some(ANNA)));
        assert_eq!(Assigned::taken(ANNA).give_back(), Ok(Assigned::NOBODY));
    }

    #[test]
    fn beginning_is_confirming() {
        use TaskState::{Done, InProgress, Open};
        for (state, to, by, expected) in [
            (Asked, InProgress, ANNA, Confirmed),
            (Asked, Done, ANNA, Confirmed),
            (Asked, Open, ANNA, Asked),
            (Asked, InProgress, BELA, Asked),
            (Returned, InProgress, ANNA, Returned),
        ] {
            assert_eq!(assigned(state).begun(to, Some(by)).assignment, expected, "{state:?} {to:?}");
        }
    }

    #[test]
    fn the_responsible_person_and_the_maker_have_a_part() {
        assert_eq!(own_part(Some(ANNA), Some(ANNA), Some(BELA)), Some(ANNA));
        assert_eq!(own_part(Some(BELA), Some(ANNA), Some(BELA)), Some(BELA));
        assert_eq!(own_part(Some(CLARA), Some(ANNA), Some(BELA)), None);
        assert_eq!(own_part(None, None, None), None);
    }
}
