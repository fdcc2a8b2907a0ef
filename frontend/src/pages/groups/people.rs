//! The people of a group by organisation, with their roles from when to when; inviting, giving
//! another role, ending a place.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupRole,
    operations::{
        GroupInvite, GroupRoleEnd, GroupRoleGive, MemberNames, group_invite,
        group_page::{GroupFullParts, GroupPlaceParts},
        group_role_end, group_role_give, member_names,
    },
};

use super::{
    act::Shown,
    words::{name_of, period, role_choices},
};
use crate::{
    api::{ApiFailure, Submission, use_query_when},
    components::{ButtonKind, Choice, DateField, IconName, SectionHeading, SelectField, TextField},
    i18n::{t, today},
    pages::act::{Act, Sending, act, section},
    pages::group_roles::group_role_label,
    routes::Route,
};

const SECTION: &str = "group-people";

/// The people who are in the group today.
pub(super) fn people(group: &GroupFullParts, shown: Shown) -> Option<AnyView> {
    let places = group.places.as_ref()?;
    let today: Vec<&GroupPlaceParts> = places.iter().filter(|place| place.holds_today).collect();
    let chairs = group.viewer_can.manage_chairs;
    let invite = group.viewer_can.manage_people.then(|| invite(group, shown));
    let list = match today.is_empty() {
        true => view! { <p class="muted">{t("groups-people-none")}</p> }.into_any(),
        false => by_organisation(&today, &|place| person_acts(place, chairs, shown)),
    };
    let content = view! {
        <SectionHeading title=t("groups-people")>{invite}</SectionHeading>
        {list}
    };
    Some(section(SECTION, content))
}

/// Who was in the group before.
pub(super) fn former(places: &[GroupPlaceParts]) -> Option<AnyView> {
    let over: Vec<&GroupPlaceParts> = places
        .iter()
        .filter(|place| !place.holds_today && !place.state.is_pending() && place.from.is_some())
        .collect();
    (!over.is_empty()).then(|| {
        view! {
            <details class="group-more">
                <summary>{t("groups-former")}</summary>
                {by_organisation(&over, &|_| ().into_any())}
            </details>
        }
        .into_any()
    })
}

/// Places under the names of their organisations; those without one come last.
fn by_organisation(places: &[&GroupPlaceParts], acts: &dyn Fn(&GroupPlaceParts) -> AnyView) -> AnyView {
    let mut named: Vec<(String, String)> = places
        .iter()
        .filter_map(|place| place.organisation.as_ref())
        .map(|organisation| (organisation.name.clone(), organisation.id.clone()))
        .collect();
    named.sort_by_key(|(name, _)| name.to_lowercase());
    named.dedup();
    let of = |id: Option<&str>| {
        let theirs = places
            .iter()
            .filter(|place| place.organisation.as_ref().map(|organisation| organisation.id.as_str()) == id);
        theirs.map(|place| person(place, acts(place))).collect::<Vec<_>>()
    };
    let mut blocks: Vec<AnyView> = named
        .iter()
        .map(|(name, id)| {
            let href = Route::Member(id.clone()).href();
            let head = view! { <a class="link" href=href>{name.clone()}</a> }.into_any();
            block(head, of(Some(id)))
        })
        .collect();
    let others = of(None);
    if !others.is_empty() {
        blocks.push(block(t("groups-no-organisation").into_any(), others));
    }
    view! { <div class="group-organisations">{blocks}</div> }.into_any()
}

fn block(head: AnyView, people: Vec<AnyView>) -> AnyView {
    view! {
        <div class="group-organisation">
            <h3>{head}</h3>
            <ul>{people}</ul>
        </div>
    }
    .into_any()
}

fn person(place: &GroupPlaceParts, acts: AnyView) -> AnyView {
    let (role, person) = (place.role, place.person.clone());
    let (from, until) = (place.from.clone(), place.until.clone());
    view! {
        <li class="group-person">
            <div>
                <p class="group-person-name">{move || name_of(&person)}</p>
                <p class="entry-meta">
                    <span>{move || group_role_label(role)}</span>
                    <span>{move || period(from.as_deref(), until.as_deref())}</span>
                </p>
            </div>
            <div class="actions">{acts}</div>
        </li>
    }
    .into_any()
}

fn person_acts(place: &GroupPlaceParts, chairs: bool, shown: Shown) -> AnyView {
    let can = &place.viewer_can;
    view! {
        {can.give_role.then(|| give_role(place, chairs, shown))}
        {can.end.then(|| end(place, shown))}
    }
    .into_any()
}

fn give_role(place: &GroupPlaceParts, chairs: bool, shown: Shown) -> AnyView {
    let held = place.role;
    let choices = Signal::derive(move || {
        role_choices(chairs).into_iter().filter(|role| role.value != held.as_str()).collect::<Vec<Choice>>()
    });
    let first = if held == GroupRole::Member { GroupRole::Secretary } else { GroupRole::Member };
    let role = RwSignal::new(first.as_str().to_owned());
    let until = RwSignal::new(String::new());
    let fields = Arc::new(move |_| {
        view! {
            <SelectField label=t("groups-role") name="role" value=role choices required=true/>
            <DateField label=t("groups-last-day") name="until" value=until hint=t("groups-last-day-open")/>
        }
        .into_any()
    });
    let words = Act::new("groups-role-give", "groups-role-give-text", IconName::Pencil)
        .weighing(ButtonKind::Quiet)
        .then(SECTION, "groups-role-given");
    let id = place.id.clone();
    act(words, shown, place.version, Some(fields), move |Sending { submission, version, done, .. }| {
        let input = group_role_give::GroupRoleGiveInput {
            place_id: id.clone(),
            version,
            role: GroupRole::parse(&role.get_untracked()).unwrap_or(GroupRole::Member),
            until: Some(until.get_untracked()).filter(|day| !day.is_empty()),
        };
        submission.send::<GroupRoleGive>(group_role_give::Variables { input }, move |_| done());
    })
}

fn end(place: &GroupPlaceParts, shown: Shown) -> AnyView {
    let until = RwSignal::new(today());
    let fields = Arc::new(move |_| {
        view! {
            <DateField
                label=t("groups-last-day")
                name="until"
                value=until
                hint=t("groups-last-day-hint")
                required=true
            />
        }
        .into_any()
    });
    let words = Act::new("groups-role-end", "groups-role-end-text", IconName::Close)
        .weighing(ButtonKind::Quiet)
        .then(SECTION, "groups-role-ended");
    let id = place.id.clone();
    act(words, shown, place.version, Some(fields), move |Sending { submission, version, done, .. }| {
        let until = Some(until.get_untracked()).filter(|day| !day.is_empty()).unwrap_or_else(today);
        let input = group_role_end::GroupRoleEndInput { place_id: id.clone(), version, until };
        submission.send::<GroupRoleEnd>(group_role_end::Variables { input }, move |_| done());
    })
}

fn invite(group: &GroupFullParts, shown: Shown) -> AnyView {
    let (email, organisation) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let role = RwSignal::new(GroupRole::Member.as_str().to_owned());
    let chairs = group.viewer_can.manage_chairs;
    let fields = Arc::new(move |submission| {
        view! {
            <TextField
                label=t("groups-invite-email")
                name="email"
                value=email
                kind="email"
                hint=t("groups-invite-email-hint")
                required=true
            />
            <SelectField
                label=t("groups-role")
                name="role"
                value=role
                choices=Signal::derive(move || role_choices(chairs))
                required=true
            />
            {organisation_asked(submission, organisation)}
        }
        .into_any()
    });
    let words = Act::new("groups-invite", "groups-invite-text", IconName::UserPlus)
        .with_optional_words("text", "groups-answer-words-person")
        .then(SECTION, "groups-invited");
    let id = group.id.clone();
    act(words, shown, 0, Some(fields), move |Sending { submission, text, done, .. }| {
        let input = group_invite::GroupInviteInput {
            id: id.clone(),
            email: email.get_untracked(),
            organisation_id: Some(organisation.get_untracked()).filter(|id| !id.is_empty()),
            role: GroupRole::parse(&role.get_untracked()).unwrap_or(GroupRole::Member),
            text,
        };
        submission.send::<GroupInvite>(group_invite::Variables { input }, move |_| done());
    })
}

/// For which organisation somebody is invited: asked only once the server says that there are several.
fn organisation_asked(submission: Submission, chosen: RwSignal<String>) -> AnyView {
    const NAME: &str = "organisationId";
    let asked = Memo::new(move |before: Option<&bool>| {
        let refused = matches!(
            submission.failure().get(),
            Some(ApiFailure::Coded { fields, .. }) if fields.iter().any(|field| field.field == NAME)
        );
        refused || before.copied().unwrap_or_default()
    });
    let members = use_query_when::<MemberNames>(move || asked.get().then_some(member_names::Variables {}));
    let choices = Signal::derive(move || {
        let Some(data) = members.data() else { return Vec::new() };
        let nodes = data.members.edges.iter().map(|edge| &edge.node);
        nodes.map(|member| Choice::new(&member.id, &member.name)).collect()
    });
    (move || {
        asked.get().then(|| {
            view! {
                <SelectField
                    label=t("groups-invite-organisation")
                    name=NAME
                    value=chosen
                    choices
                    empty=t("groups-invite-choose")
                    hint=t("groups-invite-organisation-hint")
                    required=true
                />
            }
        })
    })
    .into_any()
}
