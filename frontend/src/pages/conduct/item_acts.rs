//! What is done to an item during the meeting: it is begun, and it is settled.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{AgendaItemState, ItemOutcome, VoteState},
    operations::{
        AgendaItemBegin, AgendaItemSettle, agenda_item_begin, agenda_item_settle,
        conduct_page::ConductItemParts,
    },
};

use super::{
    room::{ITEM, Press, Room, press},
    words::item_title,
};
use crate::{
    components::{ButtonKind, IconName},
    pages::act::{Act, Sending, act},
};

/// Whether the meeting can go on to something else: while a vote is open, that is counted first.
fn free(room: Room) -> Signal<bool> {
    let conducts = room.conducts();
    let voting = room.conduct(|conduct| conduct.votes.iter().any(|vote| vote.state == VoteState::Open));
    Signal::derive(move || conducts.get() && !voting.get())
}

/// The button that begins an item. `again` offers it for settled ones too, as long as nothing was decided by
/// a vote.
pub(super) fn begin(room: Room, id: String, again: bool) -> AnyView {
    let item = room.item(id.clone());
    let title = Signal::derive(move || item.read().as_ref().map(item_title).unwrap_or_default());
    let resolved = {
        let id = id.clone();
        room.conduct(move |conduct| {
            conduct.votes.iter().any(|vote| vote.item_id == id && vote.resolution.is_some())
        })
    };
    let conducts = free(room);
    let stands = move |wanted: fn(AgendaItemState) -> bool| {
        Signal::derive(move || conducts.get() && item.read().as_ref().is_some_and(|item| wanted(item.state)))
    };
    let waiting = stands(|state| state == AgendaItemState::Scheduled);
    let settled = stands(|state| state.is_settled() && state != AgendaItemState::Withdrawn);
    let settled = Signal::derive(move || again && settled.get() && !resolved.get());
    let send = move |id: String| {
        move |submission: crate::api::Submission| {
            let Some(item) = item.get_untracked() else { return };
            let input = agenda_item_begin::AgendaItemBeginInput { item_id: item.id, version: item.version };
            let id = id.clone();
            submission.send::<AgendaItemBegin>(agenda_item_begin::Variables { input }, move |_| {
                room.reload();
                room.look_at(id);
            });
        }
    };
    let first = Press { label: "conduct-begin", icon: IconName::Play, kind: ButtonKind::Secondary };
    let once_more = Press { label: "conduct-begin-again", icon: IconName::Repeat, kind: ButtonKind::Quiet };
    view! {
        {press(first, room, waiting, Some(title), send(id.clone()))}
        {press(once_more, room, settled, Some(title), send(id))}
    }
    .into_any()
}

/// The buttons that settle an item: decided, noted, put off with a reason.
pub(super) fn settle(room: Room, id: String) -> AnyView {
    let item = room.item(id);
    let title = Signal::derive(move || item.read().as_ref().map(item_title).unwrap_or_default());
    let conducts = free(room);
    let offered = Signal::derive(move || {
        let open = |item: &ConductItemParts| {
            matches!(item.state, AgendaItemState::InDiscussion | AgendaItemState::Scheduled)
        };
        conducts.get() && item.read().as_ref().is_some_and(open)
    });
    let version = Signal::derive(move || item.read().as_ref().map_or(0, |item| item.version));
    let outcome = move |outcome: ItemOutcome| {
        move |submission: crate::api::Submission| {
            let Some(item) = item.get_untracked() else { return };
            let input = agenda_item_settle::AgendaItemSettleInput {
                item_id: item.id,
                version: item.version,
                outcome,
                reason: String::new(),
            };
            submission.send::<AgendaItemSettle>(agenda_item_settle::Variables { input }, move |_| {
                crate::pages::act::Shown::load(room, ITEM);
            });
        }
    };
    let decided = Press { label: "conduct-decided", icon: IconName::Check, kind: ButtonKind::Secondary };
    let noted = Press { label: "conduct-noted", icon: IconName::Eye, kind: ButtonKind::Secondary };
    let deferred = Act::new("conduct-defer", "conduct-defer-text", IconName::ArrowRight)
        .with_words("reason", "conduct-defer-reason")
        .offered(offered)
        .then(ITEM, "conduct-deferred");
    let defer = act(deferred, room, version, None, move |Sending { submission, version, text, done }| {
        let Some(item) = item.get_untracked() else { return };
        let input = agenda_item_settle::AgendaItemSettleInput {
            item_id: item.id,
            version,
            outcome: ItemOutcome::Deferred,
            reason: text,
        };
        submission.send::<AgendaItemSettle>(agenda_item_settle::Variables { input }, move |_| done());
    });
    view! {
        {press(decided, room, offered, Some(title), outcome(ItemOutcome::Decided))}
        {press(noted, room, offered, Some(title), outcome(ItemOutcome::Noted))}
        {defer}
    }
    .into_any()
}
