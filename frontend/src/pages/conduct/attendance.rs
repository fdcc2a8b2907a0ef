//! Who is there: people by their organisations, each with one press from one state to the next.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupRole,
    meetings::{AttendanceAway, AttendanceState, MeetingReply},
    operations::{
        AttendanceAdd, AttendanceArrive, AttendanceKeepAway, AttendanceLeave, AttendanceRemove,
        attendance_add, attendance_arrive, attendance_keep_away, attendance_leave, attendance_remove,
        conduct_page::ConductAttendanceParts,
    },
};

use super::{
    attendance_times::{spans, times},
    room::{PEOPLE, Room},
    words::{attendance_badge, attendance_label, attending, organisation_name},
};
use crate::{
    api::Submission,
    components::{ButtonKind, Choice, IconName, SectionHeading, SelectField, TextField},
    i18n::{t, text},
    pages::{
        act::{Act, Fields, Sending, act},
        group_roles::group_role_label,
    },
};

/// Somebody in the attendance.
pub(super) type One = Signal<Option<ConductAttendanceParts>>;

/// The attendance.
pub(super) fn attendance(room: Room) -> AnyView {
    let groups = room.conduct(|conduct| {
        let mut groups: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for one in &conduct.attendances {
            let organisation = one.organisation.as_ref().map(|one| one.name.clone()).unwrap_or_default();
            groups.entry(organisation).or_default().push((attending(one), one.id.clone()));
        }
        // Those without an organisation come last.
        let without = groups.remove_entry("");
        let groups = groups.into_iter().chain(without);
        groups
            .map(|(organisation, mut people)| {
                people.sort();
                (organisation, people.into_iter().map(|(_, id)| id).collect::<Vec<_>>())
            })
            .collect::<Vec<_>>()
    });
    let none =
        move || groups.read().is_empty().then(|| view! { <p class="muted">{t("conduct-people-none")}</p> });
    view! {
        <SectionHeading title=t("conduct-people")/>
        {none}
        <For
            each=move || groups.get()
            key=|(organisation, people)| format!("{organisation}\n{}", people.join("\n"))
            children=move |(organisation, people)| of_organisation(room, organisation, people)
        />
        <div class="actions">{add_guest(room)}</div>
    }
    .into_any()
}

fn of_organisation(room: Room, organisation: String, people: Vec<String>) -> AnyView {
    let people: Vec<AnyView> = people.into_iter().map(|id| person(room, id)).collect();
    let heading = move || match organisation.is_empty() {
        true => text("conduct-no-organisation"),
        false => organisation.clone(),
    };
    view! {
        <div class="conduct-organisation">
            <h3>{heading}</h3>
            <ul>{people}</ul>
        </div>
    }
    .into_any()
}

fn person(room: Room, id: String) -> AnyView {
    let one: One = room.conduct(move |conduct| conduct.attendances.iter().find(|one| one.id == id).cloned());
    let name = Signal::derive(move || one.read().as_ref().map(attending).unwrap_or_default());
    let head =
        Memo::new(move |_| one.get().map(|one| (one.state, one.role, one.has_vote, one.reply, one.note)));
    let about = move || {
        let (state, role, has_vote, reply, note) = head.get()?;
        let vote = (!has_vote).then(|| view! { <span>{t("conduct-no-vote")}</span> });
        // What was answered counts until it is known who came.
        let reply = (state == AttendanceState::Unknown && reply != MeetingReply::None)
            .then(|| view! { <span>{move || text(&format!("conduct-reply-{}", reply.as_str()))}</span> });
        let note = (!note.is_empty()).then(|| view! { <p class="muted">{note}</p> });
        Some(view! {
            <p class="entry-meta">{attendance_badge(state)} <span>{move || group_role_label(role)}</span> {vote} {reply}</p>
            {note}
        })
    };
    let counts = room.counts();
    let tools = move || {
        counts.get().then(|| {
            view! {
                {states(room, one, name)}
                <div class="actions conduct-small">{times(room, one)} {remove(room, one)}</div>
            }
            .into_any()
        })
    };
    view! {
        <li class="conduct-person">
            <p class="conduct-name">{name}</p>
            {about}
            {spans(one)}
            {tools}
        </li>
    }
    .into_any()
}

/// The states in which one can be, side by side at the same place for everybody; the one that holds is
/// pressed.
fn states(room: Room, one: One, name: Signal<String>) -> AnyView {
    let submission = room.told();
    let running = room.conducts();
    let all = [
        AttendanceState::Present,
        AttendanceState::Online,
        AttendanceState::Left,
        AttendanceState::Excused,
        AttendanceState::Absent,
    ];
    let state = Memo::new(move |_| one.read().as_ref().map_or(AttendanceState::Unknown, |one| one.state));
    let buttons: Vec<AnyView> = all
        .into_iter()
        .map(|wanted| {
            let pressed = move || if state.get() == wanted { "true" } else { "false" };
            let possible = Memo::new(move |_| can_become(state.get(), wanted, running.get()));
            let press = move |_| {
                if untrack(|| possible.get()) {
                    become_(room, submission, one, wanted);
                }
            };
            view! {
                <button
                    type="button"
                    class="conduct-state"
                    aria-pressed=pressed
                    aria-disabled=move || (!possible.get()).then_some("true")
                    on:click=press
                >
                    {move || attendance_label(wanted)} <span class="visually-hidden">": " {name}</span>
                </button>
            }
            .into_any()
        })
        .collect();
    view! { <div class="conduct-states" role="group" aria-label=name>{buttons}</div> }.into_any()
}

/// Whether one press leads from a state to another: people come and go while the meeting is `running`. What
/// was entered by mistake is mended by the times.
fn can_become(now: AttendanceState, wanted: AttendanceState, running: bool) -> bool {
    let there = matches!(now, AttendanceState::Present | AttendanceState::Online);
    match wanted {
        AttendanceState::Present | AttendanceState::Online => running && now != wanted,
        AttendanceState::Left => running && there,
        // Pressed once more it is open again.
        AttendanceState::Excused | AttendanceState::Absent => !there && now != AttendanceState::Left,
        AttendanceState::Unknown => false,
    }
}

fn become_(room: Room, submission: Submission, one: One, wanted: AttendanceState) {
    let Some(one) = one.get_untracked() else { return };
    let (id, version) = (one.id, one.version);
    match wanted {
        AttendanceState::Present | AttendanceState::Online => {
            let online = wanted == AttendanceState::Online;
            let input = attendance_arrive::AttendanceArriveInput { id, version, online, at: None };
            let variables = attendance_arrive::Variables { input };
            submission.send::<AttendanceArrive>(variables, move |_| room.reload());
        }
        AttendanceState::Left => {
            let input = attendance_leave::AttendanceLeaveInput { id, version, at: None };
            let variables = attendance_leave::Variables { input };
            submission.send::<AttendanceLeave>(variables, move |_| room.reload());
        }
        AttendanceState::Excused | AttendanceState::Absent => {
            let away = match wanted {
                AttendanceState::Excused => AttendanceAway::Excused,
                _ => AttendanceAway::Absent,
            };
            let away = (one.state != wanted).then_some(away);
            let input = attendance_keep_away::AttendanceAwayInput { id, version, away, note: one.note };
            submission.send::<AttendanceKeepAway>(attendance_keep_away::Variables { input }, move |_| {
                room.reload()
            });
        }
        AttendanceState::Unknown => {}
    }
}

/// Somebody who came without being invited.
fn add_guest(room: Room) -> AnyView {
    let (name, organisation) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let organisations = room.conduct(|conduct| {
        let all = conduct.attendances.iter().filter_map(|one| one.organisation.as_ref());
        let all = all.map(|one| (organisation_name(&one.name, &one.short_name), one.id.clone()));
        let all: BTreeMap<String, String> = all.collect();
        all.into_iter().map(|(name, id)| Choice::new(id, name)).collect::<Vec<_>>()
    });
    let fields: Fields = Arc::new(move |_| {
        name.set(String::new());
        organisation.set(String::new());
        view! {
            <TextField label=t("conduct-guest-name") name="name" value=name required=true/>
            <SelectField
                label=t("conduct-guest-organisation")
                name="organisationId"
                value=organisation
                choices=organisations
                empty=t("conduct-no-organisation")
            />
        }
        .into_any()
    });
    let words = Act::new("conduct-guest-add", "conduct-guest-text", IconName::UserPlus)
        .offered(room.counts())
        .then(PEOPLE, "conduct-guest-added");
    act(words, room, Signal::stored(0), Some(fields), move |Sending { submission, done, .. }| {
        let input = attendance_add::AttendanceAddInput {
            meeting_id: room.id(),
            person_id: None,
            name: name.get_untracked(),
            organisation_id: Some(organisation.get_untracked()).filter(|id| !id.is_empty()),
        };
        submission.send::<AttendanceAdd>(attendance_add::Variables { input }, move |_| done());
    })
}

/// A guest who was entered by mistake.
fn remove(room: Room, one: One) -> AnyView {
    let offered = Signal::derive(move || {
        one.read().as_ref().is_some_and(|one| one.role == GroupRole::Guest && one.person.is_none())
    });
    let version = Signal::derive(move || one.read().as_ref().map_or(0, |one| one.version));
    let words = Act::new("conduct-guest-remove", "conduct-guest-remove-text", IconName::UserX)
        .weighing(ButtonKind::Quiet)
        .offered(offered)
        .then(PEOPLE, "conduct-guest-removed");
    act(words, room, version, None, move |Sending { submission, version, done, .. }| {
        let Some(one) = one.get_untracked() else { return };
        let input = attendance_remove::AttendanceRemoveInput { id: one.id, version };
        submission.send::<AttendanceRemove>(attendance_remove::Variables { input }, move |_| done());
    })
}
