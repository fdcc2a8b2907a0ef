//! Support offers.

use crate::words::words;

words! {
    /// What sort of help an offer is.
    OfferForm {
        /// Advice in person, by phone or online.
        Advice = "advice",
        /// A course or training.
        Course = "course",
        /// Accompaniment over some time.
        Accompaniment = "accompaniment",
        /// Bringing people and companies together.
        Placement = "placement",
        /// An event.
        Event = "event",
        /// Information material or a platform.
        Information = "information",
        /// Money.
        Funding = "funding",
    }
}

words! {
    /// What an offer costs those who use it.
    OfferCost {
        /// Nothing.
        Free = "free",
        /// A price.
        Paid = "paid",
        /// It depends, as the note says.
        Depends = "depends",
    }
}

words! {
    /// Whether an offer is shown.
    OfferState {
        /// Being written; only its organisation sees it.
        Draft = "draft",
        /// Public, as long as its check is not overdue beyond the grace.
        Published = "published",
        /// Taken back; kept for the record.
        Archived = "archived",
    }
}

words! {
    /// How well the check of an offer stands on a day.
    OfferFreshness {
        /// Checked, and not due soon.
        Current = "current",
        /// To be checked again within the next days.
        Due = "due",
        /// The check is overdue; still shown, and marked.
        Overdue = "overdue",
        /// Overdue beyond the grace, so the public does not see it.
        Hidden = "hidden",
    }
}
