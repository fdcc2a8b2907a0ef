//! Two people wrote to the same item at the same time: both texts side by side, to take one of them or to put
//! them together in the field below.

use leptos::prelude::*;

use super::editor_draft::{Collision, Draft, Notes, Part, Stand};
use crate::{
    components::{Button, ButtonKind, Notice, Tone},
    i18n::{t, text, text_with, time_stamp},
    pages::groups::full_name,
};

/// What is to be decided, while two texts collide. It appears above the fields and takes no focus: whoever is
/// typing goes on, and what is typed becomes the text put together.
pub(super) fn merge(draft: Draft) -> AnyView {
    let collision = Memo::new(move |_| match draft.stand() {
        Stand::Colliding(collision) => Some(collision),
        _ => None,
    });
    (move || collision.get().map(|collision| view_of(draft, *collision))).into_any()
}

fn view_of(draft: Draft, collision: Collision) -> AnyView {
    let theirs =
        Notes { public: collision.theirs.text.clone(), internal: collision.theirs.internal_text.clone() };
    let name = collision.theirs.saved_by.as_ref().map(|by| full_name(&by.given_name, &by.family_name));
    let at = collision.theirs.saved_at.clone();
    let title = Signal::derive(move || match (&name, &at) {
        (Some(name), Some(at)) => text_with(
            "minutes-write-collision-by",
            &[("name", name.clone().into()), ("time", time_stamp(at).into())],
        ),
        _ => text("minutes-write-collision"),
    });
    let parts = [(Part::Public, "minutes-write-text"), (Part::Internal, "minutes-write-internal")];
    let differing = parts.into_iter().filter(|(part, _)| collision.mine.part(*part) != theirs.part(*part));
    let texts: Vec<AnyView> = differing
        .map(|(part, label)| {
            let mine = collision.mine.part(part).to_owned();
            let other = theirs.part(part).to_owned();
            view! {
                <p class="field-label">{t(label)}</p>
                <div class="notes-both">
                    {one("minutes-write-mine", &mine, &other)}
                    {one("minutes-write-theirs", &other, &mine)}
                </div>
            }
            .into_any()
        })
        .collect();
    let mine = collision.mine;
    let take_mine = move |()| draft.settle(mine.clone());
    let take_theirs = move |()| draft.settle(theirs.clone());
    let take_typed = move |()| draft.settle(draft.now());
    view! {
        <Notice tone=Tone::Waiting title>
            <p>{t("minutes-write-collision-text")}</p>
            {texts}
            <div class="actions">
                <Button on_press=take_mine>{t("minutes-write-take-mine")}</Button>
                <Button on_press=take_theirs>{t("minutes-write-take-theirs")}</Button>
                <Button kind=ButtonKind::Primary on_press=take_typed>{t("minutes-write-take-typed")}</Button>
            </div>
        </Notice>
    }
    .into_any()
}

/// A text; lines that do not stand in the other one are marked.
fn one(label: &'static str, text: &str, other: &str) -> AnyView {
    let others: Vec<&str> = other.lines().map(str::trim).collect();
    let lines: Vec<AnyView> = text
        .lines()
        .map(|line| {
            let known = line.trim().is_empty() || others.contains(&line.trim());
            let line = line.to_owned();
            match known {
                true => view! { <p>{line}</p> }.into_any(),
                false => view! { <p><mark>{line}</mark></p> }.into_any(),
            }
        })
        .collect();
    let empty = lines.is_empty().then(|| view! { <p class="muted">{t("minutes-write-nothing")}</p> });
    view! {
        <div class="notes-one">
            <p class="notes-whose">{t(label)}</p>
            {lines}
            {empty}
        </div>
    }
    .into_any()
}
