//! The contract: the committed schema is the one the code makes, everything in it is described,
//! and every operation of the app fits it.

use std::path::Path;

use async_graphql::parser::parse_query;
use verbund::graphql::build_schema;
use verbund_shared::documents::DOCUMENTS;

fn committed() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema.graphql")
}

#[test]
fn the_committed_schema_is_current() {
    let sdl = build_schema(None).sdl();
    let committed = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        committed == sdl,
        "schema.graphql is stale; run: cargo run -p verbund -- export-schema > schema.graphql"
    );
}

#[test]
fn everything_in_the_schema_is_described() {
    let sdl = build_schema(None).sdl();
    let lines: Vec<&str> = sdl.lines().collect();
    let mut bare = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let trimmed = line.trim();
        let declares = ["type ", "input ", "enum ", "scalar ", "interface ", "union "]
            .iter()
            .any(|word| trimmed.starts_with(word))
            || (line.starts_with('\t')
                && (trimmed.contains(": ") || trimmed.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
                && !trimmed.starts_with('"'));
        let described = number > 0 && lines[number - 1].trim().ends_with("\"\"\"");
        // Not ours to describe: the roots' own block and the closing line of a field with arguments.
        let ours = !["type Query", "type Mutation", "query: ", "mutation: ", ")"]
            .iter()
            .any(|start| trimmed.starts_with(start));
        if declares && !described && ours && !inside_description(&lines[..number]) {
            bare.push(format!("{}: {trimmed}", number + 1));
        }
    }
    assert!(bare.is_empty(), "without a description:\n{}", bare.join("\n"));
}

fn inside_description(before: &[&str]) -> bool {
    before.iter().map(|line| line.matches("\"\"\"").count()).sum::<usize>() % 2 == 1
}

#[tokio::test]
async fn every_operation_fits_the_schema() {
    // Validation covers a whole document and comes before execution, which asks for nothing here.
    let schema = build_schema(None);
    for document in DOCUMENTS {
        let text = format!("{} query ValidationOnly {{ __typename }}", document.text);
        let reply = schema.execute(async_graphql::Request::new(text).operation_name("ValidationOnly")).await;
        assert!(reply.errors.is_empty(), "{}.graphql: {:?}", document.name, reply.errors);
    }
}

#[test]
fn operation_names_are_unique() {
    let mut names: Vec<String> = DOCUMENTS
        .iter()
        .flat_map(|document| {
            let parsed = parse_query(document.text).unwrap();
            parsed.operations.iter().filter_map(|(name, _)| name.map(ToString::to_string)).collect::<Vec<_>>()
        })
        .collect();
    names.sort();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
}
