//! The outbox.

use graphql_client::GraphQLQuery;

use super::{DateTime, in_document};
use crate::{locale::Locale, operation_states::MailState};

/// Mails that wait, were sent or have failed.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/mail.graphql",
    extern_enums("Locale", "MailState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct Outbox;

/// Shows the text of a mail.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/mail.graphql",
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MailOpen;

/// Queues a failed mail again.
#[derive(Debug, GraphQLQuery)]
#[graphql(
    schema_path = "../schema.graphql",
    query_path = "operations/mail.graphql",
    extern_enums("Locale", "MailState"),
    response_derives = "Debug, Clone, PartialEq",
    variables_derives = "Debug, Clone, PartialEq"
)]
pub struct MailRetry;

in_document!(MAIL: Outbox, MailOpen, MailRetry);
