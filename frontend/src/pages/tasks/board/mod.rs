//! The board of a group: what lies on it (`state`), how cards are moved (`moving`, `drag`), what is seen of
//! it (`column`, `card`), and what is done from it (`acts`, `create`, `move_dialog`, `filters`).
//!
//! Each card has a signal of its own and keeps its place in the page while it does not change, and dialogs
//! stand beside the columns: what others do moves no focus and takes away nothing that is typed.

mod acts;
mod card;
mod column;
mod create;
mod draft;
mod drag;
mod filters;
mod keep_focus;
mod move_dialog;
mod moving;
mod news;
mod state;

pub(super) use acts::{Acts, act_dialogs};
pub(super) use column::columns;
pub(super) use create::create;
pub(super) use filters::filter_bar;
pub(super) use move_dialog::move_dialog;
pub(super) use state::Board;
