//! The paragraphs of a text: blocks of Markdown between blank lines. Code between fences is one block,
//! whatever blank lines it has.

use std::ops::Range;

/// The fence that a line opens or closes: its mark and how often it stands there.
fn fence(line: &str) -> Option<(char, usize)> {
    let bare = line.trim_start_matches(' ');
    if line.len() - bare.len() > 3 {
        return None;
    }
    let mark = bare.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = bare.chars().take_while(|c| *c == mark).count();
    // A line of code may hold its own marks: "```x```" opens nothing.
    let rest = bare.get(length..).unwrap_or_default();
    (length >= 3 && !(mark == '`' && rest.contains('`'))).then_some((mark, length))
}

fn closes(line: &str, open: (char, usize)) -> bool {
    fence(line).is_some_and(|(mark, length)| mark == open.0 && length >= open.1)
        && line.trim().chars().all(|c| c == open.0)
}

/// Where the paragraphs of a text are, without the blank lines around them.
pub fn places(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut begun: Option<usize> = None;
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if open.is_none() && bare.trim().is_empty() {
            places.extend(begun.take().map(|start| start..end));
        } else {
            begun.get_or_insert(at);
            end = at + bare.len();
            open = match open {
                Some(fence) if closes(bare, fence) => None,
                Some(fence) => Some(fence),
                None => fence(bare),
            };
        }
        at += line.len();
    }
    places.extend(begun.map(|start| start..end));
    places
}

/// The paragraphs of a text.
pub fn split(text: &str) -> Vec<&str> {
    places(text).into_iter().filter_map(|place| text.get(place)).collect()
}

/// One paragraph, counted from 1.
pub fn nth(text: &str, number: i32) -> Option<&str> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    split(text).get(at).copied()
}

/// The text with another one in the place of a paragraph: that of this number if it still says what was
/// quoted, otherwise the first that does. None where no paragraph says so any more.
pub fn replaced(text: &str, (number, quote): (i32, &str), by: &str) -> Option<String> {
    let places = places(text);
    let says = |place: &Range<usize>| text.get(place.clone()) == Some(quote);
    let counted = usize::try_from(number).ok().and_then(|number| places.get(number.checked_sub(1)?));
    let place = counted.filter(|place| says(place)).or_else(|| places.iter().find(|place| says(place)))?;
    Some(format!("{}{by}{}", text.get(..place.start)?, text.get(place.end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(split(text), expected, "{text:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("", &[]);
        check("\n \n\t\n", &[]);
        check("eins", &["eins"]);
        check("eins\nzwei\n\ndrei\n", &["eins\nzwei", "drei"]);
        check("\n\neins  \n \t \n\n\nzwei", &["eins  ", "zwei"]);
        check("- a\n- b\n\n# Ü\nText", &["- a\n- b", "# Ü\nText"]);
    }

    #[test]
    fn code_between_fences_is_one_paragraph() {
        check("a\n\n```\nx\n\ny\n```\n\nb", &["a", "```\nx\n\ny\n```", "b"]);
        check("~~~ rust\n\n```\n\n~~~\n\nb", &["~~~ rust\n\n```\n\n~~~", "b"]);
        check("````\n```\n\n````\n\nb", &["````\n```\n\n````", "b"]);
        // Never closed: all that follows belongs to it.
        check("a\n\n```\nx\n\ny", &["a", "```\nx\n\ny"]);
        check("```x``` y\n\nb", &["```x``` y", "b"]);
        check("    ```\n\nb", &["    ```", "b"]);
    }

    fn check_replaced(text: &str, about: (i32, &str), expected: Option<&str>) {
        assert_eq!(replaced(text, about, "neu").as_deref(), expected, "{text:?} {about:?}");
    }

    #[test]
    fn a_paragraph_is_replaced_by_number_and_word() {
        check_replaced("a\n\nb\n\nc", (2, "b"), Some("a\n\nneu\n\nc"));
        check_replaced("a\n\na", (2, "a"), Some("a\n\nneu"));
        // Another was put before it.
        check_replaced("x\n\na\n\nb", (1, "a"), Some("x\n\nneu\n\nb"));
        check_replaced("a\n\nB", (2, "b"), None);
        check_replaced("a", (0, "a"), Some("neu"));
        check_replaced("", (1, ""), None);
    }

    #[test]
    fn paragraphs_count_from_one() {
        assert_eq!((nth("a\n\nb", 1), nth("a\n\nb", 2)), (Some("a"), Some("b")));
        assert_eq!((nth("a", 0), nth("a", 2), nth("a", -1)), (None, None, None));
    }
}
