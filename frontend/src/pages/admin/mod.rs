//! The pages of the coordination office and the steering group.

mod application_admit;
mod application_page;
mod applications_page;
mod audit_details;
mod audit_page;
mod audit_rows;
mod import_page;
mod import_preview;
mod members_dialogs;
mod members_page;
mod network_page;
mod outbox_page;
mod overview_page;
mod people_page;
mod people_words;
mod person_invite;
mod person_page;
mod person_roles;
mod support;
mod term_form;
mod terms_page;

use leptos::prelude::*;

use crate::routes::{AdminPage, Route};

/// Overview, members, the network and its terms.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Admin(AdminPage::Overview) => view! { <overview_page::OverviewPage/> }.into_any(),
        Route::Admin(AdminPage::Members) => view! { <members_page::MembersPage/> }.into_any(),
        Route::Admin(AdminPage::Network) => view! { <network_page::NetworkPage/> }.into_any(),
        Route::Admin(AdminPage::Terms) => view! { <terms_page::TermsPage/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// Applications for membership.
pub fn applications(route: Route) -> AnyView {
    match route {
        Route::Admin(AdminPage::Application(id)) => {
            view! { <application_page::ApplicationPage id/> }.into_any()
        }
        _ => view! { <applications_page::ApplicationsPage/> }.into_any(),
    }
}

/// People and their roles.
pub fn people(route: Route) -> AnyView {
    match route {
        Route::Admin(AdminPage::Person(id)) => view! { <person_page::PersonPage id/> }.into_any(),
        _ => view! { <people_page::PeoplePage/> }.into_any(),
    }
}

/// Import, outbox and the audit trail.
pub fn records(route: Route) -> AnyView {
    match route {
        Route::Admin(AdminPage::Import) => view! { <import_page::ImportPage/> }.into_any(),
        Route::Admin(AdminPage::Outbox) => view! { <outbox_page::OutboxPage/> }.into_any(),
        Route::Admin(AdminPage::Audit) => view! { <audit_page::AuditPage/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
