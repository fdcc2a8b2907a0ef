//! All building blocks on one page. Its words are for developers, in English only.

use leptos::prelude::*;

use super::{forms::Forms, lists::Lists, signs::Signs};
use crate::{
    components::{Button, PageHeader},
    i18n::t,
    state::toasts::{toast_done, toast_failed},
};

const SIZES: [&str; 6] = ["sample-1", "sample-2", "sample-3", "sample-4", "sample-5", "sample-6"];
const COLOURS: [&str; 10] =
    ["ground", "surface", "sunken", "ink", "ink-soft", "accent", "accent-soft", "waiting", "wrong", "line"];

/// All building blocks.
#[component]
pub fn GalleryPage() -> AnyView {
    let sizes: Vec<AnyView> = SIZES
        .into_iter()
        .map(|class| view! { <p class=class>"Größe, Straße, Übung"</p> }.into_any())
        .collect();
    let colours: Vec<AnyView> = COLOURS
        .into_iter()
        .map(|name| view! { <li><span class=format!("swatch swatch-{name}")></span>{name}</li> }.into_any())
        .collect();
    view! {
        <PageHeader title=t("app-nav-gallery")>
            <Button on_press=|()| toast_done("Saved.")>"Say that it worked"</Button>
            <Button on_press=|()| toast_failed("The server cannot be reached.")>"Say that it did not"</Button>
        </PageHeader>
        <div class="gallery" lang="en">
            <Example title="Six sizes">{sizes}</Example>
            <Example title="Colours with a meaning"><ul class="swatches">{colours}</ul></Example>
            <Signs/>
            <Forms/>
            <Lists/>
        </div>
    }
    .into_any()
}

/// A part of the gallery.
#[component]
pub fn Example(
    /// What it shows.
    title: &'static str,
    /// The building blocks.
    children: Children,
) -> AnyView {
    view! {
        <section class="example">
            <h2>{title}</h2>
            <div class="stack">{children()}</div>
        </section>
    }
    .into_any()
}
