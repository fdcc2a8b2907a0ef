//! Places that wait for an answer: of the group's chair, of the invited person, of an organisation.

use leptos::prelude::*;
use verbund_shared::{
    groups::{GroupRoleState, GroupState},
    operations::{
        GroupConsentAnswer, GroupJoinDecide, GroupRoleEnd, group_consent_answer, group_join_decide,
        group_page::{GroupFullParts, GroupPlaceParts},
        group_role_end,
    },
};

use super::{
    act::Shown,
    words::{name_of, organisation_of},
};
use crate::{
    components::{Badge, ButtonKind, IconName, Prose, SectionHeading, Tone},
    i18n::{day_short, t, text, text_with, today},
    pages::act::{Act, Sending, act, section},
    pages::group_roles::group_role_label,
};

const CONSENTS: &str = "group-consents";
const WAITING: &str = "group-waiting";

/// What waits for the consent of an organisation which the person represents.
pub(super) fn consents(group: &GroupFullParts, shown: Shown) -> Option<AnyView> {
    // What is only proposed is seen by those who answer for the organisation while they are asked.
    let out_of_sight = group.state == GroupState::Proposed && !group.viewer_can.read_internal;
    let entries: Vec<AnyView> = group
        .consents_awaited
        .iter()
        .map(|place| entry(place, consent_acts(place, out_of_sight, shown)))
        .collect();
    (!entries.is_empty()).then(|| {
        let content = view! {
            <SectionHeading title=t("groups-consents")/>
            <p class="muted">{t("groups-consents-text")}</p>
            <ul class="entries">{entries}</ul>
        };
        section(CONSENTS, content)
    })
}

/// What else is awaited, for those who manage the group's people.
pub(super) fn awaited(group: &GroupFullParts, shown: Shown) -> Option<AnyView> {
    let places = group.places.iter().flatten().filter(|place| place.state.is_pending());
    let entries: Vec<AnyView> = places.map(|place| entry(place, chair_acts(place, shown))).collect();
    (!entries.is_empty()).then(|| {
        let content = view! {
            <SectionHeading title=t("groups-awaited-title")/>
            <ul class="entries">{entries}</ul>
        };
        section(WAITING, content)
    })
}

fn entry(place: &GroupPlaceParts, acts: AnyView) -> AnyView {
    let state = match place.state {
        GroupRoleState::Requested => "groups-place-requested",
        GroupRoleState::Invited => "groups-place-invited",
        _ => "groups-place-consent_pending",
    };
    let (role, at, person) = (place.role, place.created_at.clone(), place.person.clone());
    let organisation = organisation_of(place);
    let since = move || text_with("groups-since", &[("day", day_short(&at).into())]);
    view! {
        <li class="entry">
            <h3 class="entry-title">{move || name_of(&person)}</h3>
            <p class="entry-meta">
                <Badge tone=Tone::Waiting>{move || text(state)}</Badge>
                {(!organisation.is_empty()).then(|| view! { <span>{organisation}</span> })}
                <span>{move || group_role_label(role)}</span>
                <span>{since}</span>
            </p>
            {(!place.text.is_empty()).then(|| view! { <Prose de=place.text.clone()/> })}
            <div class="actions">{acts}</div>
        </li>
    }
    .into_any()
}

fn consent_acts(place: &GroupPlaceParts, out_of_sight: bool, shown: Shown) -> AnyView {
    let one = |consent: bool| {
        let words = match consent {
            true => Act::new("groups-consent", "groups-consent-text", IconName::Check)
                .with_optional_words("text", "groups-answer-words-person")
                .weighing(ButtonKind::Primary)
                .then("group-state", "groups-consented"),
            false => Act::new("groups-consent-not", "groups-consent-not-text", IconName::Ban)
                .with_words("text", "groups-reason")
                .then("group-state", "groups-consented-not"),
        };
        let words = words.going_away(out_of_sight);
        let id = place.id.clone();
        act(words, shown, place.version, None, move |Sending { submission, version, text, done }| {
            let place_id = id.clone();
            let input = group_consent_answer::GroupConsentAnswerInput { place_id, version, consent, text };
            let variables = group_consent_answer::Variables { input };
            submission.send::<GroupConsentAnswer>(variables, move |_| done());
        })
    };
    view! { {one(true)} {one(false)} }.into_any()
}

fn chair_acts(place: &GroupPlaceParts, shown: Shown) -> AnyView {
    if !place.viewer_can.decide {
        return take_back(place, shown).into_any();
    }
    let one = |accept: bool| {
        let words = match accept {
            true => Act::new("groups-take-in", "groups-take-in-text", IconName::Check)
                .with_optional_words("text", "groups-answer-words-person")
                .weighing(ButtonKind::Primary)
                .then("group-people", "groups-taken-in"),
            false => Act::new("groups-refuse-in", "groups-refuse-in-text", IconName::Ban)
                .with_words("text", "groups-reason")
                .then("group-people", "groups-refused-in"),
        };
        let id = place.id.clone();
        act(words, shown, place.version, None, move |Sending { submission, version, text, done }| {
            let place_id = id.clone();
            let input = group_join_decide::GroupJoinDecideInput { place_id, version, accept, text };
            submission.send::<GroupJoinDecide>(group_join_decide::Variables { input }, move |_| done());
        })
    };
    view! { {one(true)} {one(false)} }.into_any()
}

/// What was offered, or waits for a consent, is taken back.
fn take_back(place: &GroupPlaceParts, shown: Shown) -> Option<AnyView> {
    let words = Act::new("groups-invitation-back", "groups-invitation-back-text", IconName::Close)
        .then("group-people", "groups-taken-back");
    let id = place.id.clone();
    place.viewer_can.end.then(|| {
        act(words, shown, place.version, None, move |Sending { submission, version, done, .. }| {
            let input = group_role_end::GroupRoleEndInput { place_id: id.clone(), version, until: today() };
            submission.send::<GroupRoleEnd>(group_role_end::Variables { input }, move |_| done());
        })
    })
}
