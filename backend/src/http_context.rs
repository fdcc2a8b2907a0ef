//! Cookies, from inside a resolver: what came in, and how to set one. Only sign-in needs it.

use std::collections::HashMap;

use poem::Request;

/// The cookies of a request.
#[derive(Debug, Default)]
pub struct RequestCookies(HashMap<String, String>);

impl RequestCookies {
    /// Reads the `Cookie` headers (RFC 6265, section 5.4).
    pub fn read(request: &Request) -> Self {
        let pairs = request
            .headers()
            .get_all("cookie")
            .iter()
            .filter_map(|header| header.to_str().ok())
            .flat_map(|header| header.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self(pairs.collect())
    }

    /// A cookie's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// How the browser describes itself; empty when it does not.
#[derive(Debug, Default)]
pub struct RequestAgent(pub String);

impl RequestAgent {
    /// Reads the `User-Agent` header.
    pub fn read(request: &Request) -> Self {
        Self(request.header("user-agent").unwrap_or_default().to_owned())
    }
}

/// The value of a `Set-Cookie` header. Secure cookies carry the `__Host-` prefix (RFC 6265bis):
/// no other host or path can set or read them. Over plain http, on this machine only, it is left away.
pub fn set_cookie(name: &str, value: &str, max_age_seconds: i64, secure: bool) -> String {
    let secure_part = if secure { "; Secure" } else { "" };
    format!(
        "{}={value}; Path=/; Max-Age={max_age_seconds}; HttpOnly; SameSite=Strict{secure_part}",
        cookie_name(name, secure)
    )
}

/// A cookie's full name.
pub fn cookie_name(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}
