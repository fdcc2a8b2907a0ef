//! People: their names and addresses, and what becomes of them when they leave. Which rights they
//! have follows from their dated roles; how they sign in is the business of `accounts`.

pub mod graphql;
pub mod rules;
pub mod service;
mod store;

pub use store::{
    EndingRole, NewPerson, PersonRow, RoleInNetwork, RoleInOrganisation, affiliations_of, count_coordinators,
    find_by_email, find_person, insert_affiliation, insert_network_role, insert_person, network_roles_of,
    people_by_id, set_email,
};
