//! The messages against each other and against the sources: missing, unused, unequal.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::{Catalogue, load, variables};
use crate::web::{areas, inputs};

/// Where keys are used.
const SOURCES: [&str; 3] = ["frontend/src", "backend/src", "shared/src"];

/// Functions of the app whose first argument is a message key.
const CALLS: [&str; 4] = ["t(", "t_with(", "text(", "text_with("];

/// Fails with a list of all mistakes.
pub fn check(root: &Path) -> Result<()> {
    let catalogues = load(&root.join("shared/locales"))?;
    let sources = read_sources(root)?;
    let mut mistakes = Vec::new();
    compare(&catalogues, &mut mistakes);
    let literals: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| literals(text)).collect();
    unused(&catalogues, &literals, &mut mistakes);
    let areas = areas::load(&root.join("frontend/web/areas.json"))?;
    let app = root.join("frontend/src");
    for (path, text) in &sources {
        let name = path.strip_prefix(root).unwrap_or(path).display().to_string();
        // Only the app's functions of these names take keys.
        if let Ok(place) = path.strip_prefix(&app) {
            missing(&catalogues, &name, text, &mut mistakes);
            for folder in folders_of(place, &sources) {
                let domains = areas.messages.get(&folder).map(Vec::as_slice).unwrap_or_default();
                not_fetched(&catalogues, (&name, &folder), domains, text, &mut mistakes);
            }
        }
    }
    if !mistakes.is_empty() {
        bail!("{} mistakes in the messages:\n  {}", mistakes.len(), mistakes.join("\n  "));
    }
    Ok(())
}

fn read_sources(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut paths = Vec::new();
    for folder in SOURCES {
        inputs::collect(&root.join(folder), &mut paths)?;
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    paths.sort();
    let read = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path)?;
        Ok((path, text))
    });
    read.collect()
}

/// Each key exists in each language and needs the same variables there.
fn compare(catalogues: &[Catalogue], mistakes: &mut Vec<String>) {
    for one in catalogues {
        for other in catalogues.iter().filter(|other| other.locale != one.locale) {
            for (key, message) in &one.messages {
                let Some(translated) = other.messages.get(key) else {
                    mistakes.push(format!("{}: `{key}` is missing in `{}`", message.place, other.locale));
                    continue;
                };
                let (here, there) = (variables(&message.parts), variables(&translated.parts));
                // Told once, from the side of the first language.
                if here != there && one.locale < other.locale {
                    mistakes.push(format!(
                        "{}: `{key}` has the variables {here:?}, but in `{}` {there:?}",
                        message.place, other.locale
                    ));
                }
            }
        }
    }
}

/// Each key stands in some source, whole or as `prefix-{..}` of a composed key.
fn unused(catalogues: &[Catalogue], literals: &BTreeSet<&str>, mistakes: &mut Vec<String>) {
    let prefixes: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{').map(|(prefix, _)| prefix))
        .filter(|prefix| prefix.ends_with('-') && is_key(prefix.trim_end_matches('-')))
        .collect();
    let Some(first) = catalogues.first() else {
        return;
    };
    for (key, message) in &first.messages {
        let composed = prefixes.iter().any(|prefix| key.starts_with(prefix));
        if !literals.contains(key.as_str()) && !composed {
            mistakes.push(format!("{}: `{key}` is used nowhere", message.place));
        }
    }
}

/// Each key that the app asks for exists.
fn missing(catalogues: &[Catalogue], path: &str, text: &str, mistakes: &mut Vec<String>) {
    let Some(first) = catalogues.first() else {
        return;
    };
    for (line, key) in asked_for(text) {
        if !first.messages.contains_key(key) {
            mistakes.push(format!("{path}:{line}: there is no message `{key}`"));
        }
    }
}

/// The folders of pages whose messages a file of the app can count on: its own; for what several folders
/// share, those that name it; for everything else only what every page has.
fn folders_of(place: &Path, sources: &[(PathBuf, String)]) -> Vec<String> {
    let parts: Vec<String> = place.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["pages", folder, _, ..] => vec![(*folder).to_owned()],
        ["pages", file] if !["mod.rs", "not_found.rs", "support.rs"].contains(file) => {
            let module = format!("{}::", file.trim_end_matches(".rs"));
            let naming = sources.iter().filter(|(_, text)| text.contains(&module));
            let folder = |(path, _): &(PathBuf, String)| {
                let mut after = path.iter().skip_while(|part| *part != "pages").skip(1);
                let folder = after.next()?.to_string_lossy().into_owned();
                after.next().map(|_| folder)
            };
            naming.filter_map(folder).collect::<BTreeSet<_>>().into_iter().collect()
        }
        _ => vec![areas::BASE.to_owned()],
    }
}

/// Each key that a file names is among the messages that its pages fetch.
fn not_fetched(
    catalogues: &[Catalogue],
    (path, folder): (&str, &str),
    domains: &[String],
    text: &str,
    mistakes: &mut Vec<String>,
) {
    let Some(first) = catalogues.first() else { return };
    for literal in literals(text) {
        let found = match literal.split_once('{') {
            Some((prefix, _)) if prefix.ends_with('-') => {
                first.messages.iter().find(|(key, _)| key.starts_with(prefix))
            }
            _ => first.messages.get_key_value(literal),
        };
        if let Some((key, message)) = found
            && !domains.contains(&message.domain)
        {
            let domain = &message.domain;
            mistakes.push(format!(
                "{path}: `{key}` is of `{domain}`, which `{folder}` does not fetch (frontend/web/areas.json)"
            ));
        }
    }
}

/// Line and key of each literal given directly to one of the calls that take a key.
fn asked_for(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for call in CALLS {
        for (at, _) in text.match_indices(call) {
            let before = &text[..at];
            let begins_a_word = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let comment = before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("//"));
            let Some(literal) = text[at + call.len()..].trim_start().strip_prefix('"') else {
                continue;
            };
            let key = literal.split('"').next().unwrap_or_default();
            if begins_a_word && !comment && is_key(key) {
                found.push((1 + before.matches('\n').count(), key));
            }
        }
    }
    found.sort_unstable();
    found
}

/// All string literals of a source, well enough for finding keys in them.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::web::messages::{Message, Part};

    fn catalogue(locale: &'static str, keys: &[(&str, Part)]) -> Catalogue {
        let messages = keys.iter().map(|(key, part)| {
            let place = format!("{locale}.ftl:1");
            let message = Message { parts: vec![part.clone()], domain: "x".into(), place };
            ((*key).to_owned(), message)
        });
        Catalogue { locale, messages: messages.collect::<BTreeMap<_, _>>() }
    }

    fn text() -> Part {
        Part::Text("a".into())
    }

    #[test]
    fn languages_must_have_the_same_keys_and_variables() {
        let de = catalogue("de", &[("x-a", text()), ("x-b", Part::Variable("n".into()))]);
        let en = catalogue("en", &[("x-b", text()), ("x-c", text())]);
        let mut mistakes = Vec::new();
        compare(&[de, en], &mut mistakes);
        assert_eq!(mistakes.len(), 3, "{mistakes:#?}");
        assert!(mistakes[0].contains("`x-a` is missing in `en`"));
        assert!(mistakes[1].contains("`x-b` has the variables"));
        assert!(mistakes[2].contains("`x-c` is missing in `de`"));
    }

    #[test]
    fn unused_keys_are_found_and_composed_ones_are_not() {
        let de = catalogue("de", &[("x-a", text()), ("x-kind-one", text()), ("x-old", text())]);
        let source = r#"t!("x-a"); format!("x-kind-{kind}"); // "x-old""#;
        let found: BTreeSet<&str> = literals(source).filter(|word| *word != "x-old").collect();
        let mut mistakes = Vec::new();
        unused(&[de], &found, &mut mistakes);
        assert_eq!(mistakes, ["de.ftl:1: `x-old` is used nowhere"]);
    }

    #[test]
    fn keys_asked_for_are_read_from_calls_only() {
        assert_eq!(asked_for(r#"<p>{t("offers-title")}</p>"#), [(1, "offers-title")]);
        assert_eq!(asked_for("\ntext_with(\n  \"offers-hint\","), [(2, "offers-hint")]);
        assert!(asked_for(r#"assert("offers-title")"#).is_empty());
        assert!(asked_for(r#"// t("offers-title")"#).is_empty());
        assert!(asked_for("t(key)").is_empty());
    }
}
