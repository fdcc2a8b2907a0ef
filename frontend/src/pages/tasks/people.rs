//! Those who work in the task's group, their organisations and its milestones, to choose from.

use verbund_shared::{
    groups::{GroupRole, MilestoneState},
    operations::{TaskChoices, task_choices},
};

use super::words::{name_of, organisation_name};
use crate::{
    api::{Query, use_query_when},
    components::Choice,
};

/// What forms choose from. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct People(Query<task_choices::ResponseData>);

impl People {
    /// Those of a group.
    pub fn new(group: Option<String>) -> Self {
        Self::of(use_query_when::<TaskChoices>(move || {
            group.clone().map(|group_id| task_choices::Variables { group_id })
        }))
    }

    /// Those that a query has.
    pub fn of(known: Query<task_choices::ResponseData>) -> Self {
        Self(known)
    }

    /// Id and name of all who see the task, each once, in the order of their names.
    pub fn everybody(self) -> Vec<(String, String)> {
        self.named(|_| true)
    }

    /// Those who can be responsible: guests take part, but do not work in the group.
    pub fn workers(self) -> Vec<Choice> {
        let workers = self.named(|role| role != GroupRole::Guest);
        workers.into_iter().map(|(id, name)| Choice::new(id, name)).collect()
    }

    fn named(self, wanted: fn(GroupRole) -> bool) -> Vec<(String, String)> {
        let Some(data) = self.0.data() else { return Vec::new() };
        let places = data.group.places.iter().flatten();
        let places = places.filter(|place| place.holds_today && wanted(place.role));
        let mut named: Vec<(String, String)> =
            places.map(|place| (place.person.id.clone(), name_of(&place.person))).collect();
        named.sort_by(|one, other| one.1.cmp(&other.1).then_with(|| one.0.cmp(&other.0)));
        named.dedup();
        named
    }

    /// The organisations that work in the group.
    pub fn organisations(self) -> Vec<Choice> {
        let Some(data) = self.0.data() else { return Vec::new() };
        let places = data.group.places.iter().flatten().filter(|place| place.holds_today);
        let mut choices: Vec<Choice> = places
            .filter_map(|place| place.organisation.as_ref())
            .map(|one| Choice::new(&one.id, organisation_name(&one.name, &one.short_name)))
            .collect();
        choices.sort_by(|one, other| one.label.cmp(&other.label));
        choices.dedup();
        choices
    }

    /// What the group still wants to reach.
    pub fn milestones(self) -> Vec<Choice> {
        let Some(data) = self.0.data() else { return Vec::new() };
        let milestones = data.group.milestones.iter().flatten();
        let open = milestones.filter(|milestone| milestone.state == MilestoneState::Open);
        open.map(|milestone| Choice::new(&milestone.id, &milestone.text)).collect()
    }
}
