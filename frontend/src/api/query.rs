//! What a page shows: asked for when the page appears and whenever its variables change.
//! Old data stays on screen while newer is on the way.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::operations::Operation;

use super::{ApiFailure, send};

/// The answer to a query, as far as it is known.
#[derive(Debug)]
pub enum QueryState<D> {
    /// Nothing yet.
    Loading,
    /// Data, perhaps with newer on the way.
    Ready(Arc<D>),
    /// No data, and why.
    Failed(ApiFailure),
}

/// A running query. It is a handle: copying it costs nothing.
pub struct Query<D: 'static> {
    data: RwSignal<Option<Arc<D>>>,
    failure: RwSignal<Option<ApiFailure>>,
    loading: RwSignal<bool>,
    again: RwSignal<u32>,
}

impl<D> Clone for Query<D> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<D> Copy for Query<D> {}

impl<D: Send + Sync> Query<D> {
    /// What is known; views follow it.
    pub fn state(self) -> QueryState<D> {
        match (self.data.get(), self.failure.get()) {
            (Some(data), _) => QueryState::Ready(data),
            (None, Some(failure)) => QueryState::Failed(failure),
            (None, None) => QueryState::Loading,
        }
    }

    /// The data, if there is any; views follow it.
    pub fn data(self) -> Option<Arc<D>> {
        self.data.get()
    }

    /// What went wrong with the latest request, even if older data is still shown.
    pub fn failure(self) -> Option<ApiFailure> {
        self.failure.get()
    }

    /// Whether a request is on the way.
    pub fn is_loading(self) -> bool {
        self.loading.get()
    }

    /// Asks again with the same variables.
    pub fn refetch(self) {
        self.again.update(|count| *count += 1);
    }

    /// Puts newer data in place, such as what a mutation answered.
    pub fn set(self, data: D) {
        self.data.set(Some(Arc::new(data)));
    }
}

/// Asks for data; `variables` may read signals, and the query runs again when they change.
pub fn use_query<Q>(variables: impl Fn() -> Q::Variables + 'static) -> Query<Q::ResponseData>
where
    Q: Operation + 'static,
    Q::ResponseData: Send + Sync + 'static,
{
    use_query_when::<Q>(move || Some(variables()))
}

/// Like `use_query`, but does not ask while `variables` gives nothing.
pub fn use_query_when<Q>(variables: impl Fn() -> Option<Q::Variables> + 'static) -> Query<Q::ResponseData>
where
    Q: Operation + 'static,
    Q::ResponseData: Send + Sync + 'static,
{
    let query = Query {
        data: RwSignal::new(None),
        failure: RwSignal::new(None),
        loading: RwSignal::new(true),
        again: RwSignal::new(0),
    };
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        query.again.track();
        let Some(variables) = variables() else { return };
        let number = latest.get_value() + 1;
        latest.set_value(number);
        query.loading.set(true);
        spawn_local(async move {
            let answer = send::<Q>(variables).await;
            // The page may be gone, or a newer request on its way.
            if latest.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok(data) => {
                    query.failure.set(None);
                    query.data.set(Some(Arc::new(data)));
                }
                Err(failure) => query.failure.set(Some(failure)),
            }
            query.loading.set(false);
        });
    });
    query
}
