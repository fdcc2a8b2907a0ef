//! Sentences that stand out: notices, empty lists, and what to do when something went wrong.

use leptos::prelude::*;

use super::{Button, Icon, IconName, Tone};
use crate::i18n::t;

/// A notice in the page.
#[component]
pub fn Notice(
    /// What its colour means.
    #[prop(optional)]
    tone: Tone,
    /// The sentence in bold.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// What else there is to say or do.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class=format!("notice notice-{}", tone.word())>
            <Icon name=tone.icon()/>
            <div>
                {title.map(|title| view! { <p class="notice-title">{title}</p> })}
                {children.map(|children| children())}
            </div>
        </div>
    }
    .into_any()
}

/// A list without entries: what would stand here, and what to do next.
#[component]
pub fn EmptyState(
    /// What is absent.
    #[prop(into)]
    title: Signal<String>,
    /// Why, or what to do.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// The picture.
    #[prop(default = IconName::Inbox)]
    icon: IconName,
    /// What one can do: buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            <Icon name=icon/>
            <p class="empty-title">{title}</p>
            {text.map(|text| view! { <p class="empty-text">{text}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Something could not be shown: what happened, and to try again.
#[component]
pub fn ErrorState(
    /// What happened.
    #[prop(into)]
    text: Signal<String>,
    /// Tries again, where that makes sense.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> AnyView {
    let retry = on_retry.map(|on_retry| {
        view! {
            <Button icon=IconName::Refresh on_press=move |()| on_retry.run(())>
                {t("app-retry")}
            </Button>
        }
    });
    view! {
        <div class="notice notice-wrong" role="alert">
            <Icon name=IconName::Alert/>
            <div>
                <p class="notice-title">{text}</p>
                {retry.map(|retry| view! { <div class="actions">{retry}</div> })}
            </div>
        </div>
    }
    .into_any()
}
