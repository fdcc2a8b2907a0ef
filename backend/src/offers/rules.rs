//! What an offer must look like, when it may be seen, and how well its check stands.

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::{LINE_MAX, NAME_MAX, OFFER_DUE_DAYS, TERMS_MAX, TEXT_MAX},
    offers::{OfferCost, OfferForm, OfferFreshness, OfferState},
    terms::TermKind,
    values::FieldCheck,
};

use crate::network::rules::Bilingual;

/// An offer as people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferText {
    /// Title; German is needed.
    pub title: Bilingual,
    /// What it gives, for whom; German is needed.
    pub summary: Bilingual,
    /// What sort of help it is.
    pub form: OfferForm,
    /// What it costs.
    pub cost: OfferCost,
    /// What else is to say about the cost.
    pub cost_note: Bilingual,
    /// Whether it serves every district.
    pub statewide: bool,
    /// Where more is written.
    pub url: String,
    /// Whom to ask.
    pub contact_name: String,
    /// The contact's address.
    pub contact_email: String,
    /// The contact's number.
    pub contact_phone: String,
    /// The first day.
    pub valid_from: Option<NaiveDate>,
    /// The last day.
    pub valid_until: Option<NaiveDate>,
    /// Topics, target groups, districts and languages.
    pub terms: Vec<Uuid>,
}

/// Trims and checks what was written, as far as a draft must be right.
pub fn check_text(text: OfferText) -> (OfferText, FieldCheck) {
    let mut check = FieldCheck::new();
    let mut terms = text.terms;
    terms.sort_unstable();
    terms.dedup();
    let checked = OfferText {
        title: Bilingual {
            de: check.required_line("title.de", &text.title.de, NAME_MAX),
            en: check.line("title.en", &text.title.en, NAME_MAX),
        },
        summary: Bilingual {
            de: check.required_text("summary.de", &text.summary.de, TEXT_MAX),
            en: check.text("summary.en", &text.summary.en, TEXT_MAX),
        },
        cost_note: Bilingual {
            de: check.line("costNote.de", &text.cost_note.de, NAME_MAX * 2),
            en: check.line("costNote.en", &text.cost_note.en, NAME_MAX * 2),
        },
        url: check.url("url", &text.url),
        contact_name: check.line("contactName", &text.contact_name, LINE_MAX),
        contact_email: check.email("contactEmail", &text.contact_email),
        contact_phone: check.phone("contactPhone", &text.contact_phone),
        terms,
        ..text
    };
    if let (Some(from), Some(until)) = (checked.valid_from, checked.valid_until)
        && until < from
    {
        check.push(FieldError::new("validUntil", ErrorCode::DateOrder));
    }
    (checked, check)
}

/// What the public needs besides: where it belongs, and how to get further.
pub fn check_for_public(text: &OfferText, kinds: &[TermKind], check: &mut FieldCheck) {
    for (kind, field) in [(TermKind::Topic, "topics"), (TermKind::TargetGroup, "targetGroups")] {
        if !kinds.contains(&kind) {
            check.push(FieldError::new(field, ErrorCode::Required));
        }
    }
    if !text.statewide && !kinds.contains(&TermKind::District) {
        check.push(FieldError::new("districts", ErrorCode::Required));
    }
    let reachable = [&text.contact_email, &text.contact_phone, &text.url];
    if reachable.iter().all(|way| way.is_empty()) {
        check.push(FieldError::new("contactEmail", ErrorCode::Required));
    }
}

/// Refuses terms that do not exist, and too many of one kind.
pub fn check_terms(wanted: &[Uuid], found: &[(Uuid, TermKind)], check: &mut FieldCheck) {
    if wanted.iter().any(|id| found.iter().all(|(found, _)| found != id)) {
        check.push(FieldError::new("terms", ErrorCode::UnknownReference));
    }
    for kind in TermKind::ALL {
        if found.iter().filter(|(_, found)| found == kind).count() > TERMS_MAX {
            check.push(FieldError::new("terms", ErrorCode::TooMany).with("max", TERMS_MAX));
        }
    }
}

/// What can be done with an offer besides changing its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Show it to the public.
    Publish,
    /// Take it back.
    Archive,
    /// Say that it is still right.
    Confirm,
}

/// Whether an act is possible in a state.
pub fn is_possible(act: Act, state: OfferState) -> bool {
    match act {
        Act::Publish => matches!(state, OfferState::Draft | OfferState::Archived),
        Act::Archive => matches!(state, OfferState::Draft | OfferState::Published),
        Act::Confirm => state == OfferState::Published,
    }
}

/// How well the check of an offer stands on a day.
pub fn freshness(check_again_by: NaiveDate, grace: Days, today: NaiveDate) -> OfferFreshness {
    if today > check_again_by + grace {
        OfferFreshness::Hidden
    } else if today > check_again_by {
        OfferFreshness::Overdue
    } else if today + Days::new(OFFER_DUE_DAYS) >= check_again_by {
        OfferFreshness::Due
    } else {
        OfferFreshness::Current
    }
}

/// The days by which offers of a freshness must be checked, both ends included.
pub fn check_days_of(
    freshness: OfferFreshness,
    grace: Days,
    today: NaiveDate,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let due_until = today + Days::new(OFFER_DUE_DAYS);
    let one = Days::new(1);
    match freshness {
        OfferFreshness::Hidden => (None, Some(today - grace - one)),
        OfferFreshness::Overdue => (Some(today - grace), Some(today - one)),
        OfferFreshness::Due => (Some(today), Some(due_until)),
        OfferFreshness::Current => (Some(due_until + one), None),
    }
}

/// Whether the public sees an offer of an active member on a day. What begins later is announced
/// before; what has ended is not shown any more.
pub fn is_public(
    state: OfferState,
    valid_until: Option<NaiveDate>,
    freshness: OfferFreshness,
    today: NaiveDate,
) -> bool {
    state == OfferState::Published
        && freshness != OfferFreshness::Hidden
        && valid_until.is_none_or(|until| today <= until)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRACE: Days = Days::new(60);

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn offer() -> OfferText {
        OfferText {
            title: Bilingual { de: "Sprachkurs".into(), en: String::new() },
            summary: Bilingual { de: "Deutsch am Abend.".into(), en: String::new() },
            form: OfferForm::Course,
            cost: OfferCost::Free,
            cost_note: Bilingual::default(),
            statewide: false,
            url: String::new(),
            contact_name: String::new(),
            contact_email: String::new(),
            contact_phone: String::new(),
            valid_from: None,
            valid_until: None,
            terms: Vec::new(),
        }
    }

    fn found(check: FieldCheck) -> Vec<(String, ErrorCode)> {
        check.into_errors().into_iter().map(|error| (error.field, error.code)).collect()
    }

    fn check(change: impl FnOnce(&mut OfferText), expected: &[(&str, ErrorCode)]) {
        let mut text = offer();
        change(&mut text);
        let expected: Vec<_> = expected.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect();
        assert_eq!(found(check_text(text).1), expected);
    }

    #[test]
    fn a_draft_needs_a_title_and_a_text_in_german() {
        check(|_| (), &[]);
        check(|o| o.title.de = " ".into(), &[("title.de", ErrorCode::Required)]);
        check(|o| o.summary.de = String::new(), &[("summary.de", ErrorCode::Required)]);
        check(|o| o.url = "javascript:alert(1)".into(), &[("url", ErrorCode::InvalidUrl)]);
        check(|o| o.contact_email = "nobody".into(), &[("contactEmail", ErrorCode::InvalidEmail)]);
        check(
            |o| (o.valid_from, o.valid_until) = (Some(day("2026-03-02")), Some(day("2026-03-01"))),
            &[("validUntil", ErrorCode::DateOrder)],
        );
    }

    #[test]
    fn the_public_needs_to_know_where_it_belongs_and_how_to_get_further() {
        let public = |change: fn(&mut OfferText), kinds: &[TermKind]| {
            let mut text = offer();
            change(&mut text);
            let mut check = FieldCheck::new();
            check_for_public(&text, kinds, &mut check);
            found(check).into_iter().map(|(field, _)| field).collect::<Vec<_>>()
        };
        let all = [TermKind::Topic, TermKind::TargetGroup, TermKind::District];
        assert_eq!(public(|_| (), &[]), ["topics", "targetGroups", "districts", "contactEmail"]);
        assert_eq!(public(|o| o.contact_phone = "0391 1".into(), &all), [""; 0]);
        assert_eq!(
            public(
                |o| {
                    o.statewide = true;
                    o.url = "https://a.example".into();
                },
                &all[..2]
            ),
            [""; 0]
        );
    }

    #[test]
    fn freshness_follows_from_the_day_alone() {
        let again = day("2026-06-30");
        for (today, expected) in [
            ("2026-06-15", OfferFreshness::Current),
            ("2026-06-16", OfferFreshness::Due),
            ("2026-06-30", OfferFreshness::Due),
            ("2026-07-01", OfferFreshness::Overdue),
            ("2026-08-29", OfferFreshness::Overdue),
            ("2026-08-30", OfferFreshness::Hidden),
        ] {
            assert_eq!(freshness(again, GRACE, day(today)), expected, "{today}");
        }
    }

    #[test]
    fn the_days_of_a_freshness_are_those_that_have_it() {
        let today = day("2026-07-01");
        for offset in -100..100 {
            let again = today + chrono::TimeDelta::days(offset);
            for candidate in OfferFreshness::ALL {
                let (from, until) = check_days_of(*candidate, GRACE, today);
                let within =
                    from.is_none_or(|from| from <= again) && until.is_none_or(|until| again <= until);
                assert_eq!(within, freshness(again, GRACE, today) == *candidate, "{again} {candidate:?}");
            }
        }
    }

    #[test]
    fn the_public_sees_published_offers_that_have_not_ended_and_are_not_hidden() {
        use OfferFreshness::{Current, Hidden, Overdue};
        use OfferState::{Archived, Draft, Published};
        let today = day("2026-03-02");
        let before = Some(day("2026-03-01"));
        for (state, valid_until, freshness, expected) in [
            (Published, None, Current, true),
            (Published, Some(today), Current, true),
            (Published, None, Overdue, true),
            (Published, None, Hidden, false),
            (Published, before, Current, false),
            (Draft, None, Current, false),
            (Archived, None, Current, false),
        ] {
            assert_eq!(
                is_public(state, valid_until, freshness, today),
                expected,
                "{state:?} {valid_until:?}"
            );
        }
    }

    #[test]
    fn acts_follow_the_state() {
        use OfferState::{Archived, Draft, Published};
        for (act, possible) in [
            (Act::Publish, vec![Draft, Archived]),
            (Act::Archive, vec![Draft, Published]),
            (Act::Confirm, vec![Published]),
        ] {
            for state in OfferState::ALL {
                assert_eq!(is_possible(act, *state), possible.contains(state), "{act:?} {state:?}");
            }
        }
    }
}
