//! Notes while they are typed: what they build upon, when they are saved, and what happens when somebody else
//! was faster.

use std::time::Duration;

use leptos::{ev, prelude::*, task::spawn_local};
use serde_json::json;
use verbund_shared::{
    error::ErrorCode,
    minutes::MINUTES_TEXT_MAX,
    operations::{
        MinutesNotes, MinutesSave,
        minutes_notes::{self, MinutesEntryParts},
        minutes_save,
    },
};

use super::editor::Writing;
use crate::{
    api::{self, ApiFailure},
    platform,
};

/// So long nothing is typed before it is saved.
const REST: Duration = Duration::from_millis(1_500);
/// So long after the server could not be reached it is tried again.
const AGAIN: Duration = Duration::from_secs(8);

/// A part of the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What everybody reads who may read the minutes.
    Public,
    /// What only the inside of the group reads.
    Internal,
}

/// Both parts of the notes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Notes {
    /// What everybody reads.
    pub public: String,
    /// What is internal.
    pub internal: String,
}

impl Notes {
    fn of(entry: &MinutesEntryParts) -> Self {
        Self { public: entry.text.clone(), internal: entry.internal_text.clone() }
    }

    /// One of the parts.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Public => &self.public,
            Part::Internal => &self.internal,
        }
    }

    fn is_too_long(&self) -> bool {
        [&self.public, &self.internal].iter().any(|text| text.chars().count() > MINUTES_TEXT_MAX)
    }

    /// Whether both say the same; the server may have taken away space at the end.
    fn says_the_same(&self, other: &Self) -> bool {
        [Part::Public, Part::Internal].iter().all(|part| self.part(*part).trim() == other.part(*part).trim())
    }
}

/// What the typed text builds upon.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Base {
    version: i64,
    notes: Notes,
}

/// Two texts that were written at the same time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Collision {
    /// As it was typed here.
    pub mine: Notes,
    /// As somebody else saved it.
    pub theirs: MinutesEntryParts,
}

/// Whether what is typed is saved.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stand {
    /// It is.
    Saved,
    /// Not yet: somebody is typing.
    Typed,
    /// It is on its way.
    Saving,
    /// Somebody else has saved another text meanwhile.
    Colliding(Box<Collision>),
    /// It was refused, or the server was not reached.
    Failed(ApiFailure),
}

/// The notes to an item while they are typed. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    writing: Writing,
    item: StoredValue<String>,
    entry: Signal<Option<MinutesEntryParts>>,
    public: RwSignal<String>,
    internal: RwSignal<String>,
    stand: RwSignal<Stand>,
    base: StoredValue<Base>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Draft {
    /// The notes as they are saved, or as they were typed in this tab before.
    pub fn new(
        writing: Writing,
        item: String,
        entry: Signal<Option<MinutesEntryParts>>,
        can_write: Signal<bool>,
    ) -> Self {
        let now = entry.get_untracked();
        let notes = now.as_ref().map(Notes::of).unwrap_or_default();
        let base = Base { version: now.map_or(0, |entry| entry.version), notes: notes.clone() };
        let kept = can_write.get_untracked().then(|| kept(&item)).flatten();
        let kept = kept.filter(|(_, typed)| !typed.says_the_same(&notes));
        let (base, typed, stand) = match kept {
            Some((base, typed)) => (base, typed, Stand::Typed),
            None => (base, notes, Stand::Saved),
        };
        let draft = Self {
            writing,
            item: StoredValue::new(item),
            entry,
            public: RwSignal::new(typed.public),
            internal: RwSignal::new(typed.internal),
            stand: RwSignal::new(stand),
            base: StoredValue::new(base),
            timer: StoredValue::new(None),
        };
        if !draft.is_saved_now() {
            draft.save_in(REST);
        }
        // What others save appears at once, unless something is typed here that is not saved.
        Effect::new(move |_| {
            if let Some(newer) = entry.get() {
                untrack(|| draft.hear(newer));
            }
        });
        let hidden = window_event_listener(ev::visibilitychange, move |_| {
            if document().hidden() {
                draft.save();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            draft.leave();
        });
        draft
    }

    /// What is typed into a part.
    pub fn typed(self, part: Part) -> RwSignal<String> {
        match part {
            Part::Public => self.public,
            Part::Internal => self.internal,
        }
    }

    /// The id of a part's field: an item has one editor on a page.
    pub fn field_id(self, part: Part) -> String {
        let name = match part {
            Part::Public => "text",
            Part::Internal => "internal",
        };
        self.item.with_value(|item| format!("minutes-{name}-{item}"))
    }

    /// The entry as the server has it; views follow it.
    pub fn entry(self) -> Option<MinutesEntryParts> {
        self.entry.get()
    }

    /// Whether it is saved; views follow it.
    pub fn stand(self) -> Stand {
        self.stand.get()
    }

    /// Whether nothing waits to be saved; views follow it.
    pub fn is_saved(self) -> bool {
        matches!(*self.stand.read(), Stand::Saved)
    }

    fn is_saved_now(self) -> bool {
        self.stand.try_with_untracked(|stand| matches!(stand, Stand::Saved)).unwrap_or(true)
    }

    fn is_colliding(self) -> bool {
        self.stand.try_with_untracked(|stand| matches!(stand, Stand::Colliding(_))).unwrap_or(true)
    }

    fn notes(self) -> Option<Notes> {
        Some(Notes { public: self.public.try_get_untracked()?, internal: self.internal.try_get_untracked()? })
    }

    /// Takes over what is being typed; it is saved when nothing more comes for a while.
    pub fn type_in(self, part: Part, text: String) {
        self.typed(part).set(text);
        self.keep();
        if self.is_colliding() {
            return;
        }
        if self.stand.with_untracked(|stand| *stand != Stand::Saving) {
            self.stand.set(Stand::Typed);
        }
        self.save_in(REST);
    }

    /// Ends a collision with this text, and saves it over the other one.
    pub fn settle(self, notes: Notes) {
        let Stand::Colliding(collision) = self.stand.get_untracked() else { return };
        self.base.set_value(Base { version: collision.theirs.version, notes: Notes::of(&collision.theirs) });
        self.show(notes);
        self.stand.set(Stand::Typed);
        self.keep();
        self.save();
    }

    /// What is typed now, to be put together from both texts.
    pub fn now(self) -> Notes {
        self.notes().unwrap_or_default()
    }

    /// Saves at once what is not saved.
    pub fn save(self) {
        self.stop_timer();
        let Some(notes) = self.notes() else { return };
        let waits = self.stand.with_untracked(|stand| matches!(stand, Stand::Typed | Stand::Failed(_)));
        if !waits || notes.is_too_long() {
            return;
        }
        let Some(base) = self.base.try_get_value() else { return };
        if notes == base.notes {
            self.stand.set(Stand::Saved);
            self.forget();
            return;
        }
        self.stand.set(Stand::Saving);
        let item = self.item.get_value();
        let meeting = self.writing.meeting();
        spawn_local(async move {
            let answer = send(&item, base.version, &notes).await;
            match answer {
                // The page is gone; what was typed after this was sent is still to be sent.
                Ok(entry) if self.notes().is_none() => send_rest(&item, entry.version, &notes).await,
                Ok(entry) => self.saved(entry, notes),
                Err(failure) if failure.code() == Some(ErrorCode::Conflict) => {
                    let newer = read(&meeting, &item).await;
                    self.collided(newer);
                }
                Err(failure) => self.failed(failure),
            }
        });
    }

    /// The server has it.
    fn saved(self, entry: MinutesEntryParts, sent: Notes) {
        let Some(now) = self.notes() else { return };
        self.base.set_value(Base { version: entry.version, notes: sent.clone() });
        self.writing.put(entry);
        if now == sent {
            self.stand.set(Stand::Saved);
            self.forget();
        } else {
            self.stand.set(Stand::Typed);
            self.keep();
            self.save_in(REST);
        }
    }

    /// Somebody else was faster: where only one of both has touched a part, nothing is to be decided.
    fn collided(self, newer: Result<Option<MinutesEntryParts>, ApiFailure>) {
        let Some(mine) = self.notes() else { return };
        let theirs = match newer {
            Ok(Some(theirs)) => theirs,
            Ok(None) => return self.failed(ApiFailure::coded(ErrorCode::NotFound)),
            Err(failure) => return self.failed(failure),
        };
        let base = self.base.get_value();
        let other = Notes::of(&theirs);
        self.writing.put(theirs.clone());
        let part = |part: Part| match (mine.part(part), other.part(part), base.notes.part(part)) {
            (mine, other, base) if mine == other || mine == base => Some(other.to_owned()),
            (mine, other, base) if other == base => Some(mine.to_owned()),
            _ => None,
        };
        match (part(Part::Public), part(Part::Internal)) {
            (Some(public), Some(internal)) => {
                let together = Notes { public, internal };
                self.base.set_value(Base { version: theirs.version, notes: other });
                self.show(together);
                self.stand.set(Stand::Typed);
                self.save();
            }
            _ => {
                self.keep();
                self.stand.set(Stand::Colliding(Box::new(Collision { mine, theirs })));
            }
        }
    }

    fn failed(self, failure: ApiFailure) {
        let again = failure == ApiFailure::Network;
        if self.stand.try_set(Stand::Failed(failure)).is_none() && again {
            self.save_in(AGAIN);
        }
    }

    /// Somebody has saved something.
    fn hear(self, newer: MinutesEntryParts) {
        let base = self.base.get_value();
        let other = Notes::of(&newer);
        if newer.version <= base.version {
            return;
        }
        let same = self.notes().is_some_and(|typed| typed.says_the_same(&other));
        let stand = self.stand.get_untracked();
        if matches!(stand, Stand::Saved) || (same && !matches!(stand, Stand::Saving)) {
            self.base.set_value(Base { version: newer.version, notes: other.clone() });
            self.show(other);
            self.stand.set(Stand::Saved);
            self.stop_timer();
            self.forget();
        } else if let Stand::Colliding(collision) = stand {
            // And again: what is shown beside one's own text is the newest.
            let collision = Collision { mine: collision.mine, theirs: newer };
            self.stand.set(Stand::Colliding(Box::new(collision)));
        }
    }

    /// Shows a text in the fields; the place of the caret stays where nothing has changed.
    fn show(self, notes: Notes) {
        for (signal, text) in [(self.public, notes.public), (self.internal, notes.internal)] {
            if signal.with_untracked(|now| *now != text) {
                signal.set(text);
            }
        }
    }

    /// The page goes away: what is not saved is sent, and kept here until the server has it.
    fn leave(self) {
        self.stop_timer();
        // What is on its way looks itself what was typed after it.
        let waits = |stand: &Stand| matches!(stand, Stand::Typed | Stand::Failed(_));
        if !self.stand.try_with_untracked(waits).unwrap_or(false) {
            return;
        }
        let (Some(notes), Some(base), Some(item)) =
            (self.notes(), self.base.try_get_value(), self.item.try_get_value())
        else {
            return;
        };
        if notes == base.notes || notes.is_too_long() {
            return;
        }
        let writing = self.writing;
        spawn_local(async move {
            if let Ok(entry) = send(&item, base.version, &notes).await {
                forget_if(&item, &notes);
                writing.put(entry);
            }
        });
    }

    fn save_in(self, time: Duration) {
        self.stop_timer();
        let timer = set_timeout_with_handle(move || self.save(), time).ok();
        self.timer.try_set_value(timer);
    }

    fn stop_timer(self) {
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
    }

    /// Keeps what is typed in this tab, with what it builds upon.
    fn keep(self) {
        let (Some(typed), Some(base)) = (self.notes(), self.base.try_get_value()) else { return };
        let kept = json!({
            "version": base.version,
            "base": [base.notes.public, base.notes.internal],
            "typed": [typed.public, typed.internal],
        });
        self.item.with_value(|item| platform::store_for_visit(&key(item), Some(&kept.to_string())));
    }

    fn forget(self) {
        self.item.with_value(|item| platform::store_for_visit(&key(item), None));
    }
}

async fn send(item: &str, version: i64, notes: &Notes) -> Result<MinutesEntryParts, ApiFailure> {
    let input = minutes_save::MinutesSaveInput {
        item_id: item.to_owned(),
        version,
        text: notes.public.clone(),
        internal_text: notes.internal.clone(),
    };
    let data = api::send::<MinutesSave>(minutes_save::Variables { input }).await?;
    Ok(data.minutes_save.entry)
}

/// Sends what was typed after the last save was on its way.
async fn send_rest(item: &str, version: i64, sent: &Notes) {
    let rest = kept(item).map(|(_, typed)| typed).filter(|typed| typed != sent);
    match rest {
        Some(typed) if send(item, version, &typed).await.is_ok() => forget_if(item, &typed),
        Some(_) => {}
        None => forget_if(item, sent),
    }
}

/// The entry as it is now, past everything that is known already.
async fn read(meeting: &str, item: &str) -> Result<Option<MinutesEntryParts>, ApiFailure> {
    let variables = minutes_notes::Variables { meeting_id: meeting.to_owned() };
    let data = api::send::<MinutesNotes>(variables).await?;
    Ok(data.minutes.entries.into_iter().find(|entry| entry.item_id == item))
}

fn key(item: &str) -> String {
    format!("minutes-{item}")
}

/// What was typed in this tab before and has not reached the server.
fn kept(item: &str) -> Option<(Base, Notes)> {
    let kept = platform::json(&platform::stored_for_visit(&key(item))?)?;
    let notes = |name: &str| Notes {
        public: kept[name][0].as_str().unwrap_or_default().to_owned(),
        internal: kept[name][1].as_str().unwrap_or_default().to_owned(),
    };
    Some((Base { version: kept["version"].as_i64()?, notes: notes("base") }, notes("typed")))
}

/// Forgets what was kept if it is what the server has now.
fn forget_if(item: &str, sent: &Notes) {
    if kept(item).is_some_and(|(_, typed)| typed == *sent) {
        platform::store_for_visit(&key(item), None);
    }
}
