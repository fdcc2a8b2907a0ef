//! Files to take along, fetched as a link or as the app does.

use poem::{Body, Request, http::Method};

use super::TestApp;

/// What came.
pub struct Download {
    pub status: u16,
    pub kind: String,
    pub name: String,
    pub text: String,
}

impl Download {
    /// The rows of a table, the header first.
    #[track_caller]
    pub fn rows(&self) -> Vec<Vec<String>> {
        assert_eq!(self.status, 200, "{}", self.text);
        let text = self.text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }
}

impl TestApp {
    /// Fetches a file; `token` is a person's access token, or empty for a visitor.
    pub async fn download(&self, token: &str, path: &str) -> Download {
        let mut request = Request::builder().method(Method::GET).uri(path.parse().unwrap());
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let response = self.raw(request.finish()).await;
        let header = |name: &str| {
            response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        Download {
            status: response.status().as_u16(),
            kind: header("content-type"),
            name: header("content-disposition"),
            text: String::from_utf8(Body::into_vec(response.into_body()).await.unwrap()).unwrap(),
        }
    }
}
