//! The picture of an organisation or a person; initials where there is none.

use leptos::prelude::*;

/// A logo, or the first letters of the name.
#[component]
pub fn Avatar(
    /// Whose it is.
    name: String,
    /// The picture's address.
    #[prop(optional, into)]
    src: Option<String>,
    /// Whether it is shown large.
    #[prop(optional)]
    large: bool,
) -> AnyView {
    let class = if large { "avatar avatar-large" } else { "avatar" };
    match src {
        // The name stands beside it, so the picture itself needs no words.
        Some(src) => view! { <img class=class src=src alt="" loading="lazy" decoding="async"/> }.into_any(),
        None => view! { <span class=class aria-hidden="true">{initials(&name)}</span> }.into_any(),
    }
}

fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next().filter(|first| first.is_alphabetic()))
        .filter(|first| first.is_uppercase() || !first.is_lowercase())
        .take(2)
        .collect()
}
