//! The public directory.

mod offers;
