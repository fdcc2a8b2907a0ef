//! Counting a vote: what is typed is compared at once with who is there and with what is needed.

use leptos::prelude::*;
use verbund_shared::{
    operations::{VoteClose, conduct_page::ConductVoteParts, vote_close},
    voting::Count,
};

use super::{
    room::{ITEM, Room},
    words::majority_of,
};
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, Form, IconName, TextField},
    i18n::{number, t, text, text_with},
    pages::{
        act::Shown,
        support::{StaleNotice, kept_text},
    },
};

/// A number that was typed; nothing while the field is empty or holds something else.
fn whole(value: RwSignal<String>) -> Option<u32> {
    value.read().trim().parse().ok()
}

/// What is typed, as it is sent; what is no number is refused by the server.
fn sent(value: RwSignal<String>) -> i64 {
    value.get_untracked().trim().parse().unwrap_or(-1)
}

/// The form of the count. What is typed into it survives a reload.
pub(super) fn count_form(room: Room, vote: ConductVoteParts, version: Signal<i64>) -> AnyView {
    let field = |name: &str| kept_text(format!("vote-{}-{name}", vote.id), String::new());
    let (yes, no, abstain) = (field("yes"), field("no"), field("abstain"));
    let submission = Submission::new();
    let id = StoredValue::new(vote.id.clone());
    let send = move |version: i64| {
        let input = vote_close::VoteCloseInput {
            id: id.get_value(),
            version,
            yes: sent(yes),
            no: sent(no),
            abstain: sent(abstain),
        };
        submission.send::<VoteClose>(vote_close::Variables { input }, move |_| {
            for field in [yes, no, abstain] {
                field.set(String::new());
            }
            room.changed(ITEM, "conduct-vote-counted");
        });
    };
    let number_field = |label: &'static str, name: &'static str, value: RwSignal<String>| {
        view! { <TextField label=t(label) name value input_mode="numeric" required=true/> }.into_any()
    };
    view! {
        <Form id="count" errors=submission.errors() on_submit=move |()| send(version.get_untracked())>
            <StaleNotice submission on_keep=send on_load=move |()| room.load(ITEM)/>
            <div class="field-row">
                {number_field("conduct-count-yes", "yes", yes)}
                {number_field("conduct-count-no", "no", no)}
                {number_field("conduct-count-abstain", "abstain", abstain)}
            </div>
            <div class="conduct-check" aria-live="polite">{check(vote, [yes, no, abstain])}</div>
            <Actions>
                <Button kind=ButtonKind::Primary icon=IconName::Check submit=true pending=submission.pending()>
                    {t("conduct-count-close")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// What the typed numbers mean, in plain words.
fn check(vote: ConductVoteParts, typed: [RwSignal<String>; 3]) -> AnyView {
    let votes = |count: i64| u32::try_from(count).unwrap_or_default();
    let (present, roll) = (votes(vote.present), votes(vote.roll));
    let majority = majority_of(&vote.majority);
    let counted = Memo::new(move |_| {
        let [yes, no, abstain] = typed.map(whole);
        // Before anything is typed there is nothing to compare.
        let any = yes.or(no).or(abstain).is_some();
        let complete = yes.is_some() && no.is_some() && abstain.is_some();
        let count = Count {
            yes: yes.unwrap_or_default(),
            no: no.unwrap_or_default(),
            abstain: abstain.unwrap_or_default(),
            present,
            roll,
        };
        (any, complete, count.yes, count.no, count.abstain)
    });
    (move || {
        let (any, complete, yes, no, abstain) = counted.get();
        let count = Count { yes, no, abstain, present, roll };
        if !any {
            return None;
        }
        let cast = i64::try_from(count.cast()).unwrap_or(i64::MAX);
        let there = i64::from(present);
        let sum = text_with(
            "conduct-count-sum",
            &[("cast", number(cast).into()), ("present", number(there).into())],
        );
        let difference = match there - cast {
            missing if missing < 0 => {
                let words = text_with("conduct-count-too-many", &[("count", (-missing).into())]);
                Some(view! { <p class="field-error">{words}</p> }.into_any())
            }
            0 => None,
            missing => {
                let words = text_with("conduct-count-missing", &[("count", missing.into())]);
                Some(view! { <p>{words}</p> }.into_any())
            }
        };
        let result = majority.filter(|_| complete && cast <= there).map(|majority| {
            let needed = i64::try_from(majority.needed(majority.base_of(count))).unwrap_or(i64::MAX);
            let needed = text_with("conduct-count-needed", &[("count", needed.into())]);
            let outcome = match majority.is_reached(count) {
                true => text("conduct-count-adopted"),
                false => text("conduct-count-rejected"),
            };
            view! { <p>{needed} " " <strong>{outcome}</strong></p> }
        });
        Some(view! { <p>{sum}</p> {difference} {result} }.into_any())
    })
    .into_any()
}
