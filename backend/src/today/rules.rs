//! What waits, in which order, and from when on.

use chrono::{Days, NaiveDate, TimeDelta};
use verbund_shared::{
    id::{GroupId, OrganisationId},
    people::{AffiliationRole, NetworkRole},
    today::TodayKind,
};

use crate::network::rules::Bilingual;

/// Days in which a confirmed application should have been decided.
pub const REVIEW_DAYS: Days = Days::new(14);
/// How far one looks ahead for offers that are to be checked.
pub const OFFERS_AHEAD: Days = Days::new(30);
/// How far one looks ahead for roles that end.
pub const ROLES_AHEAD: Days = Days::new(60);
/// An invitation waits for somebody so long before it runs out.
pub const INVITATION_AHEAD: TimeDelta = TimeDelta::days(3);
/// Entries of one kind; what is beyond comes up when these are done.
pub const OF_A_KIND_MAX: u64 = 50;

/// A role in an organisation or in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// In an organisation.
    InOrganisation(AffiliationRole),
    /// In the network.
    InNetwork(NetworkRole),
}

/// One thing that waits for somebody, or comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: TodayKind,
    /// By when; none where nothing presses.
    pub due: Option<NaiveDate>,
    /// What or whom it is about.
    pub name: Bilingual,
    /// The thing's opaque id; empty where there is only one.
    pub object: String,
    /// The thing's version, where it can be done with at once.
    pub version: Option<i32>,
    /// The organisation it belongs to, with its name.
    pub organisation: Option<(OrganisationId, String)>,
    /// The group it is about, with its name.
    pub group: Option<(GroupId, Bilingual)>,
    /// Which role.
    pub role: Option<Role>,
    /// Whether it is the own role.
    pub own: bool,
    /// How many.
    pub count: u64,
}

impl Item {
    /// Something without a deadline and without an object.
    pub fn new(kind: TodayKind) -> Self {
        Self {
            kind,
            due: None,
            name: Bilingual::default(),
            object: String::new(),
            version: None,
            organisation: None,
            group: None,
            role: None,
            own: false,
            count: 1,
        }
    }

    /// Something with a name that is the same in both languages.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name.de = name.into();
        self
    }

    /// Something with a deadline.
    #[must_use]
    pub fn due(mut self, day: NaiveDate) -> Self {
        self.due = Some(day);
        self
    }

    /// Whether its deadline is over.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.due.is_some_and(|due| due < today)
    }
}

/// What is overdue comes first, then by deadline, at last what has none.
pub fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by(|one, other| {
        let key = |item: &Item| (item.due.is_none(), item.due, item.kind);
        key(one).cmp(&key(other)).then_with(|| one.name.de.cmp(&other.name.de))
    });
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap_or_default()
    }

    #[test]
    fn the_most_urgent_comes_first_and_what_has_no_deadline_last() {
        let items = vec![
            Item::new(TodayKind::SecondFactorOff),
            Item::new(TodayKind::OfferCheck).named("B").due(day(9)),
            Item::new(TodayKind::OfferCheck).named("A").due(day(9)),
            Item::new(TodayKind::ApplicationReview).named("C").due(day(9)),
            Item::new(TodayKind::InvitationEnding).named("D").due(day(1)),
            Item::new(TodayKind::MailFailed),
        ];
        let order: Vec<_> = in_order(items).into_iter().map(|item| (item.kind, item.name.de)).collect();
        let expected = [
            (TodayKind::InvitationEnding, "D"),
            (TodayKind::ApplicationReview, "C"),
            (TodayKind::OfferCheck, "A"),
            (TodayKind::OfferCheck, "B"),
            (TodayKind::MailFailed, ""),
            (TodayKind::SecondFactorOff, ""),
        ];
        assert_eq!(order, expected.map(|(kind, name)| (kind, name.to_owned())));
    }

    #[test]
    fn a_deadline_is_over_on_the_day_after() {
        let item = Item::new(TodayKind::OfferCheck).due(day(5));
        assert_eq!((item.is_overdue(day(5)), item.is_overdue(day(6))), (false, true));
        assert!(!Item::new(TodayKind::MailFailed).is_overdue(day(6)));
    }
}
