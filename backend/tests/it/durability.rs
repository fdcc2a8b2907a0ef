//! Killed at any moment, the server has lost nothing that it acknowledged, and starts again.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund::{
    accounts::tokens::{AccessClaims, TokenKeys},
    clock::Clock,
    config::Settings,
};
use verbund_shared::id::{PersonId, SessionId};

use crate::support::database::TestDatabase;

const ROUNDS: usize = 3;
const WRITERS: usize = 4;

/// The real program, on a port of its own.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(database_url: &str) -> Self {
        let port = free_port();
        let process = Command::new(env!("CARGO_BIN_EXE_verbund"))
            .args(["serve", "--database-url", database_url, "--listen", &format!("127.0.0.1:{port}")])
            .args(["--public-url", "http://localhost", "--data-dir", env!("CARGO_TARGET_TMPDIR")])
            .env("VERBUND_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { process, port };
        let started = Instant::now();
        while server.request("GET", "/health/ready", "", "").is_none_or(|(status, _)| status != 200) {
            assert!(started.elapsed() < Duration::from_secs(20), "the server does not get ready");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// SIGKILL: no chance to tidy up.
    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    fn request(&self, method: &str, path: &str, token: &str, body: &str) -> Option<(u16, String)> {
        request(self.port, method, path, token, body)
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// One request on a connection of its own; `None` when the answer did not arrive whole.
fn request(port: u16, method: &str, path: &str, token: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
    let authorization =
        if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n\
         X-Verbund-Request: 1\r\n{authorization}Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let status = answer.split(' ').nth(1)?.parse().ok()?;
    let body = answer.split_once("\r\n\r\n")?.1.to_owned();
    Some((status, body))
}

fn operation(name: &str, variables: Value) -> String {
    json!({ "id": verbund_shared::documents::NETWORK, "operationName": name, "variables": variables })
        .to_string()
}

/// A coordinator made behind the server's back, with an access token it accepts.
async fn coordinator(database: &TestDatabase) -> String {
    let db = database.connect().await;
    let clock = Clock::system();
    let settings = Settings {
        public_url: Some("http://localhost".to_owned()),
        database_url: Some(database.url.clone()),
        data_dir: Some(PathBuf::from(env!("CARGO_TARGET_TMPDIR"))),
        ..Settings::default()
    };
    let keys = TokenKeys::load(&db, &clock, &settings.check().unwrap()).await.unwrap();
    let (person, session) = (clock.new_id(), clock.new_id());
    let (now, far) = (clock.now(), clock.now() + TimeDelta::days(1));
    let rows: [(&str, Vec<sea_orm::Value>); 3] = [
        (
            "INSERT INTO people (id, given_name, family_name, email, locale, state, created_at, version) VALUES ($1, 'A', 'B', 'a@b.example', 'de', 'active', $2, 1)",
            vec![person.into(), now.into()],
        ),
        (
            "INSERT INTO sessions (id, person_id, device, created_at, last_used_at, expires_at) VALUES ($1, $2, '', $3, $3, $4)",
            vec![session.into(), person.into(), now.into(), far.into()],
        ),
        (
            "INSERT INTO network_roles (id, person_id, role, from_day, version) VALUES ($1, $2, 'coordinator', $3, 1)",
            vec![clock.new_id().into(), person.into(), now.date_naive().pred_opt().unwrap().into()],
        ),
    ];
    for (sql, values) in rows {
        use sea_orm::ConnectionTrait as _;
        let writer = db.raw_writer();
        let statement = sea_orm::Statement::from_sql_and_values(writer.get_database_backend(), sql, values);
        writer.execute_raw(statement).await.unwrap();
    }
    let token =
        keys.issue(AccessClaims { person: PersonId(person), session: SessionId(session) }, now).unwrap();
    db.close().await.unwrap();
    token
}

#[tokio::test(flavor = "multi_thread")]
async fn sigkill_loses_nothing_acknowledged() {
    let database = TestDatabase::new().await;
    let token = coordinator(&database).await;
    let acknowledged: Arc<Mutex<Vec<String>>> = Arc::default();

    for round in 0..ROUNDS {
        let server = Server::start(&database.url);
        let port = server.port;
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (token, acknowledged) = (token.clone(), acknowledged.clone());
                std::thread::spawn(move || {
                    for number in 0..10_000 {
                        let key = format!("k{round}_{writer}_{number}");
                        let input = json!({ "kind": "TOPIC", "key": key, "name": { "de": "X" } });
                        let body = operation("TermAdd", json!({ "input": input }));
                        match request(port, "POST", "/graphql", &token, &body) {
                            Some((200, answer)) if answer.contains("termAdd") => {
                                acknowledged.lock().unwrap().push(key)
                            }
                            _ => return,
                        }
                    }
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(300 + 170 * round as u64));
        server.kill();
        for writer in writers {
            writer.join().unwrap();
        }
    }

    let server = Server::start(&database.url);
    let (_, answer) =
        server.request("POST", "/graphql", "", &operation("Terms", json!({ "archivedToo": true }))).unwrap();
    let answer: Value =
        serde_json::from_str(&answer[answer.find('{').unwrap()..=answer.rfind('}').unwrap()]).unwrap();
    let kept: Vec<&str> =
        answer["data"]["terms"].as_array().unwrap().iter().filter_map(|term| term["key"].as_str()).collect();
    let acknowledged = acknowledged.lock().unwrap();
    assert!(acknowledged.len() > WRITERS, "too few writes to say anything: {}", acknowledged.len());
    let lost: Vec<_> = acknowledged.iter().filter(|key| !kept.contains(&key.as_str())).collect();
    assert!(lost.is_empty(), "acknowledged but lost: {lost:?}");
    server.kill();
}
