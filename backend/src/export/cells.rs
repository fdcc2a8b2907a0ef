//! Cells of a CSV file that spreadsheets open as what they are: never as a formula, and phone
//! numbers with their plus.

/// What begins a formula in one of the usual spreadsheets.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text. What would be read as a formula gets an apostrophe before it, which spreadsheets know
/// as "this is text".
pub(crate) fn text(value: &str) -> String {
    if value.starts_with(FORMULA_STARTS) { format!("'{value}") } else { value.to_owned() }
}

/// A phone number. Its plus stays, so that it can be dialled: digits and spaces alone are neither a
/// formula nor, with a space among them, a number that would lose the plus. Other signs between the
/// digits become spaces, because `+49-391` would be worked out. What is no phone number is a text.
pub(crate) fn phone(value: &str) -> String {
    let is_sign = |c: char| " ()-/.".contains(c);
    let Some(digits) = value.strip_prefix('+').filter(|digits| {
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || is_sign(c))
    }) else {
        return text(value);
    };
    let groups: Vec<&str> = digits.split(is_sign).filter(|group| !group.is_empty()).collect();
    match groups.as_slice() {
        [one] if one.len() > 2 => format!("+{} {}", &one[..2], &one[2..]),
        groups => format!("+{}", groups.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (value, cell) in [
            ("=HYPERLINK(\"http://x.example\")", "'=HYPERLINK(\"http://x.example\")"),
            ("+1+1", "'+1+1"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("Deutsch = Arbeit", "Deutsch = Arbeit"),
            ("", ""),
        ] {
            assert_eq!(text(value), cell);
        }
    }

    #[test]
    fn a_phone_number_stays_one() {
        for (value, cell) in [
            ("+49 391 12345-6", "+49 391 12345 6"),
            ("+49 (0)391/123", "+49 0 391 123"),
            ("+4939112345", "+49 39112345"),
            ("0391 123", "0391 123"),
            ("+1+1", "'+1+1"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("+", "'+"),
        ] {
            assert_eq!(phone(value), cell);
        }
    }
}
