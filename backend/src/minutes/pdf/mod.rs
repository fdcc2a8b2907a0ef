//! A version of minutes as PDF for the archive: tagged, so that screen readers read it in its order, with
//! the typeface of the app inside.

mod blocks;
mod content;
mod fonts;
mod layout;
mod markdown;
mod render;

use chrono_tz::Tz;
use verbund_shared::locale::Locale;

use super::service::Version;
use crate::{
    error::{ServiceError, ServiceResult},
    export::label,
};

/// A file to be saved.
#[derive(Debug)]
pub struct Pdf {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes a version in a language; internal items and parts only if they are asked for, and only as far as
/// the version was read with them.
///
/// # Errors
/// Internal, where it cannot be written.
pub fn write(version: &Version, internal: bool, locale: Locale, zone: Tz) -> ServiceResult<Pdf> {
    let content = if internal { version.content.clone() } else { version.content.clone().public() };
    let broken = || ServiceError::broken("the typeface of minutes cannot be read");
    let fonts = fonts::Fonts::load().ok_or_else(broken)?;
    let document = content::document(version, &content, locale, zone);
    let pages = layout::lay_out(&fonts, &document);
    let bytes = render::render(&fonts, &document, &pages)?;
    let day = content.starts_at.with_timezone(&zone).date_naive();
    let title: String = content
        .title
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':' | '"') || c.is_control() { '-' } else { c })
        .collect();
    let name = format!("{} {title} {day}.pdf", label(locale, "minutes-pdf-name"));
    Ok(Pdf { name, bytes })
}
