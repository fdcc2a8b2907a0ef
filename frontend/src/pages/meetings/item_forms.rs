//! Three forms for agenda items: handing one in, putting a new one on an agenda, changing one.

use leptos::prelude::*;
use verbund_shared::operations::{
    AgendaItemAdd, AgendaItemSubmit, AgendaItemUpdate, MeetingsAhead, agenda_item_add, agenda_item_submit,
    agenda_item_update, meeting_page::AgendaItemParts, meetings_ahead as ahead_of,
};

use super::{
    errors::Errors,
    group_page::back,
    item_draft::ItemDraft,
    one::{AGENDA, Behind},
    people::People,
    words::when_day,
};
use crate::{
    api::{Submission, use_query},
    components::{Actions, Button, ButtonKind, ButtonLink, Choice, Form, SectionHeading, SelectField},
    i18n::{t, text},
    pages::{act::Shown, support::StaleNotice},
    routes::Route,
    state::{
        address::{NavigateOptions, navigate},
        toasts::toast_done,
    },
};

/// What stands before the id of an item in the value of `EDIT` for changing it.
pub(super) const ITEM: &str = "punkt-";

/// The meetings of a group that an item can come before, the next one first.
pub(super) fn meetings_ahead(group: String) -> Signal<Vec<Choice>> {
    let known = use_query::<MeetingsAhead>(move || ahead_of::Variables { group_id: group.clone() });
    Signal::derive(move || {
        let Some(data) = known.data() else { return Vec::new() };
        let ahead = data.group_meetings.ahead.iter();
        ahead.map(|one| Choice::new(&one.id, when_day(&one.title, &one.starts_at))).collect()
    })
}

/// Hands an item in; for this meeting, or for one that is chosen. `after` runs when it was.
pub(super) fn submit_form(group: String, meeting: Option<String>, after: Callback<()>) -> AnyView {
    let draft = ItemDraft::empty(&format!("agenda-submit-{group}"));
    let people = People::new(group.clone());
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let id = StoredValue::new(group.clone());
    let href = match &meeting {
        Some(id) => Route::Meeting(id.clone()).href(),
        None => back(&group),
    };
    let fixed = meeting.is_some();
    let wish = RwSignal::new(meeting.unwrap_or_default());
    let leave = StoredValue::new(href.clone());
    let send = move |()| {
        if !errors.complete(draft.needed()) {
            return;
        }
        let input = agenda_item_submit::AgendaItemSubmitInput {
            group_id: id.get_value(),
            meeting_id: Some(wish.get_untracked()).filter(|id| !id.is_empty()),
            text: draft.input(),
        };
        submission.send::<AgendaItemSubmit>(agenda_item_submit::Variables { input }, move |_| {
            draft.forget();
            toast_done(text("meetings-submitted"));
            after.run(());
            navigate(&leave.get_value(), NavigateOptions::default());
        });
    };
    let wished = (!fixed).then(|| {
        let ahead = meetings_ahead(group);
        view! {
            <SelectField
                label=t("meetings-wish")
                name="meetingId"
                value=wish
                choices=ahead
                empty=t("meetings-wish-none")
            />
        }
    });
    view! {
        <SectionHeading title=t("meetings-submit")/>
        <Form id="item" errors=errors.shown() on_submit=send>
            <p>{t("meetings-submit-text")}</p>
            {draft.fields(people)}
            {wished}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("meetings-submit")}</Button>
                <ButtonLink kind=ButtonKind::Quiet href=href>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Puts a new item on the agenda, below another one where that is named.
pub(super) fn add_form(behind: Behind, people: People, parent: Option<String>) -> AnyView {
    let meeting = behind.id();
    let key = parent.clone().unwrap_or_else(|| meeting.clone());
    let draft = ItemDraft::empty(&format!("agenda-add-{key}"));
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let href = Route::Meeting(meeting.clone()).href();
    let (leave, parent) = (StoredValue::new(href.clone()), StoredValue::new(parent));
    let meeting = StoredValue::new(meeting);
    let send = move |()| {
        if !errors.complete(draft.needed()) {
            return;
        }
        let input = agenda_item_add::AgendaItemAddInput {
            meeting_id: meeting.get_value(),
            parent_id: parent.get_value(),
            text: draft.input(),
        };
        submission.send::<AgendaItemAdd>(agenda_item_add::Variables { input }, move |_| {
            draft.forget();
            navigate(&leave.get_value(), NavigateOptions::default());
            behind.changed(AGENDA, "meetings-item-added");
        });
    };
    let title =
        if parent.with_value(Option::is_some) { "meetings-item-add-below" } else { "meetings-item-add" };
    view! {
        <SectionHeading title=t(title)/>
        <Form id="item" errors=errors.shown() on_submit=send>
            {draft.fields(people)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("meetings-item-add")}</Button>
                <ButtonLink kind=ButtonKind::Quiet href=href>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Changes an item and leads back to where it stands. What is typed stays when somebody else was faster.
pub(super) fn edit_form(
    shown: impl Shown,
    (href, section): (String, &'static str),
    people: People,
    item: &AgendaItemParts,
) -> AnyView {
    let draft = ItemDraft::of(item);
    let submission = Submission::new();
    let errors = Errors::new(submission);
    let version = StoredValue::new(item.version);
    let id = StoredValue::new(item.id.clone());
    let href = StoredValue::new(href);
    let leave = move || {
        draft.forget();
        navigate(&href.get_value(), NavigateOptions::default());
    };
    let save = move || {
        if !errors.complete(draft.needed()) {
            return;
        }
        let input = agenda_item_update::AgendaItemUpdateInput {
            id: id.get_value(),
            version: version.get_value(),
            text: draft.input(),
        };
        submission.send::<AgendaItemUpdate>(agenda_item_update::Variables { input }, move |_| {
            leave();
            shown.changed(section, "meetings-item-saved");
        });
    };
    let keep = move |current| {
        version.set_value(current);
        save();
    };
    let load = move |()| {
        leave();
        shown.load(section);
    };
    view! {
        <SectionHeading title=t("meetings-item-edit")/>
        <Form id="item" errors=errors.shown() on_submit=move |()| save()>
            <StaleNotice submission on_keep=keep on_load=load/>
            {draft.fields(people)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("meetings-save")}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| leave()>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
