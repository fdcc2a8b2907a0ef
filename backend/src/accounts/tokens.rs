//! Access tokens: EdDSA only; issuer, audience, type and time are checked.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use verbund_shared::id::{PersonId, SessionId};

use super::store;
use crate::{
    clock::{self, Clock},
    config::Config,
    db::Db,
    error::{ServiceError, ServiceResult},
};

/// How long an access token holds.
pub const ACCESS_TOKEN_LIFE: TimeDelta = TimeDelta::minutes(10);
/// The token's type (RFC 9068): nothing else we might ever sign passes as an access token.
const TYPE: &str = "at+jwt";

/// Signs and checks access tokens.
pub struct TokenKeys {
    signing: EncodingKey,
    verifying: DecodingKey,
    issuer: String,
    /// Derived from the signing key, for names that must not be guessed back.
    naming_key: [u8; 32],
}

/// Whom an access token speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessClaims {
    /// The person.
    pub person: PersonId,
    /// The device.
    pub session: SessionId,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: PersonId,
    sid: SessionId,
    iat: i64,
    exp: i64,
}

impl TokenKeys {
    /// Loads the network's key from the database, or makes the first one.
    pub async fn load(db: &Db, clock: &Clock, config: &Config) -> ServiceResult<Self> {
        let tx = db.begin().await?;
        let private_key = match store::find_signing_key(&tx).await? {
            Some(key) => key,
            None => {
                let key = clock::random_bytes::<32>().to_vec();
                store::insert_signing_key(&tx, clock, key.clone()).await?;
                key
            }
        };
        tx.commit().await?;
        let seed: [u8; 32] = private_key
            .as_slice()
            .try_into()
            .map_err(|_| ServiceError::broken("the signing key does not have 32 bytes"))?;
        let key = SigningKey::from_bytes(&seed);
        let der =
            key.to_pkcs8_der().map_err(|_| ServiceError::broken("the signing key cannot be encoded"))?;
        Ok(Self {
            signing: EncodingKey::from_ed_der(der.as_bytes()),
            verifying: DecodingKey::from_ed_der(key.verifying_key().as_bytes()),
            issuer: config.public_url.clone(),
            naming_key: Sha256::new().chain_update(b"verbund names").chain_update(seed).finalize().into(),
        })
    }

    /// A name for something that must not be kept in clear, such as a visitor's address: always
    /// the same for the same text, and of no use to somebody without the key.
    pub fn name_for(&self, text: &str) -> String {
        let digest = Sha256::new().chain_update(self.naming_key).chain_update(text.as_bytes()).finalize();
        hex::encode(&digest[..16])
    }

    /// A token for a person on a device.
    pub fn issue(&self, claims: AccessClaims, now: DateTime<Utc>) -> ServiceResult<String> {
        let header = Header { typ: Some(TYPE.to_owned()), ..Header::new(Algorithm::EdDSA) };
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: claims.person,
            sid: claims.session,
            iat: now.timestamp(),
            exp: (now + ACCESS_TOKEN_LIFE).timestamp(),
        };
        jsonwebtoken::encode(&header, &claims, &self.signing)
            .map_err(|cause| ServiceError::Internal(cause.into()))
    }

    /// Whom a token speaks for; `None` for anything that is not right about it.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Option<AccessClaims> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[&self.issuer]);
        validation.required_spec_claims =
            ["iss", "aud", "sub", "exp"].map(str::to_owned).into_iter().collect::<HashSet<_>>();
        // The time is checked below, against the injected clock.
        validation.validate_exp = false;
        let data = jsonwebtoken::decode::<Claims>(token, &self.verifying, &validation).ok()?;
        let in_time = data.claims.exp > now.timestamp()
            && data.claims.iat <= now.timestamp() + 60
            && data.claims.exp - data.claims.iat <= ACCESS_TOKEN_LIFE.num_seconds();
        (in_time && data.header.typ.as_deref() == Some(TYPE))
            .then_some(AccessClaims { person: data.claims.sub, session: data.claims.sid })
    }
}
