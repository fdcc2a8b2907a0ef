//! Tables as CSV for spreadsheets, whatever is in them: UTF-8 with its mark, semicolons, a header in
//! the reader's language, cells that are never formulas. What is exported, and to whom, is the
//! business of the domains.

mod cells;
mod labels;
mod table;

pub(crate) use cells::{phone, text};
pub(crate) use labels::{dashed, label, pick};
pub(crate) use table::{Pages, language, parameter, table};
