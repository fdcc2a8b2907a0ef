//! Language and theme: what a person may change anywhere, without an account.

use leptos::prelude::*;
use verbund_shared::locale::Locale;

use crate::{
    components::{Icon, IconName},
    i18n::{choose_locale, locale, t},
    state::theme::{Theme, choose_theme, theme},
};

/// Changes to the other language; its words are in that language.
#[component]
pub fn LanguageSwitch() -> AnyView {
    let other = move || match locale() {
        Locale::De => (Locale::En, "English"),
        Locale::En => (Locale::De, "Deutsch"),
    };
    view! {
        <button
            type="button"
            class="button button-quiet language"
            lang=move || other().0.tag()
            on:click=move |_| choose_locale(other().0)
        >
            <Icon name=IconName::Languages/>
            <span>{move || other().1}</span>
        </button>
    }
    .into_any()
}

/// Light, dark, or as the system has it.
#[component]
pub fn ThemeSwitch() -> AnyView {
    let choices: Vec<AnyView> = Theme::ALL
        .into_iter()
        .map(|choice| {
            let (key, icon) = match choice {
                Theme::System => ("app-theme-system", IconName::SunMoon),
                Theme::Light => ("app-theme-light", IconName::Sun),
                Theme::Dark => ("app-theme-dark", IconName::Moon),
            };
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="theme"
                        prop:checked=move || theme() == choice
                        on:change=move |_| choose_theme(choice)
                    />
                    <Icon name=icon/>
                    <span>{t(key)}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="segments">
            <legend>{t("app-theme")}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}
