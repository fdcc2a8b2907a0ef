//! The own data: all of them in one file, who had to do with them, who may see them, leaving.

use leptos::prelude::*;
use verbund_shared::operations::{
    AccountDataAccesses, OwnDataExport, account_data_accesses, own_data_export,
};

use super::delete_account::DeleteAccount;
use crate::{
    api::{Submission, send},
    components::{
        Actions, Button, Cell, EmptyState, ErrorState, IconName, Pager, Row, SectionHeading, Skeleton,
        SkeletonShape, Table,
    },
    i18n::{errors, t, text, time_stamp},
    platform,
};

type Access = account_data_accesses::AccountDataAccessesViewerDataAccessesEdgesNode;

/// Entries fetched at once.
const PAGE: i64 = 20;

/// The own data.
#[component]
pub fn DataTab() -> AnyView {
    view! {
        <Download/>
        <Seen/>
        <section class="account-part">
            <SectionHeading title=t("accounts-data-may-title")/>
            <ul class="account-list">
                <li>{t("accounts-data-may-colleagues")}</li>
                <li>{t("accounts-data-may-office")}</li>
                <li>{t("accounts-data-may-public")}</li>
                <li>{t("accounts-data-may-nobody")}</li>
            </ul>
        </section>
        <DeleteAccount/>
    }
    .into_any()
}

#[component]
fn Download() -> AnyView {
    let submission = Submission::new();
    let download = move |()| {
        submission.send::<OwnDataExport>(own_data_export::Variables {}, |data| {
            platform::save_text(&data.own_data_export.file_name, &data.own_data_export.json);
        });
    };
    let failed = move || {
        submission.failure().get().map(|failure| view! { <ErrorState text=errors::failure_text(&failure)/> })
    };
    view! {
        <section class="account-part">
            <SectionHeading title=t("accounts-data-download-title")/>
            <div class="stack">
                <p class="account-text">{t("accounts-data-download-text")}</p>
                {failed}
                <Actions>
                    <Button icon=IconName::Download pending=submission.pending() on_press=download>
                        {t("accounts-data-download-do")}
                    </Button>
                </Actions>
            </div>
        </section>
    }
    .into_any()
}

/// What others did with the data, page after page.
#[component]
fn Seen() -> AnyView {
    let entries = RwSignal::new(Vec::<Access>::new());
    let after = RwSignal::new(None::<String>);
    let (asked, has_more) = (RwSignal::new(false), RwSignal::new(false));
    let submission = Submission::new();
    let more = Callback::new(move |()| {
        let variables = account_data_accesses::Variables { first: Some(PAGE), after: after.get_untracked() };
        submission.run(send::<AccountDataAccesses>(variables), move |data| {
            asked.set(true);
            let Some(viewer) = data.viewer else { return };
            let page = viewer.data_accesses;
            entries.update(|entries| entries.extend(page.edges.into_iter().map(|edge| edge.node)));
            has_more.set(page.page_info.has_next_page);
            after.set(page.page_info.end_cursor);
        });
    });
    more.run(());
    let content = move || {
        let failure = submission.failure().get();
        match (failure, asked.get(), entries.read().is_empty()) {
            (Some(failure), _, _) => {
                let text = errors::failure_text(&failure);
                view! { <ErrorState text on_retry=move |()| more.run(())/> }.into_any()
            }
            (None, false, _) => view! { <Skeleton shape=SkeletonShape::List count=3/> }.into_any(),
            (None, true, true) => view! {
                <EmptyState
                    title=t("accounts-data-seen-none")
                    text=t("accounts-data-seen-none-text")
                    icon=IconName::ShieldCheck
                />
            }
            .into_any(),
            (None, true, false) => table(entries.get()),
        }
    };
    let pager = move || {
        (!entries.read().is_empty()).then(|| {
            let shown = Signal::derive(move || entries.read().len());
            view! { <Pager shown has_more pending=submission.pending() on_more=more/> }
        })
    };
    view! {
        <section class="account-part">
            <SectionHeading title=t("accounts-data-seen-title")/>
            <div class="stack">
                <p class="account-text">{t("accounts-data-seen-text")}</p>
                {content}
                {pager}
            </div>
        </section>
    }
    .into_any()
}

fn table(entries: Vec<Access>) -> AnyView {
    let columns = vec![t("accounts-data-when"), t("accounts-data-what"), t("accounts-data-who")];
    let rows: Vec<AnyView> = entries.into_iter().map(row).collect();
    view! { <Table caption=t("accounts-data-seen-title") columns>{rows}</Table> }.into_any()
}

fn row(entry: Access) -> AnyView {
    let Access { at, action, actor_kind, actor_name, .. } = entry;
    let what = format!("audit-{}", action.replace('_', "-"));
    let who = move || match (actor_kind.as_str(), actor_name.is_empty()) {
        ("person", false) => actor_name.clone(),
        ("person", true) => text("accounts-data-who-left"),
        ("visitor", _) => text("accounts-data-who-visitor"),
        _ => text("accounts-data-who-system"),
    };
    view! {
        <Row>
            <Cell label=t("accounts-data-when")>{move || time_stamp(&at)}</Cell>
            <Cell label=t("accounts-data-what")>{move || text(&what)}</Cell>
            <Cell label=t("accounts-data-who")>{who}</Cell>
        </Row>
    }
    .into_any()
}
