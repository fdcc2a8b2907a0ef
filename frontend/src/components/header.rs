//! The head of a page: where one is, what it is, and what one can do with it.

use leptos::{html, prelude::*};

use super::{Icon, IconName};
use crate::{
    i18n::t,
    state::{focus, network},
};

/// One step of the way to a page.
#[derive(Clone)]
pub struct Crumb {
    /// What it is called.
    pub label: Signal<String>,
    /// Where it leads.
    pub href: String,
}

impl Crumb {
    /// A step with its words.
    pub fn new(label: impl Into<Signal<String>>, href: String) -> Self {
        Self { label: label.into(), href }
    }
}

/// The way to this page, without the page itself.
#[component]
pub fn Breadcrumb(
    /// The steps, from the top.
    crumbs: Vec<Crumb>,
) -> AnyView {
    let steps: Vec<AnyView> = crumbs
        .into_iter()
        .map(|crumb| {
            view! { <li><a href=crumb.href>{crumb.label}</a> <Icon name=IconName::ChevronRight/></li> }
                .into_any()
        })
        .collect();
    view! { <nav class="breadcrumb" aria-label=t("app-breadcrumb")><ol>{steps}</ol></nav> }.into_any()
}

/// The head of a page. Its title is the window's title too, and takes the focus after navigation.
#[component]
pub fn PageHeader(
    /// What the page is.
    #[prop(into)]
    title: Signal<String>,
    /// The language of the title, where it is not the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// A sentence below it.
    #[prop(optional, into)]
    intro: Option<Signal<String>>,
    /// The way to the page.
    #[prop(optional, into)]
    crumbs: Vec<Crumb>,
    /// What one can do: buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(|element| focus::give_to_heading(&element));
    Effect::new(move |_| {
        let network = network::network_name().short_name;
        let title = title.get();
        document().set_title(&if title.is_empty() { network } else { format!("{title} – {network}") });
    });
    view! {
        <header class="page-header">
            {(!crumbs.is_empty()).then(|| view! { <Breadcrumb crumbs/> })}
            <div class="page-header-row">
                <h1 tabindex="-1" lang=lang node_ref=heading>{title}</h1>
                {children.map(|children| view! { <div class="actions">{children()}</div> })}
                {intro.map(|intro| view! { <p class="page-intro">{intro}</p> })}
            </div>
        </header>
    }
    .into_any()
}

/// The head of a part of a page.
#[component]
pub fn SectionHeading(
    /// What the part is.
    #[prop(into)]
    title: Signal<String>,
    /// Its id, so that one can link to it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What one can do: buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="section-heading">
            <h2 id=id>{title}</h2>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
    .into_any()
}
