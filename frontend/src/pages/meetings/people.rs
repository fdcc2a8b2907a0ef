//! Those who take part in a group, to choose from and to name.

use verbund_shared::{
    groups::GroupRole,
    operations::{MeetingPeople, meeting_people},
};

use super::words::name_of;
use crate::{
    api::{Query, use_query},
    components::Choice,
};

/// The people of a group. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct People(Query<meeting_people::ResponseData>);

impl People {
    /// Those of this group.
    pub fn new(group: String) -> Self {
        Self(use_query::<MeetingPeople>(move || meeting_people::Variables { group_id: group.clone() }))
    }

    /// Those who can lead a meeting or write its minutes: guests take part, but do not work in the group.
    pub fn workers(self) -> Vec<Choice> {
        self.named(|role| role != GroupRole::Guest)
    }

    /// Everybody who takes part, guests too.
    pub fn everybody(self) -> Vec<Choice> {
        self.named(|_| true)
    }

    fn named(self, wanted: fn(GroupRole) -> bool) -> Vec<Choice> {
        let Some(data) = self.0.data() else { return Vec::new() };
        let places = data.group.places.iter().flatten();
        let places = places.filter(|place| place.holds_today && wanted(place.role));
        let mut named: Vec<Choice> =
            places.map(|place| Choice::new(&place.person.id, name_of(&place.person))).collect();
        named.sort_by(|one, other| one.label.cmp(&other.label).then_with(|| one.value.cmp(&other.value)));
        named.dedup();
        named
    }
}
