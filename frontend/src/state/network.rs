//! The name of the network, for the header and the page title.

use std::cell::OnceCell;

use leptos::prelude::*;
use verbund_shared::operations::{Shell, shell};

use crate::{api, platform};

/// What the frame knew the last time, in the browser's storage, so that it does not jump at every visit.
const KNOWN: &str = "verbund.network";

/// What the frame around every page knows of the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkName {
    /// The full name.
    pub name: String,
    /// The short name, for narrow places and titles.
    pub short_name: String,
    /// Whether its members and people are invented.
    pub demonstration: bool,
}

impl Default for NetworkName {
    fn default() -> Self {
        let name = "Verbund".to_owned();
        Self { short_name: name.clone(), name, demonstration: false }
    }
}

impl NetworkName {
    /// What was known the last time.
    fn remembered() -> Self {
        let known = platform::stored(KNOWN).unwrap_or_default();
        match known.split('\n').collect::<Vec<_>>()[..] {
            [name, short_name, demonstration] => Self {
                name: name.to_owned(),
                short_name: short_name.to_owned(),
                demonstration: demonstration == "demonstration",
            },
            _ => Self::default(),
        }
    }

    fn remember(&self) {
        let kind = if self.demonstration { "demonstration" } else { "network" };
        platform::store(KNOWN, &[self.name.as_str(), &self.short_name, kind].join("\n"));
    }
}

thread_local! {
    static NAME: OnceCell<ArcRwSignal<NetworkName>> = const { OnceCell::new() };
}

fn signal() -> ArcRwSignal<NetworkName> {
    NAME.with(|cell| cell.get_or_init(|| ArcRwSignal::new(NetworkName::remembered())).clone())
}

/// The network's name; views follow it.
pub fn network_name() -> NetworkName {
    signal().get()
}

/// Says the name anew, after it was edited.
pub fn rename_network(name: &str, short_name: &str) {
    let demonstration = signal().read_untracked().demonstration;
    set(NetworkName { name: name.to_owned(), short_name: short_name.to_owned(), demonstration });
}

fn set(name: NetworkName) {
    name.remember();
    signal().set(name);
}

/// Asks for the name. Without an answer the product's own name stays; pages tell what is wrong.
pub async fn load() {
    if let Ok(data) = api::send::<Shell>(shell::Variables {}).await {
        let shell::ShellNetwork { name, short_name, demonstration, .. } = data.network;
        set(NetworkName { name, short_name, demonstration });
    }
}
