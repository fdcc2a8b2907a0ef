//! What the command box finds in the directory while somebody types: asked for a moment after the
//! last letter, and forgotten as soon as something else is typed.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::operations::{DirectoryHits, directory_hits};

use super::command_box::Hit;
use crate::{
    api::send,
    components::{IconName, pick},
    routes::Route,
};

/// How long nothing is typed before the server is asked.
const QUIET: Duration = Duration::from_millis(200);
/// Fewer letters find too much.
const LETTERS_MIN: usize = 2;

/// What is known of what was typed.
#[derive(Clone, PartialEq)]
pub(super) enum Found {
    /// Too little was typed to ask.
    NotAsked,
    /// The answer is on its way.
    Waiting,
    /// Offers and members, perhaps none.
    Hits(Vec<Hit>),
    /// The server did not answer.
    Failed,
}

/// Asks for what is typed. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Search {
    found: RwSignal<Found>,
    latest: StoredValue<u32>,
}

impl Search {
    pub(super) fn new() -> Self {
        Self { found: RwSignal::new(Found::NotAsked), latest: StoredValue::new(0) }
    }

    /// What is known; views follow it.
    pub(super) fn found(self) -> Found {
        self.found.get()
    }

    /// Something else is typed now.
    pub(super) fn typed(self, text: &str) {
        let text = text.trim().to_owned();
        let number = self.latest.get_value().wrapping_add(1);
        self.latest.set_value(number);
        if text.chars().count() < LETTERS_MIN {
            self.found.set(Found::NotAsked);
            return;
        }
        self.found.set(Found::Waiting);
        set_timeout(move || self.ask(number, text), QUIET);
    }

    fn ask(self, number: u32, text: String) {
        if self.latest.try_get_value() != Some(number) {
            return;
        }
        spawn_local(async move {
            let answer = send::<DirectoryHits>(directory_hits::Variables { text }).await;
            // Something else may have been typed meanwhile.
            if self.latest.try_get_value() == Some(number) {
                self.found.try_set(answer.map_or(Found::Failed, |data| Found::Hits(hits(data))));
            }
        });
    }
}

fn hits(data: directory_hits::ResponseData) -> Vec<Hit> {
    let offers = data.offers.edges.into_iter().map(|edge| {
        let offer = edge.node;
        Hit {
            icon: IconName::HandHelping,
            label: pick(&offer.title.de, &offer.title.en).0,
            more: offer.organisation.name,
            href: Route::Offer(offer.id).href(),
        }
    });
    let members = data.members.edges.into_iter().map(|edge| {
        let member = edge.node;
        let href = Route::Member(member.id).href();
        Hit { icon: IconName::Building, label: member.name, more: member.city, href }
    });
    offers.chain(members).collect()
}
