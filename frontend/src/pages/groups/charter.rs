//! The charter of a group: what it is for now, and its versions before.

use leptos::prelude::*;
use verbund_shared::operations::{
    group_history::{self, GroupHistoryGroupCharters},
    group_page::{GroupCharterParts, GroupFullParts},
};

use super::{
    edit::{CHARTER, form_href},
    words::{name_of, period},
};
use crate::{
    api::Query,
    components::{ButtonLink, Fact, Facts, IconName, Prose, SectionHeading},
    i18n::{day, t, text, text_with},
    pages::act::section,
};

/// The charter as it is now, with its earlier versions.
pub(super) fn charter(group: &GroupFullParts, history: Query<group_history::ResponseData>) -> AnyView {
    let revise = group.viewer_can.edit.then(|| {
        let href = form_href(&group.id, CHARTER);
        view! { <ButtonLink icon=IconName::Pencil href>{t("groups-charter-revise")}</ButtonLink> }
    });
    let now = group.charter.as_ref().map(|charter| content(charter, None));
    let inner = view! {
        <SectionHeading title=t("groups-charter")>{revise}</SectionHeading>
        {now}
        {move || history.data().and_then(|data| versions(data.group.charters.as_deref()?))}
    };
    section("group-charter", inner)
}

fn content(charter: &GroupCharterParts, written: Option<AnyView>) -> AnyView {
    let part = |label: &'static str, de: &str, en: &str| {
        let (de, en) = (de.to_owned(), en.to_owned());
        (!de.trim().is_empty()).then(|| view! { <Fact label=t(label)><Prose de en/></Fact> })
    };
    let (from, until) = (charter.from.clone(), charter.until.clone());
    let open = from.is_none() && until.is_none();
    let days = move || match open {
        true => text("groups-period-open"),
        false => period(from.as_deref(), until.as_deref()),
    };
    let goal = part("groups-goal", &charter.goal.de, &charter.goal.en);
    let scope = part("groups-scope", &charter.scope.de, &charter.scope.en);
    let results = part("groups-results", &charter.results.de, &charter.results.en);
    view! {
        <Facts>
            {goal} {scope} {results}
            <Fact label=t("groups-charter-period")>{days}</Fact>
            {written}
        </Facts>
    }
    .into_any()
}

/// All versions, the newest first; nothing while there is only one.
fn versions(all: &[GroupHistoryGroupCharters]) -> Option<AnyView> {
    if all.len() < 2 {
        return None;
    }
    let items: Vec<AnyView> = all
        .iter()
        .enumerate()
        .map(|(place, version)| {
            let charter = &version.group_charter_parts;
            let (number, at) = (charter.number, charter.at.clone());
            let title = move || {
                let key = if place == 0 { "groups-version-now" } else { "groups-version" };
                text_with(key, &[("number", number.into()), ("day", day(&at).into())])
            };
            let by = version.person.clone().map(|person| {
                view! { <Fact label=t("groups-version-by")>{move || name_of(&person)}</Fact> }
            });
            let note = charter.note.clone();
            let note = (!note.is_empty())
                .then(|| view! { <Fact label=t("groups-charter-note")><Prose de=note/></Fact> });
            let written = view! { {note} {by} }.into_any();
            view! {
                <details class="group-more">
                    <summary>{title}</summary>
                    {content(charter, Some(written))}
                </details>
            }
            .into_any()
        })
        .collect();
    let count = all.len();
    let title = move || text_with("groups-versions", &[("count", count.into())]);
    Some(view! { <h3 class="group-subtitle">{title}</h3> {items} }.into_any())
}
