//! What needs me, by when, and what comes next: the first page after signing in.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{Today, today};

use super::item::{next_item, waiting_item};
use crate::{
    api::{Query, use_query},
    components::{ButtonLink, EmptyState, IconName, PageHeader, SectionHeading, SkeletonShape},
    i18n::{day, t, text_with},
    pages::support::show,
    routes::Route,
    state::session::viewer,
};

/// What needs me, by when.
#[component]
pub fn TodayPage() -> AnyView {
    let query = use_query::<Today>(|| today::Variables {});
    let greeting = Signal::derive(|| {
        let name = viewer().map(|viewer| viewer.name).unwrap_or_default();
        text_with("today-greeting", &[("part", part_of_day().into()), ("name", name.into())])
    });
    let intro = Signal::derive(move || {
        let Some(data) = query.data() else { return String::new() };
        let count = data.today.waiting.len();
        text_with("today-intro", &[("count", count.into()), ("day", day(&data.today.day).into())])
    });
    view! {
        <PageHeader title=greeting intro/>
        {show(query, SkeletonShape::List, move |data| lists(data, query))}
    }
    .into_any()
}

/// How one greets at this hour.
fn part_of_day() -> &'static str {
    match js_sys::Date::new_0().get_hours() {
        4..=10 => "morning",
        18.. | 0..=3 => "evening",
        _ => "day",
    }
}

fn lists(data: Arc<today::ResponseData>, query: Query<today::ResponseData>) -> AnyView {
    let waiting: Vec<AnyView> =
        data.today.waiting.iter().map(|item| waiting_item(item.clone(), query)).collect();
    let next: Vec<AnyView> = data.today.next.iter().map(|item| next_item(item.clone())).collect();
    let waiting = if waiting.is_empty() {
        view! {
            <EmptyState icon=IconName::Done title=t("today-empty-title") text=t("today-empty-text")>
                <ButtonLink href=Route::Offers.href()>{t("today-empty-offers")}</ButtonLink>
                <ButtonLink href=Route::Members.href()>{t("today-empty-members")}</ButtonLink>
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <section class="today-part">
                <SectionHeading title=t("today-waiting")/>
                <ul class="entries">{waiting}</ul>
            </section>
        }
        .into_any()
    };
    let next = if next.is_empty() {
        view! { <p class="muted">{t("today-next-none")}</p> }.into_any()
    } else {
        view! { <ul class="entries">{next}</ul> }.into_any()
    };
    view! {
        {waiting}
        <section class="today-part">
            <SectionHeading title=t("today-next")/>
            {next}
        </section>
    }
    .into_any()
}
