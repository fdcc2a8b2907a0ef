//! Today in the API.

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use verbund_shared::{
    people::{AffiliationRole, NetworkRole},
    today::TodayKind,
};

use super::{
    rules::{Item, Role},
    service,
};
use crate::graphql::{ApiResult, Date, LocalizedText, app_of, caller_of};

/// What waits for the person who asks, and what comes next.
pub struct Today(service::Today);

/// What waits for the person who asks, and what comes next.
#[Object]
impl Today {
    /// The network's day.
    async fn day(&self) -> Date {
        self.0.day.into()
    }

    /// What waits: overdue first, then by deadline, then what has none. At most 50 of a kind.
    async fn waiting(&self) -> Vec<TodayItem> {
        items(&self.0.waiting, self.0.day)
    }

    /// What comes next: offers to be checked within 30 days, roles that end within 60 days.
    async fn next(&self) -> Vec<TodayItem> {
        items(&self.0.next, self.0.day)
    }
}

fn items(items: &[Item], day: NaiveDate) -> Vec<TodayItem> {
    items.iter().map(|item| TodayItem { item: item.clone(), day }).collect()
}

/// One thing that waits, without sentences: the app says in words what it is.
pub struct TodayItem {
    item: Item,
    day: NaiveDate,
}

/// One thing that waits, without sentences: the app says in words what it is.
#[Object]
impl TodayItem {
    /// What it is.
    async fn kind(&self) -> TodayKind {
        self.item.kind
    }

    /// By when; null where nothing presses.
    async fn due(&self) -> Option<Date> {
        self.item.due.map(Into::into)
    }

    /// Whether the deadline is over.
    async fn overdue(&self) -> bool {
        self.item.is_overdue(self.day)
    }

    /// What or whom it is about: an offer's title, a task, a milestone, the name of a group, of an organisation
    /// or of a person.
    async fn name(&self) -> LocalizedText {
        LocalizedText::new(&self.item.name.de, &self.item.name.en)
    }

    /// The id of the offer, application, organisation, invitation, group, milestone, task or place in a group;
    /// null where there is only one.
    async fn object_id(&self) -> Option<ID> {
        (!self.item.object.is_empty()).then(|| self.item.object.clone().into())
    }

    /// The version of an offer, a group, a task, a milestone or a place in one, so that it can be done with at once.
    async fn version(&self) -> Option<i32> {
        self.item.version
    }

    /// The organisation it belongs to.
    async fn organisation_id(&self) -> Option<ID> {
        self.item.organisation.as_ref().map(|(id, _)| (*id).into())
    }

    /// The organisation's name.
    async fn organisation_name(&self) -> Option<&str> {
        self.item.organisation.as_ref().map(|(_, name)| name.as_str())
    }

    /// The group it is about.
    async fn group_id(&self) -> Option<ID> {
        self.item.group.as_ref().map(|(id, _)| (*id).into())
    }

    /// The group's name.
    async fn group_name(&self) -> Option<LocalizedText> {
        self.item.group.as_ref().map(|(_, name)| LocalizedText::new(&name.de, &name.en))
    }

    /// The role in an organisation that ends.
    async fn affiliation_role(&self) -> Option<AffiliationRole> {
        match self.item.role {
            Some(Role::InOrganisation(role)) => Some(role),
            _ => None,
        }
    }

    /// The role in the network that ends.
    async fn network_role(&self) -> Option<NetworkRole> {
        match self.item.role {
            Some(Role::InNetwork(role)) => Some(role),
            _ => None,
        }
    }

    /// Whether it is the role of the person who asks.
    async fn own(&self) -> bool {
        self.item.own
    }

    /// How many, for mails.
    async fn count(&self) -> i32 {
        i32::try_from(self.item.count).unwrap_or(i32::MAX)
    }
}

/// Asking for today.
#[derive(Default)]
pub struct TodayQuery;

#[Object]
impl TodayQuery {
    /// What waits for the person who asks. Errors: `UNAUTHENTICATED`.
    async fn today(&self, ctx: &Context<'_>) -> ApiResult<Today> {
        Ok(Today(service::today(app_of(ctx), caller_of(ctx)).await?))
    }
}
