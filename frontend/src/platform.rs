//! The few things the app asks of the browser directly: storage, fetching, locks, focus.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use serde_json::Value;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, BroadcastChannel, Headers, HtmlAnchorElement, HtmlElement, MessageEvent,
    ReadableStreamDefaultReader, RequestCredentials, RequestInit, Response, Url,
};

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

impl Answer {
    /// Whether the server did what was asked.
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }
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
    read(respond(method, path, headers, body).await?).await
}

/// Fetches a file with its bytes; what the server says instead where it gives none.
pub async fn request_file(path: &str, headers: &[(&str, &str)]) -> Result<Result<Blob, Answer>, Unreachable> {
    let response = respond("GET", path, headers, Body::None).await?;
    if !response.ok() {
        return Ok(Err(read(response).await?));
    }
    let blob = JsFuture::from(response.blob().map_err(|_| Unreachable)?).await.map_err(|_| Unreachable)?;
    Ok(Ok(blob.unchecked_into()))
}

async fn respond(
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Body<'_>,
) -> Result<Response, Unreachable> {
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
    response.dyn_into().map_err(|_| Unreachable)
}

/// An open line to the server, over which it says something now and then.
pub struct Line {
    status: u16,
    reader: Option<ReadableStreamDefaultReader>,
    /// What has come of an event that is not whole yet.
    begun: String,
}

impl Line {
    /// Opens a line; whoever aborts it gets no more of it.
    pub async fn open(
        path: &str,
        headers: &[(&str, &str)],
        abort: &AbortController,
    ) -> Result<Self, Unreachable> {
        let init = RequestInit::new();
        let head = Headers::new().map_err(|_| Unreachable)?;
        for (name, value) in headers {
            head.set(name, value).map_err(|_| Unreachable)?;
        }
        init.set_headers(&head);
        init.set_signal(Some(&abort.signal()));
        let response =
            JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.map_err(|_| Unreachable)?;
        let response: Response = response.dyn_into().map_err(|_| Unreachable)?;
        let reader = response.body().map(|body| body.get_reader().unchecked_into());
        Ok(Self { status: response.status(), reader, begun: String::new() })
    }

    /// The HTTP status it was opened with.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What is said next: whole events, one after the other. Nothing when the line has ended.
    pub async fn next(&mut self) -> Option<String> {
        let reader = self.reader.as_ref()?;
        loop {
            let read = JsFuture::from(reader.read()).await.ok()?;
            let piece = Reflect::get(&read, &"value".into()).ok()?.dyn_into::<js_sys::Uint8Array>().ok()?;
            self.begun.push_str(&String::from_utf8_lossy(&piece.to_vec()));
            if let Some(end) = self.begun.rfind("\n\n") {
                let rest = self.begun.split_off(end + 2);
                return Some(std::mem::replace(&mut self.begun, rest));
            }
        }
    }
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    let over = Promise::new(&mut |resolve, _| {
        let milliseconds = milliseconds.try_into().unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}

/// Fetches a text asset.
pub async fn fetch_text(path: &str) -> Result<String, Unreachable> {
    let answer = request("GET", path, &[], Body::None).await?;
    if answer.is_good() { Ok(answer.text) } else { Err(Unreachable) }
}

/// Reads JSON by the browser's own reader, which is there already: ours would weigh 4 kB in every first visit.
pub fn json(text: &str) -> Option<Value> {
    JSON::parse(text).ok().map(|value| value_of(&value))
}

fn value_of(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        return text.into();
    }
    if let Some(number) = value.as_f64() {
        // Numbers of the API are whole; what a double holds exactly stays so.
        let whole = number as i64;
        return if whole as f64 == number { whole.into() } else { number.into() };
    }
    if let Some(truth) = value.as_bool() {
        return truth.into();
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(|entry| value_of(&entry)).collect();
    }
    match value.dyn_ref::<Object>() {
        Some(object) => {
            let entries = Object::entries(object);
            let entry = |entry: JsValue| {
                let pair: Array = entry.unchecked_into();
                (pair.get(0).as_string().unwrap_or_default(), value_of(&pair.get(1)))
            };
            Value::Object(entries.iter().map(entry).collect())
        }
        None => Value::Null,
    }
}

/// What the bootstrap file (`frontend/web/boot.js`) prepared while the app was loading.
pub fn boot(name: &str) -> JsValue {
    let boot = Reflect::get(&window(), &"__verbund".into()).unwrap_or_default();
    Reflect::get(&boot, &name.into()).unwrap_or_default()
}

/// Whether the style sheet that a folder of pages needs is there; fetches it where it is not.
pub async fn style(folder: &str) -> bool {
    let Ok(style) = boot("style").dyn_into::<Function>() else { return false };
    let promise = style.call1(&JsValue::UNDEFINED, &folder.into());
    let Some(promise) = promise.ok().and_then(|it| it.dyn_into::<Promise>().ok()) else { return false };
    JsFuture::from(promise).await.is_ok_and(|there| there.is_truthy())
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
pub async fn with_lock<F>(name: &str, work: F) -> F::Output
where
    F: Future + 'static,
    F::Output: 'static,
{
    let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
    let request = Reflect::get(&locks, &"request".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    let Some(request) = request else { return work.await };
    // The lock is held until the promise is settled that its callback gives.
    let (mut held, mut let_go) = (None, None);
    let until_let_go = Promise::new(&mut |resolve, _| let_go = Some(resolve));
    let taken = Promise::new(&mut |resolve, _| held = Some(resolve));
    let callback = Closure::once_into_js(move || {
        if let Some(held) = held {
            let _ = held.call0(&JsValue::UNDEFINED);
        }
        until_let_go
    });
    if request.call2(&locks, &name.into(), &callback).is_ok() {
        let _ = JsFuture::from(taken).await;
    }
    let result = work.await;
    if let Some(let_go) = let_go {
        let _ = let_go.call0(&JsValue::UNDEFINED);
    }
    result
}

/// A line to the other tabs of this browser.
pub struct Channel {
    inner: BroadcastChannel,
    // Called as long as the channel is open.
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens a line; `heard` gets each word that another tab sends. Nothing where the browser knows
    /// no such lines.
    pub fn open(name: &str, heard: impl Fn(String) + 'static) -> Option<Self> {
        let inner = BroadcastChannel::new(name).ok()?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(word) = event.data().as_string() {
                heard(word);
            }
        });
        inner.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { inner, _heard: heard })
    }

    /// Sends a word to all other tabs.
    pub fn send(&self, word: &str) {
        let _ = self.inner.post_message(&word.into());
    }
}

/// Loads the whole app anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Lets the person save a text as a file.
pub fn save_text(file_name: &str, text: &str) {
    let parts = Array::of1(&text.into());
    if let Ok(blob) = Blob::new_with_str_sequence(&parts) {
        save_blob(file_name, &blob);
    }
}

/// Gives the browser bytes to save under a name.
pub fn save_blob(file_name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(file_name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url);
}

/// Brings the element of that id into sight, if it is on the page and out of it.
pub fn scroll_to_id(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    // A plain object is all the browser asks for.
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"block".into(), &"nearest".into());
    let scroll =
        Reflect::get(&element, &"scrollIntoView".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(scroll) = scroll {
        let _ = scroll.call1(&element, &options);
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

/// Opens the browser's own dialog for printing.
pub fn print() {
    let _ = window().print();
}
