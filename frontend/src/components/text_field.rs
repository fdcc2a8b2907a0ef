//! Fields for text: one line, many lines, a day, and the same text in both languages.

use leptos::prelude::*;

use super::field::FieldParts;
use crate::i18n::t_with;

/// One line of text.
#[component]
pub fn TextField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input (`contact.email`), by which errors find it.
    #[prop(into)]
    name: String,
    /// What is typed.
    value: RwSignal<String>,
    /// `email`, `password`, `url`, `tel`, `number`; text unless given.
    #[prop(default = "text")]
    kind: &'static str,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// What the browser may fill in (`email`, `current-password`, `one-time-code` ...).
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The keyboard of a phone (`numeric`, `email` ...).
    #[prop(optional)]
    input_mode: Option<&'static str>,
    /// The language of the text, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// An error that the page found itself.
    #[prop(optional, into)]
    error: Option<Signal<Option<String>>>,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), error);
    let control = view! {
        <input
            class="input"
            type=kind
            id=parts.id.clone()
            name=name
            lang=lang
            autocomplete=autocomplete
            inputmode=input_mode
            aria-required=required.then_some("true")
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    parts.frame(label, required, hint, control.into_any())
}

/// Many lines of text; it grows with what is typed.
#[component]
pub fn TextAreaField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// What is typed.
    value: RwSignal<String>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// Height in lines.
    #[prop(default = 5)]
    rows: u32,
    /// The most characters, which are counted for the person when given.
    #[prop(optional)]
    max: Option<usize>,
    /// The language of the text, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// An error that the page found itself.
    #[prop(optional, into)]
    error: Option<Signal<Option<String>>>,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), error);
    let counter = max.map(|max| {
        let left = move || {
            let length = value.read().chars().count();
            t_with("app-characters", &[("count", length.into()), ("max", max.into())]).get()
        };
        view! { <p class="field-counter">{left}</p> }
    });
    let control = view! {
        <textarea
            class="input"
            id=parts.id.clone()
            name=name
            rows=rows
            lang=lang
            aria-required=required.then_some("true")
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
        {counter}
    };
    parts.frame(label, required, hint, control.into_any())
}

/// A day, as `2026-03-03`, with the browser's own calendar.
#[component]
pub fn DateField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// The day, or nothing.
    value: RwSignal<String>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), None);
    let control = view! {
        <input
            class="input input-date"
            type="date"
            id=parts.id.clone()
            name=name
            aria-required=required.then_some("true")
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    parts.frame(label, required, hint, control.into_any())
}

/// The same text in German and English, side by side where there is room.
/// `name="title"` makes the fields `title.de` and `title.en`.
#[component]
pub fn BilingualField(
    /// The words above it, without the language.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input.
    name: &'static str,
    /// The German text.
    de: RwSignal<String>,
    /// The English text; it may stay empty, then the German one is shown.
    en: RwSignal<String>,
    /// A sentence that helps, under the German label.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether the German text must be filled in.
    #[prop(optional)]
    required: bool,
    /// Height in lines; one line unless given.
    #[prop(optional)]
    rows: Option<u32>,
    /// The most characters.
    #[prop(optional)]
    max: Option<usize>,
) -> AnyView {
    let german = Signal::derive(move || t_with("app-in-german", &[("label", label.get().into())]).get());
    let english = Signal::derive(move || t_with("app-in-english", &[("label", label.get().into())]).get());
    let one = move |name: String, label: Signal<String>, value, required, lang: &'static str| match rows {
        Some(rows) => {
            let max = max.unwrap_or(usize::MAX);
            let counted = (max != usize::MAX).then_some(max);
            area(label, name, value, required, rows, counted, lang)
        }
        None => view! { <TextField label name value required lang/> }.into_any(),
    };
    view! {
        <div class="bilingual">
            {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
            {one(format!("{name}.de"), german, de, required, "de")}
            {one(format!("{name}.en"), english, en, false, "en")}
        </div>
    }
    .into_any()
}

fn area(
    label: Signal<String>,
    name: String,
    value: RwSignal<String>,
    required: bool,
    rows: u32,
    max: Option<usize>,
    lang: &'static str,
) -> AnyView {
    match max {
        Some(max) => view! { <TextAreaField label name value required rows max lang/> }.into_any(),
        None => view! { <TextAreaField label name value required rows lang/> }.into_any(),
    }
}
