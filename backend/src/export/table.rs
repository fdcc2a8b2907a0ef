//! A table as a file in pieces, so that a long list needs little memory.

use futures::{Stream, StreamExt as _, stream};
use verbund_shared::locale::Locale;

use crate::error::{ServiceError, ServiceResult};

/// How spreadsheets recognise UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Some rows of a table, and where the next ones begin; none after the last.
pub(crate) type Pages<K> = (Vec<Vec<String>>, Option<K>);

/// A table as CSV. `page` gives the rows from a place on; the first is asked for with none.
pub(crate) fn table<K, F>(
    head: Vec<String>,
    page: impl Fn(Option<K>) -> F + Send + 'static,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static>
where
    K: Send + 'static,
    F: Future<Output = ServiceResult<Pages<K>>> + Send + 'static,
{
    let mut beginning = BYTE_ORDER_MARK.to_vec();
    beginning.extend(lines(&[head])?);
    let pages = stream::try_unfold((page, Some(None)), |(page, at)| async move {
        let Some(at) = at else { return Ok(None) };
        let (rows, next) = page(at).await?;
        Ok(Some((lines(&rows)?, (page, next.map(Some)))))
    });
    Ok(stream::once(async { Ok(beginning) }).chain(pages))
}

fn lines(rows: &[Vec<String>]) -> ServiceResult<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|cause| ServiceError::broken(cause.to_string()))?;
    }
    writer.into_inner().map_err(|cause| ServiceError::broken(cause.to_string()))
}

/// A parameter of the address; empty when it is not there.
pub(crate) fn parameter<'a>(parameters: &'a [(String, String)], name: &str) -> &'a str {
    parameters.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value.trim())
}

/// The language that the address asks for, else the one given.
pub(crate) fn language(parameters: &[(String, String)], default: Locale) -> Locale {
    Locale::from_tag(parameter(parameters, "lang")).unwrap_or(default)
}
