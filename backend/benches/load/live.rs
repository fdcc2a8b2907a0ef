//! Open pages: many lines on which nothing happens, and how soon a change reaches all of them.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::mpsc,
};
use uuid::Uuid;
use verbund_shared::{documents::TASKS, id::GroupId};

use super::{Outcome, client::Connection, server::Server};

/// Changes that are timed.
const CHANGES: usize = 20;
/// How long one may take before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(10);

/// What was measured.
pub(crate) struct Lines {
    /// From sending a change until the last of all pages has heard of it, the slowest of all changes.
    pub(crate) slowest: Duration,
    /// Memory of the server for each line, in kilobytes.
    pub(crate) kilobytes: f64,
}

/// Opens lines on a group, in turn for each of the tokens, and changes something in it.
pub(crate) async fn measure(server: &Server, tokens: &[String], group: Uuid, count: usize) -> Outcome<Lines> {
    let topic = GroupId(group).to_string();
    let token = tokens.first().ok_or("nobody listens")?;
    let mut writer = Connection::open(server.address).await?.signed_in(token);
    // What the first use of all this costs is not the cost of a line.
    let mut heard = Vec::new();
    heard.push(line(server, token, &topic).await?);
    make_task(&mut writer, &topic, 0).await?;
    wait_all(&mut heard).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let before = server.memory_kb()?;
    for number in 1..count {
        heard.push(line(server, &tokens[number % tokens.len()], &topic).await?);
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let after = server.memory_kb()?;
    let mut slowest = Duration::ZERO;
    for number in 1..=CHANGES {
        let sent = Instant::now();
        make_task(&mut writer, &topic, number).await?;
        wait_all(&mut heard).await?;
        slowest = slowest.max(sent.elapsed());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let kilobytes = after.saturating_sub(before) as f64 / (count - 1) as f64;
    Ok(Lines { slowest, kilobytes })
}

async fn make_task(writer: &mut Connection, group: &str, number: usize) -> Outcome<()> {
    let input = json!({ "groupId": group, "task": { "title": format!("Änderung {number}") } });
    let body =
        json!({ "id": TASKS, "operationName": "TaskCreate", "variables": { "input": input } }).to_string();
    writer.ask(&body).await
}

/// Every line hears of one change.
async fn wait_all(lines: &mut [mpsc::UnboundedReceiver<()>]) -> Outcome<()> {
    for line in lines {
        let said = tokio::time::timeout(PATIENCE, line.recv()).await;
        said.map_err(|_| "a change did not reach every page")?.ok_or("a line broke")?;
    }
    Ok(())
}

/// Opens a line; what comes back hears of each change.
async fn line(server: &Server, token: &str, topic: &str) -> Outcome<mpsc::UnboundedReceiver<()>> {
    let mut stream = TcpStream::connect(server.address).await?;
    let head = format!(
        "GET /live?topic={topic} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\nx-verbund-request: 1\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let (opened, mut open) = mpsc::unbounded_channel();
    let (tell, told) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut text = String::new();
        let mut part = [0; 2_048];
        loop {
            let count = stream.read(&mut part).await.unwrap_or(0);
            if count == 0 {
                return;
            }
            text.push_str(&String::from_utf8_lossy(&part[..count]));
            while let Some(at) = text.find("\n\n") {
                let event: String = text.drain(..at + 2).collect();
                if event.contains("data: open") {
                    let _ = opened.send(());
                }
                if event.contains("data: changed") && tell.send(()).is_err() {
                    return;
                }
            }
        }
    });
    let said = tokio::time::timeout(PATIENCE, open.recv()).await;
    said.map_err(|_| "a line did not open")?.ok_or("a line was refused")?;
    Ok(told)
}
