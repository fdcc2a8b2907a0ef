//! What the tabs of the own organisation have in common: which one it is, its name, the tabs.

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::operations::{MyOrganisations, my_organisations};

use crate::{
    api::use_query,
    components::{Choice, EmptyState, IconName, PageHeader, SelectField, SkeletonShape, Tab, Tabs},
    i18n::t,
    pages::support::show,
    routes::{OrganisationTab, Route, query},
};

/// One of the person's organisations, with what they may do there.
pub(super) type Mine = my_organisations::MyOrganisationsMyOrganisations;

/// Shows a tab of the organisation that the address names, or of the person's only one.
pub(super) fn in_organisation(
    tab: OrganisationTab,
    content: impl Fn(Mine) -> AnyView + Send + Sync + Clone + 'static,
) -> AnyView {
    let mine = use_query::<MyOrganisations>(|| my_organisations::Variables {});
    let parameters = use_query_map();
    let wanted = Memo::new(move |_| parameters.read().get(query::ORGANISATION));
    show(mine, SkeletonShape::Page, move |data| {
        let all = data.my_organisations.clone();
        let content = content.clone();
        (move || {
            let wanted = wanted.get();
            let named = all.iter().find(|mine| Some(&mine.id) == wanted.as_ref());
            match named.or(all.first()) {
                Some(mine) => view! {
                    {head(tab, mine, &all)}
                    {content(mine.clone())}
                }
                .into_any(),
                None => nothing(),
            }
        })
        .into_any()
    })
}

fn head(tab: OrganisationTab, mine: &Mine, all: &[Mine]) -> AnyView {
    let id = (all.len() > 1).then(|| mine.id.clone());
    let tabs = [
        (OrganisationTab::Profile, "organisations-tab-profile"),
        (OrganisationTab::Offers, "organisations-tab-offers"),
        (OrganisationTab::People, "organisations-tab-people"),
    ];
    let tabs = tabs.into_iter().map(|(other, key)| Tab {
        label: t(key),
        href: Route::Organisation(other)
            .href_with(&[(query::ORGANISATION, id.as_deref().unwrap_or_default())]),
        current: (other == tab).into(),
    });
    let tabs: Vec<Tab> = tabs.collect();
    view! {
        <PageHeader title=Signal::stored(mine.name.clone())/>
        {(all.len() > 1).then(|| chooser(tab, mine, all))}
        <Tabs label=t("organisations-tabs") tabs/>
    }
    .into_any()
}

/// Somebody who works for several organisations chooses one.
fn chooser(tab: OrganisationTab, mine: &Mine, all: &[Mine]) -> AnyView {
    let choices: Vec<Choice> = all.iter().map(|mine| Choice::new(&mine.id, &mine.name)).collect();
    let current = mine.id.clone();
    let chosen = RwSignal::new(current.clone());
    let navigate = use_navigate();
    Effect::new(move |_| {
        let id = chosen.get();
        if id != current {
            navigate(&Route::Organisation(tab).href_with(&[(query::ORGANISATION, &id)]), Default::default());
        }
    });
    view! {
        <SelectField
            label=t("organisations-choose")
            name="organisation"
            value=chosen
            choices=Signal::stored(choices)
        />
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! {
        <PageHeader title=t("app-nav-organisation")/>
        <EmptyState icon=IconName::Building title=t("organisations-none") text=t("organisations-none-text")/>
    }
    .into_any()
}
