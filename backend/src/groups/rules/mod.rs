//! The rules of groups: states, ways in, dated roles, milestones, and what a charter must say.

pub mod joining;
pub mod milestones;
pub mod roles;
pub mod steps;
#[cfg(test)]
mod testing;
pub mod text;
