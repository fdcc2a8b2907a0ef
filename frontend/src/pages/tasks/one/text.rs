//! What the task says.

use leptos::prelude::*;

use super::shown::Shown;
use crate::{components::SectionHeading, i18n::t, pages::tasks::markdown::markdown};

/// The text of the task.
pub(super) fn description(shown: Shown) -> AnyView {
    let html = shown.part(|task| task.text_html.clone());
    let words = move || match html.get() {
        html if html.is_empty() => view! { <p class="muted">{t("tasks-page-no-text")}</p> }.into_any(),
        html => markdown(html),
    };
    view! {
        <section class="page-part" id="task-text">
            <SectionHeading title=t("tasks-page-text")/>
            {words}
        </section>
    }
    .into_any()
}
