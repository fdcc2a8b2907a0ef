//! The rules of procedure of a group.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    id::GroupId,
    meetings::ApprovalMode,
    voting::{QuorumKind, VoteBy},
};

use crate::{
    authz::{Action, Facts, may},
    graphql::caller_of,
    groups::{graphql::Group, store::GroupRow},
    meetings::rules::procedure::{Procedure as Rules, QuorumParts},
    resolutions::graphql::{VoteMajority, VoteMajorityInput},
};

/// The rules of procedure of a group; what holds for all where it has none of its own.
pub struct Procedure {
    group: GroupRow,
    rules: Rules,
}

impl From<(GroupRow, Rules)> for Procedure {
    fn from((group, rules): (GroupRow, Rules)) -> Self {
        Self { group, rules }
    }
}

/// The rules of procedure of a group; what holds for all where it has none of its own.
#[Object]
impl Procedure {
    /// The group.
    async fn group(&self) -> Group {
        self.group.clone().into()
    }

    /// Whole days between the invitation and the day of the meeting.
    async fn notice_days(&self) -> i32 {
        self.rules.notice_days
    }

    /// Who has a vote.
    async fn vote_by(&self) -> VoteBy {
        self.rules.vote_by
    }

    /// How it is counted whether enough are there.
    async fn quorum_kind(&self) -> QuorumKind {
        QuorumParts::from(self.rules.quorum).kind
    }

    /// So many votes must be there, where votes are counted.
    async fn quorum_count(&self) -> i32 {
        QuorumParts::from(self.rules.quorum).count
    }

    /// Upper number of the part of all votes that must be there, where it is a part.
    async fn quorum_num(&self) -> i32 {
        QuorumParts::from(self.rules.quorum).num
    }

    /// Lower number of that part.
    async fn quorum_den(&self) -> i32 {
        QuorumParts::from(self.rules.quorum).den
    }

    /// The majority a decision needs, unless the vote says otherwise.
    async fn majority(&self) -> VoteMajority {
        self.rules.majority.into()
    }

    /// How minutes are approved.
    async fn approval(&self) -> ApprovalMode {
        self.rules.approval
    }

    /// Days people have to object, where minutes are approved by silence.
    async fn silence_days(&self) -> i32 {
        self.rules.silence_days
    }

    /// Days people have to answer a circular resolution.
    async fn circular_days(&self) -> i32 {
        self.rules.circular_days
    }

    /// Whether one objection sends a circular resolution to a meeting.
    async fn circular_objection(&self) -> bool {
        self.rules.circular_objection
    }

    /// Grows with each change; 0 while the group has no rules of its own.
    async fn version(&self) -> i32 {
        self.rules.version
    }

    /// Whether the person who asks may change them.
    async fn viewer_can_edit(&self, ctx: &Context<'_>) -> bool {
        let facts = Facts::group(GroupId(self.group.id));
        self.group.state.takes_people() && may(caller_of(ctx), Action::MeetingManage, &facts)
    }
}

/// Changed rules of procedure.
#[derive(InputObject)]
pub struct ProcedureUpdateInput {
    /// The group.
    pub(super) group_id: ID,
    /// The version that was looked at; 0 where the group has no rules of its own.
    pub(super) version: i32,
    /// Whole days between the invitation and the day of the meeting, at most 90.
    notice_days: i32,
    /// Who has a vote.
    vote_by: VoteBy,
    /// How it is counted whether enough are there.
    quorum_kind: QuorumKind,
    /// So many votes must be there, where votes are counted.
    quorum_count: i32,
    /// Upper number of the part of all votes that must be there, where it is a part.
    quorum_num: i32,
    /// Lower number of that part, not 0.
    quorum_den: i32,
    /// The majority a decision needs.
    majority: VoteMajorityInput,
    /// How minutes are approved.
    approval: ApprovalMode,
    /// Days people have to object, where minutes are approved by silence; at most 90.
    silence_days: i32,
    /// Days people have to answer a circular resolution, at most 90.
    circular_days: i32,
    /// Whether one objection sends a circular resolution to a meeting.
    circular_objection: bool,
}

impl ProcedureUpdateInput {
    pub(super) fn read(self) -> (Rules, QuorumParts) {
        let quorum = QuorumParts {
            kind: self.quorum_kind,
            count: self.quorum_count,
            num: self.quorum_num,
            den: self.quorum_den,
        };
        let rules = Rules {
            notice_days: self.notice_days,
            vote_by: self.vote_by,
            quorum: quorum.into(),
            majority: self.majority.into(),
            approval: self.approval,
            silence_days: self.silence_days,
            circular_days: self.circular_days,
            circular_objection: self.circular_objection,
            version: self.version,
        };
        (rules, quorum)
    }
}

/// The changed rules.
#[derive(SimpleObject)]
pub struct ProcedureUpdatePayload {
    /// The rules.
    pub(super) procedure: Procedure,
}
