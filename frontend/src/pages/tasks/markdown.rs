//! Markdown as it is seen.

use leptos::prelude::*;
use verbund_shared::operations::{MarkdownPreview, markdown_preview};

use crate::{
    api::Submission,
    components::{Button, IconName},
    i18n::{errors::failure_text, t},
};

/// The HTML that the server made of Markdown, and no other: decision 0010.
pub fn markdown(html: String) -> AnyView {
    view! { <div class="prose markdown" inner_html=html></div> }.into_any()
}

/// Shows on demand what a text will look like.
pub fn preview(text: RwSignal<String>) -> AnyView {
    let submission = Submission::new();
    let html = RwSignal::new(None::<String>);
    let ask = move |()| {
        let variables = markdown_preview::Variables { text: text.get_untracked() };
        submission.send::<MarkdownPreview>(variables, move |data| {
            html.set(Some(data.markdown_preview.html));
        });
    };
    let failure = move || submission.failure().get().map(|failure| failure_text(&failure));
    let seen = move || {
        html.get().map(|html| {
            view! {
                <div class="task-preview">
                    <p class="field-hint">{t("tasks-page-preview-title")}</p>
                    {markdown(html)}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <div class="task-preview-of">
            <Button icon=IconName::Eye pending=submission.pending() on_press=ask>
                {t("tasks-page-preview")}
            </Button>
            <p class="field-error" role="alert">{failure}</p>
            <div aria-live="polite">{seen}</div>
        </div>
    }
    .into_any()
}
