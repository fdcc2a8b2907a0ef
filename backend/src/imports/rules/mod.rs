//! Pure reading and comparing: from bytes to a table, from cells to checked values, from what a
//! file says and what is there to what would be done.

pub mod cells;
pub mod columns;
pub mod file;
pub mod offers;
pub mod organisations;
pub mod people;
pub mod plan;
pub mod words;
