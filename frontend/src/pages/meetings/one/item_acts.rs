//! What the chair does with an item: up, down, below another and out again, and the acts with a dialog.
//! Moving needs no dragging: four buttons, which keep the focus.

use leptos::prelude::*;
use verbund_shared::{
    meetings::AgendaItemState,
    operations::{
        AgendaItemDefer, AgendaItemMove, AgendaItemWithdraw, agenda_item_defer, agenda_item_move,
        agenda_item_withdraw, meeting_page::AgendaItemParts,
    },
};

use super::{
    AGENDA,
    agenda::{below, on_agenda},
    behind::Behind,
    item::title_id,
    page::BELOW,
};
use crate::{
    api::Submission,
    components::{Button, ButtonKind, ButtonLink, Dialog, IconButton, IconName},
    i18n::{errors::failure_text, t, text_with},
    pages::{
        act::{Act, Sending, act},
        files::of_item,
        meetings::item_forms::ITEM,
    },
    platform::focus_id,
    routes::{Route, query},
    state::toasts::toast_failed,
};

/// Where an item goes by one press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Up,
    Down,
    In,
    Out,
}

impl Step {
    const ALL: [Step; 4] = [Step::Up, Step::Down, Step::In, Step::Out];

    const fn word(self) -> &'static str {
        match self {
            Step::Up => "up",
            Step::Down => "down",
            Step::In => "in",
            Step::Out => "out",
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Step::Up => IconName::ArrowUp,
            Step::Down => IconName::ArrowDown,
            Step::In => IconName::ArrowRight,
            Step::Out => IconName::ArrowLeft,
        }
    }

    fn button_id(self, item: &str) -> String {
        format!("item-{}-{item}", self.word())
    }

    /// The place this step leads to: below what, and the how-manieth there; nothing where it leads nowhere.
    fn target(self, items: &[AgendaItemParts], item: &AgendaItemParts) -> Option<(Option<String>, i64)> {
        let parent =
            item.parent_id.clone().filter(|id| items.iter().any(|other| other.id == *id && on_agenda(other)));
        let siblings = below(items, parent.as_deref());
        let place = siblings.iter().position(|id| *id == item.id)?;
        // Places count from 1, `place` from 0.
        match self {
            Step::Up => (place > 0).then_some((parent, place as i64)),
            Step::Down => (place + 1 < siblings.len()).then(|| (parent, place as i64 + 2)),
            Step::In => {
                let alone = parent.is_none() && below(items, Some(&item.id)).is_empty();
                let above = siblings.get(place.checked_sub(1)?).filter(|_| alone)?;
                Some((Some(above.clone()), below(items, Some(above)).len() as i64 + 1))
            }
            Step::Out => {
                let parent = parent?;
                let above = below(items, None).iter().position(|id| *id == parent)?;
                Some((None, above as i64 + 2))
            }
        }
    }
}

/// Moving items of an agenda, one at a time. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    behind: Behind,
    submission: Submission,
    /// What was moved and how, until the page shows it.
    moved: RwSignal<Option<(String, Step)>>,
    said: RwSignal<String>,
}

impl Moves {
    /// For the agenda of a meeting.
    pub fn new(behind: Behind) -> Self {
        let (submission, said) = (Submission::new(), RwSignal::new(String::new()));
        let moves = Self { behind, submission, moved: RwSignal::new(None), said };
        Effect::new(move |_| {
            if let Some(failure) = submission.failure().get() {
                toast_failed(failure_text(&failure));
                behind.refetch();
            }
        });
        let items = behind.items();
        Effect::new(move |_| {
            items.track();
            if let Some((id, step)) = moves.moved.get_untracked() {
                moves.moved.set(None);
                moves.shown(&id, step);
            }
        });
        moves
    }

    /// What is said aloud after something was moved.
    pub fn said(self) -> String {
        self.said.get()
    }

    /// The page shows the new order: says so, and keeps the focus on what was pressed, or near it where that is
    /// gone.
    fn shown(self, id: &str, step: Step) {
        let items = self.behind.items();
        let words = items.with_untracked(|items| {
            let item = items.iter().find(|item| item.id == id)?;
            let args = [("title", item.title.clone().into()), ("number", item.number.clone().into())];
            Some(text_with("meetings-moved", &args))
        });
        self.said.set(words.unwrap_or_default());
        let mut places = vec![step.button_id(id)];
        places.extend(Step::ALL.iter().map(|step| step.button_id(id)));
        places.push(title_id(id));
        request_animation_frame(move || {
            let there = places.iter().find(|place| document().get_element_by_id(place).is_some());
            if let Some(place) = there {
                focus_id(place);
            }
        });
    }

    fn go(self, item: &AgendaItemParts, step: Step) {
        let target = self.behind.items().with_untracked(|items| step.target(items, item));
        let Some((parent_id, position)) = target else { return };
        let id = item.id.clone();
        let input = agenda_item_move::AgendaItemMoveInput {
            id: id.clone(),
            version: item.version,
            parent_id,
            position,
        };
        let Moves { behind, moved, .. } = self;
        self.submission.send::<AgendaItemMove>(agenda_item_move::Variables { input }, move |_| {
            moved.set(Some((id, step)));
            behind.refetch();
        });
    }
}

/// The buttons of an item, each while it can be pressed.
pub(super) fn item_acts(
    behind: Behind,
    moves: Moves,
    this: Memo<Option<AgendaItemParts>>,
    id: String,
    top: bool,
) -> AnyView {
    let edits = can(this, |item| item.viewer_can.edit);
    let id = StoredValue::new(id);
    let form = |form: &str| {
        let form = format!("{form}{}", id.get_value());
        Route::Meeting(behind.id()).href_with(&[(query::EDIT, &form)])
    };
    let edit = form(ITEM);
    let edit = move || {
        edits.get().then(|| {
            view! {
                <ButtonLink kind=ButtonKind::Quiet icon=IconName::Pencil href=edit.clone()>
                    {t("meetings-item-edit")} {of(this)}
                </ButtonLink>
            }
            .into_any()
        })
    };
    let adds = behind.may(|meeting| meeting.viewer_can.edit);
    let below = form(BELOW);
    let add = move || {
        (top && adds.get() && edits.get()).then(|| {
            view! {
                <ButtonLink kind=ButtonKind::Quiet icon=IconName::Plus href=below.clone()>
                    {t("meetings-item-add-below")} {of(this)}
                </ButtonLink>
            }
            .into_any()
        })
    };
    view! {
        <div class="agenda-acts">
            {steps(moves, this, edits)}
            {edit}
            {add}
            {papers(behind, this, edits)}
            {defer(behind, this, id)}
            {withdraw(behind, this, id)}
        </div>
    }
    .into_any()
}

fn can(this: Memo<Option<AgendaItemParts>>, may: fn(&AgendaItemParts) -> bool) -> Signal<bool> {
    Memo::new(move |_| this.with(|item| item.as_ref().is_some_and(may))).into()
}

/// Which item a button is about, for those who hear it by itself.
fn of(this: Memo<Option<AgendaItemParts>>) -> AnyView {
    let title = move || this.with(|item| item.as_ref().map(|item| item.title.clone()));
    view! { <span class="visually-hidden">": " {title}</span> }.into_any()
}

/// The four ways to move it, as far as each leads somewhere.
fn steps(moves: Moves, this: Memo<Option<AgendaItemParts>>, edits: Signal<bool>) -> AnyView {
    let items = moves.behind.items();
    let one = move |step: Step| {
        let leads = Memo::new(move |_| {
            let item = this.get();
            let movable = item.as_ref().filter(|item| item.state == AgendaItemState::Scheduled);
            edits.get() && movable.is_some_and(|item| items.with(|items| step.target(items, item).is_some()))
        });
        let key = match step {
            Step::Up => "meetings-move-up",
            Step::Down => "meetings-move-down",
            Step::In => "meetings-move-in",
            Step::Out => "meetings-move-out",
        };
        let label = Signal::derive(move || {
            let title = this.with(|item| item.as_ref().map(|item| item.title.clone())).unwrap_or_default();
            text_with(key, &[("title", title.into())])
        });
        let press = move |()| {
            if let Some(item) = this.get_untracked() {
                moves.go(&item, step);
            }
        };
        move || {
            leads.get().then(|| {
                let id = this.with_untracked(|item| item.as_ref().map(|item| step.button_id(&item.id)));
                view! { <IconButton icon=step.icon() label id=id.unwrap_or_default() on_press=press/> }
                    .into_any()
            })
        }
    };
    view! {
        {one(Step::Up)}
        {one(Step::Down)}
        {one(Step::In)}
        {one(Step::Out)}
    }
    .into_any()
}

/// Its papers in a dialog: adding, naming, removing.
fn papers(behind: Behind, this: Memo<Option<AgendaItemParts>>, edits: Signal<bool>) -> AnyView {
    let open = RwSignal::new(false);
    let content = move || {
        let item = this.get_untracked()?;
        let changed = Callback::new(move |()| behind.refetch());
        Some(of_item(behind.group()?, item.id, changed))
    };
    let button = move || {
        (edits.get() && behind.group().is_some()).then(|| {
            view! {
                <Button kind=ButtonKind::Quiet icon=IconName::Paperclip on_press=move |()| open.set(true)>
                    {t("meetings-papers")} {of(this)}
                </Button>
            }
            .into_any()
        })
    };
    view! {
        {button}
        <Dialog open title=t("meetings-papers") wide=true>{content()}</Dialog>
    }
    .into_any()
}

fn defer(behind: Behind, this: Memo<Option<AgendaItemParts>>, id: StoredValue<String>) -> AnyView {
    let words = Act::new("meetings-defer", "meetings-defer-text", IconName::Clock)
        .with_words("reason", "meetings-reason")
        .weighing(ButtonKind::Quiet)
        .offered(can(this, |item| item.viewer_can.defer))
        .then(AGENDA, "meetings-deferred");
    let version = Signal::derive(move || this.with(|item| item.as_ref().map_or(0, |item| item.version)));
    act(words, behind, version, None, move |Sending { submission, version, text, done }| {
        let input = agenda_item_defer::AgendaItemEndInput { id: id.get_value(), version, reason: text };
        submission.send::<AgendaItemDefer>(agenda_item_defer::Variables { input }, move |_| done());
    })
}

fn withdraw(behind: Behind, this: Memo<Option<AgendaItemParts>>, id: StoredValue<String>) -> AnyView {
    let words = Act::new("meetings-withdraw", "meetings-withdraw-text", IconName::Ban)
        .with_words("reason", "meetings-reason")
        .weighing(ButtonKind::Quiet)
        .offered(can(this, |item| item.viewer_can.withdraw))
        .then(AGENDA, "meetings-withdrawn");
    let version = Signal::derive(move || this.with(|item| item.as_ref().map_or(0, |item| item.version)));
    act(words, behind, version, None, move |Sending { submission, version, text, done }| {
        let input = agenda_item_withdraw::AgendaItemEndInput { id: id.get_value(), version, reason: text };
        submission.send::<AgendaItemWithdraw>(agenda_item_withdraw::Variables { input }, move |_| done());
    })
}
