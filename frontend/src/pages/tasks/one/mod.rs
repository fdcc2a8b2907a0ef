//! One task in full: where it stands, who does it, what it says, its checklist and its comments. The page is
//! made once; each part follows what changes, so that a change of somebody else takes neither the focus nor
//! what is being typed.

mod checklist;
mod checklist_entry;
mod comment_form;
mod comments;
mod edit;
mod facts;
mod page;
mod responsible;
mod shown;
mod stand;
mod text;

pub use page::TaskPage;
