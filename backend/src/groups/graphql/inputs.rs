//! What the mutations of groups take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use verbund_shared::groups::{GroupJoining, GroupKind, GroupRole, MilestoneState};

use super::objects::Group;
use crate::{
    graphql::{Date, LocalizedTextInput},
    groups::rules::text::{CharterText, GroupText, Period},
    organisations::graphql::term_ids,
};

/// What a group is called and how one gets in.
#[derive(InputObject)]
pub struct GroupTextInput {
    /// What sort of group it is. The steering group is made by those who decide on groups.
    kind: GroupKind,
    /// Its name; German is needed.
    name: LocalizedTextInput,
    /// Its name in narrow places, at most 40 characters; no two groups have the same.
    short_name: String,
    /// How one gets in.
    joining: GroupJoining,
    /// Its topics.
    #[graphql(default)]
    topics: Vec<ID>,
}

impl From<GroupTextInput> for GroupText {
    fn from(input: GroupTextInput) -> Self {
        Self {
            kind: input.kind,
            name: input.name.into(),
            short_name: input.short_name,
            joining: input.joining,
            topics: term_ids(&input.topics).into_iter().map(|id| id.0).collect(),
        }
    }
}

/// What a group is for.
#[derive(InputObject)]
pub struct CharterInput {
    /// What is to be reached; German is needed.
    goal: LocalizedTextInput,
    /// What belongs to it and what does not.
    #[graphql(default)]
    scope: LocalizedTextInput,
    /// What should be there in the end.
    #[graphql(default)]
    results: LocalizedTextInput,
    /// The first day.
    from: Option<Date>,
    /// The last day.
    until: Option<Date>,
    /// Why there is a new version; needed when the charter is revised.
    #[graphql(default)]
    note: String,
}

impl From<CharterInput> for CharterText {
    fn from(input: CharterInput) -> Self {
        Self {
            goal: input.goal.into(),
            scope: input.scope.into(),
            results: input.results.into(),
            period: Period { from: input.from.map(|day| day.0), until: input.until.map(|day| day.0) },
            note: input.note,
        }
    }
}

macro_rules! inputs {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$field_doc:meta])* $field:ident: $ty:ty ),+ $(,)? } )+) => { $(
        $(#[$doc])*
        #[derive(InputObject)]
        pub struct $name {
            $( $(#[$field_doc])* pub(super) $field: $ty, )+
        }
    )+ };
}

inputs! {
    /// A proposed group.
    GroupProposeInput {
        /// What it is called and how one gets in.
        text: GroupTextInput,
        /// What it is for.
        charter: CharterInput,
        /// For which of one's organisations; needed only where there are several.
        organisation_id: Option<ID>,
    }

    /// A changed group. All fields are replaced.
    GroupUpdateInput {
        /// The group.
        id: ID,
        /// The version the change is based on.
        version: i32,
        /// What it is called and how one gets in.
        text: GroupTextInput,
    }

    /// A new version of a charter.
    CharterReviseInput {
        /// The group.
        id: ID,
        /// The group's version the change is based on.
        version: i32,
        /// What it is for, with the note why it changes.
        charter: CharterInput,
    }

    /// A group that is to be chartered.
    GroupCharterInput {
        /// The group.
        id: ID,
        /// The version that is chartered.
        version: i32,
        /// What is written to it.
        text: String,
    }

    /// A group that begins its work.
    GroupActivateInput {
        /// The group.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// What is written to it.
        text: String,
    }

    /// A group that is to rest.
    GroupRestInput {
        /// The group.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why.
        text: String,
    }

    /// A group that goes on.
    GroupResumeInput {
        /// The group.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why.
        text: String,
    }

    /// A group that ends, or is not taken up.
    GroupConcludeInput {
        /// The group.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why, and what came of it.
        text: String,
    }

    /// A change that is not confirmed.
    GroupChangeRefuseInput {
        /// The group.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why not.
        text: String,
    }

    /// Somebody wants to be in a group.
    GroupJoinInput {
        /// The group.
        id: ID,
        /// For which of one's organisations; needed only where there are several.
        organisation_id: Option<ID>,
        /// What is written to the chair.
        #[graphql(default)]
        text: String,
    }

    /// The chair's answer to a request.
    GroupJoinDecideInput {
        /// The place that was asked for.
        place_id: ID,
        /// The version that was looked at.
        version: i32,
        /// Whether the person is taken in.
        accept: bool,
        /// What is written to the person; a no says why.
        #[graphql(default)]
        text: String,
    }

    /// Somebody is invited.
    GroupInviteInput {
        /// The group.
        id: ID,
        /// The address with which the person signs in.
        email: String,
        /// For which of their organisations; needed only where there are several.
        organisation_id: Option<ID>,
        /// As what.
        role: GroupRole,
        /// What is written to them.
        #[graphql(default)]
        text: String,
    }

    /// The answer to one's own invitation.
    GroupInvitationAnswerInput {
        /// The place that was offered.
        place_id: ID,
        /// The version that was looked at.
        version: i32,
        /// Whether one comes.
        accept: bool,
        /// What is written to the chair.
        #[graphql(default)]
        text: String,
    }

    /// An organisation's answer about somebody of its people.
    GroupConsentAnswerInput {
        /// The place that needs the consent.
        place_id: ID,
        /// The version that was looked at.
        version: i32,
        /// Whether it consents.
        consent: bool,
        /// What is written to the person; a no says why.
        #[graphql(default)]
        text: String,
    }

    /// A group to leave.
    GroupLeaveInput {
        /// The group.
        id: ID,
    }

    /// Another role for somebody who is in the group.
    GroupRoleGiveInput {
        /// The place they hold.
        place_id: ID,
        /// The version the change is based on.
        version: i32,
        /// The new role, from today on.
        role: GroupRole,
        /// Its last day.
        until: Option<Date>,
    }

    /// A role that ends.
    GroupRoleEndInput {
        /// The place they hold, or are offered.
        place_id: ID,
        /// The version the change is based on.
        version: i32,
        /// The last day; today, or a day before, ends it at once.
        until: Date,
    }

    /// A new milestone.
    MilestoneAddInput {
        /// The group.
        group_id: ID,
        /// What is to be reached.
        text: String,
        /// By when; within the period of the charter.
        due: Date,
        /// Who is responsible: somebody who is in the group.
        owner_id: Option<ID>,
    }

    /// A changed milestone.
    MilestoneUpdateInput {
        /// The milestone.
        id: ID,
        /// The version the change is based on.
        version: i32,
        /// What is to be reached.
        text: String,
        /// Who is responsible: somebody who is in the group.
        owner_id: Option<ID>,
    }

    /// Another day for a milestone.
    MilestoneMoveInput {
        /// The milestone.
        id: ID,
        /// The version the change is based on.
        version: i32,
        /// By when; within the period of the charter.
        due: Date,
        /// Why.
        reason: String,
    }

    /// A milestone that is reached or given up.
    MilestoneCloseInput {
        /// The milestone.
        id: ID,
        /// The version the change is based on.
        version: i32,
        /// Reached or given up.
        outcome: MilestoneState,
        /// How, or why.
        reason: String,
    }
}

macro_rules! payloads {
    ($( $(#[$doc:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// The group as it stands now.
            pub(super) group: Group,
        }
    )+ };
}

payloads! {
    /// The proposed group.
    GroupProposePayload,
    /// The changed group.
    GroupUpdatePayload,
    /// The group with its new charter.
    CharterRevisePayload,
    /// The chartered group.
    GroupCharterPayload,
    /// The group at work, or with its chair's wish.
    GroupActivatePayload,
    /// The resting group, or with its chair's wish.
    GroupRestPayload,
    /// The group at work again, or with its chair's wish.
    GroupResumePayload,
    /// The concluded group, or with its chair's wish.
    GroupConcludePayload,
    /// The group without its chair's wish.
    GroupChangeRefusePayload,
    /// The group one is in now, or has asked to be in.
    GroupJoinPayload,
    /// The group of the request.
    GroupJoinDecidePayload,
    /// The group that invites.
    GroupInvitePayload,
    /// The group of the invitation.
    GroupInvitationAnswerPayload,
    /// The group of the consent.
    GroupConsentAnswerPayload,
    /// The group that was left.
    GroupLeavePayload,
    /// The group of the role.
    GroupRoleGivePayload,
    /// The group of the role that ends.
    GroupRoleEndPayload,
    /// The group with its new milestone.
    MilestoneAddPayload,
    /// The group with its changed milestone.
    MilestoneUpdatePayload,
    /// The group with its moved milestone.
    MilestoneMovePayload,
    /// The group with its closed milestone.
    MilestoneClosePayload,
}
