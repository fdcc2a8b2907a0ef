//! Who may see and do what, and from which role that right comes.

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupRole,
    operations::{MyGroups, my_groups},
};

use crate::{
    api::use_query_when,
    components::{Badge, Fact, Facts, PageHeader, SectionHeading, Tone},
    i18n::{t, text},
    state::session::{Viewer, viewer},
};

/// A kind of role by the word in its keys, and whether a person has one.
type RoleKind = (&'static str, fn(&Viewer, &[GroupRole]) -> bool);

/// Kinds of roles in the order people see them.
const KINDS: [RoleKind; 9] = [
    ("visitor", |_, _| false),
    ("person", |_, _| true),
    ("staff", |viewer, _| viewer.organisations.iter().any(|own| !own.represents)),
    ("representative", |viewer, _| viewer.organisations.iter().any(|own| own.represents)),
    ("group", |_, roles| !roles.is_empty()),
    ("chair", |_, roles| roles.iter().any(|role| matches!(role, GroupRole::Chair | GroupRole::Secretary))),
    ("steering", |viewer, _| viewer.is_steering),
    ("coordinator", |viewer, _| viewer.is_coordinator),
    ("nobody", |_, _| false),
];

/// Who may see and do what, and why.
#[component]
pub fn RightsPage() -> AnyView {
    let groups = use_query_when::<MyGroups>(|| viewer().map(|_| my_groups::Variables {}));
    let roles = Signal::derive(move || {
        let Some(data) = groups.data() else { return Vec::new() };
        let held = data.my_groups.iter().filter(|mine| mine.place.holds_today);
        held.map(|mine| mine.place.role).collect::<Vec<_>>()
    });
    let sections: Vec<AnyView> =
        KINDS.into_iter().map(|(kind, is_mine)| section(kind, is_mine, roles)).collect();
    view! {
        <PageHeader title=t("accounts-rights-title") intro=t("accounts-rights-intro")/>
        <div class="rights">{sections}</div>
    }
    .into_any()
}

fn section(
    kind: &'static str,
    is_mine: fn(&Viewer, &[GroupRole]) -> bool,
    roles: Signal<Vec<GroupRole>>,
) -> AnyView {
    let words =
        move |part: &'static str| Signal::derive(move || text(&format!("accounts-rights-{kind}-{part}")));
    let mine = move || {
        viewer()
            .is_some_and(|viewer| is_mine(&viewer, &roles.read()))
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
