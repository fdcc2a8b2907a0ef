//! Slow-down of attempts, per account and per address. The counts stand in the database, so they
//! survive a restart and hold across processes. An attempt is counted before it is made: a hundred
//! at the same time are a hundred. Nobody is locked out for good; each limit has a longest delay.

use std::net::IpAddr;

use chrono::TimeDelta;
use verbund_shared::error::ErrorCode;

use super::{rules, store};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult},
};

pub use rules::Limit;

/// Sign-ins to one account. Short, because somebody else's attempts slow down the owner too.
pub const SIGN_IN_ACCOUNT: Limit = limit("sign-in-account", 5, 1, 60);
/// Sign-ins from one address, behind which a whole office may sit.
pub const SIGN_IN_ADDRESS: Limit = limit("sign-in-address", 20, 1, 900);
/// Codes of the second factor; only who knows the password gets here.
pub const SECOND_FACTOR: Limit = limit("second-factor", 5, 5, 900);
/// The own password asked again by a signed-in person.
pub const PASSWORD_CHECK: Limit = limit("password-check", 5, 1, 300);
/// Links for a new password to one account.
pub const RESET_ACCOUNT: Limit = limit("reset-account", 3, 60, 3_600);
/// Links for a new password asked for from one address.
pub const RESET_ADDRESS: Limit = limit("reset-address", 10, 30, 3_600);
/// An invitation sent again, so that nobody is flooded with mails by others.
pub const INVITATION_RESEND: Limit = limit("invitation-resend", 3, 600, 86_400);
/// Applications filed from one address.
pub const APPLICATION_ADDRESS: Limit = limit("application-address", 5, 60, 3_600);
/// Applications filed with one e-mail address, so that nobody is flooded with mails by others.
pub const APPLICATION_EMAIL: Limit = limit("application-email", 3, 600, 86_400);

const fn limit(name: &'static str, free: i32, first_seconds: i64, longest_seconds: i64) -> Limit {
    Limit {
        name,
        free,
        first_delay: TimeDelta::seconds(first_seconds),
        longest_delay: TimeDelta::seconds(longest_seconds),
    }
}

/// What attempts are counted for: a limit on one account or one address.
#[derive(Debug, Clone)]
pub struct Bucket {
    limit: Limit,
    name: String,
}

impl Bucket {
    /// A bucket for an account, by whatever names it. What names it is not kept in clear.
    pub fn new(app: &App, limit: Limit, key: &str) -> Self {
        let name = format!("{}:{}", limit.name, app.tokens().name_for(key));
        Self { limit, name }
    }

    /// A bucket for the address a request came from, if it is known.
    pub fn of_address(app: &App, limit: Limit, caller: &Caller) -> Option<Self> {
        Some(Self::new(app, limit, &address_key(caller.address?)))
    }
}

/// A connection's address. One household or office has a whole /64 of IPv6.
fn address_key(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => address.to_string(),
            None => format!("{:x?}", &address.segments()[..4]),
        },
    }
}

/// Counts an attempt in each bucket, or refuses it in all of them.
///
/// # Errors
/// `RATE_LIMITED` with `retryAfterSeconds` while one of the buckets is blocked.
pub async fn count(
    app: &App,
    caller: &Caller,
    buckets: impl IntoIterator<Item = Bucket>,
) -> ServiceResult<()> {
    let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
    let now = app.clock().now();
    let mut buckets: Vec<Bucket> = buckets.into_iter().collect();
    // One order for everybody: two attempts never wait for each other's second bucket.
    buckets.sort_by(|a, b| a.name.cmp(&b.name));
    let tx = app.db().begin().await?;
    let mut wait = TimeDelta::zero();
    for bucket in &buckets {
        let mut row = store::lock_attempts(&tx, &permit, &bucket.name, now).await?;
        if now - row.updated_at > rules::FAILURES_FORGOTTEN {
            row.failures = 0;
        }
        wait = wait.max(row.blocked_until.map_or(TimeDelta::zero(), |until| until - now));
        row.failures = row.failures.saturating_add(1);
        let delay = bucket.limit.delay_after(row.failures);
        row.blocked_until = (delay > TimeDelta::zero()).then(|| now + delay);
        row.updated_at = now;
        store::save_attempts(&tx, &permit, row).await?;
    }
    if wait > TimeDelta::zero() {
        // Rolled back: an attempt that was not made is not counted.
        let seconds = wait.num_milliseconds().div_euclid(1_000) + 1;
        return Err(ServiceError::user(ErrorCode::RateLimited).with("retryAfterSeconds", seconds));
    }
    tx.commit().await?;
    Ok(())
}

/// Forgets all attempts of a bucket: it was the right person.
pub async fn clear(tx: &Transaction, permit: &Permit, bucket: &Bucket) -> ServiceResult<()> {
    Ok(store::delete_attempts(tx, permit, &bucket.name).await?)
}

/// Takes one counted attempt back. For an address, where one success says nothing of the others.
pub async fn give_back(tx: &Transaction, app: &App, permit: &Permit, bucket: &Bucket) -> ServiceResult<()> {
    let mut row = store::lock_attempts(tx, permit, &bucket.name, app.clock().now()).await?;
    row.failures = (row.failures - 1).max(0);
    if row.failures < bucket.limit.free {
        row.blocked_until = None;
    }
    Ok(store::save_attempts(tx, permit, row).await?)
}
