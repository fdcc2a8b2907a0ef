//! Which language the person reads: German unless they chose English, remembered in this browser.

use std::cell::OnceCell;

use leptos::prelude::*;
use verbund_shared::locale::Locale;

use crate::{platform, state::toasts::toast_failed};

const STORAGE_KEY: &str = "verbund.locale";

thread_local! {
    static LOCALE: OnceCell<ArcRwSignal<Locale>> = const { OnceCell::new() };
}

fn signal() -> ArcRwSignal<Locale> {
    LOCALE.with(|cell| cell.get_or_init(|| ArcRwSignal::new(start_locale())).clone())
}

/// The language the bootstrap file chose: the remembered one, else German.
pub(super) fn start_locale() -> Locale {
    platform::boot("locale").as_string().and_then(|tag| Locale::from_tag(&tag)).unwrap_or_default()
}

/// The language on screen. Reading it in a view makes the view follow it.
pub fn locale() -> Locale {
    // Outside a view nothing follows it; that is meant, and no reason for a warning.
    match leptos::reactive::graph::Observer::get() {
        Some(_) => signal().get(),
        None => signal().get_untracked(),
    }
}

/// Shows another language from now on; `catalogue::load_language` has to fetch its messages first.
pub(super) fn show(locale: Locale) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", locale.tag());
    }
    signal().set(locale);
}

/// Fetches a language's messages, shows and remembers it. On failure the old language stays.
pub fn choose_locale(locale: Locale) {
    leptos::task::spawn_local(async move {
        if super::catalogue::load_language(locale).await {
            platform::store(STORAGE_KEY, locale.tag());
        } else {
            toast_failed(super::text("error-network"));
        }
    });
}
