//! Pages of lists: `first` and `after` with keyset cursors, which stay right while entries come
//! and go.

use async_graphql::SimpleObject;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use verbund_shared::{
    error::ErrorCode,
    limits::{PAGE_DEFAULT, PAGE_MAX},
};

use crate::error::{ServiceError, ServiceResult};

/// Which part of a list is asked for. `K` is what the list is ordered by, ending in something unique.
#[derive(Debug, Clone)]
pub struct CursorPage<K> {
    /// How many entries at most.
    pub first: u64,
    /// The key of the entry before the page.
    pub after: Option<K>,
}

impl<K: Serialize + DeserializeOwned> CursorPage<K> {
    /// Reads the two arguments of a connection.
    ///
    /// # Errors
    /// `VALIDATION` when `first` is not between 0 and the limit, or `after` is no cursor of ours.
    pub fn read(first: Option<i32>, after: Option<String>) -> ServiceResult<Self> {
        let first = first.unwrap_or(PAGE_DEFAULT);
        if !(0..=PAGE_MAX).contains(&first) {
            return Err(ServiceError::field("first", ErrorCode::InvalidValue));
        }
        let after = match after.filter(|cursor| !cursor.is_empty()) {
            None => None,
            Some(cursor) => Some(
                URL_SAFE_NO_PAD
                    .decode(cursor)
                    .ok()
                    .and_then(|bytes| serde_json::from_slice(&bytes).ok())
                    .ok_or_else(|| ServiceError::field("after", ErrorCode::InvalidValue))?,
            ),
        };
        Ok(Self { first: u64::try_from(first).unwrap_or(0), after })
    }

    /// The cursor of an entry.
    pub fn cursor(key: &K) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default())
    }
}

/// Where a page stands in its list.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct PageInfo {
    /// Whether more entries follow.
    pub has_next_page: bool,
    /// The cursor of the page's last entry, for `after`; null on an empty page.
    pub end_cursor: Option<String>,
}

/// Cuts what was read (one entry more than asked for) to the page; true when more follow.
pub fn page_of<T>(mut rows: Vec<T>, first: u64) -> (Vec<T>, bool) {
    let first = usize::try_from(first).unwrap_or(usize::MAX);
    let more = rows.len() > first;
    rows.truncate(first);
    (rows, more)
}

/// What a list costs: its entries count as often as are asked for.
pub fn list_complexity(first: Option<i32>, child: usize) -> usize {
    1 + usize::try_from(first.unwrap_or(PAGE_DEFAULT)).unwrap_or(0) * child
}
