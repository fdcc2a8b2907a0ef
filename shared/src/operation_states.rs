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

words! {
    /// What a row of an import should be looked at for, besides the errors of its cells.
    ImportHint {
        /// The cell begins like a formula of a spreadsheet.
        Formula = "formula",
        /// Found by its name, because nothing has its key.
        MatchedByName = "matched_by_name",
        /// The membership differs and stays as it is: it changes on the organisation's page.
        MembershipKept = "membership_kept",
        /// The person has the role in the network with other days, which stay.
        RoleDatesKept = "role_dates_kept",
        /// The key belongs to another organisation's offer.
        OtherOrganisation = "other_organisation",
        /// An earlier line of the file says something else about the same person.
        Contradicts = "contradicts",
    }
}

impl ImportHint {
    /// Whether the row cannot be written because of it.
    pub const fn is_error(self) -> bool {
        matches!(self, Self::OtherOrganisation | Self::Contradicts)
    }
}
