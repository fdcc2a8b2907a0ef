//! Majorities and quorums: whole numbers only, compared by multiplying across. Both sides use the same
//! functions: the server to decide, the app to say what is missing.

use crate::words::words;

words! {
    /// Who has a vote.
    VoteBy {
        /// Each person.
        Person = "person",
        /// Each organisation one, however many of its people are there.
        Organisation = "organisation",
    }
}

words! {
    /// Of what a majority is a part.
    MajorityBase {
        /// Yes and no; abstaining counts for nothing.
        YesNo = "yes_no",
        /// All votes cast, with those that abstain.
        Cast = "cast",
        /// All votes that were there, cast or not.
        Present = "present",
        /// All votes there are.
        Roll = "roll",
    }
}

words! {
    /// How many must be there.
    QuorumKind {
        /// However few.
        None = "none",
        /// A number of votes.
        Count = "count",
        /// A part of all votes.
        Fraction = "fraction",
    }
}

/// The part of a base that the yes votes must reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Majority {
    /// Of what it is a part.
    pub base: MajorityBase,
    /// Upper number of the fraction.
    pub num: u32,
    /// Lower number of the fraction; not 0.
    pub den: u32,
    /// More than the part (true), or at least the part.
    pub strict: bool,
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Votes for it.
    pub yes: u32,
    /// Votes against it.
    pub no: u32,
    /// Votes that abstained.
    pub abstain: u32,
    /// Votes that were there.
    pub present: u32,
    /// All votes there are.
    pub roll: u32,
}

impl Count {
    /// All votes cast.
    pub const fn cast(self) -> u64 {
        self.yes as u64 + self.no as u64 + self.abstain as u64
    }

    /// Whether no more was cast than was there.
    pub const fn adds_up(self) -> bool {
        self.cast() <= self.present as u64 && self.present <= self.roll
    }
}

impl Majority {
    /// More than half of yes and no: what holds unless rules say otherwise.
    pub const SIMPLE: Self = Self { base: MajorityBase::YesNo, num: 1, den: 2, strict: true };

    /// How many votes the base has.
    pub const fn base_of(self, count: Count) -> u64 {
        match self.base {
            MajorityBase::YesNo => count.yes as u64 + count.no as u64,
            MajorityBase::Cast => count.cast(),
            MajorityBase::Present => count.present as u64,
            MajorityBase::Roll => count.roll as u64,
        }
    }

    /// Whether the yes votes reach it. Without any yes vote nothing is adopted.
    pub const fn is_reached(self, count: Count) -> bool {
        let have = count.yes as u64 * self.den as u64;
        let need = self.base_of(count) * self.num as u64;
        count.yes > 0 && (have > need || (have == need && !self.strict))
    }

    /// Whether the fraction can be used: not more than the whole, and with a lower number.
    pub const fn is_valid(self) -> bool {
        self.den > 0 && self.num <= self.den && (self.num < self.den || !self.strict)
    }

    /// The yes votes that are needed when the base has this many votes.
    pub const fn needed(self, base: u64) -> u64 {
        let product = base * self.num as u64;
        let den = self.den as u64;
        let needed = if self.strict { product / den + 1 } else { product.div_ceil(den) };
        if needed == 0 { 1 } else { needed }
    }
}

/// How many votes must be there for a meeting to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quorum {
    /// However few.
    None,
    /// So many votes.
    Count(u32),
    /// At least this part of all votes.
    Fraction {
        /// Upper number.
        num: u32,
        /// Lower number; not 0.
        den: u32,
    },
}

impl Quorum {
    /// The votes that must be there, of all there are.
    pub const fn needed(self, roll: u32) -> u32 {
        match self {
            Quorum::None => 0,
            Quorum::Count(count) => count,
            Quorum::Fraction { num, den } => {
                let needed = (roll as u64 * num as u64).div_ceil(den as u64);
                if needed > u32::MAX as u64 { u32::MAX } else { needed as u32 }
            }
        }
    }

    /// Whether enough are there.
    pub const fn is_reached(self, present: u32, roll: u32) -> bool {
        present >= self.needed(roll)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MajorityBase::{Cast, Present, Roll, YesNo};

    fn check(base: MajorityBase, part: (u32, u32, bool), counted: [u32; 5], reached: bool) {
        let majority = Majority { base, num: part.0, den: part.1, strict: part.2 };
        let [yes, no, abstain, present, roll] = counted;
        let count = Count { yes, no, abstain, present, roll };
        assert_eq!(majority.is_reached(count), reached, "{majority:?} {count:?}");
        assert_eq!(
            u64::from(yes) >= majority.needed(majority.base_of(count)),
            reached,
            "{majority:?} {count:?}"
        );
    }

    #[test]
    fn more_than_half_of_yes_and_no_is_a_simple_majority() {
        check(YesNo, (1, 2, true), [5, 4, 0, 9, 9], true);
        check(YesNo, (1, 2, true), [4, 4, 0, 8, 9], false);
        check(YesNo, (1, 2, true), [1, 0, 8, 9, 9], true);
        check(YesNo, (1, 2, true), [0, 0, 9, 9, 9], false);
    }

    #[test]
    fn two_thirds_are_reached_exactly_at_two_thirds_unless_more_is_asked() {
        check(YesNo, (2, 3, false), [6, 3, 0, 9, 9], true);
        check(YesNo, (2, 3, true), [6, 3, 0, 9, 9], false);
        check(YesNo, (2, 3, false), [66, 34, 0, 100, 100], false);
        check(YesNo, (2, 3, false), [67, 33, 0, 100, 100], true);
    }

    #[test]
    fn the_base_says_what_abstaining_and_staying_away_weigh() {
        check(Cast, (1, 2, true), [4, 1, 4, 12, 20], false);
        check(YesNo, (1, 2, true), [4, 1, 4, 12, 20], true);
        check(Present, (1, 2, true), [6, 0, 0, 12, 20], false);
        check(Present, (1, 2, false), [6, 0, 0, 12, 20], true);
        check(Roll, (1, 2, true), [10, 0, 0, 12, 20], false);
        check(Roll, (1, 2, true), [11, 0, 0, 12, 20], true);
    }

    #[test]
    fn without_any_yes_nothing_is_adopted() {
        check(YesNo, (0, 1, false), [0, 3, 0, 3, 3], false);
        check(Roll, (0, 1, false), [1, 9, 0, 10, 10], true);
    }

    #[test]
    fn the_largest_numbers_are_compared_without_overflow() {
        let most = u32::MAX;
        check(Roll, (most - 1, most, false), [most, 0, 0, most, most], true);
    }

    #[test]
    fn no_more_is_cast_than_was_there() {
        let count = Count { yes: 3, no: 2, abstain: 1, present: 6, roll: 6 };
        assert!(count.adds_up());
        assert!(!Count { abstain: 2, ..count }.adds_up());
        assert!(!Count { present: 7, ..count }.adds_up());
    }

    #[test]
    fn a_part_that_nobody_can_reach_is_no_majority() {
        assert!(Majority::SIMPLE.is_valid());
        assert!(Majority { num: 1, den: 1, strict: false, ..Majority::SIMPLE }.is_valid());
        assert!(!Majority { num: 1, den: 1, ..Majority::SIMPLE }.is_valid());
        assert!(!Majority { num: 3, den: 2, ..Majority::SIMPLE }.is_valid());
        assert!(!Majority { den: 0, ..Majority::SIMPLE }.is_valid());
    }

    #[test]
    fn half_of_an_odd_number_is_rounded_up_for_the_quorum() {
        let half = Quorum::Fraction { num: 1, den: 2 };
        assert_eq!((half.needed(7), half.needed(8), half.needed(0)), (4, 4, 0));
        assert!(half.is_reached(4, 7) && !half.is_reached(3, 7));
        assert!(Quorum::None.is_reached(0, 9));
        assert!(!Quorum::Count(5).is_reached(4, 9));
    }
}
