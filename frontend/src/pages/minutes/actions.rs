//! Action lines of an agenda item: what is to be done, by whom, until when. They become tasks when the review
//! of the minutes begins.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupRole,
    operations::{
        MinutesActionAdd, MinutesActionChange, MinutesActionRemove, MinutesPeople, minutes_action_add,
        minutes_action_change, minutes_action_remove,
        minutes_notes::{MinutesActionParts, MinutesEntryParts},
        minutes_people,
    },
};

use super::editor::Writing;
use crate::{
    api::{Query, use_query_when},
    components::{ButtonKind, Choice, DateField, IconName, SelectField, TextField},
    i18n::{day, t, text, text_with},
    pages::{
        act::{Act, Fields, Sending, Shown, act},
        groups::full_name,
    },
    platform::focus_id,
    routes::Route,
    state::toasts::toast_done,
};

/// The action lines of an item. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Lines {
    writing: Writing,
    item: StoredValue<String>,
}

impl Lines {
    fn id(self) -> String {
        self.item.with_value(|item| format!("minutes-actions-{item}"))
    }
}

impl Shown for Lines {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        self.changed("", done);
    }

    fn load(self, _: &'static str) {
        self.writing.reload();
        let id = self.id();
        request_animation_frame(move || focus_id(&id));
    }
}

/// What is typed into the fields of a line. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct Typed {
    text: RwSignal<String>,
    organisation: RwSignal<String>,
    person: RwSignal<String>,
    due: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { text: empty(), organisation: empty(), person: empty(), due: empty() }
    }

    fn set(self, line: Option<&MinutesActionParts>) {
        let id = |id: Option<&String>| id.cloned().unwrap_or_default();
        self.text.set(line.map(|line| line.text.clone()).unwrap_or_default());
        self.organisation.set(id(line.and_then(|line| Some(&line.organisation.as_ref()?.id))));
        self.person.set(id(line.and_then(|line| Some(&line.person.as_ref()?.id))));
        self.due.set(line.and_then(|line| line.due.clone()).unwrap_or_default());
    }

    fn input(self) -> minutes_action_add::MinutesActionInput {
        let some = |value: RwSignal<String>| Some(value.get_untracked()).filter(|text| !text.is_empty());
        minutes_action_add::MinutesActionInput {
            text: self.text.get_untracked(),
            organisation_id: self.organisation.get_untracked(),
            person_id: some(self.person),
            due: some(self.due),
        }
    }
}

/// Those who can be named. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
struct People(Query<minutes_people::ResponseData>);

impl People {
    /// Those of the meeting's group, asked for as soon as somebody may write.
    fn new(writing: Writing) -> Self {
        let (group, can_write) = (writing.group(), writing.can_write());
        Self(use_query_when::<MinutesPeople>(move || {
            let group_id = group.get().filter(|_| can_write.get())?;
            Some(minutes_people::Variables { group_id })
        }))
    }

    /// Person and organisation of each place, for those who work in the group.
    fn places(self) -> Vec<(Choice, Option<Choice>)> {
        let Some(data) = self.0.data() else { return Vec::new() };
        let places = data.group.places.iter().flatten();
        let places = places.filter(|place| place.holds_today && place.role != GroupRole::Guest);
        let mut choices: Vec<_> = places
            .map(|place| {
                let person = &place.person;
                let name = full_name(&person.given_name, &person.family_name);
                let organisation = place.organisation.as_ref();
                let organisation = organisation
                    .map(|one| Choice::new(&one.id, organisation_name(&one.name, &one.short_name)));
                (Choice::new(&person.id, name), organisation)
            })
            .collect();
        choices.sort_by(|one, other| one.0.label.cmp(&other.0.label));
        choices
    }

    fn persons(self, chosen: Option<Choice>) -> Vec<Choice> {
        with(self.places().into_iter().map(|(person, _)| person), chosen)
    }

    fn organisations(self, chosen: Option<Choice>) -> Vec<Choice> {
        let mut all = with(self.places().into_iter().filter_map(|(_, organisation)| organisation), chosen);
        all.sort_by(|one, other| one.label.cmp(&other.label));
        all
    }

    /// The organisation of a person, where there is only one.
    fn organisation_of(self, person: &str) -> Option<String> {
        let places = self.places().into_iter().filter(|(one, _)| one.value == person);
        let mut organisations: Vec<String> =
            places.filter_map(|(_, organisation)| Some(organisation?.value)).collect();
        organisations.sort();
        organisations.dedup();
        match organisations.len() {
            1 => organisations.pop(),
            _ => None,
        }
    }
}

/// Each choice once, with what is chosen already even if it is not to be chosen any more.
fn with(choices: impl Iterator<Item = Choice>, chosen: Option<Choice>) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for choice in choices.chain(chosen) {
        if all.iter().all(|other| other.value != choice.value) {
            all.push(choice);
        }
    }
    all
}

fn organisation_name(name: &str, short_name: &str) -> String {
    if short_name.is_empty() { name.to_owned() } else { short_name.to_owned() }
}

/// The lines of an item, with what can be done to them.
pub(super) fn actions(writing: Writing, item: String, entry: Signal<Option<MinutesEntryParts>>) -> AnyView {
    let lines = Lines { writing, item: StoredValue::new(item) };
    let people = People::new(writing);
    let all = Memo::new(move |_| entry.get().map(|entry| entry.actions).unwrap_or_default());
    let can_write = writing.can_write();
    let heading = Memo::new(move |_| can_write.get() || !all.read().is_empty());
    let ids = Memo::new(move |_| all.read().iter().map(|line| line.id.clone()).collect::<Vec<_>>());
    // Each line stays in place while others change theirs: its dialog may be open.
    let list = move || {
        view! {
            <ul class="notes-actions">
                <For
                    each=move || ids.get()
                    key=|id| id.clone()
                    children=move |id| one(id, all, lines, people, can_write)
                />
            </ul>
        }
        .into_any()
    };
    let shown = move || {
        heading.get().then(|| {
            view! {
                <div class="notes-lines" id=lines.id() tabindex="-1" role="group" aria-label=t("minutes-write-actions")>
                    <p class="field-label">{t("minutes-write-actions")}</p>
                    {list()}
                    {add(lines, people, can_write)}
                </div>
            }
            .into_any()
        })
    };
    shown.into_any()
}

fn one(
    id: String,
    all: Memo<Vec<MinutesActionParts>>,
    lines: Lines,
    people: People,
    can_write: Signal<bool>,
) -> AnyView {
    let first = all.with_untracked(|all| all.iter().find(|line| line.id == id).cloned());
    let Some(first) = first else { return ().into_any() };
    let last = StoredValue::new(first);
    let line = Memo::new(move |_| {
        if let Some(now) = all.read().iter().find(|line| line.id == id) {
            last.set_value(now.clone());
        }
        last.get_value()
    });
    let content = move || {
        let line = line.get();
        let person = line.person.as_ref().map(|one| full_name(&one.given_name, &one.family_name));
        let organisation =
            line.organisation.as_ref().map(|one| organisation_name(&one.name, &one.short_name));
        let who = [person, organisation].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let who = move || match who.is_empty() {
            true => text("minutes-write-nobody"),
            false => who.clone(),
        };
        let due = line.due.map(|due| {
            view! { <span>{move || text_with("minutes-write-due-on", &[("day", day(&due).into())])}</span> }
        });
        let task = line.task.map(|task| {
            let href = Route::Task(task.id).href();
            view! { <a class="link" href=href>{t("minutes-write-task")} <span class="visually-hidden">" " {task.title}</span></a> }
        });
        view! {
            <p>{line.text}</p>
            <p class="entry-meta"><span>{who}</span> {due} {task}</p>
        }
        .into_any()
    };
    // What has become a task is changed there.
    let is_task = Memo::new(move |_| line.read().task.is_some());
    let tools = move || {
        (can_write.get() && !is_task.get()).then(|| {
            view! { <div class="actions">{change(line, lines, people)} {remove(line, lines)}</div> }
                .into_any()
        })
    };
    view! { <li class="notes-action">{content} {tools}</li> }.into_any()
}

/// The fields of a line; `line` is the one to be changed.
fn fields(typed: Typed, people: People, line: Option<Memo<MinutesActionParts>>) -> Fields {
    Arc::new(move |_| {
        let line = line.map(|line| line.get_untracked());
        typed.set(line.as_ref());
        let chosen = |id: &str, label: String| Choice::new(id, label);
        let organisation = line.as_ref().and_then(|line| line.organisation.as_ref());
        let organisation =
            organisation.map(|one| chosen(&one.id, organisation_name(&one.name, &one.short_name)));
        let person = line.as_ref().and_then(|line| line.person.as_ref());
        let person = person.map(|one| chosen(&one.id, full_name(&one.given_name, &one.family_name)));
        // Who is named stands for an organisation in most cases: that needs no second choice.
        Effect::new(move |_| {
            let person = typed.person.get();
            if typed.organisation.with_untracked(String::is_empty)
                && let Some(organisation) = untrack(|| people.organisation_of(&person))
            {
                typed.organisation.set(organisation);
            }
        });
        view! {
            <TextField label=t("minutes-write-action-text") name="text" value=typed.text required=true/>
            <SelectField
                label=t("minutes-write-action-person")
                name="personId"
                value=typed.person
                choices=Signal::derive(move || people.persons(person.clone()))
                empty=t("minutes-write-nobody")
            />
            <SelectField
                label=t("minutes-write-action-organisation")
                name="organisationId"
                value=typed.organisation
                choices=Signal::derive(move || people.organisations(organisation.clone()))
                empty=t("minutes-write-choose")
                required=true
            />
            <DateField label=t("minutes-write-action-due") name="due" value=typed.due/>
        }
        .into_any()
    })
}

fn add(lines: Lines, people: People, can_write: Signal<bool>) -> AnyView {
    let typed = Typed::new();
    let words = Act::new("minutes-write-action-add", "minutes-write-action-hint", IconName::Plus)
        .offered(can_write)
        .then("", "minutes-write-action-added");
    let fields = fields(typed, people, None);
    act(words, lines, Signal::stored(0), Some(fields), move |Sending { submission, done, .. }| {
        let input = minutes_action_add::MinutesActionAddInput {
            item_id: lines.item.get_value(),
            action: typed.input(),
        };
        submission.send::<MinutesActionAdd>(minutes_action_add::Variables { input }, move |_| done());
    })
}

fn change(line: Memo<MinutesActionParts>, lines: Lines, people: People) -> AnyView {
    let typed = Typed::new();
    let words = Act::new("minutes-write-action-change", "minutes-write-action-hint", IconName::Pencil)
        .weighing(ButtonKind::Quiet)
        .then("", "minutes-write-action-changed");
    let version = Memo::new(move |_| line.read().version);
    let fields = fields(typed, people, Some(line));
    act(words, lines, version, Some(fields), move |Sending { submission, version, done, .. }| {
        let input = minutes_action_change::MinutesActionChangeInput {
            id: line.get_untracked().id,
            version,
            action: typed.input(),
        };
        submission.send::<MinutesActionChange>(minutes_action_change::Variables { input }, move |_| done());
    })
}

fn remove(line: Memo<MinutesActionParts>, lines: Lines) -> AnyView {
    let words = Act::new("minutes-write-action-remove", "minutes-write-action-remove-text", IconName::Trash)
        .weighing(ButtonKind::Quiet)
        .then("", "minutes-write-action-removed");
    let version = Memo::new(move |_| line.read().version);
    act(words, lines, version, None, move |Sending { submission, version, done, .. }| {
        let input = minutes_action_remove::MinutesActionRemoveInput { id: line.get_untracked().id, version };
        submission.send::<MinutesActionRemove>(minutes_action_remove::Variables { input }, move |_| done());
    })
}
