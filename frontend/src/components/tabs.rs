//! Tabs that are links: each has an address of its own.

use leptos::prelude::*;

/// One tab.
#[derive(Clone)]
pub struct Tab {
    /// Its words.
    pub label: Signal<String>,
    /// Its address.
    pub href: String,
    /// Whether it is shown.
    pub current: Signal<bool>,
}

/// A row of tabs.
#[component]
pub fn Tabs(
    /// What the tabs belong to.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    tabs: Vec<Tab>,
) -> AnyView {
    let items: Vec<AnyView> = tabs
        .into_iter()
        .map(|tab| {
            let current = move || tab.current.get().then_some("page");
            view! { <li><a class="tab" href=tab.href aria-current=current>{tab.label}</a></li> }.into_any()
        })
        .collect();
    view! { <nav class="tabs" aria-label=label><ul>{items}</ul></nav> }.into_any()
}
