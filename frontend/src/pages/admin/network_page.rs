//! The network's profile: who it is, what it tells visitors, and how often offers are checked.

use leptos::prelude::*;
use verbund_shared::{
    limits::TEXT_MAX,
    operations::{NetworkProfile, NetworkUpdate, network_profile, network_update},
};

use super::support::{crumbs, for_coordinators};
use crate::{
    api::{Submission, use_query},
    components::{
        Actions, BilingualField, Button, ButtonKind, Form, FormSection, PageHeader, SkeletonShape, TextField,
    },
    i18n::{t, text},
    pages::support::{StaleNotice, show},
    state::{network::rename_network, toasts::toast_done},
};

type Profile = network_profile::NetworkProfileNetwork;

/// What no number is, the server refuses in the same words as one that is not possible.
const NO_NUMBER: i64 = -1;

/// The network's profile.
#[component]
pub fn NetworkPage() -> AnyView {
    view! {
        <PageHeader title=t("app-nav-network") intro=t("admin-network-intro") crumbs=crumbs()/>
        {for_coordinators(profile)}
    }
    .into_any()
}

fn profile() -> AnyView {
    let query = use_query::<NetworkProfile>(|| network_profile::Variables {});
    show(query, SkeletonShape::Page, move |data| {
        let values = Values::from(&data.network);
        view! { <ProfileForm values on_load=move |()| query.refetch()/> }.into_any()
    })
}

/// A text in both languages while it is edited.
#[derive(Clone, Copy)]
struct Both {
    de: RwSignal<String>,
    en: RwSignal<String>,
}

impl Both {
    fn new(de: &str, en: &str) -> Self {
        Self { de: RwSignal::new(de.to_owned()), en: RwSignal::new(en.to_owned()) }
    }

    fn input(self) -> network_update::LocalizedTextInput {
        network_update::LocalizedTextInput { de: self.de.get_untracked(), en: self.en.get_untracked() }
    }
}

/// The profile while it is edited.
#[derive(Clone, Copy)]
struct Values {
    version: RwSignal<i64>,
    name: RwSignal<String>,
    short_name: RwSignal<String>,
    founded_year: RwSignal<String>,
    contact_email: RwSignal<String>,
    website: RwSignal<String>,
    welcome: Both,
    purpose: Both,
    principles: Both,
    imprint: Both,
    privacy: Both,
    offer_check_days: RwSignal<String>,
    offer_grace_days: RwSignal<String>,
}

impl From<&Profile> for Values {
    fn from(profile: &Profile) -> Self {
        let line = |text: &str| RwSignal::new(text.to_owned());
        Self {
            version: RwSignal::new(profile.version),
            name: line(&profile.name),
            short_name: line(&profile.short_name),
            founded_year: RwSignal::new(
                profile.founded_year.map(|year| year.to_string()).unwrap_or_default(),
            ),
            contact_email: line(&profile.contact_email),
            website: line(&profile.website),
            welcome: Both::new(&profile.welcome.de, &profile.welcome.en),
            purpose: Both::new(&profile.purpose.de, &profile.purpose.en),
            principles: Both::new(&profile.principles.de, &profile.principles.en),
            imprint: Both::new(&profile.imprint.de, &profile.imprint.en),
            privacy: Both::new(&profile.privacy.de, &profile.privacy.en),
            offer_check_days: RwSignal::new(profile.offer_check_days.to_string()),
            offer_grace_days: RwSignal::new(profile.offer_grace_days.to_string()),
        }
    }
}

impl Values {
    fn input(self) -> network_update::NetworkUpdateInput {
        let founded = self.founded_year.get_untracked();
        network_update::NetworkUpdateInput {
            version: self.version.get_untracked(),
            name: self.name.get_untracked(),
            short_name: self.short_name.get_untracked(),
            founded_year: (!founded.trim().is_empty()).then(|| number(&founded)),
            contact_email: self.contact_email.get_untracked(),
            website: self.website.get_untracked(),
            welcome: self.welcome.input(),
            purpose: self.purpose.input(),
            principles: self.principles.input(),
            imprint: self.imprint.input(),
            privacy: self.privacy.input(),
            offer_check_days: number(&self.offer_check_days.get_untracked()),
            offer_grace_days: number(&self.offer_grace_days.get_untracked()),
        }
    }
}

fn number(text: &str) -> i64 {
    text.trim().parse::<i32>().map_or(NO_NUMBER, i64::from)
}

#[component]
fn ProfileForm(
    /// The profile as it was loaded.
    values: Values,
    /// Loads the current one.
    #[prop(into)]
    on_load: Callback<()>,
) -> AnyView {
    let submission = Submission::new();
    let save = move |()| {
        let variables = network_update::Variables { input: values.input() };
        submission.send::<NetworkUpdate>(variables, move |answer| {
            values.version.set(answer.network_update.network.version);
            rename_network(values.name.get_untracked().trim(), values.short_name.get_untracked().trim());
            toast_done(text("admin-network-saved"));
        });
    };
    let keep = move |version| {
        values.version.set(version);
        save(());
    };
    view! {
        <Form id="network" errors=submission.errors() on_submit=save>
            <StaleNotice submission on_keep=keep on_load/>
            {about_section(values)}
            {texts_section(values)}
            {legal_section(values)}
            {offers_section(values)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("admin-network-save")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

fn about_section(values: Values) -> AnyView {
    view! {
        <FormSection title=t("admin-network-about")>
            <TextField label=t("admin-network-name") name="name" value=values.name required=true/>
            <TextField
                label=t("admin-network-short-name")
                name="shortName"
                value=values.short_name
                hint=t("admin-network-short-name-hint")
                required=true
            />
            <TextField
                label=t("admin-network-founded")
                name="foundedYear"
                value=values.founded_year
                input_mode="numeric"
            />
            <TextField
                label=t("admin-network-email")
                name="contactEmail"
                kind="email"
                value=values.contact_email
                hint=t("admin-network-email-hint")
            />
            <TextField label=t("admin-network-website") name="website" kind="url" value=values.website/>
        </FormSection>
    }
    .into_any()
}

fn texts_section(values: Values) -> AnyView {
    view! {
        <FormSection title=t("admin-network-texts") hint=t("admin-network-texts-hint")>
            {both(t("admin-network-welcome"), "welcome", values.welcome, 3)}
            {both(t("admin-network-purpose"), "purpose", values.purpose, 6)}
            {both(t("admin-network-principles"), "principles", values.principles, 6)}
        </FormSection>
    }
    .into_any()
}

fn legal_section(values: Values) -> AnyView {
    view! {
        <FormSection title=t("admin-network-legal") hint=t("admin-network-legal-hint")>
            {both(t("admin-network-imprint"), "imprint", values.imprint, 8)}
            {both(t("admin-network-privacy"), "privacy", values.privacy, 8)}
        </FormSection>
    }
    .into_any()
}

fn offers_section(values: Values) -> AnyView {
    view! {
        <FormSection title=t("admin-network-offers") hint=t("admin-network-offers-hint")>
            <TextField
                label=t("admin-network-check-days")
                name="offerCheckDays"
                value=values.offer_check_days
                input_mode="numeric"
                required=true
            />
            <TextField
                label=t("admin-network-grace-days")
                name="offerGraceDays"
                value=values.offer_grace_days
                input_mode="numeric"
                required=true
            />
        </FormSection>
    }
    .into_any()
}

fn both(label: Signal<String>, name: &'static str, value: Both, rows: u32) -> AnyView {
    view! { <BilingualField label name de=value.de en=value.en rows max=TEXT_MAX/> }.into_any()
}
