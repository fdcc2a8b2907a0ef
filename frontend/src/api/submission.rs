//! What a person does: one mutation at a time, its progress and its failure.

use std::pin::Pin;

use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;
use verbund_shared::operations::Operation;

use super::{
    ApiFailure,
    send::{Answer, start, typed},
};
use crate::{components::FormErrors, i18n::errors};

/// A request on its way, and what to do with its answer; types are left behind to keep the app small.
type Work = Pin<Box<dyn Future<Output = Result<Done, ApiFailure>>>>;
type Done = Box<dyn FnOnce() -> Result<(), ApiFailure>>;

/// The state of sending a form or of a single act. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub struct Submission {
    pending: RwSignal<bool>,
    failure: RwSignal<Option<ApiFailure>>,
}

impl Default for Submission {
    fn default() -> Self {
        Self::new()
    }
}

impl Submission {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self { pending: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// Sends a mutation unless one is on its way; `done` runs when it succeeded.
    pub fn send<Q>(self, variables: Q::Variables, done: impl FnOnce(Q::ResponseData) + 'static)
    where
        Q: Operation + 'static,
        Q::Variables: 'static,
    {
        let answer = start::<Q>(&variables);
        self.run_data(answer, Box::new(move |data| typed::<Q>(&data).map(done)));
    }

    /// Runs any request, such as an upload followed by a mutation, unless one is on its way.
    pub fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T, ApiFailure>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.run_erased(Box::pin(async move {
            let data = work.await?;
            Ok(Box::new(move || {
                done(data);
                Ok(())
            }) as Done)
        }));
    }

    /// Runs a request whose data `done` reads; nothing here knows the operation.
    fn run_data(self, answer: Answer, done: Box<dyn FnOnce(Value) -> Result<(), ApiFailure>>) {
        self.run_erased(Box::pin(async move {
            let data = answer.await?;
            Ok(Box::new(move || done(data)) as Done)
        }));
    }

    fn run_erased(self, work: Work) {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = work.await;
            // The page may be gone by now; then only the act itself counts.
            self.pending.try_set(false);
            if let Err(failure) = answer.and_then(|done| done()) {
                self.failure.try_set(Some(failure));
            }
        });
    }

    /// Whether a mutation is on its way.
    pub fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Why the latest one failed.
    pub fn failure(self) -> Signal<Option<ApiFailure>> {
        self.failure.into()
    }

    /// Forgets the failure.
    pub fn clear(self) {
        self.failure.set(None);
    }

    /// The failure in words, for the form: a summary and a sentence per field.
    pub fn errors(self) -> Signal<FormErrors> {
        Signal::derive(move || {
            self.failure.get().map(|failure| errors::form_errors(&failure)).unwrap_or_default()
        })
    }
}
