//! One Fluent file into messages; refuses all of Fluent that the app's small formatter doesn't know.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::Part;

/// Key, place and parts of a message, or what is wrong with it and where.
type Outcome = Result<(String, String, Vec<Part>), String>;

/// Compiles the text of the file `name`.
pub fn file(name: &str, text: &str) -> Vec<Outcome> {
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            let describe = |error: parser::ParserError| {
                let line = line_at(text, error.pos.start);
                Err(format!("{name}:{line}: {error}"))
            };
            return errors.into_iter().map(describe).collect();
        }
    };
    let entries = resource.body.into_iter();
    entries.filter_map(|entry| compile_entry(name, text, entry)).collect()
}

fn compile_entry(name: &str, text: &str, entry: Entry<&str>) -> Option<Outcome> {
    let (key, problem, value) = match entry {
        Entry::Message(message) if !message.attributes.is_empty() => {
            (message.id.name, Some("attributes are not supported"), None)
        }
        Entry::Message(message) => match message.value {
            Some(value) => (message.id.name, None, Some(value)),
            None => (message.id.name, Some("it has no text"), None),
        },
        Entry::Term(term) => (term.id.name, Some("terms are not supported"), None),
        Entry::Junk { content } => {
            return Some(Err(format!("{name}: not understood: {content}")));
        }
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => return None,
    };
    let place = format!("{name}:{}", line_of_key(text, key));
    let parts = match (problem, value) {
        (None, Some(value)) => pattern(value),
        (problem, _) => Err(problem.unwrap_or("it has no text").to_owned()),
    };
    Some(match parts {
        Ok(parts) => Ok((key.to_owned(), place, parts)),
        Err(problem) => Err(format!("{place}: `{key}`: {problem}")),
    })
}

fn pattern(pattern: Pattern<&str>) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    for element in pattern.elements {
        let part = match element {
            PatternElement::TextElement { value } => Part::Text(value.to_owned()),
            PatternElement::Placeable { expression } => expression_part(expression)?,
        };
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(more)) => before.push_str(&more),
            (_, part) => parts.push(part),
        }
    }
    Ok(parts)
}

fn expression_part(expression: Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Ok(Part::Variable(id.name.to_owned()))
        }
        // `{ "" }` keeps a space at the edge of a text.
        Expression::Inline(InlineExpression::StringLiteral { value }) => Ok(Part::Text(value.to_owned())),
        Expression::Inline(_) => Err("only `{ $variable }` may stand in braces".to_owned()),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("only a variable can be selected by".to_owned());
            };
            let mut compiled = BTreeMap::new();
            let mut default = None;
            for variant in variants {
                let key = match variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                if variant.default {
                    default = Some(key.to_owned());
                }
                compiled.insert(key.to_owned(), self::pattern(variant.value)?);
            }
            Ok(Part::Select {
                variable: id.name.to_owned(),
                variants: compiled,
                default: default.ok_or("no variant is marked with `*`")?,
            })
        }
    }
}

fn line_at(text: &str, position: usize) -> usize {
    let before = text.as_bytes().iter().take(position);
    1 + before.filter(|byte| **byte == b'\n').count()
}

fn line_of_key(text: &str, key: &str) -> usize {
    let starts = |line: &str| {
        let rest = line.trim_start_matches('-').strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(starts).map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::messages::parts_to_json;

    fn json(text: &str) -> Result<String, String> {
        let mut outcomes = file("x.ftl", text);
        assert_eq!(outcomes.len(), 1, "{outcomes:?}");
        outcomes.remove(0).map(|(_, _, parts)| parts_to_json(&parts).to_string())
    }

    #[test]
    fn compiles_text_variables_and_plurals() {
        assert_eq!(json("a = Grüße").as_deref(), Ok("\"Grüße\""));
        assert_eq!(json("a = Hallo { $name }!").as_deref(), Ok(r#"["Hallo ",{"v":"name"},"!"]"#));
        let plural = "a = { $n ->\n    [one] ein Angebot\n   *[other] { $n } Angebote\n }";
        let expected =
            r#"[{"c":{"one":["ein Angebot"],"other":[{"v":"n"}," Angebote"]},"d":"other","s":"n"}]"#;
        assert_eq!(json(plural).as_deref(), Ok(expected));
    }

    #[test]
    fn refuses_the_rest_of_fluent_with_file_and_line() {
        let wrong = |text: &str| json(text).expect_err("must be refused");
        assert!(wrong("\n\n-brand = Verbund").starts_with("x.ftl:3: `brand`: terms"));
        assert!(wrong("a = b\n    .title = c").contains("attributes"));
        assert!(wrong("a = { NUMBER($n) }").contains("only `{ $variable }`"));
        assert!(wrong("a = { b }").contains("only `{ $variable }`"));
        assert!(wrong("\na = { $").starts_with("x.ftl:2"));
    }
}
