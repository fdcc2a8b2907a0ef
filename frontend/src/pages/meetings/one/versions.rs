//! The agendas that went out with invitations, word by word as they were, with their SHA-256.

use leptos::prelude::*;
use verbund_shared::operations::meeting_page::{
    MeetingPageMeetingAgendaVersions as Version, MeetingPageMeetingAgendaVersionsEntries as Entry,
};

use super::behind::Behind;
use crate::{
    components::{Badge, SectionHeading, Tone},
    i18n::{number, t, text_with, time_stamp},
    pages::{
        agenda_words::kind_label,
        meetings::words::{duration_text, name_of},
    },
};

/// So much of a hash is enough to tell two agendas apart at a glance.
const SHORT: usize = 12;

/// The versions, the newest first; nothing before there is one.
pub(super) fn versions(behind: Behind) -> AnyView {
    let all = behind.part(|meeting| {
        let mut all = meeting.agenda_versions.clone();
        all.sort_by_key(|version| -version.number);
        all
    });
    let some = Memo::new(move |_| !all.read().is_empty());
    (move || {
        some.get().then(|| {
            view! {
                <section class="page-part">
                    <SectionHeading title=t("meetings-versions")/>
                    <p class="muted">{t("meetings-versions-text")}</p>
                    <For each=move || all.get() key=|version| version.number children=version/>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn version(version: Version) -> AnyView {
    let (count, at) = (version.number, version.at.clone());
    let by = version.person.clone();
    let title = move || {
        let (count, at) = (number(count).into(), time_stamp(&at).into());
        match &by {
            Some(person) => text_with(
                "meetings-version-by",
                &[("number", count), ("time", at), ("name", name_of(person).into())],
            ),
            None => text_with("meetings-version", &[("number", count), ("time", at)]),
        }
    };
    let short = version.sha256.get(..SHORT).unwrap_or(&version.sha256).to_owned();
    let entries: Vec<AnyView> = version.entries.iter().map(entry).collect();
    view! {
        <details class="list-more">
            <summary>{title} " " <code class="hash">{short}</code></summary>
            <ul class="meeting-version">{entries}</ul>
            <p class="muted">{t("meetings-version-hash")} " " <code class="hash">{version.sha256}</code></p>
        </details>
    }
    .into_any()
}

fn entry(entry: &Entry) -> AnyView {
    let (kind, duration) = (entry.kind, entry.duration);
    let internal = entry.internal.then(|| view! { <Badge>{t("meetings-internal")}</Badge> });
    let late = entry.late.then(|| view! { <Badge tone=Tone::Waiting>{t("meetings-late")}</Badge> });
    let presenter = (!entry.presenter.is_empty()).then(|| view! { <span>{entry.presenter.clone()}</span> });
    view! {
        <li>
            <p>{entry.number.clone()} " " {entry.title.clone()}</p>
            <p class="entry-meta">
                <span>{move || kind_label(kind)}</span>
                {duration.map(|minutes| view! { <span>{move || duration_text(minutes)}</span> })}
                {presenter}
                {late}
                {internal}
            </p>
        </li>
    }
    .into_any()
}
