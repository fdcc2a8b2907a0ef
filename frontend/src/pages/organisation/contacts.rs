//! The contact persons of the own organisation, and their consent to be published.

use leptos::prelude::*;
use verbund_shared::operations::{
    ContactAdd, ContactRemove, ContactUpdate, contact_add, contact_remove, contact_update,
    organisation_to_edit,
};

use super::profile_tab::{Editing, Parts};
use crate::{
    api::Submission,
    components::{
        Actions, Badge, Button, ButtonKind, ConfirmDialog, DateField, Dialog, EmptyState, Form, IconName,
        SectionHeading, TextField, Tone,
    },
    i18n::{day, errors, t, text, text_with},
    pages::support::StaleNotice,
    state::toasts::toast_done,
};

type Contact = organisation_to_edit::ContactParts;

/// The contacts, with what can be done.
pub(super) fn contacts(parts: &Parts, query: Editing) -> AnyView {
    let can_edit = parts.viewer_can.edit;
    let id = StoredValue::new(parts.id.clone());
    let adding = RwSignal::new(false);
    let entries: Vec<AnyView> =
        parts.contacts.iter().map(|contact| entry(id, contact.clone(), can_edit, query)).collect();
    let list = if entries.is_empty() {
        view! { <EmptyState title=t("organisations-contacts-none") text=t("organisations-contacts-hint") icon=IconName::User/> }
            .into_any()
    } else {
        view! { <ul class="entries">{entries}</ul> }.into_any()
    };
    view! {
        <SectionHeading title=t("organisations-contacts")>
            {can_edit.then(|| view! {
                <Button icon=IconName::Plus on_press=move |()| adding.set(true)>{t("organisations-contact-add")}</Button>
            })}
        </SectionHeading>
        <p class="muted">{t("organisations-contacts-hint")}</p>
        {list}
        <Dialog open=adding title=t("organisations-contact-add")>
            {form(id, None, adding, query)}
        </Dialog>
    }
    .into_any()
}

fn entry(organisation: StoredValue<String>, contact: Contact, can_edit: bool, query: Editing) -> AnyView {
    let (editing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let submission = Submission::new();
    let (id, version) = (contact.id.clone(), contact.version);
    let remove = move |_: String| {
        let input = contact_remove::ContactRemoveInput { id: id.clone(), version };
        submission.send::<ContactRemove>(contact_remove::Variables { input }, move |_| {
            removing.set(false);
            query.refetch();
        });
    };
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    let consent = contact.consented_on.clone();
    let public = match consent {
        Some(since) => view! {
            <Badge tone=Tone::Good>{move || text_with("organisations-contact-public", &[("day", day(&since).into())])}</Badge>
        },
        None => view! { <Badge>{t("organisations-contact-internal")}</Badge> },
    };
    let reach = [contact.function.clone(), contact.email.clone(), contact.phone.clone()];
    let reach = reach.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let name = contact.name.clone();
    let held = StoredValue::new(contact);
    view! {
        <li class="entry">
            <div class="entry-body">
                <h3 class="entry-title">{name}</h3>
                <p class="muted">{reach}</p>
                <p>{public}</p>
                {can_edit.then(|| view! {
                    <Actions>
                        <Button icon=IconName::Pencil on_press=move |()| editing.set(true)>{t("organisations-edit")}</Button>
                        <Button kind=ButtonKind::Quiet icon=IconName::Trash on_press=move |()| removing.set(true)>{t("organisations-remove")}</Button>
                    </Actions>
                })}
            </div>
            <Dialog open=editing title=t("organisations-contact-edit")>
                {form(organisation, Some(held.get_value()), editing, query)}
            </Dialog>
            <ConfirmDialog
                open=removing
                title=t("organisations-contact-remove-title")
                text=t("organisations-contact-remove-text")
                confirm=t("organisations-remove")
                danger=true
                pending=submission.pending()
                error
                on_confirm=remove
            />
        </li>
    }
    .into_any()
}

fn form(
    organisation: StoredValue<String>,
    contact: Option<Contact>,
    open: RwSignal<bool>,
    query: Editing,
) -> AnyView {
    let held = |read: fn(&Contact) -> String| RwSignal::new(contact.as_ref().map(read).unwrap_or_default());
    let (name, function) = (held(|contact| contact.name.clone()), held(|contact| contact.function.clone()));
    let (email, phone) = (held(|contact| contact.email.clone()), held(|contact| contact.phone.clone()));
    let consent = held(|contact| contact.consented_on.clone().unwrap_or_default());
    let version = StoredValue::new(contact.as_ref().map_or(0, |contact| contact.version));
    let known = contact.map(|contact| contact.id);
    let submission = Submission::new();
    let done = move || {
        open.set(false);
        toast_done(text("organisations-saved"));
        query.refetch();
    };
    let save = move |()| {
        let consented_on = Some(consent.get_untracked()).filter(|day| !day.is_empty());
        match known.clone() {
            Some(id) => {
                let contact = contact_update::ContactInput {
                    name: name.get_untracked(),
                    function: function.get_untracked(),
                    email: email.get_untracked(),
                    phone: phone.get_untracked(),
                    consented_on,
                };
                let input = contact_update::ContactUpdateInput { id, version: version.get_value(), contact };
                submission.send::<ContactUpdate>(contact_update::Variables { input }, move |_| done());
            }
            None => {
                let contact = contact_add::ContactInput {
                    name: name.get_untracked(),
                    function: function.get_untracked(),
                    email: email.get_untracked(),
                    phone: phone.get_untracked(),
                    consented_on,
                };
                let input =
                    contact_add::ContactAddInput { organisation_id: organisation.get_value(), contact };
                submission.send::<ContactAdd>(contact_add::Variables { input }, move |_| done());
            }
        }
    };
    let keep = {
        let save = save.clone();
        move |current| {
            version.set_value(current);
            save(());
        }
    };
    let load = move |()| {
        open.set(false);
        query.refetch();
    };
    view! {
        <Form id="contact" errors=submission.errors() on_submit=save>
            <StaleNotice submission on_keep=keep on_load=load/>
            <TextField label=t("organisations-contact-name") name="name" value=name required=true/>
            <TextField label=t("organisations-contact-function") name="function" value=function/>
            <TextField label=t("applications-email") name="email" value=email kind="email"/>
            <TextField label=t("applications-phone") name="phone" value=phone kind="tel"/>
            <DateField
                label=t("organisations-consent")
                name="consentedOn"
                value=consent
                hint=t("organisations-consent-hint")
            />
            <Actions>
                <Button submit=true kind=ButtonKind::Primary pending=submission.pending()>{t("organisations-save")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
