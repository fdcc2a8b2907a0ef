//! What the whole app shares: who is signed in, the theme, short notices, where the focus goes.

pub mod address;
pub mod focus;
pub mod network;
pub mod scroll;
pub mod session;
pub mod theme;
pub mod toasts;
