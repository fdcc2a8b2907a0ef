//! A frozen version of the minutes, whose link never changes. Printed, it is the record.

use leptos::prelude::*;
use verbund_shared::operations::{
    MinutesVersionPage as Query,
    minutes_version_page::{self, MinutesVersionPageMinutesVersion as Version},
};

use super::{
    document::document,
    take::{Pdf, take},
    versions::{Signed, signed},
    words::{state_badge, state_label},
};
use crate::{
    api::{self, use_live, use_query},
    components::{
        Button, ButtonKind, ButtonLink, Crumb, Fact, Facts, IconName, Notice, PageHeader, SectionHeading,
        Tone,
    },
    i18n::{number, t, text, text_with, time_stamp},
    pages::{groups::full_name, support::show_page_kept},
    platform,
    routes::{Route, query},
};

/// A version of the minutes.
#[component]
pub fn VersionPage(
    /// The meeting, from the address.
    meeting: String,
    /// The version's number, from the address.
    number: i64,
) -> AnyView {
    let meeting = StoredValue::new(meeting);
    let query = use_query::<Query>(move || minutes_version_page::Variables {
        meeting_id: meeting.get_value(),
        number,
    });
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(query, &first.minutes_version),
        None => ().into_any(),
    })
}

fn page(query: api::Query<minutes_version_page::ResponseData>, first: &Version) -> AnyView {
    // Only the tasks beside it and its successors change; the version itself never does.
    if let Some(group) = &first.group {
        use_live(group.id.clone(), move || query.refetch());
    }
    let known = Memo::new(move |_| query.data());
    let newer = move || known.get().map(|data| newer(&data.minutes_version));
    let content = move || {
        known.get().map(|data| {
            let version = &data.minutes_version;
            view! {
                {document(version, None)}
                {signatures(version)}
                {proof(version)}
                {others(version)}
            }
            .into_any()
        })
    };
    view! {
        {head(first)}
        <div aria-live="polite">{newer}</div>
        {content}
    }
    .into_any()
}

fn head(version: &Version) -> AnyView {
    let name = version.meeting_title.clone();
    let title = Signal::derive(move || text_with("minutes-title", &[("meeting", name.as_str().into())]));
    let (of, state, at) = (version.number, version.state, version.at.clone());
    let intro = Signal::derive(move || {
        let args = [
            ("number", number(of).into()),
            ("time", time_stamp(&at).into()),
            ("state", state_label(state).into()),
        ];
        text_with("minutes-version-intro", &args)
    });
    let meeting = version.meeting_id.clone();
    let crumbs = vec![
        Crumb::new(t("app-nav-meetings"), Route::Meetings.href()),
        Crumb::new(Signal::stored(version.meeting_title.clone()), Route::Meeting(meeting.clone()).href()),
        Crumb::new(t("minutes-name"), Route::Minutes(meeting).href()),
    ];
    let pdf = |internal| Pdf {
        path: version.pdf_path.clone(),
        meeting: version.meeting_title.clone(),
        starts_at: version.starts_at.clone(),
        number: of,
        internal,
    };
    let has_internal = version.entries.iter().any(|entry| entry.internal || !entry.internal_html.is_empty());
    let public = take(pdf(false), ButtonKind::Primary);
    let whole = has_internal.then(|| take(pdf(true), ButtonKind::Quiet));
    let print = move |()| platform::print();
    view! {
        <PageHeader title intro crumbs>
            {public}
            {whole}
            <Button icon=IconName::Printer on_press=print>{t("minutes-print")}</Button>
        </PageHeader>
    }
    .into_any()
}

/// That a newer version holds, if there is one.
fn newer(version: &Version) -> AnyView {
    let newest = version.newest;
    if newest <= version.number {
        return ().into_any();
    }
    let meeting = version.meeting_id.clone();
    let href = Route::MinutesVersion(meeting.clone(), newest.to_string()).href();
    let (from, until) = (version.number.to_string(), newest.to_string());
    let compare =
        Route::MinutesComparison(meeting).href_with(&[(query::FROM, &from), (query::UNTIL, &until)]);
    let words = move || text_with("minutes-newer-open", &[("number", number(newest).into())]);
    view! {
        <Notice tone=Tone::Waiting title=t("minutes-newer")>
            <div class="actions">
                <ButtonLink href>{words}</ButtonLink>
                <ButtonLink kind=ButtonKind::Quiet href=compare icon=IconName::Compare>
                    {t("minutes-newer-compare")}
                </ButtonLink>
            </div>
        </Notice>
    }
    .into_any()
}

fn signatures(version: &Version) -> Option<AnyView> {
    if version.signatures.is_empty() {
        return None;
    }
    let all = version.signatures.iter().map(|one| Signed {
        role: one.role,
        name: one
            .person
            .as_ref()
            .map(|person| full_name(&person.given_name, &person.family_name))
            .unwrap_or_else(|| text("groups-person-gone")),
        at: one.at.clone(),
        number: one.version_number,
    });
    let all = all.collect();
    let content = view! {
        <section class="page-part minutes-signed">
            <SectionHeading title=t("minutes-signatures")/>
            {signed(all)}
        </section>
    };
    Some(content.into_any())
}

/// What shows that nobody has changed it.
fn proof(version: &Version) -> AnyView {
    let (tone, key) = match version.holds {
        true => (Tone::Good, "minutes-holds"),
        false => (Tone::Wrong, "minutes-broken"),
    };
    let at = version.at.clone();
    let by = version.person.as_ref().map(|by| full_name(&by.given_name, &by.family_name));
    let by = by.map(|name| view! { <Fact label=t("minutes-frozen-by")>{name}</Fact> });
    let previous = (!version.previous_sha256.is_empty()).then(|| {
        let hash = version.previous_sha256.clone();
        view! { <Fact label=t("minutes-hash-previous")><code class="hash">{hash}</code></Fact> }
    });
    let hash = version.sha256.clone();
    view! {
        <section class="page-part minutes-proof">
            <SectionHeading title=t("minutes-proof")/>
            <Notice tone title=t(key)/>
            <Facts>
                <Fact label=t("minutes-frozen-at")>{move || time_stamp(&at)}</Fact>
                {by}
                <Fact label=t("minutes-hash")><code class="hash">{hash}</code></Fact>
                {previous}
            </Facts>
        </section>
    }
    .into_any()
}

/// The other versions.
fn others(version: &Version) -> Option<AnyView> {
    let mut all = version.numbers.clone();
    all.sort_by_key(|one| std::cmp::Reverse(one.number));
    if all.len() < 2 {
        return None;
    }
    let entries: Vec<AnyView> = all
        .into_iter()
        .map(|one| {
            let of = one.number;
            let name = move || text_with("minutes-version", &[("number", number(of).into())]);
            let at = one.at.clone();
            let here = of == version.number;
            let name = match here {
                true => view! { <span aria-current="page">{name} " " {t("minutes-version-this")}</span> }
                    .into_any(),
                false => {
                    let href = Route::MinutesVersion(version.meeting_id.clone(), of.to_string()).href();
                    view! { <a class="link" href=href>{name}</a> }.into_any()
                }
            };
            view! {
                <li class="entry">
                    <p>{name}</p>
                    <p class="entry-meta">{state_badge(one.state)} <span>{move || time_stamp(&at)}</span></p>
                </li>
            }
            .into_any()
        })
        .collect();
    let content = view! {
        <section class="page-part minutes-versions">
            <SectionHeading title=t("minutes-versions")/>
            <ul class="entries">{entries}</ul>
        </section>
    };
    Some(content.into_any())
}
