//! Resolutions: what became of them, circular resolutions and their votes, and limits of their texts.

use crate::words::words;

/// A wording or its reasons, in characters of Markdown.
pub const WORDING_MAX: usize = 20_000;
/// Why a resolution ends or is corrected, or an objection, in characters.
pub const RESOLUTION_REASON_MAX: usize = 2_000;
/// Days a circular resolution may run, at most.
pub const CIRCULAR_DAYS_MAX: i64 = 90;
/// Votes of a recorded resolution, at most.
pub const VOTES_MAX: i32 = 100_000;

words! {
    /// What was decided.
    ResolutionStatus {
        /// The majority was for it.
        Adopted = "adopted",
        /// It was not.
        Rejected = "rejected",
        /// It was put off.
        Deferred = "deferred",
    }
}

words! {
    /// What became of a resolution that was adopted.
    ResolutionLife {
        /// It holds.
        InForce = "in_force",
        /// What it asks for is done.
        Implemented = "implemented",
        /// Another one stands in its place.
        Superseded = "superseded",
        /// It was taken back.
        Revoked = "revoked",
        /// Its time is over.
        Expired = "expired",
    }
}

impl ResolutionLife {
    /// Whether it can become another by itself. Being superseded comes with the one that replaces it.
    pub const fn can_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::InForce, Self::Implemented | Self::Revoked | Self::Expired | Self::Superseded)
                | (Self::Implemented, Self::Revoked | Self::Superseded)
        )
    }

    /// What a person can make of it by hand.
    pub const SETTLED: [Self; 3] = [Self::Implemented, Self::Revoked, Self::Expired];
}

words! {
    /// Where a circular resolution stands.
    CircularState {
        /// Votes are cast until its deadline.
        Open = "open",
        /// Decided: adopted.
        Adopted = "adopted",
        /// Decided: rejected.
        Rejected = "rejected",
        /// Somebody objected, or too few voted: a meeting decides.
        ToMeeting = "to_meeting",
        /// Taken back before it was decided.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// A vote on a circular resolution.
    CircularChoice {
        /// For it.
        Yes = "yes",
        /// Against it.
        No = "no",
        /// Neither.
        Abstain = "abstain",
        /// Against deciding it without a meeting.
        Object = "object",
    }
}
