//! What the mutations of agenda items take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use verbund_shared::meetings::AgendaItemKind;

use super::{agenda::AgendaItem, inputs::person};
use crate::{error::ServiceResult, meetings::rules::details::ItemText};

/// What an agenda item says.
#[derive(InputObject)]
pub struct AgendaItemTextInput {
    /// What it is for. Approvals of minutes come up by themselves.
    kind: AgendaItemKind,
    /// In one line of at most 200 characters.
    title: String,
    /// Markdown of at most 20 000 characters.
    #[graphql(default)]
    text: String,
    /// How long it is to take: from 1 to 600 minutes.
    duration: Option<i32>,
    /// Who presents it: somebody in the group.
    presenter_id: Option<ID>,
    /// A presenter without an account; left out where there is one with.
    #[graphql(default)]
    presenter_name: String,
    /// Hidden from guests and from the public part of the minutes.
    #[graphql(default)]
    internal: bool,
}

impl AgendaItemTextInput {
    pub(super) fn read(self) -> ServiceResult<ItemText> {
        Ok(ItemText {
            kind: self.kind,
            title: self.title,
            text: self.text,
            duration: self.duration,
            presenter: person("presenterId", self.presenter_id)?,
            presenter_name: self.presenter_name,
            internal: self.internal,
        })
    }
}

/// An item to be handed in.
#[derive(InputObject)]
pub struct AgendaItemSubmitInput {
    /// The group.
    pub(super) group_id: ID,
    /// The meeting that it is wished for; null: whichever comes next.
    pub(super) meeting_id: Option<ID>,
    /// What it says.
    pub(super) text: AgendaItemTextInput,
}

/// The item that was handed in.
#[derive(SimpleObject)]
pub struct AgendaItemSubmitPayload {
    /// The item.
    pub(super) item: AgendaItem,
}

/// An item to be put on an agenda at once.
#[derive(InputObject)]
pub struct AgendaItemAddInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The item that it is part of, itself part of none; null: it stands for itself.
    pub(super) parent_id: Option<ID>,
    /// What it says.
    pub(super) text: AgendaItemTextInput,
}

/// The added item.
#[derive(SimpleObject)]
pub struct AgendaItemAddPayload {
    /// The item.
    pub(super) item: AgendaItem,
}

/// A changed item.
#[derive(InputObject)]
pub struct AgendaItemUpdateInput {
    /// The item.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// What it says.
    pub(super) text: AgendaItemTextInput,
}

/// The changed item.
#[derive(SimpleObject)]
pub struct AgendaItemUpdatePayload {
    /// The item.
    pub(super) item: AgendaItem,
}

/// An item that was handed in, to be put on an agenda.
#[derive(InputObject)]
pub struct AgendaItemScheduleInput {
    /// The item.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// The meeting.
    pub(super) meeting_id: ID,
}

/// The scheduled item.
#[derive(SimpleObject)]
pub struct AgendaItemSchedulePayload {
    /// The item.
    pub(super) item: AgendaItem,
}

/// Another place for an item.
#[derive(InputObject)]
pub struct AgendaItemMoveInput {
    /// The item.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// The item that it becomes part of; null: it stands for itself.
    pub(super) parent_id: Option<ID>,
    /// Its place among the parts of that, from 1.
    pub(super) position: i32,
}

/// The moved item.
#[derive(SimpleObject)]
pub struct AgendaItemMovePayload {
    /// The item.
    pub(super) item: AgendaItem,
}

/// An item to be withdrawn or deferred.
#[derive(InputObject)]
pub struct AgendaItemEndInput {
    /// The item.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Why, in at most 1 000 characters.
    pub(super) reason: String,
}

/// The withdrawn item.
#[derive(SimpleObject)]
pub struct AgendaItemWithdrawPayload {
    /// The item.
    pub(super) item: AgendaItem,
}

/// The deferred item.
#[derive(SimpleObject)]
pub struct AgendaItemDeferPayload {
    /// The item.
    pub(super) item: AgendaItem,
}
