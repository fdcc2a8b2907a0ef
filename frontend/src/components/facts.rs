//! Names and values: what is known of a thing.

use leptos::prelude::*;

/// A list of facts.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> AnyView {
    view! { <dl class="facts">{children()}</dl> }.into_any()
}

/// One fact.
#[component]
pub fn Fact(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// Its value.
    children: Children,
) -> AnyView {
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}
