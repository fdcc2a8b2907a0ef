//! The words of resolutions in the reader's language, and the badges of their states.

use leptos::prelude::*;
use verbund_shared::{
    resolutions::{CircularChoice, CircularState, ResolutionLife, ResolutionStatus},
    voting::MajorityBase,
};

use crate::{
    components::{Badge, Choice, Tone},
    i18n::{text, text_with},
};

/// What was decided, or what became of it.
pub(super) fn stand_badge(status: ResolutionStatus, life: Option<ResolutionLife>) -> AnyView {
    let tone = match (status, life) {
        (_, Some(ResolutionLife::InForce | ResolutionLife::Implemented)) => Tone::Good,
        (ResolutionStatus::Deferred, _) => Tone::Waiting,
        _ => Tone::Neutral,
    };
    view! { <Badge tone>{move || stand_label(status, life)}</Badge> }.into_any()
}

fn stand_label(status: ResolutionStatus, life: Option<ResolutionLife>) -> String {
    match life {
        Some(life) => life_label(life),
        None => status_label(status),
    }
}

/// What was decided, in words.
pub(super) fn status_label(status: ResolutionStatus) -> String {
    text(&format!("resolutions-status-{}", status.as_str()))
}

/// What became of it, in words.
pub(super) fn life_label(life: ResolutionLife) -> String {
    text(&format!("resolutions-life-{}", life.as_str()))
}

/// What the register can be filtered by: what was decided, and what became of what was adopted.
pub(super) fn stand_choices() -> Vec<Choice> {
    let lives = ResolutionLife::ALL.iter().map(|life| Choice::new(life.as_str(), life_label(*life)));
    let others = [ResolutionStatus::Rejected, ResolutionStatus::Deferred];
    lives.chain(others.iter().map(|status| Choice::new(status.as_str(), status_label(*status)))).collect()
}

/// Where a circular resolution stands. One whose time is over waits to be decided.
pub(super) fn circular_badge(state: CircularState, running: bool) -> AnyView {
    let tone = match state {
        CircularState::Open => Tone::Waiting,
        CircularState::Adopted => Tone::Good,
        CircularState::Rejected | CircularState::ToMeeting | CircularState::Withdrawn => Tone::Neutral,
    };
    let label = move || match (state, running) {
        (CircularState::Open, false) => text("resolutions-circular-state-over"),
        _ => text(&format!("resolutions-circular-state-{}", state.as_str())),
    };
    view! { <Badge tone>{label}</Badge> }.into_any()
}

/// A vote, in words.
pub(super) fn choice_label(choice: CircularChoice) -> String {
    text(&format!("resolutions-choice-{}", choice.as_str()))
}

/// A majority in a sentence: `mehr als 1/2 von Ja und Nein`.
pub fn majority_text(base: MajorityBase, num: i64, den: i64, strict: bool) -> String {
    let key = if strict { "resolutions-majority-more" } else { "resolutions-majority-least" };
    let base = text(&format!("resolutions-base-{}", base.as_str()));
    text_with(key, &[("part", format!("{num}/{den}").into()), ("base", base.into())])
}
