//! One connection that asks one question after the other: as much of HTTP/1.1 as that needs.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::Outcome;

/// An open connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// The line that says who asks; empty for visitors.
    signed_in: String,
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::new(), signed_in: String::new() })
    }

    /// The same connection, asking for somebody.
    pub(crate) fn signed_in(mut self, token: &str) -> Self {
        self.signed_in = format!("authorization: Bearer {token}\r\n");
        self
    }

    /// Sends a GraphQL request and reads the whole answer, which must hold no error.
    pub(crate) async fn ask(&mut self, body: &str) -> Outcome<()> {
        let head = format!(
            "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nx-verbund-request: 1\r\n{}content-length: {}\r\n\r\n",
            self.signed_in,
            body.len()
        );
        self.stream.write_all(format!("{head}{body}").as_bytes()).await?;
        let (status, answer) = self.answer().await?;
        if status != 200 || answer.windows(8).any(|part| part == b"\"errors\"") {
            return Err(format!("{status}: {} for {body}", String::from_utf8_lossy(&answer)).into());
        }
        Ok(())
    }

    /// Whether the server says that it is ready.
    pub(crate) async fn is_ready(&mut self) -> Outcome<bool> {
        self.stream.write_all(b"GET /health/ready HTTP/1.1\r\nhost: localhost\r\n\r\n").await?;
        Ok(self.answer().await?.0 == 200)
    }

    async fn answer(&mut self) -> Outcome<(u16, Vec<u8>)> {
        let head_end = loop {
            if let Some(at) = self.buffer.windows(4).position(|part| part == b"\r\n\r\n") {
                break at + 4;
            }
            self.read().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..head_end]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).ok_or("no status")?;
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"))
            .and_then(|value| value.trim().parse::<usize>().ok())
            .ok_or("an answer without its length")?;
        while self.buffer.len() < head_end + length {
            self.read().await?;
        }
        let body = self.buffer[head_end..head_end + length].to_vec();
        self.buffer.drain(..head_end + length);
        Ok((status, body))
    }

    async fn read(&mut self) -> Outcome<()> {
        let mut part = [0; 16 * 1024];
        let count = self.stream.read(&mut part).await?;
        if count == 0 {
            return Err("the server closed the connection".into());
        }
        self.buffer.extend_from_slice(&part[..count]);
        Ok(())
    }
}
