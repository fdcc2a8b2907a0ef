//! Light, dark, or as the system has it; remembered in this browser. The bootstrap file sets
//! the remembered theme before the first paint, so nothing flashes.

use std::cell::OnceCell;

use leptos::prelude::*;

use crate::platform;

const STORAGE_KEY: &str = "verbund.theme";

/// How the app looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Theme {
    /// In the order they are offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The word in the storage and in `data-theme`.
    pub const fn word(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

thread_local! {
    static THEME: OnceCell<ArcRwSignal<Theme>> = const { OnceCell::new() };
}

fn signal() -> ArcRwSignal<Theme> {
    THEME.with(|cell| {
        cell.get_or_init(|| {
            let stored = platform::stored(STORAGE_KEY);
            let theme = Theme::ALL.into_iter().find(|theme| stored.as_deref() == Some(theme.word()));
            ArcRwSignal::new(theme.unwrap_or(Theme::System))
        })
        .clone()
    })
}

/// The theme in use; views follow it.
pub fn theme() -> Theme {
    signal().get()
}

/// Changes and remembers the theme.
pub fn choose_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        if theme == Theme::System {
            let _ = root.remove_attribute("data-theme");
            platform::forget(STORAGE_KEY);
        } else {
            let _ = root.set_attribute("data-theme", theme.word());
            platform::store(STORAGE_KEY, theme.word());
        }
    }
    signal().set(theme);
}
