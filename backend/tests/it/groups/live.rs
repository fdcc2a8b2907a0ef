//! `GET /live`: open pages hear that something has changed.

use std::time::Duration;

use futures::StreamExt as _;
use poem::{Request, Response, http::Method};
use serde_json::{Value, json};
use tokio::time::timeout;
use verbund::{db::follow_postgres, live::Change};

use super::{Scene, step};
use crate::support::{TestApp, database::on_postgres};

/// Longer than anything takes that comes at all.
const COMES: Duration = Duration::from_secs(10);
/// Long enough for what would come if it were wrong.
const STAYS_AWAY: Duration = Duration::from_millis(300);

async fn ask(app: &TestApp, token: &str, topic: &str) -> Response {
    let path = format!("/live?topic={topic}");
    let mut request = Request::builder().method(Method::GET).uri(path.parse().unwrap());
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    app.raw(request.finish()).await
}

/// An open line.
struct Line(std::pin::Pin<Box<dyn futures::Stream<Item = String> + Send>>);

impl Line {
    async fn open(app: &TestApp, token: &str, group: &Value) -> Self {
        let response = ask(app, token, group["id"].as_str().unwrap()).await;
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let bytes = response.into_body().into_bytes_stream();
        let words = bytes.map(|piece| String::from_utf8(piece.unwrap().to_vec()).unwrap());
        let mut line = Self(Box::pin(words));
        assert_eq!(line.hears(COMES).await.as_deref(), Some("data: open\n\n"));
        line
    }

    async fn hears(&mut self, within: Duration) -> Option<String> {
        timeout(within, self.0.next()).await.ok().flatten()
    }

    #[track_caller]
    fn is_change(heard: Option<String>) {
        assert_eq!(heard.as_deref(), Some("data: changed\n\n"));
    }
}

/// Listens to PostgreSQL as `serve` does, and waits until it does.
async fn follow(app: &TestApp) {
    if !on_postgres() {
        return;
    }
    let live = app.app.db().live().clone();
    let mut listening = live.listen(verbund_shared::id::PersonId(uuid::Uuid::nil())).unwrap();
    tokio::spawn(follow_postgres(live, app.app.config().database_url.clone()));
    assert_eq!(timeout(COMES, listening.next()).await.unwrap(), Change::Missed);
}

#[tokio::test]
async fn a_page_hears_of_changes_of_its_group_only() {
    let scene = Scene::new().await;
    follow(&scene.app).await;
    let group = scene.active("Sprache", "OPEN").await;
    let other = scene.active("Recht", "OPEN").await;
    let member = scene.member(&group, "Mara").await;
    let mut line = Line::open(&scene.app, &member, &group).await;

    scene.done(&scene.chair, "GroupRest", step(&other)).await;
    assert_eq!(line.hears(STAYS_AWAY).await, None);

    scene.member(&group, "Nuri").await;
    Line::is_change(line.hears(COMES).await);
    assert_eq!(line.hears(STAYS_AWAY).await, None);

    // Refused: nothing has changed.
    let stale = json!({ "id": group["id"], "version": 1, "text": "Zu spät." });
    assert_eq!(scene.act(&scene.steering, "GroupRest", stale).await.code(), "CONFLICT");
    assert_eq!(line.hears(STAYS_AWAY).await, None);
}

#[tokio::test]
async fn changes_of_another_process_are_heard_too() {
    // Several processes share a database on PostgreSQL only.
    let scene = Scene::new().await;
    follow(&scene.app).await;
    let group = scene.active("Sprache", "OPEN").await;
    let neighbour = scene.app.another_process().await;
    let here = if on_postgres() { &neighbour } else { &scene.app };
    follow(here).await;
    let mut line = Line::open(here, &scene.chair, &group).await;
    scene.member(&group, "Nuri").await;
    Line::is_change(line.hears(COMES).await);
}

#[tokio::test]
async fn a_line_ends_when_the_server_stops_and_tells_what_was_missed() {
    let scene = Scene::new().await;
    let group = scene.active("Sprache", "OPEN").await;
    let mut line = Line::open(&scene.app, &scene.chair, &group).await;
    scene.app.app.db().live().tell(Change::Missed);
    Line::is_change(line.hears(COMES).await);
    scene.app.app.db().live().tell(Change::Ending);
    assert_eq!(timeout(COMES, line.0.next()).await.unwrap(), None);
}

#[tokio::test]
async fn who_may_not_see_a_group_hears_nothing_of_it() {
    let scene = Scene::new().await;
    let proposed = scene.proposed("Sprache", "OPEN").await;
    let topic = proposed["id"].as_str().unwrap();
    let stranger = scene.colleague("Timo").await;
    assert_eq!(ask(&scene.app, "", topic).await.status().as_u16(), 401);
    assert_eq!(ask(&scene.app, "nonsense", topic).await.status().as_u16(), 401);
    assert_eq!(ask(&scene.app, &stranger, topic).await.status().as_u16(), 404);
    assert_eq!(ask(&scene.app, &stranger, "group_1").await.status().as_u16(), 404);
    assert_eq!(ask(&scene.app, &scene.chair, topic).await.status().as_u16(), 200);
}

#[tokio::test]
async fn too_many_pages_of_one_person_are_told_to_wait() {
    let scene = Scene::new().await;
    let group = scene.active("Sprache", "OPEN").await;
    let topic = group["id"].as_str().unwrap();
    let mut open = Vec::new();
    let refused = loop {
        let response = ask(&scene.app, &scene.chair, topic).await;
        if response.status().as_u16() != 200 {
            break response;
        }
        open.push(response);
        assert!(open.len() < 100, "no limit");
    };
    assert_eq!(refused.status().as_u16(), 429);
    drop(open);
    assert_eq!(ask(&scene.app, &scene.chair, topic).await.status().as_u16(), 200);
}
