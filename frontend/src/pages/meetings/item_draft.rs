//! What an agenda item says, as it is written. The texts are kept in this tab until they are sent.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{AgendaItemKind, MEETING_TEXT_MAX},
    operations::{agenda_item_add::AgendaItemTextInput, meeting_page::AgendaItemParts},
};

use super::{
    people::People,
    words::{kind_choices, name_of},
};
use crate::{
    components::{CheckboxField, Choice, RadioGroup, SelectField, TextAreaField, TextField},
    i18n::t,
    pages::{support::kept_text, tasks::preview},
    platform,
};

/// An item while it is written. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct ItemDraft {
    kind: RwSignal<String>,
    title: RwSignal<String>,
    text: RwSignal<String>,
    duration: RwSignal<String>,
    presenter: RwSignal<String>,
    presenter_name: RwSignal<String>,
    internal: RwSignal<bool>,
    /// Who presents it now, and may have left the group since.
    chosen: StoredValue<Option<Choice>>,
    /// What it was for at first.
    was: AgendaItemKind,
    /// What the texts were at first, and the name by which this tab keeps them.
    first: StoredValue<[String; 3]>,
}

impl ItemDraft {
    /// A new item; `key` names it among what this tab keeps.
    pub fn empty(key: &str) -> Self {
        let none = || RwSignal::new(String::new());
        Self {
            kind: RwSignal::new(AgendaItemKind::Discussion.as_str().to_owned()),
            title: kept_text(format!("{key}-title"), String::new()),
            text: kept_text(format!("{key}-text"), String::new()),
            duration: none(),
            presenter: none(),
            presenter_name: none(),
            internal: RwSignal::new(false),
            chosen: StoredValue::new(None),
            was: AgendaItemKind::Discussion,
            first: StoredValue::new([String::new(), String::new(), key.to_owned()]),
        }
    }

    /// An item as it is now.
    pub fn of(item: &AgendaItemParts) -> Self {
        let key = format!("agenda-item-{}", item.id);
        let presenter = item.presenter.as_ref();
        Self {
            kind: RwSignal::new(item.kind.as_str().to_owned()),
            title: kept_text(format!("{key}-title"), item.title.clone()),
            text: kept_text(format!("{key}-text"), item.text.clone()),
            duration: RwSignal::new(item.duration.map(|minutes| minutes.to_string()).unwrap_or_default()),
            presenter: RwSignal::new(presenter.map(|person| person.id.clone()).unwrap_or_default()),
            presenter_name: RwSignal::new(item.presenter_name.clone()),
            internal: RwSignal::new(item.internal),
            chosen: StoredValue::new(presenter.map(|person| Choice::new(&person.id, name_of(person)))),
            was: item.kind,
            first: StoredValue::new([item.title.clone(), item.text.clone(), key]),
        }
    }

    /// Forgets what this tab keeps of it.
    pub fn forget(self) {
        let [title, text, key] = self.first.get_value();
        self.title.set(title);
        self.text.set(text);
        // At once, as the form may be gone before the page notices.
        for field in ["title", "text"] {
            platform::store_for_visit(&format!("{key}-{field}"), None);
        }
    }

    /// What must be there before it is sent.
    pub fn needed(self) -> Vec<(String, RwSignal<String>)> {
        vec![("title".to_owned(), self.title)]
    }

    /// As the operations take it.
    pub fn input(self) -> AgendaItemTextInput {
        let duration = self.duration.get_untracked();
        let duration = Some(duration.trim()).filter(|minutes| !minutes.is_empty());
        AgendaItemTextInput {
            kind: AgendaItemKind::parse(&self.kind.get_untracked()).unwrap_or(self.was),
            title: self.title.get_untracked(),
            text: self.text.get_untracked(),
            // What is no number is refused as one that is too small.
            duration: duration.map(|minutes| minutes.parse().unwrap_or(-1)),
            presenter_id: Some(self.presenter.get_untracked()).filter(|id| !id.is_empty()),
            presenter_name: self.presenter_name.get_untracked(),
            internal: self.internal.get_untracked(),
        }
    }

    /// Its fields.
    pub fn fields(self, people: People) -> AnyView {
        let presenters = Signal::derive(move || {
            let mut choices = people.everybody();
            if let Some(chosen) = self.chosen.get_value()
                && choices.iter().all(|choice| choice.value != chosen.value)
            {
                choices.push(chosen);
            }
            choices
        });
        let kinds = Signal::derive(move || kind_choices(self.was));
        let somebody_else = Memo::new(move |_| self.presenter.read().is_empty());
        let name = move || {
            somebody_else.get().then(|| {
                view! {
                    <TextField
                        label=t("meetings-field-presenter-name")
                        hint=t("meetings-field-presenter-name-hint")
                        name="presenterName"
                        value=self.presenter_name
                    />
                }
                .into_any()
            })
        };
        view! {
            <TextField label=t("meetings-field-item") name="title" value=self.title required=true/>
            <RadioGroup label=t("meetings-field-kind") name="kind" value=self.kind choices=kinds required=true/>
            <div>
                <TextAreaField
                    label=t("meetings-field-text")
                    hint=t("meetings-field-text-hint")
                    name="text"
                    value=self.text
                    rows=6
                    max=MEETING_TEXT_MAX
                />
                {preview(self.text)}
            </div>
            <TextField
                label=t("meetings-field-duration")
                name="duration"
                input_mode="numeric"
                value=self.duration
            />
            <SelectField
                label=t("meetings-field-presenter")
                name="presenterId"
                value=self.presenter
                choices=presenters
                empty=t("meetings-presenter-other")
            />
            {name}
            <CheckboxField
                label=t("meetings-field-internal")
                hint=t("meetings-field-internal-hint")
                name="internal"
                value=self.internal
            />
        }
        .into_any()
    }
}
