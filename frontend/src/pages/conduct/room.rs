//! The meeting behind the screen, how the parts of the screen follow it, and what happens after something was
//! done.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    meetings::MeetingState,
    operations::conduct_page::{self, ConductItemParts, ConductPageMeetingConduct as Conduct},
};

use crate::{
    api::{Query, Submission},
    components::{Button, ButtonKind, IconName},
    i18n::{errors::failure_text, t, text},
    pages::{act, minutes::Writing},
    platform::focus_id,
    state::toasts::{toast_done, toast_failed},
};

/// The part of the screen that shows an item.
pub(super) const ITEM: &str = "conduct-item";
/// The agenda.
pub(super) const AGENDA: &str = "conduct-agenda";
/// The attendance.
pub(super) const PEOPLE: &str = "conduct-people";

/// The meeting behind the screen. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Room {
    query: Query<conduct_page::ResponseData>,
    data: RwSignal<conduct_page::ResponseData>,
    /// The notes.
    pub writing: Writing,
    /// The item one looks at; the current one, unless another was chosen.
    pub shown: RwSignal<Option<String>>,
}

impl Room {
    /// The meeting as it is known; it follows the query from now on.
    pub fn new(query: Query<conduct_page::ResponseData>, first: Arc<conduct_page::ResponseData>) -> Self {
        let writing = Writing::new(first.meeting.id.clone());
        let open = first.meeting.items.iter().find(|item| !item.state.is_settled());
        let begin = first.meeting_conduct.current_item_id.clone();
        let begin = begin.or_else(|| open.or(first.meeting.items.first()).map(|item| item.id.clone()));
        let room =
            Self { query, data: RwSignal::new((*first).clone()), writing, shown: RwSignal::new(begin) };
        Effect::new(move |_| {
            if let Some(data) = query.data() {
                room.data.set((*data).clone());
            }
        });
        // Who writes or chooses something is not taken away from it when the next item begins.
        let current = room.part(|data| data.meeting_conduct.current_item_id.clone());
        Effect::new(move |before: Option<Option<String>>| {
            let now = current.get();
            if before.is_some_and(|before| before != now) && now.is_some() && !is_worked_in(ITEM) {
                room.shown.set(now.clone());
            }
            now
        });
        room
    }

    /// A part of what is known; what shows it is made anew only when that part has changed.
    pub fn part<T>(self, part: impl Fn(&conduct_page::ResponseData) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| part(&self.data.read())).into()
    }

    /// A part of how the meeting goes.
    pub fn conduct<T>(self, part: impl Fn(&Conduct) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.part(move |data| part(&data.meeting_conduct))
    }

    /// What is known now; nothing follows it.
    pub fn now(self) -> conduct_page::ResponseData {
        self.data.get_untracked()
    }

    /// The meeting's id.
    pub fn id(self) -> String {
        self.data.with_untracked(|data| data.meeting.id.clone())
    }

    /// An item, while it is on the agenda.
    pub fn item(self, id: String) -> Signal<Option<ConductItemParts>> {
        self.part(move |data| data.meeting.items.iter().find(|item| item.id == id).cloned())
    }

    /// Whether the person who looks may do something while the meeting is held.
    pub fn conducts(self) -> Signal<bool> {
        self.conduct(|conduct| conduct.viewer_can.conduct && conduct.state == MeetingState::InSession)
    }

    /// Whether the person who looks may say who was there, which goes on for a while after the meeting.
    pub fn counts(self) -> Signal<bool> {
        self.conduct(|conduct| conduct.viewer_can.conduct && conduct.state.is_held())
    }

    /// Reads everything again.
    pub fn reload(self) {
        self.query.refetch();
    }

    /// Looks at an item, and puts the focus on it.
    pub fn look_at(self, item: String) {
        self.shown.set(Some(item));
        request_animation_frame(|| focus_id(ITEM));
    }

    /// What sends something that has no form to show its failure in: that is said at the edge of the screen,
    /// and everything is read again, as it may be another by now.
    pub fn told(self) -> Submission {
        let submission = Submission::new();
        Effect::new(move |_| {
            if let Some(failure) = submission.failure().get() {
                toast_failed(failure_text(&failure));
                submission.clear();
                self.reload();
            }
        });
        submission
    }
}

impl act::Shown for Room {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        self.changed(ITEM, done);
    }

    fn load(self, section: &'static str) {
        self.reload();
        request_animation_frame(move || focus_id(section));
    }
}

/// Whether the focus is on something inside a part of the screen.
fn is_worked_in(id: &str) -> bool {
    let part = document().get_element_by_id(id);
    let (Some(part), Some(focused)) = (part, document().active_element()) else { return false };
    focused.id() != id && part.contains(Some(&focused))
}

/// An act that needs no more than one press.
#[derive(Clone, Copy)]
pub(super) struct Press {
    /// The words on its button.
    pub label: &'static str,
    /// Its picture.
    pub icon: IconName,
    /// How much it weighs.
    pub kind: ButtonKind,
}

/// The button of such an act, while it can be done. `of` is read out after its words, where the same button
/// stands beside several things.
pub(super) fn press(
    words: Press,
    room: Room,
    offered: Signal<bool>,
    of: Option<Signal<String>>,
    send: impl Fn(Submission) + Send + Sync + 'static,
) -> AnyView {
    let submission = room.told();
    let press = Callback::new(move |()| send(submission));
    (move || {
        offered.get().then(|| {
            let of = of.map(|of| view! { <span class="visually-hidden">" " {of}</span> });
            view! {
                <Button kind=words.kind icon=words.icon pending=submission.pending() on_press=press>
                    {t(words.label)} {of}
                </Button>
            }
            .into_any()
        })
    })
    .into_any()
}
