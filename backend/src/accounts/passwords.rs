//! Hashing passwords: argon2id on a bounded pool, so that a flood of sign-ins neither starves the
//! rest nor fills the memory.

use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;
use verbund_shared::error::ErrorCode;

use crate::{
    clock::random_bytes,
    error::{ServiceError, ServiceResult},
};

/// Memory of one hash in KiB, passes, lanes (OWASP's choice for argon2id).
const COST: (u32, u32, u32) = (19_456, 2, 1);
/// Hashes at the same time.
const AT_ONCE: usize = 2;
/// Hashes that may wait for their turn; one more is told to come back.
const WAITING_MAX: usize = 32;

/// Hashes and compares passwords. Cloning shares the pool.
#[derive(Clone)]
pub struct Passwords {
    pool: Arc<Pool>,
}

struct Pool {
    turns: Semaphore,
    waiting: AtomicUsize,
    computed: AtomicU64,
    /// Compared against where there is no account, so that it takes as long.
    nobodys_hash: String,
}

impl Passwords {
    /// Makes the pool.
    pub fn new() -> ServiceResult<Self> {
        let nobodys_hash = compute_hash(&hex::encode(random_bytes::<16>()))?;
        Ok(Self {
            pool: Arc::new(Pool {
                turns: Semaphore::new(AT_ONCE),
                waiting: AtomicUsize::new(0),
                computed: AtomicU64::new(0),
                nobodys_hash,
            }),
        })
    }

    /// The hash to keep, in PHC form.
    ///
    /// # Errors
    /// `RATE_LIMITED` when too many wait.
    pub async fn hash(&self, password: &str) -> ServiceResult<String> {
        let password = password.to_owned();
        self.in_turn(move || compute_hash(&password)).await
    }

    /// Whether the password is the one that was hashed. Without a hash it is not, after the same
    /// time as with one.
    ///
    /// # Errors
    /// `RATE_LIMITED` when too many wait.
    pub async fn matches(&self, password: &str, hash: Option<&str>) -> ServiceResult<bool> {
        let password = password.to_owned();
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.pool.nobodys_hash).to_owned();
        let same =
            self.in_turn(move || Ok(hasher()?.verify_password(password.as_bytes(), hash.as_str()).is_ok()));
        Ok(same.await? && known)
    }

    /// How many hashes were computed since the start; tests compare effort with it.
    pub fn computed(&self) -> u64 {
        self.pool.computed.load(Ordering::Relaxed)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> ServiceResult<T> + Send + 'static,
    ) -> ServiceResult<T> {
        let place = WaitingPlace::take(&self.pool)
            .ok_or_else(|| ServiceError::user(ErrorCode::RateLimited).with("retryAfterSeconds", 5))?;
        let turn =
            self.pool.turns.acquire().await.map_err(|_| ServiceError::broken("the hash pool is closed"))?;
        drop(place);
        self.pool.computed.fetch_add(1, Ordering::Relaxed);
        let result = tokio::task::spawn_blocking(work)
            .await
            .map_err(|cause| ServiceError::broken(format!("hashing ended early: {cause}")))?;
        drop(turn);
        result
    }
}

/// A place in the queue, given back when dropped.
struct WaitingPlace<'a>(&'a Pool);

impl<'a> WaitingPlace<'a> {
    fn take(pool: &'a Pool) -> Option<Self> {
        let before = pool.waiting.fetch_add(1, Ordering::AcqRel);
        let place = Self(pool);
        (before < WAITING_MAX).then_some(place)
    }
}

impl Drop for WaitingPlace<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::AcqRel);
    }
}

fn hasher() -> ServiceResult<Argon2<'static>> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None)
        .map_err(|cause| ServiceError::broken(format!("argon2 parameters: {cause}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn compute_hash(password: &str) -> ServiceResult<String> {
    let hash = hasher()?
        .hash_password_with_salt(password.as_bytes(), &random_bytes::<16>())
        .map_err(|cause| ServiceError::broken(format!("argon2: {cause}")))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let passwords = Passwords::new().expect("argon2 works");
        let hash = passwords.hash("drei Ziegen im Nebel").await.expect("hashes");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(passwords.matches("drei Ziegen im Nebel", Some(&hash)).await.expect("compares"));
        assert!(!passwords.matches("drei ziegen im nebel", Some(&hash)).await.expect("compares"));
        assert!(!passwords.matches("drei Ziegen im Nebel", None).await.expect("compares"));
        assert_eq!(passwords.computed(), 4);
    }

    #[tokio::test]
    async fn a_flood_is_told_to_come_back() {
        let passwords = Passwords::new().expect("argon2 works");
        let all = (0..60).map(|_| passwords.matches("x", None));
        let answers = futures::future::join_all(all).await;
        let refused = answers.iter().filter(|answer| answer.is_err()).count();
        assert!(refused > 0 && refused < 60, "{refused}");
    }
}
