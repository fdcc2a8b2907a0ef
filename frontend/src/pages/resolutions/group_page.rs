//! What a group decides: circular resolutions that run, its register, and whether its chain is whole.

use leptos::prelude::*;
use verbund_shared::operations::{GroupResolutionsPage as Query, group_resolutions_page};

use super::{circulars::circulars, list_page::register, record};
use crate::{
    api::{use_live, use_query},
    components::{Badge, ButtonLink, Crumb, IconName, PageHeader, SectionHeading, Tone, pick},
    i18n::{number, t, text_with},
    pages::{groups, list_frame::Filters, support::show_page_kept},
    routes::{GroupTab, Route, query},
    state::address::use_query_map,
};

/// The value of `EDIT` for recording a decision.
pub(super) const RECORD: &str = "eintragen";
/// The value of `EDIT` for opening a circular resolution.
pub(super) const CIRCULAR: &str = "umlauf";

/// The resolutions of a group.
#[component]
pub fn GroupResolutionsPage(
    /// The group's id, from the address.
    group: String,
) -> AnyView {
    let id = StoredValue::new(group);
    let query = use_query::<Query>(move || group_resolutions_page::Variables { group_id: id.get_value() });
    let parameters = use_query_map();
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT));
    show_page_kept(query, move || {
        use_live(id.get_value(), move || query.refetch());
        let name = Memo::new(move |_| {
            query.data().map(|data| {
                let name = &data.group_resolutions.group.name;
                (name.de.clone(), name.en.clone())
            })
        });
        let title = Signal::derive(move || name.get().map(|(de, en)| pick(&de, &en).0).unwrap_or_default());
        let manages =
            Memo::new(move |_| query.data().is_some_and(|data| data.group_resolutions.viewer_can_manage));
        let crumbs = vec![Crumb::new(t("app-nav-groups"), Route::Groups.href())];
        view! {
            <PageHeader title crumbs/>
            {groups::tabs(&id.get_value(), GroupTab::Resolutions)}
            {move || match edited.get().as_deref() {
                Some(RECORD) if manages.get() => record::record_form(id.get_value()),
                Some(CIRCULAR) if manages.get() => record::circular_form(id.get_value()),
                _ => overview(id.get_value(), query, manages),
            }}
        }
        .into_any()
    })
}

fn form_href(group: &str, form: &str) -> String {
    Route::Group(group.to_owned(), GroupTab::Resolutions).href_with(&[(query::EDIT, form)])
}

fn overview(
    group: String,
    query: crate::api::Query<group_resolutions_page::ResponseData>,
    manages: Memo<bool>,
) -> AnyView {
    let filters = Filters::new(Route::Group(group.clone(), GroupTab::Resolutions), &[query::WORDS]);
    let running = Memo::new(move |_| {
        query.data().map(|data| data.group_resolutions.circulars.clone()).unwrap_or_default()
    });
    let chain = move || {
        let chain = query.data().and_then(|data| data.group_resolutions.chain.clone())?;
        Some(chain_line(chain.length, chain.broken))
    };
    let (record, circular) = (form_href(&group, RECORD), form_href(&group, CIRCULAR));
    let acts = move || {
        manages.get().then(|| {
            view! {
                <div class="actions">
                    <ButtonLink icon=IconName::Vote href=circular.clone()>{t("resolutions-circular-open")}</ButtonLink>
                    <ButtonLink icon=IconName::Pencil href=record.clone()>{t("resolutions-record")}</ButtonLink>
                </div>
            }
        })
    };
    let export = filters.export_of("resolutions.csv", vec![(query::GROUP, group.clone())]);
    view! {
        {acts}
        {move || circulars(running.get())}
        <section class="page-part">
            <SectionHeading title=t("resolutions-register")>
                {export}
            </SectionHeading>
            <div class="list-tools">{filters.search(t("resolutions-search"))}</div>
            {register(filters, Some(group))}
            {chain}
        </section>
    }
    .into_any()
}

/// Whether every wording is the one that was recorded.
fn chain_line(length: i64, broken: Option<i64>) -> AnyView {
    let (tone, words): (_, Signal<String>) = match broken {
        None => (
            Tone::Good,
            Signal::derive(move || text_with("resolutions-chain-whole", &[("count", length.into())])),
        ),
        Some(place) => (
            Tone::Wrong,
            Signal::derive(move || text_with("resolutions-chain-broken", &[("place", number(place).into())])),
        ),
    };
    (length > 0)
        .then(|| view! { <p class="muted"><Badge tone>{t("resolutions-chain")}</Badge> " " {words}</p> })
        .into_any()
}
