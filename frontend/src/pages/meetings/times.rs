//! A day with a beginning and an end, as it is written: in the network's time zone, by the browser's own fields.

use leptos::prelude::*;
use verbund_shared::operations::meeting_plan::LocalTimeInput;

use crate::{
    components::{DateField, TextField},
    i18n::{day_in_zone, days_later, t, time_of_day},
};

/// A day with two times. It is a handle: copying it costs nothing.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct TimeDraft {
    /// The day it begins.
    pub day: RwSignal<String>,
    /// When it begins.
    pub from: RwSignal<String>,
    /// When it ends.
    pub until: RwSignal<String>,
    /// What goes over midnight keeps doing so when it is moved.
    nights: i64,
}

impl TimeDraft {
    /// These days and times, or nothing where they are empty.
    pub fn new(day: &str, from: &str, until: &str) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self { day: text(day), from: text(from), until: text(until), nights: 0 }
    }

    /// As two moments have it.
    pub fn of(starts: &str, ends: &str) -> Self {
        let (first, last) = (day_in_zone(starts), day_in_zone(ends));
        let nights = (0..7).find(|nights| days_later(&first, *nights) == last).unwrap_or_default();
        Self { nights, ..Self::new(&first, &time_of_day(starts), &time_of_day(ends)) }
    }

    /// When it begins, as the operations take it.
    pub fn starts_at(self) -> LocalTimeInput {
        LocalTimeInput { day: self.day.get_untracked(), time: self.from.get_untracked() }
    }

    /// When it ends.
    pub fn ends_at(self) -> LocalTimeInput {
        let day = days_later(&self.day.get_untracked(), self.nights);
        LocalTimeInput { day, time: self.until.get_untracked() }
    }

    /// Its fields by their names in the input; `within` is what comes before (`options.0.`).
    pub fn needed(self, within: &str) -> Vec<(String, RwSignal<String>)> {
        let [day, from, until] = names(within);
        vec![(day, self.day), (from, self.from), (until, self.until)]
    }

    /// Its fields.
    pub fn fields(self, within: &str) -> AnyView {
        let [day, from, until] = names(within);
        view! {
            <div class="meeting-times">
                <DateField label=t("meetings-field-day") name=day value=self.day required=true/>
                <TextField label=t("meetings-field-from") name=from kind="time" value=self.from required=true/>
                <TextField label=t("meetings-field-until") name=until kind="time" value=self.until required=true/>
            </div>
        }
        .into_any()
    }
}

fn names(within: &str) -> [String; 3] {
    ["startsAt.day", "startsAt.time", "endsAt.time"].map(|name| format!("{within}{name}"))
}
