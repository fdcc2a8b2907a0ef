//! The words of an export, from the same messages that the pages show.

use std::sync::LazyLock;

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;
use verbund_shared::locale::Locale;

type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($locale:literal) => {
        [
            include_str!(concat!("../../../shared/locales/", $locale, "/applications.ftl")),
            include_str!(concat!("../../../shared/locales/", $locale, "/directory.ftl")),
            include_str!(concat!("../../../shared/locales/", $locale, "/groups.ftl")),
            include_str!(concat!("../../../shared/locales/", $locale, "/minutes_pdf.ftl")),
            include_str!(concat!("../../../shared/locales/", $locale, "/offers.ftl")),
            include_str!(concat!("../../../shared/locales/", $locale, "/organisations.ftl")),
            include_str!(concat!("../../../shared/locales/", $locale, "/tasks.ftl")),
        ]
    };
}

static GERMAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::De, files!("de")));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::En, files!("en")));

fn bundle(locale: Locale, files: [&str; 7]) -> Bundle {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    for file in files {
        // What cannot be read is left out; a test of the messages has read them all.
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A message without values; the key where there is none.
pub(crate) fn label(locale: Locale, key: &str) -> String {
    let bundle = match locale {
        Locale::De => &*GERMAN,
        Locale::En => &*ENGLISH,
    };
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    pattern.map_or_else(
        || key.to_owned(),
        |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned(),
    )
}

/// The text in the wanted language; the German one where there is no English.
pub(crate) fn pick<'a>(locale: Locale, de: &'a str, en: &'a str) -> &'a str {
    if locale == Locale::En && !en.trim().is_empty() { en } else { de }
}

/// A word of the database as it stands in message keys.
pub(crate) fn dashed(word: &str) -> String {
    word.replace('_', "-")
}
