//! A frozen version of the minutes as it is read: facts, who was there, and each item with its paragraphs, votes
//! and action lines.

use leptos::prelude::*;
use verbund_shared::operations::minutes_version_page::{
    MinutesVersionPageMinutesVersion as Version, MinutesVersionPageMinutesVersionAttendances as Attendance,
    MinutesVersionPageMinutesVersionEntries as Entry,
    MinutesVersionPageMinutesVersionEntriesActions as Action,
    MinutesVersionPageMinutesVersionEntriesParagraphs as Paragraph,
    MinutesVersionPageMinutesVersionEntriesVotes as Vote,
};

use super::{
    objecting::Objecting,
    words::{Counted, attendance_label, counted_text, outcome_badge, period},
};
use crate::{
    components::{Badge, Cell, Fact, Facts, Row, SectionHeading, Table, Tone},
    i18n::{day, number, t, text, text_with},
    pages::{
        agenda_words::{item_badge, kind_label},
        group_roles::group_role_label,
        tasks::{self, markdown},
    },
    routes::Route,
};

/// The version; its paragraphs take objections where that is offered.
pub(super) fn document(version: &Version, objecting: Option<Objecting>) -> AnyView {
    let entries: Vec<AnyView> =
        version.entries.iter().map(|entry| item(version.number, entry, objecting)).collect();
    view! {
        <div class="minutes-document">
            {facts(version)}
            {attendances(version)}
            <section class="page-part">
                <SectionHeading title=t("minutes-items")/>
                {entries}
            </section>
        </div>
    }
    .into_any()
}

fn facts(version: &Version) -> AnyView {
    let (from, until) = (version.starts_at.clone(), version.ends_at.clone());
    let place = fact("minutes-place", &version.place);
    let chair = fact("minutes-chair", &version.chair);
    let taker = fact("minutes-taker", &version.minute_taker);
    view! {
        <section class="page-part">
            <SectionHeading title=t("minutes-facts")/>
            <Facts>
                <Fact label=t("minutes-when")>{move || period(&from, &until)}</Fact>
                {place}
                {chair}
                {taker}
            </Facts>
        </section>
    }
    .into_any()
}

fn fact(label: &'static str, value: &str) -> Option<AnyView> {
    let value = value.to_owned();
    (!value.is_empty()).then(|| view! { <Fact label=t(label)>{value}</Fact> }.into_any())
}

fn attendances(version: &Version) -> AnyView {
    let content = match version.attendances.is_empty() {
        true => view! { <p class="muted">{t("minutes-attendance-nobody")}</p> }.into_any(),
        false => {
            let rows: Vec<AnyView> = version.attendances.iter().map(attendance).collect();
            let columns = [
                "minutes-attendance-name",
                "minutes-attendance-organisation",
                "minutes-attendance-role",
                "minutes-attendance-how",
                "minutes-attendance-times",
            ];
            let columns = columns.into_iter().map(t).collect();
            view! { <Table caption=t("minutes-attendance") columns>{rows}</Table> }.into_any()
        }
    };
    view! {
        <section class="page-part minutes-attendance">
            <SectionHeading title=t("minutes-attendance")/>
            {content}
        </section>
    }
    .into_any()
}

fn attendance(one: &Attendance) -> AnyView {
    let Attendance { name, organisation, role, state, times } = one.clone();
    let times = times.join(", ");
    view! {
        <Row>
            <Cell>{name}</Cell>
            <Cell label=t("minutes-attendance-organisation")>{organisation}</Cell>
            <Cell label=t("minutes-attendance-role")>{move || group_role_label(role)}</Cell>
            <Cell label=t("minutes-attendance-how")>{move || attendance_label(state)}</Cell>
            <Cell label=t("minutes-attendance-times")>{times}</Cell>
        </Row>
    }
    .into_any()
}

/// What an item of the minutes is called.
pub(super) fn item_title(number: &str, title: &str) -> String {
    text_with("minutes-item-title", &[("number", number.into()), ("title", title.into())])
}

fn item(version: i64, entry: &Entry, objecting: Option<Objecting>) -> AnyView {
    let (of, title) = (entry.number.clone(), entry.title.clone());
    let kind = entry.kind;
    let internal =
        entry.internal.then(|| view! { <Badge tone=Tone::Neutral>{t("minutes-internal")}</Badge> });
    let paragraphs: Vec<AnyView> =
        entry.paragraphs.iter().map(|one| paragraph(version, entry, one, objecting)).collect();
    let nothing = (paragraphs.is_empty() && entry.internal_html.is_empty())
        .then(|| view! { <p class="muted">{t("minutes-item-empty")}</p> });
    let internal_part = (!entry.internal_html.is_empty()).then(|| {
        view! {
            <div class="minutes-internal">
                <h4>{t("minutes-internal-part")}</h4>
                {markdown(entry.internal_html.clone())}
            </div>
        }
    });
    let votes: Vec<AnyView> = entry.votes.iter().map(vote).collect();
    view! {
        <section class="minutes-item">
            <h3>{move || item_title(&of, &title)}</h3>
            <p class="entry-meta">
                <span>{move || kind_label(kind)}</span>
                {item_badge(entry.state)}
                {internal}
            </p>
            {paragraphs}
            {nothing}
            {internal_part}
            {votes}
            {actions(&entry.actions)}
        </section>
    }
    .into_any()
}

fn paragraph(version: i64, entry: &Entry, one: &Paragraph, objecting: Option<Objecting>) -> AnyView {
    let of = one.number;
    let said = move || text_with("minutes-paragraph", &[("number", number(of).into())]);
    let object = objecting.map(|objecting| objecting.offer(version, entry, one));
    view! {
        <div class="minutes-paragraph">
            <p class="minutes-number">
                <span class="visually-hidden">{said}</span>
                <span aria-hidden="true">{move || number(of)}</span>
            </p>
            <div class="minutes-words">
                {markdown(one.html.clone())}
                {object}
            </div>
        </div>
    }
    .into_any()
}

fn vote(vote: &Vote) -> AnyView {
    let counted = Counted {
        yes: vote.yes,
        no: vote.no,
        abstain: vote.abstain,
        present: vote.present,
        roll: vote.roll,
        secret: vote.secret,
    };
    let resolution = vote.resolution_id.clone().map(|id| {
        let href = Route::Resolution(id).href();
        view! { <p>{t("minutes-resolution")} " " <a class="link" href=href>{vote.resolution_label.clone()}</a></p> }
    });
    let wording = (!vote.wording_html.is_empty()).then(|| markdown(vote.wording_html.clone()));
    view! {
        <div class="minutes-vote">
            <h4>{t("minutes-vote")} " " {vote.title.clone()}</h4>
            {wording}
            <p>{move || counted_text(counted)} " " {outcome_badge(vote.outcome)}</p>
            {excluded(vote.excluded.clone())}
            {resolution}
        </div>
    }
    .into_any()
}

/// Who had no vote in it.
pub(super) fn excluded(names: Vec<String>) -> Option<AnyView> {
    if names.is_empty() {
        return None;
    }
    let names = names.join(", ");
    let said = move || text_with("minutes-vote-excluded", &[("names", names.as_str().into())]);
    Some(view! { <p class="muted">{said}</p> }.into_any())
}

fn actions(all: &[Action]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let lines: Vec<AnyView> = all.iter().map(action).collect();
    let content = view! {
        <div class="minutes-actions">
            <h4>{t("minutes-actions")}</h4>
            <ul>{lines}</ul>
        </div>
    };
    Some(content.into_any())
}

/// An action line as it stood, and beside it how its task stands now.
fn action(line: &Action) -> AnyView {
    let who: Vec<String> =
        [&line.person, &line.organisation].into_iter().filter(|word| !word.is_empty()).cloned().collect();
    let who = who.join(", ");
    let due = line.due.clone().map(|due| {
        view! { <span>{move || text_with("minutes-action-due", &[("day", day(&due).into())])}</span> }
    });
    let live = line.task.as_ref().map(|task| {
        let href = Route::Task(task.id.clone()).href();
        let now = task.due.clone();
        // The day may have been moved since.
        let moved = (task.due != line.due).then(|| {
            let words = move || match &now {
                Some(due) => text_with("minutes-action-due-now", &[("day", day(due).into())]),
                None => text("minutes-action-due-none"),
            };
            view! { <span>{words}</span> }
        });
        view! {
            <p class="entry-meta minutes-live">
                <span>{t("minutes-action-now")} " " <a class="link" href=href>{task.title.clone()}</a></span>
                {tasks::state_badge(task.state)}
                {moved}
            </p>
        }
    });
    view! {
        <li>
            <p>{line.text.clone()}</p>
            <p class="entry-meta"><span>{who}</span> {due}</p>
            {live}
        </li>
    }
    .into_any()
}
