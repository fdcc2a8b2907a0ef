//! From the bytes of a file to a table: encoding, separator, lines.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use verbund_shared::{
    error::{ErrorCode, Params},
    limits::IMPORT_ROWS_MAX,
};

/// A file as rows of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns, as written.
    pub header: Vec<String>,
    /// Each row with the number of its line.
    pub rows: Vec<(i32, Vec<String>)>,
}

/// Why a whole file cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct FileProblem {
    /// What it is.
    pub code: ErrorCode,
    /// What belongs into the sentence.
    pub params: Params,
}

impl FileProblem {
    /// A problem without parameters.
    pub fn new(code: ErrorCode) -> Self {
        Self { code, params: Params::new() }
    }

    /// A problem with one parameter.
    pub fn with(code: ErrorCode, name: &str, value: impl Into<serde_json::Value>) -> Self {
        let mut problem = Self::new(code);
        problem.params.insert(name.to_owned(), value.into());
        problem
    }
}

/// Reads the text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is, else Windows-1252,
/// which spreadsheets in German write.
pub fn decode(bytes: &[u8]) -> Result<String, FileProblem> {
    let wrong = || FileProblem::new(ErrorCode::FileEncoding);
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        return if broken { Err(wrong()) } else { Ok(text.into_owned()) };
    }
    if bytes.contains(&0) {
        // UTF-16 without a mark has a zero in every second place of plain letters; anything else
        // with zeros is no text.
        let even = bytes.iter().step_by(2).filter(|byte| **byte == 0).count();
        let odd = bytes.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
        let encoding = match (even, odd) {
            (0, _) => UTF_16LE,
            (_, 0) => UTF_16BE,
            _ => return Err(wrong()),
        };
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        return if broken || text.contains('\0') { Err(wrong()) } else { Ok(text.into_owned()) };
    }
    let (text, broken) = UTF_8.decode_without_bom_handling(bytes);
    if !broken {
        return Ok(text.into_owned());
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    // What Windows-1252 leaves undefined shows as control characters: then it was something else.
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(wrong());
    }
    Ok(text.into_owned())
}

/// Cuts a text into rows and cells.
pub fn read_table(text: &str) -> Result<Table, FileProblem> {
    if text.trim().is_empty() {
        return Err(FileProblem::new(ErrorCode::FileEmpty));
    }
    // The reader counts a line at its `\n`, which after `\r` belongs to the next row.
    let text = text.replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut header = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| FileProblem::new(ErrorCode::FileEncoding))?;
        let line = record.position().map_or(0, |position| i32::try_from(position.line()).unwrap_or(i32::MAX));
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        match &header {
            None => header = Some(cells),
            Some(_) if rows.len() == IMPORT_ROWS_MAX => {
                return Err(FileProblem::with(ErrorCode::TooManyRows, "max", IMPORT_ROWS_MAX));
            }
            Some(_) => rows.push((line, cells)),
        }
    }
    let header = header.ok_or_else(|| FileProblem::new(ErrorCode::FileEmpty))?;
    if rows.is_empty() {
        return Err(FileProblem::new(ErrorCode::FileEmpty));
    }
    Ok(Table { header, rows })
}

/// The separator that stands most often in the first line, outside of quotes.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte) {
                    *count += 1;
                }
            }
        }
    }
    // Of equal counts the last wins, and the semicolon is what German spreadsheets write.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(separator, _)| *separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
        let marked = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
        let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        marked.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn encodings_of_offices_are_read() {
        let text = "name;ort\nBörde;Köthen";
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            b"name;ort\nB\xf6rde;K\xf6then".to_vec(),
            utf16(text, true, true),
            utf16(text, false, true),
            utf16(text, true, false),
            utf16(text, false, false),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"a\0\0\0b\0c"[..],
            b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR",
            b"a\x81\x8d;b",
            b"\xff\xfea",
        ] {
            assert_eq!(decode(bytes).unwrap_err().code, ErrorCode::FileEncoding, "{bytes:?}");
        }
    }

    fn check_table(text: &str, header: &[&str], rows: &[(i32, &[&str])]) {
        let table = read_table(text).unwrap();
        assert_eq!(table.header, header);
        let found: Vec<_> = table
            .rows
            .iter()
            .map(|(line, row)| (*line, row.iter().map(String::as_str).collect::<Vec<_>>()))
            .collect();
        let expected: Vec<_> = rows.iter().map(|(line, row)| (*line, row.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn separators_are_found_and_lines_keep_their_number() {
        check_table("a;b\n1;2", &["a", "b"], &[(2, &["1", "2"])]);
        check_table("a,b\r\n1,\"x, y\"\r\n", &["a", "b"], &[(2, &["1", "x, y"])]);
        check_table("a\tb\n1\t2;3,4", &["a", "b"], &[(2, &["1", "2;3,4"])]);
        check_table(
            "\n\"a,a,a\";b\n\n ; \n 1 ;\"x\ny\"\nz",
            &["a,a,a", "b"],
            &[(5, &["1", "x\ny"]), (7, &["z"])],
        );
    }

    #[test]
    fn too_many_rows_are_refused_quickly() {
        let text = format!("a;b\n{}", "1;2\n".repeat(100_000));
        let problem = read_table(&text).unwrap_err();
        assert_eq!(problem.code, ErrorCode::TooManyRows);
        assert_eq!(problem.params["max"], IMPORT_ROWS_MAX);
        assert_eq!(read_table("a;b\n").unwrap_err().code, ErrorCode::FileEmpty);
        assert_eq!(read_table(" \n").unwrap_err().code, ErrorCode::FileEmpty);
    }
}
