//! Minutes: states, objections and signatures, and the limits of what people write to them.

use crate::words::words;

/// The text of one item, in characters; as much again for its internal part.
pub const MINUTES_TEXT_MAX: usize = 50_000;
/// An action line, in characters.
pub const ACTION_TEXT_MAX: usize = 200;
/// Action lines of one item.
pub const ACTIONS_MAX: usize = 50;
/// A proposed text, in characters.
pub const PROPOSAL_MAX: usize = 10_000;
/// A comment, an answer or a reason, in characters.
pub const MINUTES_COMMENT_MAX: usize = 2_000;
/// Days a review may last at most.
pub const REVIEW_DAYS_MAX: i64 = 90;

words! {
    /// Where minutes stand.
    MinutesState {
        /// They are being written.
        Draft = "draft",
        /// Frozen as a version; participants may object until a day.
        InReview = "in_review",
        /// Complete, to be signed and approved.
        Finalised = "finalised",
        /// Approved by a later meeting, or because nobody objected.
        Approved = "approved",
        /// Changed after their approval; a newer version stands beside the approved one.
        Amended = "amended",
    }
}

impl MinutesState {
    /// Whether the text may still change without an amendment.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::InReview)
    }
}

words! {
    /// Where an objection to a paragraph stands.
    ObjectionState {
        /// Nobody has answered it.
        Open = "open",
        /// The proposed text was taken over.
        Accepted = "accepted",
        /// The text stays; the answer says why.
        Answered = "answered",
        /// Taken back by whoever made it.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What became of a piece of text between two versions.
    DiffKind {
        /// It stands in both.
        Same = "same",
        /// It was added.
        Added = "added",
        /// It was removed.
        Removed = "removed",
    }
}

words! {
    /// What is missing before minutes can be final.
    MinutesGapKind {
        /// The meeting is not over.
        MeetingRunning = "meeting_running",
        /// An item is neither decided nor noted, deferred or withdrawn.
        ItemUnsettled = "item_unsettled",
        /// It is not known whether somebody was there.
        AttendanceUnknown = "attendance_unknown",
        /// A vote has no result.
        VoteOpen = "vote_open",
        /// An objection has no answer.
        ObjectionOpen = "objection_open",
    }
}

words! {
    /// As what somebody signs minutes.
    SignatureRole {
        /// Who chaired the meeting.
        Chair = "chair",
        /// Who wrote the minutes.
        MinuteTaker = "minute_taker",
    }
}
