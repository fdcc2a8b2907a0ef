//! One typed struct per operation of `operations/*.graphql`, made from `schema.graphql`.
//! Each names the document it stands in, by whose id the server knows it.

#![allow(missing_docs)] // the documents and the schema say what each field is

use graphql_client::GraphQLQuery;

mod accounts;
mod applications;
mod audit;
mod directory;
mod imports;
mod mail;
mod network;
mod offers;
mod organisations;
mod people;
mod waiting;

pub use accounts::*;
pub use applications::*;
pub use audit::*;
pub use directory::*;
pub use imports::*;
pub use mail::*;
pub use network::*;
pub use offers::*;
pub use organisations::*;
pub use people::*;
pub use waiting::*;

/// A moment in UTC (RFC 3339), as it stands on the wire; the app shows it by `Intl`.
pub type DateTime = String;
/// A day, `2026-03-20`.
pub type Date = String;

/// An operation and the trusted document it stands in.
pub trait Operation: GraphQLQuery {
    /// The document's id.
    const DOCUMENT: &'static str;
    /// The operation's name in the document.
    const NAME: &'static str;
}

/// Says in which document operations stand: `in_document!(NETWORK: Shell, Terms);`.
macro_rules! in_document {
    ($document:ident: $( $operation:ident ),+ $(,)?) => { $(
        impl $crate::operations::Operation for $operation {
            const DOCUMENT: &'static str = $crate::documents::$document;
            const NAME: &'static str = stringify!($operation);
        }
    )+ };
}

use in_document;
