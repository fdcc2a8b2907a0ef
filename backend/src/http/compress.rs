//! Compresses answers on the fly, for browsers that take brotli, which all do over TLS.
//!
//! Files lie compressed already (`assets`). Secrets and what others can put into an answer must not be
//! compressed together where a stranger can ask for it (BREACH); no other origin can ask here at all, because
//! it can't send our header (docs/security.md).

use std::io::Write as _;

use poem::{Request, Response, http::HeaderValue, http::header};

/// Smaller answers fit into one packet anyway.
const WORTH_IT: usize = 1_400;
/// Of 11: 45 kB become 7 within a millisecond.
const QUALITY: u32 = 5;
/// Window of 64 kB, more than an answer needs.
const WINDOW_BITS: u32 = 16;

/// Whether who asks takes brotli.
pub(super) fn takes_brotli(request: &Request) -> bool {
    accepts(request, "br")
}

/// Whether who asks takes an encoding.
pub(super) fn accepts(request: &Request, encoding: &str) -> bool {
    request.header(header::ACCEPT_ENCODING).is_some_and(|header| {
        header.split(',').any(|part| part.split(';').next().map(str::trim) == Some(encoding))
    })
}

/// An answer with this body, compressed where it is worth it.
pub(super) fn json(body: Vec<u8>, brotli: bool) -> Response {
    let answer = Response::builder().content_type("application/json").header(header::VARY, "accept-encoding");
    if brotli
        && body.len() >= WORTH_IT
        && let Some(smaller) = compressed(&body)
    {
        let encoding = HeaderValue::from_static("br");
        return answer.header(header::CONTENT_ENCODING, encoding).body(smaller);
    }
    answer.body(body)
}

fn compressed(body: &[u8]) -> Option<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4_096, QUALITY, WINDOW_BITS);
    writer.write_all(body).ok()?;
    Some(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_reads_the_same() {
        let body = br#"{"data":{"offers":["Sprachkurs","Sprachkurs"]}}"#.repeat(100);
        let smaller = compressed(&body).unwrap();
        assert!(smaller.len() < body.len() / 10, "{}", smaller.len());
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut smaller.as_slice(), &mut read).unwrap();
        assert_eq!(read, body);
    }
}
