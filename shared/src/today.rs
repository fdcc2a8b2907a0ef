//! What can wait for a person on the page of today.

use crate::words::words;

words! {
    /// What waits for a person, or comes next.
    TodayKind {
        /// An application waits for its review.
        ApplicationReview = "application_review",
        /// An offer must be checked again.
        OfferCheck = "offer_check",
        /// Somebody wants to join a group one leads.
        GroupRequest = "group_request",
        /// One is invited into a group.
        GroupInvitation = "group_invitation",
        /// Somebody of an organisation one represents needs its consent to be in a group.
        GroupConsent = "group_consent",
        /// A group is proposed.
        GroupProposed = "group_proposed",
        /// A group's chair asks for another state of it.
        GroupChange = "group_change",
        /// A milestone one is responsible for is overdue.
        MilestoneOverdue = "milestone_overdue",
        /// One is asked to take a task.
        TaskConfirm = "task_confirm",
        /// A task one gave to somebody was given back.
        TaskReturned = "task_returned",
        /// A task one is responsible for is overdue.
        TaskOverdue = "task_overdue",
        /// A circular resolution waits for one's vote.
        CircularVote = "circular_vote",
        /// One is invited to a meeting and has not replied.
        MeetingReply = "meeting_reply",
        /// A date is looked for, and one has not said which ones suit.
        PollAnswer = "poll_answer",
        /// One presents an item of a meeting soon.
        ItemPrepare = "item_prepare",
        /// Minutes are in review.
        MinutesReview = "minutes_review",
        /// Minutes are final, and one has not signed them.
        MinutesSign = "minutes_sign",
        /// All tasks of a resolution are done; whoever leads the group says whether it is implemented.
        ResolutionDone = "resolution_done",
        /// An organisation's profile lacks its purpose or its topics.
        ProfileIncomplete = "profile_incomplete",
        /// An invitation runs out, or has run out, without an answer.
        InvitationEnding = "invitation_ending",
        /// The network's profile lacks its name or its purpose.
        NetworkUnfinished = "network_unfinished",
        /// Mails could not be delivered.
        MailFailed = "mail_failed",
        /// The account has no second factor, although much depends on it.
        SecondFactorOff = "second_factor_off",
        /// A role ends.
        RoleEnding = "role_ending",
    }
}
