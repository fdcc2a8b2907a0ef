//! The objections to the text in review: each with what it is about, and its answer.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    minutes::{MinutesState, ObjectionState},
    operations::{
        MinutesObjectionAnswer, MinutesObjectionWithdraw, minutes_objection_answer,
        minutes_objection_withdraw, minutes_page::MinutesPageMinutesObjections as Objection,
    },
};

use super::{
    document::item_title,
    shown::{OBJECTIONS, Shown},
    words::objection_badge,
};
use crate::{
    api::Submission,
    components::{ButtonKind, IconName, Prose, SectionHeading},
    i18n::{number, t, text_with, time_stamp},
    pages::{
        act::{Act, Fields, Sending, act, section},
        groups::full_name,
    },
};

/// The part of the page; nothing where nobody has objected and nobody can.
pub(super) fn objections(shown: Shown) -> AnyView {
    let there = shown.part(|minutes| {
        let can = &minutes.viewer_can;
        !minutes.objections.is_empty()
            || (minutes.state == MinutesState::InReview && (can.object || can.answer))
    });
    let open = shown
        .part(|minutes| minutes.objections.iter().filter(|one| one.state == ObjectionState::Open).count());
    let ids = shown.part(|minutes| minutes.objections.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let can_object = shown.part(|minutes| minutes.viewer_can.object);
    let words = move || match (ids.read().is_empty(), open.get()) {
        (true, _) if can_object.get() => t("minutes-objections-none-object").get(),
        (true, _) => t("minutes-objections-none").get(),
        (false, 0) => t("minutes-objections-answered").get(),
        (false, open) => text_with("minutes-objections-open", &[("count", open.into())]),
    };
    let words = StoredValue::new(words);
    (move || {
        there.get().then(|| {
            let content = view! {
                <SectionHeading title=t("minutes-objections")/>
                <p class="muted">{move || words.with_value(|words| words())}</p>
                <ul class="entries">
                    <For
                        each=move || ids.get()
                        key=|id| id.clone()
                        children=move |id| entry(shown, id)
                    />
                </ul>
            };
            section(OBJECTIONS, content)
        })
    })
    .into_any()
}

fn entry(shown: Shown, id: String) -> AnyView {
    let one = {
        let id = id.clone();
        shown.part(move |minutes| minutes.objections.iter().find(|one| one.id == id).cloned())
    };
    let content = move || one.get().map(|one| words(&one));
    let version = Signal::derive(move || one.read().as_ref().map(|one| one.version).unwrap_or_default());
    let open = move || one.read().as_ref().is_some_and(|one| one.state == ObjectionState::Open);
    let can_answer = shown.part(|minutes| minutes.viewer_can.answer);
    let answers = Signal::derive(move || can_answer.get() && open());
    let withdraws =
        Signal::derive(move || open() && one.read().as_ref().is_some_and(|one| one.viewer_can_withdraw));
    view! {
        <li class="entry">
            {content}
            <div class="actions">
                {answer(shown, id.clone(), one, version, answers, true)}
                {answer(shown, id.clone(), one, version, answers, false)}
                {withdraw(shown, id, version, withdraws)}
            </div>
        </li>
    }
    .into_any()
}

/// What it is about, and what became of it.
fn words(one: &Objection) -> AnyView {
    let (item, title, paragraph) = (one.item_number.clone(), one.item_title.clone(), one.paragraph);
    let heading = move || {
        let paragraph = text_with("minutes-paragraph", &[("number", number(paragraph).into())]);
        format!("{}, {paragraph}", item_title(&item, &title))
    };
    let name = one.person.as_ref().map(|by| full_name(&by.given_name, &by.family_name)).unwrap_or_default();
    let (at, version) = (one.at.clone(), one.version_number);
    let by = move || {
        let args = [
            ("name", name.as_str().into()),
            ("time", time_stamp(&at).into()),
            ("number", number(version).into()),
        ];
        text_with("minutes-objection-by", &args)
    };
    let comment = (!one.comment.is_empty()).then(|| view! { <Prose de=one.comment.clone()/> });
    view! {
        <h3 class="entry-title">{heading}</h3>
        <p class="entry-meta">{objection_badge(one.state)} <span>{by}</span></p>
        <div class="minutes-both">
            <div>
                <h4>{t("minutes-objection-quote")}</h4>
                <blockquote class="minutes-quote">{one.quote.clone()}</blockquote>
            </div>
            <div>
                <h4>{t("minutes-objection-proposed")}</h4>
                <blockquote class="minutes-quote minutes-proposed">{one.proposed_text.clone()}</blockquote>
            </div>
        </div>
        {comment}
        {answered(one)}
    }
    .into_any()
}

fn answered(one: &Objection) -> Option<AnyView> {
    let at = one.answered_at.clone()?;
    let name =
        one.answered_by.as_ref().map(|by| full_name(&by.given_name, &by.family_name)).unwrap_or_default();
    let by = move || {
        text_with(
            "minutes-objection-answer-by",
            &[("name", name.as_str().into()), ("time", time_stamp(&at).into())],
        )
    };
    let words = (!one.answer.is_empty()).then(|| view! { <Prose de=one.answer.clone()/> });
    Some(view! { <div class="minutes-answer"><p class="muted">{by}</p> {words}</div> }.into_any())
}

/// Takes the proposed text over, or says why the text stays.
fn answer(
    shown: Shown,
    id: String,
    one: Signal<Option<Objection>>,
    version: Signal<i64>,
    offered: Signal<bool>,
    accept: bool,
) -> AnyView {
    let words = match accept {
        true => Act::new("minutes-objection-accept", "minutes-objection-accept-text", IconName::Check)
            .with_optional_words("answer", "minutes-objection-accept-words")
            .then(OBJECTIONS, "minutes-objection-accept-done"),
        false => {
            Act::new("minutes-objection-answer", "minutes-objection-answer-text", IconName::MessageSquare)
                .with_words("answer", "minutes-objection-answer-words")
                .weighing(ButtonKind::Quiet)
                .then(OBJECTIONS, "minutes-objection-answer-done")
        }
    };
    // What is decided about stays in sight.
    let fields: Fields = Arc::new(move |_: Submission| {
        let proposed = untrack(|| one.get()).map(|one| one.proposed_text).unwrap_or_default();
        view! { <blockquote class="minutes-quote minutes-proposed">{proposed}</blockquote> }.into_any()
    });
    let send = move |Sending { submission, version, text, done }: Sending| {
        let input = minutes_objection_answer::MinutesObjectionAnswerInput {
            id: id.clone(),
            version,
            accept,
            answer: text,
        };
        submission
            .send::<MinutesObjectionAnswer>(minutes_objection_answer::Variables { input }, move |_| done());
    };
    act(words.offered(offered), shown, version, Some(fields), send)
}

fn withdraw(shown: Shown, id: String, version: Signal<i64>, offered: Signal<bool>) -> AnyView {
    let words = Act::new("minutes-objection-withdraw", "minutes-objection-withdraw-text", IconName::Ban)
        .weighing(ButtonKind::Quiet)
        .offered(offered)
        .then(OBJECTIONS, "minutes-objection-withdraw-done");
    act(words, shown, version, None, move |Sending { submission, version, done, .. }| {
        let input = minutes_objection_withdraw::MinutesObjectionWithdrawInput { id: id.clone(), version };
        submission
            .send::<MinutesObjectionWithdraw>(minutes_objection_withdraw::Variables { input }, move |_| {
                done()
            });
    })
}
