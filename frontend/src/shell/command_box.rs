//! One box that goes anywhere, by `Ctrl+K`: every page the person may see, and a search in the
//! directory for whatever else was typed. A combobox: the focus stays in the field, the arrows
//! move the choice.

use crate::state::address::use_navigate;
use js_sys::JsString;
use leptos::{ev, html, prelude::*};

use super::navigation::all_entries;
use crate::{
    components::{Icon, IconName},
    i18n::{t, text, text_with},
    routes::{Route, query},
};

const LIST: &str = "command-list";

#[derive(Clone, PartialEq)]
struct Hit {
    icon: IconName,
    label: String,
    href: String,
}

/// Lower case by the browser's knowledge of letters, which needs no tables in the wasm.
fn lower(text: &str) -> JsString {
    JsString::from(text).to_lower_case()
}

/// Pages whose name holds what was typed, then the searches for it.
fn hits(typed: &str) -> Vec<Hit> {
    let typed = typed.trim();
    let wanted = String::from(lower(typed));
    let mut hits: Vec<Hit> = all_entries()
        .into_iter()
        .map(|entry| Hit { icon: entry.icon, label: text(entry.key), href: entry.route.href() })
        .filter(|hit| lower(&hit.label).includes(&wanted, 0))
        .collect();
    if !typed.is_empty() {
        for (key, route) in [("app-command-offers", Route::Offers), ("app-command-members", Route::Members)] {
            let label = text_with(key, &[("words", typed.into())]);
            hits.push(Hit { icon: IconName::Search, label, href: route.href_with(&[(query::WORDS, typed)]) });
        }
    }
    hits
}

/// The box, closed until asked for.
#[component]
pub fn CommandBox(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let found = Memo::new(move |_| if open.get() { hits(&typed.read()) } else { Vec::new() });

    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                typed.set(String::new());
                chosen.set(0);
                let _ = dialog.show_modal();
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });

    let navigate = use_navigate();
    let go = StoredValue::new_local(move |href: &str| {
        open.set(false);
        navigate(href, Default::default());
    });
    let keys = move |event: ev::KeyboardEvent| {
        let count = found.read_untracked().len();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" => {
                let hit = found.read_untracked().get(chosen.get_untracked()).cloned();
                if let Some(hit) = hit {
                    go.with_value(|go| go(&hit.href));
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        let list: Vec<AnyView> = found
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, hit)| {
                let Hit { icon, label, href } = hit;
                let selected = move || (chosen.get() == at).to_string();
                view! {
                    <li
                        class="command-option"
                        role="option"
                        id=option_id(at)
                        aria-selected=selected
                        on:click=move |_| go.with_value(|go| go(&href))
                        on:pointermove=move |_| chosen.set(at)
                    >
                        <Icon name=icon/>
                        <span>{label}</span>
                    </li>
                }
                .into_any()
            })
            .collect();
        list
    };
    let nothing = move || {
        found.read().is_empty().then(|| view! { <p class="command-nothing">{t("app-command-nothing")}</p> })
    };
    view! {
        <dialog class="dialog command" node_ref=dialog aria-label=t("app-command-title") on:close=move |_| open.set(false)>
            <div class="command-field">
                <Icon name=IconName::Search/>
                <input
                    node_ref=field
                    class="command-input"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=t("app-command-title")
                    aria-expanded="true"
                    aria-controls=LIST
                    aria-autocomplete="list"
                    aria-activedescendant=move || (!found.read().is_empty()).then(|| option_id(chosen.get()))
                    placeholder=t("app-command-hint")
                    prop:value=typed
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        chosen.set(0);
                    }
                    on:keydown=keys
                />
            </div>
            <ul class="command-list" id=LIST role="listbox" aria-label=t("app-command-title")>{options}</ul>
            {nothing}
        </dialog>
    }
    .into_any()
}

fn option_id(at: usize) -> String {
    format!("command-{at}")
}
