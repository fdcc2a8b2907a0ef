//! What is searched for and chosen lives in the address, so that it can be shared and the way back
//! works. Here it is read, and gone to.

use crate::state::address::{NavigateOptions, use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::directory::Selection;

use crate::routes::{Route, query};

/// The value of `query::VIEW` that shows the map.
const MAP: &str = "karte";

/// What the address says of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Address {
    /// What is searched for and chosen.
    pub selection: Selection,
    /// Whether the map is shown.
    pub map: bool,
}

impl Address {
    /// The address of a list.
    pub fn href(&self, route: &Route) -> String {
        let mut parameters = self.selection.parameters();
        if self.map {
            parameters.push((query::VIEW, MAP));
        }
        route.href_with(&parameters)
    }

    /// The same with another selection.
    pub fn with(&self, selection: Selection) -> Self {
        Self { selection, map: self.map }
    }
}

/// The address, followed by views.
pub(super) fn use_address() -> Memo<Address> {
    let parameters = use_query_map();
    Memo::new(move |_| {
        let parameters = parameters.read();
        let pairs = || parameters.iter();
        let map = pairs().any(|(name, value)| name == query::VIEW && value == MAP);
        Address { selection: Selection::read(pairs()), map }
    })
}

/// Goes to another selection of the same list; the page stays where it is.
pub(super) fn use_choose(route: Route) -> impl Fn(&Address) + Clone + 'static {
    let navigate = use_navigate();
    move |address| {
        navigate(&address.href(&route), NavigateOptions { scroll: false, ..NavigateOptions::default() });
    }
}
