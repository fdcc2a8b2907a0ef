//! The public directory.

mod exports;
mod members;
mod offers;
