//! What stands on the page while something is on its way.

use leptos::prelude::*;

use crate::i18n::t;

/// What a skeleton stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkeletonShape {
    /// Lines of text.
    Text,
    /// Entries of a list.
    List,
    /// A page with heading and facts.
    Page,
}

/// Grey places where content will stand, so that nothing jumps.
#[component]
pub fn Skeleton(
    /// What it stands for.
    #[prop(default = SkeletonShape::List)]
    shape: SkeletonShape,
    /// How many lines or entries.
    #[prop(default = 5)]
    count: usize,
) -> AnyView {
    let (class, item) = match shape {
        SkeletonShape::Text => ("skeleton skeleton-text", "skeleton-line"),
        SkeletonShape::List => ("skeleton skeleton-list", "skeleton-entry"),
        SkeletonShape::Page => ("skeleton skeleton-page", "skeleton-line"),
    };
    let items: Vec<AnyView> = (0..count).map(|_| view! { <span class=item></span> }.into_any()).collect();
    view! {
        <div class=class role="status">
            <span class="visually-hidden">{t("app-loading")}</span>
            {items}
        </div>
    }
    .into_any()
}

/// A small sign beside words that something is on its way.
#[component]
pub fn Spinner() -> AnyView {
    view! { <span class="spinner" aria-hidden="true"></span> }.into_any()
}

/// The line on top of the window while the next page is on its way.
#[component]
pub fn RoutingBar(
    /// Whether it is.
    #[prop(into)]
    active: Signal<bool>,
) -> AnyView {
    view! { <div class="routing-bar" class:routing-bar-active=active aria-hidden="true"></div> }.into_any()
}
