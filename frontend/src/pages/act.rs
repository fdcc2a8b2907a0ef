//! What is done to a thing on its page: a button, its dialog with a text and what else is asked, and what
//! happens on the page afterwards.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, Dialog, Form, IconName, TextAreaField},
    i18n::t,
    pages::support::StaleNotice,
};

/// The thing behind a page. It is a handle: copying it costs nothing.
pub trait Shown: Copy + Send + Sync + 'static {
    /// Says what was done, and puts the focus on the part of the page that shows it: the button may be gone.
    fn changed(self, section: &'static str, done: &'static str);

    /// Says what was done and goes away: the thing may be out of sight for this person now.
    fn gone(self, done: &'static str);

    /// Reads the thing again.
    fn load(self, section: &'static str);
}

/// A part of the page that takes the focus after something was done in it.
pub fn section(id: &'static str, content: impl IntoView) -> AnyView {
    view! { <section class="page-part" id=id tabindex="-1">{content}</section> }.into_any()
}

/// An act in words.
#[derive(Clone, Copy)]
pub struct Act {
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
    /// Whether the thing may be out of sight afterwards.
    pub away: bool,
    /// While it is offered; always where nothing is said. Its dialog stays as long as it is open.
    pub when: Option<Signal<bool>>,
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
            when: None,
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

    /// Perhaps the last thing this person sees of it.
    pub const fn going_away(self, away: bool) -> Self {
        Self { away, ..self }
    }

    /// Offered only while it can be done.
    pub const fn offered(self, when: Signal<bool>) -> Self {
        Self { when: Some(when), ..self }
    }

    /// Shown in this part of the page, and said so.
    pub const fn then(self, section: &'static str, done: &'static str) -> Self {
        Self { section, done, ..self }
    }
}

/// An act on its way.
pub struct Sending {
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
pub type Fields = Arc<dyn Fn(Submission) -> AnyView + Send + Sync>;

/// The button of an act with its dialog. What was typed stays when somebody else was faster.
pub fn act(
    words: Act,
    shown: impl Shown,
    version: impl Into<Signal<i64>>,
    fields: Option<Fields>,
    send: impl Fn(Sending) + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let written = RwSignal::new(String::new());
    let submission = Submission::new();
    let version = version.into();
    let based_on = StoredValue::new(0);
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
        based_on.set_value(version.get_untracked());
        written.set(String::new());
        open.set(true);
    };
    let load = move |()| {
        open.set(false);
        shown.load(words.section);
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
                <StaleNotice submission on_keep=keep on_load=load/>
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
    let button = move || {
        let offered = words.when.is_none_or(|when| when.get());
        offered.then(|| {
            view! { <Button kind=words.kind icon=words.icon on_press=ask>{t(words.label)}</Button> }
                .into_any()
        })
    };
    view! {
        {button}
        <Dialog open title=t(words.label)>{content()}</Dialog>
    }
    .into_any()
}
