//! The way into the administration: its pages, each with what it is for.

use leptos::prelude::*;

use crate::{
    components::{PageHeader, TextLink},
    i18n::t,
    pages::support::failure_view,
    routes::{AdminPage, Route},
    shell::navigation::admin_entries,
    state::session::viewer,
};

/// The pages of the administration that the person may use.
#[component]
pub fn OverviewPage() -> AnyView {
    let list = move || {
        let entries = viewer().map(|viewer| admin_entries(&viewer)).unwrap_or_default();
        let items: Vec<AnyView> = entries
            .into_iter()
            .filter_map(|entry| {
                let Route::Admin(page) = &entry.route else { return None };
                let about = about(page)?;
                let item = view! {
                    <li class="entry">
                        <h2 class="entry-title">
                            <TextLink href=entry.route.href() icon=entry.icon>{t(entry.key)}</TextLink>
                        </h2>
                        <p class="entry-text">{t(about)}</p>
                    </li>
                };
                Some(item.into_any())
            })
            .collect();
        if items.is_empty() {
            return failure_view(
                crate::api::ApiFailure::coded(verbund_shared::error::ErrorCode::Forbidden),
                || (),
            );
        }
        view! { <ul class="entries">{items}</ul> }.into_any()
    };
    view! {
        <PageHeader title=t("app-nav-admin") intro=t("admin-overview-intro")/>
        {list}
    }
    .into_any()
}

/// The message that says what a page is for; the overview itself has none.
fn about(page: &AdminPage) -> Option<&'static str> {
    Some(match page {
        AdminPage::Overview => return None,
        AdminPage::Applications | AdminPage::Application(_) => "admin-overview-applications",
        AdminPage::Members => "admin-overview-members",
        AdminPage::Groups => "admin-overview-groups",
        AdminPage::People | AdminPage::Person(_) => "admin-overview-people",
        AdminPage::Network => "admin-overview-network",
        AdminPage::Terms => "admin-overview-terms",
        AdminPage::Import => "admin-overview-import",
        AdminPage::Outbox => "admin-overview-outbox",
        AdminPage::Audit => "admin-overview-audit",
    })
}
