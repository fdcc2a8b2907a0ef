//! The address of the page: followed by views, changed by links, by `navigate`, and by the browser's back and
//! forward buttons. Which page it means is said in `routes.rs`.
//!
//! Ours instead of leptos_router's, of which only this much was used: it weighed in every first visit
//! (docs/decisions/0008-own-address.md).

use std::cell::Cell;

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, UrlSearchParams};

/// How one goes to another address.
#[derive(Debug, Clone, Copy)]
pub struct NavigateOptions {
    /// The address takes the place of the one before, so that going back skips that.
    pub replace: bool,
    /// The page begins at its top.
    pub scroll: bool,
}

impl Default for NavigateOptions {
    fn default() -> Self {
        Self { replace: false, scroll: true }
    }
}

/// The parameters after the question mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The first value of a parameter.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
    }

    /// All of them in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn now() -> Self {
        let search = window().location().search().unwrap_or_default();
        let mut pairs = Vec::new();
        if let Ok(parameters) = UrlSearchParams::new_with_str(&search) {
            for entry in js_sys::Array::from(&parameters).iter() {
                let pair: js_sys::Array = entry.unchecked_into();
                let text = |at| pair.get(at).as_string().unwrap_or_default();
                pairs.push((text(0), text(1)));
            }
        }
        Self(pairs)
    }
}

thread_local! {
    static PATH: ArcRwSignal<String> = ArcRwSignal::new(path_now());
    static PARAMETERS: ArcRwSignal<Parameters> = ArcRwSignal::new(Parameters::now());
    /// Whether the page on its way begins at its top.
    static TO_TOP: Cell<bool> = const { Cell::new(false) };
}

fn path_now() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The path of the page one wants to see; the page itself may still be on its way.
pub fn use_path() -> Memo<String> {
    let path = PATH.with(Clone::clone);
    Memo::new(move |_| path.get())
}

/// The parameters of the address, followed by views.
pub fn use_query_map() -> Memo<Parameters> {
    let parameters = PARAMETERS.with(Clone::clone);
    Memo::new(move |_| parameters.get())
}

/// Begins to follow links and the browser's buttons.
pub fn watch() {
    window_event_listener(ev::popstate, |_| read());
    window_event_listener(ev::click, follow_link);
}

/// Takes over what the browser's address says.
fn read() {
    let (path, parameters) = (path_now(), Parameters::now());
    // Together, so that nobody sees the new path with the old parameters.
    if PARAMETERS.with(|old| *old.read_untracked() != parameters) {
        PARAMETERS.with(|old| old.set(parameters));
    }
    if PATH.with(|old| *old.read_untracked() != path) {
        PATH.with(|old| old.set(path));
    }
}

/// A way to go to other addresses.
pub fn use_navigate() -> fn(&str, NavigateOptions) {
    navigate
}

/// Goes to an address of the app.
pub fn navigate(href: &str, options: NavigateOptions) {
    let Ok(history) = window().history() else { return };
    let before = path_now();
    let _ = match options.replace {
        true => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
        false => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
    };
    // Another page begins at its top when it is there, the same page at once.
    let same_page = path_now() == before;
    TO_TOP.set(options.scroll && !same_page);
    if options.scroll && same_page {
        begin();
    }
    read();
}

/// The page of the address is in place: to its top, if one came by a link.
pub fn arrived() {
    if TO_TOP.take() {
        begin();
    }
}

/// To what the address names after `#`, else to the top.
fn begin() {
    let hash = window().location().hash().unwrap_or_default();
    match document().get_element_by_id(hash.trim_start_matches('#')) {
        Some(element) if !hash.is_empty() => element.scroll_into_view(),
        _ => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

/// A link within the app changes the page without loading it anew.
fn follow_link(event: MouseEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return;
    }
    let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = clicked.and_then(|element| element.closest("a[href]").ok().flatten());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    let location = window().location();
    let elsewhere = location.origin().ok() != Some(link.origin());
    let for_the_browser = link.has_attribute("download")
        || !link.target().is_empty()
        || link.rel().split(' ').any(|word| word == "external");
    // Within the page: the browser goes there itself.
    let within = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    if elsewhere || for_the_browser || within {
        return;
    }
    event.prevent_default();
    let scroll = !link.has_attribute("data-noscroll");
    let href = link.pathname() + &link.search() + &link.hash();
    navigate(&href, NavigateOptions { replace: false, scroll });
}
