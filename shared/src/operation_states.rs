//! States of what keeps the house running: mails and imports.

use crate::words::words;

words! {
    /// Where a mail stands.
    MailState {
        /// Waits to be sent.
        Queued = "queued",
        /// Handed to the mail server.
        Sent = "sent",
        /// Given up after the last attempt.
        Failed = "failed",
    }
}

words! {
    /// What a CSV file brings.
    ImportKind {
        /// Organisations and memberships.
        Organisations = "organisations",
        /// People and their roles.
        People = "people",
        /// Offers.
        Offers = "offers",
    }
}

words! {
    /// Where an import stands.
    ImportState {
        /// Read and compared; nothing written.
        Previewed = "previewed",
        /// Written.
        Applied = "applied",
        /// Put aside.
        Discarded = "discarded",
    }
}

words! {
    /// What an import would do with one row.
    RowOutcome {
        /// Makes something new.
        New = "new",
        /// Changes what is there.
        Changed = "changed",
        /// Is there already, the same.
        Unchanged = "unchanged",
        /// Will be written, but should be looked at.
        Warning = "warning",
        /// Cannot be written.
        Error = "error",
    }
}
