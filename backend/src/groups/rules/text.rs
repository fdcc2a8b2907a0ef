//! What a group's name and charter must look like.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::{GroupJoining, GroupKind},
    limits::{NAME_MAX, TERMS_MAX, TEXT_MAX},
    terms::TermKind,
    values::FieldCheck,
};

use crate::network::rules::Bilingual;

/// A short name, in characters: it stands in tables and in numbers of resolutions.
pub const SHORT_NAME_MAX: usize = 40;

/// From a day to a day; open where none is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether a day belongs to it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What a group is called and how one gets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupText {
    /// What sort of group it is.
    pub kind: GroupKind,
    /// Its name; German is needed.
    pub name: Bilingual,
    /// Its name in narrow places, which no other group has.
    pub short_name: String,
    /// How one gets in.
    pub joining: GroupJoining,
    /// Its topics.
    pub topics: Vec<Uuid>,
}

/// What a group is there for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CharterText {
    /// What is to be reached; German is needed.
    pub goal: Bilingual,
    /// What belongs to it and what does not.
    pub scope: Bilingual,
    /// What should be there in the end.
    pub results: Bilingual,
    /// From when to when.
    pub period: Period,
    /// Why there is a new version.
    pub note: String,
}

/// Trims and checks a group's name.
pub fn check_group(check: &mut FieldCheck, text: GroupText) -> GroupText {
    let mut topics = text.topics;
    topics.sort_unstable();
    topics.dedup();
    GroupText {
        name: Bilingual {
            de: check.required_line("name.de", &text.name.de, NAME_MAX),
            en: check.line("name.en", &text.name.en, NAME_MAX),
        },
        short_name: check.required_line("shortName", &text.short_name, SHORT_NAME_MAX),
        topics,
        ..text
    }
}

/// Trims and checks a charter.
pub fn check_charter(check: &mut FieldCheck, text: CharterText) -> CharterText {
    let optional = |check: &mut FieldCheck, name: &str, text: &Bilingual| Bilingual {
        de: check.text(&format!("{name}.de"), &text.de, TEXT_MAX),
        en: check.text(&format!("{name}.en"), &text.en, TEXT_MAX),
    };
    let checked = CharterText {
        goal: Bilingual {
            de: check.required_text("goal.de", &text.goal.de, TEXT_MAX),
            en: check.text("goal.en", &text.goal.en, TEXT_MAX),
        },
        scope: optional(check, "scope", &text.scope),
        results: optional(check, "results", &text.results),
        period: text.period,
        note: check.text("note", &text.note, TEXT_MAX),
    };
    if let (Some(from), Some(until)) = (checked.period.from, checked.period.until)
        && until < from
    {
        check.push(FieldError::new("until", ErrorCode::DateOrder));
    }
    checked
}

/// Refuses what is no topic, and too many.
pub fn check_topics(check: &mut FieldCheck, wanted: &[Uuid], found: &[(Uuid, TermKind)]) {
    let known = |id: &Uuid| found.iter().any(|(found, kind)| found == id && *kind == TermKind::Topic);
    if !wanted.iter().all(known) {
        check.push(FieldError::new("topics", ErrorCode::UnknownReference));
    } else if wanted.len() > TERMS_MAX {
        check.push(FieldError::new("topics", ErrorCode::TooMany).with("max", TERMS_MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::groups::rules::testing::{day, found};

    #[test]
    fn a_charter_needs_its_goal_in_german_and_an_end_after_its_beginning() {
        let charter = |goal: &str, from: u32, until: u32| {
            let period = Period { from: Some(day(from)), until: Some(day(until)) };
            let goal = Bilingual { de: goal.to_owned(), en: String::new() };
            let text = CharterText { goal, period, ..CharterText::default() };
            found(|check| {
                check_charter(check, text);
            })
        };
        assert_eq!(charter("Mehr Sprachkurse.", 1, 1), []);
        assert_eq!(charter(" ", 1, 2), [("goal.de".to_owned(), ErrorCode::Required)]);
        assert_eq!(charter("Mehr Sprachkurse.", 2, 1), [("until".to_owned(), ErrorCode::DateOrder)]);
    }

    #[test]
    fn topics_are_topics() {
        let (topic, district) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let known = [(topic, TermKind::Topic), (district, TermKind::District)];
        let unknown = [("topics".to_owned(), ErrorCode::UnknownReference)];
        assert_eq!(found(|check| check_topics(check, &[topic], &known)), []);
        assert_eq!(found(|check| check_topics(check, &[district], &known)), unknown);
        assert_eq!(found(|check| check_topics(check, &[Uuid::from_u128(3)], &known)), unknown);
    }

    #[test]
    fn a_day_belongs_to_a_period_with_both_ends() {
        let period = Period { from: Some(day(2)), until: Some(day(4)) };
        let days: Vec<u32> = (1..=5).filter(|n| period.contains(day(*n))).collect();
        assert_eq!(days, [2, 3, 4]);
        assert!(Period::default().contains(day(1)));
    }
}
