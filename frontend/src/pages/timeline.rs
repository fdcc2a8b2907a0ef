//! What happened to something, one below the other.

use leptos::prelude::*;

use crate::{
    components::{Icon, IconName, Prose},
    i18n::time_stamp,
};

/// One thing that happened.
pub struct Entry {
    /// Its picture.
    pub icon: IconName,
    /// What.
    pub title: Signal<String>,
    /// What was written to it; may be empty.
    pub text: String,
    /// When.
    pub at: String,
    /// Who, where that is told.
    pub by: Option<String>,
}

/// The entries in their order.
pub fn timeline(entries: Vec<Entry>) -> AnyView {
    let items: Vec<AnyView> = entries
        .into_iter()
        .map(|entry| {
            let Entry { icon, title, text: words, at, by } = entry;
            let when = {
                let at = at.clone();
                move || match &by {
                    Some(by) => format!("{}, {by}", time_stamp(&at)),
                    None => time_stamp(&at),
                }
            };
            view! {
                <li class="timeline-entry">
                    <Icon name=icon/>
                    <div>
                        <p class="timeline-title">{title}</p>
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
