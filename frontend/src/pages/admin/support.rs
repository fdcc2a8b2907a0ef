//! What the pages of the administration share: the way to them, and who may see them.

use leptos::prelude::*;
use verbund_shared::error::ErrorCode;

use crate::{
    api::ApiFailure,
    components::Crumb,
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
