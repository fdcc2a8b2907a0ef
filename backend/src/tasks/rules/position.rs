//! Places in an order that people change: texts that sort by their bytes, so that between any two
//! there is always another, and nothing else must be renumbered.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: u32 = 36;
/// Digits that are counted up and down at the ends, so that keys there stay short.
const WIDTH: usize = 6;
/// How far the next place at an end is away.
const STEP: u32 = BASE * BASE;
/// The first place of an order.
const FIRST: &str = "i";

fn value(digit: u8) -> u32 {
    DIGITS.iter().position(|known| *known == digit).and_then(|at| u32::try_from(at).ok()).unwrap_or(0)
}

fn digit(value: u32) -> char {
    usize::try_from(value).ok().and_then(|at| DIGITS.get(at)).map_or('0', |digit| char::from(*digit))
}

/// A place between two others; none stands for the beginning or the end. The lower one must sort
/// before the upper one.
pub fn between(lower: Option<&str>, upper: Option<&str>) -> String {
    match (lower, upper) {
        (None, None) => FIRST.to_owned(),
        (Some(lower), None) => counted(head(lower).checked_add(STEP)).unwrap_or_else(|| middle(lower, None)),
        (None, Some(upper)) => {
            counted(head(upper).checked_sub(STEP)).unwrap_or_else(|| middle("", Some(upper)))
        }
        (Some(lower), Some(upper)) => middle(lower, Some(upper)),
    }
}

/// The leading digits as a number.
fn head(key: &str) -> u32 {
    let digits = key.bytes().chain(std::iter::repeat(b'0')).take(WIDTH);
    digits.fold(0, |sum, digit| sum * BASE + value(digit))
}

/// The number as a key; none where it does not fit.
fn counted(number: Option<u32>) -> Option<String> {
    let width = u32::try_from(WIDTH).ok()?;
    let mut rest = number.filter(|number| *number > 0 && *number < BASE.pow(width))?;
    let mut digits = Vec::new();
    for _ in 0..WIDTH {
        digits.push(digit(rest % BASE));
        rest /= BASE;
    }
    let key: String = digits.into_iter().rev().collect();
    Some(key.trim_end_matches('0').to_owned())
}

fn middle(lower: &str, upper: Option<&str>) -> String {
    let mut key = String::new();
    let mut upper = upper.map(str::as_bytes);
    for at in 0.. {
        let low = lower.as_bytes().get(at).map_or(0, |digit| value(*digit));
        let high = upper.map_or(BASE, |upper| upper.get(at).map_or(0, |digit| value(*digit)));
        if high > low + 1 {
            key.push(digit((low + high) / 2));
            break;
        }
        key.push(digit(low));
        if high > low {
            // Whatever follows is already below the upper one.
            upper = None;
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_is_always_a_place_between_two() {
        for (lower, upper) in [
            (Some("1"), Some("2")),
            (Some("1"), Some("1001")),
            (Some("1"), Some("11")),
            (Some("1z"), Some("2")),
            (Some("zzzzzz"), None),
            (Some("zzzzzzz"), None),
            (None, Some("000001")),
            (None, Some("01")),
            (None, None),
        ] {
            let key = between(lower, upper);
            assert!(lower.is_none_or(|lower| lower < key.as_str()), "{lower:?} < {key}");
            assert!(upper.is_none_or(|upper| key.as_str() < upper), "{key} < {upper:?}");
            assert!(!key.ends_with('0'), "{key}");
        }
    }

    #[test]
    fn keys_stay_short_at_the_ends() {
        let (mut top, mut bottom) = (between(None, None), between(None, None));
        for _ in 0..10_000 {
            top = between(None, Some(&top));
            bottom = between(Some(&bottom), None);
        }
        assert!(top.len() <= WIDTH && bottom.len() <= WIDTH, "{top} {bottom}");
    }

    proptest! {
        #[test]
        fn any_order_of_insertions_keeps_its_order(places in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
            let mut keys: Vec<String> = Vec::new();
            for place in places {
                let at = place.index(keys.len() + 1);
                let lower = at.checked_sub(1).and_then(|at| keys.get(at)).map(String::as_str);
                let key = between(lower, keys.get(at).map(String::as_str));
                prop_assert!(!key.ends_with('0'));
                keys.insert(at, key);
            }
            prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", keys);
        }
    }
}
