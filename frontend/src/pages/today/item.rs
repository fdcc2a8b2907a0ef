//! One thing that waits: what it is in words, by when, and what to do about it.

use leptos::prelude::*;
use verbund_shared::{
    operations::{OfferConfirm, offer_confirm, today},
    people::NetworkRole,
    today::TodayKind,
};

use crate::{
    api::{Query, Submission},
    components::{Badge, Button, ButtonKind, ButtonLink, Tone, pick},
    i18n::{day, days_until, errors::failure_text, text, text_with},
    routes::{AccountTab, AdminPage, GroupTab, OrganisationTab, Route, query as parameters},
    state::{
        session::viewer,
        toasts::{toast_done, toast_failed},
    },
};

/// One thing, as the server names it.
pub(super) type Item = today::TodayItemParts;

/// What a thing is called here, in the language of the page.
fn name(item: &Item) -> String {
    pick(&item.name.de, &item.name.en).0
}

/// The thing in one sentence.
fn title(item: &Item, waits: bool) -> String {
    let key = match item.kind {
        TodayKind::RoleEnding if item.own => "today-title-role_own".to_owned(),
        TodayKind::RoleEnding => "today-title-role_other".to_owned(),
        TodayKind::OfferCheck if !waits => "today-title-next_offer".to_owned(),
        kind => format!("today-title-{}", kind.as_str()),
    };
    let role = role_words(item);
    text_with(&key, &[("name", name(item).into()), ("count", item.count.into()), ("role", role.into())])
}

fn role_words(item: &Item) -> String {
    let word = match (item.affiliation_role, item.network_role) {
        (Some(role), _) => role.as_str(),
        (None, Some(role)) => NetworkRole::as_str(role),
        (None, None) => return String::new(),
    };
    text(&format!("today-role-{word}"))
}

/// Why it matters, where the title does not say it.
fn reason(kind: TodayKind) -> Option<Signal<String>> {
    let says = matches!(
        kind,
        TodayKind::ProfileIncomplete
            | TodayKind::NetworkUnfinished
            | TodayKind::MailFailed
            | TodayKind::SecondFactorOff
    );
    says.then(|| Signal::derive(move || text(&format!("today-text-{}", kind.as_str()))))
}

/// Where one does something about it.
fn target(item: &Item) -> Option<String> {
    let object = item.object_id.clone().unwrap_or_default();
    let organisation = item.organisation_id.clone().unwrap_or_default();
    let own = |tab| Some(Route::Organisation(tab).href_with(&[(parameters::ORGANISATION, &organisation)]));
    match item.kind {
        TodayKind::ApplicationReview => Some(Route::Admin(AdminPage::Application(object)).href()),
        TodayKind::OfferCheck => Some(Route::Offer(object).href()),
        TodayKind::ProfileIncomplete => own(OrganisationTab::Profile),
        TodayKind::GroupRequest
        | TodayKind::GroupInvitation
        | TodayKind::GroupConsent
        | TodayKind::GroupProposed
        | TodayKind::GroupChange
        | TodayKind::MilestoneOverdue => {
            item.group_id.clone().map(|id| Route::Group(id, GroupTab::Overview).href())
        }
        TodayKind::TaskConfirm | TodayKind::TaskReturned | TodayKind::TaskOverdue => {
            Some(Route::Task(object).href())
        }
        TodayKind::CircularVote => Some(Route::Circular(object).href()),
        TodayKind::ResolutionDone => Some(Route::Resolution(object).href()),
        TodayKind::MeetingReply | TodayKind::ItemPrepare => Some(Route::Meeting(object).href()),
        TodayKind::PollAnswer => Some(Route::MeetingPoll(object).href()),
        TodayKind::MinutesReview | TodayKind::MinutesSign => Some(Route::Minutes(object).href()),
        TodayKind::InvitationEnding if viewer().is_some_and(|viewer| viewer.is_coordinator) => {
            Some(Route::Admin(AdminPage::People).href())
        }
        TodayKind::InvitationEnding => own(OrganisationTab::People),
        TodayKind::NetworkUnfinished => Some(Route::Admin(AdminPage::Network).href()),
        TodayKind::MailFailed => {
            Some(Route::Admin(AdminPage::Outbox).href_with(&[(parameters::STATE, "failed")]))
        }
        TodayKind::SecondFactorOff => Some(Route::Account(AccountTab::Security).href()),
        TodayKind::RoleEnding if item.own || item.organisation_id.is_none() => None,
        TodayKind::RoleEnding => own(OrganisationTab::People),
    }
}

/// How long there is still time, in words and as a colour.
fn deadline(item: &Item) -> Option<AnyView> {
    let due = item.due.clone()?;
    let days = days_until(&due)?;
    let (tone, key, count) = match days {
        ..0 => (Tone::Wrong, "today-overdue", -days),
        0..=3 => (Tone::Waiting, "today-due", days),
        _ => (Tone::Neutral, "today-due", days),
    };
    let words = move || text_with(key, &[("days", count.into())]);
    let by = move || text_with("today-by", &[("day", day(&due).into())]);
    Some(view! { <Badge tone>{words}</Badge> <span>{by}</span> }.into_any())
}

fn organisation(item: &Item) -> Option<AnyView> {
    // Where the title does not say which group it is, that stands below.
    if let Some(group) = item.group_name.clone().filter(|group| *group.de != item.name.de) {
        return Some(view! { <span>{move || pick(&group.de, &group.en).0}</span> }.into_any());
    }
    // Where the organisation is the thing itself, its name stands in the title.
    let name = item.organisation_name.clone().filter(|_| item.kind != TodayKind::ProfileIncomplete)?;
    Some(view! { <span>{name}</span> }.into_any())
}

/// Something that waits, with what to do about it.
pub(super) fn waiting_item(item: Item, list: Query<today::ResponseData>) -> AnyView {
    let kind = item.kind;
    let words = {
        let item = item.clone();
        move || title(&item, true)
    };
    let meta = view! { {deadline(&item)} {organisation(&item)} };
    let confirm = confirm_button(&item, list);
    let open_kind = if confirm.is_some() { ButtonKind::Quiet } else { ButtonKind::Secondary };
    let open = target(&item).map(|href| {
        let label = move || text(&format!("today-do-{}", kind.as_str()));
        view! { <ButtonLink kind=open_kind href>{label}</ButtonLink> }
    });
    view! {
        <li class="entry today-entry">
            <div class="today-words">
                <p class="today-kind">{move || text(&format!("today-kind-{}", kind.as_str()))}</p>
                <h3 class="entry-title">{words}</h3>
                {reason(kind).map(|reason| view! { <p>{reason}</p> })}
                <p class="entry-meta">{meta}</p>
            </div>
            <div class="actions">{confirm} {open}</div>
        </li>
    }
    .into_any()
}

/// An offer that is still right needs no more than one press.
fn confirm_button(item: &Item, list: Query<today::ResponseData>) -> Option<AnyView> {
    let version = item.version.filter(|_| item.kind == TodayKind::OfferCheck)?;
    let id = item.object_id.clone()?;
    let name = name(item);
    let submission = Submission::new();
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(failure_text(&failure));
            submission.clear();
            list.refetch();
        }
    });
    let press = move |()| {
        let input = offer_confirm::OfferConfirmInput { id: id.clone(), version };
        let name = name.clone();
        submission.send::<OfferConfirm>(offer_confirm::Variables { input }, move |_| {
            toast_done(text_with("today-confirmed", &[("name", name.into())]));
            list.refetch();
        });
    };
    let label = move || text("today-do-offer_confirm");
    Some(
        view! {
            <Button kind=ButtonKind::Primary pending=submission.pending() on_press=press>{label}</Button>
        }
        .into_any(),
    )
}

/// Something that comes next, with the way to it.
pub(super) fn next_item(item: Item) -> AnyView {
    let words = {
        let item = item.clone();
        move || title(&item, false)
    };
    let meta = view! { {deadline(&item)} {organisation(&item)} };
    let title = match target(&item) {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => words.into_any(),
    };
    view! {
        <li class="entry">
            <h3 class="entry-title">{title}</h3>
            <p class="entry-meta">{meta}</p>
        </li>
    }
    .into_any()
}
