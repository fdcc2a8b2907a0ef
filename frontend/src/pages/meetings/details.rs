//! What is set of a meeting: title, time, place, link, who leads it and who writes the minutes; the form that
//! plans one and the one that changes it.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{MEETING_TEXT_MAX, MeetingState},
    operations::{
        MeetingPlan, MeetingUpdate, meeting_page::MeetingPageMeeting as Meeting, meeting_plan,
        meeting_plan::MeetingDetailsInput, meeting_update,
    },
};

use super::{
    errors::Errors, group_page::back, one::Behind, people::People, times::TimeDraft, words::name_of,
};
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, ButtonLink, Choice, Form, FormSection, SectionHeading, SelectField,
        TextAreaField, TextField,
    },
    i18n::{t, text},
    pages::{
        act::Shown as _,
        support::{StaleNotice, kept_text},
        tasks::preview,
    },
    platform,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// What is set of a meeting, while it is written. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Draft {
    title: RwSignal<String>,
    times: TimeDraft,
    place: RwSignal<String>,
    online_url: RwSignal<String>,
    note: RwSignal<String>,
    chair: RwSignal<String>,
    minute_taker: RwSignal<String>,
    /// Who leads and who writes now, and may have left the group since.
    chosen: StoredValue<Vec<Choice>>,
    /// What the texts were at first, and the name by which this tab keeps them.
    first: StoredValue<[String; 3]>,
}

impl Draft {
    /// A new meeting; the texts are kept in this tab.
    fn empty(group: &str) -> Self {
        let none = || RwSignal::new(String::new());
        Self {
            title: kept_text(format!("meeting-new-{group}-title"), String::new()),
            times: TimeDraft::new("", "", ""),
            place: none(),
            online_url: none(),
            note: kept_text(format!("meeting-new-{group}-note"), String::new()),
            chair: none(),
            minute_taker: none(),
            chosen: StoredValue::new(Vec::new()),
            first: StoredValue::new([String::new(), String::new(), format!("meeting-new-{group}")]),
        }
    }

    /// A meeting as it is now.
    fn of(meeting: &Meeting) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let (chair, taker) = (meeting.chair.as_ref(), meeting.minute_taker.as_ref());
        let id = |person: Option<&super::words::Person>| {
            RwSignal::new(person.map(|person| person.id.clone()).unwrap_or_default())
        };
        let chosen = [chair, taker].into_iter().flatten();
        Self {
            title: kept_text(format!("meeting-{}-title", meeting.id), meeting.title.clone()),
            times: TimeDraft::of(&meeting.starts_at, &meeting.ends_at),
            place: text(&meeting.place),
            online_url: text(&meeting.online_url),
            note: kept_text(format!("meeting-{}-note", meeting.id), meeting.note.clone()),
            chair: id(chair),
            minute_taker: id(taker),
            chosen: StoredValue::new(chosen.map(|person| Choice::new(&person.id, name_of(person))).collect()),
            first: StoredValue::new([
                meeting.title.clone(),
                meeting.note.clone(),
                format!("meeting-{}", meeting.id),
            ]),
        }
    }

    /// Forgets what this tab keeps of it.
    fn forget(self) {
        let [title, note, key] = self.first.get_value();
        self.title.set(title);
        self.note.set(note);
        // At once, as the form may be gone before the page notices.
        for field in ["title", "note"] {
            platform::store_for_visit(&format!("{key}-{field}"), None);
        }
    }

    fn input(self) -> MeetingDetailsInput {
        let some = |value: RwSignal<String>| Some(value.get_untracked()).filter(|id| !id.is_empty());
        MeetingDetailsInput {
            title: self.title.get_untracked(),
            starts_at: self.times.starts_at(),
            ends_at: self.times.ends_at(),
            place: self.place.get_untracked(),
            online_url: self.online_url.get_untracked(),
            note: self.note.get_untracked(),
            chair_id: some(self.chair),
            minute_taker_id: some(self.minute_taker),
        }
    }

    fn needed(self) -> Vec<(String, RwSignal<String>)> {
        let mut needed = vec![("title".to_owned(), self.title)];
        needed.extend(self.times.needed(""));
        needed
    }

    /// The fields. While the meeting is held only its people can change.
    fn fields(self, people: People, held: bool) -> AnyView {
        let workers = Signal::derive(move || {
            let mut choices = people.workers();
            for chosen in self.chosen.get_value() {
                if choices.iter().all(|choice| choice.value != chosen.value) {
                    choices.push(chosen);
                }
            }
            choices
        });
        let when = (!held).then(|| {
            view! {
                <FormSection title=t("meetings-section-when")>
                    <TextField label=t("meetings-field-title") name="title" value=self.title required=true/>
                    {self.times.fields("")}
                    <TextField label=t("meetings-field-place") name="place" value=self.place/>
                    <TextField
                        label=t("meetings-field-online")
                        hint=t("meetings-field-online-hint")
                        name="onlineUrl"
                        kind="url"
                        value=self.online_url
                    />
                </FormSection>
            }
        });
        let note = (!held).then(|| {
            view! {
                <TextAreaField
                    label=t("meetings-field-note")
                    hint=t("meetings-field-note-hint")
                    name="note"
                    value=self.note
                    rows=4
                    max=MEETING_TEXT_MAX
                />
                {preview(self.note)}
            }
        });
        view! {
            {when}
            <FormSection title=t("meetings-section-who")>
                <SelectField
                    label=t("meetings-chair")
                    name="chairId"
                    value=self.chair
                    choices=workers
                    empty=t("meetings-chair-usual")
                />
                <SelectField
                    label=t("meetings-minute-taker")
                    name="minuteTakerId"
                    value=self.minute_taker
                    choices=workers
                    empty=t("meetings-minute-taker-none")
                />
                {note}
            </FormSection>
        }
        .into_any()
    }
}

/// Plans a meeting of a group.
pub(super) fn plan_form(group: String) -> AnyView {
    let draft = Draft::empty(&group);
    let people = People::new(group.clone());
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let id = StoredValue::new(group.clone());
    let send = move |()| {
        if !errors.complete(draft.needed()) {
            return;
        }
        let input = meeting_plan::MeetingPlanInput { group_id: id.get_value(), details: draft.input() };
        submission.send::<MeetingPlan>(meeting_plan::Variables { input }, move |data| {
            draft.forget();
            toast_done(text("meetings-planned"));
            navigate(&Route::Meeting(data.meeting_plan.meeting.id).href(), NavigateOptions::default());
        });
    };
    view! {
        <SectionHeading title=t("meetings-plan")/>
        <Form id="meeting" errors=errors.shown() on_submit=send>
            <p>{t("meetings-plan-text")}</p>
            {draft.fields(people, false)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("meetings-plan")}</Button>
                <ButtonLink kind=ButtonKind::Quiet href=back(&group)>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Changes what is set of a meeting. What is typed stays when somebody else was faster.
pub(super) fn edit_form(behind: Behind, meeting: &Meeting, people: People) -> AnyView {
    let draft = Draft::of(meeting);
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let version = StoredValue::new(meeting.version);
    let href = StoredValue::new(Route::Meeting(meeting.id.clone()).href());
    let id = StoredValue::new(meeting.id.clone());
    let leave = move || {
        draft.forget();
        navigate(&href.get_value(), NavigateOptions::default());
    };
    let save = move || {
        if !errors.complete(draft.needed()) {
            return;
        }
        let input = meeting_update::MeetingUpdateInput {
            id: id.get_value(),
            version: version.get_value(),
            details: draft.input(),
        };
        submission.send::<MeetingUpdate>(meeting_update::Variables { input }, move |_| {
            leave();
            behind.changed(super::one::FACTS, "meetings-saved");
        });
    };
    let keep = move |current| {
        version.set_value(current);
        save();
    };
    let load = move |()| {
        leave();
        behind.load(super::one::FACTS);
    };
    let held = meeting.state == MeetingState::InSession;
    if held {
        // What was typed before it began cannot be saved any more.
        draft.forget();
    }
    let hint = match (meeting.state, meeting.invited_at.is_some()) {
        (MeetingState::Postponed, _) => Some("meetings-edit-postponed"),
        (_, true) if !held => Some("meetings-edit-invited"),
        _ => None,
    };
    let hint = hint.map(|key| view! { <p>{t(key)}</p> });
    view! {
        <SectionHeading title=t("meetings-edit")/>
        <Form id="meeting" errors=errors.shown() on_submit=move |()| save()>
            <StaleNotice submission on_keep=keep on_load=load/>
            {hint}
            {draft.fields(people, held)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("meetings-save")}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| leave()>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
