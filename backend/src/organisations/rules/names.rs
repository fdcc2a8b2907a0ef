//! Names folded for order and search, and compared to find the same organisation twice.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Words and abbreviations that say what legal form an organisation has, not which one it is;
/// folded, longest first.
const LEGAL_FORMS: &[&str] = &[
    "gemeinnuetzige gesellschaft mit beschraenkter haftung",
    "gesellschaft mit beschraenkter haftung",
    "anstalt des oeffentlichen rechts",
    "koerperschaft des oeffentlichen rechts",
    "unternehmergesellschaft haftungsbeschraenkt",
    "gmbh co kg",
    "ug haftungsbeschraenkt",
    "eingetragener verein",
    "eingetragene genossenschaft",
    "aktiengesellschaft",
    "gemeinnuetzige gmbh",
    "gemeinnuetzige",
    "stiftung des buergerlichen rechts",
    "ggmbh",
    "gmbh",
    "mbh",
    "gug",
    "ug",
    "ag",
    "kg",
    "ohg",
    "gbr",
    "e v",
    "ev",
    "e g",
    "eg",
    "e k",
    "adoer",
    "aoer",
    "kdoer",
    "koer",
    "se",
];

/// Small letters; umlauts written out; accents left away; white space single.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' | 'æ' => folded.push_str("ae"),
            'ö' | 'œ' | 'ø' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            c if c.is_whitespace() => folded.push(' '),
            c => folded.extend(c.nfkd().filter(|part| !is_combining_mark(*part))),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is left of a name without its legal form and punctuation: what makes it this one.
pub fn core_name(name: &str) -> String {
    let plain: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut core = format!(" {plain} ");
    for form in LEGAL_FORMS {
        core = core.replace(&format!(" {form} "), " ");
    }
    let core = core.trim();
    if core.is_empty() { plain } else { core.to_owned() }
}

/// Whether two names may well mean the same organisation: the words of the shorter one stand in
/// the other, typing errors allowed, and little is left over there.
pub fn are_similar(one: &str, other: &str) -> bool {
    let (one, other) = (core_name(one), core_name(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if one.replace(' ', "") == other.replace(' ', "") {
        return true;
    }
    let (shorter, longer) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let mut unmatched: Vec<&str> = longer.split(' ').collect();
    // Word by word: taken as a whole, "Bildungswerk Harz" is very like "Bildungswerk Halle".
    for word in shorter.split(' ') {
        let Some(place) = unmatched.iter().position(|other| strsim::jaro_winkler(word, other) >= 0.9) else {
            return false;
        };
        unmatched.swap_remove(place);
    }
    let left_over: usize = unmatched.iter().map(|word| word.chars().count()).sum();
    left_over * 3 <= longer.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_name_has_small_plain_letters() {
        for (name, folded) in [
            ("  Bücher   & Straße ", "buecher & strasse"),
            ("ÄÖÜ", "aeoeue"),
            ("Žofia Łódź", "zofia lodz"),
            ("e\u{0301}cole", "ecole"),
            ("Допомога", "допомога"),
            ("مساعدة", "مساعدة"),
            ("", ""),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn the_legal_form_is_no_part_of_the_core() {
        for (name, core) in [
            ("Ankommen in Halle e. V.", "ankommen in halle"),
            ("Ankommen in Halle eV", "ankommen in halle"),
            ("Elbe-Bildung gGmbH", "elbe bildung"),
            ("Müller GmbH & Co. KG", "mueller"),
            ("AG", "ag"),
            ("Agentur West", "agentur west"),
        ] {
            assert_eq!(core_name(name), core, "{name}");
        }
    }

    fn check(one: &str, other: &str, similar: bool) {
        assert_eq!(are_similar(one, other), similar, "{one} / {other}");
        assert_eq!(are_similar(other, one), similar, "{other} / {one}");
    }

    #[test]
    fn similar_names_are_found_and_neighbours_are_not() {
        check("Ankommen in Halle e. V.", "Ankommen in Halle", true);
        check("Sprachschule Müller", "Sprachschule Mueller GmbH", true);
        check("Willkommensamt Mittelelbe", "Wilkommensamt Mittelelbe", true);
        check("Bildungswerk Halle", "Bildungswerk Harz", false);
        check("Volkshochschule Magdeburg", "Volkshochschule Stendal", false);
        check("IHK", "HWK", false);
        check("Sprach-Schule Elbe", "Sprachschule Elbe", true);
        check("Ankommen in Halle", "Ankommen in Halle (Saale)", true);
        check("Halle", "Bildungswerk Halle", false);
        check("", "", false);
    }
}
