//! The legal pages; their texts are part of the network's profile.

use leptos::prelude::*;
use verbund_shared::operations::{NetworkProfile, network_profile};

use crate::{
    api::use_query,
    components::{EmptyState, IconName, PageHeader, Prose, SkeletonShape},
    i18n::t,
    pages::support::show,
    routes::Route,
};

/// Imprint and privacy.
pub fn page(route: Route) -> AnyView {
    let imprint = route == Route::Imprint;
    let title = if imprint { t("app-nav-imprint") } else { t("app-nav-privacy") };
    let profile = use_query::<NetworkProfile>(|| network_profile::Variables {});
    let text = show(profile, SkeletonShape::Text, move |data| {
        let network = &data.network;
        let (de, en) = if imprint {
            (network.imprint.de.clone(), network.imprint.en.clone())
        } else {
            (network.privacy.de.clone(), network.privacy.en.clone())
        };
        if de.trim().is_empty() {
            return view! {
                <EmptyState icon=IconName::FileText title=t("legal-empty") text=t("legal-empty-text")/>
            }
            .into_any();
        }
        view! { <Prose de en/> }.into_any()
    });
    view! {
        <PageHeader title/>
        {text}
    }
    .into_any()
}
