//! The page of a meeting: its head, and its parts in their order.

use leptos::prelude::*;
use verbund_shared::{
    meetings::MeetingState,
    operations::{MeetingPage as MeetingQuery, meeting_page},
};

use super::{
    AGENDA,
    acts::acts,
    agenda::agenda,
    behind::Behind,
    facts::facts,
    lists::{open_tasks, proposals},
    replies::{mine, replies},
    versions::versions,
};
use crate::{
    api::{use_live, use_query},
    components::{ButtonKind, ButtonLink, IconName, Notice, PageHeader, Prose, Tone},
    i18n::t,
    pages::{
        meetings::{
            details,
            item_forms::{self, ITEM},
            people::People,
            words::crumbs,
        },
        support::show_page_kept,
    },
    routes::{Route, query},
    state::address::use_query_map,
};

/// The value of `EDIT` for what is set.
pub(super) const DETAILS: &str = "angaben";
/// The value of `EDIT` for a new item.
pub(super) const ADD: &str = "neuer-punkt";
/// The value of `EDIT` for handing in an item.
pub(super) const SUBMIT: &str = "einreichen";
/// What stands before the id of an item in the value of `EDIT` for adding one below it.
pub(super) const BELOW: &str = "unterpunkt-";

/// One meeting.
#[component]
pub fn MeetingPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let query = use_query::<MeetingQuery>(move || meeting_page::Variables { id: id.get_value() });
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(Behind::new(query, &first.meeting), &first.meeting),
        None => ().into_any(),
    })
}

fn page(behind: Behind, first: &meeting_page::MeetingPageMeeting) -> AnyView {
    if let Some(group) = behind.group() {
        use_live(group, move || behind.refetch());
    }
    let title = behind.part(|meeting| meeting.title.clone());
    let crumbs = crumbs(first.group.as_ref());
    let parameters = use_query_map();
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT));
    view! {
        <PageHeader title crumbs>{ways(behind)}</PageHeader>
        {ended(behind)}
        {move || edited.get().and_then(|edited| form(behind, &edited)).unwrap_or_else(|| parts(behind))}
    }
    .into_any()
}

/// The form that the address names, where one may.
fn form(behind: Behind, edited: &str) -> Option<AnyView> {
    let meeting = behind.now()?;
    let group = behind.group()?;
    let can = &meeting.viewer_can;
    let item = |id: &str| meeting.items.iter().find(|item| item.id == id);
    if let Some(id) = edited.strip_prefix(ITEM) {
        let waiting = meeting.proposals.iter().find(|item| item.id == id);
        let item = item(id).or(waiting).filter(|item| item.viewer_can.edit)?;
        let back = (Route::Meeting(meeting.id.clone()).href(), AGENDA);
        return Some(item_forms::edit_form(behind, back, People::new(group), item));
    }
    if let Some(id) = edited.strip_prefix(BELOW) {
        item(id).filter(|_| can.edit)?;
        return Some(item_forms::add_form(behind, People::new(group), Some(id.to_owned())));
    }
    let again = Callback::new(move |()| behind.refetch());
    match edited {
        DETAILS if can.edit => Some(details::edit_form(behind, &meeting, People::new(group))),
        ADD if can.edit => Some(item_forms::add_form(behind, People::new(group), None)),
        SUBMIT if can.submit => Some(item_forms::submit_form(group, Some(meeting.id.clone()), again)),
        _ => None,
    }
}

fn parts(behind: Behind) -> AnyView {
    view! {
        <div class="meeting-page">
            <div class="meeting-side">
                {facts(behind)}
                {mine(behind)}
                {acts(behind)}
            </div>
            <div class="meeting-main">
                {agenda(behind)}
                {proposals(behind)}
                {open_tasks(behind)}
                {replies(behind)}
                {versions(behind)}
            </div>
        </div>
    }
    .into_any()
}

/// The ways on to the screen to hold it by and to the minutes.
fn ways(behind: Behind) -> AnyView {
    let stand = behind.part(|meeting| (Some(meeting.state), meeting.viewer_can.conduct));
    let links = move || {
        let (state, conducts) = stand.get();
        let conduct = Route::MeetingConduct(behind.id()).href();
        let minutes = Route::Minutes(behind.id()).href();
        let held = state.is_some_and(MeetingState::is_held);
        let main = |yes: bool| if yes { ButtonKind::Primary } else { ButtonKind::Secondary };
        let conduct = match state {
            Some(MeetingState::InSession) => Some((main(true), "meetings-to-conduct")),
            Some(MeetingState::Invited) if conducts => Some((main(false), "meetings-conduct")),
            _ => None,
        }
        .map(|(kind, key)| {
            view! { <ButtonLink kind icon=IconName::Play href=conduct>{t(key)}</ButtonLink> }
        });
        let minutes = held.then(|| {
            let kind = main(state != Some(MeetingState::InSession));
            view! { <ButtonLink kind icon=IconName::Minutes href=minutes>{t("meetings-minutes-link")}</ButtonLink> }
        });
        view! {
            {conduct}
            {minutes}
        }
        .into_any()
    };
    links.into_any()
}

/// Put off or called off, and why.
fn ended(behind: Behind) -> AnyView {
    let stand = behind.part(|meeting| (Some(meeting.state), meeting.reason.clone()));
    let shown = move || {
        let (state, reason) = stand.get();
        let (tone, key) = match state {
            Some(MeetingState::Postponed) => (Tone::Waiting, "meetings-is-postponed"),
            Some(MeetingState::Cancelled) => (Tone::Wrong, "meetings-is-cancelled"),
            _ => return None,
        };
        let reason = (!reason.is_empty()).then(|| view! { <Prose de=reason/> });
        Some(view! { <Notice tone title=t(key)>{reason}</Notice> }.into_any())
    };
    view! { <div class="meeting-ended" aria-live="polite">{shown}</div> }.into_any()
}
