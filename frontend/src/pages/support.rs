//! What pages share: showing a query in each of its states.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::error::ErrorCode;

use crate::{
    api::{ApiFailure, Query, QueryState},
    components::{ErrorState, Skeleton, SkeletonShape},
    i18n::errors,
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

/// A failure in place of a page's content; what does not exist looks like a page that does not.
pub fn failure_view(failure: ApiFailure, retry: impl Fn() + Send + Sync + 'static) -> AnyView {
    if failure.code() == Some(ErrorCode::NotFound) {
        return super::not_found::NotFound().into_any();
    }
    let text = Signal::derive(move || errors::failure_text(&failure));
    view! { <ErrorState text on_retry=move |()| retry()/> }.into_any()
}
