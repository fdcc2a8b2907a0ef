//! The shell of a form: the summary of what is wrong, which takes the focus, and the fields'
//! knowledge of their errors.

use std::collections::BTreeMap;

use leptos::{context::Provider, html, prelude::*};

use super::{Icon, IconName};
use crate::i18n::t;

/// What is wrong with a form: one sentence for all of it, and one for each field by its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormErrors {
    /// The sentence for all of it; nothing is wrong where it is absent.
    pub summary: Option<String>,
    /// Field name and sentence.
    pub fields: Vec<(String, String)>,
}

/// What a field knows of the form around it.
#[derive(Clone, Copy)]
pub(super) struct FormContext {
    id: &'static str,
    errors: Signal<FormErrors>,
    labels: StoredValue<BTreeMap<String, Signal<String>>>,
}

/// The id of a field outside a form.
pub(super) fn plain_id(name: &str) -> String {
    format!("field-{}", name.replace('.', "-"))
}

impl FormContext {
    /// The id of a field's control.
    pub fn field_id(self, name: &str) -> String {
        format!("{}-{}", self.id, name.replace('.', "-"))
    }

    /// Makes a field known, so that the summary can name and reach it.
    pub fn register(self, name: &str, label: Signal<String>) {
        self.labels.update_value(|labels| {
            labels.insert(name.to_owned(), label);
        });
    }

    /// The sentence for a field. An error of one entry (`topics.2`) belongs to its field (`topics`).
    pub fn error_of(self, name: &str) -> Option<String> {
        let errors = self.errors.read();
        let exact = errors.fields.iter().find(|(field, _)| field == name);
        let entry = || {
            errors.fields.iter().find(|(field, _)| {
                field.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')).is_some_and(is_index)
            })
        };
        exact.or_else(entry).map(|(_, sentence)| sentence.clone())
    }

    fn label_of(self, field: &str) -> Option<(String, Signal<String>)> {
        let name = match field.rsplit_once('.') {
            Some((name, index)) if is_index(index) => name,
            _ => field,
        };
        let label = self.labels.with_value(|labels| labels.get(name).copied())?;
        Some((self.field_id(name), label))
    }
}

fn is_index(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A form. Fields inside find their error by their name; the summary on top takes the focus
/// when something is wrong. Nothing that was typed is ever taken away.
#[component]
pub fn Form(
    /// Tells forms of one page apart; the beginning of its fields' ids.
    id: &'static str,
    /// What is wrong.
    #[prop(optional, into)]
    errors: Signal<FormErrors>,
    /// What sending does.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The fields and buttons.
    children: Children,
) -> AnyView {
    let context = FormContext { id, errors, labels: StoredValue::default() };
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if errors.read().summary.is_some() {
            request_animation_frame(move || {
                if let Some(summary) = summary.get_untracked() {
                    let _ = summary.focus();
                }
            });
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    // For the fields inside only: a field elsewhere on the page must not find this form, least of
    // all after the page was drawn anew and the form is gone.
    view! {
        <Provider value=context>
            <form class="form" id=id novalidate on:submit=submit>
                {move || {
                    let errors = errors.get();
                    errors.summary.map(|sentence| summary_view(summary, context, sentence, errors.fields))
                }}
                {children()}
            </form>
        </Provider>
    }
    .into_any()
}

fn summary_view(
    node: NodeRef<html::Div>,
    context: FormContext,
    sentence: String,
    fields: Vec<(String, String)>,
) -> AnyView {
    let lines: Vec<AnyView> = fields
        .into_iter()
        .map(|(field, sentence)| match context.label_of(&field) {
            Some((id, label)) => {
                let target = id.clone();
                let go = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    crate::platform::focus_id(&target);
                };
                view! { <li><a href=format!("#{id}") on:click=go>{label}</a> ": " {sentence}</li> }.into_any()
            }
            None => view! { <li>{sentence}</li> }.into_any(),
        })
        .collect();
    let list = (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> });
    view! {
        <div class="notice notice-wrong" tabindex="-1" node_ref=node>
            <Icon name=IconName::Alert/>
            <div>
                <p class="notice-title"><span class="visually-hidden">{t("app-form-wrong")} ": "</span> {sentence}</p>
                {list}
            </div>
        </div>
    }
    .into_any()
}

/// Fields that belong together, under a heading.
#[component]
pub fn FormSection(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence below it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// The fields.
    children: Children,
) -> AnyView {
    view! {
        <fieldset class="form-section">
            <legend class="form-section-title">{title}</legend>
            {hint.map(|hint| view! { <p class="form-section-hint">{hint}</p> })}
            <div class="form-section-fields">{children()}</div>
        </fieldset>
    }
    .into_any()
}

/// The row of buttons that ends a form or a dialog.
#[component]
pub fn Actions(
    /// The buttons, the main one first.
    children: Children,
) -> AnyView {
    view! { <div class="actions">{children()}</div> }.into_any()
}
