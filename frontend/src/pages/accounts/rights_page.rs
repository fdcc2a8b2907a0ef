//! Who may see and do what, and from which role that right comes.

use leptos::prelude::*;

use crate::{
    components::{Badge, Fact, Facts, PageHeader, SectionHeading, Tone},
    i18n::{t, text},
    state::session::{Viewer, viewer},
};

/// A kind of role by the word in its keys, and whether a person has one.
type RoleKind = (&'static str, fn(&Viewer) -> bool);

/// Kinds of roles in the order people see them.
const KINDS: [RoleKind; 7] = [
    ("visitor", |_| false),
    ("person", |_| true),
    ("staff", |viewer| viewer.organisations.iter().any(|own| !own.represents)),
    ("representative", |viewer| viewer.organisations.iter().any(|own| own.represents)),
    ("steering", |viewer| viewer.is_steering),
    ("coordinator", |viewer| viewer.is_coordinator),
    ("nobody", |_| false),
];

/// Who may see and do what, and why.
#[component]
pub fn RightsPage() -> AnyView {
    let sections: Vec<AnyView> = KINDS.into_iter().map(|(kind, is_mine)| section(kind, is_mine)).collect();
    view! {
        <PageHeader title=t("accounts-rights-title") intro=t("accounts-rights-intro")/>
        <div class="rights">{sections}</div>
    }
    .into_any()
}

fn section(kind: &'static str, is_mine: fn(&Viewer) -> bool) -> AnyView {
    let words =
        move |part: &'static str| Signal::derive(move || text(&format!("accounts-rights-{kind}-{part}")));
    let mine = move || {
        viewer()
            .is_some_and(|viewer| is_mine(&viewer))
            .then(|| view! { <Badge tone=Tone::Good>{t("accounts-rights-yours")}</Badge> })
    };
    view! {
        <section class="account-part">
            <SectionHeading title=words("title")>{mine}</SectionHeading>
            <Facts>
                <Fact label=t("accounts-rights-sees")>{words("sees")}</Fact>
                <Fact label=t("accounts-rights-does")>{words("does")}</Fact>
                <Fact label=t("accounts-rights-why")>{words("why")}</Fact>
            </Facts>
        </section>
    }
    .into_any()
}
