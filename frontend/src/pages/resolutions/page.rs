//! One resolution: its wording, how it was decided, what became of it, and what proves it. Printed, it is the
//! excerpt.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        ResolutionPage as Query, ResolutionSettle, ResolutionSupersede,
        resolution_page::{self, ResolutionPageResolution as Resolution},
        resolution_settle, resolution_supersede,
    },
    resolutions::ResolutionLife,
};

use super::{
    fields::{Draft, day_of},
    words::{majority_text, stand_badge},
};
use crate::{
    api::{self, Submission, use_query},
    components::{
        Badge, Button, ButtonKind, Crumb, Fact, Facts, IconName, Notice, PageHeader, Prose, SectionHeading,
        Tone, pick,
    },
    i18n::{day, number, t, text, text_with, time_stamp},
    pages::{
        act::{Act, Sending, Shown, act, section},
        groups::full_name,
        support::show_page,
        tasks::{markdown, state_badge},
    },
    platform::{self, focus_id},
    routes::{GroupTab, Route},
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

const STAND: &str = "resolution-stand";

/// The resolution behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Behind {
    query: api::Query<resolution_page::ResponseData>,
    focus: RwSignal<Option<&'static str>>,
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
        self.focus.set(Some(section));
        self.query.refetch();
    }
}

/// One resolution.
#[component]
pub fn ResolutionPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let query = use_query::<Query>(move || resolution_page::Variables { id: id.get_value() });
    let behind = Behind { query, focus: RwSignal::new(None) };
    Effect::new(move |_| {
        if query.data().is_some()
            && let Some(id) = behind.focus.try_update_untracked(Option::take).flatten()
        {
            request_animation_frame(move || focus_id(id));
        }
    });
    show_page(query, move |data: Arc<resolution_page::ResponseData>| {
        let resolution = &data.resolution;
        view! {
            {head(resolution)}
            {replaced(resolution)}
            <section class="page-part resolution-wording">{markdown(resolution.wording_html.clone())}</section>
            {stand(resolution, behind)}
            {tasks(resolution)}
            {decided(resolution)}
            {proof(resolution)}
        }
        .into_any()
    })
}

fn head(resolution: &Resolution) -> AnyView {
    let title = Signal::stored(resolution.title.clone());
    let mut crumbs = vec![Crumb::new(t("app-nav-resolutions"), Route::Resolutions.href())];
    if let Some(group) = resolution.group.clone() {
        let href = Route::Group(group.id.clone(), GroupTab::Resolutions).href();
        crumbs.push(Crumb::new(Signal::derive(move || pick(&group.name.de, &group.name.en).0), href));
    }
    let print = move |()| platform::print();
    view! {
        <PageHeader title intro=Signal::stored(resolution.label.clone()) crumbs>
            <div class="actions">
                <Button icon=IconName::Printer on_press=print>{t("resolutions-excerpt")}</Button>
            </div>
        </PageHeader>
    }
    .into_any()
}

/// Another one that holds in its place, or that it corrects.
fn replaced(resolution: &Resolution) -> AnyView {
    let later = resolution.superseded_by.as_ref().map(|by| {
        let href = Route::Resolution(by.id.clone()).href();
        let name = format!("{} {}", by.label, by.title);
        view! {
            <Notice tone=Tone::Waiting title=t("resolutions-superseded-by")>
                <p><a class="link" href=href>{name}</a></p>
            </Notice>
        }
    });
    let earlier = resolution.supersedes.as_ref().map(|old| {
        let href = Route::Resolution(old.id.clone()).href();
        view! { <p>{t("resolutions-supersedes")} " " <a class="link" href=href>{old.label.clone()}</a></p> }
    });
    view! {
        {later}
        {earlier}
    }
    .into_any()
}

fn stand(resolution: &Resolution, behind: Behind) -> AnyView {
    let fact = |label: &'static str, on: &Option<String>| {
        on.clone().map(|on| view! { <Fact label=t(label)>{move || day(&on)}</Fact> })
    };
    let reason = (!resolution.life_reason.is_empty()).then(|| {
        let words = resolution.life_reason.clone();
        view! { <Fact label=t("resolutions-reason")><Prose de=words/></Fact> }
    });
    let internal =
        resolution.internal.then(|| view! { <Badge tone=Tone::Neutral>{t("resolutions-internal")}</Badge> });
    let can = &resolution.viewer_can;
    let acts: Vec<AnyView> = can.settle.iter().map(|life| settle(resolution, *life, behind)).collect();
    let correct = can.supersede.then(|| supersede(resolution, behind));
    let badge = stand_badge(resolution.status, resolution.life);
    let life_on = fact("resolutions-life-on", &resolution.life_on);
    let effective = fact("resolutions-field-effective", &resolution.effective_from);
    let review = fact("resolutions-field-review", &resolution.review_on);
    let content = view! {
        <SectionHeading title=t("resolutions-stand")/>
        <Facts>
            <Fact label=t("resolutions-stand")>
                {badge} " " {internal}
            </Fact>
            {life_on}
            {reason}
            {effective}
            {review}
        </Facts>
        <div class="actions">{acts} {correct}</div>
    };
    section(STAND, content)
}

fn settle(resolution: &Resolution, life: ResolutionLife, behind: Behind) -> AnyView {
    let (label, words, icon, kind) = match life {
        ResolutionLife::Implemented => {
            ("resolutions-implement", "resolutions-implement-text", IconName::Check, ButtonKind::Secondary)
        }
        ResolutionLife::Revoked => {
            ("resolutions-revoke", "resolutions-revoke-text", IconName::Ban, ButtonKind::Danger)
        }
        _ => ("resolutions-expire", "resolutions-expire-text", IconName::Hourglass, ButtonKind::Quiet),
    };
    let words = Act::new(label, words, icon)
        .with_words("reason", "resolutions-reason")
        .weighing(kind)
        .then(STAND, "resolutions-settled");
    let id = resolution.id.clone();
    act(words, behind, resolution.version, None, move |Sending { submission, version, text, done }| {
        let input = resolution_settle::ResolutionSettleInput { id: id.clone(), version, life, reason: text };
        submission.send::<ResolutionSettle>(resolution_settle::Variables { input }, move |_| done());
    })
}

fn supersede(resolution: &Resolution, behind: Behind) -> AnyView {
    let draft = Draft::new(&format!("correction-{}", resolution.id), &resolution.title, &resolution.wording);
    let fields = Arc::new(move |_: Submission| draft.fields(false));
    let words = Act::new("resolutions-supersede", "resolutions-supersede-text", IconName::Pencil)
        .with_words("reason", "resolutions-reason")
        .weighing(ButtonKind::Quiet)
        .then(STAND, "resolutions-superseded");
    let id = resolution.id.clone();
    act(
        words,
        behind,
        resolution.version,
        Some(fields),
        move |Sending { submission, version, text, done }| {
            let input = resolution_supersede::ResolutionSupersedeInput {
                id: id.clone(),
                version,
                text: resolution_supersede::ResolutionTextInput {
                    title: draft.title.get_untracked(),
                    wording: draft.wording.get_untracked(),
                    effective_from: day_of(draft.effective_from),
                    review_on: day_of(draft.review_on),
                    internal: false,
                },
                reason: text,
            };
            submission
                .send::<ResolutionSupersede>(resolution_supersede::Variables { input }, move |_| done());
        },
    )
}

/// What came of it, and how that stands today.
fn tasks(resolution: &Resolution) -> AnyView {
    if resolution.tasks.is_empty() {
        return ().into_any();
    }
    let task = |task: &resolution_page::ResolutionPageResolutionTasks| {
        let href = Route::Task(task.id.clone()).href();
        let due = task.due.clone().map(|due| {
            view! { <span>{move || text_with("resolutions-task-by", &[("day", day(&due).into())])}</span> }
        });
        view! {
            <li class="entry">
                <a class="link" href=href>{task.title.clone()}</a>
                <p class="entry-meta">{state_badge(task.state)} {due}</p>
            </li>
        }
        .into_any()
    };
    let tasks: Vec<AnyView> = resolution.tasks.iter().map(task).collect();
    view! {
        <section class="page-part">
            <SectionHeading title=t("resolutions-tasks")/>
            <ul class="entries">{tasks}</ul>
        </section>
    }
    .into_any()
}

/// How it was decided: the day, the votes with their base and threshold, and where.
fn decided(resolution: &Resolution) -> AnyView {
    let votes = &resolution.votes;
    let counts = [
        ("resolutions-yes", votes.yes),
        ("resolutions-no", votes.no),
        ("resolutions-abstain", votes.abstain),
        ("resolutions-present", votes.present),
        ("resolutions-roll", votes.roll),
    ];
    let counts: Vec<AnyView> = counts
        .into_iter()
        .map(|(label, count)| view! { <Fact label=t(label)>{move || number(count)}</Fact> }.into_any())
        .collect();
    let majority = resolution.majority.clone();
    let majority = move || majority_text(majority.base, majority.num, majority.den, majority.strict);
    let on = resolution.decided_on.clone();
    let mover = resolution.mover.as_ref().map(|mover| {
        let name = full_name(&mover.given_name, &mover.family_name);
        view! { <Fact label=t("resolutions-mover")>{name}</Fact> }
    });
    let how = match (&resolution.circular_id, &resolution.meeting_id, resolution.recorded) {
        (Some(id), _, _) => {
            let href = Route::Circular(id.clone()).href();
            view! { <a class="link" href=href>{t("resolutions-how-circular")}</a> }.into_any()
        }
        (None, Some(id), _) => {
            let href = Route::Meeting(id.clone()).href();
            view! { <a class="link" href=href>{t("resolutions-how-meeting")}</a> }.into_any()
        }
        (None, None, true) => t("resolutions-how-recorded").into_any(),
        (None, None, false) => t("resolutions-how-decided").into_any(),
    };
    let item = resolution.item_title.clone().map(|title| {
        view! { <Fact label=t("resolutions-item")>{title}</Fact> }
    });
    let excluded = (!resolution.excluded.is_empty()).then(|| {
        let names = resolution.excluded.join(", ");
        view! { <Fact label=t("resolutions-excluded")>{names}</Fact> }
    });
    let secret = resolution.secret.then(|| view! { <p class="muted">{t("resolutions-by-ballot")}</p> });
    view! {
        <section class="page-part">
            <SectionHeading title=t("resolutions-vote")/>
            {secret}
            <Facts>
                <Fact label=t("resolutions-decided-on")>{move || day(&on)}</Fact>
                <Fact label=t("resolutions-how")>{how}</Fact>
                {item}
                {mover}
                {excluded}
                {counts}
                <Fact label=t("resolutions-majority")>{majority}</Fact>
            </Facts>
        </section>
    }
    .into_any()
}

/// What shows that nobody has changed it.
fn proof(resolution: &Resolution) -> AnyView {
    let link = resolution.link;
    let at = resolution.created_at.clone();
    let recorded = move || {
        text_with(
            "resolutions-proof-link",
            &[("place", number(link).into()), ("time", time_stamp(&at).into())],
        )
    };
    let previous = (!resolution.previous_sha256.is_empty()).then(|| {
        let hash = resolution.previous_sha256.clone();
        view! { <Fact label=t("resolutions-proof-previous")><code class="hash">{hash}</code></Fact> }
    });
    let hash = resolution.sha256.clone();
    view! {
        <section class="page-part">
            <SectionHeading title=t("resolutions-proof")/>
            <p class="muted resolution-proof">{recorded}</p>
            <Facts>
                <Fact label=t("resolutions-proof-hash")><code class="hash">{hash}</code></Fact>
                {previous}
            </Facts>
        </section>
    }
    .into_any()
}
