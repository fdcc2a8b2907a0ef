//! Asks a group when it can meet: what it is about, and several times to choose from.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{MEETING_TEXT_MAX, POLL_OPTIONS_MAX},
    operations::{MeetingPollOpen, meeting_poll_open},
};

use super::{errors::Errors, group_page::back, times::TimeDraft};
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, ButtonLink, DateField, Form, FormSection, IconName, SectionHeading,
        TextAreaField, TextField,
    },
    i18n::{days_later, number, t, text, text_with},
    pages::{support::kept_text, tasks::preview},
    platform::focus_id,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// The form's id, with which the ids of its fields begin.
const FORM: &str = "poll";
/// The button that adds a time.
const ADD: &str = "poll-add";

/// The form.
pub(super) fn form(group: String) -> AnyView {
    let key = format!("meeting-poll-{group}");
    let title = kept_text(format!("{key}-title"), String::new());
    let words = kept_text(format!("{key}-text"), String::new());
    let none = || RwSignal::new(String::new());
    let (place, online_url, answer_by) = (none(), none(), none());
    let times = RwSignal::new(vec![TimeDraft::new("", "", ""), TimeDraft::new("", "", "")]);
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let id = StoredValue::new(group.clone());
    let send = move |()| {
        let chosen = times.get_untracked();
        let mut needed = vec![("title".to_owned(), title)];
        for (place, one) in chosen.iter().enumerate() {
            needed.extend(one.needed(&within(place)));
        }
        needed.push(("answerBy".to_owned(), answer_by));
        if !errors.complete(needed) {
            return;
        }
        let option = |one: &TimeDraft| meeting_poll_open::PollOptionInput {
            starts_at: one.starts_at(),
            ends_at: one.ends_at(),
        };
        let input = meeting_poll_open::MeetingPollOpenInput {
            group_id: id.get_value(),
            title: title.get_untracked(),
            text: words.get_untracked(),
            place: place.get_untracked(),
            online_url: online_url.get_untracked(),
            answer_by: answer_by.get_untracked(),
            options: chosen.iter().map(option).collect(),
        };
        submission.send::<MeetingPollOpen>(meeting_poll_open::Variables { input }, move |data| {
            title.set(String::new());
            words.set(String::new());
            toast_done(text("meetings-poll-opened"));
            navigate(&Route::MeetingPoll(data.meeting_poll_open.poll.id).href(), NavigateOptions::default());
        });
    };
    view! {
        <SectionHeading title=t("meetings-poll-open")/>
        <Form id=FORM errors=errors.shown() on_submit=send>
            <p>{t("meetings-poll-open-text")}</p>
            <FormSection title=t("meetings-section-what")>
                <TextField label=t("meetings-field-title") name="title" value=title required=true/>
                <TextField label=t("meetings-field-place") name="place" value=place/>
                <TextField
                    label=t("meetings-field-online")
                    hint=t("meetings-field-online-hint")
                    name="onlineUrl"
                    kind="url"
                    value=online_url
                />
                <div>
                    <TextAreaField
                        label=t("meetings-poll-text")
                        hint=t("meetings-field-text-hint")
                        name="text"
                        value=words
                        rows=4
                        max=MEETING_TEXT_MAX
                    />
                    {preview(words)}
                </div>
            </FormSection>
            <FormSection title=t("meetings-poll-options") hint=t("meetings-poll-options-hint")>
                {options(times)}
            </FormSection>
            <DateField
                label=t("meetings-poll-answer-by")
                hint=t("meetings-poll-answer-by-hint")
                name="answerBy"
                value=answer_by
                required=true
            />
            <Actions>
                <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=submission.pending()>
                    {t("meetings-poll-open")}
                </Button>
                <ButtonLink kind=ButtonKind::Quiet href=back(&group)>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

/// What comes before the names of the fields of a time.
fn within(place: usize) -> String {
    format!("options.{place}.")
}

/// The times, one below the other. They are drawn anew when one comes or goes, so that their names count on;
/// what is typed stands in the drafts and stays.
fn options(times: RwSignal<Vec<TimeDraft>>) -> AnyView {
    let remove = move |place: usize| {
        times.update(|times| {
            times.remove(place);
        });
        request_animation_frame(|| focus_id(ADD));
    };
    let add = move |()| {
        let place = times.with_untracked(Vec::len);
        times.update(|times| {
            let next = times.last().map(next_day).unwrap_or_else(|| TimeDraft::new("", "", ""));
            times.push(next);
        });
        request_animation_frame(move || focus_id(&format!("{FORM}-options-{place}-startsAt-day")));
    };
    let rows = move || {
        let times = times.get();
        let more_than_two = times.len() > 2;
        let row = |(place, one): (usize, TimeDraft)| {
            let count = place as i64 + 1;
            let title = move || text_with("meetings-poll-option", &[("number", number(count).into())]);
            let remove = more_than_two.then(|| {
                view! {
                    <Button kind=ButtonKind::Quiet icon=IconName::Trash on_press=move |()| remove(place)>
                        {t("meetings-poll-option-remove")} <span class="visually-hidden">": " {title}</span>
                    </Button>
                }
            });
            view! {
                <fieldset class="poll-option">
                    <legend class="field-label">{title}</legend>
                    {one.fields(&within(place))}
                    {remove}
                </fieldset>
            }
            .into_any()
        };
        times.into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let full = move || times.read().len() >= POLL_OPTIONS_MAX;
    view! {
        {rows}
        <div class="actions">
            <button type="button" class="button" id=ADD disabled=full on:click=move |_| add(())>
                <crate::components::Icon name=IconName::Plus/>
                <span>{t("meetings-poll-option-add")}</span>
            </button>
        </div>
    }
    .into_any()
}

/// The same time a day later, which is what is most often meant by another one.
fn next_day(one: &TimeDraft) -> TimeDraft {
    let (day, from, until) = (one.day.get_untracked(), one.from.get_untracked(), one.until.get_untracked());
    let day = if day.is_empty() { day } else { days_later(&day, 1) };
    TimeDraft::new(&day, &from, &until)
}
