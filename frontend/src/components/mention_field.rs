//! A field for many lines of text in which people are named: after an `@` their names are offered.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::field::FieldParts;
use crate::i18n::{t, t_with};

/// So many names are offered at once.
const OFFERED: usize = 6;
/// No name is longer, in characters.
const NAME_MAX: usize = 60;

/// Many lines of text. Typing `@` offers names; the arrow keys go to them and Enter puts one in.
#[component]
pub fn MentionField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// What is typed.
    value: RwSignal<String>,
    /// The names there are.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// A sentence that helps.
    #[prop(into)]
    hint: Signal<String>,
    /// Height in lines.
    #[prop(default = 4)]
    rows: u32,
    /// The most characters.
    max: usize,
) -> AnyView {
    let parts = FieldParts::new(&name, label, true, None);
    let node = NodeRef::<html::Textarea>::new();
    let list = NodeRef::<html::Ul>::new();
    // The beginning of a name before the caret.
    let begun = RwSignal::new(None::<String>);
    let offered =
        Memo::new(move |_| begun.get().map(|begun| fitting(&names.read(), &begun)).unwrap_or_default());
    let typed = move |event| {
        value.set(event_target_value(&event));
        begun.set(node.get_untracked().and_then(|field| begun_name(&before_caret(&field))));
    };
    let choose = Callback::new(move |name: String| {
        let Some(field) = node.get_untracked() else { return };
        let before = before_caret(&field);
        let rest: String = value.with_untracked(|all| all.get(before.len()..).unwrap_or_default().to_owned());
        let kept = before.rfind('@').map_or(before.as_str(), |at| &before[..at]);
        let written = format!("{kept}@{name} ");
        let caret = u32::try_from(written.encode_utf16().count()).unwrap_or_default();
        let all = written + rest.trim_start_matches(' ');
        field.set_value(&all);
        value.set(all);
        begun.set(None);
        let _ = field.focus();
        let _ = field.set_selection_range(caret, caret);
    });
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" if !offered.read_untracked().is_empty() => {
            event.prevent_default();
            focus_in(list, 0);
        }
        "Escape" if begun.read_untracked().is_some() => {
            event.stop_propagation();
            begun.set(None);
        }
        _ => {}
    };
    let key_in_list = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" => {
                event.stop_propagation();
                begun.set(None);
                return back_to(node);
            }
            _ => return,
        };
        event.prevent_default();
        match focused_in(list).and_then(|at| at.checked_add_signed(step)) {
            Some(next) => focus_in(list, next),
            None => back_to(node),
        }
    };
    let entries = move || {
        let offered = offered.get();
        (!offered.is_empty()).then(|| {
            let buttons: Vec<AnyView> = offered
                .into_iter()
                .map(|name| {
                    let chosen = name.clone();
                    let press = move |_| choose.run(chosen.clone());
                    view! { <li><button type="button" class="mention" on:click=press>{name}</button></li> }.into_any()
                })
                .collect();
            view! {
                <ul class="mentions" aria-label=t("app-mention-names") node_ref=list on:keydown=key_in_list>{buttons}</ul>
            }
            .into_any()
        })
    };
    let said = move || match offered.read().len() {
        0 => String::new(),
        count => t_with("app-mention-offered", &[("count", count.into())]).get(),
    };
    let left = move || {
        let length = value.read().chars().count();
        t_with("app-characters", &[("count", length.into()), ("max", max.into())]).get()
    };
    let control = view! {
        <textarea
            class="input"
            id=parts.id.clone()
            name=name
            rows=rows
            node_ref=node
            aria-required="true"
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
            prop:value=value
            on:input=typed
            on:keydown=key
        ></textarea>
        {entries}
        <p class="visually-hidden" role="status">{said}</p>
        <p class="field-counter">{left}</p>
    };
    parts.frame(label, true, Some(hint), control.into_any())
}

/// The text before the caret.
fn before_caret(field: &web_sys::HtmlTextAreaElement) -> String {
    let text: Vec<u16> = field.value().encode_utf16().collect();
    let caret = field.selection_start().ok().flatten().map_or(text.len(), |caret| caret as usize);
    String::from_utf16_lossy(&text[..caret.min(text.len())])
}

/// What was typed after the last `@`, where that can begin a name.
fn begun_name(before: &str) -> Option<String> {
    let (start, begun) = before.rsplit_once('@')?;
    let stands_alone = start.chars().next_back().is_none_or(|before| before.is_whitespace() || before == '(');
    let may_be = stands_alone && !begun.contains('\n') && begun.chars().count() <= NAME_MAX;
    may_be.then(|| begun.to_owned())
}

/// The names that begin so, or of which a part does.
fn fitting(names: &[String], begun: &str) -> Vec<String> {
    let begun = begun.to_lowercase();
    let fits = |name: &&String| {
        let name = name.to_lowercase();
        name != begun.trim_end()
            && (name.starts_with(&begun) || name.split(' ').any(|part| part.starts_with(&begun)))
    };
    names.iter().filter(fits).take(OFFERED).cloned().collect()
}

fn back_to(node: NodeRef<html::Textarea>) {
    if let Some(field) = node.get_untracked() {
        let _ = field.focus();
    }
}

fn button(list: NodeRef<html::Ul>, at: usize) -> Option<HtmlElement> {
    let found = list.get_untracked()?.query_selector(&format!("li:nth-child({}) button", at + 1));
    found.ok()??.dyn_into().ok()
}

fn focus_in(list: NodeRef<html::Ul>, at: usize) {
    if let Some(button) = button(list, at) {
        let _ = button.focus();
    }
}

fn focused_in(list: NodeRef<html::Ul>) -> Option<usize> {
    let focused = document().active_element()?;
    (0..OFFERED).find(|at| button(list, *at).is_some_and(|button| *button == focused))
}
