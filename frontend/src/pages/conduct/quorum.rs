//! Whether the meeting can decide: now, and how that changed; and the bar with what holds at this moment.

use leptos::prelude::*;
use std::time::Duration;
use verbund_shared::voting::VoteBy;

use super::{
    room::{AGENDA, ITEM, PEOPLE, Room},
    words::item_title,
};
use crate::{
    components::{Badge, Icon, IconName, SectionHeading, Tone},
    i18n::{number, t, text, text_with, time_of_day},
};

/// So often the clock looks at the time.
const TICK: Duration = Duration::from_secs(5);

/// In one line, always in sight on a small screen: which item, whether the meeting can decide, the time.
pub(super) fn bar(room: Room) -> AnyView {
    let current = room.part(|data| {
        let current = data.meeting_conduct.current_item_id.as_ref()?;
        data.meeting.items.iter().find(|item| item.id == *current).map(item_title)
    });
    let current = move || current.get().unwrap_or_else(|| text("conduct-bar-none"));
    let reached = room.conduct(|conduct| conduct.quorum.reached);
    let votes = room.conduct(|conduct| (conduct.quorum.present, conduct.quorum.needed));
    let quorum = move || {
        let (present, needed) = votes.get();
        text_with(
            "conduct-bar-votes",
            &[("present", number(present).into()), ("needed", number(needed).into())],
        )
    };
    let jumps = [(ITEM, "conduct-item"), (AGENDA, "conduct-agenda"), (PEOPLE, "conduct-people")];
    let jumps: Vec<AnyView> = jumps
        .into_iter()
        .map(|(id, label)| view! { <li><a href=format!("#{id}")>{t(label)}</a></li> }.into_any())
        .collect();
    view! {
        <div class="conduct-bar">
            <p class="conduct-bar-item">{current}</p>
            <p class="conduct-bar-quorum">{reached_badge(reached)} <span>{quorum}</span></p>
            <p class="conduct-bar-clock"><Icon name=IconName::Clock/> <span class="visually-hidden">{t("conduct-clock")} " "</span> {clock(room)}</p>
            <nav class="conduct-jumps" aria-label=t("conduct-jumps")><ul>{jumps}</ul></nav>
        </div>
    }
    .into_any()
}

/// The time of day by the server's clock, by which everything is written down.
fn clock(room: Room) -> AnyView {
    let ahead = js_sys::Date::parse(&room.now().meeting_conduct.now) - js_sys::Date::now();
    let ahead = if ahead.is_finite() { ahead } else { 0.0 };
    let time = move || {
        let now = js_sys::Date::new(&(js_sys::Date::now() + ahead).into());
        String::from(now.to_iso_string())
    };
    let now = RwSignal::new(time());
    let ticking = set_interval_with_handle(
        move || {
            now.try_set(time());
        },
        TICK,
    );
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let minute = Memo::new(move |_| now.read().get(..16).unwrap_or_default().to_owned());
    view! {
        <time>
            {move || {
                minute.track();
                time_of_day(&now.get_untracked())
            }}
        </time>
    }
    .into_any()
}

fn reached_badge(reached: Signal<bool>) -> AnyView {
    (move || match reached.get() {
        true => view! { <Badge tone=Tone::Good>{move || text("conduct-quorum-reached")}</Badge> },
        false => view! { <Badge tone=Tone::Wrong>{move || text("conduct-quorum-missing")}</Badge> },
    })
    .into_any()
}

/// The quorum in words, by a bar, and over time.
pub(super) fn quorum(room: Room) -> AnyView {
    let quorum = room.conduct(|conduct| conduct.quorum.clone());
    let reached = room.conduct(|conduct| conduct.quorum.reached);
    let by = room.conduct(|conduct| conduct.vote_by);
    let words = move || {
        let quorum = quorum.get();
        let key = match by.get() {
            VoteBy::Organisation => "conduct-quorum-organisations",
            VoteBy::Person => "conduct-quorum-persons",
        };
        text_with(
            key,
            &[
                ("present", number(quorum.present).into()),
                ("roll", number(quorum.roll).into()),
                ("needed", number(quorum.needed).into()),
            ],
        )
    };
    let present = move || quorum.read().present.to_string();
    let roll = move || quorum.read().roll.max(1).to_string();
    let line = Memo::new(move |_| quorum.get().line);
    let over_time = move || {
        let line = line.get();
        (!line.is_empty()).then(|| {
            let points: Vec<AnyView> = line
                .into_iter()
                .map(|point| {
                    let (at, present, reached) = (point.at.clone(), point.present, point.reached);
                    let key = if reached { "conduct-quorum-point" } else { "conduct-quorum-point-missing" };
                    let words = move || text_with(key, &[("count", present.into())]);
                    view! { <li><time datetime=point.at>{move || time_of_day(&at)}</time> " " {words}</li> }
                        .into_any()
                })
                .collect();
            view! {
                <details class="conduct-line">
                    <summary>{t("conduct-quorum-line")}</summary>
                    <ol>{points}</ol>
                </details>
            }
            .into_any()
        })
    };
    view! {
        <SectionHeading title=t("conduct-quorum")/>
        <div class="conduct-quorum">
            <p role="status">{reached_badge(reached)} <span>{words}</span></p>
            <progress max=roll value=present aria-label=t("conduct-quorum-bar")></progress>
            {over_time}
        </div>
    }
    .into_any()
}
