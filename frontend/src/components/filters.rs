//! Filters of a list: a search field, facets with counts, and the chips of what is chosen.
//! They hold nothing themselves: what is chosen lives in the address.

use leptos::prelude::*;

use super::{Icon, IconName, form::plain_id};
use crate::i18n::{number, t, t_with};

/// A field for words to look for. It tells `on_search` on Enter, on its button, and when emptied.
#[component]
pub fn SearchField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The words looked for now.
    #[prop(into)]
    value: Signal<String>,
    /// Looks for other words.
    #[prop(into)]
    on_search: Callback<String>,
    /// An example inside the empty field.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    Effect::new(move |_| typed.set(value.get()));
    let id = plain_id("search");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_search.run(typed.get_untracked().trim().to_owned());
    };
    let input = move |event: leptos::ev::Event| {
        let words = event_target_value(&event);
        let emptied = words.is_empty();
        typed.set(words);
        if emptied {
            on_search.run(String::new());
        }
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <label class="field-label" for=id.clone()>{label}</label>
            <div class="search-row">
                <Icon name=IconName::Search/>
                <input
                    class="input search-input"
                    type="search"
                    id=id
                    name="q"
                    autocomplete="off"
                    placeholder=placeholder.map(|placeholder| move || placeholder.get())
                    prop:value=typed
                    on:input=input
                />
                <button type="submit" class="button button-primary">{t("app-search-go")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// The filters beside a list; on a phone they fold away behind a button.
#[component]
pub fn FilterPanel(
    /// How many filters are chosen.
    #[prop(into)]
    chosen: Signal<usize>,
    /// The groups of filters.
    children: Children,
) -> AnyView {
    let open = RwSignal::new(false);
    let words = move || match chosen.get() {
        0 => t("app-filter").get(),
        count => t_with("app-filter-count", &[("count", count.into())]).get(),
    };
    view! {
        <section class="filters" aria-label=t("app-filter")>
            <button
                type="button"
                class="button filters-toggle"
                aria-expanded=move || open.get().to_string()
                aria-controls="filters-body"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name=IconName::Filter/>
                <span>{words}</span>
            </button>
            <div class="filters-body" class:filters-open=open id="filters-body">{children()}</div>
        </section>
    }
    .into_any()
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// The value in the address.
    pub value: String,
    /// What people read.
    pub label: String,
    /// How many entries have it.
    pub count: i64,
}

/// One facet: several values may be chosen.
#[component]
pub fn FacetGroup(
    /// What it is about.
    #[prop(into)]
    label: Signal<String>,
    /// Tells its boxes from those of other facets.
    name: &'static str,
    /// The values, in the order shown.
    #[prop(into)]
    options: Signal<Vec<FacetOption>>,
    /// The chosen values.
    #[prop(into)]
    selected: Signal<Vec<String>>,
    /// Chooses others.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// Whether it is unfolded at the start.
    #[prop(optional)]
    open: bool,
) -> AnyView {
    let unfolded = open || !selected.get_untracked().is_empty();
    // Boxes are kept while only their counts change, and with them the focus.
    let values =
        Memo::new(move |_| options.read().iter().map(|option| option.value.clone()).collect::<Vec<_>>());
    let entries = view! {
        <For
            each=move || values.get()
            key=|value| value.clone()
            children=move |value| facet_entry(name, value, options, selected, on_change)
        />
    };
    let count = move || {
        let count = selected.read().len();
        (count > 0).then(|| view! { <span class="facet-chosen">{number(count as i64)}</span> })
    };
    view! {
        <details class="facet" open=unfolded>
            <summary>
                <span>{label}</span>
                {count}
                <Icon name=IconName::ChevronDown/>
            </summary>
            <fieldset class="facet-options">
                <legend class="visually-hidden">{label}</legend>
                {entries}
            </fieldset>
        </details>
    }
    .into_any()
}

fn facet_entry(
    name: &'static str,
    value: String,
    options: Signal<Vec<FacetOption>>,
    selected: Signal<Vec<String>>,
    on_change: Callback<Vec<String>>,
) -> AnyView {
    let value = StoredValue::new(value);
    let option = Memo::new(move |_| {
        options.read().iter().find(|option| value.with_value(|value| *value == option.value)).cloned()
    });
    let checked = Memo::new(move |_| value.with_value(|value| selected.read().contains(value)));
    let count = move || option.read().as_ref().map_or(0, |option| option.count);
    let label = move || option.read().as_ref().map(|option| option.label.clone());
    let toggle = move |event: leptos::ev::Event| {
        let mut values = selected.get_untracked();
        value.with_value(|value| values.retain(|other| other != value));
        if event_target_checked(&event) {
            values.push(value.get_value());
        }
        on_change.run(values);
    };
    view! {
        <label class="check facet-option" class:facet-none=move || count() == 0 && !checked.get()>
            <input type="checkbox" name=name prop:checked=checked on:change=toggle/>
            <span>{label}</span>
            <span class="facet-count">{move || number(count())}</span>
        </label>
    }
    .into_any()
}

/// A chosen filter, with its button to take it away.
#[derive(Clone)]
pub struct Chip {
    /// What is chosen.
    pub label: String,
    /// Takes it away.
    pub on_remove: Callback<()>,
}

/// What is chosen, each to be taken away, and all at once.
#[component]
pub fn Chips(
    /// What is chosen.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// Takes all away.
    #[prop(into)]
    on_clear: Callback<()>,
) -> AnyView {
    (move || {
        let list: Vec<AnyView> = chips
            .get()
            .into_iter()
            .map(|chip| {
                view! {
                    <li>
                        <button type="button" class="chip" on:click=move |_| chip.on_remove.run(())>
                            <span>{chip.label}</span>
                            <Icon name=IconName::Close/>
                            <span class="visually-hidden">{t("app-filter-remove")}</span>
                        </button>
                    </li>
                }
                .into_any()
            })
            .collect();
        (!list.is_empty()).then(|| {
            view! {
                <ul class="chips" aria-label=t("app-filter-chosen")>
                    {list}
                    <li>
                        <button type="button" class="chip chip-clear" on:click=move |_| on_clear.run(())>
                            {t("app-filter-clear")}
                        </button>
                    </li>
                </ul>
            }
            .into_any()
        })
    })
    .into_any()
}
