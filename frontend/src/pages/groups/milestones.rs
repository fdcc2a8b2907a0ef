//! The milestones of a group: added, changed, moved and closed with a reason; what is overdue says so.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    groups::MilestoneState,
    operations::{
        MilestoneAdd, MilestoneClose, MilestoneMove, MilestoneUpdate,
        group_page::{GroupFullParts, GroupMilestoneParts},
        milestone_add, milestone_close, milestone_move, milestone_update,
    },
};

use super::{
    act::Shown,
    words::{milestone_badge, name_of},
};
use crate::{
    components::{
        ButtonKind, Choice, DateField, IconName, Prose, RadioGroup, SectionHeading, SelectField,
        TextAreaField,
    },
    i18n::{day, t, text, text_with},
    pages::act::{Act, Sending, act, section},
};

const SECTION: &str = "group-milestones";

/// The milestones; nothing for those who may not see them.
pub(super) fn milestones(group: &GroupFullParts, shown: Shown) -> Option<AnyView> {
    let all = group.milestones.as_ref()?;
    let owners = owners(group);
    let add = group.viewer_can.add_milestones.then(|| add(group, owners.clone(), shown));
    // What is still to be reached comes first.
    let (open, closed): (Vec<_>, Vec<_>) =
        all.iter().partition(|milestone| milestone.state == MilestoneState::Open);
    let entries: Vec<AnyView> =
        open.into_iter().chain(closed).map(|milestone| entry(milestone, owners.clone(), shown)).collect();
    let list = match entries.is_empty() {
        true => view! { <p class="muted">{t("groups-milestones-none")}</p> }.into_any(),
        false => view! { <ul class="entries">{entries}</ul> }.into_any(),
    };
    let content = view! {
        <SectionHeading title=t("groups-milestones")>{add}</SectionHeading>
        {list}
    };
    Some(section(SECTION, content))
}

/// Whoever is in the group can be responsible.
fn owners(group: &GroupFullParts) -> Vec<Choice> {
    let today = group.places.iter().flatten().filter(|place| place.holds_today);
    let mut choices: Vec<Choice> =
        today.map(|place| Choice::new(&place.person.id, name_of(&place.person))).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}

fn entry(milestone: &GroupMilestoneParts, owners: Vec<Choice>, shown: Shown) -> AnyView {
    let GroupMilestoneParts { text: words, due, first_due, owner, state, overdue, reason, closed_on, .. } =
        milestone.clone();
    let open = state == MilestoneState::Open;
    let moved = open && first_due != due;
    let by = {
        let due = due.clone();
        move || match &closed_on {
            Some(closed) => text_with("groups-milestone-closed-on", &[("day", day(closed).into())]),
            None => text_with("groups-milestone-by", &[("day", day(&due).into())]),
        }
    };
    let first = move || text_with("groups-milestone-first", &[("day", day(&first_due).into())]);
    let owner = owner.map(|owner| {
        view! { <span>{move || text_with("groups-milestone-owner", &[("name", name_of(&owner).into())])}</span> }
    });
    let can = &milestone.viewer_can;
    let acts = (can.edit || can.settle).then(|| {
        view! {
            <div class="actions">
                {can.settle.then(|| close(milestone, shown))}
                {can.settle.then(|| shift(milestone, shown))}
                {can.edit.then(|| change(milestone, owners, shown))}
            </div>
        }
    });
    view! {
        <li class="entry">
            <h3 class="entry-title">{words}</h3>
            <p class="entry-meta">
                {milestone_badge(state, overdue)}
                <span>{by}</span>
                {moved.then(|| view! { <span>{first}</span> })}
                {owner}
            </p>
            {(!reason.is_empty()).then(|| view! { <Prose de=reason/> })}
            {acts}
        </li>
    }
    .into_any()
}

/// Text and responsible person, as both forms have them.
fn what(written: RwSignal<String>, owner: RwSignal<String>, owners: Vec<Choice>) -> AnyView {
    view! {
        <TextAreaField label=t("groups-milestone-text") name="text" value=written rows=3 required=true/>
        <SelectField
            label=t("groups-milestone-who")
            name="ownerId"
            value=owner
            choices=Signal::stored(owners)
            empty=t("groups-milestone-nobody")
        />
    }
    .into_any()
}

fn chosen(value: RwSignal<String>) -> Option<String> {
    Some(value.get_untracked()).filter(|value| !value.is_empty())
}

fn add(group: &GroupFullParts, owners: Vec<Choice>, shown: Shown) -> AnyView {
    let empty = || RwSignal::new(String::new());
    let (written, owner, due) = (empty(), empty(), empty());
    let fields = Arc::new(move |_| {
        view! {
            {what(written, owner, owners.clone())}
            <DateField label=t("groups-milestone-due") name="due" value=due required=true/>
        }
        .into_any()
    });
    let words = Act::new("groups-milestone-add", "groups-milestone-add-text", IconName::Plus)
        .then(SECTION, "groups-milestone-added");
    let id = group.id.clone();
    act(words, shown, 0, Some(fields), move |Sending { submission, done, .. }| {
        let input = milestone_add::MilestoneAddInput {
            group_id: id.clone(),
            text: written.get_untracked(),
            due: due.get_untracked(),
            owner_id: chosen(owner),
        };
        submission.send::<MilestoneAdd>(milestone_add::Variables { input }, move |_| done());
    })
}

fn change(milestone: &GroupMilestoneParts, owners: Vec<Choice>, shown: Shown) -> AnyView {
    let written = RwSignal::new(milestone.text.clone());
    let owner = RwSignal::new(milestone.owner.as_ref().map(|owner| owner.id.clone()).unwrap_or_default());
    let fields = Arc::new(move |_| what(written, owner, owners.clone()));
    let words = Act::new("groups-milestone-change", "groups-milestone-change-text", IconName::Pencil)
        .weighing(ButtonKind::Quiet)
        .then(SECTION, "groups-milestone-changed");
    let id = milestone.id.clone();
    act(
        words,
        shown,
        milestone.version,
        Some(fields),
        move |Sending { submission, version, done, .. }| {
            let input = milestone_update::MilestoneUpdateInput {
                id: id.clone(),
                version,
                text: written.get_untracked(),
                owner_id: chosen(owner),
            };
            submission.send::<MilestoneUpdate>(milestone_update::Variables { input }, move |_| done());
        },
    )
}

fn shift(milestone: &GroupMilestoneParts, shown: Shown) -> AnyView {
    let due = RwSignal::new(milestone.due.clone());
    let fields = Arc::new(move |_| {
        view! { <DateField label=t("groups-milestone-due") name="due" value=due required=true/> }.into_any()
    });
    let words = Act::new("groups-milestone-move", "groups-milestone-move-text", IconName::Calendar)
        .with_words("reason", "groups-reason")
        .then(SECTION, "groups-milestone-moved");
    let id = milestone.id.clone();
    act(words, shown, milestone.version, Some(fields), move |Sending { submission, version, text, done }| {
        let input = milestone_move::MilestoneMoveInput {
            id: id.clone(),
            version,
            due: due.get_untracked(),
            reason: text,
        };
        submission.send::<MilestoneMove>(milestone_move::Variables { input }, move |_| done());
    })
}

fn close(milestone: &GroupMilestoneParts, shown: Shown) -> AnyView {
    let outcome = RwSignal::new(MilestoneState::Done.as_str().to_owned());
    let choices = Signal::derive(|| {
        let outcomes = [MilestoneState::Done, MilestoneState::Dropped];
        let choice = |state: MilestoneState| {
            Choice::new(state.as_str(), text(&format!("groups-milestone-{}", state.as_str())))
        };
        outcomes.map(choice).to_vec()
    });
    let fields = Arc::new(move |_| {
        view! { <RadioGroup label=t("groups-milestone-outcome") name="outcome" value=outcome choices required=true/> }
            .into_any()
    });
    let words = Act::new("groups-milestone-close", "groups-milestone-close-text", IconName::Check)
        .with_words("reason", "groups-milestone-close-reason")
        .then(SECTION, "groups-milestone-settled");
    let id = milestone.id.clone();
    act(words, shown, milestone.version, Some(fields), move |Sending { submission, version, text, done }| {
        let input = milestone_close::MilestoneCloseInput {
            id: id.clone(),
            version,
            outcome: MilestoneState::parse(&outcome.get_untracked()).unwrap_or(MilestoneState::Done),
            reason: text,
        };
        submission.send::<MilestoneClose>(milestone_close::Variables { input }, move |_| done());
    })
}
