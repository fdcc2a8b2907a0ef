//! The terms of the directory, one kind at a time: add, rename, order, archive.

use crate::state::address::use_query_map;
use leptos::prelude::*;
use verbund_shared::{
    operations::{TermUpdate, Terms, term_update, terms},
    terms::TermKind,
};

use super::{
    support::{crumbs, for_coordinators},
    term_form::TermForm,
};
use crate::{
    api::{Query, Submission, send, use_query},
    components::{
        Badge, Button, ButtonKind, Cell, Dialog, EmptyState, IconButton, IconName, PageHeader, Row,
        SkeletonShape, Tab, Table, Tabs,
    },
    i18n::{errors, t, t_with, text},
    pages::support::show,
    platform,
    routes::{AdminPage, Route, query},
    state::toasts::{toast_done, toast_failed},
};

/// A term as it stands in the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    pub id: String,
    pub kind: TermKind,
    pub key: String,
    pub de: String,
    pub en: String,
    pub position: i64,
    pub archived: bool,
    pub tile: (Option<i64>, Option<i64>),
    pub version: i64,
}

impl From<&terms::TermParts> for Term {
    fn from(term: &terms::TermParts) -> Self {
        Self {
            id: term.id.clone(),
            kind: term.kind,
            key: term.key.clone(),
            de: term.name.de.clone(),
            en: term.name.en.clone(),
            position: term.position,
            archived: term.archived,
            tile: (term.tile_x, term.tile_y),
            version: term.version,
        }
    }
}

impl Term {
    /// The change that leaves everything as it is.
    pub fn input(&self) -> term_update::TermUpdateInput {
        term_update::TermUpdateInput {
            id: self.id.clone(),
            version: self.version,
            name: term_update::LocalizedTextInput { de: self.de.clone(), en: self.en.clone() },
            position: self.position,
            archived: self.archived,
            tile_x: self.tile.0,
            tile_y: self.tile.1,
        }
    }
}

/// The name of a kind, in the plural.
const fn kind_key(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Topic => "admin-terms-topics",
        TermKind::TargetGroup => "admin-terms-target-groups",
        TermKind::District => "admin-terms-districts",
        TermKind::Language => "admin-terms-languages",
    }
}

/// The terms of the directory.
#[component]
pub fn TermsPage() -> AnyView {
    view! {
        <PageHeader title=t("app-nav-terms") intro=t("admin-terms-intro") crumbs=crumbs()/>
        {for_coordinators(|| view! { <TermsOfKind/> }.into_any())}
    }
    .into_any()
}

/// What the buttons of the list work with.
#[derive(Clone, Copy)]
struct Desk {
    query: Query<terms::ResponseData>,
    submission: Submission,
    /// The button that takes the focus once the list is shown anew.
    focus: StoredValue<Option<String>>,
    edited: RwSignal<Option<Term>>,
    open: RwSignal<bool>,
}

impl Desk {
    /// Sends changes one after the other and shows the list anew, whatever came of them.
    fn change(self, changes: Vec<term_update::TermUpdateInput>, focus: String, done: &'static str) {
        let work = async move {
            for input in changes {
                let answer = send::<TermUpdate>(term_update::Variables { input }).await;
                if let Err(failure) = answer {
                    toast_failed(errors::failure_text(&failure));
                    self.query.refetch();
                    return Err(failure);
                }
            }
            Ok(())
        };
        self.submission.run(work, move |()| {
            self.focus.set_value(Some(focus));
            self.query.refetch();
            toast_done(text(done));
        });
    }
}

#[component]
fn TermsOfKind() -> AnyView {
    let parameters = use_query_map();
    let kind = Memo::new(move |_| {
        parameters.read().get(query::KIND).and_then(|word| TermKind::parse(&word)).unwrap_or(TermKind::Topic)
    });
    let desk = Desk {
        query: use_query::<Terms>(|| terms::Variables { archived_too: true }),
        submission: Submission::new(),
        focus: StoredValue::new(None),
        edited: RwSignal::new(None),
        open: RwSignal::new(false),
    };
    let tabs = move || {
        let tab = |&each: &TermKind| Tab {
            label: t(kind_key(each)),
            href: Route::Admin(AdminPage::Terms).href_with(&[(query::KIND, each.as_str())]),
            current: (each == kind.get()).into(),
        };
        view! { <Tabs label=t("app-nav-terms") tabs=TermKind::ALL.iter().map(tab).collect()/> }
    };
    let add = move |()| {
        desk.edited.set(None);
        desk.open.set(true);
    };
    let title = Signal::derive(move || {
        text(if desk.edited.read().is_some() { "admin-terms-edit-title" } else { "admin-terms-add-title" })
    });
    view! {
        {tabs}
        <div class="actions">
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=add>{t("admin-terms-add")}</Button>
        </div>
        {show(desk.query, SkeletonShape::List, move |data| {
            let terms: Vec<Term> = data.terms.iter().map(Term::from).collect();
            (move || list(desk, terms.iter().filter(|term| term.kind == kind.get()).cloned().collect(), kind.get()))
                .into_any()
        })}
        <Dialog open=desk.open title>
            {move || {
                let close = move |id: String| {
                    desk.open.set(false);
                    desk.focus.set_value(Some(button_id("edit", &id)));
                    desk.query.refetch();
                };
                let last = untrack(|| last_position(desk, kind.get_untracked()));
                view! {
                    <TermForm
                        kind=kind.get_untracked()
                        term=desk.edited.get_untracked()
                        next_position=last + 1
                        on_done=close
                        on_load=move |()| {
                            desk.open.set(false);
                            desk.query.refetch();
                        }
                    />
                }
            }}
        </Dialog>
    }
    .into_any()
}

fn last_position(desk: Desk, kind: TermKind) -> i64 {
    let data = desk.query.data();
    let of_kind = data.iter().flat_map(|data| &data.terms).filter(|term| term.kind == kind);
    of_kind.map(|term| term.position).max().unwrap_or(0)
}

fn button_id(what: &str, id: &str) -> String {
    format!("term-{what}-{id}")
}

fn list(desk: Desk, terms: Vec<Term>, kind: TermKind) -> AnyView {
    if let Some(id) = desk.focus.try_update_value(Option::take).flatten() {
        request_animation_frame(move || platform::focus_id(&id));
    }
    if terms.is_empty() {
        return view! { <EmptyState title=t("admin-terms-none") icon=IconName::Tags/> }.into_any();
    }
    let rows: Vec<AnyView> = (0..terms.len()).map(|index| row(desk, &terms, index)).collect();
    let columns = vec![
        t("admin-terms-german"),
        t("admin-terms-english"),
        t("admin-terms-key"),
        t("admin-terms-state"),
        t("admin-terms-actions"),
    ];
    view! { <Table caption=t(kind_key(kind)) columns>{rows}</Table> }.into_any()
}

fn row(desk: Desk, terms: &[Term], index: usize) -> AnyView {
    let term = &terms[index];
    let english = match term.en.as_str() {
        "" => view! { <span class="muted">{t("admin-terms-untranslated")}</span> }.into_any(),
        english => view! { <span lang="en">{english.to_owned()}</span> }.into_any(),
    };
    let state = if term.archived {
        view! { <Badge icon=IconName::Archive>{t("admin-terms-archived")}</Badge> }.into_any()
    } else {
        t("admin-terms-in-use").into_any()
    };
    let german = term.de.clone();
    let key = term.key.clone();
    let buttons = (
        move_button(desk, terms, index, false),
        move_button(desk, terms, index, true),
        edit_button(desk, term),
        archive_button(desk, term),
    );
    view! {
        <Row>
            <Cell><span lang="de">{german}</span></Cell>
            <Cell label=t("admin-terms-english")>{english}</Cell>
            <Cell label=t("admin-terms-key")><code>{key}</code></Cell>
            <Cell label=t("admin-terms-state")>{state}</Cell>
            <Cell label=t("admin-terms-actions")>
                <div class="row-actions">{buttons}</div>
            </Cell>
        </Row>
    }
    .into_any()
}

fn move_button(desk: Desk, terms: &[Term], index: usize, down: bool) -> Option<AnyView> {
    let to = if down { index + 1 } else { index.checked_sub(1)? };
    (to < terms.len()).then(|| {
        let term = &terms[index];
        let name = [("name", (&term.de).into())];
        let (icon, label, what) = if down {
            (IconName::ChevronDown, t_with("admin-terms-down", &name), "down")
        } else {
            (IconName::ChevronUp, t_with("admin-terms-up", &name), "up")
        };
        // At the end of the list the same button is gone: the other one takes the focus.
        let at_end = if down { to + 1 == terms.len() } else { to == 0 };
        let next = match (at_end, down) {
            (true, true) | (false, false) => "up",
            (true, false) | (false, true) => "down",
        };
        let changes = moved(terms, index, to);
        let focus = button_id(next, &term.id);
        let id = button_id(what, &term.id);
        let press = move |()| desk.change(changes.clone(), focus.clone(), "admin-terms-moved");
        view! { <IconButton icon label id on_press=press/> }.into_any()
    })
}

/// The changes that exchange two neighbours. Where positions are not all different yet, the whole
/// kind is numbered anew.
fn moved(terms: &[Term], from: usize, to: usize) -> Vec<term_update::TermUpdateInput> {
    let all_different = terms.windows(2).all(|pair| pair[0].position < pair[1].position);
    let place = |index: usize| if all_different { terms[index].position } else { index as i64 + 1 };
    let mut order: Vec<&Term> = terms.iter().collect();
    order.swap(from, to);
    order
        .into_iter()
        .enumerate()
        .filter(|(index, term)| term.position != place(*index))
        .map(|(index, term)| term_update::TermUpdateInput { position: place(index), ..term.input() })
        .collect()
}

fn edit_button(desk: Desk, term: &Term) -> AnyView {
    let label = t_with("admin-terms-edit", &[("name", (&term.de).into())]);
    let id = button_id("edit", &term.id);
    let term = term.clone();
    let press = move |()| {
        desk.edited.set(Some(term.clone()));
        desk.open.set(true);
    };
    view! { <IconButton icon=IconName::Pencil label id on_press=press/> }.into_any()
}

fn archive_button(desk: Desk, term: &Term) -> AnyView {
    let name = [("name", (&term.de).into())];
    let (icon, label, done) = if term.archived {
        (IconName::Refresh, t_with("admin-terms-restore", &name), "admin-terms-restored")
    } else {
        (IconName::Archive, t_with("admin-terms-archive", &name), "admin-terms-was-archived")
    };
    let change = term_update::TermUpdateInput { archived: !term.archived, ..term.input() };
    let id = button_id("archive", &term.id);
    let focus = id.clone();
    let press = move |()| desk.change(vec![change.clone()], focus.clone(), done);
    view! { <IconButton icon label id on_press=press/> }.into_any()
}
