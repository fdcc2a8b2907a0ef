//! A word that says in which state a thing is; the colour only repeats it.

use leptos::prelude::*;

use super::{Icon, IconName};

/// What a colour means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No more than a word.
    #[default]
    Neutral,
    /// As it should be.
    Good,
    /// Waits for somebody.
    Waiting,
    /// Lost or wrong.
    Wrong,
}

impl Tone {
    /// The end of the class name.
    pub const fn word(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Good => "good",
            Tone::Waiting => "waiting",
            Tone::Wrong => "wrong",
        }
    }

    /// The picture that goes with it.
    pub const fn icon(self) -> IconName {
        match self {
            Tone::Neutral => IconName::Info,
            Tone::Good => IconName::Done,
            Tone::Waiting => IconName::Clock,
            Tone::Wrong => IconName::Alert,
        }
    }
}

/// A state in a word.
#[component]
pub fn Badge(
    /// What its colour means.
    #[prop(optional)]
    tone: Tone,
    /// A picture; each tone but the neutral one brings its own.
    #[prop(optional)]
    icon: Option<IconName>,
    /// The word.
    children: Children,
) -> AnyView {
    let icon = icon.or((tone != Tone::Neutral).then(|| tone.icon()));
    view! {
        <span class=format!("badge badge-{}", tone.word())>
            {icon.map(|name| view! { <Icon name/> })}
            <span>{children()}</span>
        </span>
    }
    .into_any()
}
