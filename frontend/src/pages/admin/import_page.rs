//! Importing organisations, people and offers: choose a file, look at the preview, take it over.

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    operation_states::ImportKind,
    operations::{ImportPreview, import_preview},
};

use super::{
    import_preview::PreviewOfImport,
    support::{crumbs, for_coordinators},
};
use crate::{
    api::{Submission, send, upload},
    components::{Fact, Facts, FileField, Icon, IconName, Notice, PageHeader, Spinner, Tab, Tabs, Tone},
    i18n::{errors, t},
    routes::{AdminPage, Route, query},
};

/// Importing organisations, people and offers.
#[component]
pub fn ImportPage() -> AnyView {
    let parameters = use_query_map();
    let shown = Memo::new(move |_| parameters.read().get(query::IMPORT));
    let kind = Memo::new(move |_| {
        parameters
            .read()
            .get(query::KIND)
            .and_then(|word| ImportKind::parse(&word))
            .unwrap_or(ImportKind::Organisations)
    });
    view! {
        <PageHeader title=t("app-nav-import") intro=t("imports-intro") crumbs=crumbs()/>
        {for_coordinators(move || {
            (move || match shown.get() {
                Some(id) => view! { <PreviewOfImport id/> }.into_any(),
                None => view! { <Choose kind/> }.into_any(),
            })
            .into_any()
        })}
    }
    .into_any()
}

/// The name of a kind of file.
pub(super) const fn kind_key(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Organisations => "imports-kind-organisations",
        ImportKind::People => "imports-kind-people",
        ImportKind::Offers => "imports-kind-offers",
    }
}

/// The columns that a file needs, and those that it may have besides.
const fn columns(kind: ImportKind) -> (&'static str, &'static str) {
    match kind {
        ImportKind::Organisations => (
            "key, name, kind, purpose_de",
            "short_name, purpose_en, website, email, phone, street, postal_code, city, districts, topics, \
             languages, target_groups, member_since, member_until, membership_state, contact_name, \
             contact_function, contact_email, contact_phone, contact_public",
        ),
        ImportKind::People => {
            ("email, given_name, family_name", "organisation_key, role, from, until, network_role, locale")
        }
        ImportKind::Offers => (
            "key, organisation_key, title_de, summary_de, form, cost",
            "title_en, summary_en, cost_note_de, cost_note_en, target_groups, topics, districts, languages, \
             url, contact_name, contact_email, contact_phone, valid_from, valid_until, checked_on, state",
        ),
    }
}

/// Choosing a file.
#[component]
fn Choose(kind: Memo<ImportKind>) -> AnyView {
    let navigate = use_navigate();
    let submission = Submission::new();
    let take = move |file: web_sys::File| {
        let kind = kind.get_untracked();
        let work = async move {
            let upload_id = upload("import", &file).await?;
            let input = import_preview::ImportPreviewInput { kind, upload_id };
            send::<ImportPreview>(import_preview::Variables { input }).await
        };
        submission.run(work, move |data| {
            let id = data.import_preview.import.id;
            let href = Route::Admin(AdminPage::Import)
                .href_with(&[(query::KIND, kind.as_str()), (query::IMPORT, &id)]);
            navigate(&href, Default::default());
        });
    };
    let tabs = move || {
        let tab = |&each: &ImportKind| Tab {
            label: t(kind_key(each)),
            href: Route::Admin(AdminPage::Import).href_with(&[(query::KIND, each.as_str())]),
            current: (each == kind.get()).into(),
        };
        view! { <Tabs label=t("app-nav-import") tabs=ImportKind::ALL.iter().map(tab).collect()/> }
    };
    let failure =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    let help = move || {
        let (needed, free) = columns(kind.get());
        view! {
            <Facts>
                <Fact label=t("imports-columns-needed")><code>{needed}</code></Fact>
                <Fact label=t("imports-columns-free")><code>{free}</code></Fact>
            </Facts>
            {(kind.get() == ImportKind::People).then(|| view! { <p>{t("imports-people-hint")}</p> })}
        }
        .into_any()
    };
    view! {
        {tabs}
        <FileField label=t("imports-file") name="file" accept=".csv,text/csv,text/plain" hint=t("imports-file-hint") error=failure on_file=take/>
        <div role="status">
            {move || submission.pending().get().then(|| view! { <Notice tone=Tone::Waiting><Spinner/> {t("imports-reading")}</Notice> })}
        </div>
        <details class="facet">
            <summary>
                <span>{t("imports-columns-title")}</span>
                <Icon name=IconName::ChevronDown/>
            </summary>
            <p>{t("imports-columns-order")}</p>
            {help}
        </details>
    }
    .into_any()
}
