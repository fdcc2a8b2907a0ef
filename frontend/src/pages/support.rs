//! What pages share: showing a query in each of its states, and what to do about a stale form.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::error::ErrorCode;

use crate::{
    api::{ApiFailure, Query, QueryState, Submission},
    components::{
        Button, ButtonKind, ButtonLink, ErrorState, Notice, PageHeader, Skeleton, SkeletonShape, Tone,
    },
    i18n::{errors, t},
    pages::not_found::NotFound,
    platform,
    routes::Route,
};

/// Shows a query: grey places while nothing is known, the failure with a way to try again, or the
/// data. `content` runs anew whenever newer data arrives.
pub fn show<D: Send + Sync>(
    query: Query<D>,
    skeleton: SkeletonShape,
    content: impl Fn(Arc<D>) -> AnyView + Send + 'static,
) -> AnyView {
    (move || match query.state() {
        QueryState::Loading => view! { <Skeleton shape=skeleton/> }.into_any(),
        QueryState::Ready(data) => content(data),
        QueryState::Failed(failure) => failure_view(failure, move || query.refetch()),
    })
    .into_any()
}

/// Shows a query whose data names the page: like `show`, but the failure brings its own heading.
pub fn show_page<D: Send + Sync>(
    query: Query<D>,
    content: impl Fn(Arc<D>) -> AnyView + Send + 'static,
) -> AnyView {
    (move || match query.state() {
        QueryState::Loading => view! { <Skeleton shape=SkeletonShape::Page count=6/> }.into_any(),
        QueryState::Ready(data) => content(data),
        QueryState::Failed(failure) if failure.code() == Some(ErrorCode::NotFound) => {
            view! { <NotFound/> }.into_any()
        }
        QueryState::Failed(failure) => view! {
            <PageHeader title=t("app-page-failed-title")/>
            {failure_view(failure, move || query.refetch())}
        }
        .into_any(),
    })
    .into_any()
}

/// Shows a query whose data names the page: like `show_page`, but `content` runs once and follows newer
/// data itself, so that what is typed and focused in it stays.
pub fn show_page_kept<D: Send + Sync>(
    query: Query<D>,
    content: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let known = Memo::new(move |_| query.data().is_some());
    (move || match known.get() {
        true => content(),
        false => show_page(query, |_| ().into_any()),
    })
    .into_any()
}

/// What is typed, kept in this tab under a name until it is what it was at first: a reload loses nothing.
pub fn kept_text(key: String, first: String) -> RwSignal<String> {
    let typed = RwSignal::new(platform::stored_for_visit(&key).unwrap_or_else(|| first.clone()));
    Effect::new(move |_| {
        let typed = typed.get();
        platform::store_for_visit(&key, (typed != first).then_some(typed.as_str()));
    });
    typed
}

/// A failure in place of what should stand there: what happened, and what one can do about it.
pub fn failure_view(failure: ApiFailure, retry: impl Fn() + Send + Sync + 'static) -> AnyView {
    let code = failure.code();
    let text = Signal::derive(move || errors::failure_text(&failure));
    match code {
        Some(ErrorCode::Forbidden) => view! {
            <Notice tone=Tone::Waiting title=text>
                <div class="actions">
                    <ButtonLink href=Route::Rights.href()>{t("app-nav-rights")}</ButtonLink>
                </div>
            </Notice>
        }
        .into_any(),
        Some(ErrorCode::Unauthenticated) => view! {
            <Notice tone=Tone::Waiting title=text>
                <div class="actions">
                    <ButtonLink href=Route::SignIn.href()>{t("app-nav-sign-in")}</ButtonLink>
                </div>
            </Notice>
        }
        .into_any(),
        Some(ErrorCode::NotFound) => view! { <Notice title=text/> }.into_any(),
        _ => view! { <ErrorState text on_retry=move |()| retry()/> }.into_any(),
    }
}

/// The version that is there now, after somebody else was faster.
pub fn current_version(failure: &ApiFailure) -> Option<i64> {
    match failure {
        ApiFailure::Coded { code: ErrorCode::Conflict, params, .. } => params.get("currentVersion")?.as_i64(),
        _ => None,
    }
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
    let current = move || submission.failure().get().as_ref().and_then(current_version);
    (move || {
        current().map(|version| {
            let load = move |()| {
                submission.clear();
                on_load.run(());
            };
            view! {
                <Notice tone=Tone::Waiting title=t("app-stale-title")>
                    <p>{t("app-stale-text")}</p>
                    <div class="actions">
                        <Button on_press=load>{t("app-stale-load")}</Button>
                        <Button kind=ButtonKind::Danger on_press=move |()| on_keep.run(version)>
                            {t("app-stale-keep")}
                        </Button>
                    </div>
                </Notice>
            }
            .into_any()
        })
    })
    .into_any()
}
