//! What happened to a group, with the texts that were written to it, and who was in it before.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupEventKind,
    operations::{
        group_history::{self, GroupHistoryGroupEvents},
        group_page::GroupFullParts,
    },
};

use super::{act::Shown, people::former, words::name_of};
use crate::{
    components::{IconName, SectionHeading, SkeletonShape},
    i18n::{t, text},
    pages::act::section,
    pages::{
        support::show,
        timeline::{Entry, timeline},
    },
};

/// The history; nothing for those who may not see it.
pub(super) fn history(group: &GroupFullParts, shown: Shown) -> Option<AnyView> {
    if !group.viewer_can.read_internal {
        return None;
    }
    // The names of milestones stand with the group itself.
    let milestones: Vec<(String, String)> = group
        .milestones
        .iter()
        .flatten()
        .map(|milestone| (milestone.id.clone(), milestone.text.clone()))
        .collect();
    let content = show(shown.history, SkeletonShape::List, move |data: Arc<group_history::ResponseData>| {
        let events = data.group.events.iter().flatten();
        let entries = events.map(|event| entry(event, &milestones)).collect();
        let former = former(data.group.places.as_deref().unwrap_or_default());
        view! { {timeline(entries)} {former} }.into_any()
    });
    let inner = view! { <SectionHeading title=t("groups-history")/> {content} };
    Some(section("group-history", inner))
}

fn entry(event: &GroupHistoryGroupEvents, milestones: &[(String, String)]) -> Entry {
    let kind = event.kind;
    let about = event
        .milestone_id
        .as_ref()
        .and_then(|id| milestones.iter().find(|(other, _)| other == id).map(|(_, text)| text.clone()));
    Entry {
        icon: icon(kind),
        title: Signal::derive(move || {
            let what = text(&format!("groups-event-{}", kind.as_str()));
            match &about {
                Some(milestone) => format!("{what}: {milestone}"),
                None => what,
            }
        }),
        text: event.text.clone(),
        at: event.at.clone(),
        by: event.person.as_ref().map(name_of),
    }
}

fn icon(kind: GroupEventKind) -> IconName {
    match kind {
        GroupEventKind::Proposed => IconName::Send,
        GroupEventKind::Chartered => IconName::BadgeCheck,
        GroupEventKind::Activated | GroupEventKind::Resumed => IconName::ArrowRight,
        GroupEventKind::Rested => IconName::Clock,
        GroupEventKind::Concluded => IconName::Archive,
        GroupEventKind::Asked => IconName::Help,
        GroupEventKind::Refused => IconName::Ban,
        GroupEventKind::CharterRevised => IconName::Pencil,
        GroupEventKind::MilestoneMoved => IconName::Calendar,
        GroupEventKind::MilestoneClosed => IconName::Done,
    }
}
