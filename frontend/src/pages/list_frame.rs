//! The frame of lists that are worked with: filters that live in the address, a table with more
//! on demand, and the same list as a file to take along.

use std::sync::Arc;

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::operations::Operation;

use crate::{
    api::{self, Query, Submission},
    components::{Button, Choice, EmptyState, IconName, Pager, SearchField, SkeletonShape, Table},
    i18n::{errors, locale, t},
    pages::support::show,
    platform,
    routes::{Route, query, with_query},
    state::toasts::toast_failed,
};

/// Entries fetched at once.
pub const PAGE: i64 = 50;

/// How table programs recognise UTF-8; reading the answer as text has taken it away.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a list is filtered by, as it stands in the address. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub struct Filters {
    names: &'static [&'static str],
    values: Memo<Vec<String>>,
    go: Callback<(&'static str, String)>,
}

impl Filters {
    /// The filters of a page; `names` are their parameters.
    pub fn new(page: Route, names: &'static [&'static str]) -> Self {
        let address = use_query_map();
        let values = Memo::new(move |_| {
            let address = address.read();
            names.iter().map(|name| address.get(name).unwrap_or_default()).collect::<Vec<String>>()
        });
        let navigate = use_navigate();
        let go = Callback::new(move |(name, value): (&'static str, String)| {
            let mut chosen = values.get_untracked();
            if let Some(place) = names.iter().position(|other| *other == name) {
                chosen[place] = value;
            }
            navigate(&page.href_with(&pairs(names, &chosen)), Default::default());
        });
        Self { names, values, go }
    }

    /// What is chosen; views follow it.
    pub fn get(self, name: &str) -> String {
        let place = self.names.iter().position(|other| *other == name);
        place.and_then(|place| self.values.read().get(place).cloned()).unwrap_or_default()
    }

    /// Chooses a value; the address takes it over.
    pub fn set(self, name: &'static str, value: String) {
        self.go.run((name, value));
    }

    /// The field for words.
    pub fn search(self, label: Signal<String>) -> AnyView {
        let value = Signal::derive(move || self.get(query::WORDS));
        let search = move |words: String| self.go.run((query::WORDS, words));
        view! { <SearchField label value on_search=search/> }.into_any()
    }

    /// A choice that filters at once.
    pub fn choice(self, label: Signal<String>, name: &'static str, choices: Signal<Vec<Choice>>) -> AnyView {
        let value = Signal::derive(move || self.get(name));
        choose(label, name, value, choices, Callback::new(move |chosen| self.go.run((name, chosen))))
    }

    /// A filter that is on or off, and on by this value.
    pub fn switch(self, label: Signal<String>, name: &'static str, on: &'static str) -> AnyView {
        let checked = move || self.get(name) == on;
        let choose = move |event: leptos::ev::Event| {
            let value = if event_target_checked(&event) { on } else { "" };
            self.go.run((name, value.to_owned()));
        };
        view! {
            <label class="check">
                <input type="checkbox" name=name prop:checked=checked on:change=choose/>
                <span>{label}</span>
            </label>
        }
        .into_any()
    }

    /// Takes the list along as it is filtered now. The access token lives in memory only, so the app
    /// fetches the file and hands it to the browser.
    pub fn export(self, file: &'static str) -> AnyView {
        self.export_as(file, |chosen| chosen)
    }

    /// Takes the list along as it is filtered now, and by more than its filters say.
    pub fn export_of(self, file: &'static str, more: Vec<(&'static str, String)>) -> AnyView {
        self.export_as(file, move |chosen| [chosen, more.clone()].concat())
    }

    /// Takes the list along; `parameters` makes those of the file from those of the address.
    pub fn export_as(
        self,
        file: &'static str,
        parameters: impl Fn(Vec<(&'static str, String)>) -> Vec<(&'static str, String)> + Send + Sync + 'static,
    ) -> AnyView {
        let submission = Submission::new();
        Effect::new(move |_| {
            if let Some(failure) = submission.failure().get() {
                toast_failed(errors::failure_text(&failure));
            }
        });
        let save = move |()| {
            let chosen = self.names.iter().copied().zip(self.values.get_untracked()).collect();
            let chosen = parameters(chosen);
            let mut chosen: Vec<_> = chosen.iter().map(|(name, value)| (*name, value.as_str())).collect();
            chosen.push(("lang", locale().tag()));
            let path = with_query(&format!("/export/{file}"), &chosen);
            submission.run(async move { api::fetch_file(&path).await }, move |text| {
                platform::save_text(&format!("verbund-{file}"), &format!("{BYTE_ORDER_MARK}{text}"));
            });
        };
        view! {
            <Button icon=IconName::Download pending=submission.pending() on_press=save>{t("app-export")}</Button>
        }
        .into_any()
    }
}

fn pairs<'a>(names: &[&'static str], values: &'a [String]) -> Vec<(&'static str, &'a str)> {
    names.iter().copied().zip(values.iter().map(String::as_str)).collect()
}

/// A page of a list, as an answer holds it.
pub struct Page<E> {
    /// Its entries.
    pub entries: Vec<E>,
    /// How many there are in all.
    pub total: i64,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// The words around a list, and its columns.
pub struct Frame {
    /// What the table shows.
    pub caption: Signal<String>,
    /// The names of its columns.
    pub columns: fn() -> Vec<Signal<String>>,
    /// What is said, and advised, where nothing is found.
    pub nothing: (Signal<String>, Signal<String>),
}

/// The list: its first page as `query` has it, and more on demand. `variables` are those of the page
/// that begins at a place, `page` reads an answer.
pub fn list<Q, E>(
    query: Query<Q::ResponseData>,
    frame: Frame,
    variables: impl Fn(Option<String>) -> Q::Variables + Copy + Send + Sync + 'static,
    page: fn(&Q::ResponseData) -> Page<E>,
    row: impl Fn(E) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView
where
    Q: Operation + 'static,
    Q::Variables: 'static,
    Q::ResponseData: Send + Sync + 'static,
    E: Clone + Send + Sync + 'static,
{
    let added = RwSignal::new(Vec::<E>::new());
    let next = RwSignal::new(None::<String>);
    let more = Submission::new();
    let load_more = move |()| {
        more.send::<Q>(untrack(move || variables(next.get())), move |data| {
            let Page { entries, next: after, .. } = page(&data);
            next.set(after);
            added.update(|added| added.extend(entries));
        });
    };
    let failure = move || more.failure().get().map(|failure| errors::failure_text(&failure));
    show(query, SkeletonShape::List, move |data: Arc<Q::ResponseData>| {
        let first = page(&data);
        added.set(Vec::new());
        next.set(first.next);
        if first.entries.is_empty() {
            return view! { <EmptyState title=frame.nothing.0 text=frame.nothing.1/> }.into_any();
        }
        let count = first.entries.len();
        view! {
            <Table caption=frame.caption columns=(frame.columns)()>
                {first.entries.into_iter().map(row).collect::<Vec<_>>()}
                {move || added.get().into_iter().map(row).collect::<Vec<_>>()}
            </Table>
            <p class="field-error" role="alert">{failure}</p>
            <Pager
                shown=Signal::derive(move || count + added.read().len())
                total=Signal::stored(Some(first.total))
                has_more=Signal::derive(move || next.read().is_some())
                pending=more.pending()
                on_more=load_more
            />
        }
        .into_any()
    })
}

/// A choice that filters a list at once; what is chosen lives in the address.
fn choose(
    label: Signal<String>,
    name: &'static str,
    value: Signal<String>,
    choices: Signal<Vec<Choice>>,
    on_choose: Callback<String>,
) -> AnyView {
    let options = move || {
        let chosen = value.get();
        let list: Vec<AnyView> = choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = choice.value == chosen;
                view! { <option value=choice.value selected=selected>{choice.label}</option> }.into_any()
            })
            .collect();
        list
    };
    view! {
        <label class="list-choice">
            <span class="field-label">{label}</span>
            <select class="input select" name=name on:change=move |event| on_choose.run(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
    .into_any()
}
