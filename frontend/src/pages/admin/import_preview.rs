//! What an import would do, row by row, and taking it over.

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    error::{ErrorCode, Params},
    operation_states::{ImportHint, ImportState, RowOutcome},
    operations::{ImportApply, ImportDiscard, ImportRows, import_apply, import_discard, import_rows},
};

use crate::{
    api::{Query, Submission, send, use_query},
    components::{
        Badge, Button, ButtonKind, ButtonLink, Cell, ConfirmDialog, EmptyState, IconName, Notice, Pager, Row,
        SectionHeading, SkeletonShape, Tab, Table, Tabs, Tone,
    },
    i18n::{errors, number, t, t_with, text, text_with},
    pages::support::show,
    routes::{AdminPage, Route, query},
    state::toasts::toast_done,
};

/// Rows of one page of the preview.
const PAGE: i64 = 50;

type Line = import_rows::ImportRowsImportRowsEdgesNode;

/// The name of an outcome, and what its colour means.
const fn outcome_words(outcome: RowOutcome) -> (&'static str, Tone) {
    match outcome {
        RowOutcome::New => ("imports-outcome-new", Tone::Good),
        RowOutcome::Changed => ("imports-outcome-changed", Tone::Good),
        RowOutcome::Unchanged => ("imports-outcome-unchanged", Tone::Neutral),
        RowOutcome::Warning => ("imports-outcome-warning", Tone::Waiting),
        RowOutcome::Error => ("imports-outcome-error", Tone::Wrong),
    }
}

/// An import with its rows.
#[component]
pub fn PreviewOfImport(id: String) -> AnyView {
    let parameters = use_query_map();
    let outcome =
        Memo::new(move |_| parameters.read().get(query::STATE).and_then(|word| RowOutcome::parse(&word)));
    let wanted = id.clone();
    let query = use_query::<ImportRows>(move || import_rows::Variables {
        id: wanted.clone(),
        outcome: outcome.get(),
        first: Some(PAGE),
        after: None,
    });
    show(query, SkeletonShape::List, move |data| {
        let import = &data.import;
        view! {
            {head(query, &import.import_parts)}
            {filters(&import.import_parts, outcome.get())}
            {list(&id, outcome.get(), import)}
        }
        .into_any()
    })
}

fn count_of(import: &import_rows::ImportParts, outcomes: &[RowOutcome]) -> i64 {
    import.counts.iter().filter(|count| outcomes.contains(&count.outcome)).map(|count| count.rows).sum()
}

/// What the import is, and what one can do with it.
fn head(query: Query<import_rows::ResponseData>, import: &import_rows::ImportParts) -> AnyView {
    let file = [("file", (&import.file_name).into())];
    let another = || {
        let href = Route::Admin(AdminPage::Import).href();
        view! { <div class="actions"><ButtonLink href>{t("imports-another")}</ButtonLink></div> }.into_any()
    };
    match import.state {
        ImportState::Applied => view! {
            <Notice tone=Tone::Good title=t_with("imports-applied-title", &file)>
                <p>{t("imports-applied-text")}</p>
                {another()}
            </Notice>
        }
        .into_any(),
        ImportState::Discarded => view! {
            <Notice title=t_with("imports-discarded-title", &file)>
                <p>{t("imports-discarded-text")}</p>
                {another()}
            </Notice>
        }
        .into_any(),
        ImportState::Previewed => view! {
            <SectionHeading title=t_with("imports-preview-title", &file)/>
            <p>{t("imports-preview-text")}</p>
            {decision(query, import)}
        }
        .into_any(),
    }
}

/// Taking over, or putting aside.
fn decision(query: Query<import_rows::ResponseData>, import: &import_rows::ImportParts) -> AnyView {
    let navigate = use_navigate();
    let writes = count_of(import, &[RowOutcome::New, RowOutcome::Changed, RowOutcome::Warning]);
    let wrong = count_of(import, &[RowOutcome::Error]);
    let (applying, discarding) = (Submission::new(), Submission::new());
    let open = RwSignal::new(false);
    let id = import.id.clone();
    let apply = move |_| {
        let input = import_apply::ImportApplyInput { id: id.clone() };
        applying.send::<ImportApply>(import_apply::Variables { input }, move |_| {
            open.set(false);
            toast_done(text("imports-done"));
            query.refetch();
        });
    };
    let id = import.id.clone();
    let discard = move |()| {
        let input = import_discard::ImportDiscardInput { id: id.clone() };
        discarding.send::<ImportDiscard>(import_discard::Variables { input }, move |_| {
            toast_done(text("imports-discarded"));
            navigate(&Route::Admin(AdminPage::Import).href(), Default::default());
        });
    };
    let failure = move |submission: Submission| {
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)))
    };
    let take_over = if writes > 0 {
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Check on_press=move |()| open.set(true)>
                {t_with("imports-apply", &[("count", writes.into())])}
            </Button>
        }
        .into_any()
    } else {
        view! { <p>{t("imports-nothing")}</p> }.into_any()
    };
    view! {
        <div class="actions">
            {take_over}
            <Button kind=ButtonKind::Quiet icon=IconName::Trash pending=discarding.pending() on_press=discard>
                {t("imports-discard")}
            </Button>
        </div>
        <p class="field-error" role="alert">{failure(discarding)}</p>
        <ConfirmDialog
            open
            title=t("imports-apply-title")
            text=t_with("imports-apply-text", &[("errors", wrong.into())])
            confirm=t("imports-apply-confirm")
            pending=applying.pending()
            error=failure(applying)
            on_confirm=apply
        />
    }
    .into_any()
}

/// The outcomes with their counts, as links.
fn filters(import: &import_rows::ImportParts, chosen: Option<RowOutcome>) -> AnyView {
    let href = |outcome: Option<RowOutcome>| {
        let state = outcome.map_or("", RowOutcome::as_str);
        Route::Admin(AdminPage::Import).href_with(&[
            (query::KIND, import.kind.as_str()),
            (query::IMPORT, &import.id),
            (query::STATE, state),
        ])
    };
    let all = count_of(import, RowOutcome::ALL);
    let mut tabs = vec![Tab {
        label: t_with("imports-all", &[("count", all.into())]),
        href: href(None),
        current: chosen.is_none().into(),
    }];
    for count in &import.counts {
        let (key, _) = outcome_words(count.outcome);
        let rows = count.rows;
        tabs.push(Tab {
            label: Signal::derive(move || {
                text_with("imports-count", &[("label", text(key).into()), ("count", rows.into())])
            }),
            href: href(Some(count.outcome)),
            current: (chosen == Some(count.outcome)).into(),
        });
    }
    view! { <Tabs label=t("imports-filter") tabs/> }.into_any()
}

/// The rows, and more on demand.
fn list(id: &str, outcome: Option<RowOutcome>, import: &import_rows::ImportRowsImport) -> AnyView {
    let first: Vec<Line> = import.rows.edges.iter().map(|edge| edge.node.clone()).collect();
    if first.is_empty() {
        return view! { <EmptyState title=t("imports-no-rows") icon=IconName::List/> }.into_any();
    }
    let next = |page: &import_rows::ImportRowsImportRowsPageInfo| {
        page.end_cursor.clone().filter(|_| page.has_next_page)
    };
    let after = RwSignal::new(next(&import.rows.page_info));
    let lines = RwSignal::new(first);
    let submission = Submission::new();
    let id = id.to_owned();
    let more = move |()| {
        let variables = import_rows::Variables {
            id: id.clone(),
            outcome,
            first: Some(PAGE),
            after: after.get_untracked(),
        };
        submission.run(send::<ImportRows>(variables), move |data| {
            after.set(next(&data.import.rows.page_info));
            lines.update(|lines| lines.extend(data.import.rows.edges.into_iter().map(|edge| edge.node)));
        });
    };
    let columns = vec![t("imports-what"), t("imports-line"), t("imports-outcome"), t("imports-details")];
    view! {
        <Table caption=t("imports-filter") columns>
            {move || lines.get().iter().map(row).collect::<Vec<_>>()}
        </Table>
        <Pager
            shown=Signal::derive(move || lines.read().len())
            has_more=Signal::derive(move || after.read().is_some())
            pending=submission.pending()
            on_more=more
        />
    }
    .into_any()
}

fn row(line: &Line) -> AnyView {
    let (key, tone) = outcome_words(line.outcome);
    let changes: Vec<AnyView> = line.changes.iter().map(change).collect();
    let notes: Vec<AnyView> = line.notes.iter().map(note).collect();
    let details = (!changes.is_empty() || !notes.is_empty())
        .then(|| view! { <ul class="import-details">{notes}{changes}</ul> });
    let (label, at) = (line.label.clone(), number(line.line));
    view! {
        <Row>
            <Cell>{label}</Cell>
            <Cell label=t("imports-line") numeric=true>{at}</Cell>
            <Cell label=t("imports-outcome")><Badge tone>{t(key)}</Badge></Cell>
            <Cell label=t("imports-details")>{details}</Cell>
        </Row>
    }
    .into_any()
}

fn change(change: &import_rows::ImportRowsImportRowsEdgesNodeChanges) -> AnyView {
    let value = |value: &str| match value {
        "" => view! { <em>{t("imports-empty-value")}</em> }.into_any(),
        value => view! { <span>{value.to_owned()}</span> }.into_any(),
    };
    let column = change.column.clone();
    let (from, to) = (value(&change.from), value(&change.to));
    view! { <li><code>{column}</code>": "<del>{from}</del>" → "<ins>{to}</ins></li> }.into_any()
}

fn note(note: &import_rows::ImportRowsImportRowsEdgesNodeNotes) -> AnyView {
    let params: Params = note
        .params
        .iter()
        .map(|param| {
            let value = param.value.parse::<i64>().map_or_else(|_| param.value.clone().into(), Into::into);
            (param.name.clone(), value)
        })
        .collect();
    let line = params.get("line").and_then(|line| line.as_i64()).unwrap_or_default();
    let at_line = [("line", line.into())];
    let words = match (ErrorCode::parse(&note.code), ImportHint::parse(&note.code.to_lowercase())) {
        (Some(ErrorCode::Duplicate), _) if line > 0 => text_with("imports-note-same-line", &at_line),
        (Some(code), _) => errors::sentence(code, &params),
        (None, Some(hint)) => text_with(hint_key(hint), &at_line),
        (None, None) => note.code.clone(),
    };
    let column = (!note.column.is_empty()).then(|| view! { <code>{note.column.clone()}</code>": " });
    let class = if note.error { "field-error" } else { "" };
    view! { <li class=class>{column}{words}</li> }.into_any()
}

const fn hint_key(hint: ImportHint) -> &'static str {
    match hint {
        ImportHint::Formula => "imports-hint-formula",
        ImportHint::MatchedByName => "imports-hint-matched-by-name",
        ImportHint::MembershipKept => "imports-hint-membership-kept",
        ImportHint::RoleDatesKept => "imports-hint-role-dates-kept",
        ImportHint::OtherOrganisation => "imports-hint-other-organisation",
        ImportHint::Contradicts => "imports-hint-contradicts",
    }
}
