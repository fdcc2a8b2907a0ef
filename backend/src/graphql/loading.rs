//! Loading for a whole list what belongs to its entries: one loader per request, one key per kind of thing.

use std::{collections::HashMap, hash::Hash, time::Duration};

use async_graphql::dataloader::{DataLoader, HashMapCache};

/// One request's loader; it remembers what it has loaded.
pub type RequestLoader<T> = DataLoader<T, HashMapCache>;

/// A loader for one request.
pub fn request_loader<T: Send + Sync + 'static>(loader: T) -> RequestLoader<T> {
    DataLoader::with_cache(loader, tokio::spawn, HashMapCache::default()).delay(Duration::ZERO)
}

/// Sorts rows to the keys they were loaded for; a key without rows gets an empty list, which is
/// remembered too.
pub fn grouped<K: Copy + Hash + Eq, T>(
    keys: &[K],
    rows: Vec<T>,
    key: impl Fn(&T) -> K,
) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = keys.iter().map(|key| (*key, Vec::new())).collect();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

/// Keys for a loader: an id, with a type for each kind of thing that is loaded by it.
macro_rules! keys {
    ($( $(#[$doc:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) struct $name(pub(super) uuid::Uuid);
    )+ };
}
pub(crate) use keys;
