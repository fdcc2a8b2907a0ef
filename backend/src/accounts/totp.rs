//! The second factor: time-based codes of an authenticator app (RFC 6238, SHA-1, 6 digits, 30 s,
//! which is what all apps know).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use qrcode::{QrCode, render::svg};
use totp_rs::{Builder, Secret, Totp};

use super::secrets::base32_for_apps;
use crate::{
    clock::random_bytes,
    error::{ServiceError, ServiceResult},
};

/// Bytes of a secret (RFC 4226, section 4, R6: 160 bits).
pub const SECRET_BYTES: usize = 20;

/// What an authenticator app needs to know.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The secret, to be kept.
    pub secret: [u8; SECRET_BYTES],
    /// The secret as people type it.
    pub typed: String,
    /// The address that apps open.
    pub uri: String,
    /// The address as a picture: a `data:` address for an image.
    pub picture: String,
}

/// Makes a new secret for an account.
pub fn enrol(network: &str, account: &str) -> ServiceResult<Enrolment> {
    let secret = random_bytes::<SECRET_BYTES>();
    let typed = base32_for_apps(&secret);
    // The colon separates the two names and must stand in neither.
    let issuer = encode(&network.replace(':', " "));
    let label = encode(account);
    let uri = format!(
        "otpauth://totp/{issuer}:{label}?secret={typed}&issuer={issuer}&algorithm=SHA1&digits=6&period=30"
    );
    let code = QrCode::new(uri.as_bytes())
        .map_err(|cause| ServiceError::broken(format!("the picture of the second factor: {cause}")))?;
    let svg = code.render::<svg::Color>().min_dimensions(220, 220).quiet_zone(true).build();
    let picture = format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg));
    Ok(Enrolment { secret, typed, uri, picture })
}

/// The time step a code belongs to, one step early or late included; `None` when it is wrong.
pub fn step_of(secret: &[u8], code: &str, now: DateTime<Utc>) -> Option<i64> {
    let step = totp(secret)?.check(code, u64::try_from(now.timestamp()).ok()?)?;
    i64::try_from(step).ok()
}

/// The code of a moment, as the app shows it.
pub fn code_at(secret: &[u8], at: DateTime<Utc>) -> Option<String> {
    Some(totp(secret)?.generate(u64::try_from(at.timestamp()).ok()?).to_string())
}

fn totp(secret: &[u8]) -> Option<Totp> {
    let secret: [u8; SECRET_BYTES] = secret.try_into().ok()?;
    Builder::new().with_secret(Secret::new_stack(secret)).with_skew(1).with_step_duration(30).build().ok()
}

/// Percent-encoding of everything that is not plain (RFC 3986).
fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("a moment")
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six digits.
        let secret = b"12345678901234567890";
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(code_at(secret, moment(at)).as_deref(), Some(code));
            assert_eq!(step_of(secret, code, moment(at)), Some(at / 30));
            assert_eq!(step_of(secret, code, moment(at + 30)), Some(at / 30));
            assert_eq!(step_of(secret, code, moment(at + 90)), None);
        }
    }

    #[test]
    fn the_address_names_network_and_account() {
        let enrolment = enrol("Netz: Süd", "a@b.example").expect("enrols");
        assert!(enrolment.uri.starts_with("otpauth://totp/Netz%20%20S%C3%BCd:a%40b.example?secret="));
        assert!(enrolment.picture.starts_with("data:image/svg+xml;base64,"));
        assert_eq!(enrolment.typed.len(), 32);
    }
}
