//! A circular resolution: what is to be decided, one's own vote, how the others stand, how it ended.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        CircularPage as Query, CircularVote, CircularWithdraw,
        circular_page::{self, CircularPageCircular as Circular, CircularPageCircularVotes as Vote},
        circular_vote, circular_withdraw,
    },
    resolutions::{CircularChoice, CircularState, RESOLUTION_REASON_MAX},
};

use super::words::{choice_label, circular_badge, majority_text};
use crate::{
    api::{self, Submission, use_live, use_query},
    components::{
        Actions, Badge, Button, ButtonKind, Cell, Choice, Crumb, Fact, Facts, Form, IconName, Notice,
        PageHeader, Prose, RadioGroup, Row, SectionHeading, Table, TextAreaField, Tone, pick,
    },
    i18n::{day, number, t, text, text_with},
    pages::{
        act::{Act, Sending, Shown, act, section},
        groups::full_name,
        support::{kept_text, show_page_kept},
        tasks::markdown,
    },
    platform::focus_id,
    routes::{GroupTab, Route},
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

const MINE: &str = "circular-mine";
const VOTES: &str = "circular-votes";

/// The circular resolution behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Behind {
    query: api::Query<circular_page::ResponseData>,
}

impl Behind {
    /// A part of it that the view follows.
    fn part<T: PartialEq + Send + Sync + 'static>(self, part: fn(&Circular) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.query.data().map(|data| part(&data.circular)))
    }
}

impl Shown for Behind {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Resolutions.href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.query.refetch();
        request_animation_frame(move || focus_id(section));
    }
}

/// A circular resolution.
#[component]
pub fn CircularPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let query = use_query::<Query>(move || circular_page::Variables { id: id.get_value() });
    let behind = Behind { query };
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(behind, &first.circular),
        None => ().into_any(),
    })
}

fn page(behind: Behind, first: &Circular) -> AnyView {
    if let Some(group) = &first.group {
        use_live(group.id.clone(), move || behind.query.refetch());
    }
    let title = Signal::stored(first.title.clone());
    let mut crumbs = vec![Crumb::new(t("app-nav-resolutions"), Route::Resolutions.href())];
    if let Some(group) = first.group.clone() {
        let href = Route::Group(group.id.clone(), GroupTab::Resolutions).href();
        crumbs.push(Crumb::new(Signal::derive(move || pick(&group.name.de, &group.name.en).0), href));
    }
    let reasons = (!first.reasons_html.is_empty()).then(|| {
        view! {
            <SectionHeading title=t("resolutions-field-reasons")/>
            {markdown(first.reasons_html.clone())}
        }
    });
    view! {
        <PageHeader title crumbs/>
        {outcome(behind)}
        <section class="page-part resolution-wording">{markdown(first.wording_html.clone())}</section>
        <section class="page-part">{reasons}</section>
        {mine(behind, first)}
        {facts(behind, first)}
        {votes(behind)}
        {withdraw(behind, first)}
    }
    .into_any()
}

/// How it ended, once it has.
fn outcome(behind: Behind) -> AnyView {
    let ended = behind.part(|circular| {
        (circular.state, circular.running, circular.resolution.clone(), circular.reason.clone())
    });
    let shown = move || {
        let (state, running, resolution, reason) = ended.get()?;
        let (tone, key) = match (state, running) {
            (CircularState::Open, true) => return None,
            (CircularState::Open, false) => (Tone::Waiting, "resolutions-circular-over"),
            (CircularState::Adopted, _) => (Tone::Good, "resolutions-circular-adopted"),
            (CircularState::Rejected, _) => (Tone::Neutral, "resolutions-circular-rejected"),
            (CircularState::ToMeeting, _) => (Tone::Waiting, "resolutions-circular-to-meeting"),
            (CircularState::Withdrawn, _) => (Tone::Neutral, "resolutions-circular-withdrawn"),
        };
        let link = resolution.map(|resolution| {
            let href = Route::Resolution(resolution.id).href();
            view! { <p><a class="link" href=href>{resolution.label} " " {resolution.title}</a></p> }
        });
        let reason = (!reason.is_empty()).then(|| view! { <Prose de=reason/> });
        Some(view! { <Notice tone title=t(key)>{link} {reason}</Notice> }.into_any())
    };
    view! { <div aria-live="polite">{shown}</div> }.into_any()
}

/// One's own vote: cast, changed, or cast already by a colleague.
fn mine(behind: Behind, first: &Circular) -> AnyView {
    let can = behind.part(|circular| circular.viewer_can.vote);
    let vote = behind.part(|circular| circular.my_vote.clone());
    let id = StoredValue::new(first.id.clone());
    let mine = first.my_vote.as_ref();
    let choice = RwSignal::new(
        mine.and_then(|vote| vote.choice).map(|choice| choice.as_str().to_owned()).unwrap_or_default(),
    );
    let comment = kept_text(
        format!("circular-comment-{}", first.id),
        mine.map(|vote| vote.comment.clone()).unwrap_or_default(),
    );
    let submission = Submission::new();
    let send = move |()| {
        let Some(chosen) = CircularChoice::parse(&choice.get_untracked()) else { return };
        let input = circular_vote::CircularVoteInput {
            id: id.get_value(),
            choice: chosen,
            comment: comment.get_untracked(),
        };
        submission.send::<CircularVote>(circular_vote::Variables { input }, move |_| {
            behind.changed(MINE, "resolutions-voted");
        });
    };
    let choices = || {
        CircularChoice::ALL
            .iter()
            .map(|one| Choice::new(one.as_str(), choice_label(*one)))
            .collect::<Vec<_>>()
    };
    let said = move || {
        let vote = vote.get().flatten()?;
        let by =
            vote.cast_by.as_ref().map(|by| full_name(&by.given_name, &by.family_name)).unwrap_or_default();
        let chosen = vote.choice.map(choice_label).unwrap_or_default();
        vote.cast.then(|| match &vote.organisation {
            Some(organisation) => text_with(
                "resolutions-mine-organisation",
                &[
                    ("organisation", organisation.name.clone().into()),
                    ("choice", chosen.into()),
                    ("name", by.into()),
                ],
            ),
            None => text_with("resolutions-mine-cast", &[("choice", chosen.into())]),
        })
    };
    let form = move || {
        can.get().unwrap_or(false).then(|| {
            view! {
                <Form id="vote" errors=submission.errors() on_submit=send>
                    <RadioGroup label=t("resolutions-mine-choice") name="choice" value=choice choices=Signal::derive(choices) required=true/>
                    <TextAreaField
                        label=t("resolutions-mine-comment")
                        name="comment"
                        value=comment
                        hint=t("resolutions-mine-comment-hint")
                        rows=3
                        max=RESOLUTION_REASON_MAX
                    />
                    <Actions>
                        <Button kind=ButtonKind::Primary icon=IconName::Vote submit=true pending=submission.pending()>
                            {t("resolutions-vote-cast")}
                        </Button>
                    </Actions>
                </Form>
            }
        })
    };
    let shown = behind.part(|circular| circular.my_vote.is_some());
    (move || {
        shown.get().unwrap_or(false).then(|| {
            section(
                MINE,
                view! {
                    <SectionHeading title=t("resolutions-mine")/>
                    <p>{said}</p>
                    {form}
                },
            )
        })
    })
    .into_any()
}

fn facts(behind: Behind, first: &Circular) -> AnyView {
    let stand = behind.part(|circular| (circular.state, circular.running));
    let count = behind.part(|circular| circular.cast_count);
    let (roll, quorum) = (first.roll, first.quorum);
    let last_day = first.last_day.clone();
    let majority = first.majority.clone();
    let mover = first.mover.as_ref().map(|mover| full_name(&mover.given_name, &mover.family_name));
    let cast = move || {
        let cast = number(count.get().unwrap_or_default());
        text_with("resolutions-circular-cast", &[("cast", cast.into()), ("roll", number(roll).into())])
    };
    let objection = match first.objection_stops {
        true => "resolutions-objection-stops",
        false => "resolutions-objection-counts",
    };
    view! {
        <section class="page-part">
            <SectionHeading title=t("resolutions-circular-rules")/>
            <Facts>
                <Fact label=t("resolutions-stand")>{move || stand.get().map(|(state, running)| circular_badge(state, running))}</Fact>
                <Fact label=t("resolutions-field-last-day")>{move || day(&last_day)}</Fact>
                <Fact label=t("resolutions-cast")>{cast}</Fact>
                <Fact label=t("resolutions-quorum")>{move || text_with("resolutions-quorum-votes", &[("count", quorum.into())])}</Fact>
                <Fact label=t("resolutions-majority")>
                    {move || majority_text(majority.base, majority.num, majority.den, majority.strict)}
                </Fact>
                <Fact label=t("resolutions-objection")>{t(objection)}</Fact>
                {mover.map(|name| view! { <Fact label=t("resolutions-mover")>{name}</Fact> })}
            </Facts>
        </section>
    }
    .into_any()
}

/// Who has voted, and how once it is closed.
fn votes(behind: Behind) -> AnyView {
    let votes = behind.part(|circular| circular.votes.clone());
    let closed = behind.part(|circular| circular.state != CircularState::Open);
    let rows = move || votes.get().unwrap_or_default().into_iter().map(row).collect::<Vec<_>>();
    let columns = vec![t("resolutions-vote-of"), t("resolutions-vote-by"), t("resolutions-vote-choice")];
    let hint = move || {
        (closed.get() == Some(false)).then(|| view! { <p class="muted">{t("resolutions-votes-hidden")}</p> })
    };
    let content = view! {
        <SectionHeading title=t("resolutions-votes")/>
        {hint}
        <Table caption=t("resolutions-votes") columns>{rows}</Table>
    };
    section(VOTES, content)
}

fn row(vote: Vote) -> AnyView {
    let names: Vec<String> =
        vote.voters.iter().map(|person| full_name(&person.given_name, &person.family_name)).collect();
    let of =
        vote.organisation.as_ref().map_or_else(|| names.join(", "), |organisation| organisation.name.clone());
    let by = vote.cast_by.as_ref().map(|by| full_name(&by.given_name, &by.family_name));
    let by = by.unwrap_or_else(|| names.join(", "));
    let choice = match (vote.cast, vote.choice) {
        (_, Some(choice)) => view! { <span>{move || choice_label(choice)}</span> }.into_any(),
        (true, None) => view! { <Badge tone=Tone::Good>{t("resolutions-vote-there")}</Badge> }.into_any(),
        (false, None) => view! { <span class="muted">{t("resolutions-vote-missing")}</span> }.into_any(),
    };
    let comment = (!vote.comment.is_empty()).then(|| view! { <Prose de=vote.comment.clone()/> });
    view! {
        <Row>
            <Cell>{of}</Cell>
            <Cell label=t("resolutions-vote-by")>{by}</Cell>
            <Cell label=t("resolutions-vote-choice")>{choice} {comment}</Cell>
        </Row>
    }
    .into_any()
}

fn withdraw(behind: Behind, first: &Circular) -> AnyView {
    let can = behind.part(|circular| circular.viewer_can.withdraw);
    let version = behind.part(|circular| circular.version);
    let id = first.id.clone();
    let offered = Signal::derive(move || can.get().unwrap_or(false));
    let words = Act::new("resolutions-withdraw", "resolutions-withdraw-text", IconName::Ban)
        .with_words("reason", "resolutions-reason")
        .weighing(ButtonKind::Danger)
        .offered(offered)
        .then(VOTES, "resolutions-withdrawn");
    let version = Signal::derive(move || version.get().unwrap_or_default());
    view! {
        <div class="actions">
            {act(words, behind, version, None, move |Sending { submission, version, text, done }| {
                let input = circular_withdraw::CircularWithdrawInput { id: id.clone(), version, reason: text };
                submission.send::<CircularWithdraw>(circular_withdraw::Variables { input }, move |_| done());
            })}
        </div>
    }
    .into_any()
}
