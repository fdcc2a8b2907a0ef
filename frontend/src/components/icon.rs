//! An icon: a picture beside words, hidden from screen readers because the words say it.

use leptos::prelude::*;

use super::IconName;

/// Draws an icon in the size and colour of the text around it.
#[component]
pub fn Icon(name: IconName) -> AnyView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            inner_html=name.drawing()
        ></svg>
    }
    .into_any()
}
