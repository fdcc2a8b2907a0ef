//! What a group meets about: meetings ahead, open polls, items that wait, and what is over; and the forms that
//! plan a meeting, find a date and hand in an item.

use leptos::prelude::*;
use verbund_shared::operations::{
    GroupMeetingsPage as Query, group_meetings_page, meeting_page::AgendaItemParts,
};

use super::{
    details,
    group_lists::{PROPOSALS, ahead, past, polls, proposals},
    item_forms::{ITEM, edit_form, submit_form},
    people::People,
    poll_form,
};
use crate::{
    api::{self, use_live, use_query},
    components::{ButtonKind, ButtonLink, Crumb, IconName, PageHeader, pick},
    i18n::{t, text},
    pages::{act::Shown, groups, support::show_page_kept},
    platform::focus_id,
    routes::{GroupTab, Route, query},
    state::{
        address::{NavigateOptions, navigate, use_query_map},
        toasts::toast_done,
    },
};

/// The value of `EDIT` for planning a meeting.
const PLAN: &str = "planen";
/// The value of `EDIT` for finding a date.
const POLL: &str = "termin-finden";
/// The value of `EDIT` for handing in an item.
const SUBMIT: &str = "punkt";

/// The group's meetings behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Behind {
    query: api::Query<group_meetings_page::ResponseData>,
    group: StoredValue<String>,
}

impl Behind {
    /// A part of it that the view follows.
    pub fn part<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        part: fn(&group_meetings_page::GroupMeetingsPageGroupMeetings) -> T,
    ) -> Memo<T> {
        Memo::new(move |_| self.query.data().map(|data| part(&data.group_meetings)).unwrap_or_default())
    }

    /// The group's id.
    pub fn group(self) -> String {
        self.group.get_value()
    }
}

impl Shown for Behind {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&back(&self.group()), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.query.refetch();
        request_animation_frame(move || focus_id(section));
    }
}

/// Where the forms come from and lead back to.
pub(super) fn back(group: &str) -> String {
    Route::Group(group.to_owned(), GroupTab::Meetings).href()
}

/// The meetings of a group.
#[component]
pub fn GroupMeetingsPage(
    /// The group's id, from the address.
    group: String,
) -> AnyView {
    let id = StoredValue::new(group);
    let query = use_query::<Query>(move || group_meetings_page::Variables { group_id: id.get_value() });
    let behind = Behind { query, group: id };
    let parameters = use_query_map();
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT));
    show_page_kept(query, move || {
        use_live(id.get_value(), move || query.refetch());
        let name = behind.part(|all| (all.group.name.de.clone(), all.group.name.en.clone()));
        let title = Signal::derive(move || name.with(|(de, en)| pick(de, en).0));
        let plans = behind.part(|all| all.viewer_can.plan);
        let submits = behind.part(|all| all.viewer_can.submit);
        let again = Callback::new(move |()| query.refetch());
        let crumbs = vec![Crumb::new(t("app-nav-groups"), Route::Groups.href())];
        view! {
            <PageHeader title crumbs/>
            {groups::tabs(&id.get_value(), GroupTab::Meetings)}
            {move || match edited.get().as_deref() {
                Some(PLAN) if plans.get() => details::plan_form(id.get_value()),
                Some(POLL) if plans.get() => poll_form::form(id.get_value()),
                Some(SUBMIT) if submits.get() => submit_form(id.get_value(), None, again),
                Some(form) => item_form(behind, form).unwrap_or_else(|| overview(behind, plans, submits)),
                None => overview(behind, plans, submits),
            }}
        }
        .into_any()
    })
}

fn overview(behind: Behind, plans: Memo<bool>, submits: Memo<bool>) -> AnyView {
    let group = behind.group();
    let form =
        |form: &str| Route::Group(behind.group(), GroupTab::Meetings).href_with(&[(query::EDIT, form)]);
    let [plan, poll, submit] = [PLAN, POLL, SUBMIT].map(form);
    let planning = move || {
        plans.get().then(|| {
            view! {
                <ButtonLink kind=ButtonKind::Primary icon=IconName::Calendar href=plan.clone()>{t("meetings-plan")}</ButtonLink>
                <ButtonLink icon=IconName::Users href=poll.clone()>{t("meetings-poll-open")}</ButtonLink>
            }
        })
    };
    let submitting = move || {
        submits.get().then(|| {
            view! { <ButtonLink icon=IconName::Send href=submit.clone()>{t("meetings-submit")}</ButtonLink> }
        })
    };
    let rules = Route::Group(group.clone(), GroupTab::Procedure).href();
    let all = behind.part(|all| all.ahead.clone());
    let open = behind.part(|all| all.polls.clone());
    let waiting = behind.part(|all| ids(&all.proposals));
    let over = behind.part(|all| (all.past.clone(), all.past_count));
    view! {
        <div class="actions">
            {planning}
            {submitting}
            <ButtonLink kind=ButtonKind::Quiet icon=IconName::Scale href=rules>{t("meetings-procedure")}</ButtonLink>
        </div>
        {ahead(all, plans)}
        {polls(open)}
        {proposals(behind, waiting)}
        {past(group, over)}
    }
    .into_any()
}

/// The form over an item that waits, where the address names one that may be changed.
fn item_form(behind: Behind, form: &str) -> Option<AnyView> {
    let id = form.strip_prefix(ITEM)?;
    let all = untrack(|| behind.query.data())?;
    let waiting = all.group_meetings.proposals.iter();
    let item = waiting.clone().find(|item| item.id == id).filter(|item| item.viewer_can.edit)?;
    let people = People::new(behind.group());
    Some(edit_form(behind, (back(&behind.group()), PROPOSALS), people, item))
}

fn ids(items: &[AgendaItemParts]) -> Vec<String> {
    items.iter().map(|item| item.id.clone()).collect()
}
