//! The votes on an item: how they ended, the one that is being counted, and opening another.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{AgendaItemState, VoteOutcome, VoteState},
    operations::{
        VoteCancel,
        conduct_page::{ConductVoteParts, ConductVotePartsExcluded},
        vote_cancel,
    },
};

use super::{
    count::count_form,
    room::{ITEM, Room},
    vote_form::vote_form,
    words::{name_of, organisation_name},
};
use crate::{
    components::{Badge, Button, ButtonKind, IconName, Notice, Tone},
    i18n::{number, t, text, text_with, time_of_day},
    pages::{
        act::{Act, Sending, act},
        resolutions::majority_text,
        tasks::markdown,
    },
    routes::Route,
};

/// The votes on an item, the oldest first.
pub(super) fn votes(room: Room, item: String) -> AnyView {
    let of = StoredValue::new(item.clone());
    let ids = room.conduct(move |conduct| {
        let votes = conduct.votes.iter().filter(|vote| of.with_value(|of| vote.item_id == *of));
        votes.map(|vote| vote.id.clone()).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| !ids.read().is_empty());
    let conducts = room.conducts();
    let heading = move || (any.get() || conducts.get()).then(|| view! { <h3>{t("conduct-votes")}</h3> });
    view! {
        <div class="conduct-votes">
            {heading}
            <For each=move || ids.get() key=|id| id.clone() children=move |id| vote(room, id)/>
            {another(room, item)}
        </div>
    }
    .into_any()
}

fn vote(room: Room, id: String) -> AnyView {
    let vote = room.conduct(move |conduct| conduct.votes.iter().find(|vote| vote.id == id).cloned());
    // What is typed into the count stays while others change something.
    let state = Memo::new(move |_| vote.read().as_ref().map(|vote| vote.state));
    (move || {
        let state = state.get()?;
        let vote = vote.get_untracked()?;
        Some(match state {
            VoteState::Open => open(room, vote),
            VoteState::Closed => closed(vote),
            VoteState::Cancelled => cancelled(vote),
        })
    })
    .into_any()
}

/// Title and wording of a vote, and who has no part in it.
fn about(vote: &ConductVoteParts) -> AnyView {
    let mover = vote.mover.as_ref().map(name_of);
    let mover = mover.map(|name| {
        view! { <span>{move || text_with("conduct-vote-mover", &[("name", name.clone().into())])}</span> }
    });
    let secret = vote.secret.then(|| view! { <Badge>{t("conduct-vote-secret")}</Badge> });
    view! {
        <h4>{vote.title.clone()}</h4>
        <p class="entry-meta">{secret} {mover}</p>
        <div class="resolution-wording">{markdown(vote.wording_html.clone())}</div>
        {excluded(&vote.excluded)}
    }
    .into_any()
}

fn excluded(excluded: &[ConductVotePartsExcluded]) -> Option<AnyView> {
    if excluded.is_empty() {
        return None;
    }
    let lines: Vec<AnyView> = excluded
        .iter()
        .map(|one| {
            let organisation = one.organisation.as_ref();
            let organisation =
                organisation.map(|one| format!(" ({})", organisation_name(&one.name, &one.short_name)));
            view! { <li>{one.name.clone()} {organisation} ": " {one.reason.clone()}</li> }.into_any()
        })
        .collect();
    Some(view! { <p class="field-label">{t("conduct-vote-excluded")}</p> <ul class="conduct-excluded">{lines}</ul> }.into_any())
}

/// The votes that count for it, in a sentence.
fn basis(vote: &ConductVoteParts) -> AnyView {
    let (present, roll, majority) = (vote.present, vote.roll, vote.majority.clone());
    let words = move || {
        text_with(
            "conduct-vote-basis",
            &[
                ("present", number(present).into()),
                ("roll", number(roll).into()),
                (
                    "majority",
                    majority_text(majority.base, majority.num, majority.den, majority.strict).into(),
                ),
            ],
        )
    };
    view! { <p class="muted">{words}</p> }.into_any()
}

fn open(room: Room, vote: ConductVoteParts) -> AnyView {
    let conducts = room.conducts();
    let id = vote.id.clone();
    let version = {
        let id = id.clone();
        room.conduct(move |conduct| {
            conduct.votes.iter().find(|vote| vote.id == id).map_or(0, |vote| vote.version)
        })
    };
    let cancel = Act::new("conduct-vote-cancel", "conduct-vote-cancel-text", IconName::Ban)
        .weighing(ButtonKind::Danger)
        .offered(conducts)
        .then(ITEM, "conduct-vote-cancelled-done");
    let cancel = act(cancel, room, version, None, move |Sending { submission, version, done, .. }| {
        let input = vote_cancel::VoteCancelInput { id: id.clone(), version };
        submission.send::<VoteCancel>(vote_cancel::Variables { input }, move |_| done());
    });
    let count = {
        let vote = vote.clone();
        move || match conducts.get() {
            true => count_form(room, vote.clone(), version),
            false => view! { <p>{t("conduct-vote-running")}</p> }.into_any(),
        }
    };
    view! {
        <article class="conduct-vote conduct-vote-open">
            <p><Badge tone=Tone::Waiting icon=IconName::Vote>{t("conduct-vote-open")}</Badge></p>
            {about(&vote)}
            {basis(&vote)}
            {count}
            <div class="actions">{cancel}</div>
        </article>
    }
    .into_any()
}

fn closed(vote: ConductVoteParts) -> AnyView {
    let adopted = vote.outcome == Some(VoteOutcome::Adopted);
    let (tone, key) = match adopted {
        true => (Tone::Good, "conduct-vote-adopted"),
        false => (Tone::Neutral, "conduct-vote-rejected"),
    };
    let counts = [("yes", vote.yes), ("no", vote.no), ("abstain", vote.abstain), ("needed", vote.needed)];
    let sentence = Signal::derive(move || {
        let args = counts.map(|(name, count)| (name, count.into()));
        text_with(key, &args)
    });
    let link = vote.resolution.as_ref().map(|resolution| {
        let href = Route::Resolution(resolution.id.clone()).href();
        view! { <p>{t("conduct-vote-resolution")} " " <a class="link" href=href>{resolution.label.clone()} " " {resolution.title.clone()}</a></p> }
    });
    let at = vote.closed_at.clone().map(|at| view! { <span class="muted">{move || time_of_day(&at)}</span> });
    view! {
        <article class="conduct-vote">
            {about(&vote)}
            <Notice tone title=sentence>
                {basis(&vote)}
                {link}
                {at}
            </Notice>
        </article>
    }
    .into_any()
}

fn cancelled(vote: ConductVoteParts) -> AnyView {
    view! {
        <article class="conduct-vote">
            <h4>{vote.title}</h4>
            <p class="muted">{move || text("conduct-vote-cancelled")}</p>
        </article>
    }
    .into_any()
}

/// The button that opens the form of another vote. Only one is counted at a time.
fn another(room: Room, item: String) -> AnyView {
    let asked = RwSignal::new(false);
    let conducts = room.conducts();
    let running = room.conduct(|conduct| conduct.votes.iter().any(|vote| vote.state == VoteState::Open));
    let reached = room.conduct(|conduct| conduct.quorum.reached);
    let begun = {
        let item = room.item(item.clone());
        Memo::new(move |_| {
            item.read().as_ref().is_some_and(|item| {
                matches!(
                    item.state,
                    AgendaItemState::Scheduled | AgendaItemState::InDiscussion | AgendaItemState::Decided
                )
            })
        })
    };
    let offered = Memo::new(move |_| conducts.get() && begun.get() && !running.get());
    let item = StoredValue::new(item);
    (move || {
        if !offered.get() {
            return None;
        }
        Some(match (asked.get(), reached.get()) {
            (true, _) => vote_form(room, item.get_value(), asked),
            (false, true) => view! {
                <div class="actions">
                    <Button icon=IconName::Vote on_press=move |()| asked.set(true)>{t("conduct-vote-begin")}</Button>
                </div>
            }
            .into_any(),
            (false, false) => view! { <p class="muted">{t("conduct-vote-no-quorum")}</p> }.into_any(),
        })
    })
    .into_any()
}
