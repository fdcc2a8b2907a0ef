//! One typed struct per operation of `operations/*.graphql`, made by the build from `schema.graphql`
//! (`build/operations.rs`). Each names the document it stands in, by whose id the server knows it.
//!
//! `SignIn` is the operation, `sign_in::Variables` what it needs, `sign_in::ResponseData` what it gives.

#![allow(missing_docs)] // the documents and the schema say what each field is

use serde::Serialize;

use crate::wire::{Json, Read, Reader};
#[allow(unused_imports, reason = "the generated modules take from here what they need")]
use crate::{
    directory::*, groups::*, locale::*, meetings::*, minutes::*, offers::*, operation_states::*,
    organisations::*, people::*, resolutions::*, tasks::*, terms::*, today::*, voting::*,
};

/// A moment in UTC (RFC 3339), as it stands on the wire; the app shows it by `Intl`.
pub type DateTime = String;
/// A day, `2026-03-20`.
pub type Date = String;

/// An operation and the trusted document it stands in.
pub trait Operation {
    /// What it needs.
    type Variables: Serialize;
    /// What it gives.
    type ResponseData: Read;
    /// The document's id.
    const DOCUMENT: &'static str;
    /// The operation's name in the document.
    const NAME: &'static str;
}

include!(concat!(env!("OUT_DIR"), "/operations.rs"));
