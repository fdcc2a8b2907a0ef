//! Who has signed the minutes, and their frozen versions.

use leptos::prelude::*;
use verbund_shared::{
    minutes::{MinutesState, SignatureRole},
    operations::minutes_page::MinutesPageMinutesVersions as Version,
};

use super::{
    shown::{SIGNATURES, Shown},
    take::{Pdf, take},
    words::{short_hash, signature_label, state_badge},
};
use crate::{
    components::{ButtonKind, ButtonLink, Fact, Facts, IconName, SectionHeading},
    i18n::{number, t, text, text_with, time_stamp},
    pages::{act::section, groups::full_name},
    routes::{Route, query},
};

/// A signature in words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Signed {
    /// As what it was given.
    pub role: SignatureRole,
    /// By whom.
    pub name: String,
    /// When.
    pub at: String,
    /// Under which version.
    pub number: i64,
}

/// Who has signed, and who has not yet.
pub(super) fn signed(all: Vec<Signed>) -> AnyView {
    let facts: Vec<AnyView> = SignatureRole::ALL
        .iter()
        .flat_map(|role| {
            let role = *role;
            let label = Signal::derive(move || signature_label(role));
            let given: Vec<AnyView> = all
                .iter()
                .filter(|one| one.role == role)
                .cloned()
                .map(|one| {
                    let words = move || {
                        let args = [
                            ("name", one.name.as_str().into()),
                            ("time", time_stamp(&one.at).into()),
                            ("number", number(one.number).into()),
                        ];
                        text_with("minutes-signed", &args)
                    };
                    view! { <Fact label>{words}</Fact> }.into_any()
                })
                .collect();
            match given.is_empty() {
                true => vec![
                    view! { <Fact label><span class="muted">{t("minutes-unsigned")}</span></Fact> }
                        .into_any(),
                ],
                false => given,
            }
        })
        .collect();
    view! { <Facts>{facts}</Facts> }.into_any()
}

/// The part of the page with the signatures, from when the minutes are final.
pub(super) fn signatures(shown: Shown) -> AnyView {
    let all = shown.part(|minutes| {
        let signed = minutes.signatures.iter().map(|one| Signed {
            role: one.role,
            name: one
                .person
                .as_ref()
                .map(|person| full_name(&person.given_name, &person.family_name))
                .unwrap_or_else(|| text("groups-person-gone")),
            at: one.at.clone(),
            number: one.version_number,
        });
        signed.collect::<Vec<_>>()
    });
    let there = shown.part(|minutes| {
        !minutes.signatures.is_empty()
            || !matches!(minutes.state, MinutesState::Draft | MinutesState::InReview)
    });
    (move || {
        there.get().then(|| {
            let content = view! {
                <SectionHeading title=t("minutes-signatures")/>
                {move || signed(all.get())}
            };
            section(SIGNATURES, content)
        })
    })
    .into_any()
}

/// The part of the page with the frozen versions, the newest first.
pub(super) fn versions(shown: Shown) -> AnyView {
    let all = shown.part(|minutes| {
        let mut all = minutes.versions.clone();
        all.sort_by_key(|version| std::cmp::Reverse(version.number));
        all
    });
    (move || {
        let all = all.get();
        if all.is_empty() {
            return ().into_any();
        }
        let minutes = shown.now();
        let several = (all.len() > 1).then(|| {
            let href = Route::MinutesComparison(minutes.meeting_id.clone()).href();
            view! { <ButtonLink href icon=IconName::Compare>{t("minutes-compare")}</ButtonLink> }.into_any()
        });
        let entries: Vec<AnyView> = all
            .iter()
            .map(|version| {
                let before = all.iter().map(|one| one.number).filter(|one| *one < version.number).max();
                entry(&minutes.meeting_id, &minutes.meeting_title, &minutes.starts_at, version, before)
            })
            .collect();
        view! {
            <section class="page-part minutes-versions">
                <SectionHeading title=t("minutes-versions")>{several}</SectionHeading>
                <p class="muted">{t("minutes-versions-text")}</p>
                <ul class="entries">{entries}</ul>
            </section>
        }
        .into_any()
    })
    .into_any()
}

fn entry(meeting: &str, title: &str, starts_at: &str, version: &Version, before: Option<i64>) -> AnyView {
    let of = version.number;
    let href = Route::MinutesVersion(meeting.to_owned(), of.to_string()).href();
    let name = move || text_with("minutes-version", &[("number", number(of).into())]);
    let at = version.at.clone();
    let by = version.person.as_ref().map(|by| full_name(&by.given_name, &by.family_name));
    let frozen = move || match &by {
        Some(by) => {
            text_with("minutes-version-by", &[("time", time_stamp(&at).into()), ("name", by.as_str().into())])
        }
        None => text_with("minutes-version-at", &[("time", time_stamp(&at).into())]),
    };
    let compare = before.map(|before| {
        let (from, until) = (before.to_string(), of.to_string());
        let href = Route::MinutesComparison(meeting.to_owned())
            .href_with(&[(query::FROM, &from), (query::UNTIL, &until)]);
        let words = move || text_with("minutes-compare-with", &[("number", number(before).into())]);
        view! {
            <ButtonLink kind=ButtonKind::Quiet href icon=IconName::Compare>{words}</ButtonLink>
        }
    });
    let pdf = Pdf {
        path: format!("/api/minutes/{meeting}/{of}.pdf"),
        meeting: title.to_owned(),
        starts_at: starts_at.to_owned(),
        number: of,
        internal: false,
    };
    view! {
        <li class="entry">
            <h3 class="entry-title"><a href=href>{name}</a></h3>
            <p class="entry-meta">
                {state_badge(version.state)}
                <span>{frozen}</span>
                <span>{t("minutes-hash-short")} " " <code class="hash">{short_hash(&version.sha256)}</code></span>
            </p>
            <div class="actions">
                {take(pdf, ButtonKind::Quiet)}
                {compare}
            </div>
        </li>
    }
    .into_any()
}
