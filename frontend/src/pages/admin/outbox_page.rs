//! The mails that wait, went out, or failed.

use crate::state::address::use_query_map;
use leptos::prelude::*;
use verbund_shared::{
    operation_states::MailState,
    operations::{MailOpen, MailRetry, Outbox, mail_open, mail_retry, outbox},
};

use super::support::{crumbs, for_coordinators};
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Badge, Button, ButtonKind, Cell, Dialog, EmptyState, IconName, Notice, PageHeader, Pager, Row,
        SkeletonShape, Tab, Table, Tabs, Tone, breakable,
    },
    i18n::{errors::failure_text, t, text, text_with, time_stamp},
    pages::support::show,
    routes::{AdminPage, Route, query as parameters},
    state::toasts::{toast_done, toast_failed},
};

/// Mails fetched at once.
const PAGE: i64 = 50;

type Mail = outbox::OutboxMailParts;

/// The mails that wait, went out, or failed.
#[component]
pub fn OutboxPage() -> AnyView {
    view! {
        <PageHeader title=t("app-nav-outbox") intro=t("admin-outbox-intro") crumbs=crumbs()/>
        {for_coordinators(|| view! { <Mails/> }.into_any())}
    }
    .into_any()
}

#[component]
fn Mails() -> AnyView {
    let address = use_query_map();
    let state =
        Memo::new(move |_| address.read().get(parameters::STATE).and_then(|word| MailState::parse(&word)));
    let query =
        use_query::<Outbox>(move || outbox::Variables { state: state.get(), first: Some(PAGE), after: None });
    let tabs = move || {
        let tab = |key, value: Option<MailState>| Tab {
            label: t(key),
            href: Route::Admin(AdminPage::Outbox)
                .href_with(&[(parameters::STATE, value.map_or("", MailState::as_str))]),
            current: (state.get() == value).into(),
        };
        let tabs = vec![
            tab("admin-outbox-all", None),
            tab("admin-outbox-queued", Some(MailState::Queued)),
            tab("admin-outbox-failed", Some(MailState::Failed)),
            tab("admin-outbox-sent", Some(MailState::Sent)),
        ];
        view! { <Tabs label=t("admin-outbox-state") tabs/> }.into_any()
    };
    view! {
        {tabs}
        {show(query, SkeletonShape::List, move |data| {
            view! { <List first=(*data).clone() state query/> }.into_any()
        })}
    }
    .into_any()
}

/// What the buttons of the list work with.
#[derive(Clone, Copy)]
struct Desk {
    query: Query<outbox::ResponseData>,
    submission: Submission,
    /// The opened mail: subject and text.
    opened: RwSignal<(String, String)>,
    open: RwSignal<bool>,
    /// Whether texts may be opened: no mail server would bring them.
    may_open: bool,
}

impl Desk {
    fn retry(self, id: String) {
        let input = mail_retry::MailRetryInput { id };
        self.submission.send::<MailRetry>(mail_retry::Variables { input }, move |_| {
            toast_done(text("admin-outbox-retried"));
            self.query.refetch();
        });
    }

    fn show(self, id: String, subject: String) {
        let input = mail_open::MailOpenInput { id };
        self.submission.send::<MailOpen>(mail_open::Variables { input }, move |data| {
            self.opened.set((subject, data.mail_open.text));
            self.open.set(true);
        });
    }
}

#[component]
fn List(
    first: outbox::ResponseData,
    state: Memo<Option<MailState>>,
    query: Query<outbox::ResponseData>,
) -> AnyView {
    let desk = Desk {
        query,
        submission: Submission::new(),
        opened: RwSignal::new((String::new(), String::new())),
        open: RwSignal::new(false),
        may_open: !first.mail_server_set,
    };
    Effect::new(move |_| {
        if let Some(failure) = desk.submission.failure().get() {
            toast_failed(failure_text(&failure));
        }
    });
    let notice = desk.may_open.then(|| {
        view! {
            <Notice tone=Tone::Waiting title=t("admin-outbox-no-server")>
                <p>{t("admin-outbox-no-server-text")}</p>
            </Notice>
        }
    });
    let page = first.outbox;
    let total = page.total_count;
    let end = RwSignal::new(page.page_info.end_cursor.filter(|_| page.page_info.has_next_page));
    let mails: RwSignal<Vec<Mail>> = RwSignal::new(page.edges.into_iter().map(|edge| edge.node).collect());
    let more = move |()| {
        let variables =
            outbox::Variables { state: state.get_untracked(), first: Some(PAGE), after: end.get_untracked() };
        desk.submission.send::<Outbox>(variables, move |data| {
            let page = data.outbox;
            end.set(page.page_info.end_cursor.filter(|_| page.page_info.has_next_page));
            mails.update(|list| list.extend(page.edges.into_iter().map(|edge| edge.node)));
        });
    };
    if mails.read_untracked().is_empty() {
        return view! {
            {notice}
            <EmptyState icon=IconName::Mail title=t("admin-outbox-empty") text=t("admin-outbox-empty-text")/>
        }
        .into_any();
    }
    let columns = vec![
        t("admin-outbox-mail"),
        t("admin-outbox-recipient"),
        t("admin-outbox-state"),
        t("admin-outbox-when"),
        t("admin-outbox-act"),
    ];
    view! {
        {notice}
        <Table caption=t("app-nav-outbox") columns>
            {move || mails.read().iter().map(|mail| row(mail, desk)).collect::<Vec<_>>()}
        </Table>
        <Pager
            shown=Signal::derive(move || mails.read().len())
            total=Some(total)
            has_more=Signal::derive(move || end.read().is_some())
            pending=desk.submission.pending()
            on_more=more
        />
        <Dialog open=desk.open title=Signal::derive(move || desk.opened.get().0) wide=true>
            <div class="prose"><p>{move || desk.opened.get().1}</p></div>
        </Dialog>
    }
    .into_any()
}

fn state_badge(state: MailState) -> AnyView {
    let (tone, key) = match state {
        MailState::Queued => (Tone::Waiting, "admin-outbox-queued"),
        MailState::Sent => (Tone::Good, "admin-outbox-sent"),
        MailState::Failed => (Tone::Wrong, "admin-outbox-failed"),
    };
    view! { <Badge tone>{t(key)}</Badge> }.into_any()
}

/// What the mail server complained of; some words of ours are said in the page's language.
fn complaint(mail: &Mail) -> String {
    match mail.last_error.as_str() {
        "NO_SENDER" => text("admin-outbox-no-sender"),
        "TIMEOUT" => text("admin-outbox-timeout"),
        other => other.to_owned(),
    }
}

fn row(mail: &Mail, desk: Desk) -> AnyView {
    let attempts =
        (mail.attempts > 0).then(|| text_with("admin-outbox-attempts", &[("count", mail.attempts.into())]));
    let next = mail.next_attempt_at.as_ref().filter(|_| mail.attempts > 0).map(|at| {
        view! { <p class="muted">{text_with("admin-outbox-next", &[("time", time_stamp(at).into())])}</p> }
    });
    let (id, subject, recipient) = (mail.id.clone(), mail.subject.clone(), mail.recipient.clone());
    let (title, state) = (subject.clone(), mail.state);
    let time = time_stamp(mail.sent_at.as_ref().unwrap_or(&mail.created_at));
    let retry = (mail.state == MailState::Failed && mail.has_text).then(|| {
        let id = id.clone();
        view! {
            <Button icon=IconName::Refresh on_press=move |()| desk.retry(id.clone())>
                {t("admin-outbox-retry")}
            </Button>
        }
    });
    let open = (desk.may_open && mail.has_text).then(|| {
        view! {
            <Button kind=ButtonKind::Quiet on_press=move |()| desk.show(id.clone(), subject.clone())>
                {t("admin-outbox-open")}
            </Button>
        }
    });
    let complaint = Some(complaint(mail)).filter(|words| !words.is_empty());
    view! {
        <Row>
            <Cell>
                {title}
                {complaint.map(|words| view! { <p class="muted">{words}</p> })}
            </Cell>
            <Cell label=t("admin-outbox-recipient")>{breakable(&recipient)}</Cell>
            <Cell label=t("admin-outbox-state")>
                {state_badge(state)}
                {attempts.map(|words| view! { <p class="muted">{words}</p> })}
            </Cell>
            <Cell label=t("admin-outbox-when")>
                {time}
                {next}
            </Cell>
            <Cell label=t("admin-outbox-act")><div class="actions">{retry} {open}</div></Cell>
        </Row>
    }
    .into_any()
}
