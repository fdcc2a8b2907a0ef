//! What happened to an application, as the applicant and the reviewers see it.

use leptos::prelude::*;
use verbund_shared::organisations::ApplicationEventKind;

use crate::{
    components::{Icon, IconName, Prose},
    i18n::{text, time_stamp},
};

/// One thing that happened.
pub struct Entry {
    /// What.
    pub kind: ApplicationEventKind,
    /// Question, answer, note or reason; may be empty.
    pub text: String,
    /// When.
    pub at: String,
    /// Who, where that is told.
    pub by: Option<String>,
}

fn icon(kind: ApplicationEventKind) -> IconName {
    match kind {
        ApplicationEventKind::Submitted => IconName::Send,
        ApplicationEventKind::Confirmed | ApplicationEventKind::Admitted => IconName::Done,
        ApplicationEventKind::ReviewStarted => IconName::Eye,
        ApplicationEventKind::Question => IconName::Help,
        ApplicationEventKind::Answer => IconName::Mail,
        ApplicationEventKind::Note => IconName::Pencil,
        ApplicationEventKind::Declined => IconName::Ban,
        ApplicationEventKind::Withdrawn => IconName::Archive,
    }
}

/// The entries in their order.
pub fn timeline(entries: Vec<Entry>) -> AnyView {
    let items: Vec<AnyView> = entries
        .into_iter()
        .map(|entry| {
            let Entry { kind, text: words, at, by } = entry;
            let title = format!("applications-event-{}", kind.as_str().replace('_', "-"));
            let when = {
                let at = at.clone();
                move || match &by {
                    Some(by) => format!("{}, {by}", time_stamp(&at)),
                    None => time_stamp(&at),
                }
            };
            view! {
                <li class="timeline-entry">
                    <Icon name=icon(kind)/>
                    <div>
                        <p class="timeline-title">{move || text(&title)}</p>
                        <p class="muted"><time datetime=at>{when}</time></p>
                        {(!words.is_empty()).then(|| view! { <Prose de=words/> })}
                    </div>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ol class="timeline">{items}</ol> }.into_any()
}
