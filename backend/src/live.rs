//! Tells open pages that what they show has changed: only that, never what. The page asks again and
//! gets what its person may see. Changes of one process reach its own pages; with PostgreSQL they
//! reach those of all processes, told by the database when it commits (decision 0012).

use std::{
    collections::HashMap,
    fmt,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::broadcast;
use verbund_shared::id::{GroupId, PersonId};

/// Changes kept for a page that is slow to listen; one that missed more asks for everything again.
const BACKLOG: usize = 256;
/// Pages one person may have listening at once, over all devices.
const PAGES_MAX: usize = 24;

/// What a page can look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A group with its people, milestones and tasks.
    Group(GroupId),
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Topic::Group(id) => id.fmt(f),
        }
    }
}

impl FromStr for Topic {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().map(Topic::Group).map_err(|_| ())
    }
}

/// What listeners are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Something of this topic is different now.
    Of(Topic),
    /// Changes may have been missed, of any topic.
    Missed,
    /// The server stops.
    Ending,
}

/// Passes changes on to whoever listens. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Live {
    changes: broadcast::Sender<Change>,
    listening: Arc<Mutex<HashMap<PersonId, usize>>>,
}

impl Default for Live {
    fn default() -> Self {
        Self { changes: broadcast::channel(BACKLOG).0, listening: Arc::default() }
    }
}

impl Live {
    /// Tells everybody in this process. Nobody listening is no error.
    pub fn tell(&self, change: Change) {
        let _ = self.changes.send(change);
    }

    /// Listens for a person; none when they listen on too many pages already.
    pub fn listen(&self, person: PersonId) -> Option<Listening> {
        let mut listening = self.listening.lock().unwrap_or_else(PoisonError::into_inner);
        let pages = listening.entry(person).or_default();
        if *pages >= PAGES_MAX {
            return None;
        }
        *pages += 1;
        let changes = self.changes.subscribe();
        Some(Listening { changes, person, all: self.listening.clone() })
    }
}

/// One page that listens; dropping it ends that.
#[derive(Debug)]
pub struct Listening {
    changes: broadcast::Receiver<Change>,
    person: PersonId,
    all: Arc<Mutex<HashMap<PersonId, usize>>>,
}

impl Listening {
    /// Waits for the next change.
    pub async fn next(&mut self) -> Change {
        match self.changes.recv().await {
            Ok(change) => change,
            Err(broadcast::error::RecvError::Lagged(_)) => Change::Missed,
            Err(broadcast::error::RecvError::Closed) => Change::Ending,
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pages) = all.get_mut(&self.person) {
            *pages -= 1;
            if *pages == 0 {
                all.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_listens_on_so_many_pages_and_no_more() {
        let live = Live::default();
        let person = PersonId(uuid::Uuid::from_u128(1));
        let pages: Vec<_> = (0..PAGES_MAX).map_while(|_| live.listen(person)).collect();
        assert_eq!(pages.len(), PAGES_MAX);
        assert!(live.listen(person).is_none());
        assert!(live.listen(PersonId(uuid::Uuid::from_u128(2))).is_some());
        drop(pages);
        assert!(live.listen(person).is_some());
    }

    #[tokio::test]
    async fn who_is_too_slow_is_told_that_changes_were_missed() {
        let live = Live::default();
        let mut page = live.listen(PersonId(uuid::Uuid::from_u128(1))).unwrap();
        let topic = Topic::Group(GroupId(uuid::Uuid::from_u128(3)));
        live.tell(Change::Of(topic));
        assert_eq!(page.next().await, Change::Of(topic));
        for _ in 0..=BACKLOG {
            live.tell(Change::Of(topic));
        }
        assert_eq!(page.next().await, Change::Missed);
        assert_eq!(topic.to_string().parse(), Ok(topic));
    }
}
