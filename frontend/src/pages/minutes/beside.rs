//! What stands beside the minutes while they are written: who was there, the quorum, and the votes of each item.

use leptos::prelude::*;
use verbund_shared::{
    meetings::VoteState,
    operations::{
        MinutesBeside as Query,
        minutes_beside::{
            self, MinutesBesideMeetingConductAttendances as Attendance,
            MinutesBesideMeetingConductVotes as Vote,
        },
    },
};

use super::{
    document::excluded,
    shown::Shown,
    words::{Counted, attendance_label, counted_text, outcome_badge},
};
use crate::{
    api::{self, use_query},
    components::{Badge, SectionHeading, SkeletonShape, TextLink, Tone},
    i18n::{number, t, text_with, time_of_day},
    pages::{group_roles::group_role_label, support::show},
    routes::Route,
};

/// What is beside the minutes. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    query: api::Query<minutes_beside::ResponseData>,
    meeting: StoredValue<String>,
}

impl Beside {
    /// It is on its way.
    pub fn new(shown: Shown) -> Self {
        let meeting = StoredValue::new(shown.now().meeting_id);
        let query = use_query::<Query>(move || minutes_beside::Variables { meeting_id: meeting.get_value() });
        Self { query, meeting }
    }

    /// Reads it again, as something has changed.
    pub fn reload(self) {
        self.query.refetch();
    }

    /// Who was there, and whether that was enough.
    pub fn people(self) -> AnyView {
        let data = Memo::new(move |_| self.query.data());
        let list = move || match data.get() {
            None => show(self.query, SkeletonShape::List, |_| ().into_any()),
            Some(data) => {
                let conduct = &data.meeting_conduct;
                let quorum = &conduct.quorum;
                let key = if quorum.reached { "minutes-quorum-reached" } else { "minutes-quorum-missed" };
                let args = [
                    ("present", number(quorum.present).into()),
                    ("needed", number(quorum.needed).into()),
                    ("roll", number(quorum.roll).into()),
                ];
                let words = text_with(key, &args);
                let people: Vec<AnyView> = conduct.attendances.iter().map(person).collect();
                view! {
                    <p>{words}</p>
                    <ul class="minutes-people">{people}</ul>
                }
                .into_any()
            }
        };
        let href = Route::MeetingConduct(self.meeting.get_value()).href();
        view! {
            <SectionHeading title=t("minutes-attendance")/>
            {list}
            <p><TextLink href>{t("minutes-attendance-correct")}</TextLink></p>
        }
        .into_any()
    }

    /// The votes of an item; nothing where there was none.
    pub fn votes(self, item: String) -> AnyView {
        let votes = Memo::new(move |_| {
            let data = self.query.data()?;
            let of_item = data.meeting_conduct.votes.iter().filter(|vote| vote.item_id == item);
            Some(of_item.filter(|vote| vote.state != VoteState::Cancelled).cloned().collect::<Vec<_>>())
        });
        (move || votes.get().unwrap_or_default().into_iter().map(vote).collect::<Vec<_>>()).into_any()
    }
}

fn person(one: &Attendance) -> AnyView {
    let organisation = one.organisation.as_ref().map(|organisation| match organisation.short_name.as_str() {
        "" => organisation.name.clone(),
        short => short.to_owned(),
    });
    let organisation = organisation.map(|name| view! { <span class="muted">{name}</span> });
    let (role, state) = (one.role, one.state);
    let times: Vec<(String, Option<String>)> =
        one.spans.iter().map(|span| (span.from_at.clone(), span.until_at.clone())).collect();
    let times = move || {
        let spans = times.iter().map(|(from, until)| match until {
            Some(until) => format!("{}–{}", time_of_day(from), time_of_day(until)),
            None => text_with("minutes-since", &[("time", time_of_day(from).into())]),
        });
        spans.collect::<Vec<_>>().join(", ")
    };
    let tone = match state {
        verbund_shared::meetings::AttendanceState::Unknown => Tone::Waiting,
        _ => Tone::Neutral,
    };
    view! {
        <li>
            <span class="minutes-person">{one.name.clone()}</span> {organisation}
            <span class="entry-meta">
                <span>{move || group_role_label(role)}</span>
                <Badge tone>{move || attendance_label(state)}</Badge>
                <span>{times}</span>
            </span>
        </li>
    }
    .into_any()
}

fn vote(vote: Vote) -> AnyView {
    let resolution = vote.resolution.clone().map(|resolution| {
        let href = Route::Resolution(resolution.id).href();
        view! { <p>{t("minutes-resolution")} " " <a class="link" href=href>{resolution.label}</a></p> }
    });
    let result = match vote.outcome {
        Some(outcome) if vote.state == VoteState::Closed => {
            let counted = Counted {
                yes: vote.yes,
                no: vote.no,
                abstain: vote.abstain,
                present: vote.present,
                roll: vote.roll,
                secret: vote.secret,
            };
            view! { <p>{move || counted_text(counted)} " " {outcome_badge(outcome)}</p> }.into_any()
        }
        _ => view! { <p><Badge tone=Tone::Waiting>{t("minutes-vote-running")}</Badge></p> }.into_any(),
    };
    let names = vote.excluded.iter().map(|one| one.name.clone()).collect();
    view! {
        <div class="minutes-vote">
            <h4>{t("minutes-vote")} " " {vote.title}</h4>
            {result}
            {excluded(names)}
            {resolution}
        </div>
    }
    .into_any()
}
