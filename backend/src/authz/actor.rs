//! Who asks, and how the request came in.

use std::net::IpAddr;

use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, OrganisationId, PersonId, SessionId},
    locale::Locale,
    people::{AffiliationRole, NetworkRole},
};

/// Who asks, with the roles of today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Actor {
    /// Nobody signed in.
    #[default]
    Visitor,
    /// The program itself: command line, demonstration data, mail.
    System,
    /// A signed-in person.
    Person {
        /// Who it is.
        id: PersonId,
        /// The device it is signed in on.
        session: SessionId,
        /// Roles in organisations that hold today.
        affiliations: Vec<(OrganisationId, AffiliationRole)>,
        /// Roles in the network that hold today.
        network_roles: Vec<NetworkRole>,
        /// Roles in groups that hold today.
        group_roles: Vec<(GroupId, GroupRole)>,
    },
}

impl Actor {
    /// The person, if one is signed in.
    pub fn person_id(&self) -> Option<PersonId> {
        match self {
            Self::Person { id, .. } => Some(*id),
            Self::Visitor | Self::System => None,
        }
    }

    /// Whether the person holds a role in the network today.
    pub fn has_network_role(&self, role: NetworkRole) -> bool {
        matches!(self, Self::Person { network_roles, .. } if network_roles.contains(&role))
    }

    /// Whether the person holds one of these roles in the organisation today.
    pub fn has_role_in(&self, organisation: OrganisationId, roles: &[AffiliationRole]) -> bool {
        matches!(self, Self::Person { affiliations, .. }
            if affiliations.iter().any(|(id, role)| *id == organisation && roles.contains(role)))
    }

    /// Whether the person holds one of these roles in the group today.
    pub fn has_role_in_group(&self, group: GroupId, roles: &[GroupRole]) -> bool {
        matches!(self, Self::Person { group_roles, .. }
            if group_roles.iter().any(|(id, role)| *id == group && roles.contains(role)))
    }

    /// The groups in which the person holds one of these roles today.
    pub fn groups_as(&self, roles: &[GroupRole]) -> Vec<GroupId> {
        let Self::Person { group_roles, .. } = self else { return Vec::new() };
        group_roles.iter().filter(|(_, role)| roles.contains(role)).map(|(id, _)| *id).collect()
    }

    /// Whether the person belongs to any organisation today.
    pub fn belongs_somewhere(&self) -> bool {
        matches!(self, Self::Person { affiliations, .. } if !affiliations.is_empty())
    }

    /// The organisations the person represents today.
    pub fn represented(&self) -> Vec<OrganisationId> {
        let Self::Person { affiliations, .. } = self else { return Vec::new() };
        let mut ids: Vec<_> = affiliations
            .iter()
            .filter(|(_, role)| *role == AffiliationRole::Representative)
            .map(|(id, _)| *id)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Whether the person holds this role in any organisation today.
    pub fn has_role_anywhere(&self, role: AffiliationRole) -> bool {
        matches!(self, Self::Person { affiliations, .. }
            if affiliations.iter().any(|(_, held)| *held == role))
    }
}

/// Who asks and how: what use cases need to know of a request.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who asks.
    pub actor: Actor,
    /// Finds this request in the log.
    pub request_id: String,
    /// Where it came from; for limits only, never stored or logged.
    pub address: Option<IpAddr>,
    /// The language to answer in, where the server writes text (mails).
    pub locale: Locale,
}

impl Caller {
    /// The program itself.
    pub fn system() -> Self {
        Self { actor: Actor::System, request_id: String::new(), address: None, locale: Locale::De }
    }
}
