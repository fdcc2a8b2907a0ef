//! Trusted documents: the app's own operations, parsed once and known by the hash of their file.
//! Each operation becomes a document of its own with the fragments it uses, so that one request
//! never validates its neighbours.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name,
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, Selection, SelectionSet},
    },
};
use verbund_shared::documents::DOCUMENTS;

/// The app's operations by file hash and operation name.
pub(super) struct TrustedDocuments {
    operations: HashMap<(String, String), ExecutableDocument>,
}

impl TrustedDocuments {
    /// Parses all documents.
    ///
    /// # Panics
    /// When a document does not parse; a test parses them all before any server does.
    pub(super) fn load() -> Self {
        let mut operations = HashMap::new();
        for file in DOCUMENTS {
            let document = parse_query(file.text).expect("a trusted document parses");
            for (name, operation) in split(&document) {
                operations.insert((file.id.to_owned(), name), operation);
            }
        }
        Self { operations }
    }

    /// An operation, if it is one of ours.
    pub(super) fn find(&self, id: &str, operation: &str) -> Option<&ExecutableDocument> {
        self.operations.get(&(id.to_owned(), operation.to_owned()))
    }
}

fn split(document: &ExecutableDocument) -> Vec<(String, ExecutableDocument)> {
    let DocumentOperations::Multiple(operations) = &document.operations else { return Vec::new() };
    operations
        .iter()
        .map(|(name, operation)| {
            let mut used = HashSet::new();
            collect_fragments(document, &operation.node.selection_set.node, &mut used);
            let fragments = document.fragments.iter().filter(|(name, _)| used.contains(*name));
            let single = ExecutableDocument {
                operations: DocumentOperations::Multiple([(name.clone(), operation.clone())].into()),
                fragments: fragments.map(|(name, fragment)| (name.clone(), fragment.clone())).collect(),
            };
            (name.to_string(), single)
        })
        .collect()
}

fn collect_fragments(document: &ExecutableDocument, selections: &SelectionSet, used: &mut HashSet<Name>) {
    for selection in &selections.items {
        match &selection.node {
            Selection::Field(field) => collect_fragments(document, &field.node.selection_set.node, used),
            Selection::InlineFragment(inline) => {
                collect_fragments(document, &inline.node.selection_set.node, used);
            }
            Selection::FragmentSpread(spread) => {
                let name = &spread.node.fragment_name.node;
                if used.insert(name.clone())
                    && let Some(fragment) = document.fragments.get(name)
                {
                    collect_fragments(document, &fragment.node.selection_set.node, used);
                }
            }
        }
    }
}
