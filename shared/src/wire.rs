//! Reading answers of the server: parsed JSON into the types of the operations.
//!
//! The types' code is made by the build (`build/operations.rs`). Reading never stops half-way: what does not
//! fit becomes empty and is noted, and `read` gives the whole or nothing. That keeps the code of a type to a
//! few instructions per field, where serde's was two fifths of the web app
//! (docs/decisions/0007-small-answers.md).

pub use serde_json::Value as Json;

/// A type of an answer.
pub trait Read: Sized {
    /// Reads it, or notes that it does not fit.
    fn read(json: &Json, reader: &mut Reader) -> Self;
}

/// Knows whether everything has fitted so far.
#[derive(Debug, Default)]
pub struct Reader {
    misfit: bool,
}

impl Reader {
    /// Notes that something does not fit.
    pub fn misfit(&mut self) {
        self.misfit = true;
    }

    /// Reads a field of an object; one that is absent reads as null.
    #[inline(never)]
    pub fn field<T: Read>(&mut self, json: &Json, name: &str) -> T {
        T::read(json.get(name).unwrap_or(&Json::Null), self)
    }
}

/// Reads a whole answer, or nothing where a part of it does not fit.
pub fn read<T: Read>(json: &Json) -> Option<T> {
    let mut reader = Reader::default();
    let value = T::read(json, &mut reader);
    (!reader.misfit).then_some(value)
}

/// The place of a word among those of an enum; on the wire words stand in capitals.
pub(crate) fn word_at(json: &Json, words: &[&str], reader: &mut Reader) -> usize {
    let word = json.as_str().unwrap_or_default();
    words.iter().position(|known| known.eq_ignore_ascii_case(word)).unwrap_or_else(|| {
        reader.misfit();
        0
    })
}

impl Read for String {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        json.as_str().map(str::to_owned).unwrap_or_else(|| {
            reader.misfit();
            String::new()
        })
    }
}

impl Read for bool {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        json.as_bool().unwrap_or_else(|| {
            reader.misfit();
            false
        })
    }
}

impl Read for i64 {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        json.as_i64().unwrap_or_else(|| {
            reader.misfit();
            0
        })
    }
}

impl Read for f64 {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        json.as_f64().unwrap_or_else(|| {
            reader.misfit();
            0.0
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        (!json.is_null()).then(|| T::read(json, reader))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &Json, reader: &mut Reader) -> Self {
        let entries = json.as_array().map(Vec::as_slice).unwrap_or_else(|| {
            reader.misfit();
            &[]
        });
        entries.iter().map(|entry| T::read(entry, reader)).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::offers::OfferForm;

    #[derive(Debug, PartialEq)]
    struct Thing {
        name: String,
        count: Option<i64>,
        forms: Vec<OfferForm>,
    }

    impl Read for Thing {
        fn read(json: &Json, reader: &mut Reader) -> Self {
            Self {
                name: reader.field(json, "name"),
                count: reader.field(json, "count"),
                forms: reader.field(json, "forms"),
            }
        }
    }

    #[test]
    fn reads_what_fits() {
        let thing =
            read::<Thing>(&json!({ "name": "Ä", "count": 3, "forms": ["COURSE", "ADVICE"], "more": 1 }));
        let forms = vec![OfferForm::Course, OfferForm::Advice];
        assert_eq!(thing, Some(Thing { name: "Ä".to_owned(), count: Some(3), forms }));
        let absent = read::<Thing>(&json!({ "name": "", "forms": [] }));
        assert_eq!(absent, Some(Thing { name: String::new(), count: None, forms: Vec::new() }));
    }

    #[test]
    fn gives_nothing_where_a_part_does_not_fit() {
        for wrong in [
            json!({ "count": 1, "forms": [] }),
            json!({ "name": null, "forms": [] }),
            json!({ "name": "a", "count": "1", "forms": [] }),
            json!({ "name": "a", "count": 1.5, "forms": [] }),
            json!({ "name": "a", "forms": {} }),
            json!({ "name": "a", "forms": ["DANCE"] }),
            json!([]),
            json!(null),
        ] {
            assert_eq!(read::<Thing>(&wrong), None, "{wrong}");
        }
    }
}
