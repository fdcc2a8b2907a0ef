//! The messages of one language, fetched as an asset, and the few lines that fill them in.
//!
//! A message is a text, or a list of parts: text, `{"v": name}` for a value, or
//! `{"s": name, "c": {variant: parts}, "d": default}` for a choice by plural or word.
//! The build makes these from `shared/locales/*/*.ftl`.

use std::cell::RefCell;

use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use verbund_shared::locale::Locale;
use wasm_bindgen::{JsCast as _, JsValue};

use super::format;
use crate::platform;

/// The messages that are there: of one language, for the folders of pages visited so far.
struct Held {
    messages: JsValue,
    locale: Locale,
    folders: Vec<String>,
    /// The folder of the page on screen.
    current: String,
}

thread_local! {
    static HELD: RefCell<Held> = const {
        RefCell::new(Held {
            messages: JsValue::UNDEFINED,
            locale: Locale::De,
            folders: Vec::new(),
            current: String::new(),
        })
    };
}

/// A value that a message names.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put in as it is.
    Text(String),
    /// Written by the language's rules, and able to choose a plural.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Arg::Text(value.to_owned())
    }
}
impl From<String> for Arg {
    fn from(value: String) -> Self {
        Arg::Text(value)
    }
}
impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Arg::Text(value.clone())
    }
}
impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Arg::Count(value)
    }
}
impl From<i32> for Arg {
    fn from(value: i32) -> Self {
        Arg::Count(value.into())
    }
}
impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Arg::Count(value as i64)
    }
}

/// Takes over the messages that the bootstrap file fetched while the app was loading.
pub fn adopt_early_messages() {
    let folder = platform::boot("folder").as_string().unwrap_or_default();
    let locale = super::start_locale();
    HELD.set(Held {
        messages: platform::boot("messages"),
        locale,
        folders: vec![folder.clone()],
        current: folder,
    });
    super::locale::show(locale);
}

/// Fetches a language and shows it; false when its messages could not be fetched.
pub async fn load_language(locale: Locale) -> bool {
    // What other folders of pages need is fetched when one goes there.
    let folder = HELD.with_borrow(|held| held.current.clone());
    let Some(messages) = fetch(locale, &folder).await else { return false };
    HELD.set(Held { messages, locale, folders: vec![folder.clone()], current: folder });
    super::locale::show(locale);
    true
}

/// Makes sure that the messages of a folder of pages are there; false when they could not be fetched.
pub async fn need(folder: &'static str) -> bool {
    loop {
        let (there, locale) = HELD.with_borrow_mut(|held| {
            folder.clone_into(&mut held.current);
            (held.folders.iter().any(|other| other == folder), held.locale)
        });
        if there {
            return true;
        }
        let Some(messages) = fetch(locale, folder).await else { return false };
        HELD.with_borrow_mut(|held| {
            // Else the language was changed meanwhile, and its messages are needed.
            if held.locale == locale {
                Object::<JsValue>::assign(held.messages.unchecked_ref(), messages.unchecked_ref());
                held.folders.push(folder.to_owned());
            }
        });
    }
}

async fn fetch(locale: Locale, folder: &str) -> Option<JsValue> {
    let url = field(&field(&platform::boot("messageUrls"), locale.tag()), folder).as_string()?;
    JSON::parse(&platform::fetch_text(&url).await.ok()?).ok()
}

/// A message that follows the language: for text and attributes in views.
pub fn t(key: &'static str) -> Signal<String> {
    Signal::derive(move || text(key))
}

/// A message with values that follows the language.
pub fn t_with(key: &'static str, args: &[(&'static str, Arg)]) -> Signal<String> {
    let args = args.to_vec();
    Signal::derive(move || text_with(key, &args))
}

/// A message, now. Inside a view's closure it follows the language as well.
pub fn text(key: &str) -> String {
    text_with(key, &[])
}

/// A message with values, now.
pub fn text_with(key: &str, args: &[(&'static str, Arg)]) -> String {
    let locale = super::locale();
    HELD.with_borrow(|held| {
        let message = field(&held.messages, key);
        if let Some(text) = message.as_string() {
            return text;
        }
        let mut out = String::new();
        match message.dyn_ref::<Array>() {
            Some(parts) => write_parts(&mut out, parts, args, locale),
            // A key without a message is a mistake that a test finds; people see the key.
            None => out.push_str(key),
        }
        out
    })
}

fn write_parts(out: &mut String, parts: &Array, args: &[(&'static str, Arg)], locale: Locale) {
    for part in parts.iter() {
        if let Some(text) = part.as_string() {
            out.push_str(&text);
        } else if let Some(name) = field(&part, "v").as_string() {
            match find(args, &name) {
                Some(Arg::Text(text)) => out.push_str(text),
                Some(Arg::Count(count)) => out.push_str(&format::number_in(*count, locale)),
                None => {}
            }
        } else if let Some(name) = field(&part, "s").as_string() {
            let cases = field(&part, "c");
            let chosen = find(args, &name)
                .and_then(|arg| choose(&cases, arg, locale))
                .unwrap_or_else(|| default_case(&part, &cases));
            if let Some(text) = chosen.as_string() {
                out.push_str(&text);
            } else if let Some(parts) = chosen.dyn_ref::<Array>() {
                write_parts(out, parts, args, locale);
            }
        }
    }
}

/// The variant for a value: a number by its exact spelling first, then by its plural form.
fn choose(cases: &JsValue, arg: &Arg, locale: Locale) -> Option<JsValue> {
    let exact = match arg {
        Arg::Text(text) => field(cases, text),
        Arg::Count(count) => field(cases, &count.to_string()),
    };
    if !exact.is_undefined() {
        return Some(exact);
    }
    let Arg::Count(count) = arg else { return None };
    let plural = field(cases, &format::plural(*count, locale));
    (!plural.is_undefined()).then_some(plural)
}

fn default_case(part: &JsValue, cases: &JsValue) -> JsValue {
    let name = field(part, "d").as_string();
    field(cases, name.as_deref().unwrap_or("other"))
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn find<'a>(args: &'a [(&'static str, Arg)], name: &str) -> Option<&'a Arg> {
    args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg)
}
