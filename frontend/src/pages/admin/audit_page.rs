//! Who did what, when, to what. What is filtered by lives in the address.

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    audit::{ACTIONS, OBJECT_KINDS},
    operations::{AuditTrail, audit_trail},
};

use super::{
    audit_rows::{Entry, as_csv, table},
    support::{crumbs, for_coordinators},
};
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Chip, Chips, Choice, DateField, EmptyState, Icon, IconName, PageHeader, Pager, SelectField,
        SkeletonShape,
    },
    i18n::{t, text},
    pages::support::show,
    routes::{AdminPage, Route},
    state::toasts::toast_failed,
};

/// Entries fetched at once.
const PAGE: i64 = 50;

/// The filters' names in the address, with the fields they fill.
const ACTION: &str = "was";
const KIND: &str = "woran";
const FROM: &str = "von";
const UNTIL: &str = "bis";
pub(super) const PERSON: &str = "person";
pub(super) const ORGANISATION: &str = crate::routes::query::ORGANISATION;
const NAMES: [&str; 6] = [ACTION, KIND, FROM, UNTIL, PERSON, ORGANISATION];

/// Who did what.
#[component]
pub fn AuditPage() -> AnyView {
    view! {
        <PageHeader title=t("app-nav-audit") intro=t("admin-audit-intro") crumbs=crumbs()/>
        {for_coordinators(|| view! { <Trail/> }.into_any())}
    }
    .into_any()
}

/// The filters as they stand in the address, in the order of `NAMES`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Filters([String; 6]);

impl Filters {
    fn get(&self, name: &str) -> &str {
        NAMES.iter().position(|other| *other == name).map_or("", |place| self.0[place].as_str())
    }

    fn with(&self, name: &str, value: &str) -> Self {
        let mut filters = self.clone();
        if let Some(place) = NAMES.iter().position(|other| *other == name) {
            filters.0[place] = value.to_owned();
        }
        filters
    }

    fn href(&self) -> String {
        let pairs: Vec<_> = NAMES.iter().copied().zip(self.0.iter().map(String::as_str)).collect();
        Route::Admin(AdminPage::Audit).href_with(&pairs)
    }

    fn input(&self) -> audit_trail::AuditFilterInput {
        let word = |name| Some(self.get(name).to_owned()).filter(|word| !word.is_empty());
        audit_trail::AuditFilterInput {
            action: word(ACTION),
            object_kind: word(KIND),
            actor_id: word(PERSON),
            organisation_id: word(ORGANISATION),
            from: word(FROM),
            until: word(UNTIL),
        }
    }
}

/// The address of the trail of a person or of an organisation.
pub(super) fn trail_of(name: &str, id: &str) -> String {
    Filters::default().with(name, id).href()
}

fn use_filters() -> Memo<Filters> {
    let parameters = use_query_map();
    Memo::new(move |_| Filters(NAMES.map(|name| parameters.read().get(name).unwrap_or_default())))
}

#[component]
fn Trail() -> AnyView {
    let filters = use_filters();
    let query = use_query::<AuditTrail>(move || audit_trail::Variables {
        filter: filters.get().input(),
        first: Some(PAGE),
        after: None,
    });
    view! {
        <Filtering filters/>
        {show(query, SkeletonShape::List, move |data| {
            view! { <Entries first=data.audit_entries.clone() filters query/> }.into_any()
        })}
    }
    .into_any()
}

/// The fields above the list; choosing goes to the address of what was chosen.
#[component]
fn Filtering(filters: Memo<Filters>) -> AnyView {
    let navigate = use_navigate();
    let go = Callback::new(move |filters: Filters| navigate(&filters.href(), Default::default()));
    let field = move |name: &'static str| {
        let value = RwSignal::new(filters.get_untracked().get(name).to_owned());
        Effect::new(move |_| {
            let now = filters.get();
            if now.get(name) != value.get_untracked() {
                value.set(now.get(name).to_owned());
            }
        });
        Effect::new(move |_| {
            let chosen = value.get();
            let now = filters.get_untracked();
            if now.get(name) != chosen {
                go.run(now.with(name, &chosen));
            }
        });
        value
    };
    let choices = |words: &'static [&'static str], prefix: &'static str| {
        Signal::derive(move || {
            let choice =
                |word: &&str| Choice::new(*word, text(&format!("{prefix}{}", word.replace('_', "-"))));
            let mut choices: Vec<Choice> = words.iter().map(choice).collect();
            choices.sort_by(|one, other| one.label.cmp(&other.label));
            choices
        })
    };
    let chips = Signal::derive(move || {
        let chip = |name: &'static str, label: &'static str| {
            let now = filters.get();
            (!now.get(name).is_empty()).then(|| Chip {
                label: text(label),
                on_remove: Callback::new(move |()| go.run(filters.get_untracked().with(name, ""))),
            })
        };
        [chip(PERSON, "admin-audit-only-person"), chip(ORGANISATION, "admin-audit-only-organisation")]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    });
    view! {
        <div class="audit-filters">
            <SelectField
                label=t("admin-audit-action") name=ACTION required=true value=field(ACTION)
                choices=choices(ACTIONS, "audit-") empty=t("admin-audit-any-action")
            />
            <SelectField
                label=t("admin-audit-kind") name=KIND required=true value=field(KIND)
                choices=choices(OBJECT_KINDS, "audit-object-") empty=t("admin-audit-any-kind")
            />
            <DateField label=t("admin-audit-from") name=FROM required=true value=field(FROM)/>
            <DateField label=t("admin-audit-until") name=UNTIL required=true value=field(UNTIL)/>
        </div>
        <Chips chips on_clear=move |()| go.run(Filters::default())/>
    }
    .into_any()
}

/// The entries, and more on demand.
#[component]
fn Entries(
    first: audit_trail::AuditTrailAuditEntries,
    filters: Memo<Filters>,
    query: Query<audit_trail::ResponseData>,
) -> AnyView {
    let total = first.total_count;
    let end = RwSignal::new(first.page_info.end_cursor.filter(|_| first.page_info.has_next_page));
    let entries: RwSignal<Vec<Entry>> =
        RwSignal::new(first.edges.into_iter().map(|edge| edge.node).collect());
    if entries.read_untracked().is_empty() {
        return view! { <EmptyState title=t("admin-audit-empty") text=t("admin-audit-empty-text")/> }
            .into_any();
    }
    let submission = Submission::new();
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(crate::i18n::errors::failure_text(&failure));
        }
    });
    let more = move |()| {
        let variables = audit_trail::Variables {
            filter: filters.get_untracked().input(),
            first: Some(PAGE),
            after: end.get_untracked(),
        };
        submission.send::<AuditTrail>(variables, move |data| {
            let page = data.audit_entries;
            end.set(page.page_info.end_cursor.filter(|_| page.page_info.has_next_page));
            entries.update(|list| list.extend(page.edges.into_iter().map(|edge| edge.node)));
        });
    };
    let csv = move || {
        let csv: String = js_sys::encode_uri_component(&as_csv(&entries.read())).into();
        format!("data:text/csv;charset=utf-8,{csv}")
    };
    let pending = Signal::derive(move || submission.pending().get() || query.is_loading());
    view! {
        {move || table(&entries.read())}
        <Pager
            shown=Signal::derive(move || entries.read().len())
            total=Some(total)
            has_more=Signal::derive(move || end.read().is_some())
            pending
            on_more=more
        />
        <a class="button" href=csv download=t("admin-audit-file") rel="external">
            <Icon name=IconName::Download/>
            <span>{t("admin-audit-export")}</span>
        </a>
    }
    .into_any()
}
