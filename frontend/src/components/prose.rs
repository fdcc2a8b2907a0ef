//! Text that people wrote: in paragraphs, and in the language the reader has chosen if there is one.

use leptos::prelude::*;
use verbund_shared::locale::Locale;

use crate::i18n::locale;

/// The text for the reader and, where it is not in the reader's language, its own.
pub fn pick(de: &str, en: &str) -> (String, Option<&'static str>) {
    match locale() {
        Locale::En if !en.trim().is_empty() => (en.to_owned(), None),
        Locale::En => (de.to_owned(), Some("de")),
        Locale::De => (de.to_owned(), None),
    }
}

/// A short text in the reader's language; the German one where there is no English.
#[component]
pub fn Localized(
    /// The German text.
    de: String,
    /// The English text, perhaps empty.
    en: String,
) -> AnyView {
    (move || {
        let (text, lang) = pick(&de, &en);
        match lang {
            Some(lang) => view! { <span lang=lang>{text}</span> }.into_any(),
            None => text.into_any(),
        }
    })
    .into_any()
}

/// A longer text; an empty line begins a new paragraph, single line breaks stay.
#[component]
pub fn Prose(
    /// The German text.
    de: String,
    /// The English text, perhaps empty.
    #[prop(optional)]
    en: String,
) -> AnyView {
    (move || {
        let (text, lang) = pick(&de, &en);
        let text = text.replace("\r\n", "\n");
        let paragraphs: Vec<AnyView> = text
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| view! { <p>{paragraph.to_owned()}</p> }.into_any())
            .collect();
        view! { <div class="prose" lang=lang>{paragraphs}</div> }.into_any()
    })
    .into_any()
}

/// A mail or web address that may go over to a new line after its marks, not within its words.
pub fn breakable(address: &str) -> AnyView {
    let parts: Vec<AnyView> = address
        .split_inclusive(['@', '.', '-', '/'])
        .map(|part| view! { {part.to_owned()} <wbr/> }.into_any())
        .collect();
    parts.into_any()
}
