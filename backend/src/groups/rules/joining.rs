//! The ways into a group, and for which organisation somebody is there.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::{GroupJoining, GroupRoleState},
};

/// Somebody asks to be in a group: where their place stands then; none where only those who are
/// invited come in.
pub fn on_asking(joining: GroupJoining, consent: Consent) -> Option<GroupRoleState> {
    match joining {
        GroupJoining::Open => Some(let_in(consent)),
        GroupJoining::OnRequest => Some(GroupRoleState::Requested),
        GroupJoining::Invitation => None,
    }
}

/// Whether an organisation must be asked before somebody works in a group for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// It wants to be asked.
    Needed,
    /// It does not want to be asked, there is none, or the person represents it.
    NotNeeded,
}

/// Whether an organisation must be asked. Who represents it, consents by coming.
pub fn consent(wanted: bool, represents: bool) -> Consent {
    if wanted && !represents { Consent::Needed } else { Consent::NotNeeded }
}

/// Where a place stands once person and chair agree.
pub fn let_in(consent: Consent) -> GroupRoleState {
    match consent {
        Consent::Needed => GroupRoleState::ConsentPending,
        Consent::NotNeeded => GroupRoleState::Active,
    }
}

/// Whose answer a place waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The chair's, to a request.
    OfChair,
    /// The person's, to an invitation.
    OfPerson,
    /// The organisation's.
    OfOrganisation,
}

/// Where a place stands after an answer; `STATE_FORBIDS` where it waits for none of this kind.
pub fn after(
    state: GroupRoleState,
    answer: Answer,
    yes: bool,
    consent: Consent,
) -> Result<GroupRoleState, ErrorCode> {
    use GroupRoleState::{ConsentPending, Declined, Invited, Requested};
    match (state, answer) {
        (Requested, Answer::OfChair) | (Invited, Answer::OfPerson) if yes => Ok(let_in(consent)),
        (ConsentPending, Answer::OfOrganisation) if yes => Ok(GroupRoleState::Active),
        (Requested, Answer::OfChair)
        | (Invited, Answer::OfPerson)
        | (ConsentPending, Answer::OfOrganisation) => Ok(Declined),
        _ => Err(ErrorCode::StateForbids),
    }
}

/// For which of their organisations somebody is in a group: the one they name, or the only one.
///
/// # Errors
/// `REQUIRED` where there are several, `UNKNOWN_REFERENCE` where the named one, or any, is not theirs.
pub fn organisation(theirs: &[Uuid], wanted: Option<Uuid>) -> Result<Uuid, ErrorCode> {
    match (theirs, wanted) {
        (theirs, Some(wanted)) if theirs.contains(&wanted) => Ok(wanted),
        ([only], None) => Ok(*only),
        ([], _) | (_, Some(_)) => Err(ErrorCode::UnknownReference),
        (_, None) => Err(ErrorCode::Required),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Consent::{Needed, NotNeeded};
    use GroupRoleState::{Active, ConsentPending, Declined, Invited, Requested};

    #[test]
    fn an_open_group_takes_people_at_once_and_others_are_asked() {
        for (joining, consent, expected) in [
            (GroupJoining::Open, NotNeeded, Some(Active)),
            (GroupJoining::Open, Needed, Some(ConsentPending)),
            (GroupJoining::OnRequest, NotNeeded, Some(Requested)),
            (GroupJoining::OnRequest, Needed, Some(Requested)),
            (GroupJoining::Invitation, NotNeeded, None),
        ] {
            assert_eq!(on_asking(joining, consent), expected, "{joining:?} {consent:?}");
        }
    }

    #[test]
    fn an_organisation_is_asked_where_it_wants_that_unless_its_representative_comes() {
        assert_eq!(consent(true, false), Needed);
        assert_eq!(consent(true, true), NotNeeded);
        assert_eq!(consent(false, false), NotNeeded);
    }

    #[test]
    fn each_answer_is_given_once_and_by_whom_it_is_awaited_from() {
        for (state, answer, yes, consent, expected) in [
            (Requested, Answer::OfChair, true, NotNeeded, Ok(Active)),
            (Requested, Answer::OfChair, true, Needed, Ok(ConsentPending)),
            (Requested, Answer::OfChair, false, Needed, Ok(Declined)),
            (Requested, Answer::OfPerson, true, NotNeeded, Err(ErrorCode::StateForbids)),
            (Invited, Answer::OfPerson, true, Needed, Ok(ConsentPending)),
            (Invited, Answer::OfPerson, false, NotNeeded, Ok(Declined)),
            (Invited, Answer::OfChair, true, NotNeeded, Err(ErrorCode::StateForbids)),
            (ConsentPending, Answer::OfOrganisation, true, Needed, Ok(Active)),
            (ConsentPending, Answer::OfOrganisation, false, Needed, Ok(Declined)),
            (Active, Answer::OfChair, true, NotNeeded, Err(ErrorCode::StateForbids)),
            (Declined, Answer::OfPerson, true, NotNeeded, Err(ErrorCode::StateForbids)),
        ] {
            assert_eq!(after(state, answer, yes, consent), expected, "{state:?} {answer:?} {yes}");
        }
    }

    #[test]
    fn the_only_organisation_need_not_be_named() {
        let id = Uuid::from_u128;
        for (theirs, wanted, expected) in [
            (vec![1], None, Ok(id(1))),
            (vec![1, 2], Some(2), Ok(id(2))),
            (vec![1, 2], None, Err(ErrorCode::Required)),
            (vec![1, 2], Some(3), Err(ErrorCode::UnknownReference)),
            (vec![], None, Err(ErrorCode::UnknownReference)),
        ] {
            let theirs: Vec<Uuid> = theirs.into_iter().map(id).collect();
            assert_eq!(organisation(&theirs, wanted.map(id)), expected);
        }
    }
}
