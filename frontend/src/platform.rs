//! The few things the app asks of the browser directly: storage, fetching, locks, focus.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Headers, HtmlElement, RequestCredentials, RequestInit, Response};

/// The browser could not reach the server, or the answer broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreachable;

/// A value remembered in this browser.
pub fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a value in this browser, where that is possible.
pub fn store(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Forgets a value.
pub fn forget(key: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// A value remembered in this tab only, until it is closed.
pub fn stored_for_visit(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Remembers a value in this tab; nothing forgets it.
pub fn store_for_visit(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// An answer of the server: its status and its text.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub text: String,
}

/// What goes out with a request.
pub enum Body<'a> {
    /// Nothing.
    None,
    /// JSON text.
    Json(&'a str),
    /// A file as it is.
    File(&'a web_sys::File),
}

/// Sends a request to our own server and reads the whole answer.
pub async fn request(
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Body<'_>,
) -> Result<Answer, Unreachable> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_credentials(RequestCredentials::SameOrigin);
    let head = Headers::new().map_err(|_| Unreachable)?;
    for (name, value) in headers {
        head.set(name, value).map_err(|_| Unreachable)?;
    }
    match body {
        Body::None => {}
        Body::Json(text) => {
            head.set("content-type", "application/json").map_err(|_| Unreachable)?;
            init.set_body(&text.into());
        }
        Body::File(file) => init.set_body(file),
    }
    init.set_headers(&head);
    let response =
        JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.map_err(|_| Unreachable)?;
    read(response.dyn_into().map_err(|_| Unreachable)?).await
}

/// Fetches a text asset.
pub async fn fetch_text(path: &str) -> Result<String, Unreachable> {
    let answer = request("GET", path, &[], Body::None).await?;
    if (200..300).contains(&answer.status) { Ok(answer.text) } else { Err(Unreachable) }
}

/// What the bootstrap file (`frontend/web/boot.js`) prepared while the app was loading.
pub fn boot(name: &str) -> JsValue {
    let boot = Reflect::get(&window(), &"__verbund".into()).unwrap_or_default();
    Reflect::get(&boot, &name.into()).unwrap_or_default()
}

/// The answer to an operation that the bootstrap file already sent; each is given out once.
pub async fn early_answer(operation: &str) -> Option<Answer> {
    let early = boot("early");
    let promise: Promise = Reflect::get(&early, &operation.into()).ok()?.dyn_into().ok()?;
    let _ = Reflect::delete_property(early.unchecked_ref::<js_sys::Object>(), &operation.into());
    let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    read(response).await.ok()
}

async fn read(response: Response) -> Result<Answer, Unreachable> {
    let text = JsFuture::from(response.text().map_err(|_| Unreachable)?).await.map_err(|_| Unreachable)?;
    Ok(Answer { status: response.status(), text: text.as_string().unwrap_or_default() })
}

/// Runs `work` while no other tab of this browser holds the lock of that name.
/// Where the browser knows no locks, it runs at once.
pub async fn with_lock<F>(name: &str, work: F)
where
    F: Future<Output = ()> + 'static,
{
    let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
    let request = Reflect::get(&locks, &"request".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    let Some(request) = request else {
        work.await;
        return;
    };
    let mut work = Some(work);
    let callback = Closure::<dyn FnMut() -> JsValue>::new(move || match work.take() {
        Some(work) => future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
        .into(),
        None => JsValue::UNDEFINED,
    });
    if let Ok(promise) = request.call2(&locks, &name.into(), callback.as_ref()) {
        let _ = JsFuture::from(Promise::from(promise)).await;
    }
}

/// Moves the focus to the element of that id, if it is on the page.
pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus();
    }
}
