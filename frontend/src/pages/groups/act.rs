//! What is done to a group: a button, its dialog with a text and what else is asked, and what
//! happens on the page afterwards.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{group_history, group_page};

use crate::{
    api::{Query, Submission},
    components::{Actions, Button, ButtonKind, Dialog, Form, IconName, TextAreaField},
    i18n::{t, text},
    pages::support::StaleNotice,
    platform::focus_id,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// The group behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The group.
    pub group: Query<group_page::ResponseData>,
    /// What happened to it.
    pub history: Query<group_history::ResponseData>,
    focus: RwSignal<Option<&'static str>>,
}

impl Shown {
    /// The group that two queries have.
    pub fn new(group: Query<group_page::ResponseData>, history: Query<group_history::ResponseData>) -> Self {
        let shown = Self { group, history, focus: RwSignal::new(None) };
        Effect::new(move |_| {
            if shown.group.data().is_some()
                && let Some(id) = shown.focus.try_update_untracked(Option::take).flatten()
            {
                request_animation_frame(move || focus_id(id));
            }
        });
        shown
    }

    /// Reads the group again, says what was done, and puts the focus on the part of the page that
    /// shows it: the button may be gone.
    pub fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    /// Says what was done and goes to the list: the group may be out of sight for this person now.
    pub fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Groups.href(), NavigateOptions::default());
    }

    /// Reads the group again.
    pub fn load(self, section: &'static str) {
        self.focus.set(Some(section));
        self.group.refetch();
        self.history.refetch();
    }
}

/// A part of the page that takes the focus after something was done in it.
pub(super) fn section(id: &'static str, content: impl IntoView) -> AnyView {
    view! { <section class="group-part" id=id tabindex="-1">{content}</section> }.into_any()
}

/// An act in words.
#[derive(Clone, Copy)]
pub(super) struct Act {
    /// The words on its button.
    pub label: &'static str,
    /// What it means.
    pub text: &'static str,
    /// The name of the text in the input and the words above its field; none where none is asked.
    pub words: Option<(&'static str, &'static str)>,
    /// Whether the text may stay empty.
    pub optional: bool,
    /// How much its button weighs.
    pub kind: ButtonKind,
    /// Its picture.
    pub icon: IconName,
    /// What is said afterwards.
    pub done: &'static str,
    /// The part of the page that shows it.
    pub section: &'static str,
    /// Whether the group may be out of sight afterwards.
    pub away: bool,
}

impl Act {
    /// An act without a text.
    pub const fn new(label: &'static str, text: &'static str, icon: IconName) -> Self {
        Self {
            label,
            text,
            words: None,
            optional: false,
            kind: ButtonKind::Secondary,
            icon,
            done: "groups-done",
            section: "",
            away: false,
        }
    }

    /// What was written must be there.
    pub const fn with_words(self, name: &'static str, label: &'static str) -> Self {
        Self { words: Some((name, label)), ..self }
    }

    /// What was written may be empty.
    pub const fn with_optional_words(self, name: &'static str, label: &'static str) -> Self {
        Self { words: Some((name, label)), optional: true, ..self }
    }

    /// As the main thing to do, or as one that takes away.
    pub const fn weighing(self, kind: ButtonKind) -> Self {
        Self { kind, ..self }
    }

    /// Perhaps the last thing this person sees of the group.
    pub const fn going_away(self, away: bool) -> Self {
        Self { away, ..self }
    }

    /// Shown in this part of the page, and said so.
    pub const fn then(self, section: &'static str, done: &'static str) -> Self {
        Self { section, done, ..self }
    }
}

/// An act on its way.
pub(super) struct Sending {
    /// What sends it.
    pub submission: Submission,
    /// The version it is based on.
    pub version: i64,
    /// What was written.
    pub text: String,
    /// To be run when it succeeded.
    pub done: Box<dyn FnOnce()>,
}

/// The fields of an act's dialog beside its text; they may look at why it failed.
pub(super) type Fields = Arc<dyn Fn(Submission) -> AnyView + Send + Sync>;

/// The button of an act with its dialog. What was typed stays when somebody else was faster.
pub(super) fn act(
    words: Act,
    shown: Shown,
    version: i64,
    fields: Option<Fields>,
    send: impl Fn(Sending) + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let written = RwSignal::new(String::new());
    let submission = Submission::new();
    let based_on = StoredValue::new(version);
    let send = StoredValue::new(send);
    let run = move || {
        let done = move || {
            open.set(false);
            match words.away {
                true => shown.gone(words.done),
                false => shown.changed(words.section, words.done),
            }
        };
        let sending = Sending {
            submission,
            version: based_on.get_value(),
            text: written.get_untracked(),
            done: Box::new(done),
        };
        send.with_value(|send| send(sending));
    };
    let keep = move |version: i64| {
        based_on.set_value(version);
        run();
    };
    let ask = move |()| {
        submission.clear();
        written.set(String::new());
        open.set(true);
    };
    let content = move || {
        // Made inside of the form, so that each finds its error there.
        let fields = fields.clone();
        let area = move || {
            words.words.map(|(name, label)| {
                view! { <TextAreaField label=t(label) name value=written rows=4 required=!words.optional/> }
            })
        };
        let kind = if words.kind == ButtonKind::Danger { ButtonKind::Danger } else { ButtonKind::Primary };
        view! {
            <Form id="act" errors=submission.errors() on_submit=move |()| run()>
                <StaleNotice submission on_keep=keep on_load=move |()| shown.load(words.section)/>
                <p>{t(words.text)}</p>
                {fields.map(|fields| fields(submission))}
                {area()}
                <Actions>
                    <Button kind submit=true pending=submission.pending()>{t(words.label)}</Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>{t("app-cancel")}</Button>
                </Actions>
            </Form>
        }
        .into_any()
    };
    view! {
        <Button kind=words.kind icon=words.icon on_press=ask>{t(words.label)}</Button>
        <Dialog open title=t(words.label)>{content()}</Dialog>
    }
    .into_any()
}
