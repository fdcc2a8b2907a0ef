//! Writing a mail from its template: plain text first, the HTML from it, so that both say the same.

use std::{borrow::Cow, sync::LazyLock};

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;
use verbund_shared::locale::Locale;

use super::{
    rules::{escape_html, header_line},
    template::Mail,
};
use crate::error::{ServiceError, ServiceResult};

const GERMAN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/locales/de/mail.ftl"));
const ENGLISH: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/locales/en/mail.ftl"));
const LAYOUT: &str = include_str!("layout.html");

static TEXTS: LazyLock<[(Locale, FluentBundle<FluentResource>); 2]> =
    LazyLock::new(|| [(Locale::De, bundle("de-DE", GERMAN)), (Locale::En, bundle("en-GB", ENGLISH))]);

fn bundle(tag: &str, text: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around values disturb people who copy a name out of a mail.
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            tracing::error!(?errors, "mail texts have mistakes");
            resource
        }
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// A mail as it is stored and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// Writes a mail.
///
/// # Errors
/// Internal, when a value that the text needs was not given.
pub(super) fn write(mail: &Mail, network: &str, public_url: &str) -> ServiceResult<Written> {
    let key = mail.template.key();
    if let Some(missing) =
        mail.template.values().iter().find(|name| !mail.values.iter().any(|(given, _)| given == *name))
    {
        return Err(ServiceError::broken(format!("the mail {key} needs the value {missing}")));
    }
    let mut args = FluentArgs::new();
    args.set("network", network.to_owned());
    for (name, value) in &mail.values {
        args.set(*name, as_fluent(value));
    }
    let say = |message: &str| text(mail.locale, message, &args);
    let subject = header_line(&say(&format!("mail-{key}-subject"))?);
    let greeting = match mail.values.iter().find(|(name, value)| *name == "name" && !value.is_empty()) {
        Some(_) => say("mail-greeting")?,
        None => say("mail-greeting-unnamed")?,
    };
    let body = format!("{greeting}\n\n{}", say(&format!("mail-{key}-body"))?);
    let footer = say("mail-footer")?;
    let link = match &mail.link {
        Some(path) => Some((say(&format!("mail-{key}-action"))?, format!("{public_url}{path}"))),
        None => None,
    };
    let hint = say("mail-link-hint")?;

    let mut plain = body.clone();
    let mut html = paragraphs(&body);
    if let Some((action, url)) = &link {
        plain.push_str(&format!("\n\n{action}:\n{url}"));
        let (action, url, hint) = (escape_html(action), escape_html(url), escape_html(&hint));
        html.push_str(&format!("<p class=\"action\"><a href=\"{url}\">{action}</a></p>\n"));
        html.push_str(&format!("<p class=\"plain\">{hint}<br><a href=\"{url}\">{url}</a></p>\n"));
    }
    plain.push_str(&format!("\n\n-- \n{network}\n{footer}\n"));
    let html = fill_layout(&[
        ("lang", mail.locale.tag().to_owned()),
        ("subject", escape_html(&subject)),
        ("network", escape_html(network)),
        ("footer", escape_html(&footer)),
        ("body", html),
    ]);
    Ok(Written { subject, text: plain, html })
}

/// Puts values into the layout in one pass, so that no value is looked at for marks again.
fn fill_layout(values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(LAYOUT.len() * 2);
    let mut rest = LAYOUT;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let value = values.iter().find_map(|(name, value)| {
            let after = rest.strip_prefix('{')?.strip_prefix(name)?.strip_prefix('}')?;
            Some((value, after))
        });
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = &rest[1..];
            }
        }
    }
    filled.push_str(rest);
    filled
}

fn paragraphs(text: &str) -> String {
    text.split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| format!("<p>{}</p>\n", escape_html(paragraph.trim()).replace('\n', "<br>\n")))
        .collect()
}

fn text(locale: Locale, key: &str, args: &FluentArgs) -> ServiceResult<String> {
    let missing = || ServiceError::broken(format!("there is no mail text {key} in {}", locale.tag()));
    let (_, bundle) = TEXTS.iter().find(|(of, _)| *of == locale).ok_or_else(missing)?;
    let pattern = bundle.get_message(key).and_then(|message| message.value()).ok_or_else(missing)?;
    let mut errors = Vec::new();
    let text: Cow<str> = bundle.format_pattern(pattern, Some(args), &mut errors);
    match errors.first() {
        None => Ok(text.into_owned()),
        Some(error) => Err(ServiceError::broken(format!("mail text {key}: {error}"))),
    }
}

/// Whole numbers choose the plural; everything else is text.
fn as_fluent(value: &str) -> FluentValue<'static> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

/// A day as mails write it: `3. März 2026`, `3 March 2026`.
pub fn write_day(locale: Locale, day: NaiveDate) -> String {
    const GERMAN: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = day.month0() as usize;
    match locale {
        Locale::De => format!("{}. {} {}", day.day(), GERMAN[month], day.year()),
        Locale::En => format!("{} {} {}", day.day(), ENGLISH[month], day.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::MailTemplate;

    fn mail(template: MailTemplate, locale: Locale, value: &str) -> Mail {
        Mail {
            to: "a@b.example".into(),
            locale,
            template,
            values: template.values().iter().map(|name| (*name, value.to_owned())).collect(),
            link: template.has_link().then(|| "/ziel/abc".to_owned()),
        }
    }

    #[test]
    fn every_mail_can_be_written_in_every_language() {
        for template in MailTemplate::ALL {
            for locale in Locale::ALL {
                let written = write(&mail(*template, *locale, "7"), "Netz", "https://n.example")
                    .unwrap_or_else(|error| panic!("{template:?} {locale:?}: {error:?}"));
                assert!(!written.subject.is_empty());
                assert!(written.text.contains("https://n.example/ziel/abc"), "{template:?}");
                assert!(written.html.contains("href=\"https://n.example/ziel/abc\""), "{template:?}");
            }
        }
    }

    #[test]
    fn what_people_typed_stays_text() {
        let nasty = "<script>alert(1)</script>\r\nBcc: x@y.example {footer}";
        let mut question = mail(MailTemplate::ApplicationQuestion, Locale::De, nasty);
        question.values.push(("name", "Eva \"<b>\"".into()));
        let written = write(&question, "Netz & Werk", "https://n.example").unwrap();
        assert!(!written.subject.contains(['\r', '\n']));
        assert!(!written.html.contains("<script>") && written.html.contains("&lt;script&gt;"));
        assert!(written.html.contains("Netz &amp; Werk") && written.html.contains("{footer}"));
    }

    #[test]
    fn a_missing_value_is_our_mistake() {
        let mut reset = mail(MailTemplate::PasswordReset, Locale::De, "1");
        reset.values.clear();
        assert!(write(&reset, "N", "").is_err());
    }

    #[test]
    fn days_are_written_out() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        assert_eq!(write_day(Locale::De, day), "2. März 2026");
        assert_eq!(write_day(Locale::En, day), "2 March 2026");
    }
}
