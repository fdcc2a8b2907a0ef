//! Agenda items in words, which the pages of meetings, of their course and of minutes show alike.

use leptos::prelude::*;
use verbund_shared::meetings::{AgendaItemKind, AgendaItemState};

use crate::{
    components::{Badge, Tone},
    i18n::text,
};

/// What an item is for, in words.
pub fn kind_label(kind: AgendaItemKind) -> String {
    text(&format!("agenda-kind-{}", kind.as_str()))
}

/// Where an item stands.
pub fn item_badge(state: AgendaItemState) -> AnyView {
    let tone = match state {
        AgendaItemState::InDiscussion => Tone::Waiting,
        AgendaItemState::Decided | AgendaItemState::Noted => Tone::Good,
        AgendaItemState::Submitted
        | AgendaItemState::Scheduled
        | AgendaItemState::Deferred
        | AgendaItemState::Withdrawn => Tone::Neutral,
    };
    view! { <Badge tone>{move || text(&format!("agenda-item-{}", state.as_str()))}</Badge> }.into_any()
}
