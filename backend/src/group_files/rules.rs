//! What may be uploaded into a group, by its bytes, and under which name it is kept.

use memchr::memmem;
use verbund_shared::error::ErrorCode;

/// The longest name, in characters.
const NAME_MAX: usize = 150;
/// What may be uploaded, for the message that something else may not.
pub const ALLOWED: &str = "PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, WebP, GIF, TXT, CSV, MD, ICS";

/// A kind of file: its type on the wire and the endings that belong to it, the usual one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its media type.
    pub content_type: &'static str,
    endings: &'static [&'static str],
}

const fn kind(content_type: &'static str, endings: &'static [&'static str]) -> Kind {
    Kind { content_type, endings }
}

/// Kinds that are told by their first bytes.
const BINARY: &[Kind] = &[
    kind("application/pdf", &["pdf"]),
    kind("image/png", &["png"]),
    kind("image/jpeg", &["jpg", "jpeg"]),
    kind("image/webp", &["webp"]),
    kind("image/gif", &["gif"]),
];

/// Office files are archives: the name of a part or the type written at their beginning tells them.
const OFFICE: &[(&str, Kind)] = &[
    (
        "word/document.xml",
        kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ),
    ("xl/workbook.xml", kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"])),
    (
        "ppt/presentation.xml",
        kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ),
    (
        "mimetypeapplication/vnd.oasis.opendocument.text",
        kind("application/vnd.oasis.opendocument.text", &["odt"]),
    ),
    (
        "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        kind("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ),
    (
        "mimetypeapplication/vnd.oasis.opendocument.presentation",
        kind("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ),
];

/// Texts look alike; their ending says what they are.
const TEXT: &[Kind] = &[
    kind("text/plain", &["txt", "log"]),
    kind("text/csv", &["csv"]),
    kind("text/markdown", &["md"]),
    kind("text/calendar", &["ics"]),
];

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// Not of a kind that is taken.
    Kind,
}

impl Refusal {
    /// The code a person sees.
    pub const fn code(self) -> ErrorCode {
        match self {
            Self::Empty => ErrorCode::FileEmpty,
            Self::Kind => ErrorCode::FileType,
        }
    }
}

/// What a file is, by its bytes; its name decides only between kinds of text.
pub fn kind_of(content: &[u8], name: &str) -> Result<Kind, Refusal> {
    if content.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(found) = infer::get(content) {
        let told = BINARY.iter().find(|kind| kind.content_type == found.mime_type());
        // An archive is taken as an office file or not at all.
        let office = || content.starts_with(b"PK\x03\x04").then(|| office(content)).flatten();
        // Some texts begin like something else; a web page is a program and no text here.
        return told.copied().or_else(office).ok_or(Refusal::Kind);
    }
    if !is_text(content) {
        return Err(Refusal::Kind);
    }
    let ending = ending_of(name);
    Ok(*TEXT.iter().find(|kind| kind.endings.contains(&ending.as_str())).unwrap_or(&TEXT[0]))
}

fn office(content: &[u8]) -> Option<Kind> {
    OFFICE.iter().find(|(mark, _)| memmem::find(content, mark.as_bytes()).is_some()).map(|(_, kind)| *kind)
}

/// Letters in UTF-8, without control characters but line ends, tabs and form feeds.
fn is_text(content: &[u8]) -> bool {
    std::str::from_utf8(content)
        .is_ok_and(|text| !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')))
}

fn ending_of(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Characters that turn the direction of writing: `fdp.exe` could be read as `exe.pdf`.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The name a file is kept under: without folders, control characters and tricks, with an ending that
/// belongs to what it is.
pub fn name_for(given: &str, kind: Kind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|c| {
            !c.is_control() && !turns_direction(*c) && !matches!(c, '"' | '<' | '>' | ':' | '|' | '?' | '*')
        })
        .collect();
    let plain = plain.trim().trim_start_matches('.').trim();
    let usual = kind.endings.first().copied().unwrap_or_default();
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if kind.endings.contains(&ending.to_ascii_lowercase().as_str()) => {
            (stem, ending)
        }
        _ => (plain, usual),
    };
    let stem: String = stem.chars().take(NAME_MAX).collect();
    let stem = if stem.trim().is_empty() { "Datei" } else { stem.trim() };
    format!("{stem}.{ending}")
}

/// The name after somebody renamed it; its ending stays.
pub fn renamed(wanted: &str, current: &str) -> String {
    let ending = ending_of(current);
    let kind = BINARY
        .iter()
        .chain(OFFICE.iter().map(|(_, kind)| kind))
        .chain(TEXT)
        .find(|kind| kind.endings.contains(&ending.as_str()));
    kind.map_or_else(|| current.to_owned(), |kind| name_for(wanted, *kind))
}

/// `Content-Disposition` by RFC 6266: always to be saved, never shown.
pub fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n%...";

    fn told(content: &[u8], name: &str) -> Result<&'static str, Refusal> {
        kind_of(content, name).map(|kind| kind.content_type)
    }

    /// The beginning of an archive with these parts.
    fn archive(parts: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for part in parts {
            bytes.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
            bytes.extend(u16::try_from(part.len()).unwrap().to_le_bytes());
            bytes.extend(b"\0\0");
            bytes.extend(part.as_bytes());
        }
        bytes
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(told(PDF, "harmlos.txt"), Ok("application/pdf"));
        assert_eq!(told(b"\x89PNG\r\n\x1a\n", "bild"), Ok("image/png"));
        assert_eq!(told(b"a;b\n1;2\n", "liste.CSV"), Ok("text/csv"));
        assert_eq!(told("Grüße".as_bytes(), "notiz"), Ok("text/plain"));
        let docx = archive(&["[Content_Types].xml", "word/document.xml"]);
        assert!(told(&docx, "brief.docx").unwrap().ends_with("wordprocessingml.document"));
        let odt = archive(&["mimetypeapplication/vnd.oasis.opendocument.text"]);
        assert_eq!(told(&odt, "brief.odt"), Ok("application/vnd.oasis.opendocument.text"));
    }

    #[test]
    fn programs_archives_and_web_pages_are_refused() {
        for content in [
            b"MZ\x90\0\x03".to_vec(),
            b"\x7fELF\x02\x01\x01".to_vec(),
            b"#!/bin/sh\nrm -rf /".to_vec(),
            b"<!DOCTYPE html><script>alert(1)</script>".to_vec(),
            b"<html><body>".to_vec(),
            b"<?xml version='1.0'?><svg onload='x'/>".to_vec(),
            archive(&["setup.exe"]),
            b"text with \0 in it".to_vec(),
            vec![0xff, 0xfe, 0x00],
        ] {
            assert_eq!(told(&content, "harmlos.pdf"), Err(Refusal::Kind), "{content:?}");
        }
        assert_eq!(told(b"", "leer.pdf"), Err(Refusal::Empty));
    }

    fn check_name(given: &str, expected: &str) {
        assert_eq!(name_for(given, kind_of(PDF, "").unwrap()), expected);
    }

    #[test]
    fn names_lose_folders_and_tricks_and_get_their_ending() {
        check_name("Bericht 2026.pdf", "Bericht 2026.pdf");
        check_name("Bericht.PDF", "Bericht.PDF");
        check_name("../../etc/passwd", "passwd.pdf");
        check_name("C:\\Temp\\Bericht.pdf", "Bericht.pdf");
        check_name("rechnung\u{202e}fdp.exe", "rechnungfdp.exe.pdf");
        check_name("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf");
        check_name("...", "Datei.pdf");
        check_name(&"x".repeat(400), &format!("{}.pdf", "x".repeat(150)));
    }

    #[test]
    fn renaming_keeps_the_ending() {
        assert_eq!(renamed("Neuer Name", "alt.pdf"), "Neuer Name.pdf");
        assert_eq!(renamed("Neuer Name.pdf", "alt.pdf"), "Neuer Name.pdf");
        assert_eq!(renamed("", "alt.xlsx"), "Datei.xlsx");
    }

    #[test]
    fn a_name_with_umlauts_reaches_every_browser() {
        assert_eq!(
            disposition("Grüße \"1\".pdf"),
            "attachment; filename=\"Gr__e _1_.pdf\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%221%22.pdf"
        );
    }
}
