//! The screen: what stands above everything, and its three parts.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{MeetingState, VoteState},
    operations::{
        ConductPage as Query, MeetingClose, MeetingOpen,
        conduct_page::{self, ConductPageMeeting as Meeting},
        meeting_close, meeting_open,
    },
};

use std::sync::Arc;

use super::{
    agenda::agenda,
    attendance::attendance,
    item::item,
    quorum::{bar, quorum},
    room::{AGENDA, ITEM, PEOPLE, Room},
    words::name_of,
};
use crate::{
    api::{use_live, use_query},
    components::{ButtonKind, ButtonLink, Crumb, IconName, Notice, PageHeader, TextLink, Tone, pick},
    i18n::{day, t, text, text_with, time_of_day},
    pages::{
        act::{Act, Fields, Sending, act},
        support::show_page_kept,
    },
    routes::{GroupTab, Route},
};

/// A meeting as it is held.
#[component]
pub fn ConductPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let query = use_query::<Query>(move || conduct_page::Variables { meeting_id: id.get_value() });
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(Room::new(query, first.clone()), &first.meeting),
        None => ().into_any(),
    })
}

fn page(room: Room, first: &Meeting) -> AnyView {
    if let Some(group) = &first.group {
        use_live(group.id.clone(), move || {
            room.reload();
            room.writing.reload();
        });
    }
    let mut crumbs = vec![Crumb::new(t("app-nav-meetings"), Route::Meetings.href())];
    if let Some(group) = first.group.clone() {
        let href = Route::Group(group.id.clone(), GroupTab::Meetings).href();
        crumbs.push(Crumb::new(Signal::derive(move || pick(&group.name.de, &group.name.en).0), href));
    }
    let title = room.part(|data| data.meeting.title.clone());
    crumbs.push(Crumb::new(title, Route::Meeting(first.id.clone()).href()));
    let heading = Signal::derive(move || text_with("conduct-title", &[("title", title.get().into())]));
    view! {
        <div class="conduct">
            <PageHeader title=heading crumbs>{open(room)} {close(room)}</PageHeader>
            {where_and_who(room)}
            {stand(room)}
            {bar(room)}
            <div class="conduct-parts">
                <section class="conduct-middle" id=ITEM tabindex="-1" aria-label=t("conduct-item")>{item(room)}</section>
                <section class="conduct-left" id=AGENDA tabindex="-1" aria-label=t("conduct-agenda")>{agenda(room)}</section>
                <section class="conduct-right" id=PEOPLE tabindex="-1" aria-label=t("conduct-people")>
                    {quorum(room)}
                    {attendance(room)}
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// When and where, and who leads and writes.
fn where_and_who(room: Room) -> AnyView {
    let when = room.part(|data| data.meeting.starts_at.clone());
    let place = room.part(|data| data.meeting.place.clone());
    let online = room.part(|data| data.meeting.online_url.clone());
    let chair = room.part(|data| data.meeting.chair.as_ref().map(name_of));
    let taker = room.part(|data| data.meeting.minute_taker.as_ref().map(name_of));
    let when = move || {
        let at = when.get();
        text_with("conduct-when", &[("day", day(&at).into()), ("time", time_of_day(&at).into())])
    };
    let place = move || {
        Some(place.get()).filter(|place| !place.is_empty()).map(|place| view! { <span>{place}</span> })
    };
    let online = move || {
        let url = online.get();
        (!url.is_empty()).then(|| {
            view! { <TextLink href=Signal::stored(url) icon=IconName::Video external=true>{t("conduct-online-link")}</TextLink> }
        })
    };
    let named = |who: Signal<Option<String>>, key: &'static str| {
        move || {
            who.get().map(|name| {
                let words = move || text_with(key, &[("name", name.clone().into())]);
                view! { <span>{words}</span> }
            })
        }
    };
    view! {
        <p class="entry-meta conduct-where">
            <span>{when}</span>
            {place}
            {online}
            {named(chair, "conduct-chair")}
            {named(taker, "conduct-minute-taker")}
        </p>
    }
    .into_any()
}

/// What one should know before or after the meeting.
fn stand(room: Room) -> AnyView {
    let stand = room.conduct(|conduct| {
        (conduct.state, conduct.opened_at.clone(), conduct.closed_at.clone(), conduct.viewer_can.open)
    });
    let notice = move || {
        let (state, opened, closed, can_open) = stand.get();
        let minutes = Route::Minutes(room.id()).href();
        match state {
            MeetingState::InSession => None,
            MeetingState::Planned | MeetingState::Invited => {
                let key = if can_open { "conduct-before-open" } else { "conduct-before" };
                Some(view! { <Notice tone=Tone::Waiting title=t(key)/> }.into_any())
            }
            MeetingState::Closed | MeetingState::Completed => {
                let words = Signal::derive(move || {
                    let time = |at: &Option<String>| at.as_deref().map(time_of_day).unwrap_or_default();
                    text_with(
                        "conduct-after",
                        &[("from", time(&opened).into()), ("until", time(&closed).into())],
                    )
                });
                Some(
                    view! {
                        <Notice tone=Tone::Good title=words>
                            <div class="actions">
                                <ButtonLink href=Signal::stored(minutes) icon=IconName::Minutes>{t("conduct-to-minutes")}</ButtonLink>
                            </div>
                        </Notice>
                    }
                    .into_any(),
                )
            }
            MeetingState::Postponed => Some(view! { <Notice title=t("conduct-postponed")/> }.into_any()),
            MeetingState::Cancelled => Some(view! { <Notice title=t("conduct-cancelled")/> }.into_any()),
        }
    };
    view! { <div class="conduct-stand">{notice}</div> }.into_any()
}

fn version(room: Room) -> Signal<i64> {
    room.conduct(|conduct| conduct.version)
}

fn open(room: Room) -> AnyView {
    let words = Act::new("conduct-open", "conduct-open-text", IconName::Play)
        .weighing(ButtonKind::Primary)
        .offered(room.conduct(|conduct| conduct.viewer_can.open))
        .then(PEOPLE, "conduct-opened");
    act(words, room, version(room), None, move |Sending { submission, version, done, .. }| {
        let input = meeting_open::MeetingOpenInput { id: room.id(), version };
        submission.send::<MeetingOpen>(meeting_open::Variables { input }, move |_| done());
    })
}

fn close(room: Room) -> AnyView {
    // What will be left over is said before.
    let fields: Fields = Arc::new(move |_| {
        let left = room.part(|data| {
            let items = data.meeting.items.iter().filter(|item| !item.state.is_settled()).count();
            let votes =
                data.meeting_conduct.votes.iter().filter(|vote| vote.state == VoteState::Open).count();
            (items, votes)
        });
        let items = move || {
            let (items, _) = left.get();
            (items > 0).then(|| text_with("conduct-close-items", &[("count", items.into())]))
        };
        let votes = move || (left.get().1 > 0).then(|| text("conduct-close-votes"));
        view! {
            <p>{items}</p>
            <p>{votes}</p>
        }
        .into_any()
    });
    let words = Act::new("conduct-close", "conduct-close-text", IconName::Stop)
        .offered(room.conduct(|conduct| conduct.viewer_can.close))
        .then(ITEM, "conduct-closed");
    act(words, room, version(room), Some(fields), move |Sending { submission, version, done, .. }| {
        let input = meeting_close::MeetingCloseInput { id: room.id(), version };
        submission.send::<MeetingClose>(meeting_close::Variables { input }, move |_| done());
    })
}
