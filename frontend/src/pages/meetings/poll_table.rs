//! How everybody answered a date poll: the times by the people where there is room, one time below the other
//! where there is none. The best one is marked; the chair chooses one.

use leptos::prelude::*;
use verbund_shared::{
    meetings::PollAnswer,
    operations::{
        MeetingPollClose, meeting_poll_close,
        meeting_poll_page::{MeetingPollPageMeetingPoll as Poll, PollOptionParts, PollVoterParts},
    },
};

use super::{
    poll_page::Behind,
    words::{answer_label, name_of, when_short},
};
use crate::{
    components::{Badge, ButtonKind, Cell, Icon, IconName, Row, SectionHeading, Tone},
    i18n::{number, t, text},
    pages::act::{Act, Sending, act, section},
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// The part of the page with the table.
pub(super) const SECTION: &str = "poll-options";

/// How well a time suits: for how many at all, then for how many without an "if needed".
const fn weight(option: &PollOptionParts) -> (i64, i64) {
    (option.yes + option.if_needed, option.yes)
}

/// The ids of the times that suit best; none while nobody has answered.
fn best(options: &[PollOptionParts]) -> Vec<String> {
    let most = options.iter().map(weight).max().unwrap_or_default();
    let best = options.iter().filter(|option| weight(option) == most && most.0 > 0);
    best.map(|option| option.id.clone()).collect()
}

/// The answers.
pub(super) fn table(behind: Behind, first: &Poll) -> AnyView {
    let voters = behind.part(|poll| poll.voters.clone());
    let options = behind.part(|poll| poll.options.clone());
    let ids = Memo::new(move |_| {
        options.with(|options| options.iter().map(|option| option.id.clone()).collect::<Vec<_>>())
    });
    let poll = StoredValue::new(first.id.clone());
    let closes = behind.part(|poll| poll.viewer_can.close);
    let heads = move || {
        let names = voters.get();
        let names = names.iter().map(|voter| name_of(&voter.person));
        let heads = names.map(|name| view! { <th scope="col" role="columnheader">{name}</th> }.into_any());
        heads.collect::<Vec<_>>()
    };
    let rows = move |id: String| row(behind, poll, options, voters, closes, id);
    section(
        SECTION,
        view! {
            <SectionHeading title=t("meetings-poll-answers")/>
            <div class="table-frame" role="region" tabindex="0" aria-label=t("meetings-poll-answers")>
                <table class="table poll-table" role="table">
                    <caption class="visually-hidden">{t("meetings-poll-answers")}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t("meetings-when")}</th>
                            <th scope="col" role="columnheader">{t("meetings-poll-counts")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || ids.get() key=|id| id.clone() children=rows/>
                    </tbody>
                </table>
            </div>
        },
    )
}

fn row(
    behind: Behind,
    poll: StoredValue<String>,
    options: Memo<Vec<PollOptionParts>>,
    voters: Memo<Vec<PollVoterParts>>,
    closes: Memo<bool>,
    id: String,
) -> AnyView {
    let key = StoredValue::new(id);
    let option = Memo::new(move |_| {
        options.with(|options| key.with_value(|id| options.iter().find(|one| one.id == *id).cloned()))
    });
    let is_best = Memo::new(move |_| options.with(|options| key.with_value(|id| best(options).contains(id))));
    let when = move || option.get().map(|option| when_short(&option.starts_at, &option.ends_at));
    let mark = move || {
        is_best.get().then(|| view! { <Badge tone=Tone::Good>{t("meetings-poll-best")}</Badge> }.into_any())
    };
    let counts = move || option.get().map(|option| counts(&option));
    let cells = move || {
        let answers = option.get().map(|option| option.answers).unwrap_or_default();
        let cell = |voter: PollVoterParts| {
            let answer = answers.iter().find(|answer| answer.person_id == voter.person.id);
            let answer = answer.map(|answer| answer.answer);
            let person = voter.person;
            let label = Signal::derive(move || name_of(&person));
            view! { <Cell label>{shown(answer)}</Cell> }.into_any()
        };
        voters.get().into_iter().map(cell).collect::<Vec<_>>()
    };
    view! {
        <Row>
            <Cell>
                <span class="poll-when">{when}</span>
                " "
                {mark}
                {choose(behind, poll, key, closes)}
            </Cell>
            <Cell label=t("meetings-poll-counts")>{counts}</Cell>
            {cells}
        </Row>
    }
    .into_any()
}

/// How many said what.
fn counts(option: &PollOptionParts) -> AnyView {
    let counts = [
        (PollAnswer::Yes, option.yes),
        (PollAnswer::IfNeeded, option.if_needed),
        (PollAnswer::No, option.no),
    ];
    let lines: Vec<AnyView> = counts
        .into_iter()
        .map(|(answer, count)| {
            let words = move || format!("{}: {}", answer_label(answer), number(count));
            view! { <li class="nowrap">{words}</li> }.into_any()
        })
        .collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// An answer: a picture with its word, so that neither colour nor shape alone says it.
fn shown(answer: Option<PollAnswer>) -> AnyView {
    let Some(answer) = answer else {
        return view! { <span class="muted">{move || text("meetings-poll-unanswered")}</span> }.into_any();
    };
    let (class, icon) = match answer {
        PollAnswer::Yes => ("poll-yes", IconName::Check),
        PollAnswer::IfNeeded => ("poll-if-needed", IconName::Help),
        PollAnswer::No => ("poll-no", IconName::Close),
    };
    view! {
        <span class=format!("poll-answer {class}")>
            <Icon name=icon/>
            <span>{move || answer_label(answer)}</span>
        </span>
    }
    .into_any()
}

/// Chooses this time: the meeting is made and opened.
fn choose(
    behind: Behind,
    poll: StoredValue<String>,
    option: StoredValue<String>,
    closes: Memo<bool>,
) -> AnyView {
    let version = behind.part(|poll| poll.version);
    let words = Act::new("meetings-poll-choose", "meetings-poll-choose-text", IconName::Check)
        .weighing(ButtonKind::Quiet)
        .offered(closes.into())
        .then(SECTION, "meetings-poll-chosen");
    act(words, behind, version, None, move |Sending { submission, version, .. }| {
        let input = meeting_poll_close::MeetingPollCloseInput {
            id: poll.get_value(),
            version,
            option_id: option.get_value(),
        };
        submission.send::<MeetingPollClose>(meeting_poll_close::Variables { input }, move |data| {
            toast_done(text("meetings-poll-chosen"));
            navigate(&Route::Meeting(data.meeting_poll_close.meeting.id).href(), NavigateOptions::default());
        });
    })
}
