//! A term while it is added or changed.

use leptos::prelude::*;
use verbund_shared::{
    operations::{TermAdd, TermUpdate, term_add, term_update},
    terms::TermKind,
};

use super::terms_page::Term;
use crate::{
    api::Submission,
    components::{Actions, BilingualField, Button, ButtonKind, Form, TextField},
    i18n::{t, text_with},
    pages::support::StaleNotice,
    state::toasts::toast_done,
};

/// The longest word that is made from a name.
const KEY_MAX: usize = 40;

/// Adds a term, or changes one.
#[component]
pub(super) fn TermForm(
    /// What it belongs to.
    kind: TermKind,
    /// The term to change; none to add one.
    term: Option<Term>,
    /// Where a new one stands.
    next_position: i64,
    /// Told the term's id when it is saved.
    #[prop(into)]
    on_done: Callback<String>,
    /// Shows the current state instead.
    #[prop(into)]
    on_load: Callback<()>,
) -> AnyView {
    let line = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let place = |place: Option<i64>| RwSignal::new(place.map(|place| place.to_string()).unwrap_or_default());
    let tile = term.as_ref().map_or((None, None), |term| term.tile);
    let (tile_x, tile_y) = (place(tile.0), place(tile.1));
    let de = line(term.as_ref().map(|term| term.de.clone()));
    let en = line(term.as_ref().map(|term| term.en.clone()));
    let key = line(None);
    let version = RwSignal::new(term.as_ref().map_or(0, |term| term.version));
    let is_new = term.is_none();
    let term = StoredValue::new(term);
    let submission = Submission::new();
    let save = move |()| {
        let (name_de, name_en) = (de.get_untracked(), en.get_untracked());
        let tile = |value: RwSignal<String>| value.get_untracked().trim().parse::<i32>().ok().map(i64::from);
        let saved = name_de.clone();
        let done = move |id| {
            toast_done(text_with("admin-terms-saved", &[("name", saved.into())]));
            on_done.run(id);
        };
        match term.get_value() {
            Some(term) => {
                let input = term_update::TermUpdateInput {
                    version: version.get_untracked(),
                    name: term_update::LocalizedTextInput { de: name_de, en: name_en },
                    tile_x: tile(tile_x),
                    tile_y: tile(tile_y),
                    ..term.input()
                };
                submission.send::<TermUpdate>(term_update::Variables { input }, move |answer| {
                    done(answer.term_update.term.id);
                });
            }
            None => {
                let typed = key.get_untracked();
                let input = term_add::TermAddInput {
                    kind,
                    key: if typed.trim().is_empty() { key_of(&name_de) } else { typed },
                    name: term_add::LocalizedTextInput { de: name_de, en: name_en },
                    position: next_position,
                    tile_x: tile(tile_x),
                    tile_y: tile(tile_y),
                };
                submission.send::<TermAdd>(term_add::Variables { input }, move |answer| {
                    done(answer.term_add.term.id);
                });
            }
        }
    };
    let keep = move |current| {
        version.set(current);
        save(());
    };
    view! {
        <Form id="term" errors=submission.errors() on_submit=save>
            <StaleNotice submission on_keep=keep on_load/>
            <BilingualField label=t("admin-terms-name") name="name" de en required=true/>
            {is_new.then(|| {
                view! {
                    <TextField label=t("admin-terms-key") name="key" value=key hint=t("admin-terms-key-hint")/>
                }
            })}
            {(kind == TermKind::District).then(|| {
                view! {
                    <TextField
                        label=t("admin-terms-column")
                        name="tileX"
                        value=tile_x
                        input_mode="numeric"
                        hint=t("admin-terms-tile-hint")
                    />
                    <TextField label=t("admin-terms-row") name="tileY" value=tile_y input_mode="numeric"/>
                }
            })}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("admin-terms-save")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// A word for addresses and tables from a German name: `Pflege & Alter` becomes `pflege_alter`.
fn key_of(name: &str) -> String {
    let plain =
        name.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").chars().take(KEY_MAX).collect()
}
