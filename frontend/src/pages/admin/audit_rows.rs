//! Entries of the audit trail in words: as a table, and as CSV.

use leptos::prelude::*;
use verbund_shared::operations::audit_trail;

use super::{
    audit_details::details,
    audit_page::{ORGANISATION, PERSON, trail_of},
};
use crate::{
    components::{Cell, Row, Table, TextLink},
    i18n::{t, text, time_stamp},
    routes::{AdminPage, Route},
};

/// An entry as the server gives it.
pub(super) type Entry = audit_trail::AuditTrailAuditEntriesEdgesNode;

/// What was done, in words.
fn act(entry: &Entry) -> String {
    text(&format!("audit-{}", entry.action.replace('_', "-")))
}

/// Who did it, in words.
fn who(entry: &Entry) -> String {
    match (entry.actor_name.as_str(), entry.actor_kind.as_str()) {
        ("", "person") => text("admin-audit-by-former"),
        ("", "visitor") => text("admin-audit-by-visitor"),
        ("", _) => text("admin-audit-by-system"),
        (name, _) => name.to_owned(),
    }
}

/// What it was done to, in words.
fn object(entry: &Entry) -> String {
    let kind = text(&format!("audit-object-{}", entry.object_kind));
    if entry.object_label.is_empty() { kind } else { format!("{kind}: {}", entry.object_label) }
}

/// Where the thing is shown, if it has a page.
fn object_page(entry: &Entry) -> Option<String> {
    let id = entry.object_id.clone()?;
    match entry.object_kind.as_str() {
        "offer" => Some(Route::Offer(id).href()),
        "organisation" => Some(Route::Member(id).href()),
        "application" => Some(Route::Admin(AdminPage::Application(id)).href()),
        _ => None,
    }
}

/// The entries as a table.
pub(super) fn table(entries: &[Entry]) -> AnyView {
    let rows: Vec<AnyView> = entries.iter().map(row).collect();
    let columns = vec![
        t("admin-audit-action"),
        t("admin-audit-when"),
        t("admin-audit-who"),
        t("admin-audit-object"),
        t("admin-audit-details"),
    ];
    view! { <Table caption=t("app-nav-audit") columns>{rows}</Table> }.into_any()
}

fn row(entry: &Entry) -> AnyView {
    let (act, at, details) = (act(entry), time_stamp(&entry.at), details(entry));
    let (who, object) = (who(entry), object(entry));
    let who = match &entry.actor_id {
        Some(id) if !entry.actor_name.is_empty() => {
            view! { <TextLink href=trail_of(PERSON, id)>{who}</TextLink> }.into_any()
        }
        _ => view! { <span class="muted">{who}</span> }.into_any(),
    };
    let object = match object_page(entry) {
        Some(href) => view! { <TextLink href>{object}</TextLink> }.into_any(),
        None => object.into_any(),
    };
    // Below what it belongs to, unless that is the organisation itself.
    let organisation = entry
        .organisation_id
        .as_ref()
        .filter(|id| entry.object_id.as_ref() != Some(*id))
        .zip(entry.organisation_name.clone())
        .map(|(id, name)| {
            view! { <div class="audit-organisation"><TextLink href=trail_of(ORGANISATION, id)>{name}</TextLink></div> }
        });
    view! {
        <Row>
            <Cell>{act}</Cell>
            <Cell label=t("admin-audit-when")>{at}</Cell>
            <Cell label=t("admin-audit-who")>{who}</Cell>
            <Cell label=t("admin-audit-object")>{object} {organisation}</Cell>
            <Cell label=t("admin-audit-details")>
                {(!details.is_empty()).then(|| view! { <span class="muted">{details}</span> })}
            </Cell>
        </Row>
    }
    .into_any()
}

/// The entries as CSV, in the words of the page.
pub(super) fn as_csv(entries: &[Entry]) -> String {
    let heads = ["when", "who", "action", "object", "organisation", "details"];
    let head = heads.map(|name| csv_cell(&text(&format!("admin-audit-{name}")))).join(";");
    let line = |entry: &Entry| {
        let organisation = entry.organisation_name.clone().unwrap_or_default();
        let cells = [entry.at.clone(), who(entry), act(entry), object(entry), organisation, details(entry)];
        cells.map(|cell| csv_cell(&cell)).join(";")
    };
    let lines: Vec<String> = std::iter::once(head).chain(entries.iter().map(line)).collect();
    // The mark at the start makes table programs read it as UTF-8.
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

/// A cell in quotes; what a table program would take for a formula is made harmless.
fn csv_cell(value: &str) -> String {
    let guard = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}
