//! Taking a version of the minutes along as a PDF.

use leptos::prelude::*;

use crate::{
    api::{Submission, save_file},
    components::{Button, ButtonKind, IconName},
    i18n::{day_short, errors, number, t, text_with},
    state::toasts::toast_failed,
};

/// A file of a version.
pub(super) struct Pdf {
    /// Where it is.
    pub path: String,
    /// What the meeting is called.
    pub meeting: String,
    /// When it was.
    pub starts_at: String,
    /// The version's number.
    pub number: i64,
    /// Whether it holds the internal parts too.
    pub internal: bool,
}

/// The button that saves it. The access token lives in memory only, so the app fetches the file and hands it to
/// the browser.
pub(super) fn take(pdf: Pdf, kind: ButtonKind) -> AnyView {
    let submission = Submission::new();
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(errors::failure_text(&failure));
        }
    });
    let number_of = pdf.number;
    let label = if pdf.internal { "minutes-file-internal" } else { "minutes-file" };
    let pdf = StoredValue::new(pdf);
    let save = move |()| {
        let (path, name) = pdf.with_value(|pdf| (path(pdf), name(pdf)));
        submission.run(async move { save_file(&path, &name).await }, |()| ());
    };
    let which = move || text_with("minutes-file-which", &[("number", number(number_of).into())]);
    view! {
        <Button kind icon=IconName::Download pending=submission.pending() on_press=save>
            {t(label)} <span class="visually-hidden">" " {which}</span>
        </Button>
    }
    .into_any()
}

fn path(pdf: &Pdf) -> String {
    match pdf.internal {
        true => format!("{}?internal=1", pdf.path),
        false => pdf.path.clone(),
    }
}

fn name(pdf: &Pdf) -> String {
    let key = if pdf.internal { "minutes-file-name-internal" } else { "minutes-file-name" };
    let name = text_with(
        key,
        &[
            ("meeting", pdf.meeting.as_str().into()),
            ("day", day_short(&pdf.starts_at).into()),
            ("number", number(pdf.number).into()),
        ],
    );
    // Of what file systems refuse nothing may be left.
    let name: String = name.chars().map(|c| if r#"\/:*?"<>|"#.contains(c) { '-' } else { c }).collect();
    format!("{name}.pdf")
}
