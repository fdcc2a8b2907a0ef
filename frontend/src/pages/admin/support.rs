//! What the pages of the administration share: the way to them, and what to do about a stale form.

use leptos::prelude::*;
use verbund_shared::error::ErrorCode;

use crate::{
    api::{ApiFailure, Submission},
    components::{Button, ButtonKind, Crumb, Notice, Tone},
    i18n::t,
    pages::support::failure_view,
    routes::{AdminPage, Route},
    state::session::viewer,
};

/// The way to a page of the administration.
pub fn crumbs() -> Vec<Crumb> {
    vec![Crumb::new(t("app-nav-admin"), Route::Admin(AdminPage::Overview).href())]
}

/// Shows something to coordinators, and to everybody else who may see it instead.
pub fn for_coordinators(content: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    // Renewing the session must not make a form anew.
    let may = Memo::new(|_| viewer().is_some_and(|viewer| viewer.is_coordinator));
    (move || if may.get() { content() } else { failure_view(ApiFailure::coded(ErrorCode::Forbidden), || ()) })
        .into_any()
}

/// After somebody else was faster: what was typed stays, and the person decides what shall hold.
#[component]
pub fn StaleNotice(
    /// What failed.
    submission: Submission,
    /// Saves over the other change; gets the version it is based on.
    #[prop(into)]
    on_keep: Callback<i64>,
    /// Shows the current state instead of what was typed.
    #[prop(into)]
    on_load: Callback<()>,
) -> AnyView {
    let current = move || match submission.failure().get() {
        Some(ApiFailure::Coded { code: ErrorCode::Conflict, params, .. }) => {
            params.get("currentVersion").and_then(|version| version.as_i64())
        }
        _ => None,
    };
    (move || {
        current().map(|version| {
            let load = move |()| {
                submission.clear();
                on_load.run(());
            };
            view! {
                <Notice tone=Tone::Waiting title=t("admin-stale-title")>
                    <p>{t("admin-stale-text")}</p>
                    <div class="actions">
                        <Button on_press=load>{t("admin-stale-load")}</Button>
                        <Button kind=ButtonKind::Danger on_press=move |()| on_keep.run(version)>
                            {t("admin-stale-keep")}
                        </Button>
                    </div>
                </Notice>
            }
            .into_any()
        })
    })
    .into_any()
}
