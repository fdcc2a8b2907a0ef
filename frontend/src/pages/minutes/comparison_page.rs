//! Two versions of the minutes word by word. Which ones stands in the address.

use leptos::prelude::*;
use verbund_shared::{
    minutes::DiffKind,
    operations::{
        MinutesComparisonPage as Query, MinutesVersions,
        minutes_comparison_page::{
            self, MinutesComparisonPageMinutesComparison as Comparison,
            MinutesComparisonPageMinutesComparisonEntries as Entry,
        },
        minutes_versions::{self, MinutesVersionsMinutes as Known},
    },
};

use super::{document::item_title, words::version_label};
use crate::{
    api::{use_query, use_query_when},
    components::{Choice, Crumb, EmptyState, IconName, PageHeader, SkeletonShape},
    i18n::{t, text_with},
    pages::{
        list_frame::Filters,
        support::{show, show_page_kept},
    },
    routes::{Route, query},
    state::address::{NavigateOptions, navigate},
};

const FILTERS: [&str; 3] = [query::FROM, query::UNTIL, query::VIEW];
/// The value of `query::VIEW` for items that have changed only.
const CHANGED: &str = "geaendert";

/// Two versions side by side.
#[component]
pub fn ComparisonPage(
    /// The meeting, from the address.
    meeting: String,
) -> AnyView {
    let meeting = StoredValue::new(meeting);
    let versions =
        use_query::<MinutesVersions>(move || minutes_versions::Variables { meeting_id: meeting.get_value() });
    show_page_kept(versions, move || match untrack(|| versions.data()) {
        Some(first) => page(&first.minutes),
        None => ().into_any(),
    })
}

fn page(known: &Known) -> AnyView {
    let name = known.meeting_title.clone();
    let title =
        Signal::derive(move || text_with("minutes-compare-title", &[("meeting", name.as_str().into())]));
    let crumbs = vec![
        Crumb::new(t("app-nav-meetings"), Route::Meetings.href()),
        Crumb::new(
            Signal::stored(known.meeting_title.clone()),
            Route::Meeting(known.meeting_id.clone()).href(),
        ),
        Crumb::new(t("minutes-name"), Route::Minutes(known.meeting_id.clone()).href()),
    ];
    let content = match known.versions.len() {
        0 | 1 => view! {
            <EmptyState icon=IconName::Compare title=t("minutes-compare-none") text=t("minutes-compare-none-text")/>
        }
        .into_any(),
        _ => compared(known),
    };
    view! {
        <PageHeader title intro=t("minutes-compare-intro") crumbs/>
        {content}
    }
    .into_any()
}

fn compared(known: &Known) -> AnyView {
    let route = Route::MinutesComparison(known.meeting_id.clone());
    let filters = Filters::new(route.clone(), &FILTERS);
    let mut all = known.versions.clone();
    all.sort_by_key(|version| version.number);
    // Without a choice: the newest with the one before. The address says so, so that it can be shared.
    let numbers: Vec<i64> = all.iter().map(|version| version.number).collect();
    if let [.., before, newest] = numbers.as_slice()
        && untrack(|| filters.get(query::FROM).is_empty() || filters.get(query::UNTIL).is_empty())
    {
        let (before, newest) = (before.to_string(), newest.to_string());
        let href = route.href_with(&[(query::FROM, &before), (query::UNTIL, &newest)]);
        request_animation_frame(move || navigate(&href, NavigateOptions { replace: true, scroll: false }));
    }
    let choices = Signal::derive(move || {
        let choice = |version: &minutes_versions::MinutesVersionsMinutesVersions| {
            Choice::new(version.number.to_string(), version_label(version.number, version.state, &version.at))
        };
        all.iter().map(choice).collect::<Vec<_>>()
    });
    let meeting = StoredValue::new(known.meeting_id.clone());
    let found = use_query_when::<Query>(move || {
        let from = filters.get(query::FROM).parse().ok()?;
        let to = filters.get(query::UNTIL).parse().ok()?;
        Some(minutes_comparison_page::Variables { meeting_id: meeting.get_value(), from, to })
    });
    let only = Memo::new(move |_| filters.get(query::VIEW) == CHANGED);
    view! {
        <div class="list-tools minutes-compare-tools">
            {filters.choice(t("minutes-compare-from"), query::FROM, choices)}
            {filters.choice(t("minutes-compare-to"), query::UNTIL, choices)}
            {filters.switch(t("minutes-compare-only"), query::VIEW, CHANGED)}
        </div>
        <p class="muted">
            {t("minutes-compare-legend")} " "
            <ins>{t("minutes-compare-added")}</ins> ", "
            <del>{t("minutes-compare-removed")}</del>
        </p>
        {show(found, SkeletonShape::Text, move |data| result(&data.minutes_comparison, only))}
    }
    .into_any()
}

fn result(comparison: &Comparison, only: Memo<bool>) -> AnyView {
    let changed = comparison.entries.iter().filter(|entry| entry.changed).count();
    let total = comparison.entries.len();
    let words = move || match changed {
        0 => t("minutes-compare-same").get(),
        _ => text_with("minutes-compare-changed", &[("count", changed.into()), ("total", total.into())]),
    };
    let entries = comparison.entries.clone();
    let shown = move || {
        let only = only.get();
        entries.iter().filter(|entry| entry.changed || !only).map(item).collect::<Vec<_>>()
    };
    view! {
        <p role="status">{words}</p>
        <div class="minutes-compared">{shown}</div>
    }
    .into_any()
}

fn item(entry: &Entry) -> AnyView {
    let (of, title) = (entry.number.clone(), entry.title.clone());
    let unchanged = (!entry.changed).then(|| view! { <p class="muted">{t("minutes-compare-unchanged")}</p> });
    let public: Vec<AnyView> = entry.parts.iter().map(|part| piece(part.kind, part.text.clone())).collect();
    let public = match public.is_empty() {
        true => view! { <p class="muted">{t("minutes-item-empty")}</p> }.into_any(),
        false => view! { <p class="minutes-diff">{public}</p> }.into_any(),
    };
    let internal: Vec<AnyView> =
        entry.internal_parts.iter().map(|part| piece(part.kind, part.text.clone())).collect();
    let internal = (!internal.is_empty()).then(|| {
        view! {
            <div class="minutes-internal">
                <h3>{t("minutes-internal-part")}</h3>
                <p class="minutes-diff">{internal}</p>
            </div>
        }
    });
    view! {
        <section class="minutes-item">
            <h2>{move || item_title(&of, &title)}</h2>
            {unchanged}
            {public}
            {internal}
        </section>
    }
    .into_any()
}

/// A piece of text; what was added or removed says so to those who cannot see the line.
fn piece(kind: DiffKind, text: String) -> AnyView {
    let said = |key: &'static str| view! { <span class="visually-hidden">" " {t(key)} " "</span> };
    match kind {
        DiffKind::Same => text.into_any(),
        DiffKind::Added => {
            view! { <ins>{said("minutes-diff-added")} {text} {said("minutes-diff-added-end")}</ins> }
                .into_any()
        }
        DiffKind::Removed => {
            view! { <del>{said("minutes-diff-removed")} {text} {said("minutes-diff-removed-end")}</del> }
                .into_any()
        }
    }
}
