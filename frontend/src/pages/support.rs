//! What pages share: showing a query in each of its states.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::error::ErrorCode;

use crate::{
    api::{ApiFailure, Query, QueryState},
    components::{ButtonLink, ErrorState, Notice, PageHeader, Skeleton, SkeletonShape, Tone},
    i18n::{errors, t},
    pages::not_found::NotFound,
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
