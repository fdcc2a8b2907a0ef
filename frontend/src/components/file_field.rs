//! A field for a file: choose it, or drop it there.

use leptos::prelude::*;

use super::{Icon, IconName, field::FieldParts};
use crate::i18n::t;

/// A field for one file. The file goes to `on_file` as soon as it is there.
#[component]
pub fn FileField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name, by which errors find it.
    #[prop(into)]
    name: String,
    /// The kinds the browser offers (`.csv,text/csv`).
    accept: &'static str,
    /// What happens with the file.
    #[prop(into)]
    on_file: UnsyncCallback<web_sys::File>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// An error that the page found itself.
    #[prop(optional, into)]
    error: Option<Signal<Option<String>>>,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), error);
    let over = RwSignal::new(false);
    let chosen = RwSignal::new(None::<String>);
    let on_file = StoredValue::new_local(on_file);
    let take = move |files: Option<web_sys::FileList>| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            chosen.set(Some(file.name()));
            on_file.with_value(|on_file| on_file.run(file));
        }
    };
    let change = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        take(input.files());
        // The same file may be chosen again after it was corrected.
        input.set_value("");
    };
    let drop_here = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let drag_over = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div class="field">
            <span class="field-label">{label}</span>
            {parts.hint(hint)}
            <label
                class="file-drop"
                class:file-drop-over=over
                on:drop=drop_here
                on:dragover=drag_over
                on:dragleave=move |_| over.set(false)
            >
                <Icon name=IconName::Upload/>
                <span>{t("app-file-choose")}</span>
                <span class="file-drop-name">{chosen}</span>
                <input
                    class="visually-hidden"
                    type="file"
                    id=parts.id.clone()
                    name=name
                    accept=accept
                    aria-label=label
                    aria-describedby=parts.described_by()
                    aria-invalid=parts.invalid()
                    on:change=change
                />
            </label>
            {parts.error_line()}
        </div>
    }
    .into_any()
}
