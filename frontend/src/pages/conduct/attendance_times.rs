//! From when until when somebody was there, and mending that.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{AttendanceCorrect, attendance_correct};

use super::{
    attendance::One,
    room::{PEOPLE, Room},
    words::attending,
};
use crate::{
    components::{Button, ButtonKind, CheckboxField, IconButton, IconName, TextField},
    i18n::{t, text, text_with, time_of_day},
    pages::act::{Act, Fields, Sending, act},
};

/// The times in a line: `09:02–10:30, online seit 10:45`.
pub(super) fn spans(one: One) -> AnyView {
    let spans = Memo::new(move |_| one.get().map(|one| one.spans).unwrap_or_default());
    let words = move || {
        let word = |span: &verbund_shared::operations::conduct_page::ConductAttendancePartsSpans| {
            let key = match (span.online, span.until_at.is_some()) {
                (false, true) => "conduct-span",
                (false, false) => "conduct-span-open",
                (true, true) => "conduct-span-online",
                (true, false) => "conduct-span-online-open",
            };
            let until = span.until_at.as_deref().map(time_of_day).unwrap_or_default();
            text_with(key, &[("from", time_of_day(&span.from_at).into()), ("until", until.into())])
        };
        spans.get().iter().map(word).collect::<Vec<_>>().join(", ")
    };
    let any = Memo::new(move |_| !spans.read().is_empty());
    (move || any.get().then(|| view! { <p class="muted conduct-times">{words}</p> })).into_any()
}

/// A time in the dialog.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Span {
    online: RwSignal<bool>,
    from: RwSignal<String>,
    until: RwSignal<String>,
}

impl Span {
    fn new(online: bool, from: String, until: String) -> Self {
        Self { online: RwSignal::new(online), from: RwSignal::new(from), until: RwSignal::new(until) }
    }
}

/// The dialog that mends the times of somebody.
pub(super) fn times(room: Room, one: One) -> AnyView {
    let typed = RwSignal::new(Vec::<Span>::new());
    let fields: Fields = Arc::new(move |_| {
        let now = one.get_untracked();
        let name = now.as_ref().map(attending).unwrap_or_default();
        let spans = now.map(|one| one.spans).unwrap_or_default();
        let spans = spans.into_iter().map(|span| {
            let until = span.until_at.as_deref().map(time_of_day).unwrap_or_default();
            Span::new(span.online, time_of_day(&span.from_at), until)
        });
        typed.set(spans.collect());
        view! { <p class="conduct-name">{name}</p> {rows(typed)} }.into_any()
    });
    let version = Signal::derive(move || one.read().as_ref().map_or(0, |one| one.version));
    let words = Act::new("conduct-times", "conduct-times-text", IconName::Clock)
        .weighing(ButtonKind::Quiet)
        .then(PEOPLE, "conduct-times-done");
    act(words, room, version, Some(fields), move |Sending { submission, version, done, .. }| {
        let Some(one) = one.get_untracked() else { return };
        let spans = typed.get_untracked().into_iter().map(|span| attendance_correct::AttendanceSpanInput {
            online: span.online.get_untracked(),
            from: span.from.get_untracked(),
            until: Some(span.until.get_untracked()).filter(|time| !time.is_empty()),
        });
        let input =
            attendance_correct::AttendanceCorrectInput { id: one.id, version, spans: spans.collect() };
        submission.send::<AttendanceCorrect>(attendance_correct::Variables { input }, move |_| done());
    })
}

fn rows(typed: RwSignal<Vec<Span>>) -> AnyView {
    let add = move |()| typed.update(|all| all.push(Span::new(false, String::new(), String::new())));
    let rows = move || {
        let rows = typed.get().into_iter().enumerate();
        rows.map(|(place, span)| {
            let remove = move |()| typed.update(|all| all.retain(|other| *other != span));
            view! {
                <li class="conduct-row">
                    <TextField label=t("conduct-times-from") name=format!("spans.{place}.from") value=span.from kind="time" required=true/>
                    <TextField label=t("conduct-times-until") name=format!("spans.{place}.until") value=span.until kind="time"/>
                    <CheckboxField label=t("conduct-times-online") name=format!("spans.{place}.online") value=span.online/>
                    <IconButton icon=IconName::Trash label=t("conduct-times-remove") on_press=remove/>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
    };
    let none = move || typed.read().is_empty().then(|| text("conduct-times-none"));
    view! {
        <p class="muted">{none}</p>
        <ul class="conduct-rows">{rows}</ul>
        <Button kind=ButtonKind::Quiet icon=IconName::Plus on_press=add>{t("conduct-times-add")}</Button>
    }
    .into_any()
}
