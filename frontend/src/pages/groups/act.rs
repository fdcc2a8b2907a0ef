//! The group behind its page, and what happens there after something was done to it.

use leptos::prelude::*;
use verbund_shared::operations::{group_history, group_page};

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
}

impl act::Shown for Shown {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Groups.href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.focus.set(Some(section));
        self.group.refetch();
        self.history.refetch();
    }
}
