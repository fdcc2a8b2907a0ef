//! `GET /live?topic=<id>`: an open line (server-sent events) over which a page hears that what it shows
//! has changed. It carries no content. The line ends with the access token's life, so that rights are
//! asked again whenever the page opens the next one.

use std::{io, pin::Pin, time::Duration};

use futures::stream;
use poem::{Body, Request, Response, handler, http::header, web::Data};
use tokio::time::{Sleep, sleep, timeout};
use verbund_shared::error::ErrorCode;

use super::request::{caller, request_id, user_failure};
use crate::{
    accounts::tokens::ACCESS_TOKEN_LIFE,
    app::App,
    error::{ServiceError, ServiceResult},
    groups,
    live::{Change, Listening, Topic},
};

/// Proxies cut lines on which nothing is said for long.
const SAY_SOMETHING: Duration = Duration::from_secs(20);
/// How long to wait when too many pages listen already.
const RETRY_AFTER_SECONDS: i64 = 30;

/// Opens a line.
#[handler]
pub(super) async fn open_line(request: &Request, app: Data<&App>) -> Response {
    match open(*app, request).await {
        Ok(body) => Response::builder()
            .content_type("text/event-stream")
            .header(header::CACHE_CONTROL, "no-store")
            // Some proxies collect answers before they pass them on.
            .header("x-accel-buffering", "no")
            .body(body),
        Err(error) => user_failure(error, &request_id(request)),
    }
}

async fn open(app: &App, request: &Request) -> ServiceResult<Body> {
    let caller = caller(app, request).await?;
    let person = caller.actor.person_id().ok_or_else(|| ServiceError::user(ErrorCode::Unauthenticated))?;
    let parameters: Vec<(String, String)> = request.params().unwrap_or_default();
    let topic = parameters.iter().find(|(name, _)| name == "topic");
    let topic: Topic = topic.and_then(|(_, value)| value.parse().ok()).ok_or_else(ServiceError::not_found)?;
    match topic {
        Topic::Group(id) => groups::service::get_group(app, &caller, id).await?,
    };
    let listening = app.db().live().listen(person).ok_or_else(|| {
        ServiceError::user(ErrorCode::RateLimited).with("retryAfterSeconds", RETRY_AFTER_SECONDS)
    })?;
    Ok(Body::from_bytes_stream(events(listening, topic)))
}

/// An open line.
struct Line {
    listening: Listening,
    topic: Topic,
    /// Nothing was said yet.
    fresh: bool,
    life: Pin<Box<Sleep>>,
}

/// The first event says that the line is open; each further one that something has changed.
fn events(listening: Listening, topic: Topic) -> impl stream::Stream<Item = io::Result<Vec<u8>>> + Send {
    let life = Box::pin(sleep(ACCESS_TOKEN_LIFE.to_std().unwrap_or_default()));
    stream::unfold(Line { listening, topic, fresh: true, life }, |mut line| async move {
        let event = line.next().await?;
        Some((Ok(event.to_vec()), line))
    })
}

impl Line {
    async fn next(&mut self) -> Option<&'static [u8]> {
        if std::mem::take(&mut self.fresh) {
            return Some(b"data: open\n\n");
        }
        let said = tokio::select! {
            () = &mut self.life => return None,
            said = timeout(SAY_SOMETHING, heard(&mut self.listening, self.topic)) => said,
        };
        match said {
            Ok(true) => Some(b"data: changed\n\n"),
            Ok(false) => None,
            Err(_) => Some(b":\n\n"),
        }
    }
}

/// Waits for a change of the topic; false when the server stops.
async fn heard(listening: &mut Listening, topic: Topic) -> bool {
    loop {
        match listening.next().await {
            Change::Of(other) if other != topic => {}
            Change::Of(_) | Change::Missed => return true,
            Change::Ending => return false,
        }
    }
}
