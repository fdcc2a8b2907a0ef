//! Objecting to a paragraph: its button, and the dialog with the paragraph as it is and as it should be.

use leptos::prelude::*;
use verbund_shared::{
    minutes::{MINUTES_COMMENT_MAX, ObjectionState, PROPOSAL_MAX},
    operations::{
        MinutesObject, minutes_object,
        minutes_version_page::{
            MinutesVersionPageMinutesVersionEntries as Entry,
            MinutesVersionPageMinutesVersionEntriesParagraphs as Paragraph,
        },
    },
};

use super::{
    document::item_title,
    shown::{OBJECTIONS, Shown},
};
use crate::{
    api::Submission,
    components::{Actions, Badge, Button, ButtonKind, Dialog, Form, IconName, TextAreaField, Tone},
    i18n::{number, t, text_with},
    pages::{act::Shown as _, support::kept_text},
    platform,
};

/// A paragraph that somebody looks at.
#[derive(Debug, Clone, PartialEq)]
struct Target {
    version: i64,
    item: String,
    number: String,
    title: String,
    paragraph: i64,
    text: String,
}

/// What takes objections on the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Objecting {
    shown: Shown,
    can: Signal<bool>,
    /// Version, item and paragraph of each objection that nobody has answered.
    marked: Signal<Vec<(i64, String, i64)>>,
    target: RwSignal<Option<Target>>,
    open: RwSignal<bool>,
}

impl Objecting {
    /// Takes objections to the newest version.
    pub fn new(shown: Shown) -> Self {
        let marked = shown.part(|minutes| {
            let open = minutes.objections.iter().filter(|one| one.state == ObjectionState::Open);
            open.map(|one| (one.version_number, one.item_id.clone(), one.paragraph)).collect::<Vec<_>>()
        });
        Self {
            shown,
            can: shown.part(|minutes| minutes.viewer_can.object),
            marked,
            target: RwSignal::new(None),
            open: RwSignal::new(false),
        }
    }

    /// The button of a paragraph, and whether somebody has objected to it already.
    pub fn offer(self, version: i64, entry: &Entry, one: &Paragraph) -> AnyView {
        let target = Target {
            version,
            item: entry.item_id.clone(),
            number: entry.number.clone(),
            title: entry.title.clone(),
            paragraph: one.number,
            text: one.text.clone(),
        };
        let place = (version, target.item.clone(), target.paragraph);
        let mark = move || {
            self.marked
                .read()
                .contains(&place)
                .then(|| view! { <Badge tone=Tone::Waiting>{t("minutes-objected")}</Badge> }.into_any())
        };
        let said = {
            let (item, paragraph) = (target.number.clone(), target.paragraph);
            move || {
                let args = [("item", item.as_str().into()), ("paragraph", number(paragraph).into())];
                text_with("minutes-object-to", &args)
            }
        };
        let target = StoredValue::new(target);
        let said = StoredValue::new(said);
        let press = move |()| {
            self.target.set(Some(target.get_value()));
            self.open.set(true);
        };
        let button = move || {
            self.can.get().then(|| {
                let said = move || said.with_value(|said| said());
                view! {
                    <Button kind=ButtonKind::Quiet icon=IconName::MessageSquare on_press=press>
                        {t("minutes-object")} <span class="visually-hidden">" " {said}</span>
                    </Button>
                }
                .into_any()
            })
        };
        view! { <div class="minutes-object">{mark} {button}</div> }.into_any()
    }

    /// The dialog, once for the page: what is typed in it stays while the text beside it changes.
    pub fn dialog(self) -> AnyView {
        view! {
            <Dialog open=self.open title=t("minutes-object") wide=true>
                {untrack(|| self.target.get()).map(|target| self.form(target))}
            </Dialog>
        }
        .into_any()
    }

    fn form(self, target: Target) -> AnyView {
        let meeting = self.shown.now().meeting_id;
        let key = format!("objection-{meeting}-{}-{}-{}", target.version, target.item, target.paragraph);
        let comment_key = format!("{key}-comment");
        let proposed = kept_text(key.clone(), target.text.clone());
        let comment = kept_text(comment_key.clone(), String::new());
        let submission = Submission::new();
        let title = {
            let target = target.clone();
            move || item_title(&target.number, &target.title)
        };
        let paragraph = target.paragraph;
        let quoted = move || text_with("minutes-paragraph", &[("number", number(paragraph).into())]);
        let quote = target.text.clone();
        let first = target.text.clone();
        let (item, target_version) = (target.item, target.version);
        let send = move |()| {
            let input = minutes_object::MinutesObjectInput {
                meeting_id: meeting.clone(),
                version_number: target_version,
                item_id: item.clone(),
                paragraph,
                proposed_text: proposed.get_untracked(),
                comment: comment.get_untracked(),
            };
            let (first, key, comment_key) = (first.clone(), key.clone(), comment_key.clone());
            submission.send::<MinutesObject>(minutes_object::Variables { input }, move |_| {
                // What was sent need not be kept any longer.
                proposed.set(first);
                comment.set(String::new());
                platform::store_for_visit(&key, None);
                platform::store_for_visit(&comment_key, None);
                self.open.set(false);
                self.shown.changed(OBJECTIONS, "minutes-object-done");
            });
        };
        view! {
            <Form id="object" errors=submission.errors() on_submit=send>
                <p>{t("minutes-object-text")}</p>
                <p class="minutes-quote-of">{title} ", " {quoted}</p>
                <blockquote class="minutes-quote">{quote}</blockquote>
                <TextAreaField
                    label=t("minutes-object-proposed")
                    name="proposedText"
                    value=proposed
                    hint=t("minutes-object-proposed-hint")
                    rows=8
                    max=PROPOSAL_MAX
                    required=true
                />
                <TextAreaField
                    label=t("minutes-object-comment")
                    name="comment"
                    value=comment
                    rows=3
                    max=MINUTES_COMMENT_MAX
                />
                <Actions>
                    <Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=submission.pending()>
                        {t("minutes-object")}
                    </Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| self.open.set(false)>{t("app-cancel")}</Button>
                </Actions>
            </Form>
        }
        .into_any()
    }
}
