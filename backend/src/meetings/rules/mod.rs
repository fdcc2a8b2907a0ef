//! What holds for meetings, whoever asks: pure functions.

pub mod agenda;
pub mod details;
pub mod poll;
pub mod procedure;
pub mod states;
pub mod times;
