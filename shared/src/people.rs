//! People and the dated roles from which their rights come.

use crate::words::words;

words! {
    /// Whether a person can sign in.
    PersonState {
        /// Can sign in.
        Active = "active",
        /// Cannot sign in until the coordination office allows it again.
        Disabled = "disabled",
        /// Replaced by a placeholder; only the row remains, for minutes and counts.
        Deleted = "deleted",
    }
}

words! {
    /// What a person is to an organisation, from a day to a day.
    AffiliationRole {
        /// Manages the organisation's profile, offers and people.
        Representative = "representative",
        /// Casts the organisation's vote.
        VotingDelegate = "voting_delegate",
        /// Casts the vote when the delegate cannot.
        Deputy = "deputy",
        /// Works there.
        Staff = "staff",
    }
}

words! {
    /// What a person is to the whole network, from a day to a day.
    NetworkRole {
        /// Runs the platform in the coordination office.
        Coordinator = "coordinator",
        /// Elected to coordinate the strategic work; decides on applications.
        SteeringGroupMember = "steering_group_member",
    }
}

words! {
    /// What a one-time link does.
    LinkKind {
        /// Sets a new password.
        PasswordReset = "password_reset",
        /// Makes the first coordinator.
        FirstCoordinator = "first_coordinator",
        /// Confirms a new address.
        EmailChange = "email_change",
    }
}
