//! The web app's files: from a folder, or from inside the program. Hashed names may be kept for
//! ever, `index.html` never; precompressed siblings (`.br`, `.gz`) are served as they are.

use std::{borrow::Cow, path::PathBuf, sync::Arc};

use poem::{
    IntoResponse, Request, Response, handler,
    http::{StatusCode, header},
    web::Data,
};

use super::compress::accepts;

/// `cargo xtask build` says where the built web app lies.
#[cfg(feature = "embed-web")]
#[derive(rust_embed::Embed)]
#[folder = "$VERBUND_WEB_DIST"]
struct Embedded;

/// Changes with the web app, so that cargo builds this file anew.
#[cfg(feature = "embed-web")]
const _: Option<&str> = option_env!("VERBUND_WEB_BUILD");

/// Where the web app's files are.
#[derive(Debug, Clone)]
pub struct Assets {
    folder: Option<Arc<PathBuf>>,
}

impl Assets {
    /// Files from a folder, or the ones inside the program.
    pub fn new(folder: Option<PathBuf>) -> Self {
        let folder = folder.or_else(|| (!cfg!(feature = "embed-web")).then(|| PathBuf::from("target/web")));
        Self { folder: folder.map(Arc::new) }
    }

    async fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        match &self.folder {
            Some(folder) => tokio::fs::read(folder.join(path)).await.ok().map(Cow::Owned),
            None => embedded(path),
        }
    }
}

#[cfg(feature = "embed-web")]
fn embedded(path: &str) -> Option<Cow<'static, [u8]>> {
    Embedded::get(path).map(|file| file.data)
}

#[cfg(not(feature = "embed-web"))]
fn embedded(_path: &str) -> Option<Cow<'static, [u8]>> {
    None
}

/// A file of the app; a path of the app itself (no dot in its last part) is `index.html`.
#[handler]
pub(super) async fn serve(request: &Request, assets: Data<&Assets>) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let plain = path.split('/').all(|part| part != ".." && !part.contains(['\\', '\0', '%']));
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_page = !last.contains('.');
    if !plain && !is_page {
        return StatusCode::NOT_FOUND.into_response();
    }
    let file = if is_page { "index.html" } else { path };
    for (encoding, ending) in [("br", ".br"), ("gzip", ".gz"), ("", "")] {
        if !encoding.is_empty() && !accepts(request, encoding) {
            continue;
        }
        if let Some(content) = assets.read(&format!("{file}{ending}")).await {
            let mut response = Response::builder()
                .content_type(content_type(file))
                .header(header::CACHE_CONTROL, cache_control(file))
                .header(header::VARY, "accept-encoding");
            if !encoding.is_empty() {
                response = response.header(header::CONTENT_ENCODING, encoding);
            }
            return response.body(content.into_owned());
        }
    }
    if is_page {
        return (StatusCode::SERVICE_UNAVAILABLE, "The web app is not built: cargo xtask run")
            .into_response();
    }
    StatusCode::NOT_FOUND.into_response()
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Names in `pkg/` and `assets/` carry their content's hash.
fn cache_control(file: &str) -> &'static str {
    if file.starts_with("pkg/") || file.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}
