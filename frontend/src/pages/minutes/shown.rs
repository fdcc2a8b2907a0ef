//! The minutes behind their page, how its parts follow them, and what happens after something was done to them.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::minutes_page::{self, MinutesPageMinutes as Minutes};

use crate::{
    api::Query,
    i18n::text,
    pages::act,
    platform::focus_id,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// The part of the page that says where the minutes stand.
pub(super) const STAND: &str = "minutes-stand";
/// The part with the objections.
pub(super) const OBJECTIONS: &str = "minutes-objections";
/// The part with the signatures.
pub(super) const SIGNATURES: &str = "minutes-signatures";

/// The minutes behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    query: Query<minutes_page::ResponseData>,
    minutes: RwSignal<Minutes>,
}

impl Shown {
    /// The minutes as they are known; it follows the query from now on.
    pub fn new(query: Query<minutes_page::ResponseData>, first: Arc<minutes_page::ResponseData>) -> Self {
        let minutes = RwSignal::new(first.minutes.clone());
        Effect::new(move |_| {
            if let Some(data) = query.data() {
                minutes.set(data.minutes.clone());
            }
        });
        Self { query, minutes }
    }

    /// A part of the minutes; what shows it is made anew only when that part has changed.
    pub fn part<T>(self, part: impl Fn(&Minutes) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| part(&self.minutes.read())).into()
    }

    /// The minutes as they are known now; nothing follows them.
    pub fn now(self) -> Minutes {
        self.minutes.get_untracked()
    }

    /// Their version.
    pub fn version(self) -> Signal<i64> {
        self.part(|minutes| minutes.version)
    }

    /// The number of the newest frozen version, if there is one.
    pub fn newest(self) -> Signal<Option<i64>> {
        self.part(newest)
    }

    /// Reads them again.
    pub fn refetch(self) {
        self.query.refetch();
    }
}

/// The number of the newest frozen version, if there is one.
pub(super) fn newest(minutes: &Minutes) -> Option<i64> {
    minutes.versions.iter().map(|version| version.number).max()
}

impl act::Shown for Shown {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Meeting(self.now().meeting_id).href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.refetch();
        request_animation_frame(move || focus_id(section));
    }
}
