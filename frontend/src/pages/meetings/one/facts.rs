//! What is set of a meeting, and whether the invitation went out in time.

use leptos::prelude::*;
use verbund_shared::{meetings::MeetingState, operations::meeting_page::MeetingPageMeeting as Meeting};

use super::{FACTS, behind::Behind, page::DETAILS};
use crate::{
    components::{Badge, ButtonKind, ButtonLink, Fact, Facts, IconName, SectionHeading, TextLink, Tone},
    i18n::{day, t, text, text_with, time_stamp},
    pages::{
        act::section,
        files::download,
        meetings::{
            group_lists::invite_by,
            words::{Person, name_of, state_badge, when_text},
        },
        tasks::markdown,
    },
    routes::{Route, query},
};

/// When, where, by whom; and the calendar file.
pub(super) fn facts(behind: Behind) -> AnyView {
    let state = behind.part(|meeting| Some(meeting.state));
    let times = behind.part(|meeting| (meeting.starts_at.clone(), meeting.ends_at.clone()));
    let place = behind.part(|meeting| meeting.place.clone());
    let online = behind.part(|meeting| meeting.online_url.clone());
    let chair = behind.part(|meeting| meeting.chair.clone());
    let taker = behind.part(|meeting| meeting.minute_taker.clone());
    let note = behind.part(|meeting| meeting.note_html.clone());
    let when = move || times.with(|(starts, ends)| when_text(starts, ends));
    let place = move || {
        let place = place.get();
        (!place.is_empty()).then(|| view! { <Fact label=t("meetings-where")>{place}</Fact> }.into_any())
    };
    let online = move || {
        let href = online.get();
        (!href.is_empty()).then(|| {
            let link =
                view! { <TextLink href external=true icon=IconName::Video>{t("meetings-join")}</TextLink> };
            view! { <Fact label=t("meetings-online")>{link}</Fact> }.into_any()
        })
    };
    let note = move || {
        let html = note.get();
        (!html.is_empty())
            .then(|| view! { <Fact label=t("meetings-field-note")>{markdown(html)}</Fact> }.into_any())
    };
    let can_edit = behind.may(|meeting| meeting.viewer_can.edit);
    let href = Route::Meeting(behind.id()).href_with(&[(query::EDIT, DETAILS)]);
    let edit = move || {
        can_edit.get().then(|| {
            view! { <ButtonLink icon=IconName::Pencil href=href.clone()>{t("meetings-edit")}</ButtonLink> }
        })
    };
    section(
        FACTS,
        view! {
            <SectionHeading title=t("meetings-facts")>{edit}</SectionHeading>
            <Facts>
                <Fact label=t("meetings-state")>{move || state.get().map(state_badge)}</Fact>
                <Fact label=t("meetings-when")>{when}</Fact>
                {place}
                {online}
                {move || person("meetings-chair", chair.get(), "meetings-chair-none")}
                {move || person("meetings-minute-taker", taker.get(), "meetings-minute-taker-none")}
                {invitation(behind)}
                {note}
            </Facts>
            {calendar(behind)}
        },
    )
}

fn person(label: &'static str, person: Option<Person>, none: &'static str) -> AnyView {
    let name = move || person.as_ref().map_or_else(|| text(none), name_of);
    view! { <Fact label=t(label)>{name}</Fact> }.into_any()
}

/// When people were invited and whether that was in time; or until when it must be done.
fn invitation(behind: Behind) -> AnyView {
    let part = |meeting: &Meeting| {
        let last_day = meeting.invite_by.clone();
        (Some(meeting.state), meeting.invited_at.clone(), meeting.notice_kept, last_day)
    };
    let stand = behind.part(part);
    let shown = move || {
        let (state, invited_at, kept, last_day) = stand.get();
        let said = match (invited_at, state) {
            (Some(at), _) => {
                let at = move || text_with("meetings-invited-at", &[("time", time_stamp(&at).into())]);
                let notice = kept.map(|kept| {
                    let (tone, key) = match kept {
                        true => (Tone::Good, "meetings-notice-kept"),
                        false => (Tone::Waiting, "meetings-notice-missed"),
                    };
                    view! { <p><Badge tone>{t(key)}</Badge></p> }
                });
                view! { <p>{at}</p> {notice} }.into_any()
            }
            (None, Some(MeetingState::Planned)) => invite_by(&last_day),
            (None, Some(MeetingState::Postponed)) => {
                let words = move || text_with("meetings-invite-by", &[("day", day(&last_day).into())]);
                view! { <p class="muted">{words}</p> }.into_any()
            }
            (None, _) => return None,
        };
        Some(view! { <Fact label=t("meetings-invitation")>{said}</Fact> }.into_any())
    };
    shown.into_any()
}

/// The meeting as an entry for one's calendar.
fn calendar(behind: Behind) -> AnyView {
    let entry = behind.part(|meeting| {
        let takes_place = !matches!(meeting.state, MeetingState::Cancelled | MeetingState::Postponed);
        (takes_place, meeting.calendar_path.clone())
    });
    let button = move || {
        let (takes_place, path) = entry.get();
        (takes_place && !path.is_empty()).then(|| {
            let words = view! { {t("meetings-calendar")} }.into_any();
            download(&path, &text("meetings-calendar-file"), ButtonKind::Secondary, words)
        })
    };
    view! { <div class="actions">{button}</div> }.into_any()
}
