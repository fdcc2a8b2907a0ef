//! What can be pressed: buttons, links that look like buttons, and plain links.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

use super::{Icon, IconName};
use crate::i18n::text;

/// How much a button weighs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Another thing to do.
    #[default]
    Secondary,
    /// Something that is there, but does not ask for it.
    Quiet,
    /// Something that takes away.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            ButtonKind::Primary => "button button-primary",
            ButtonKind::Secondary => "button",
            ButtonKind::Quiet => "button button-quiet",
            ButtonKind::Danger => "button button-danger",
        }
    }
}

/// A button. While `pending` it keeps its place and the focus but does nothing.
#[component]
pub fn Button(
    /// How much it weighs.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether it sends the form around it.
    #[prop(optional)]
    submit: bool,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Whether what it does is on its way.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Whether it cannot be pressed at all.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What happens; a button that sends its form needs none.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The words.
    children: Children,
) -> AnyView {
    let pressed = move |event: leptos::ev::MouseEvent| {
        if pending.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            disabled=disabled
            aria-disabled=move || pending.get().then_some("true")
            aria-busy=move || pending.get().then_some("true")
            on:click=pressed
        >
            {icon.map(|name| view! { <Icon name/> })}
            <span>{children()}</span>
        </button>
    }
    .into_any()
}

/// A button with a picture only; its words are read out and shown as a tip.
#[component]
pub fn IconButton(
    /// The picture.
    icon: IconName,
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// Its id, where the focus shall be put back on it.
    #[prop(optional, into)]
    id: Option<String>,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
) -> AnyView {
    view! {
        <button type="button" class="icon-button" id=id aria-label=label title=label on:click=move |_| on_press.run(())>
            <Icon name=icon/>
        </button>
    }
    .into_any()
}

/// A link that looks like a button, for going somewhere as the main thing to do.
#[component]
pub fn ButtonLink(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// How much it weighs.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Whether the browser shall save what is there.
    #[prop(optional)]
    download: bool,
    /// The words.
    children: Children,
) -> AnyView {
    view! {
        <a class=kind.class() href=href download=download.then_some("") rel=download.then_some("external")>
            {icon.map(|name| view! { <Icon name/> })}
            <span>{children()}</span>
        </a>
    }
    .into_any()
}

/// A link in running text or lists; `external` ones say that they leave.
#[component]
pub fn TextLink(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Whether it leads to somebody else's page.
    #[prop(optional)]
    external: bool,
    /// The words.
    children: Children,
) -> AnyView {
    view! {
        <a class="link" href=href rel=external.then_some("external noopener noreferrer")>
            {icon.map(|name| view! { <Icon name/> })}
            <span>{children()}</span>
            {external.then(|| view! { <Icon name=IconName::ExternalLink/> })}
        </a>
    }
    .into_any()
}

/// Copies a text and says so on itself for a moment.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    value: Signal<String>,
    /// The words; "copy" unless given.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> AnyView {
    const SAYS_SO_FOR: Duration = Duration::from_secs(3);
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = value.get_untracked();
        spawn_local(async move {
            if JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok() {
                copied.try_set(true);
                set_timeout(
                    move || {
                        copied.try_set(false);
                    },
                    SAYS_SO_FOR,
                );
            }
        });
    };
    let words = move || match (copied.get(), label) {
        (true, _) => text("app-copied"),
        (false, Some(label)) => label.get(),
        (false, None) => text("app-copy"),
    };
    view! {
        <button type="button" class="button button-quiet" on:click=copy>
            {move || view! { <Icon name=if copied.get() { IconName::Check } else { IconName::Copy }/> }}
            <span aria-live="polite">{words}</span>
        </button>
    }
    .into_any()
}
