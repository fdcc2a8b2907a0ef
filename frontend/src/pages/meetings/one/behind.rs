//! The meeting behind a page, as its parts share it.

use leptos::prelude::*;
use verbund_shared::operations::meeting_page::{self, AgendaItemParts, MeetingPageMeeting as Meeting};

use crate::{
    api::Query,
    i18n::text,
    pages::act::Shown,
    platform::focus_id,
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// The meeting behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(in crate::pages::meetings) struct Behind {
    query: Query<meeting_page::ResponseData>,
    id: StoredValue<String>,
    group: StoredValue<Option<String>>,
    items: Memo<Vec<AgendaItemParts>>,
}

impl Behind {
    /// The meeting that this query has.
    pub fn new(query: Query<meeting_page::ResponseData>, first: &Meeting) -> Self {
        let items =
            Memo::new(move |_| query.data().map(|data| data.meeting.items.clone()).unwrap_or_default());
        Self {
            query,
            id: StoredValue::new(first.id.clone()),
            group: StoredValue::new(first.group.as_ref().map(|group| group.id.clone())),
            items,
        }
    }

    /// The meeting's id.
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// Its group's id, where one may know the group.
    pub fn group(self) -> Option<String> {
        self.group.get_value()
    }

    /// A part of it that the view follows.
    pub fn part<T: Default + PartialEq + Send + Sync + 'static>(self, part: fn(&Meeting) -> T) -> Memo<T> {
        Memo::new(move |_| self.query.data().map(|data| part(&data.meeting)).unwrap_or_default())
    }

    /// Whether something may be done now.
    pub fn may(self, may: fn(&Meeting) -> bool) -> Signal<bool> {
        self.part(may).into()
    }

    /// Its version, as acts need it.
    pub fn version(self) -> Signal<i64> {
        self.part(|meeting| meeting.version).into()
    }

    /// The agenda.
    pub fn items(self) -> Memo<Vec<AgendaItemParts>> {
        self.items
    }

    /// The meeting as it is now.
    pub fn now(self) -> Option<Meeting> {
        untrack(|| self.query.data().map(|data| data.meeting.clone()))
    }

    /// Reads it again.
    pub fn refetch(self) {
        self.query.refetch();
    }
}

impl Shown for Behind {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&Route::Meetings.href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.refetch();
        request_animation_frame(move || focus_id(section));
    }
}
