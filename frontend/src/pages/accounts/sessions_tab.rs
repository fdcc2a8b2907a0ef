//! The devices one is signed in on.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{AccountSessions, SessionEnd, account_sessions, session_end};

use super::account_page::sign_out_act;
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, Badge, Button, ButtonKind, Cell, ConfirmDialog, IconName, Row, SkeletonShape, Table, Tone,
    },
    i18n::{errors, t, text, time_stamp},
    pages::support::show,
    state::toasts::{toast_done, toast_failed},
};

type Device = account_sessions::AccountSessionsViewerSessions;

/// The devices one is signed in on.
#[component]
pub fn SessionsTab() -> AnyView {
    let sessions = use_query::<AccountSessions>(|| account_sessions::Variables {});
    let everywhere = RwSignal::new(false);
    let sign_out = sign_out_act();
    view! {
        <div class="stack">
            <p class="account-text">{t("accounts-sessions-intro")}</p>
            {show(sessions, SkeletonShape::List, move |data| list(data, sessions))}
            <Actions>
                <Button kind=ButtonKind::Danger icon=IconName::LogOut on_press=move |()| everywhere.set(true)>
                    {t("accounts-sessions-everywhere")}
                </Button>
            </Actions>
        </div>
        <ConfirmDialog
            open=everywhere
            title=t("accounts-sessions-everywhere-title")
            text=t("accounts-sessions-everywhere-text")
            confirm=t("accounts-sessions-everywhere")
            danger=true
            on_confirm=move |_| {
                everywhere.set(false);
                sign_out.run(true);
            }
        />
    }
    .into_any()
}

fn list(
    data: Arc<account_sessions::ResponseData>,
    sessions: Query<account_sessions::ResponseData>,
) -> AnyView {
    let devices = data.viewer.as_ref().map(|viewer| viewer.sessions.clone()).unwrap_or_default();
    let columns = vec![
        t("accounts-session-device"),
        t("accounts-session-since"),
        t("accounts-session-used"),
        t("accounts-session-act"),
    ];
    let rows: Vec<AnyView> = devices.into_iter().map(|device| row(device, sessions)).collect();
    view! { <Table caption=t("accounts-tab-sessions") columns>{rows}</Table> }.into_any()
}

fn row(device: Device, sessions: Query<account_sessions::ResponseData>) -> AnyView {
    let Device { id, device: name, created_at, last_used_at, current, .. } = device;
    let submission = Submission::new();
    let end = move |()| {
        let input = session_end::SessionEndInput { session_id: id.clone() };
        submission.send::<SessionEnd>(session_end::Variables { input }, move |_| {
            toast_done(text("accounts-session-ended"));
            sessions.refetch();
        });
    };
    Effect::new(move |_| {
        if let Some(failure) = submission.failure().get() {
            toast_failed(errors::failure_text(&failure));
        }
    });
    let name = match name.is_empty() {
        true => t("accounts-session-unknown"),
        false => Signal::stored(name),
    };
    let act = match current {
        true => view! { <Badge tone=Tone::Good>{t("accounts-session-current")}</Badge> }.into_any(),
        false => {
            view! { <Button pending=submission.pending() on_press=end>{t("accounts-session-end")}</Button> }
                .into_any()
        }
    };
    view! {
        <Row>
            <Cell>{name}</Cell>
            <Cell label=t("accounts-session-since")>{move || time_stamp(&created_at)}</Cell>
            <Cell label=t("accounts-session-used")>{move || time_stamp(&last_used_at)}</Cell>
            <Cell>{act}</Cell>
        </Row>
    }
    .into_any()
}
