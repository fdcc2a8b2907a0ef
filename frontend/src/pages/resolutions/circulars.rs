//! The circular resolutions of a group as entries, those that run first.

use leptos::prelude::*;
use verbund_shared::{operations::group_resolutions_page::CircularEntryParts, resolutions::CircularState};

use super::words::circular_badge;
use crate::{
    components::{Badge, SectionHeading, Tone},
    i18n::{day, number, t, text_with},
    routes::Route,
};

/// The circular resolutions; nothing where there is none.
pub(super) fn circulars(all: Vec<CircularEntryParts>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let (open, over): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.state == CircularState::Open);
    let none = open.is_empty().then(|| view! { <p class="muted">{t("resolutions-circulars-none")}</p> });
    let past = (!over.is_empty()).then(|| {
        view! {
            <details class="list-more">
                <summary>{t("resolutions-circulars-past")}</summary>
                <ul class="entries">{over.into_iter().map(entry).collect::<Vec<_>>()}</ul>
            </details>
        }
    });
    let content = view! {
        <section class="page-part">
            <SectionHeading title=t("resolutions-circulars")/>
            {none}
            <ul class="entries">{open.into_iter().map(entry).collect::<Vec<_>>()}</ul>
            {past}
        </section>
    };
    Some(content.into_any())
}

fn entry(one: CircularEntryParts) -> AnyView {
    let href = Route::Circular(one.id.clone()).href();
    let (last_day, cast, roll) = (one.last_day.clone(), one.cast_count, one.roll);
    let until = move || text_with("resolutions-circular-until", &[("day", day(&last_day).into())]);
    let votes = move || {
        text_with(
            "resolutions-circular-cast",
            &[("cast", number(cast).into()), ("roll", number(roll).into())],
        )
    };
    let missing = one.running && one.my_vote.as_ref().is_some_and(|vote| !vote.cast);
    let mine = missing.then(|| view! { <Badge tone=Tone::Waiting>{t("resolutions-circular-mine")}</Badge> });
    view! {
        <li class="entry">
            <h3 class="entry-title"><a class="link" href=href>{one.title.clone()}</a></h3>
            <p class="entry-meta">
                {circular_badge(one.state, one.running)}
                {mine}
                <span>{until}</span>
                <span>{votes}</span>
            </p>
        </li>
    }
    .into_any()
}
