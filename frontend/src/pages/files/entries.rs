//! Files as entries: taken along, renamed, removed, and the field that uploads another.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{
    GroupFileChange, GroupFileRemove, group_file_change, group_file_remove, group_files_page::GroupFileParts,
};

use crate::{
    api::{Submission, save_file, upload_into_group},
    components::{Button, ButtonKind, FileField, IconName, TextField},
    i18n::{day, errors, number, t, text, text_with},
    pages::{
        act::{Act, Sending, Shown, act, section},
        groups::full_name,
    },
    platform::focus_id,
    routes::Route,
    state::toasts::{toast_done, toast_failed},
};

/// The part of the page that shows the files.
pub(super) const SECTION: &str = "files";
const KIB: i64 = 1024;
/// Kinds the browser offers; the server decides by the bytes.
const ACCEPT: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.gif,.txt,.csv,.md,.ics";

/// What shows the files reads them again after something was done.
#[derive(Clone, Copy)]
pub(super) struct Files {
    /// Reads them again.
    pub refetch: Callback<()>,
}

impl Shown for Files {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        self.changed(SECTION, done);
    }

    fn load(self, section: &'static str) {
        self.refetch.run(());
        request_animation_frame(move || focus_id(section));
    }
}

/// How large something is: `12 kB`, `3 MB`.
pub fn size_text(bytes: i64) -> String {
    if bytes < KIB * KIB {
        return text_with("files-size-kb", &[("size", number((bytes + KIB - 1).div_euclid(KIB)).into())]);
    }
    text_with("files-size-mb", &[("size", number((bytes + KIB * KIB / 2) / (KIB * KIB)).into())])
}

/// The files in their order.
pub(super) fn entries(files: Vec<GroupFileParts>, shown: Files) -> AnyView {
    let entries: Vec<AnyView> = files.into_iter().map(|file| entry(file, shown)).collect();
    view! { <ul class="entries">{entries}</ul> }.into_any()
}

fn entry(file: GroupFileParts, shown: Files) -> AnyView {
    let (size, created) = (file.size, file.created_at.clone());
    let by = file.uploaded_by.as_ref().map(|person| full_name(&person.given_name, &person.family_name));
    let meta = move || {
        let day = day(&created);
        match &by {
            Some(name) => text_with("files-meta-by", &[("day", day.into()), ("name", name.into())]),
            None => text_with("files-meta", &[("day", day.into())]),
        }
    };
    let task = file.task.as_ref().map(|task| {
        let href = Route::Task(task.id.clone()).href();
        view! { <span>{t("files-of-task")} " " <a class="link" href=href>{task.title.clone()}</a></span> }
    });
    let manage = file.viewer_can.manage.then(|| {
        view! {
            {change(&file, shown)}
            {remove(&file, shown)}
        }
    });
    let note = (!file.note.is_empty()).then(|| view! { <p>{file.note.clone()}</p> });
    view! {
        <li class="entry">
            <h3 class="entry-title">{file.name.clone()}</h3>
            {note}
            <p class="entry-meta">
                <span>{move || size_text(size)}</span>
                <span>{meta}</span>
                {task}
            </p>
            <div class="actions">
                {take_along(&file)}
                {manage}
            </div>
        </li>
    }
    .into_any()
}

fn take_along(file: &GroupFileParts) -> AnyView {
    let words = view! { {t("files-download")} <span class="visually-hidden">" " {file.name.clone()}</span> };
    download(&file.path, &file.name, ButtonKind::Secondary, words.into_any())
}

/// A button that fetches a file, which needs the access token, and hands it to the browser to be saved.
pub fn download(path: &str, name: &str, kind: ButtonKind, words: AnyView) -> AnyView {
    let submission = Submission::new();
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(errors::failure_text(&failure));
        }
    });
    let (path, name) = (StoredValue::new(path.to_owned()), StoredValue::new(name.to_owned()));
    let save = move |()| {
        submission.run(async move { save_file(&path.get_value(), &name.get_value()).await }, |()| ());
    };
    view! {
        <Button kind icon=IconName::Download pending=submission.pending() on_press=save>{words}</Button>
    }
    .into_any()
}

fn change(file: &GroupFileParts, shown: Files) -> AnyView {
    let (name, note) = (RwSignal::new(file.name.clone()), RwSignal::new(file.note.clone()));
    let fields = Arc::new(move |_: Submission| {
        view! {
            <TextField label=t("files-name") name="name" value=name hint=t("files-name-hint") required=true/>
            <TextField label=t("files-note") name="note" value=note/>
        }
        .into_any()
    });
    let words = Act::new("files-change", "files-change-text", IconName::Pencil)
        .weighing(ButtonKind::Quiet)
        .then(SECTION, "files-changed");
    let id = file.id.clone();
    act(words, shown, file.version, Some(fields), move |Sending { submission, version, done, .. }| {
        let input = group_file_change::GroupFileChangeInput {
            id: id.clone(),
            version,
            name: name.get_untracked(),
            note: note.get_untracked(),
        };
        submission.send::<GroupFileChange>(group_file_change::Variables { input }, move |_| done());
    })
}

fn remove(file: &GroupFileParts, shown: Files) -> AnyView {
    let words = Act::new("files-remove", "files-remove-text", IconName::Trash)
        .weighing(ButtonKind::Danger)
        .then(SECTION, "files-removed");
    let id = file.id.clone();
    act(words, shown, file.version, None, move |Sending { submission, version, done, .. }| {
        let input = group_file_remove::GroupFileRemoveInput { id: id.clone(), version };
        submission.send::<GroupFileRemove>(group_file_remove::Variables { input }, move |_| done());
    })
}

/// The field that uploads into a group; for something of it, `task` or `item` with its id, where it is named.
pub(super) fn upload_field(group: String, owner: Option<(&'static str, String)>, shown: Files) -> AnyView {
    let submission = Submission::new();
    let (group, owner) = (StoredValue::new(group), StoredValue::new(owner));
    let take = move |file: web_sys::File| {
        let work = async move {
            let owner = owner.get_value();
            let owner = owner.as_ref().map(|(kind, id)| (*kind, id.as_str()));
            upload_into_group(&group.get_value(), owner, &file).await
        };
        submission.run(work, move |_| {
            toast_done(text("files-uploaded"));
            shown.refetch.run(());
        });
    };
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    let waiting = move || if submission.pending().get() { text("files-uploading") } else { String::new() };
    view! {
        <div class="file-upload">
            <FileField
                label=t("files-upload")
                name="file"
                accept=ACCEPT
                hint=t("files-upload-hint")
                on_file=UnsyncCallback::new(take)
                error
            />
            <p role="status" class="muted">{waiting}</p>
        </div>
    }
    .into_any()
}

/// The section with its heading.
pub(super) fn part(content: impl IntoView) -> AnyView {
    section(SECTION, content)
}
