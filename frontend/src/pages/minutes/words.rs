//! The words of minutes in the reader's language, and the badges of their states.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{AttendanceState, VoteOutcome},
    minutes::{MinutesState, ObjectionState, SignatureRole},
};

use crate::{
    components::{Badge, Tone},
    i18n::{day, number, text, text_with, time_of_day, time_stamp},
};

/// Where minutes stand, in words.
pub(super) fn state_label(state: MinutesState) -> String {
    text(&format!("minutes-state-{}", state.as_str()))
}

/// Where minutes stand.
pub(super) fn state_badge(state: MinutesState) -> AnyView {
    let tone = match state {
        MinutesState::Approved => Tone::Good,
        MinutesState::InReview => Tone::Waiting,
        MinutesState::Draft | MinutesState::Finalised | MinutesState::Amended => Tone::Neutral,
    };
    view! { <Badge tone>{move || state_label(state)}</Badge> }.into_any()
}

/// How somebody was there, in words.
pub(super) fn attendance_label(state: AttendanceState) -> String {
    text(&format!("minutes-attendance-{}", state.as_str()))
}

/// As what somebody signs, in words.
pub(super) fn signature_label(role: SignatureRole) -> String {
    text(&format!("minutes-signature-{}", role.as_str()))
}

/// Where an objection stands.
pub(super) fn objection_badge(state: ObjectionState) -> AnyView {
    let tone = match state {
        ObjectionState::Open => Tone::Waiting,
        ObjectionState::Accepted => Tone::Good,
        ObjectionState::Answered | ObjectionState::Withdrawn => Tone::Neutral,
    };
    view! { <Badge tone>{move || text(&format!("minutes-objection-{}", state.as_str()))}</Badge> }.into_any()
}

/// What a vote decided.
pub(super) fn outcome_badge(outcome: VoteOutcome) -> AnyView {
    let tone = match outcome {
        VoteOutcome::Adopted => Tone::Good,
        VoteOutcome::Rejected => Tone::Neutral,
    };
    view! { <Badge tone>{move || text(&format!("minutes-outcome-{}", outcome.as_str()))}</Badge> }.into_any()
}

/// A vote counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    /// For it.
    pub yes: i64,
    /// Against it.
    pub no: i64,
    /// Neither.
    pub abstain: i64,
    /// Votes that were there.
    pub present: i64,
    /// Votes there are.
    pub roll: i64,
    /// By ballot.
    pub secret: bool,
}

/// A vote in a sentence.
pub(super) fn counted_text(counted: Counted) -> String {
    let key = if counted.secret { "minutes-vote-secret" } else { "minutes-vote-open" };
    text_with(
        key,
        &[
            ("yes", number(counted.yes).into()),
            ("no", number(counted.no).into()),
            ("abstain", number(counted.abstain).into()),
            ("present", number(counted.present).into()),
            ("roll", number(counted.roll).into()),
        ],
    )
}

/// From when until when.
pub(super) fn period(from: &str, until: &str) -> String {
    text_with(
        "minutes-period",
        &[
            ("day", day(from).into()),
            ("from", time_of_day(from).into()),
            ("until", time_of_day(until).into()),
        ],
    )
}

/// A version in few words, to choose it.
pub(super) fn version_label(number_of: i64, state: MinutesState, at: &str) -> String {
    text_with(
        "minutes-version-choice",
        &[
            ("number", number(number_of).into()),
            ("time", time_stamp(at).into()),
            ("state", state_label(state).into()),
        ],
    )
}

/// So much of a hash as people compare by eye.
pub(super) fn short_hash(hash: &str) -> String {
    hash.chars().take(SHORT).collect()
}

const SHORT: usize = 12;
