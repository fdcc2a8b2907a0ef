//! The object store: S3 or what speaks like it. Addresses are signed here, the bytes go by plain HTTP.

use std::{fmt, sync::Arc, time::Duration};

use rusty_s3::{Bucket, Credentials, S3Action as _, UrlStyle};
use url::Url;

use crate::error::{ServiceError, ServiceResult};

/// How long a signed address works; it is used at once.
const SIGNED_FOR: Duration = Duration::from_secs(300);
/// How long the store may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// The region where the setting names none.
const REGION: &str = "us-east-1";

/// An object store. Cloning shares it.
#[derive(Clone)]
pub struct ObjectStore {
    inner: Arc<Inner>,
}

struct Inner {
    bucket: Bucket,
    credentials: Credentials,
    agent: ureq::Agent,
}

impl fmt::Debug for ObjectStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never the credentials.
        f.debug_struct("ObjectStore").field("bucket", &self.inner.bucket.name()).finish()
    }
}

impl ObjectStore {
    /// Reads a setting such as `https://key:secret@s3.example/bucket?region=eu-central-1`.
    pub fn parse(setting: &str) -> Result<Self, String> {
        let form = "https://key:secret@host/bucket?region=name";
        let mut url = Url::parse(setting).map_err(|problem| format!("{problem}; it has the form {form}"))?;
        let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1"));
        if !(url.scheme() == "https" || url.scheme() == "http" && local) {
            return Err(format!("must begin with https://; it has the form {form}"));
        }
        let decoded =
            |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        let (key, secret) = (decoded(url.username()), decoded(url.password().unwrap_or_default()));
        let name = url.path().trim_matches('/').to_owned();
        if key.is_empty() || secret.is_empty() || name.is_empty() || name.contains('/') {
            return Err(format!("lacks key, secret or bucket; it has the form {form}"));
        }
        let region =
            url.query_pairs().find(|(name, _)| name == "region").map(|(_, value)| value.into_owned());
        let region = region.unwrap_or_else(|| REGION.to_owned());
        url.set_path("/");
        url.set_query(None);
        let _ = url.set_username("");
        let _ = url.set_password(None);
        let bucket = Bucket::new(url, UrlStyle::Path, name, region).map_err(|problem| problem.to_string())?;
        let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).build();
        let inner = Inner { bucket, credentials: Credentials::new(key, secret), agent: config.into() };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Keeps bytes under a name.
    pub async fn put(&self, key: String, content: Vec<u8>) -> ServiceResult<()> {
        self.run(move |store| {
            let url = store.bucket.put_object(Some(&store.credentials), &key).sign(SIGNED_FOR);
            store.agent.put(url.as_str()).send(&content[..]).map(|_| ())
        })
        .await
    }

    /// The bytes under a name.
    pub async fn get(&self, key: String, size: u64) -> ServiceResult<Vec<u8>> {
        self.run(move |store| {
            let url = store.bucket.get_object(Some(&store.credentials), &key).sign(SIGNED_FOR);
            let mut answer = store.agent.get(url.as_str()).call()?;
            answer.body_mut().with_config().limit(size + 1).read_to_vec()
        })
        .await
    }

    /// Removes what is under a name; what is not there is no error.
    pub async fn remove(&self, key: String) -> ServiceResult<()> {
        self.run(move |store| {
            let url = store.bucket.delete_object(Some(&store.credentials), &key).sign(SIGNED_FOR);
            match store.agent.delete(url.as_str()).call() {
                Ok(_) | Err(ureq::Error::StatusCode(404)) => Ok(()),
                Err(cause) => Err(cause),
            }
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, ureq::Error> + Send + 'static,
    ) -> ServiceResult<T> {
        let inner = Arc::clone(&self.inner);
        let done = tokio::task::spawn_blocking(move || work(&inner)).await;
        done.map_err(|cause| ServiceError::Internal(cause.into()))?
            .map_err(|cause| ServiceError::Internal(cause.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(setting: &str, works: bool) {
        let parsed = ObjectStore::parse(setting);
        assert_eq!(parsed.is_ok(), works, "{setting}: {parsed:?}");
    }

    #[test]
    fn the_setting_names_host_bucket_key_and_secret() {
        check("https://key:secret@s3.example/files?region=eu-central-1", true);
        check("https://key:se%2Fcret@s3.example/files", true);
        check("http://key:secret@127.0.0.1:9000/files", true);
        check("http://key:secret@s3.example/files", false);
        check("https://s3.example/files", false);
        check("https://key:secret@s3.example/", false);
        check("https://key:secret@s3.example/a/b", false);
        check("files", false);
    }

    #[test]
    fn nothing_that_is_printed_holds_the_secret() {
        let store = ObjectStore::parse("https://key:secret@s3.example/files").unwrap();
        assert_eq!(format!("{store:?}"), "ObjectStore { bucket: \"files\" }");
    }
}
