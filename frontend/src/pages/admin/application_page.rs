//! One application: what was filed, likely duplicates, what happened, and the decision.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        ApplicationAsk, ApplicationDecline, ApplicationDetail, ApplicationNote, ApplicationStartReview,
        application_ask, application_decline, application_detail, application_note, application_start_review,
    },
    organisations::DuplicateReason,
};

use super::application_admit::admit;
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, Button, ButtonKind, ConfirmDialog, Crumb, Fact, Facts, IconName, Notice, PageHeader, Prose,
        SectionHeading, TextLink, Tone, pick,
    },
    i18n::{day, errors, t, text},
    pages::{
        application_events::application_event,
        labels::{application_badge, kind_label, membership_badge},
        support::{current_version, show_page},
        timeline::{Entry, timeline},
    },
    routes::{AdminPage, Route},
    state::toasts::toast_done,
};

type Parts = application_detail::ApplicationParts;
type Duplicate = application_detail::ApplicationDetailApplicationLikelyDuplicates;
/// The application behind the page.
pub(super) type Detail = Query<application_detail::ResponseData>;

/// One application with all that was filed.
#[component]
pub fn ApplicationPage(
    /// From the address.
    id: String,
) -> AnyView {
    let query = use_query::<ApplicationDetail>(move || application_detail::Variables { id: id.clone() });
    show_page(query, move |data| {
        let application = data.application.application_parts.clone();
        let duplicates = data.application.likely_duplicates.clone();
        whole(application, duplicates, query)
    })
}

fn whole(application: Parts, duplicates: Vec<Duplicate>, query: Detail) -> AnyView {
    let crumbs = vec![Crumb::new(t("app-nav-applications"), Route::Admin(AdminPage::Applications).href())];
    let entries: Vec<Entry> = application
        .events
        .iter()
        .map(|event| {
            let (icon, title) = application_event(event.kind);
            let (text, at) = (event.text.clone(), event.at.clone());
            Entry { icon, title, text, at, by: event.person_name.clone() }
        })
        .collect();
    let organisation = application.organisation.clone().map(|organisation| {
        let href = Route::Member(organisation.id).href();
        view! { <p><a class="link" href=href>{t("applications-to-member")}</a></p> }
    });
    view! {
        <PageHeader title=Signal::stored(application.organisation_name.clone()) crumbs/>
        <p>{application_badge(application.state)}</p>
        {organisation}
        {steps(&application, query)}
        {duplicates_view(duplicates)}
        <SectionHeading title=t("applications-filed-theirs")/>
        {filed(&application)}
        <SectionHeading title=t("applications-history")/>
        {timeline(entries)}
    }
    .into_any()
}

fn filed(application: &Parts) -> AnyView {
    let Parts { kind, website, street, postal_code, city, contact_email, contact_phone, .. } =
        application.clone();
    let contact = format!("{} {}", application.contact_given_name, application.contact_family_name);
    let place = [street, format!("{postal_code} {city}").trim().to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let statewide = application.statewide;
    let names: Vec<_> =
        application.terms.iter().map(|term| (term.name.de.clone(), term.name.en.clone())).collect();
    let terms = move || {
        let mut words: Vec<String> = names.iter().map(|(de, en)| pick(de, en).0).collect();
        if statewide {
            words.push(text("directory-statewide-long"));
        }
        words.join(", ")
    };
    let submitted_at = application.submitted_at.clone();
    let mail = format!("mailto:{contact_email}");
    let (purpose, motivation) = (application.purpose.clone(), application.motivation.clone());
    view! {
        <Facts>
            <Fact label=t("applications-kind")>{move || kind_label(kind)}</Fact>
            <Fact label=t("applications-purpose")><Prose de=purpose/></Fact>
            <Fact label=t("applications-motivation-theirs")><Prose de=motivation/></Fact>
            <Fact label=t("applications-topics-and-districts")>{terms}</Fact>
            <Fact label=t("applications-city")>{place}</Fact>
            {(!website.is_empty()).then(|| view! {
                <Fact label=t("applications-website")>
                    <TextLink href=Signal::stored(website.clone()) external=true>{website}</TextLink>
                </Fact>
            })}
            <Fact label=t("applications-contact")>
                {contact} ", " <a class="link" href=mail>{contact_email}</a>
                {(!contact_phone.is_empty()).then(|| format!(", {contact_phone}"))}
            </Fact>
            <Fact label=t("applications-submitted-at")>{move || day(&submitted_at)}</Fact>
        </Facts>
    }
    .into_any()
}

fn reason_words(reasons: &[DuplicateReason]) -> String {
    let words = reasons
        .iter()
        .map(|reason| text(&format!("applications-same-{}", reason.as_str().replace('_', "-"))));
    words.collect::<Vec<_>>().join(", ")
}

fn duplicates_view(duplicates: Vec<Duplicate>) -> Option<AnyView> {
    if duplicates.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = duplicates
        .into_iter()
        .map(|duplicate| {
            let reasons = duplicate.reasons;
            let (href, name, state) = match (duplicate.organisation, duplicate.application) {
                (Some(organisation), _) => (
                    Route::Member(organisation.id).href(),
                    organisation.name,
                    organisation.membership_state.map(membership_badge),
                ),
                (None, Some(other)) => (
                    Route::Admin(AdminPage::Application(other.id)).href(),
                    other.organisation_name,
                    Some(application_badge(other.state)),
                ),
                (None, None) => return ().into_any(),
            };
            view! {
                <li><a class="link" href=href>{name}</a> " " {state} " " {move || reason_words(&reasons)}</li>
            }
            .into_any()
        })
        .collect();
    let notice = view! {
        <Notice tone=Tone::Waiting title=t("applications-duplicates")>
            <ul class="plain-list">{items}</ul>
        </Notice>
    };
    Some(notice.into_any())
}

/// One act with its dialog: the button, the words, and what is sent.
struct Act {
    label: &'static str,
    title: &'static str,
    text: &'static str,
    reason: &'static str,
    kind: ButtonKind,
    icon: IconName,
    done: &'static str,
}

fn act(
    act: Act,
    query: Detail,
    version: StoredValue<i64>,
    send: impl Fn(Submission, String, Box<dyn FnOnce()>) + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let submission = Submission::new();
    // Who was told that somebody else was faster and presses once more means it.
    Effect::new(move |_| {
        if let Some(current) = submission.failure().get().as_ref().and_then(current_version) {
            version.set_value(current);
        }
    });
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    let done = act.done;
    let confirm = move |reason: String| {
        let after = move || {
            open.set(false);
            toast_done(text(done));
            query.refetch();
        };
        send(submission, reason, Box::new(after));
    };
    view! {
        <Button kind=act.kind icon=act.icon on_press=move |()| open.set(true)>{t(act.label)}</Button>
        <ConfirmDialog
            open
            title=t(act.title)
            text=t(act.text)
            confirm=t(act.label)
            danger=act.kind == ButtonKind::Danger
            reason=t(act.reason)
            pending=submission.pending()
            error
            on_confirm=confirm
        />
    }
    .into_any()
}

/// What the person may do with the application as it stands.
fn steps(application: &Parts, query: Detail) -> AnyView {
    let can = application.viewer_can.clone();
    let version = StoredValue::new(application.version);
    let id = StoredValue::new(application.id.clone());
    let start = Submission::new();
    let start_review = move |()| {
        let input = application_start_review::ApplicationStartReviewInput {
            id: id.get_value(),
            version: version.get_value(),
        };
        let variables = application_start_review::Variables { input };
        start.send::<ApplicationStartReview>(variables, move |_| query.refetch());
    };
    let admit = can.admit.then(|| admit(id, version, query));
    let ask = can.ask.then(|| {
        let words = Act {
            label: "applications-ask",
            title: "applications-ask-title",
            text: "applications-ask-text",
            reason: "applications-question",
            kind: ButtonKind::Secondary,
            icon: IconName::Help,
            done: "applications-asked",
        };
        act(words, query, version, move |submission, question, done| {
            let input = application_ask::ApplicationAskInput {
                id: id.get_value(),
                version: version.get_value(),
                question,
            };
            submission.send::<ApplicationAsk>(application_ask::Variables { input }, move |_| done());
        })
    });
    let note = can.note.then(|| {
        let words = Act {
            label: "applications-note",
            title: "applications-note-title",
            text: "applications-note-text",
            reason: "applications-note-words",
            kind: ButtonKind::Secondary,
            icon: IconName::Pencil,
            done: "applications-noted",
        };
        act(words, query, version, move |submission, note, done| {
            let input = application_note::ApplicationNoteInput {
                id: id.get_value(),
                version: version.get_value(),
                note,
            };
            submission.send::<ApplicationNote>(application_note::Variables { input }, move |_| done());
        })
    });
    let decline = can.decline.then(|| {
        let words = Act {
            label: "applications-decline",
            title: "applications-decline-title",
            text: "applications-decline-text",
            reason: "applications-reason",
            kind: ButtonKind::Danger,
            icon: IconName::Ban,
            done: "applications-declined",
        };
        act(words, query, version, move |submission, reason, done| {
            let input = application_decline::ApplicationDeclineInput {
                id: id.get_value(),
                version: version.get_value(),
                reason,
            };
            submission.send::<ApplicationDecline>(application_decline::Variables { input }, move |_| done());
        })
    });
    let failed = move || {
        start.failure().get().map(|failure| {
            view! { <Notice tone=Tone::Wrong title=errors::failure_text(&failure)/> }
        })
    };
    view! {
        {failed}
        <Actions>
            {can.start_review.then(|| view! {
                <Button kind=ButtonKind::Primary icon=IconName::Eye pending=start.pending() on_press=start_review>
                    {t("applications-start-review")}
                </Button>
            })}
            {admit} {ask} {note} {decline}
        </Actions>
    }
    .into_any()
}
