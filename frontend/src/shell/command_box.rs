//! One box that goes anywhere, by `Ctrl+K`: every page the person may see, offers and members of the
//! directory while one types, and a search for whatever else was typed. A combobox: the focus stays
//! in the field, the arrows move the choice, and what was found is announced.

use crate::state::address::use_navigate;
use js_sys::JsString;
use leptos::{ev, html, prelude::*};

use verbund_shared::limits::SEARCH_MAX;

use super::{
    directory_hits::{Found, Search},
    navigation::all_entries,
};
use crate::{
    components::{Icon, IconName},
    i18n::{t, text, text_with},
    platform,
    routes::{Route, query},
};

const LIST: &str = "command-list";

/// Somewhere one can go.
#[derive(Clone, PartialEq)]
pub(super) struct Hit {
    pub(super) icon: IconName,
    pub(super) label: String,
    /// What tells it from others of its name; may be empty.
    pub(super) more: String,
    pub(super) href: String,
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
        .map(|entry| Hit {
            icon: entry.icon,
            label: text(entry.key),
            more: String::new(),
            href: entry.route.href(),
        })
        .filter(|hit| lower(&hit.label).includes(&wanted, 0))
        .collect();
    if !typed.is_empty() {
        for (key, route) in [("app-command-offers", Route::Offers), ("app-command-members", Route::Members)] {
            let label = text_with(key, &[("words", typed.into())]);
            let href = route.href_with(&[(query::WORDS, typed)]);
            hits.push(Hit { icon: IconName::Search, label, more: String::new(), href });
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
    let search = Search::new();
    // What is found in the directory comes last, so that it moves nothing that is chosen already.
    let found = Memo::new(move |_| {
        if !open.get() {
            return Vec::new();
        }
        let mut found = hits(&typed.read());
        if let Found::Hits(more) = search.found() {
            found.extend(more);
        }
        found
    });

    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                typed.set(String::new());
                search.typed("");
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
        let choose = |at: usize| {
            chosen.set(at);
            platform::scroll_to_id(&option_id(at));
        };
        let at = chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => choose((at + 1) % count),
            "ArrowUp" if count > 0 => choose((at + count - 1) % count),
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
                let Hit { icon, label, more, href } = hit;
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
                        {(!more.is_empty()).then(|| view! { <span class="command-more">{more}</span> })}
                    </li>
                }
                .into_any()
            })
            .collect();
        list
    };
    let status = move || match search.found() {
        Found::NotAsked => String::new(),
        Found::Waiting => text("app-command-waiting"),
        Found::Failed => text("app-command-failed"),
        Found::Hits(hits) => text_with("app-command-found", &[("count", hits.len().into())]),
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
                    maxlength=SEARCH_MAX.to_string()
                    aria-label=t("app-command-title")
                    aria-expanded="true"
                    aria-controls=LIST
                    aria-autocomplete="list"
                    aria-activedescendant=move || (!found.read().is_empty()).then(|| option_id(chosen.get()))
                    placeholder=t("app-command-hint")
                    prop:value=typed
                    on:input=move |event| {
                        let now = event_target_value(&event);
                        search.typed(&now);
                        typed.set(now);
                        chosen.set(0);
                    }
                    on:keydown=keys
                />
            </div>
            <ul class="command-list" id=LIST role="listbox" aria-label=t("app-command-title")>{options}</ul>
            {nothing}
            <p class="command-status" role="status">{status}</p>
        </dialog>
    }
    .into_any()
}

fn option_id(at: usize) -> String {
    format!("command-{at}")
}
