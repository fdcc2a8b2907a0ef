//! Where a group stands, what its chair asks for, and the steps one can take.

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupStep,
    operations::{
        GroupActivate, GroupChangeRefuse, GroupCharter, GroupConclude, GroupRest, GroupResume,
        group_activate, group_change_refuse, group_charter, group_conclude, group_page::GroupFullParts,
        group_rest, group_resume,
    },
};

use super::{
    act::Shown,
    words::{name_of, step_label},
};
use crate::{
    components::{ButtonKind, IconName, Notice, Prose, Tone},
    i18n::{t, text, text_with, time_stamp},
    pages::act::{Act, Sending, act},
};

/// The part of the page that shows where the group stands.
pub(super) const SECTION: &str = "group-state";

/// What waits for a decision, and the steps one can take.
pub(super) fn steps(group: &GroupFullParts, shown: Shown) -> AnyView {
    let can = &group.viewer_can;
    let pending = group.pending_change.as_ref().map(|change| {
        let step = change.step;
        let title =
            Signal::derive(move || text_with("groups-pending", &[("step", text(step_label(step)).into())]));
        let (by, at) = (change.by.clone(), change.at.clone());
        let who = move || {
            let by = by.as_ref().map(name_of);
            [by, at.as_deref().map(time_stamp)].into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let answer = can.refuse.then(|| {
            let confirm =
                can.confirm.contains(&step).then(|| confirm(group, step, ButtonKind::Primary, shown));
            view! { <div class="actions">{confirm} {refuse(group, shown)}</div> }
        });
        let words = change.text.clone();
        view! {
            <Notice tone=Tone::Waiting title>
                <p class="muted">{who}</p>
                <Prose de=words/>
                {answer}
            </Notice>
        }
    });
    let asked = group.pending_change.as_ref().map(|change| change.step);
    let confirmed = can.confirm.iter().filter(|step| Some(**step) != asked);
    let confirmed: Vec<AnyView> = confirmed.map(|step| confirm(group, *step, weight(*step), shown)).collect();
    let ask: Vec<AnyView> =
        can.ask.iter().filter(|step| Some(**step) != asked).map(|step| ask(group, *step, shown)).collect();
    let hint = (!ask.is_empty()).then(|| view! { <p class="muted">{t("groups-ask-hint")}</p> });
    let row = (!confirmed.is_empty() || !ask.is_empty())
        .then(|| view! { <div class="actions">{confirmed} {ask}</div> });
    view! { {pending} {row} {hint} }.into_any()
}

fn weight(step: GroupStep) -> ButtonKind {
    match step {
        GroupStep::Charter | GroupStep::Activate => ButtonKind::Primary,
        GroupStep::Rest | GroupStep::Resume => ButtonKind::Secondary,
        GroupStep::Conclude => ButtonKind::Danger,
    }
}

fn icon(step: GroupStep) -> IconName {
    match step {
        GroupStep::Charter => IconName::BadgeCheck,
        GroupStep::Activate | GroupStep::Resume => IconName::ArrowRight,
        GroupStep::Rest => IconName::Clock,
        GroupStep::Conclude => IconName::Archive,
    }
}

fn confirm(group: &GroupFullParts, step: GroupStep, kind: ButtonKind, shown: Shown) -> AnyView {
    let text = match step {
        GroupStep::Charter => "groups-step-charter-text",
        GroupStep::Activate => "groups-step-activate-text",
        GroupStep::Rest => "groups-step-rest-text",
        GroupStep::Resume => "groups-step-resume-text",
        GroupStep::Conclude => "groups-step-conclude-text",
    };
    let words = Act::new(step_label(step), text, icon(step))
        .with_words("text", "groups-step-words")
        .weighing(kind)
        .then(SECTION, "groups-step-done");
    take(group, step, words, shown)
}

fn ask(group: &GroupFullParts, step: GroupStep, shown: Shown) -> AnyView {
    let label = match step {
        GroupStep::Charter => "groups-step-charter",
        GroupStep::Activate => "groups-ask-activate",
        GroupStep::Rest => "groups-ask-rest",
        GroupStep::Resume => "groups-ask-resume",
        GroupStep::Conclude => "groups-ask-conclude",
    };
    let words = Act::new(label, "groups-ask-text", icon(step))
        .with_words("text", "groups-reason")
        .then(SECTION, "groups-asked");
    take(group, step, words, shown)
}

fn take(group: &GroupFullParts, step: GroupStep, words: Act, shown: Shown) -> AnyView {
    let id = group.id.clone();
    act(words, shown, group.version, None, move |Sending { submission, version, text, done }| {
        let id = id.clone();
        match step {
            GroupStep::Charter => {
                let input = group_charter::GroupCharterInput { id, version, text };
                submission.send::<GroupCharter>(group_charter::Variables { input }, move |_| done());
            }
            GroupStep::Activate => {
                let input = group_activate::GroupActivateInput { id, version, text };
                submission.send::<GroupActivate>(group_activate::Variables { input }, move |_| done());
            }
            GroupStep::Rest => {
                let input = group_rest::GroupRestInput { id, version, text };
                submission.send::<GroupRest>(group_rest::Variables { input }, move |_| done());
            }
            GroupStep::Resume => {
                let input = group_resume::GroupResumeInput { id, version, text };
                submission.send::<GroupResume>(group_resume::Variables { input }, move |_| done());
            }
            GroupStep::Conclude => {
                let input = group_conclude::GroupConcludeInput { id, version, text };
                submission.send::<GroupConclude>(group_conclude::Variables { input }, move |_| done());
            }
        }
    })
}

fn refuse(group: &GroupFullParts, shown: Shown) -> AnyView {
    let words = Act::new("groups-change-refuse", "groups-change-refuse-text", IconName::Ban)
        .with_words("text", "groups-reason")
        .then(SECTION, "groups-change-refused");
    let id = group.id.clone();
    act(words, shown, group.version, None, move |Sending { submission, version, text, done }| {
        let input = group_change_refuse::GroupChangeRefuseInput { id: id.clone(), version, text };
        submission.send::<GroupChangeRefuse>(group_change_refuse::Variables { input }, move |_| done());
    })
}
