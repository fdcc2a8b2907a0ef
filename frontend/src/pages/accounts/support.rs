//! What the pages of this folder share: going on after signing in, links that no longer work.

use crate::state::address::{NavigateOptions, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    limits::PASSWORD_MIN,
    operations::{LinkWorks, link_works},
    people::LinkKind,
};

use crate::{
    api::{QueryState, use_query},
    components::{Notice, Skeleton, SkeletonShape, Tone},
    i18n::{t, t_with},
    pages::support::failure_view,
    routes::{Route, query},
};

/// Where to go on after signing in: a path of this app, never anything else.
pub(super) fn next_path() -> Option<String> {
    let next = use_query_map().read_untracked().get(query::NEXT)?;
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let own = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(|c: char| c == '\\' || c.is_control())
        && !matches!(Route::parse(path), Route::SignIn | Route::NotFound);
    own.then_some(next)
}

/// Goes to a page in place of this one.
pub(super) fn go_instead(navigate: &impl Fn(&str, NavigateOptions), href: &str) {
    navigate(href, NavigateOptions { replace: true, ..NavigateOptions::default() });
}

/// What a new password must be like.
pub(super) fn password_hint() -> Signal<String> {
    t_with("accounts-password-hint", &[("min", PASSWORD_MIN.into())])
}

/// Shows `content` if a one-time link still works, else what to do instead.
pub(super) fn with_working_link(
    kind: LinkKind,
    token: String,
    content: impl Fn() -> AnyView + Send + 'static,
    otherwise: fn() -> AnyView,
) -> AnyView {
    let works = use_query::<LinkWorks>(move || link_works::Variables { kind, token: token.clone() });
    (move || match works.state() {
        QueryState::Loading => view! { <Skeleton shape=SkeletonShape::Text count=3/> }.into_any(),
        QueryState::Ready(data) if data.link_works => content(),
        QueryState::Ready(_) => otherwise(),
        QueryState::Failed(failure) => failure_view(failure, move || works.refetch()),
    })
    .into_any()
}

/// A link that no longer works: why, and what one can do.
pub(super) fn invalid_link(text: &'static str, actions: AnyView) -> AnyView {
    view! {
        <Notice tone=Tone::Waiting title=t("accounts-link-invalid-title")>
            <p>{t(text)}</p>
            <div class="actions">{actions}</div>
        </Notice>
    }
    .into_any()
}
