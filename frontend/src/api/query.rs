//! What a page shows: asked for when the page appears and whenever its variables change.
//! Old data stays on screen while newer is on the way.

use std::{any::Any, marker::PhantomData, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;
use verbund_shared::operations::Operation;

use super::{
    ApiFailure,
    send::{Answer, start, typed},
};

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

/// Data whose type only `Query` knows: everything below it is compiled once, not per operation.
type Erased = Arc<dyn Any + Send + Sync>;
/// Makes the operation's type of an answer.
type Typed = fn(&Value) -> Result<Erased, ApiFailure>;

/// A running query. It is a handle: copying it costs nothing.
pub struct Query<D: 'static> {
    data: RwSignal<Option<Erased>>,
    failure: RwSignal<Option<ApiFailure>>,
    loading: RwSignal<bool>,
    again: RwSignal<u32>,
    holds: PhantomData<fn() -> D>,
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
        match (self.data(), self.failure.get()) {
            (Some(data), _) => QueryState::Ready(data),
            (None, Some(failure)) => QueryState::Failed(failure),
            (None, None) => QueryState::Loading,
        }
    }

    /// The data, if there is any; views follow it.
    pub fn data(self) -> Option<Arc<D>> {
        self.data.get()?.downcast().ok()
    }

    /// Whether a request is on the way.
    pub fn is_loading(self) -> bool {
        self.loading.get()
    }

    /// Asks again with the same variables.
    pub fn refetch(self) {
        self.again.update(|count| *count += 1);
    }
}

/// Asks for data; `variables` may read signals, and the query runs again when they change.
pub fn use_query<Q>(variables: impl Fn() -> Q::Variables + 'static) -> Query<Q::ResponseData>
where
    Q: Operation + 'static,
    Q::Variables: 'static,
    Q::ResponseData: Send + Sync + 'static,
{
    use_query_when::<Q>(move || Some(variables()))
}

/// Like `use_query`, but does not ask while `variables` gives nothing.
pub fn use_query_when<Q>(variables: impl Fn() -> Option<Q::Variables> + 'static) -> Query<Q::ResponseData>
where
    Q: Operation + 'static,
    Q::Variables: 'static,
    Q::ResponseData: Send + Sync + 'static,
{
    let query = Query {
        data: RwSignal::new(None),
        failure: RwSignal::new(None),
        loading: RwSignal::new(true),
        again: RwSignal::new(0),
        holds: PhantomData,
    };
    let ask = move || variables().map(|variables| start::<Q>(&variables));
    let typed: Typed = |data| typed::<Q>(data).map(|data| Arc::new(data) as Erased);
    keep_asking(query.data, query.failure, query.loading, query.again, Box::new(ask), typed);
    query
}

/// Asks whenever what `ask` reads has changed, or on demand.
fn keep_asking(
    data: RwSignal<Option<Erased>>,
    failure: RwSignal<Option<ApiFailure>>,
    loading: RwSignal<bool>,
    again: RwSignal<u32>,
    ask: Box<dyn Fn() -> Option<Answer>>,
    typed: Typed,
) {
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        again.track();
        let Some(answer) = ask() else { return };
        let number = latest.get_value() + 1;
        latest.set_value(number);
        loading.set(true);
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone, or a newer request on its way.
            if latest.try_get_value() != Some(number) {
                return;
            }
            match answer.and_then(|data| typed(&data)) {
                Ok(newer) => {
                    failure.set(None);
                    data.set(Some(newer));
                }
                Err(why) => failure.set(Some(why)),
            }
            loading.set(false);
        });
    });
}
