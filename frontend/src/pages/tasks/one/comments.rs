//! What is written to a task, the oldest first, and writing to it oneself.

use leptos::{prelude::*, task::spawn_local};
use verbund_shared::operations::{
    TaskCommentAdd, TaskCommentChange, TaskCommentRemove, TaskCommentsPage, task_comment_add,
    task_comment_change, task_comment_remove,
    task_comments_page::{self, TaskCommentParts},
};

use super::{
    comment_form::{Draft, Words, form},
    shown::Shown,
};
use crate::{
    api::{ApiFailure, Submission, send},
    components::{Button, ButtonKind, IconName, Pager, SectionHeading, Skeleton, SkeletonShape},
    i18n::{t, text, text_with, time_stamp},
    pages::tasks::{markdown::markdown, people::People},
    pages::{
        act::{Act, Sending, act, section},
        support::{StaleNotice, failure_view, kept_text},
        tasks::words::name_of,
    },
    state::toasts::toast_done,
};

const SECTION: &str = "task-comments";
/// Comments fetched at once.
const PAGE: usize = 50;

/// The comments of a task. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Comments {
    task: StoredValue<String>,
    all: RwSignal<Option<Vec<TaskCommentParts>>>,
    failure: RwSignal<Option<ApiFailure>>,
    loading: RwSignal<bool>,
    more: RwSignal<bool>,
    /// So many are on the page.
    wanted: StoredValue<usize>,
    latest: StoredValue<u32>,
}

impl Comments {
    /// The first ones are on their way.
    pub fn new(task: String) -> Self {
        let comments = Self {
            task: StoredValue::new(task),
            all: RwSignal::new(None),
            failure: RwSignal::new(None),
            loading: RwSignal::new(false),
            more: RwSignal::new(false),
            wanted: StoredValue::new(PAGE),
            latest: StoredValue::new(0),
        };
        comments.load();
        comments
    }

    /// Reads again what is on the page.
    pub fn load(self) {
        let number = self.latest.get_value() + 1;
        self.latest.set_value(number);
        self.loading.set(true);
        let (task, wanted) = (self.task.get_value(), self.wanted.get_value());
        spawn_local(async move {
            let answer = read(task, wanted).await;
            // The page may be gone, or a newer request on its way.
            if self.latest.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok((all, more)) => {
                    self.failure.set(None);
                    self.more.set(more);
                    self.all.set(Some(all));
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
            self.loading.set(false);
        });
    }

    fn load_more(self, so_many: usize) {
        self.wanted.update_value(|wanted| *wanted += so_many);
        self.load();
    }

    /// The part of the page.
    pub fn view(self, shown: Shown, people: People) -> AnyView {
        let ids = Memo::new(move |_| {
            let all = self.all.read();
            all.iter().flatten().map(|comment| comment.id.clone()).collect::<Vec<_>>()
        });
        let state = Memo::new(move |_| match (self.all.read().as_ref(), self.failure.get()) {
            (Some(all), _) => Ok(Some(all.is_empty())),
            (None, Some(failure)) => Err(failure),
            (None, None) => Ok(None),
        });
        let instead = move || match state.get() {
            Ok(None) => view! { <Skeleton shape=SkeletonShape::Text count=3/> }.into_any(),
            Ok(Some(true)) => view! { <p class="muted">{t("tasks-page-comments-none")}</p> }.into_any(),
            Ok(Some(false)) => ().into_any(),
            Err(failure) => failure_view(failure, move || self.load()),
        };
        let pager = move || {
            self.more.get().then(|| {
                view! {
                    <Pager
                        shown=Signal::derive(move || ids.read().len())
                        total=shown.part(|task| Some(task.comment_count))
                        has_more=self.more
                        pending=self.loading
                        on_more=move |()| self.load_more(PAGE)
                    />
                }
                .into_any()
            })
        };
        let content = view! {
            <SectionHeading title=t("tasks-page-comments")/>
            {instead}
            <ol class="task-comments">
                <For
                    each=move || ids.get()
                    key=|id| id.clone()
                    children=move |id| self.entry(id, shown, people)
                />
            </ol>
            {pager}
            {self.write(shown, people)}
        };
        section(SECTION, content)
    }

    fn entry(self, id: String, shown: Shown, people: People) -> AnyView {
        let all = self.all;
        let first = all.with_untracked(|all| all.iter().flatten().find(|one| one.id == id).cloned());
        let Some(first) = first else { return ().into_any() };
        let last = StoredValue::new(first);
        let comment = Memo::new(move |_| {
            let all = all.read();
            let now = all.iter().flatten().find(|one| one.id == id).cloned();
            if let Some(now) = now {
                last.set_value(now);
            }
            last.get_value()
        });
        let comment: Signal<TaskCommentParts> = comment.into();
        let editing = RwSignal::new(false);
        let body = Memo::new(move |_| comment.read().body_html.clone());
        let content = move || match editing.get() {
            true => self.change(comment, shown, people, editing),
            false => view! {
                {move || markdown(body.get())}
                {self.acts(comment, shown, editing)}
            }
            .into_any(),
        };
        view! { <li class="task-comment">{head(comment)} {content}</li> }.into_any()
    }

    fn acts(self, comment: Signal<TaskCommentParts>, shown: Shown, editing: RwSignal<bool>) -> AnyView {
        let can_edit = Memo::new(move |_| comment.read().viewer_can.edit);
        let can_remove = Memo::new(move |_| comment.read().viewer_can.remove);
        let edit = move || {
            can_edit.get().then(|| {
                view! {
                    <Button kind=ButtonKind::Quiet icon=IconName::Pencil on_press=move |()| editing.set(true)>
                        {t("tasks-page-comment-change")}
                    </Button>
                }
                .into_any()
            })
        };
        let remove = Act::new("tasks-page-comment-remove", "tasks-page-comment-remove-text", IconName::Trash)
            .weighing(ButtonKind::Quiet)
            .offered(can_remove.into())
            .then(SECTION, "tasks-page-comment-removed");
        let version = Memo::new(move |_| comment.read().version);
        let remove =
            act(remove, shown, version, None, move |Sending { submission, version, done, .. }| {
                let input =
                    task_comment_remove::TaskCommentRemoveInput { id: comment.get_untracked().id, version };
                submission.send::<TaskCommentRemove>(task_comment_remove::Variables { input }, move |data| {
                    shown.put(data.task_comment_remove.task);
                    self.load();
                    done();
                });
            });
        view! { <div class="actions">{edit} {remove}</div> }.into_any()
    }

    /// One's own comment is changed where it stands.
    fn change(
        self,
        comment: Signal<TaskCommentParts>,
        shown: Shown,
        people: People,
        editing: RwSignal<bool>,
    ) -> AnyView {
        let now = comment.get_untracked();
        let body = kept_text(format!("verbund.comment.{}", now.id), now.body.clone());
        let submission = Submission::new();
        let based_on = StoredValue::new(now.version);
        let draft = Draft { body, submission, people };
        let end = move || {
            body.set(now.body.clone());
            editing.set(false);
        };
        let end = StoredValue::new(end);
        let save = move || {
            let input = task_comment_change::TaskCommentChangeInput {
                id: comment.get_untracked().id,
                version: based_on.get_value(),
                body: body.get_untracked(),
                mentions: draft.mentions(),
            };
            submission.send::<TaskCommentChange>(task_comment_change::Variables { input }, move |data| {
                shown.put(data.task_comment_change.task);
                end.with_value(|end| end());
                self.load();
                toast_done(text("tasks-page-comment-changed"));
                request_animation_frame(|| crate::platform::focus_id(SECTION));
            });
        };
        let keep = move |version| {
            based_on.set_value(version);
            save();
        };
        let load = move |()| {
            end.with_value(|end| end());
            self.load();
        };
        let stale = view! { <StaleNotice submission on_keep=keep on_load=load/> }.into_any();
        let cancel = view! {
            <Button kind=ButtonKind::Quiet on_press=move |()| end.with_value(|end| end())>{t("app-cancel")}</Button>
        };
        let words = Words { id: "comment-change", label: "tasks-page-comment", send: "tasks-page-save" };
        form(words, draft, Some(stale), Some(cancel.into_any()), save)
    }

    /// A new comment.
    fn write(self, shown: Shown, people: People) -> AnyView {
        let can_comment = shown.part(|task| task.viewer_can.comment);
        let key = format!("verbund.task.{}.comment", self.task.get_value());
        let draft = Draft { body: kept_text(key, String::new()), submission: Submission::new(), people };
        let save = move || {
            let input = task_comment_add::TaskCommentAddInput {
                task_id: self.task.get_value(),
                body: draft.body.get_untracked(),
                mentions: draft.mentions(),
            };
            draft.submission.send::<TaskCommentAdd>(task_comment_add::Variables { input }, move |data| {
                draft.body.set(String::new());
                let task = data.task_comment_add.task;
                // One's own comment is the last one, and to be seen.
                let all = usize::try_from(task.comment_count).unwrap_or(PAGE);
                self.wanted.update_value(|wanted| *wanted = all.max(*wanted));
                shown.put(task);
                self.load();
                toast_done(text("tasks-page-commented"));
            });
        };
        let words =
            || Words { id: "comment", label: "tasks-page-comment-new", send: "tasks-page-comment-send" };
        (move || can_comment.get().then(|| form(words(), draft, None, None, save))).into_any()
    }
}

/// Who wrote it, and when.
fn head(comment: Signal<TaskCommentParts>) -> AnyView {
    let author = move || {
        let comment = comment.read();
        comment.author.as_ref().map_or_else(|| text("tasks-page-made-by-program"), name_of)
    };
    let at = move || time_stamp(&comment.read().created_at);
    let edited = move || {
        let edited = comment.read().edited_at.clone();
        edited.map(|at| text_with("tasks-page-comment-edited", &[("at", time_stamp(&at).into())]))
    };
    view! {
        <p class="entry-meta">
            <span class="task-person">{author}</span>
            <time datetime=move || comment.read().created_at.clone()>{at}</time>
            <span>{edited}</span>
        </p>
    }
    .into_any()
}

/// So many comments, or all where there are fewer; and whether there are more.
async fn read(task_id: String, wanted: usize) -> Result<(Vec<TaskCommentParts>, bool), ApiFailure> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let first = Some(PAGE as i64);
        let variables = task_comments_page::Variables { task_id: task_id.clone(), first, after };
        let page = send::<TaskCommentsPage>(variables).await?.task_comments;
        all.extend(page.edges.into_iter().map(|edge| edge.node));
        after = page.page_info.end_cursor.filter(|_| page.page_info.has_next_page);
        if after.is_none() || all.len() >= wanted {
            return Ok((all, after.is_some()));
        }
    }
}
