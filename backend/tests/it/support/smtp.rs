//! A mail server in this process: takes what it is told to take and keeps it.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// How the server answers to the next mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Takes everything.
    Takes,
    /// Refuses for now (451).
    Busy,
    /// Refuses for good (550).
    Refuses,
    /// Takes the mail and closes the line before it says so.
    HangsUp,
}

/// A mail server on a port of its own; ends with the test.
#[derive(Clone)]
pub struct MailServer {
    pub url: String,
    state: Arc<Mutex<(Mood, Vec<String>)>>,
}

impl MailServer {
    /// Starts it.
    pub async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let server = Self { url, state: Arc::new(Mutex::new((mood, Vec::new()))) };
        let running = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = running.clone();
                tokio::spawn(async move {
                    let _ = server.talk(stream).await;
                });
            }
        });
        server
    }

    /// Changes how it answers.
    pub fn set_mood(&self, mood: Mood) {
        self.state.lock().unwrap().0 = mood;
    }

    /// The mails it has seen, as they came over the line.
    pub fn mails(&self) -> Vec<String> {
        self.state.lock().unwrap().1.clone()
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        writer.write_all(b"220 sink\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let mood = self.state.lock().unwrap().0;
            let answer = match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
                "QUIT" => break,
                "RCPT" if mood == Mood::Busy => "451 try later",
                "RCPT" if mood == Mood::Refuses => "550 no such mailbox https://n.example/einladung/abc",
                "DATA" => {
                    writer.write_all(b"354 go on\r\n").await?;
                    let mut mail = String::new();
                    while let Some(line) = lines.next_line().await? {
                        if line == "." {
                            break;
                        }
                        mail.push_str(&line);
                        mail.push('\n');
                    }
                    self.state.lock().unwrap().1.push(mail);
                    if mood == Mood::HangsUp {
                        break;
                    }
                    "250 taken"
                }
                _ => "250 ok",
            };
            writer.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }
}
