//! The connection to the mail server.

use std::time::Duration;

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{self, response::Category},
};

use super::{message, rules::complaint, store::MailRow};
use crate::{config::Config, network::store::NetworkRow};

/// How long one mail may take; well below the lease.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Sends mails to the configured server.
pub struct Sender {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Option<Mailbox>,
    host: String,
}

/// Why a mail was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NotSent {
    pub(super) complaint: String,
    /// Trying again would change nothing.
    pub(super) permanent: bool,
}

impl Sender {
    /// The sender of these settings; `None` without a mail server.
    pub fn new(config: &Config) -> Option<Self> {
        let transport = check_url(config.smtp_url.as_deref()?).ok()?;
        let from = config.mail_from.as_deref().and_then(|from| from.parse().ok());
        let host = config.public_url.split("://").nth(1).unwrap_or_default();
        let host = host.split([':', '/']).next().unwrap_or_default().to_owned();
        Some(Self { transport, from, host })
    }

    /// Hands a mail to the server.
    pub(super) async fn send(&self, row: &MailRow, network: &NetworkRow) -> Result<(), NotSent> {
        let office = network
            .contact_email
            .parse()
            .ok()
            .map(|address| Mailbox::new(Some(network.short_name.clone()), address));
        let Some(from) = self.from.as_ref().or(office.as_ref()) else {
            return Err(NotSent { complaint: "NO_SENDER".to_owned(), permanent: false });
        };
        let message = message::build(row, from, office.as_ref(), &self.host)
            .map_err(|cause| NotSent { complaint: complaint(&cause), permanent: true })?;
        match tokio::time::timeout(TIME_LIMIT, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(cause)) => {
                Err(NotSent { complaint: complaint(&cause.to_string()), permanent: is_final(&cause) })
            }
            Err(_) => Err(NotSent { complaint: "TIMEOUT".to_owned(), permanent: false }),
        }
    }
}

/// Whether the server will never take this mail (codes 55x, RFC 5321 section 4.2.1). A refused
/// sign-in (53x) is our own setting and may be put right.
fn is_final(cause: &smtp::Error) -> bool {
    cause.is_permanent() && cause.status().is_some_and(|code| code.category == Category::MailSystem)
}

/// Reads the URL of a mail server; the text says what is wrong with it.
pub fn check_url(url: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let rest = url.strip_prefix("smtp://");
    if rest.is_none() && !url.starts_with("smtps://") {
        return Err("must begin with smtp:// or smtps://".to_owned());
    }
    if let Some(rest) = rest
        && let Some((_, host)) = rest.rsplit_once('@')
        && !rest.contains("tls=required")
        && !["localhost", "127.0.0.1"].contains(&host.split([':', '/', '?']).next().unwrap_or_default())
    {
        return Err(
            "would send the password unencrypted; write smtps:// or add ?tls=required at the end".to_owned()
        );
    }
    AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .map(|builder| builder.timeout(Some(Duration::from_secs(20))).build())
        // The library's sentence may quote the URL with its password.
        .map_err(|_| "is not a mail server's address, such as smtps://user:password@mail.example".to_owned())
}

/// Reads a sender such as `Our network <office@network.example>`.
pub fn check_from(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| format!("'{text}' is no sender, such as Our network <office@network.example>"))
}
