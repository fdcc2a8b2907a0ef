//! The form for a comment, a new one or a changed one. What is typed is kept in this tab until it is sent.

use leptos::prelude::*;
use verbund_shared::tasks::COMMENT_MAX;

use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, Form, MentionField},
    i18n::t,
    pages::tasks::{markdown::preview, people::People},
};

/// A comment that is being written.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// Markdown.
    pub body: RwSignal<String>,
    /// What sends it.
    pub submission: Submission,
    /// Who can be mentioned.
    pub people: People,
}

impl Draft {
    /// Who is mentioned: whose name stands behind an `@`. Where a name begins another, the longer one is meant.
    pub fn mentions(self) -> Vec<String> {
        let mut body = self.body.get_untracked();
        let mut people = untrack(move || self.people.everybody());
        people.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
        let mut mentioned = Vec::new();
        for (id, name) in people {
            let mark = format!("@{name}");
            if body.contains(&mark) {
                body = body.replace(&mark, "");
                mentioned.push(id);
            }
        }
        mentioned
    }
}

/// The words of the form.
pub(super) struct Words {
    /// Tells it apart from others.
    pub id: &'static str,
    /// Above the field.
    pub label: &'static str,
    /// On its button.
    pub send: &'static str,
}

/// The form; `aside` stands beside its button, `before` above its field.
pub(super) fn form(
    words: Words,
    draft: Draft,
    before: Option<AnyView>,
    aside: Option<AnyView>,
    send: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let names = Signal::derive(move || {
        draft.people.everybody().into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    });
    view! {
        <Form id=words.id errors=draft.submission.errors() on_submit=move |()| send()>
            {before}
            <MentionField
                label=t(words.label)
                hint=t("tasks-page-comment-hint")
                name="body"
                value=draft.body
                names
                max=COMMENT_MAX
            />
            {preview(draft.body)}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=draft.submission.pending()>{t(words.send)}</Button>
                {aside}
            </Actions>
        </Form>
    }
    .into_any()
}
