//! The rules of tasks: moves, assignment, recurrence, places on the board, and what people write.

pub mod assignment;
pub mod moves;
pub mod position;
pub mod recurrence;
pub mod reminding;
pub mod text;
