//! Meetings: states, agendas, polls, attendance and votes, and the limits of what people write to them.

use crate::words::words;

/// A note, an item's text or a wording, in characters.
pub const MEETING_TEXT_MAX: usize = 20_000;
/// Why something was postponed, deferred or withdrawn, in characters.
pub const MEETING_REASON_MAX: usize = 1_000;
/// Times in one poll.
pub const POLL_OPTIONS_MAX: usize = 30;
/// Items of one agenda.
pub const AGENDA_ITEMS_MAX: usize = 100;
/// Minutes one item may take.
pub const DURATION_MAX: i32 = 600;
/// Days of a notice period, of silence, or for a circular resolution, at most.
pub const PROCEDURE_DAYS_MAX: i32 = 90;

words! {
    /// Where a meeting stands.
    MeetingState {
        /// A day is set; nobody is invited.
        Planned = "planned",
        /// The invitation went out with version 1 of the agenda.
        Invited = "invited",
        /// It is being held.
        InSession = "in_session",
        /// It was held; its minutes are not final.
        Closed = "closed",
        /// Its minutes are approved.
        Completed = "completed",
        /// Put off, until it gets another day.
        Postponed = "postponed",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

impl MeetingState {
    /// Whether people are still getting ready for it.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Invited | Self::Postponed)
    }

    /// Whether it was held or is being held.
    pub const fn is_held(self) -> bool {
        matches!(self, Self::InSession | Self::Closed | Self::Completed)
    }
}

words! {
    /// Where a date poll stands.
    PollState {
        /// People answer.
        Open = "open",
        /// A time was chosen; the meeting is made.
        Closed = "closed",
        /// Given up.
        Cancelled = "cancelled",
    }
}

words! {
    /// Whether a time suits somebody.
    PollAnswer {
        /// It does.
        Yes = "yes",
        /// If there is no better one.
        IfNeeded = "if_needed",
        /// It does not.
        No = "no",
    }
}

words! {
    /// What an agenda item is for.
    AgendaItemKind {
        /// Something is told.
        Information = "information",
        /// Something is talked over.
        Discussion = "discussion",
        /// Something is to be decided.
        Decision = "decision",
        /// Somebody is to be elected.
        Election = "election",
        /// Minutes of an earlier meeting are to be approved.
        MinutesApproval = "minutes_approval",
    }
}

words! {
    /// Where an agenda item stands.
    AgendaItemState {
        /// Handed in; the chair has not put it on an agenda.
        Submitted = "submitted",
        /// It stands on an agenda.
        Scheduled = "scheduled",
        /// People speak about it.
        InDiscussion = "in_discussion",
        /// Decided.
        Decided = "decided",
        /// Noted, without a decision.
        Noted = "noted",
        /// Put off to a later meeting.
        Deferred = "deferred",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

impl AgendaItemState {
    /// Whether the meeting is done with it.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Decided | Self::Noted | Self::Deferred | Self::Withdrawn)
    }
}

words! {
    /// What somebody answers to an invitation.
    MeetingReply {
        /// Nothing yet.
        None = "none",
        /// Will be there.
        Accepted = "accepted",
        /// Does not know yet.
        Maybe = "maybe",
        /// Will not be there.
        Declined = "declined",
    }
}

words! {
    /// How somebody was there, or not.
    AttendanceState {
        /// Not known yet.
        Unknown = "unknown",
        /// In the room.
        Present = "present",
        /// By video or telephone.
        Online = "online",
        /// Was there and left.
        Left = "left",
        /// Not there, and said so before.
        Excused = "excused",
        /// Not there.
        Absent = "absent",
    }
}

words! {
    /// Why somebody was not there.
    AttendanceAway {
        /// Said so before.
        Excused = "excused",
        /// Did not say so.
        Absent = "absent",
    }
}

words! {
    /// Where a vote stands.
    VoteState {
        /// Votes are being counted.
        Open = "open",
        /// Counted.
        Closed = "closed",
        /// Broken off; it counts for nothing.
        Cancelled = "cancelled",
    }
}

words! {
    /// What a vote decided.
    VoteOutcome {
        /// The majority was reached.
        Adopted = "adopted",
        /// It was not.
        Rejected = "rejected",
    }
}

words! {
    /// How minutes are approved.
    ApprovalMode {
        /// By an item of the next meeting.
        Item = "item",
        /// When nobody objects within the days that are set.
        Silence = "silence",
    }
}

words! {
    /// Which meetings are looked for.
    MeetingTime {
        /// Those to come, and those that are held now.
        Ahead = "ahead",
        /// Those that are over.
        Past = "past",
    }
}

words! {
    /// How a meeting is done with an item.
    ItemOutcome {
        /// Decided.
        Decided = "decided",
        /// Noted, without a decision.
        Noted = "noted",
        /// Put off to a later meeting.
        Deferred = "deferred",
    }
}
