//! A date poll: the times, one's own answers, how the others answered, and choosing one.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{PollAnswer, PollState},
    operations::{
        MeetingPollAnswer, MeetingPollCancel, MeetingPollPage as Query, meeting_poll_answer,
        meeting_poll_cancel,
        meeting_poll_page::{self, MeetingPollPageMeetingPoll as Poll, PollOptionParts},
    },
};

use super::{
    errors::Errors,
    list_page::place_text,
    poll_table::{SECTION, table},
    words::{answer_choices, crumbs, name_of, poll_badge, when_day, when_text},
};
use crate::{
    api::{self, Submission, use_live, use_query},
    components::{
        Actions, Button, ButtonKind, Fact, Facts, Form, IconName, Notice, PageHeader, RadioGroup,
        SectionHeading, Tone,
    },
    i18n::{day, days_until, number, t, text, text_with},
    pages::{
        act::{Act, Sending, Shown, act, section},
        support::show_page_kept,
        tasks::markdown,
    },
    platform::focus_id,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// The part of the page with one's own answers.
const MINE: &str = "poll-mine";

/// The poll behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Behind {
    query: api::Query<meeting_poll_page::ResponseData>,
}

impl Behind {
    /// A part of it that the view follows.
    pub fn part<T: Default + PartialEq + Send + Sync + 'static>(self, part: fn(&Poll) -> T) -> Memo<T> {
        Memo::new(move |_| self.query.data().map(|data| part(&data.meeting_poll)).unwrap_or_default())
    }
}

impl Shown for Behind {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Meetings.href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.query.refetch();
        request_animation_frame(move || focus_id(section));
    }
}

/// A date poll.
#[component]
pub fn MeetingPollPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let query = use_query::<Query>(move || meeting_poll_page::Variables { id: id.get_value() });
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(Behind { query }, &first.meeting_poll),
        None => ().into_any(),
    })
}

fn page(behind: Behind, first: &Poll) -> AnyView {
    if let Some(group) = &first.group {
        use_live(group.id.clone(), move || behind.query.refetch());
    }
    let title = Signal::stored(first.title.clone());
    let crumbs = crumbs(first.group.as_ref());
    let about = (!first.text_html.is_empty()).then(|| {
        view! { <section class="page-part">{markdown(first.text_html.clone())}</section> }
    });
    view! {
        <PageHeader title crumbs/>
        {ended(behind)}
        {about}
        {facts(behind, first)}
        {mine(behind, first)}
        {table(behind, first)}
        {cancel(behind, first)}
    }
    .into_any()
}

/// The meeting that was made of it, that it was given up, or that no more answers are taken.
fn ended(behind: Behind) -> AnyView {
    let stand = behind.part(|poll| {
        let over = days_until(&poll.answer_by).is_some_and(|left| left < 0);
        (Some(poll.state), poll.meeting.clone(), over)
    });
    let shown = move || match stand.get() {
        (Some(PollState::Open), _, true) => {
            Some(view! { <Notice tone=Tone::Waiting title=t("meetings-poll-over")/> }.into_any())
        }
        (Some(PollState::Closed), meeting, _) => {
            let link = meeting.map(|meeting| {
                let href = Route::Meeting(meeting.id.clone()).href();
                let words = move || when_day(&meeting.title, &meeting.starts_at);
                view! { <p><a class="link" href=href>{words}</a></p> }
            });
            Some(
                view! { <Notice tone=Tone::Good title=t("meetings-poll-is-closed")>{link}</Notice> }
                    .into_any(),
            )
        }
        (Some(PollState::Cancelled), ..) => {
            Some(view! { <Notice title=t("meetings-poll-is-cancelled")/> }.into_any())
        }
        _ => None,
    };
    view! { <div class="meeting-ended" aria-live="polite">{shown}</div> }.into_any()
}

fn facts(behind: Behind, first: &Poll) -> AnyView {
    let state = behind.part(|poll| Some(poll.state));
    let voters = behind.part(|poll| {
        let answered = poll.voters.iter().filter(|voter| voter.answered).count();
        (answered as i64, poll.voters.len() as i64)
    });
    let answered = move || {
        let (answered, people) = voters.get();
        text_with(
            "meetings-poll-answered",
            &[("answered", number(answered).into()), ("people", number(people).into())],
        )
    };
    let last_day = first.answer_by.clone();
    let by = first.created_by.clone().map(|person| {
        view! { <Fact label=t("meetings-poll-by")>{move || name_of(&person)}</Fact> }
    });
    let place = place_text(&first.place, &first.online_url)
        .map(|place| view! { <Fact label=t("meetings-where")>{place}</Fact> });
    view! {
        <section class="page-part">
            <SectionHeading title=t("meetings-poll-about")/>
            <Facts>
                <Fact label=t("meetings-state")>{move || state.get().map(poll_badge)}</Fact>
                <Fact label=t("meetings-poll-answer-by")>{move || day(&last_day)}</Fact>
                <Fact label=t("meetings-poll-answers")>{answered}</Fact>
                {place}
                {by}
            </Facts>
        </section>
    }
    .into_any()
}

/// One's own answers: one choice per time, all of them sent at once.
fn mine(behind: Behind, first: &Poll) -> AnyView {
    let can = behind.part(|poll| poll.viewer_can.answer);
    let answer = |option: &PollOptionParts| {
        let word = option.my_answer.map(|answer| answer.as_str().to_owned()).unwrap_or_default();
        (option.clone(), RwSignal::new(word))
    };
    let answers = StoredValue::new(first.options.iter().map(answer).collect::<Vec<_>>());
    let id = StoredValue::new(first.id.clone());
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let send = move |()| {
        let answers = answers.get_value();
        let needed = answers.iter().map(|(option, value)| (option.id.clone(), *value)).collect();
        if !errors.complete(needed) {
            return;
        }
        let answer = |(option, value): (PollOptionParts, RwSignal<String>)| {
            let answer = PollAnswer::parse(&value.get_untracked())?;
            Some(meeting_poll_answer::PollAnswerInput { option_id: option.id, answer })
        };
        let input = meeting_poll_answer::MeetingPollAnswerInput {
            id: id.get_value(),
            answers: answers.into_iter().filter_map(answer).collect(),
        };
        submission.send::<MeetingPollAnswer>(meeting_poll_answer::Variables { input }, move |_| {
            behind.changed(SECTION, "meetings-poll-answer-done");
        });
    };
    let fields = move || {
        let one = |(option, value): (PollOptionParts, RwSignal<String>)| {
            let (starts, ends) = (option.starts_at, option.ends_at);
            let label = Signal::derive(move || when_text(&starts, &ends));
            view! {
                <RadioGroup label name=option.id value choices=Signal::derive(answer_choices) required=true/>
            }
            .into_any()
        };
        answers.get_value().into_iter().map(one).collect::<Vec<_>>()
    };
    let form = move || {
        can.get().then(|| {
            section(
                MINE,
                view! {
                    <SectionHeading title=t("meetings-poll-mine")/>
                    <Form id="answers" errors=errors.shown() on_submit=send>
                        <div class="poll-answers">{fields()}</div>
                        <Actions>
                            <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                                {t("meetings-poll-save")}
                            </Button>
                        </Actions>
                    </Form>
                },
            )
        })
    };
    form.into_any()
}

fn cancel(behind: Behind, first: &Poll) -> AnyView {
    let can = behind.part(|poll| poll.viewer_can.cancel);
    let version = behind.part(|poll| poll.version);
    let words = Act::new("meetings-poll-cancel", "meetings-poll-cancel-text", IconName::Ban)
        .weighing(ButtonKind::Danger)
        .offered(can.into())
        .then(SECTION, "meetings-poll-cancelled");
    let id = first.id.clone();
    view! {
        <div class="actions">
            {act(words, behind, version, None, move |Sending { submission, version, done, .. }| {
                let input = meeting_poll_cancel::MeetingPollCancelInput { id: id.clone(), version };
                submission.send::<MeetingPollCancel>(meeting_poll_cancel::Variables { input }, move |_| done());
            })}
        </div>
    }
    .into_any()
}
