//! A table from 768 px on; below, the same rows as entries with each value under its name.

use leptos::prelude::*;

/// A table. Its rows are `Row`s of `Cell`s in the order of the columns.
#[component]
pub fn Table(
    /// What the table shows, for those who cannot see it at a glance.
    #[prop(into)]
    caption: Signal<String>,
    /// The names of the columns.
    columns: Vec<Signal<String>>,
    /// The rows.
    children: Children,
) -> AnyView {
    let heads: Vec<AnyView> = columns
        .into_iter()
        .map(|name| view! { <th scope="col" role="columnheader">{name}</th> }.into_any())
        .collect();
    // The roles are written out because browsers drop them when rows are laid out as entries.
    view! {
        <div class="table-frame">
            <table class="table" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A row of a table.
#[component]
pub fn Row(
    /// The cells.
    children: Children,
) -> AnyView {
    view! { <tr role="row">{children()}</tr> }.into_any()
}

/// A cell of a table.
#[component]
pub fn Cell(
    /// The column's name, shown where the row is an entry; a cell without stands for the row.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Whether it holds a number, which aligns at its end.
    #[prop(optional)]
    numeric: bool,
    /// The value.
    children: Children,
) -> AnyView {
    let class = match (label.is_none(), numeric) {
        (true, _) => "cell cell-main",
        (false, true) => "cell cell-number",
        (false, false) => "cell",
    };
    view! {
        <td class=class role="cell">
            {label.map(|label| view! { <span class="cell-label" aria-hidden="true">{label}</span> })}
            <div class="cell-value">{children()}</div>
        </td>
    }
    .into_any()
}
