//! Fields for choosing: one of a list, one of a few, several, yes or no.

use leptos::prelude::*;

use super::field::{FieldParts, optional_mark};

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is called in the input.
    pub value: String,
    /// What people read.
    pub label: String,
}

impl Choice {
    /// A choice with its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One of a list.
#[component]
pub fn SelectField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// What is chosen.
    value: RwSignal<String>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The words of an empty choice; none is offered without.
    #[prop(optional, into)]
    empty: Option<Signal<String>>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), None);
    let options = move || {
        let chosen = value.get();
        let choices = choices.get();
        let list: Vec<AnyView> = choices
            .into_iter()
            .map(|choice| {
                let selected = choice.value == chosen;
                view! { <option value=choice.value selected=selected>{choice.label}</option> }.into_any()
            })
            .collect();
        let empty =
            empty.map(|words| view! { <option value="" selected=chosen.is_empty()>{words.get()}</option> });
        (empty, list)
    };
    let control = view! {
        <select
            class="input select"
            id=parts.id.clone()
            name=name
            aria-required=required.then_some("true")
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
            on:change=move |event| value.set(event_target_value(&event))
        >
            {options}
        </select>
    };
    parts.frame(label, required, hint, control.into_any())
}

/// Several of a list.
#[component]
pub fn CheckboxGroup(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// What is chosen.
    value: RwSignal<Vec<String>>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), None);
    let boxes = move || {
        let name = name.clone();
        let list: Vec<AnyView> = choices
            .get()
            .into_iter()
            .map(|choice| {
                let Choice { value: word, label } = choice;
                let checked = {
                    let word = word.clone();
                    Signal::derive(move || value.read().contains(&word))
                };
                let toggle = move |event: leptos::ev::Event| {
                    let on = event_target_checked(&event);
                    value.update(|chosen| {
                        chosen.retain(|other| *other != word);
                        if on {
                            chosen.push(word.clone());
                        }
                    });
                };
                view! {
                    <label class="check">
                        <input type="checkbox" name=name.clone() prop:checked=checked on:change=toggle/>
                        <span>{label}</span>
                    </label>
                }
                .into_any()
            })
            .collect();
        list
    };
    group(&parts, label, hint, required, view! { <div class="checks">{boxes}</div> }.into_any())
}

/// One of a few, all in sight.
#[component]
pub fn RadioGroup(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// What is chosen.
    value: RwSignal<String>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), None);
    let group_name = parts.id.clone();
    let radios = move || {
        let group_name = group_name.clone();
        let list: Vec<AnyView> = choices
            .get()
            .into_iter()
            .map(|choice| {
                let Choice { value: word, label } = choice;
                let checked = {
                    let word = word.clone();
                    Signal::derive(move || *value.read() == word)
                };
                let name = group_name.clone();
                view! {
                    <label class="check">
                        <input type="radio" name=name prop:checked=checked on:change=move |_| value.set(word.clone())/>
                        <span>{label}</span>
                    </label>
                }
                .into_any()
            })
            .collect();
        list
    };
    group(&parts, label, hint, required, view! { <div class="checks">{radios}</div> }.into_any())
}

fn group(
    parts: &FieldParts,
    label: Signal<String>,
    hint: Option<Signal<String>>,
    required: bool,
    controls: AnyView,
) -> AnyView {
    view! {
        <fieldset
            class="field field-group"
            id=parts.id.clone()
            tabindex="-1"
            aria-describedby=parts.described_by()
        >
            <legend class="field-label">{label} {(!required).then(optional_mark)}</legend>
            {parts.hint(hint)}
            {controls}
            {parts.error_line()}
        </fieldset>
    }
    .into_any()
}

/// Yes or no.
#[component]
pub fn CheckboxField(
    /// The sentence that one agrees to.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// Yes or no.
    value: RwSignal<bool>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), None);
    view! {
        <div class="field">
            <label class="check" for=parts.id.clone()>
                <input
                    type="checkbox"
                    id=parts.id.clone()
                    name=name
                    aria-describedby=parts.described_by()
                    aria-invalid=parts.invalid()
                    prop:checked=value
                    on:change=move |event| value.set(event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
            {parts.hint(hint)}
            {parts.error_line()}
        </div>
    }
    .into_any()
}
