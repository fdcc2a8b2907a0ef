//! Passwords that are guessed first. Twelve characters leave few of the well-known lists; what is
//! left is mostly a common word with a number behind it, a row of keys, or a repetition. So what
//! counts is what remains of a password without those.

/// Common words of leaked passwords, in German and English, and what stands around here.
const WORDS: &[&str] = &[
    "passwort",
    "password",
    "passwd",
    "kennwort",
    "geheim",
    "secret",
    "willkommen",
    "welcome",
    "administrator",
    "admin",
    "benutzer",
    "zugang",
    "login",
    "master",
    "root",
    "test",
    "hallo",
    "hello",
    "iloveyou",
    "ichliebe",
    "liebe",
    "schatz",
    "schnucki",
    "engel",
    "prinzessin",
    "princess",
    "sonnenschein",
    "sunshine",
    "sommer",
    "summer",
    "winter",
    "fruehling",
    "frühling",
    "spring",
    "herbst",
    "autumn",
    "januar",
    "februar",
    "maerz",
    "märz",
    "april",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "october",
    "november",
    "dezember",
    "december",
    "montag",
    "monday",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "friday",
    "samstag",
    "sonntag",
    "sunday",
    "fussball",
    "fußball",
    "football",
    "baseball",
    "basketball",
    "bundesliga",
    "superman",
    "batman",
    "starwars",
    "pokemon",
    "dragon",
    "drache",
    "monkey",
    "affe",
    "shadow",
    "michael",
    "daniel",
    "thomas",
    "andreas",
    "stefan",
    "alexander",
    "sabine",
    "nicole",
    "jessica",
    "jennifer",
    "charlie",
    "computer",
    "internet",
    "samsung",
    "iphone",
    "apple",
    "google",
    "facebook",
    "instagram",
    "linkedin",
    "microsoft",
    "windows",
    "mercedes",
    "porsche",
    "ferrari",
    "bayern",
    "borussia",
    "dortmund",
    "schalke",
    "dynamo",
    "magdeburg",
    "halle",
    "dessau",
    "stendal",
    "sachsen",
    "anhalt",
    "deutschland",
    "germany",
    "berlin",
    "hamburg",
    "muenchen",
    "münchen",
    "netzwerk",
    "network",
    "integration",
    "letmein",
    "trustno",
    "whatever",
    "changeme",
    "aendern",
    "qwertz",
    "qwerty",
    "asdfgh",
    "yxcvbn",
    "zxcvbn",
    "1q2w3e4r",
    "1qaz2wsx",
    "q1w2e3r4",
    "blumen",
    "flower",
    "katze",
    "hund",
    "mausi",
    "killer",
    "hunter",
    "ranger",
    "soccer",
    "hockey",
    "jordan",
    "freedom",
    "freiheit",
];

/// Rows of keys and of the alphabet; three in a row count as one.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertzuiopü",
    "qwertyuiop",
    "asdfghjklöä",
    "yxcvbnm",
    "zxcvbnm",
];

/// What must remain for a password to be worth something: a letter counts two, another sign one.
const NEEDED: usize = 10;

/// Whether a password is among those that are guessed first.
pub(super) fn is_easy(password: &str) -> bool {
    let lower = password.to_lowercase();
    let distinct = lower.chars().collect::<std::collections::HashSet<_>>().len();
    distinct < 5 || worth(&lower) < NEEDED || worth(&without_disguise(&lower)) < NEEDED
}

/// `p4ssw0rt` is `passwort`.
fn without_disguise(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '4' | '@' => 'a',
            '3' => 'e',
            '1' | '!' => 'i',
            '0' => 'o',
            '5' | '$' => 's',
            other => other,
        })
        .collect()
}

fn worth(text: &str) -> usize {
    let mut rest = text.to_owned();
    for word in WORDS {
        rest = rest.replace(word, " ");
    }
    let rest: Vec<char> = rest.chars().collect();
    let mut worth = 0;
    let mut at = 0;
    while at < rest.len() {
        let run = run_length(&rest[at..]);
        // A run is worth as much as its first sign.
        worth += match rest[at] {
            c if c.is_alphabetic() => 2,
            c if c.is_whitespace() => 0,
            _ => 1,
        };
        at += run;
    }
    worth
}

/// How many signs from here on follow each other on a row of keys, in the alphabet, or are the
/// same; one when fewer than three do.
fn run_length(text: &[char]) -> usize {
    let same = text.iter().take_while(|c| **c == text[0]).count();
    let longest = ROWS
        .iter()
        .flat_map(|row| {
            let forward: Vec<char> = row.chars().collect();
            let backward: Vec<char> = row.chars().rev().collect();
            [forward, backward]
        })
        .filter_map(|row| {
            let start = row.iter().position(|c| *c == text[0])?;
            Some(row[start..].iter().zip(text).take_while(|(a, b)| a == b).count())
        })
        .fold(same, usize::max);
    if longest >= 3 { longest } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::is_easy;

    fn check(password: &str, easy: bool) {
        assert_eq!(is_easy(password), easy, "{password}");
    }

    #[test]
    fn what_is_guessed_first_is_easy() {
        for password in [
            "passwort1234",
            "P4ssw0rt2026!",
            "Sommer2026!!",
            "aaaaaaaaaaaa",
            "123456789012",
            "qwertzuiopü1",
            "abcdefghijkl",
            "abababababab",
            "Magdeburg2026",
            "HalloHallo123",
            "iloveyou1234",
            "987654321098",
        ] {
            check(password, true);
        }
    }

    #[test]
    fn what_is_not_guessed_first_is_not_easy() {
        for password in [
            "drei Ziegen im Nebel",
            "Tr0mmel-Kasten-9",
            "k8#Pz!mQ2v&x",
            "correct horse battery",
            "verbund-demo-2026",
        ] {
            check(password, false);
        }
    }
}
