//! Who asks, and how the request came in.

use std::net::IpAddr;

use verbund_shared::{
    id::{OrganisationId, PersonId, SessionId},
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
