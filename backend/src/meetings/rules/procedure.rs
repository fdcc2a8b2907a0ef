//! The rules of procedure of a group, and what holds where it has none of its own.

use chrono::{Days, NaiveDate};
use verbund_shared::{
    error::{ErrorCode, FieldError},
    meetings::{ApprovalMode, PROCEDURE_DAYS_MAX},
    resolutions::VOTES_MAX,
    values::FieldCheck,
    voting::{Majority, Quorum, QuorumKind, VoteBy},
};

/// The rules that a group's meetings, minutes and circular resolutions go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Procedure {
    /// Whole days between the invitation and the day of the meeting.
    pub notice_days: i32,
    /// Who has a vote.
    pub vote_by: VoteBy,
    /// How many votes must be there.
    pub quorum: Quorum,
    /// The majority a decision needs, unless the vote says otherwise.
    pub majority: Majority,
    /// How minutes are approved.
    pub approval: ApprovalMode,
    /// Days people have to object, where minutes are approved by silence.
    pub silence_days: i32,
    /// Days people have to answer a circular resolution.
    pub circular_days: i32,
    /// Whether one objection sends a circular resolution to a meeting.
    pub circular_objection: bool,
    /// Grows with each change; 0 while the group goes by the defaults.
    pub version: i32,
}

impl Procedure {
    /// What holds where a group has no rules of its own: each organisation one vote, half of them must be
    /// there, more yes than no, invited a week before. The table of the rules says the same.
    pub const DEFAULT: Self = Self {
        notice_days: 7,
        vote_by: VoteBy::Organisation,
        quorum: Quorum::Fraction { num: 1, den: 2 },
        majority: Majority::SIMPLE,
        approval: ApprovalMode::Item,
        silence_days: 14,
        circular_days: 7,
        circular_objection: true,
        version: 0,
    };

    /// The last day on which the invitation to a meeting keeps the notice period.
    pub fn invite_by(&self, day: NaiveDate) -> NaiveDate {
        day.checked_sub_days(Days::new(u64::try_from(self.notice_days).unwrap_or(0))).unwrap_or(day)
    }

    /// Whether an invitation of today keeps the notice period of a meeting.
    pub fn keeps_notice(&self, today: NaiveDate, day: NaiveDate) -> bool {
        today <= self.invite_by(day)
    }
}

/// A quorum as it is entered: which kind, and the numbers of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuorumParts {
    /// Which kind.
    pub kind: QuorumKind,
    /// So many votes.
    pub count: i32,
    /// Upper number of the fraction.
    pub num: i32,
    /// Lower number of the fraction.
    pub den: i32,
}

impl From<Quorum> for QuorumParts {
    fn from(quorum: Quorum) -> Self {
        let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        let parts = Self { kind: QuorumKind::None, count: 0, num: 1, den: 2 };
        match quorum {
            Quorum::None => parts,
            Quorum::Count(count) => Self { kind: QuorumKind::Count, count: whole(count), ..parts },
            Quorum::Fraction { num, den } => {
                Self { kind: QuorumKind::Fraction, num: whole(num), den: whole(den), ..parts }
            }
        }
    }
}

impl From<QuorumParts> for Quorum {
    fn from(parts: QuorumParts) -> Self {
        let whole = |number: i32| u32::try_from(number).unwrap_or(0);
        match parts.kind {
            QuorumKind::None => Self::None,
            QuorumKind::Count => Self::Count(whole(parts.count)),
            QuorumKind::Fraction => Self::Fraction { num: whole(parts.num), den: whole(parts.den).max(1) },
        }
    }
}

/// Checks rules: days that can be kept, parts that can be reached.
pub fn check(check: &mut FieldCheck, rules: &Procedure, quorum: QuorumParts) {
    for (field, days) in [
        ("noticeDays", rules.notice_days),
        ("silenceDays", rules.silence_days),
        ("circularDays", rules.circular_days),
    ] {
        if !(0..=PROCEDURE_DAYS_MAX).contains(&days) {
            check.push(FieldError::new(field, ErrorCode::InvalidValue).with("value", days));
        }
    }
    if !(0..=VOTES_MAX).contains(&quorum.count) {
        check.push(FieldError::new("quorumCount", ErrorCode::InvalidValue).with("value", quorum.count));
    }
    if quorum.den <= 0 {
        check.push(FieldError::new("quorumDen", ErrorCode::InvalidValue).with("value", quorum.den));
    } else if !(0..=quorum.den).contains(&quorum.num) {
        check.push(FieldError::new("quorumNum", ErrorCode::InvalidValue).with("value", quorum.num));
    }
    if !rules.majority.is_valid() {
        check.push(FieldError::new("majority", ErrorCode::InvalidValue));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_days_lie_between_invitation_and_meeting() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let rules = Procedure::DEFAULT;
        assert_eq!(rules.invite_by(day(10)), day(3));
        for (today, kept) in [(2, true), (3, true), (4, false), (11, false)] {
            assert_eq!(rules.keeps_notice(day(today), day(10)), kept, "{today}");
        }
        assert!(Procedure { notice_days: 0, ..rules }.keeps_notice(day(10), day(10)));
    }

    fn found(rules: Procedure, quorum: QuorumParts) -> Vec<String> {
        let mut fields = FieldCheck::new();
        check(&mut fields, &rules, quorum);
        fields.into_errors().into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn rules_can_be_kept() {
        let right = Procedure::DEFAULT;
        let half = QuorumParts::from(right.quorum);
        assert!(found(right, half).is_empty());
        assert_eq!(
            found(Procedure { notice_days: -1, silence_days: 91, ..right }, half),
            ["noticeDays", "silenceDays"]
        );
        let unreachable = Majority { num: 1, den: 1, strict: true, ..Majority::SIMPLE };
        assert_eq!(found(Procedure { majority: unreachable, ..right }, half), ["majority"]);
        for (num, den, field) in [(3, 2, "quorumNum"), (-1, 2, "quorumNum"), (1, 0, "quorumDen")] {
            assert_eq!(found(right, QuorumParts { num, den, ..half }), [field], "{num}/{den}");
        }
        assert_eq!(found(right, QuorumParts { count: -1, ..half }), ["quorumCount"]);
    }

    #[test]
    fn a_quorum_is_the_same_in_parts() {
        for quorum in [Quorum::None, Quorum::Count(7), Quorum::Fraction { num: 2, den: 3 }] {
            assert_eq!(Quorum::from(QuorumParts::from(quorum)), quorum);
        }
    }
}
