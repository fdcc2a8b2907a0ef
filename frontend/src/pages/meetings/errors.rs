//! What is wrong with a form: what the page itself finds missing before anything is sent, or what the server
//! says, put beside the field where it belongs.

use leptos::prelude::*;
use verbund_shared::error::{ErrorCode, Params};

use crate::{api::Submission, components::FormErrors, i18n::errors::sentence};

/// The errors of a form. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Errors {
    submission: Submission,
    missing: RwSignal<Vec<String>>,
}

impl Errors {
    /// Those of a form that is sent by this.
    pub fn new(submission: Submission) -> Self {
        Self { submission, missing: RwSignal::new(Vec::new()) }
    }

    /// Notes the fields that must be filled in and are not; true where there are none.
    pub fn complete(self, needed: Vec<(String, RwSignal<String>)>) -> bool {
        let empty = needed.into_iter().filter(|(_, value)| value.read_untracked().trim().is_empty());
        let missing: Vec<String> = empty.map(|(name, _)| name).collect();
        let complete = missing.is_empty();
        if !complete {
            self.submission.clear();
        }
        self.missing.set(missing);
        complete
    }

    /// For the form.
    pub fn shown(self) -> Signal<FormErrors> {
        let sent = self.submission.errors();
        Signal::derive(move || {
            let missing = self.missing.get();
            if missing.is_empty() {
                let mut errors = sent.get();
                errors.fields.iter_mut().for_each(|(name, _)| *name = placed(name));
                return errors;
            }
            let words = |code| sentence(code, &Params::new());
            let fields = missing.into_iter().map(|name| (name, words(ErrorCode::Required))).collect();
            FormErrors { summary: Some(words(ErrorCode::Validation)), fields }
        })
    }
}

/// The field that shows an error: the forms name fields without the input around them, the time stands for the
/// whole of a moment, and the end has no day of its own.
fn placed(name: &str) -> String {
    let name = name.strip_prefix("details.").or_else(|| name.strip_prefix("text.")).unwrap_or(name);
    let moment = name.strip_suffix(".day").unwrap_or(name);
    match (moment.rsplit('.').next(), name == moment) {
        (Some("startsAt" | "endsAt"), true) | (Some("endsAt"), false) => format!("{moment}.time"),
        _ => name.to_owned(),
    }
}
