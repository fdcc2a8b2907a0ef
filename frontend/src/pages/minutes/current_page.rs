//! The minutes of a meeting as they stand: written while they are a draft, read and objected to afterwards.

use leptos::prelude::*;
use verbund_shared::{
    minutes::MinutesState,
    operations::{
        MinutesPage as Query, MinutesVersionPage, minutes_page,
        minutes_version_page::{self, MinutesVersionPageMinutesVersion as Version},
    },
};

use super::{
    document::document,
    objecting::Objecting,
    objections::objections,
    shown::{Shown, newest},
    stand::stand,
    versions::{signatures, versions},
    words::state_badge,
    writing::writing,
};
use crate::{
    api::{self, use_live, use_query, use_query_when},
    components::{ButtonLink, Crumb, EmptyState, IconName, Notice, PageHeader, SkeletonShape, Tone, pick},
    i18n::{day, number, t, text_with},
    pages::support::{show, show_page_kept},
    routes::{GroupTab, Route},
};

/// What the page shows below the stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// The items with their editors.
    Writing,
    /// The newest frozen version.
    Reading,
    /// That somebody else is writing.
    Waiting,
}

/// The minutes of a meeting.
#[component]
pub fn MinutesPage(
    /// The meeting, from the address.
    meeting: String,
) -> AnyView {
    let meeting = StoredValue::new(meeting);
    let query = use_query::<Query>(move || minutes_page::Variables { meeting_id: meeting.get_value() });
    show_page_kept(query, move || match untrack(|| query.data()) {
        Some(first) => page(Shown::new(query, first)),
        None => ().into_any(),
    })
}

fn page(shown: Shown) -> AnyView {
    let first = shown.now();
    let meeting = StoredValue::new(first.meeting_id.clone());
    let number = shown.newest();
    let frozen = use_query_when::<MinutesVersionPage>(move || {
        number.get().map(|number| minutes_version_page::Variables { meeting_id: meeting.get_value(), number })
    });
    let changed = RwSignal::new(0_u32);
    let objecting = Objecting::new(shown);
    let mode = shown.part(|minutes| match (minutes.state, minutes.viewer_can.write, newest(minutes)) {
        (MinutesState::Draft, true, _) => Mode::Writing,
        (_, _, Some(_)) => Mode::Reading,
        _ => Mode::Waiting,
    });
    if let Some(group) = &first.group {
        use_live(group.id.clone(), move || {
            shown.refetch();
            changed.update(|count| *count += 1);
            if untrack(|| number.get()).is_some() {
                frozen.refetch();
            }
        });
    }
    let body = move || match mode.get() {
        Mode::Writing => writing(shown, changed),
        Mode::Reading => reading(shown, frozen, objecting),
        Mode::Waiting => waiting(),
    };
    view! {
        {head(shown)}
        {stand(shown)}
        {body}
        {objecting.dialog()}
        {objections(shown)}
        {signatures(shown)}
        {versions(shown)}
    }
    .into_any()
}

fn head(shown: Shown) -> AnyView {
    let first = shown.now();
    let name = first.meeting_title.clone();
    let title = Signal::derive(move || text_with("minutes-title", &[("meeting", name.as_str().into())]));
    let on = first.starts_at.clone();
    let intro = Signal::derive(move || day(&on));
    let mut crumbs = vec![Crumb::new(t("app-nav-meetings"), Route::Meetings.href())];
    if let Some(group) = first.group {
        let href = Route::Group(group.id, GroupTab::Meetings).href();
        crumbs.push(Crumb::new(Signal::derive(move || pick(&group.name.de, &group.name.en).0), href));
    }
    let meeting = Route::Meeting(first.meeting_id).href();
    crumbs.push(Crumb::new(Signal::stored(first.meeting_title), meeting));
    let state = shown.part(|minutes| minutes.state);
    view! {
        <PageHeader title intro crumbs>{move || state_badge(state.get())}</PageHeader>
    }
    .into_any()
}

/// Nothing to read yet.
fn waiting() -> AnyView {
    view! {
        <EmptyState icon=IconName::Minutes title=t("minutes-waiting") text=t("minutes-waiting-text")/>
    }
    .into_any()
}

/// The newest frozen version; made anew only when it has changed.
fn reading(
    shown: Shown,
    frozen: api::Query<minutes_version_page::ResponseData>,
    objecting: Objecting,
) -> AnyView {
    let data = Memo::new(move |_| frozen.data());
    (move || match data.get() {
        Some(data) => read(shown, &data.minutes_version, objecting),
        None => show(frozen, SkeletonShape::Text, |_| ().into_any()),
    })
    .into_any()
}

fn read(shown: Shown, version: &Version, objecting: Objecting) -> AnyView {
    let of = version.number;
    let which = move || text_with("minutes-reading", &[("number", number(of).into())]);
    let href = Route::MinutesVersion(version.meeting_id.clone(), of.to_string()).href();
    let draft = shown.part(|minutes| minutes.state == MinutesState::Draft);
    // An amendment is being written: what one reads is what holds until then.
    let amended = move || {
        draft.get().then(|| view! { <Notice tone=Tone::Waiting title=t("minutes-amending")/> }.into_any())
    };
    view! {
        {amended}
        <div class="minutes-which">
            <p class="muted">{which}</p>
            <ButtonLink href icon=IconName::Link>{t("minutes-permanent")}</ButtonLink>
        </div>
        {document(version, Some(objecting))}
    }
    .into_any()
}
