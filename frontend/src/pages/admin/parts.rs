//! Small parts that the lists of the coordination office share.

use leptos::prelude::*;

use crate::components::Choice;

/// A choice that filters a list at once; what is chosen lives in the address.
pub(super) fn choose(
    label: Signal<String>,
    name: &'static str,
    value: Signal<String>,
    choices: Signal<Vec<Choice>>,
    on_choose: Callback<String>,
) -> AnyView {
    let options = move || {
        let chosen = value.get();
        let list: Vec<AnyView> = choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = choice.value == chosen;
                view! { <option value=choice.value selected=selected>{choice.label}</option> }.into_any()
            })
            .collect();
        list
    };
    view! {
        <label class="list-choice">
            <span class="field-label">{label}</span>
            <select class="input select" name=name on:change=move |event| on_choose.run(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
    .into_any()
}
