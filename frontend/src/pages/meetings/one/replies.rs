//! Who comes: one's own reply, and those of the others.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{MEETING_REASON_MAX, MeetingReply},
    operations::{MeetingReplyGive, meeting_page::MeetingPageMeetingReplies as Reply, meeting_reply_give},
};

use super::{REPLY, behind::Behind};
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, Cell, Form, IconName, RadioGroup, Row, SectionHeading, Table,
        TextAreaField,
    },
    i18n::{number, t, text_with},
    pages::{
        act::{Shown as _, section},
        meetings::{
            errors::Errors,
            words::{name_of, reply_badge, reply_choices},
        },
        support::kept_text,
    },
    state::session::viewer,
};

/// One's own reply, while it can be given; afterwards what it was.
pub(super) fn mine(behind: Behind) -> AnyView {
    let can = behind.may(|meeting| meeting.viewer_can.reply);
    let reply = behind.part(|meeting| meeting.my_reply);
    let given = reply.get_untracked().filter(|reply| *reply != MeetingReply::None);
    let note_now = untrack(|| my_note(behind));
    let choice = RwSignal::new(given.map(|reply| reply.as_str().to_owned()).unwrap_or_default());
    let note = kept_text(format!("meeting-reply-{}", behind.id()), note_now);
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let send = move |()| {
        if !errors.complete(vec![("reply".to_owned(), choice)]) {
            return;
        }
        let Some(reply) = MeetingReply::parse(&choice.get_untracked()) else { return };
        let note = note.get_untracked();
        let input = meeting_reply_give::MeetingReplyInput { id: behind.id(), reply, note };
        submission.send::<MeetingReplyGive>(meeting_reply_give::Variables { input }, move |_| {
            behind.changed(REPLY, "meetings-replied");
        });
    };
    let form = move || {
        can.get().then(|| {
            view! {
                <Form id="reply" errors=errors.shown() on_submit=send>
                    <RadioGroup
                        label=t("meetings-reply-question")
                        name="reply"
                        value=choice
                        choices=Signal::derive(reply_choices)
                        required=true
                    />
                    <TextAreaField label=t("meetings-reply-note") name="note" value=note rows=2 max=MEETING_REASON_MAX/>
                    <Actions>
                        <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=submission.pending()>
                            {t("meetings-reply-send")}
                        </Button>
                    </Actions>
                </Form>
            }
            .into_any()
        })
    };
    let said = move || {
        let reply = reply.get().filter(|reply| *reply != MeetingReply::None)?;
        Some(view! { <p class="meeting-my-reply">{reply_badge(reply)}</p> })
    };
    let shown = Memo::new(move |_| can.get() || reply.get().is_some_and(|reply| reply != MeetingReply::None));
    (move || {
        shown.get().then(|| {
            section(
                REPLY,
                view! {
                    <SectionHeading title=t("meetings-my-reply")/>
                    {said}
                    {form}
                },
            )
        })
    })
    .into_any()
}

/// What one wrote with one's reply.
fn my_note(behind: Behind) -> String {
    let me = viewer().map(|viewer| viewer.id).unwrap_or_default();
    let meeting = behind.now();
    let replies = meeting.iter().flat_map(|meeting| meeting.replies.iter());
    let mine = replies.filter(|reply| reply.person.as_ref().is_some_and(|person| person.id == me));
    mine.map(|reply| reply.note.clone()).next().unwrap_or_default()
}

/// The replies of all; nothing before the invitation went out.
pub(super) fn replies(behind: Behind) -> AnyView {
    let all = behind.part(|meeting| meeting.replies.clone());
    let shown = move || {
        let all = all.get();
        if all.is_empty() {
            return None;
        }
        let count = |reply: MeetingReply| all.iter().filter(|one| one.reply == reply).count() as i64;
        let counts =
            [MeetingReply::Accepted, MeetingReply::Maybe, MeetingReply::Declined, MeetingReply::None]
                .map(count);
        let summary = move || {
            let [accepted, maybe, declined, none] = counts.map(number);
            text_with(
                "meetings-replies-summary",
                &[
                    ("accepted", accepted.into()),
                    ("maybe", maybe.into()),
                    ("declined", declined.into()),
                    ("none", none.into()),
                ],
            )
        };
        let columns = vec![
            t("meetings-person"),
            t("meetings-organisation"),
            t("meetings-reply"),
            t("meetings-reply-note"),
        ];
        let rows: Vec<AnyView> = all.into_iter().map(row).collect();
        Some(
            view! {
                <section class="page-part">
                    <SectionHeading title=t("meetings-replies")/>
                    <p>{summary}</p>
                    <Table caption=t("meetings-replies") columns>{rows}</Table>
                </section>
            }
            .into_any(),
        )
    };
    shown.into_any()
}

fn row(reply: Reply) -> AnyView {
    let name = move || reply.person.as_ref().map(name_of);
    let organisation = reply.organisation.map(|one| one.name);
    let note = (!reply.note.is_empty()).then_some(reply.note);
    view! {
        <Row>
            <Cell>{name}</Cell>
            <Cell label=t("meetings-organisation")>{organisation}</Cell>
            <Cell label=t("meetings-reply")>{reply_badge(reply.reply)}</Cell>
            <Cell label=t("meetings-reply-note")>{note}</Cell>
        </Row>
    }
    .into_any()
}
