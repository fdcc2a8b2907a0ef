//! The rules of procedure of a group, in sentences; and the form over them.

use leptos::prelude::*;
use verbund_shared::{
    meetings::ApprovalMode,
    operations::{
        ProcedurePage as Query,
        procedure_page::{self, ProcedurePageProcedure as Procedure},
    },
    voting::{MajorityBase, QuorumKind, VoteBy},
};

use super::procedure_form;
use crate::{
    api::{self, use_live, use_query},
    components::{ButtonLink, Crumb, Fact, Facts, IconName, PageHeader, SectionHeading, pick},
    i18n::{t, text, text_with},
    pages::{act::Shown, support::show_page_kept},
    platform::focus_id,
    routes::{GroupTab, Route, query},
    state::{
        address::{NavigateOptions, navigate, use_query_map},
        toasts::toast_done,
    },
};

/// The value of `EDIT` for the form.
const FORM: &str = "regeln";
/// The part of the page that shows the rules.
pub(super) const RULES: &str = "procedure-rules";

/// The rules behind the page. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Behind {
    query: api::Query<procedure_page::ResponseData>,
    group: StoredValue<String>,
}

impl Behind {
    /// The rules as they are now; views follow them.
    pub fn rules(self) -> Option<Procedure> {
        self.query.data().map(|data| data.procedure.clone())
    }

    /// The address of this page.
    pub fn href(self) -> String {
        Route::Group(self.group.get_value(), GroupTab::Procedure).href()
    }
}

impl Shown for Behind {
    fn changed(self, section: &'static str, done: &'static str) {
        toast_done(text(done));
        self.load(section);
    }

    fn gone(self, done: &'static str) {
        toast_done(text(done));
        navigate(&self.href(), NavigateOptions::default());
    }

    fn load(self, section: &'static str) {
        self.query.refetch();
        request_animation_frame(move || focus_id(section));
    }
}

/// The rules of procedure of a group.
#[component]
pub fn ProcedurePage(
    /// The group's id, from the address.
    group: String,
) -> AnyView {
    let id = StoredValue::new(group);
    let query = use_query::<Query>(move || procedure_page::Variables { group_id: id.get_value() });
    let behind = Behind { query, group: id };
    let parameters = use_query_map();
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT).as_deref() == Some(FORM));
    show_page_kept(query, move || {
        use_live(id.get_value(), move || query.refetch());
        let rules = Memo::new(move |_| behind.rules());
        let edits =
            Memo::new(move |_| rules.with(|rules| rules.as_ref().is_some_and(|all| all.viewer_can_edit)));
        let name = move || {
            rules.with(|rules| rules.as_ref().map(|all| pick(&all.group.name.de, &all.group.name.en).0))
        };
        let crumbs = vec![
            Crumb::new(t("app-nav-groups"), Route::Groups.href()),
            Crumb::new(
                Signal::derive(move || name().unwrap_or_default()),
                Route::Group(id.get_value(), GroupTab::Meetings).href(),
            ),
        ];
        view! {
            <PageHeader title=t("meetings-procedure") intro=t("meetings-procedure-intro") crumbs/>
            {move || match edited.get() && edits.get_untracked() {
                true => untrack(|| rules.get()).map(|all| procedure_form::form(behind, id.get_value(), &all)),
                false => Some(shown(behind, rules, edits)),
            }}
        }
        .into_any()
    })
}

fn shown(behind: Behind, rules: Memo<Option<Procedure>>, edits: Memo<bool>) -> AnyView {
    let href = Route::Group(behind.group.get_value(), GroupTab::Procedure).href_with(&[(query::EDIT, FORM)]);
    let edit = move || {
        edits.get().then(|| {
            view! { <ButtonLink icon=IconName::Pencil href=href.clone()>{t("meetings-procedure-edit")}</ButtonLink> }
        })
    };
    let facts = move || rules.get().map(|all| facts(&all));
    view! {
        <section class="page-part" id=RULES tabindex="-1">
            <SectionHeading title=t("meetings-procedure-rules")>{edit}</SectionHeading>
            {facts}
        </section>
    }
    .into_any()
}

fn facts(all: &Procedure) -> AnyView {
    let sentences: [(&'static str, Vec<Sentence>); 6] = [
        ("meetings-invitation", vec![notice(all.notice_days)]),
        ("meetings-rule-votes", vec![vote_by(all.vote_by)]),
        ("meetings-rule-quorum", vec![quorum(all)]),
        ("meetings-rule-majority", vec![majority(all)]),
        ("meetings-rule-minutes", vec![approval(all.approval, all.silence_days)]),
        ("meetings-rule-circular", vec![circular(all.circular_days), objection(all.circular_objection)]),
    ];
    let facts: Vec<AnyView> = sentences
        .into_iter()
        .map(|(label, sentences)| {
            let sentences: Vec<AnyView> =
                sentences.into_iter().map(|words| view! { <p>{words}</p> }.into_any()).collect();
            view! { <Fact label=t(label)>{sentences}</Fact> }.into_any()
        })
        .collect();
    view! { <Facts>{facts}</Facts> }.into_any()
}

/// A rule in the reader's language.
type Sentence = Signal<String>;

fn says(sentence: impl Fn() -> String + Send + Sync + 'static) -> Sentence {
    Signal::derive(sentence)
}

fn notice(days: i64) -> Sentence {
    says(move || match days {
        0 => text("meetings-rule-notice-none"),
        _ => text_with("meetings-rule-notice", &[("count", days.into())]),
    })
}

fn vote_by(by: VoteBy) -> Sentence {
    says(move || text(&format!("meetings-rule-vote-{}", by.as_str())))
}

fn quorum(all: &Procedure) -> Sentence {
    let (kind, count) = (all.quorum_kind, all.quorum_count);
    let part = format!("{}/{}", all.quorum_num, all.quorum_den);
    says(move || match kind {
        QuorumKind::None => text("meetings-rule-quorum-none"),
        QuorumKind::Count => text_with("meetings-rule-quorum-count", &[("count", count.into())]),
        QuorumKind::Fraction => text_with("meetings-rule-quorum-fraction", &[("part", part.clone().into())]),
    })
}

fn majority(all: &Procedure) -> Sentence {
    let (base, strict) = (all.majority.base, all.majority.strict);
    let (num, den) = (all.majority.num, all.majority.den);
    says(move || {
        let part = part_text(num, den, strict);
        text_with("meetings-rule-majority-text", &[("part", part.into()), ("base", base_text(base).into())])
    })
}

/// The part of a majority: `mehr als die Hälfte`, `mindestens 3/5`.
pub(super) fn part_text(num: i64, den: i64, strict: bool) -> String {
    match (num, den, strict) {
        (1, 2, true) => text("meetings-part-half"),
        (2, 3, false) => text("meetings-part-two-thirds"),
        (3, 4, false) => text("meetings-part-three-quarters"),
        (1, 1, false) => text("meetings-part-all"),
        (_, _, true) => text_with("meetings-part-more", &[("part", format!("{num}/{den}").into())]),
        (_, _, false) => text_with("meetings-part-least", &[("part", format!("{num}/{den}").into())]),
    }
}

/// Of what a majority is a part.
pub(super) fn base_text(base: MajorityBase) -> String {
    text(&format!("meetings-base-{}", base.as_str()))
}

fn approval(mode: ApprovalMode, days: i64) -> Sentence {
    says(move || match mode {
        ApprovalMode::Item => text("meetings-rule-approval-item"),
        ApprovalMode::Silence => text_with("meetings-rule-approval-silence", &[("count", days.into())]),
    })
}

fn circular(days: i64) -> Sentence {
    says(move || text_with("meetings-rule-circular-days", &[("count", days.into())]))
}

fn objection(stops: bool) -> Sentence {
    says(move || text(if stops { "meetings-rule-objection-stops" } else { "meetings-rule-objection-counts" }))
}
