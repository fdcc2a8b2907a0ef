//! How a circular resolution ends.

use verbund_shared::{
    resolutions::{CircularChoice, CircularState},
    voting::{Count, Majority},
};

/// What it was opened with.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// All votes there are.
    pub roll: u32,
    /// How many must be cast.
    pub quorum: u32,
    /// The majority it needs.
    pub majority: Majority,
    /// Whether one objection sends it to a meeting.
    pub objection_stops: bool,
}

/// What was counted. Whoever votes is there; an objection that does not stop is a vote against it.
pub fn count(votes: &[Option<CircularChoice>], roll: u32) -> Count {
    let of = |wanted: &[CircularChoice]| {
        let found = votes.iter().flatten().filter(|choice| wanted.contains(choice)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let (yes, no) = (of(&[CircularChoice::Yes]), of(&[CircularChoice::No, CircularChoice::Object]));
    let abstain = of(&[CircularChoice::Abstain]);
    Count { yes, no, abstain, present: yes + no + abstain, roll }
}

/// Whether nobody is left who could vote.
pub fn is_complete(votes: &[Option<CircularChoice>]) -> bool {
    votes.iter().all(Option::is_some)
}

/// What it comes to once its time is over or everybody has voted.
pub fn outcome(votes: &[Option<CircularChoice>], terms: &Terms) -> CircularState {
    let objected = votes.contains(&Some(CircularChoice::Object));
    let count = count(votes, terms.roll);
    if (objected && terms.objection_stops) || count.cast() < u64::from(terms.quorum) {
        return CircularState::ToMeeting;
    }
    if terms.majority.is_reached(count) { CircularState::Adopted } else { CircularState::Rejected }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CircularChoice::{Abstain, No, Object, Yes};
    use CircularState::{Adopted, Rejected, ToMeeting};

    const TERMS: Terms = Terms { roll: 6, quorum: 3, majority: Majority::SIMPLE, objection_stops: true };

    fn check(cast: &[CircularChoice], terms: Terms, expected: CircularState) {
        let mut votes: Vec<Option<CircularChoice>> = cast.iter().copied().map(Some).collect();
        votes.resize(terms.roll as usize, None);
        assert_eq!(outcome(&votes, &terms), expected, "{cast:?} {terms:?}");
    }

    #[test]
    fn the_majority_of_yes_and_no_decides() {
        check(&[Yes, Yes, No], TERMS, Adopted);
        check(&[Yes, No, Abstain], TERMS, Rejected);
        check(&[Yes, No, No], TERMS, Rejected);
        check(&[Yes, Abstain, Abstain], TERMS, Adopted);
    }

    #[test]
    fn below_the_quorum_a_meeting_decides() {
        check(&[Yes, Yes], TERMS, ToMeeting);
        check(&[], TERMS, ToMeeting);
        check(&[Yes], Terms { quorum: 0, ..TERMS }, Adopted);
        check(&[], Terms { quorum: 0, ..TERMS }, Rejected);
    }

    #[test]
    fn one_objection_stops_it_where_that_was_fixed_before() {
        check(&[Yes, Yes, Yes, Yes, Yes, Object], TERMS, ToMeeting);
        let counts = Terms { objection_stops: false, ..TERMS };
        check(&[Yes, Yes, Object], counts, Adopted);
        check(&[Yes, Object, Object], counts, Rejected);
    }

    #[test]
    fn it_is_complete_when_every_vote_is_cast() {
        assert!(is_complete(&[Some(Yes), Some(Object)]));
        assert!(!is_complete(&[Some(Yes), None]));
        assert!(is_complete(&[]));
    }

    #[test]
    fn an_objection_counts_against_it() {
        let counted = count(&[Some(Yes), Some(Object), Some(No), Some(Abstain), None], 5);
        assert_eq!(counted, Count { yes: 1, no: 2, abstain: 1, present: 4, roll: 5 });
    }
}
