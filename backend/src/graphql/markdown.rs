//! Looking at Markdown before it is saved.

use async_graphql::{Context, Object, SimpleObject};
use verbund_shared::{error::ErrorCode, tasks::TASK_TEXT_MAX, values::FieldCheck};

use super::{ApiResult, caller_of};
use crate::{
    error::{ServiceError, all_right},
    markdown,
};

/// Markdown as it will be shown.
#[derive(SimpleObject)]
pub struct MarkdownPreview {
    /// Safe HTML, without scripts, pictures or styles.
    html: String,
}

/// Looking at Markdown before it is saved.
#[derive(Default)]
pub struct MarkdownQuery;

#[Object]
impl MarkdownQuery {
    /// What a text in Markdown, of at most 20 000 characters, will look like. Signed-in people only.
    /// Errors: `VALIDATION`, `UNAUTHENTICATED`.
    async fn markdown_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The text.")] text: String,
    ) -> ApiResult<MarkdownPreview> {
        if caller_of(ctx).actor.person_id().is_none() {
            return Err(ServiceError::user(ErrorCode::Unauthenticated).into());
        }
        let mut check = FieldCheck::new();
        let text = check.text("text", &text, TASK_TEXT_MAX);
        all_right(check)?;
        Ok(MarkdownPreview { html: markdown::to_html(&text) })
    }
}
