//! Secrets that are handed out once and kept as hashes: links, refresh tokens, recovery codes.

use sha2::{Digest, Sha256};

use crate::clock::random_bytes;

/// Letters and digits that are not mistaken for each other (Crockford's base 32).
const CODE_ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// The alphabet authenticator apps read (RFC 4648).
const BASE32_ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// 256 random bits, in hex: for links and refresh tokens.
pub fn new_token() -> String {
    hex::encode(random_bytes::<32>())
}

/// How a secret is kept. It has enough random bits that a plain hash is enough.
pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// A recovery code of 80 random bits as people write it down: `xxxx-xxxx-xxxx-xxxx`.
pub fn new_recovery_code() -> String {
    let plain = base32(&random_bytes::<10>(), CODE_ALPHABET);
    let groups: Vec<&str> = (0..plain.len()).step_by(4).map(|at| &plain[at..at + 4]).collect();
    groups.join("-")
}

/// Base 32 as authenticator apps read it.
pub fn base32_for_apps(bytes: &[u8]) -> String {
    base32(bytes, BASE32_ALPHABET)
}

/// Base 32 without padding; the number of bytes is a multiple of five.
fn base32(bytes: &[u8], alphabet: &[u8; 32]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5);
    for chunk in bytes.chunks_exact(5) {
        let bits = chunk.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for place in (0..8).rev() {
            text.push(char::from(alphabet[usize::try_from(bits >> (place * 5) & 31).unwrap_or(0)]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base32_is_the_standard_one() {
        assert_eq!(base32_for_apps(b"12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_recovery_code_has_four_groups() {
        let code = new_recovery_code();
        assert_eq!(code.len(), 19);
        assert!(code.split('-').all(|group| group.len() == 4));
        assert_ne!(code, new_recovery_code());
    }
}
