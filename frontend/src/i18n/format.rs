//! Numbers, days and times as people write them, by the browser's own `Intl`.
//! Moments are shown in the network's time zone.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use verbund_shared::locale::Locale;
use wasm_bindgen::JsValue;

const TIME_ZONE: &str = "Europe/Berlin";
const MILLISECONDS_PER_DAY: f64 = 86_400_000.0;

thread_local! {
    /// Formatters are slow to make, so each is made once per language.
    static FORMATTERS: RefCell<HashMap<(&'static str, Locale), Function>> = RefCell::default();
    static PLURALS: RefCell<HashMap<Locale, Intl::PluralRules>> = RefCell::default();
}

/// The tag that `Intl` gets: the English of the interface is British.
const fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::De => "de-DE",
        Locale::En => "en-GB",
    }
}

fn tags(locale: Locale) -> Array {
    Array::of1(&tag(locale).into())
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

fn apply(name: &'static str, locale: Locale, value: &JsValue, make: impl FnOnce() -> Function) -> String {
    FORMATTERS.with_borrow_mut(|formatters| {
        let formatter = formatters.entry((name, locale)).or_insert_with(make);
        formatter.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    })
}

/// A whole number with the language's separators.
pub fn number(value: i64) -> String {
    number_in(value, super::locale())
}

pub(super) fn number_in(value: i64, locale: Locale) -> String {
    apply("number", locale, &JsValue::from_f64(value as f64), || {
        Intl::NumberFormat::new(&tags(locale), &Object::new()).format()
    })
}

/// The plural form of a number: `one`, `other` ...
pub(super) fn plural(count: i64, locale: Locale) -> String {
    PLURALS.with_borrow_mut(|rules| {
        let rules =
            rules.entry(locale).or_insert_with(|| Intl::PluralRules::new(&tags(locale), &Object::new()));
        rules.select(count as f64).into()
    })
}

fn date_text(name: &'static str, iso: &str, pairs: &[(&str, &str)]) -> String {
    let locale = super::locale();
    // A day without a time is that day everywhere: noon keeps it so in the network's zone.
    let moment =
        if iso.len() == 10 { Date::new(&format!("{iso}T12:00:00Z").into()) } else { Date::new(&iso.into()) };
    if moment.get_time().is_nan() {
        return iso.to_owned();
    }
    apply(name, locale, &moment, || {
        let options = options(pairs);
        let _ = Reflect::set(&options, &"timeZone".into(), &TIME_ZONE.into());
        Intl::DateTimeFormat::new(&tags(locale), &options).format()
    })
}

/// `3. März 2026`, from a day (`2026-03-03`) or a moment (RFC 3339).
pub fn day(iso: &str) -> String {
    date_text("day", iso, &[("dateStyle", "long")])
}

/// `03.03.2026`, for tables.
pub fn day_short(iso: &str) -> String {
    date_text("day-short", iso, &[("day", "2-digit"), ("month", "2-digit"), ("year", "numeric")])
}

/// `März 2026`.
pub fn month_year(iso: &str) -> String {
    date_text("month", iso, &[("month", "long"), ("year", "numeric")])
}

/// `03.03.2026, 14:05`, in one line.
pub fn time_stamp(iso: &str) -> String {
    date_text("time-stamp", iso, &[("dateStyle", "medium"), ("timeStyle", "short")]).replace(' ', "\u{a0}")
}

/// `Dienstag, 3. März 2026`.
pub fn day_with_weekday(iso: &str) -> String {
    date_text("day-with-weekday", iso, &[("dateStyle", "full")])
}

/// `Di., 03.03.2026`, for tables and cards.
pub fn day_short_with_weekday(iso: &str) -> String {
    let pairs = [("weekday", "short"), ("day", "2-digit"), ("month", "2-digit"), ("year", "numeric")];
    date_text("day-short-with-weekday", iso, &pairs)
}

/// The time of day of a moment, `14:05`.
pub fn time_of_day(iso: &str) -> String {
    date_text("time-of-day", iso, &[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")])
}

/// The day of a moment in the network's time zone, as fields for days take it: `2026-03-03`.
pub fn day_in_zone(iso: &str) -> String {
    iso_day(&Date::new(&iso.into()))
}

fn iso_day(moment: &Date) -> String {
    let options =
        options(&[("timeZone", TIME_ZONE), ("year", "numeric"), ("month", "2-digit"), ("day", "2-digit")]);
    // The Swedish way of writing a date is the ISO way.
    let format = Intl::DateTimeFormat::new(&Array::of1(&"sv-SE".into()), &options).format();
    let day = format.call1(&JsValue::UNDEFINED, moment);
    day.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// A day so many days later, `2026-03-03`; the day itself where it is none.
pub fn days_later(iso: &str, days: i64) -> String {
    let then = Date::parse(&format!("{iso}T12:00:00Z")) + days as f64 * MILLISECONDS_PER_DAY;
    let date = Date::new(&JsValue::from_f64(then));
    if then.is_nan() {
        return iso.to_owned();
    }
    String::from(date.to_iso_string()).get(..10).unwrap_or(iso).to_owned()
}

/// Today in the network's time zone, as `2026-03-03`.
pub fn today() -> String {
    iso_day(&Date::new_0())
}

/// Days from today to a day (`2026-03-03`); negative when it is past.
pub fn days_until(iso: &str) -> Option<i64> {
    let then = Date::parse(&format!("{}T00:00:00Z", iso.get(..10)?));
    let now = Date::parse(&format!("{}T00:00:00Z", today()));
    let days = (then - now) / MILLISECONDS_PER_DAY;
    days.is_finite().then_some(days as i64)
}
