//! What happened to an application for membership, in words.

use leptos::prelude::*;
use verbund_shared::organisations::ApplicationEventKind;

use crate::{components::IconName, i18n::text};

/// What happened to an application, as the applicant and the reviewers see it.
pub fn application_event(kind: ApplicationEventKind) -> (IconName, Signal<String>) {
    let key = format!("applications-event-{}", kind.as_str().replace('_', "-"));
    let icon = match kind {
        ApplicationEventKind::Submitted => IconName::Send,
        ApplicationEventKind::Confirmed | ApplicationEventKind::Admitted => IconName::Done,
        ApplicationEventKind::ReviewStarted => IconName::Eye,
        ApplicationEventKind::Question => IconName::Help,
        ApplicationEventKind::Answer => IconName::Mail,
        ApplicationEventKind::Note => IconName::Pencil,
        ApplicationEventKind::Declined => IconName::Ban,
        ApplicationEventKind::Withdrawn => IconName::Archive,
    };
    (icon, Signal::derive(move || text(&key)))
}
