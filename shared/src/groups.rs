//! Working groups: kinds, states, roles and milestones.

use crate::words::words;

words! {
    /// What sort of group it is.
    GroupKind {
        /// Coordinates the strategic work of the network; there is one.
        Steering = "steering",
        /// Works on topics.
        Working = "working",
        /// Writes and edits for the network.
        Editorial = "editorial",
        /// Has one task and ends with it.
        Temporary = "temporary",
    }
}

words! {
    /// Where a group stands.
    GroupState {
        /// Proposed by its chair; the steering group has not decided.
        Proposed = "proposed",
        /// The steering group has given it its charter.
        Chartered = "chartered",
        /// At work.
        Active = "active",
        /// Rests, and may go on later.
        Dormant = "dormant",
        /// Over; kept for the record.
        Concluded = "concluded",
    }
}

impl GroupState {
    /// Whether nothing more can happen.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Concluded)
    }

    /// Whether people can be taken in.
    pub const fn takes_people(self) -> bool {
        matches!(self, Self::Chartered | Self::Active | Self::Dormant)
    }
}

words! {
    /// A change of a group's state: its chair asks for it, the steering group confirms it.
    GroupStep {
        /// The proposed group gets its charter.
        Charter = "charter",
        /// It begins to work.
        Activate = "activate",
        /// It rests.
        Rest = "rest",
        /// It goes on after a rest.
        Resume = "resume",
        /// It ends, or is not taken up.
        Conclude = "conclude",
    }
}

words! {
    /// How one gets into a group.
    GroupJoining {
        /// Whoever wants to is in at once.
        Open = "open",
        /// The chair decides on requests.
        OnRequest = "on_request",
        /// Only those who are invited.
        Invitation = "invitation",
    }
}

words! {
    /// What a person is to a group, from a day to a day.
    GroupRole {
        /// Leads it.
        Chair = "chair",
        /// Keeps its papers.
        Secretary = "secretary",
        /// Works in it.
        Member = "member",
        /// Takes part without belonging to it.
        Guest = "guest",
    }
}

words! {
    /// Where a person's place in a group stands.
    GroupRoleState {
        /// The person asked; the chair has not decided.
        Requested = "requested",
        /// The person was invited and has not answered.
        Invited = "invited",
        /// The person's organisation has not consented yet.
        ConsentPending = "consent_pending",
        /// Holds from its first to its last day.
        Active = "active",
        /// Over.
        Ended = "ended",
        /// Declined by the chair, the person or the organisation, or taken back.
        Declined = "declined",
    }
}

impl GroupRoleState {
    /// Whether somebody's answer is awaited.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Requested | Self::Invited | Self::ConsentPending)
    }
}

words! {
    /// What happened to a group.
    GroupEventKind {
        /// Proposed.
        Proposed = "proposed",
        /// Chartered by the steering group.
        Chartered = "chartered",
        /// Began to work.
        Activated = "activated",
        /// Began to rest.
        Rested = "rested",
        /// Went on.
        Resumed = "resumed",
        /// Ended.
        Concluded = "concluded",
        /// The chair asked for a change of state.
        Asked = "asked",
        /// The steering group did not confirm what the chair asked for.
        Refused = "refused",
        /// The charter got a new version.
        CharterRevised = "charter_revised",
        /// A milestone got another day.
        MilestoneMoved = "milestone_moved",
        /// A milestone was reached or given up.
        MilestoneClosed = "milestone_closed",
    }
}

words! {
    /// Where a milestone stands.
    MilestoneState {
        /// Still to be reached.
        Open = "open",
        /// Reached.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}
