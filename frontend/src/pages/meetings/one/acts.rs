//! What is done with a meeting: inviting, putting off, calling off.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    error::ErrorCode,
    meetings::AgendaItemState,
    operations::{
        MeetingCancel, MeetingInvite, MeetingPostpone, meeting_cancel, meeting_invite,
        meeting_page::MeetingPageMeeting as Meeting, meeting_postpone,
    },
};

use super::{FACTS, behind::Behind};
use crate::{
    api::{ApiFailure, Submission},
    components::{ButtonKind, CheckboxField, IconName, Notice, Tone},
    i18n::{day, days_until, t, text_with},
    pages::{
        act::{Act, Sending, act},
        meetings::people::People,
    },
};

/// The buttons, each while it can be pressed.
pub(super) fn acts(behind: Behind) -> AnyView {
    view! {
        <div class="page-part actions">
            {invite(behind)}
            {postpone(behind)}
            {cancel(behind)}
        </div>
    }
    .into_any()
}

/// Whether today is too late for the notice period; a changed agenda takes nothing back of an invitation that
/// came in time.
fn missed(meeting: &Meeting) -> bool {
    meeting.invited_at.is_none() && days_until(&meeting.invite_by).is_some_and(|left| left < 0)
}

/// Why an invitation cannot go out, in more words than that the state forbids it.
fn refused(submission: Submission) -> AnyView {
    let reason = move || match submission.failure().get() {
        Some(ApiFailure::Coded { code: ErrorCode::StateForbids, params, .. }) => {
            match params.get("state").and_then(|state| state.as_str()) {
                Some("no_items") => Some("meetings-invite-no-items"),
                Some("unchanged") => Some("meetings-invite-unchanged"),
                Some("past") => Some("meetings-invite-past"),
                _ => None,
            }
        }
        _ => None,
    };
    (move || reason().map(|key| view! { <p>{t(key)}</p> }.into_any())).into_any()
}

fn invite(behind: Behind) -> AnyView {
    let short_notice = RwSignal::new(false);
    let unconfirmed = RwSignal::new(false);
    let offered = behind.may(|meeting| meeting.viewer_can.invite);
    let again = behind.part(|meeting| meeting.invited_at.is_some());
    let fields = Arc::new(move |submission: Submission| {
        short_notice.set(false);
        unconfirmed.set(false);
        view! {
            {refused(submission)}
            {invitation(behind, short_notice, unconfirmed)}
        }
        .into_any()
    });
    let first = Act::new("meetings-invite", "meetings-invite-text", IconName::Mail)
        .with_optional_words("message", "meetings-invite-message")
        .weighing(ButtonKind::Primary)
        .then(FACTS, "meetings-invite-done");
    let anew = Act { label: "meetings-invite-again", text: "meetings-invite-again-text", ..first };
    let send = move |Sending { submission, version, text, done }: Sending| {
        let late = behind.now().is_some_and(|meeting| missed(&meeting));
        if late && !short_notice.get_untracked() {
            unconfirmed.set(true);
            return;
        }
        let input = meeting_invite::MeetingInviteInput {
            id: behind.id(),
            version,
            message: text,
            short_notice: late,
        };
        submission.send::<MeetingInvite>(meeting_invite::Variables { input }, move |_| done());
    };
    let first_time = Signal::derive(move || offered.get() && !again.get());
    let next_time = Signal::derive(move || offered.get() && again.get());
    view! {
        {act(first.offered(first_time), behind, behind.version(), Some(fields.clone()), send)}
        {act(
            anew.weighing(ButtonKind::Secondary).offered(next_time),
            behind,
            behind.version(),
            Some(fields),
            send,
        )}
    }
    .into_any()
}

/// Who gets it, what goes with it, and whether it is in time.
fn invitation(behind: Behind, short_notice: RwSignal<bool>, unconfirmed: RwSignal<bool>) -> AnyView {
    let Some(meeting) = behind.now() else { return ().into_any() };
    let people = behind.group().map(People::new);
    let names = Memo::new(move |_| people.map(People::everybody).unwrap_or_default());
    let goes_to = move || {
        let names = names.get();
        let count = names.len();
        let names = names.into_iter().map(|choice| choice.label).collect::<Vec<_>>().join(", ");
        (count > 0).then(|| {
            let words = move || text_with("meetings-invite-people", &[("count", count.into())]);
            view! {
                <details class="list-more">
                    <summary>{words}</summary>
                    <p class="muted">{names}</p>
                </details>
            }
        })
    };
    let scheduled = |item: &&verbund_shared::operations::meeting_page::AgendaItemParts| {
        item.state == AgendaItemState::Scheduled
    };
    let items = meeting.items.iter().filter(scheduled).count();
    let agenda = match items {
        0 => view! { <Notice tone=Tone::Waiting title=t("meetings-invite-no-items")/> }.into_any(),
        _ => {
            let words = move || text_with("meetings-invite-items", &[("count", items.into())]);
            view! { <p>{words}</p> }.into_any()
        }
    };
    let last_day = meeting.invite_by.clone();
    let notice = match missed(&meeting) {
        false if meeting.invited_at.is_some() => ().into_any(),
        false => {
            let words = move || text_with("meetings-invite-in-time", &[("day", day(&last_day).into())]);
            view! { <p>{words}</p> }.into_any()
        }
        true => {
            let title =
                Signal::derive(move || text_with("meetings-invite-late", &[("day", day(&last_day).into())]));
            let wrong = move || {
                let wrong = unconfirmed.get() && !short_notice.get();
                wrong.then(|| t("meetings-invite-short-needed"))
            };
            view! {
                <Notice tone=Tone::Waiting title>
                    <p>{t("meetings-invite-late-text")}</p>
                </Notice>
                <CheckboxField label=t("meetings-invite-short") name="shortNotice" value=short_notice/>
                <p class="field-error" role="alert">{wrong}</p>
            }
            .into_any()
        }
    };
    view! {
        {goes_to}
        {agenda}
        {notice}
    }
    .into_any()
}

fn postpone(behind: Behind) -> AnyView {
    let words = Act::new("meetings-postpone", "meetings-postpone-text", IconName::Clock)
        .with_words("reason", "meetings-reason")
        .offered(behind.may(|meeting| meeting.viewer_can.postpone))
        .then(FACTS, "meetings-postponed");
    act(words, behind, behind.version(), None, move |Sending { submission, version, text, done }| {
        let input = meeting_postpone::MeetingEndInput { id: behind.id(), version, reason: text };
        submission.send::<MeetingPostpone>(meeting_postpone::Variables { input }, move |_| done());
    })
}

fn cancel(behind: Behind) -> AnyView {
    let words = Act::new("meetings-cancel", "meetings-cancel-text", IconName::Ban)
        .with_words("reason", "meetings-reason")
        .weighing(ButtonKind::Danger)
        .offered(behind.may(|meeting| meeting.viewer_can.cancel))
        .then(FACTS, "meetings-cancelled");
    act(words, behind, behind.version(), None, move |Sending { submission, version, text, done }| {
        let input = meeting_cancel::MeetingEndInput { id: behind.id(), version, reason: text };
        submission.send::<MeetingCancel>(meeting_cancel::Variables { input }, move |_| done());
    })
}
