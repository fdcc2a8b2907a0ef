//! The languages of the interface, mails and documents.

use crate::words::words;

words! {
    #[derive(Default)]
    /// A language the product speaks itself.
    Locale {
        /// German.
        #[default]
        De = "de",
        /// English.
        En = "en",
    }
}

impl Locale {
    /// The language tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        self.as_str()
    }

    /// The locale of a language tag, by its first part.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next()?;
        Self::ALL.iter().copied().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }
}
