//! Changing a group's name and ways in, and writing a new version of its charter. What is typed stays
//! when somebody else was faster.

use leptos::prelude::*;
use verbund_shared::{
    limits::TEXT_MAX,
    operations::{CharterRevise, GroupUpdate, charter_revise, group_page::GroupFullParts, group_update},
};

use super::{
    act::Shown,
    draft::{CharterDraft, TextDraft},
};
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, ButtonLink, Form, SectionHeading, TextAreaField},
    i18n::t,
    pages::act::Shown as _,
    pages::support::StaleNotice,
    routes::{GroupTab, Route, query},
    state::{address::use_navigate, session::viewer},
};

/// The value of `query::EDIT` for name and ways in.
pub(super) const TEXT: &str = "angaben";
/// The value of `query::EDIT` for the charter.
pub(super) const CHARTER: &str = "auftrag";

/// The address of the group's page.
pub(super) fn group_href(id: &str) -> String {
    Route::Group(id.to_owned(), GroupTab::Overview).href()
}

/// The address of a form for the group.
pub(super) fn form_href(id: &str, form: &str) -> String {
    Route::Group(id.to_owned(), GroupTab::Overview).href_with(&[(query::EDIT, form)])
}

/// The words of a form, and what follows when it was saved.
struct Words {
    title: &'static str,
    save: &'static str,
    done: &'static str,
    section: &'static str,
}

/// A form over the group: its fields, and what saving sends with the version it is based on.
fn form(
    group: &GroupFullParts,
    shown: Shown,
    words: Words,
    fields: impl FnOnce() -> AnyView + Send + 'static,
    send: impl Fn(Submission, i64, Box<dyn FnOnce()>) + Send + Sync + 'static,
) -> AnyView {
    let Words { title, save: save_label, done, section } = words;
    let submission = Submission::new();
    let back = group_href(&group.id);
    let version = StoredValue::new(group.version);
    let navigate = StoredValue::new_local(use_navigate());
    let href = StoredValue::new(back.clone());
    let send = StoredValue::new(send);
    let save = move || {
        let done = move || {
            navigate.with_value(|navigate| navigate(&href.get_value(), Default::default()));
            shown.changed(section, done);
        };
        send.with_value(|send| send(submission, version.get_value(), Box::new(done)));
    };
    let keep = move |current| {
        version.set_value(current);
        save();
    };
    view! {
        <SectionHeading title=t(title)/>
        <Form id="group" errors=submission.errors() on_submit=move |()| save()>
            <StaleNotice submission on_keep=keep on_load=move |()| shown.load("group")/>
            {fields()}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t(save_label)}</Button>
                <ButtonLink kind=ButtonKind::Quiet href=back>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}

/// Name, topics and how one gets in.
pub(super) fn text_form(group: &GroupFullParts, shown: Shown) -> AnyView {
    let draft = TextDraft::of(group);
    let decides = viewer().is_some_and(|viewer| viewer.is_coordinator || viewer.is_steering);
    let id = group.id.clone();
    let send = move |submission: Submission, version: i64, done: Box<dyn FnOnce()>| {
        let input = group_update::GroupUpdateInput { id: id.clone(), version, text: draft.input() };
        submission.send::<GroupUpdate>(group_update::Variables { input }, move |_| done());
    };
    let words =
        Words { title: "groups-edit", save: "groups-save", done: "groups-saved", section: "group-state" };
    form(group, shown, words, move || draft.fields(decides), send)
}

/// A new version of the charter.
pub(super) fn charter_form(group: &GroupFullParts, shown: Shown) -> AnyView {
    let draft = group.charter.as_ref().map_or_else(CharterDraft::empty, CharterDraft::of);
    let note = RwSignal::new(String::new());
    let id = group.id.clone();
    let send = move |submission: Submission, version: i64, done: Box<dyn FnOnce()>| {
        let charter = draft.input(note.get_untracked());
        let input = charter_revise::CharterReviseInput { id: id.clone(), version, charter };
        submission.send::<CharterRevise>(charter_revise::Variables { input }, move |_| done());
    };
    let fields = move || {
        view! {
            {draft.fields()}
            <TextAreaField
                label=t("groups-charter-note")
                hint=t("groups-charter-note-hint")
                name="note"
                value=note
                rows=3
                max=TEXT_MAX
                required=true
            />
        }
        .into_any()
    };
    let words = Words {
        title: "groups-charter-revise",
        save: "groups-charter-save",
        done: "groups-charter-revised",
        section: "group-charter",
    };
    form(group, shown, words, fields, send)
}
