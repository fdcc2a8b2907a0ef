//! Limits on a query's shape that the GraphQL library does not have: tokens, root fields, aliases,
//! and one sign-in or ballot per request. Depth, complexity and directives are the schema's.

use async_graphql::parser::types::{ExecutableDocument, OperationType, Selection, SelectionSet};

/// A query's text, in bytes; the body limit is larger because of variables.
pub(super) const QUERY_BYTES_MAX: usize = 16 * 1024;
/// A request's body, in bytes. Files have a route of their own.
pub(super) const BODY_BYTES_MAX: usize = 256 * 1024;
/// Words and signs of a query: a generous count of what the text splits into.
const TOKENS_MAX: usize = 2_000;
/// Fields directly under `query`.
const ROOT_FIELDS_MAX: usize = 10;
/// Fields that are renamed, over the whole query.
const ALIASES_MAX: usize = 30;

/// Whether the text is within its limits, before it is parsed.
pub(super) fn text_is_within(query: &str) -> bool {
    if query.len() > QUERY_BYTES_MAX {
        return false;
    }
    let mut tokens = 0usize;
    let mut in_word = false;
    for c in query.chars() {
        let word = c.is_alphanumeric() || c == '_';
        if (word && !in_word) || (!word && !c.is_whitespace() && c != ',') {
            tokens += 1;
        }
        in_word = word;
    }
    tokens <= TOKENS_MAX
}

/// Whether the parsed query is within its limits.
pub(super) fn document_is_within(document: &ExecutableDocument) -> bool {
    document.operations.iter().all(|(_, operation)| {
        let root = &operation.node.selection_set.node;
        // One act per request: no batch of sign-ins or ballots under aliases.
        let root_max = if operation.node.ty == OperationType::Mutation { 1 } else { ROOT_FIELDS_MAX };
        root_fields(document, root, 0) <= root_max
    }) && aliases(document) <= ALIASES_MAX
}

fn root_fields(document: &ExecutableDocument, selections: &SelectionSet, depth: usize) -> usize {
    if depth > 8 {
        return usize::MAX;
    }
    selections.items.iter().fold(0usize, |sum, selection| {
        sum.saturating_add(match &selection.node {
            Selection::Field(_) => 1,
            Selection::InlineFragment(inline) => {
                root_fields(document, &inline.node.selection_set.node, depth + 1)
            }
            Selection::FragmentSpread(spread) => document
                .fragments
                .get(&spread.node.fragment_name.node)
                .map_or(0, |fragment| root_fields(document, &fragment.node.selection_set.node, depth + 1)),
        })
    })
}

fn aliases(document: &ExecutableDocument) -> usize {
    let operations = document.operations.iter().map(|(_, operation)| &operation.node.selection_set.node);
    let fragments = document.fragments.values().map(|fragment| &fragment.node.selection_set.node);
    operations.chain(fragments).map(aliases_in).sum()
}

fn aliases_in(selections: &SelectionSet) -> usize {
    selections
        .items
        .iter()
        .map(|selection| match &selection.node {
            Selection::Field(field) => {
                usize::from(field.node.alias.is_some()) + aliases_in(&field.node.selection_set.node)
            }
            Selection::InlineFragment(inline) => aliases_in(&inline.node.selection_set.node),
            Selection::FragmentSpread(_) => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    fn check(query: &str, within: bool) {
        let found = text_is_within(query) && document_is_within(&parse_query(query).expect("parses"));
        assert_eq!(found, within, "{}", &query[..query.len().min(80)]);
    }

    #[test]
    fn limits_hold() {
        check("{ network { name } }", true);
        check("mutation { a: signIn { x } b: signIn { x } }", false);
        check("mutation { ...F } fragment F on Mutation { a: signIn { x } b: signIn { x } }", false);
        check("query { ...F } fragment F on Query { ...F }", false);
        let many = |part: &str, n: usize| part.repeat(n);
        check(&format!("{{ {} }}", many("network { name } ", 10)), true);
        check(&format!("{{ {} }}", many("network { name } ", 11)), false);
        check(&format!("{{ network {{ {} }} }}", many("a: name ", 31)), false);
        check(&format!("{{ network {{ {} }} }}", many("name ", 2_100)), false);
    }
}
