//! Proposing a group: what it is called, how one gets in, and what it is for.

use leptos::prelude::*;
use verbund_shared::operations::{GroupPropose, group_propose};

use super::{
    draft::{CharterDraft, TextDraft},
    joining::organisation_field,
};
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, ButtonLink, Crumb, Form, IconName, Notice, PageHeader, Tone},
    i18n::{t, text},
    routes::{GroupTab, Route},
    state::{address::use_navigate, session::viewer, toasts::toast_done},
};

/// Proposing a group.
#[component]
pub fn NewGroupPage() -> AnyView {
    let crumbs = vec![Crumb::new(t("app-nav-groups"), Route::Groups.href())];
    let may = Memo::new(|_| viewer().is_some_and(|viewer| viewer.has_organisation || viewer.is_coordinator));
    view! {
        <PageHeader title=t("groups-propose") intro=t("groups-propose-intro") crumbs/>
        {move || match may.get() {
            true => form(),
            false => view! { <Notice tone=Tone::Waiting title=t("groups-propose-not")/> }.into_any(),
        }}
    }
    .into_any()
}

fn form() -> AnyView {
    let (draft, charter) = (TextDraft::empty(), CharterDraft::empty());
    let organisation = RwSignal::new(String::new());
    let submission = Submission::new();
    let navigate = StoredValue::new_local(use_navigate());
    let propose = move |()| {
        let input = group_propose::GroupProposeInput {
            text: draft.input(),
            charter: charter.input(String::new()),
            organisation_id: Some(organisation.get_untracked()).filter(|id| !id.is_empty()),
        };
        submission.send::<GroupPropose>(group_propose::Variables { input }, move |data| {
            toast_done(text("groups-proposed"));
            let href = Route::Group(data.group_propose.group.id, GroupTab::Overview).href();
            navigate.with_value(|navigate| navigate(&href, Default::default()));
        });
    };
    let decides = viewer().is_some_and(|viewer| viewer.is_coordinator || viewer.is_steering);
    view! {
        <Form id="propose" errors=submission.errors() on_submit=propose>
            {organisation_field(organisation)}
            {draft.fields(decides)}
            {charter.fields()}
            <Actions>
                <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=submission.pending()>
                    {t("groups-propose")}
                </Button>
                <ButtonLink kind=ButtonKind::Quiet href=Route::Groups.href()>{t("app-cancel")}</ButtonLink>
            </Actions>
        </Form>
    }
    .into_any()
}
