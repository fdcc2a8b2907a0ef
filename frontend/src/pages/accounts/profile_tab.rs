//! The own name, language, address and roles.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::{
    locale::Locale,
    operations::{AccountProfile, ProfileUpdate, account_profile, profile_update},
};

use super::{
    email_form::EmailForm,
    new_account::{locale_field, name_fields},
    roles::{affiliation_role, is_past, network_role, period},
};
use crate::{
    api::{Submission, use_query},
    components::{
        Actions, Badge, Button, ButtonKind, EmptyState, Form, FormSection, IconName, SectionHeading,
        SkeletonShape, TextLink,
    },
    i18n::{t, text},
    pages::support::{StaleNotice, show},
    routes::Route,
    state::{session, toasts::toast_done},
};

type Viewer = account_profile::AccountProfileViewer;

/// The own name, language, address and roles.
#[component]
pub fn ProfileTab() -> AnyView {
    let profile = use_query::<AccountProfile>(|| account_profile::Variables {});
    show(profile, SkeletonShape::Page, move |data| whole(data, Callback::new(move |()| profile.refetch())))
}

fn whole(data: Arc<account_profile::ResponseData>, load: Callback<()>) -> AnyView {
    let Some(viewer) = &data.viewer else { return ().into_any() };
    let email = viewer.person.email.clone().unwrap_or_default();
    view! {
        {roles(viewer)}
        <NameForm person=viewer.person.clone() load/>
        <EmailForm email/>
    }
    .into_any()
}

/// One role in words.
struct Role {
    name: Signal<String>,
    place: Option<(String, String)>,
    from: String,
    until: Option<String>,
}

fn roles(viewer: &Viewer) -> AnyView {
    let in_organisations = viewer.affiliations.iter().map(|one| Role {
        name: affiliation_role(one.role),
        place: Some((one.organisation_name.clone(), Route::Member(one.organisation_id.clone()).href())),
        from: one.from_day.clone(),
        until: one.until_day.clone(),
    });
    let in_network = viewer.network_roles.iter().map(|one| Role {
        name: network_role(one.role),
        place: None,
        from: one.from_day.clone(),
        until: one.until_day.clone(),
    });
    let (past, now): (Vec<Role>, Vec<Role>) =
        in_network.chain(in_organisations).partition(|role| is_past(role.until.as_deref()));
    let content = if past.is_empty() && now.is_empty() {
        view! { <EmptyState title=t("accounts-roles-none") icon=IconName::BadgeCheck/> }.into_any()
    } else {
        let entries =
            |roles: Vec<Role>, ended| roles.into_iter().map(move |role| entry(role, ended)).collect();
        let (now, past): (Vec<AnyView>, Vec<AnyView>) = (entries(now, false), entries(past, true));
        view! { <ul class="entries">{now} {past}</ul> }.into_any()
    };
    view! {
        <section class="account-part">
            <SectionHeading title=t("accounts-roles-title")>
                <TextLink href=Route::Rights.href() icon=IconName::ShieldCheck>{t("accounts-roles-rights")}</TextLink>
            </SectionHeading>
            {content}
        </section>
    }
    .into_any()
}

fn entry(role: Role, ended: bool) -> AnyView {
    let Role { name, place, from, until } = role;
    let place = place.map(|(place, href)| view! { <span>" · " <a href=href>{place}</a></span> });
    let ended = ended.then(|| view! { <Badge>{t("accounts-roles-past")}</Badge> });
    view! {
        <li class="entry">
            <p class="entry-title">{name} {place}</p>
            <p class="entry-meta">
                <span>{move || period(&from, until.as_deref())}</span>
                {ended}
            </p>
        </li>
    }
    .into_any()
}

#[component]
fn NameForm(person: account_profile::AccountProfileViewerPerson, load: Callback<()>) -> AnyView {
    let version = RwSignal::new(person.version);
    let given_name = RwSignal::new(person.given_name);
    let family_name = RwSignal::new(person.family_name);
    let language = RwSignal::new(person.locale.as_str().to_owned());
    let submission = Submission::new();
    let send = move |()| {
        let input = profile_update::ProfileUpdateInput {
            version: version.get_untracked(),
            given_name: given_name.get_untracked(),
            family_name: family_name.get_untracked(),
            locale: Locale::parse(&language.get_untracked()).unwrap_or_default(),
        };
        submission.send::<ProfileUpdate>(profile_update::Variables { input }, move |data| {
            let person = data.profile_update.person;
            version.set(person.version);
            given_name.set(person.given_name);
            family_name.set(person.family_name);
            toast_done(text("accounts-saved"));
            spawn_local(session::reload_viewer());
        });
    };
    let keep = move |current| {
        version.set(current);
        send(());
    };
    view! {
        <Form id="profile" errors=submission.errors() on_submit=send>
            <StaleNotice submission on_keep=keep on_load=load/>
            <FormSection title=t("accounts-profile-name-title")>
                {name_fields(given_name, family_name)}
                {locale_field(language)}
            </FormSection>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>{t("accounts-save")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
