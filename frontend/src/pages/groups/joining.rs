//! The own place in a group: asking for it, answering an invitation, leaving.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    groups::{GroupJoining, GroupRoleState, GroupState},
    operations::{
        GroupInvitationAnswer, GroupJoin, GroupLeave, group_invitation_answer, group_join, group_leave,
        group_page::{GroupFullParts, GroupPlaceParts},
    },
};

use super::act::Shown;
use super::words::{organisation_of, period};
use crate::{
    components::{ButtonKind, Choice, IconName, Notice, Prose, SelectField, Tone},
    i18n::{t, text_with},
    pages::act::{Act, Sending, act, section},
    pages::group_roles::group_role_label,
    state::session::viewer,
};

/// The part of the page that tells of the own place.
const SECTION: &str = "group-mine";

/// For which of one's organisations; asked only where there are several.
pub(super) fn organisation_field(chosen: RwSignal<String>) -> Option<AnyView> {
    let own = untrack(viewer).map(|viewer| viewer.organisations).unwrap_or_default();
    if own.len() < 2 {
        return None;
    }
    let choices: Vec<Choice> = own.iter().map(|own| Choice::new(&own.id, &own.name)).collect();
    if chosen.get_untracked().is_empty() {
        chosen.set(own[0].id.clone());
    }
    Some(
        view! {
            <SelectField
                label=t("groups-for-organisation")
                name="organisationId"
                value=chosen
                choices=Signal::stored(choices)
                required=true
            />
        }
        .into_any(),
    )
}

/// What one is to the group, and what one can do about it; nothing where there is nothing to say.
pub(super) fn mine(group: &GroupFullParts, shown: Shown) -> Option<AnyView> {
    let content = match &group.my_place {
        Some(place) => own_place(group, place.clone(), shown),
        None if group.viewer_can.join => join(group, shown),
        None if group.joining == GroupJoining::Invitation && !group.viewer_can.read_internal => {
            view! { <p class="muted">{t("groups-by-invitation")}</p> }.into_any()
        }
        None => return None,
    };
    Some(section(SECTION, content))
}

fn join(group: &GroupFullParts, shown: Shown) -> AnyView {
    let open = group.joining == GroupJoining::Open;
    let chosen = RwSignal::new(String::new());
    let (label, text, done) = match open {
        true => ("groups-join", "groups-join-text", "groups-joined"),
        false => ("groups-ask-in", "groups-ask-in-text", "groups-asked-in"),
    };
    let words = Act::new(label, text, IconName::UserPlus)
        .with_optional_words("text", "groups-join-words")
        .weighing(ButtonKind::Primary)
        .then(SECTION, done);
    let fields = Arc::new(move |_| organisation_field(chosen).into_any());
    let id = group.id.clone();
    let button = act(words, shown, 0, Some(fields), move |Sending { submission, text, done, .. }| {
        let organisation_id = Some(chosen.get_untracked()).filter(|id| !id.is_empty());
        let input = group_join::GroupJoinInput { id: id.clone(), organisation_id, text };
        submission.send::<GroupJoin>(group_join::Variables { input }, move |_| done());
    });
    view! { <div class="actions">{button}</div> }.into_any()
}

fn own_place(group: &GroupFullParts, place: GroupPlaceParts, shown: Shown) -> AnyView {
    let (tone, key) = match place.state {
        GroupRoleState::Invited => (Tone::Waiting, "groups-mine-invited"),
        GroupRoleState::Requested => (Tone::Waiting, "groups-mine-requested"),
        GroupRoleState::ConsentPending => (Tone::Waiting, "groups-mine-consent_pending"),
        _ => (Tone::Good, "groups-mine-active"),
    };
    let role = place.role;
    let title = Signal::derive(move || text_with(key, &[("role", group_role_label(role).into())]));
    let organisation = organisation_of(&place);
    let (from, until) = (place.from.clone(), place.until.clone());
    let facts = move || {
        let period = period(from.as_deref(), until.as_deref());
        [organisation.clone(), period]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    // What the chair wrote to somebody they invite; one's own words need not be read again.
    let words = (place.state == GroupRoleState::Invited && !place.text.is_empty())
        .then(|| view! { <Prose de=place.text.clone()/> });
    let answer = place.viewer_can.answer.then(|| answer(&place, shown));
    let leave = (group.viewer_can.leave && !place.viewer_can.answer)
        .then(|| leave(group, place.state.is_pending(), shown));
    view! {
        <Notice tone title>
            <p>{facts}</p>
            {words}
            <div class="actions">{answer} {leave}</div>
        </Notice>
    }
    .into_any()
}

fn answer(place: &GroupPlaceParts, shown: Shown) -> AnyView {
    let one = |accept: bool| {
        let words = match accept {
            true => Act::new("groups-accept", "groups-accept-text", IconName::Check)
                .weighing(ButtonKind::Primary)
                .then(SECTION, "groups-accepted"),
            false => Act::new("groups-decline", "groups-decline-text", IconName::Close)
                .then(SECTION, "groups-declined"),
        };
        let id = place.id.clone();
        let words = words.with_optional_words("text", "groups-answer-words");
        act(words, shown, place.version, None, move |Sending { submission, version, text, done }| {
            let place_id = id.clone();
            let input =
                group_invitation_answer::GroupInvitationAnswerInput { place_id, version, accept, text };
            let variables = group_invitation_answer::Variables { input };
            submission.send::<GroupInvitationAnswer>(variables, move |_| done());
        })
    };
    view! { {one(true)} {one(false)} }.into_any()
}

fn leave(group: &GroupFullParts, awaited: bool, shown: Shown) -> AnyView {
    let words = match awaited {
        true => Act::new("groups-take-back", "groups-take-back-text", IconName::Close)
            .then(SECTION, "groups-taken-back"),
        false => {
            Act::new("groups-leave", "groups-leave-text", IconName::LogOut).then("group-state", "groups-left")
        }
    };
    // A proposal, and every group for a guest from no organisation, is seen by those inside only.
    let stays = untrack(viewer).is_some_and(|viewer| {
        viewer.is_coordinator
            || viewer.is_steering
            || (viewer.has_organisation && group.state != GroupState::Proposed)
    });
    let words = words.going_away(!stays);
    let id = group.id.clone();
    act(words, shown, 0, None, move |Sending { submission, done, .. }| {
        let input = group_leave::GroupLeaveInput { id: id.clone() };
        submission.send::<GroupLeave>(group_leave::Variables { input }, move |_| done());
    })
}
