//! What else is known of the task: by when, for whom, how often, where it comes from, who made it.

use leptos::prelude::*;

use super::shown::Shown;
use crate::{
    components::{Badge, Fact, Facts, SectionHeading, Tone},
    i18n::{day, day_short, t, text},
    pages::tasks::words::{name_of, priority_label, recurrence_text},
    routes::{GroupTab, Route},
};

/// The facts.
pub(super) fn facts(shown: Shown) -> AnyView {
    view! {
        <section class="page-part" id="task-facts">
            <SectionHeading title=t("tasks-page-facts")/>
            <Facts>
                {due(shown)}
                {priority(shown)}
                {organisation(shown)}
                {recurrence(shown)}
                {source(shown)}
                {made(shown)}
                {watchers(shown)}
            </Facts>
        </section>
    }
    .into_any()
}

fn due(shown: Shown) -> AnyView {
    let due = shown.part(|task| (task.due.clone(), task.overdue));
    let words = move || match due.get() {
        (Some(iso), overdue) => {
            let mark = overdue.then(|| view! { <Badge tone=Tone::Wrong>{t("tasks-overdue")}</Badge> });
            let datetime = iso.clone();
            view! { <time datetime=datetime>{move || day(&iso)}</time> " " {mark} }.into_any()
        }
        (None, _) => view! { <span class="muted">{t("tasks-page-no-due")}</span> }.into_any(),
    };
    view! { <Fact label=t("tasks-page-due")>{words}</Fact> }.into_any()
}

fn priority(shown: Shown) -> AnyView {
    let priority = shown.part(|task| task.priority);
    view! { <Fact label=t("tasks-priority")>{move || priority_label(priority.get())}</Fact> }.into_any()
}

fn organisation(shown: Shown) -> AnyView {
    let organisation =
        shown.part(|task| task.organisation.as_ref().map(|one| (one.id.clone(), one.name.clone())));
    let words = move || match organisation.get() {
        Some((id, name)) => view! { <a class="link" href=Route::Member(id).href()>{name}</a> }.into_any(),
        None => view! { <span class="muted">{t("tasks-page-no-organisation")}</span> }.into_any(),
    };
    view! { <Fact label=t("tasks-page-organisation")>{words}</Fact> }.into_any()
}

fn recurrence(shown: Shown) -> AnyView {
    let recurrence = shown.part(|task| task.recurrence.as_ref().map(|often| (often.unit, often.every)));
    (move || {
        recurrence.get().map(|(unit, every)| {
            let words = move || recurrence_text(unit, every);
            view! { <Fact label=t("tasks-page-recurrence")>{words}</Fact> }.into_any()
        })
    })
    .into_any()
}

fn source(shown: Shown) -> AnyView {
    let source = shown.part(|task| {
        let milestone = task.source.as_ref().and_then(|source| source.milestone.as_ref());
        let group = task.group.as_ref().map(|group| group.id.clone());
        milestone.zip(group).map(|(milestone, group)| (milestone.text.clone(), group))
    });
    (move || {
        source.get().map(|(words, group)| {
            let href = format!("{}#group-milestones", Route::Group(group, GroupTab::Overview).href());
            view! { <Fact label=t("tasks-page-milestone")><a class="link" href=href>{words}</a></Fact> }
                .into_any()
        })
    })
    .into_any()
}

fn made(shown: Shown) -> AnyView {
    let made = shown.part(|task| (task.created_by.clone(), task.created_at.clone()));
    let words = move || {
        let (by, at) = made.get();
        let by = by.as_ref().map_or_else(|| text("tasks-page-made-by-program"), name_of);
        format!("{by}, {}", day_short(&at))
    };
    view! { <Fact label=t("tasks-page-made")>{words}</Fact> }.into_any()
}

fn watchers(shown: Shown) -> AnyView {
    let watchers = shown.part(|task| task.watchers.clone());
    (move || {
        let watchers = watchers.get();
        let words = move || watchers.iter().map(name_of).collect::<Vec<_>>().join(", ");
        view! { <Fact label=t("tasks-page-watchers")>{words}</Fact> }.into_any()
    })
    .into_any()
}
