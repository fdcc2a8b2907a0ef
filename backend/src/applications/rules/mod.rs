//! What an application must hold, what may follow what, and what looks like the same; pure.

mod duplicates;
mod filing;
mod steps;

pub use duplicates::{Candidate, likely_duplicates};
pub use filing::{Filing, check_filing};
pub use steps::{Step, StepRefused, after};
