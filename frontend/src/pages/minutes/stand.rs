//! Where the minutes stand, what comes next, what is missing, and what one can do about it.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    minutes::{MinutesGapKind, MinutesState},
    operations::{
        MinutesAmend, MinutesApprove, MinutesFinalise, MinutesReview, MinutesSign, minutes_amend,
        minutes_approve, minutes_finalise, minutes_page::MinutesPageMinutesGaps as Gap, minutes_review,
        minutes_sign,
    },
};

use super::shown::{OBJECTIONS, SIGNATURES, STAND, Shown, newest};
use crate::{
    api::Submission,
    components::{ButtonKind, DateField, IconName, Notice, SectionHeading, Step, StepState, Stepper, Tone},
    i18n::{day, days_later, days_until, t, text, text_with, today},
    pages::{
        act::{Act, Fields, Sending, act, section},
        groups::full_name,
    },
    platform::{focus_id, scroll_to_id},
    routes::Route,
};

/// So many days a review is proposed to last.
const REVIEW_DAYS: i64 = 14;

/// The part of the page.
pub(super) fn stand(shown: Shown) -> AnyView {
    let content = view! {
        <SectionHeading title=t("minutes-stand")/>
        {steps(shown)}
        <div class="minutes-next" aria-live="polite">{next(shown)}</div>
        {people(shown)}
        {gaps(shown)}
        {acts(shown)}
    };
    section(STAND, content)
}

/// The way of minutes, and where these are on it.
fn steps(shown: Shown) -> AnyView {
    let state = shown.part(|minutes| minutes.state);
    (move || {
        let at = match state.get() {
            MinutesState::Draft => 0,
            MinutesState::InReview => 1,
            MinutesState::Finalised => 2,
            MinutesState::Approved | MinutesState::Amended => 3,
        };
        let last = if state.get() == MinutesState::Amended {
            "minutes-step-amended"
        } else {
            "minutes-step-approved"
        };
        let steps = ["minutes-step-draft", "minutes-step-review", "minutes-step-finalised", last];
        let steps = steps.into_iter().enumerate().map(|(place, label)| Step {
            label: t(label),
            state: match place.cmp(&at) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Current,
                std::cmp::Ordering::Greater => StepState::Open,
            },
        });
        view! { <Stepper steps=steps.collect()/> }.into_any()
    })
    .into_any()
}

/// The stand in plain words, with what comes next.
fn next(shown: Shown) -> AnyView {
    let known = shown.part(|minutes| {
        let can = &minutes.viewer_can;
        let inside = can.write || can.review || can.finalise || can.answer;
        (
            minutes.state,
            inside,
            minutes.review_until.clone(),
            minutes.approved_on.clone(),
            minutes.approved_by_silence,
        )
    });
    (move || {
        let (state, inside, until, approved, silence) = known.get();
        let a_day = |iso: Option<String>| iso.map(|iso| day(&iso)).unwrap_or_default();
        let words = match state {
            MinutesState::Draft if inside => text("minutes-next-draft"),
            MinutesState::Draft => text("minutes-next-draft-others"),
            MinutesState::InReview => {
                let over = until.as_deref().and_then(days_until).is_some_and(|days| days < 0);
                let key = if over { "minutes-next-review-over" } else { "minutes-next-review" };
                text_with(key, &[("day", a_day(until).into())])
            }
            MinutesState::Finalised => text("minutes-next-finalised"),
            MinutesState::Approved if silence => {
                text_with("minutes-next-approved-silence", &[("day", a_day(approved).into())])
            }
            MinutesState::Approved => text_with("minutes-next-approved", &[("day", a_day(approved).into())]),
            MinutesState::Amended => text("minutes-next-amended"),
        };
        view! { <p>{words}</p> }.into_any()
    })
    .into_any()
}

/// Who chairs and who writes.
fn people(shown: Shown) -> AnyView {
    let people = shown.part(|minutes| {
        let chair = minutes.chair.as_ref().map(|one| full_name(&one.given_name, &one.family_name));
        let taker = minutes.minute_taker.as_ref().map(|one| full_name(&one.given_name, &one.family_name));
        (chair, taker)
    });
    let shown = move || {
        let (chair, taker) = people.get();
        let line = |label: &'static str, name: Option<String>| {
            name.map(|name| view! { <span>{t(label)} ": " {name}</span> }.into_any())
        };
        [line("minutes-chair", chair), line("minutes-taker", taker)]
    };
    view! { <p class="entry-meta">{shown}</p> }.into_any()
}

/// What is missing before the minutes can be final, with where it is mended.
fn gaps(shown: Shown) -> AnyView {
    let gaps = shown.part(|minutes| {
        let can = &minutes.viewer_can;
        let matters = matches!(minutes.state, MinutesState::Draft | MinutesState::InReview)
            && (can.write || can.review || can.finalise || can.answer);
        if matters { minutes.gaps.clone() } else { Vec::new() }
    });
    let meeting = StoredValue::new(shown.now().meeting_id);
    (move || {
        let gaps = gaps.get();
        if gaps.is_empty() {
            return ().into_any();
        }
        let lines: Vec<AnyView> = gaps.into_iter().map(|one| gap(one, &meeting.get_value())).collect();
        view! {
            <Notice tone=Tone::Waiting title=t("minutes-gaps")>
                <ul class="minutes-gaps">{lines}</ul>
            </Notice>
        }
        .into_any()
    })
    .into_any()
}

fn gap(gap: Gap, meeting: &str) -> AnyView {
    let Gap { kind, text: what, .. } = gap;
    let words = move || match what.is_empty() {
        true => text(&format!("minutes-gap-{}", kind.as_str())),
        false => text_with(&format!("minutes-gap-of-{}", kind.as_str()), &[("what", what.as_str().into())]),
    };
    if kind == MinutesGapKind::ObjectionOpen {
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            scroll_to_id(OBJECTIONS);
            focus_id(OBJECTIONS);
        };
        return view! { <li><a class="link" href=format!("#{OBJECTIONS}") on:click=go>{words}</a></li> }
            .into_any();
    }
    // Everything else is mended where the meeting is held.
    let href = Route::MeetingConduct(meeting.to_owned()).href();
    view! { <li><a class="link" href=href>{words}</a></li> }.into_any()
}

fn acts(shown: Shown) -> AnyView {
    view! {
        <div class="actions">
            {review(shown, MinutesState::Draft)}
            {finalise(shown)}
            {review(shown, MinutesState::InReview)}
            {sign(shown)}
            {approve(shown)}
            {amend(shown)}
        </div>
    }
    .into_any()
}

/// Puts the text to review: for the first time, or again with what has changed since.
fn review(shown: Shown, from: MinutesState) -> AnyView {
    let (label, words, kind, done) = match from {
        MinutesState::InReview => (
            "minutes-review-again",
            "minutes-review-again-text",
            ButtonKind::Secondary,
            "minutes-review-again-done",
        ),
        _ => ("minutes-review", "minutes-review-text", ButtonKind::Primary, "minutes-review-done"),
    };
    let offered = shown.part(move |minutes| minutes.viewer_can.review && minutes.state == from);
    let until = RwSignal::new(days_later(&today(), REVIEW_DAYS));
    let fields: Fields = Arc::new(move |_: Submission| {
        view! {
            <DateField
                label=t("minutes-review-until")
                name="until"
                value=until
                hint=t("minutes-review-until-hint")
                required=true
            />
        }
        .into_any()
    });
    let words = Act::new(label, words, IconName::Send).weighing(kind).offered(offered).then(STAND, done);
    act(words, shown, shown.version(), Some(fields), move |Sending { submission, version, done, .. }| {
        let input = minutes_review::MinutesReviewInput {
            meeting_id: shown.now().meeting_id,
            version,
            until: until.get_untracked(),
        };
        submission.send::<MinutesReview>(minutes_review::Variables { input }, move |_| done());
    })
}

fn finalise(shown: Shown) -> AnyView {
    let offered = shown.part(|minutes| minutes.viewer_can.finalise && minutes.gaps.is_empty());
    let words = Act::new("minutes-finalise", "minutes-finalise-text", IconName::Check)
        .weighing(ButtonKind::Primary)
        .offered(offered)
        .then(STAND, "minutes-finalise-done");
    act(words, shown, shown.version(), None, move |Sending { submission, version, done, .. }| {
        let input = minutes_finalise::MinutesFinaliseInput { meeting_id: shown.now().meeting_id, version };
        submission.send::<MinutesFinalise>(minutes_finalise::Variables { input }, move |_| done());
    })
}

fn sign(shown: Shown) -> AnyView {
    let offered = shown.part(|minutes| minutes.viewer_can.sign);
    let words = Act::new("minutes-sign", "minutes-sign-text", IconName::BadgeCheck)
        .weighing(ButtonKind::Primary)
        .offered(offered)
        .then(SIGNATURES, "minutes-sign-done");
    act(words, shown, shown.version(), None, move |Sending { submission, version, done, .. }| {
        let now = shown.now();
        let Some(version_number) = newest(&now) else { return };
        let input = minutes_sign::MinutesSignInput { meeting_id: now.meeting_id, version, version_number };
        submission.send::<MinutesSign>(minutes_sign::Variables { input }, move |_| done());
    })
}

fn approve(shown: Shown) -> AnyView {
    let offered = shown.part(|minutes| minutes.viewer_can.approve);
    let words = Act::new("minutes-approve", "minutes-approve-text", IconName::BadgeCheck)
        .offered(offered)
        .then(STAND, "minutes-approve-done");
    act(words, shown, shown.version(), None, move |Sending { submission, version, done, .. }| {
        let input = minutes_approve::MinutesApproveInput { meeting_id: shown.now().meeting_id, version };
        submission.send::<MinutesApprove>(minutes_approve::Variables { input }, move |_| done());
    })
}

fn amend(shown: Shown) -> AnyView {
    let offered = shown.part(|minutes| minutes.viewer_can.amend);
    let words = Act::new("minutes-amend", "minutes-amend-text", IconName::Pencil)
        .with_words("reason", "minutes-amend-reason")
        .weighing(ButtonKind::Quiet)
        .offered(offered)
        .then(STAND, "minutes-amend-done");
    act(words, shown, shown.version(), None, move |Sending { submission, version, text, done }| {
        let input =
            minutes_amend::MinutesAmendInput { meeting_id: shown.now().meeting_id, version, reason: text };
        submission.send::<MinutesAmend>(minutes_amend::Variables { input }, move |_| done());
    })
}
