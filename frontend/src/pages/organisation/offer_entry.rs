//! One of the organisation's own offers in its list, with what can be done with it.

use leptos::prelude::*;
use verbund_shared::{
    offers::{OfferFreshness, OfferState},
    operations::{OfferArchive, OfferConfirm, OfferPublish, offer_archive, offer_confirm, offer_publish},
};

use super::offers_tab::{Managed, OwnOffers, form_href, link_id};
use crate::{
    api::Submission,
    components::{Badge, Button, ButtonKind, ButtonLink, ConfirmDialog, IconName, Notice, Tone, pick},
    i18n::{day, errors, t, text, text_with},
    routes::Route,
    state::toasts::toast_done,
};

/// One offer.
pub(super) fn entry(offer: Managed, organisation: &str, offers: OwnOffers) -> AnyView {
    let (de, en) = (offer.title.de.clone(), offer.title.en.clone());
    let title = Signal::derive(move || pick(&de, &en).0);
    let lang = pick(&offer.title.de, &offer.title.en).1;
    let id = link_id(&offer.id);
    let heading = if offer.viewer_can.edit {
        let href = form_href(organisation, &offer.id);
        view! { <a href=href id=id lang=lang>{title}</a> }.into_any()
    } else {
        let href = Route::Offer(offer.id.clone()).href();
        view! { <a href=href id=id lang=lang>{title}</a> }.into_any()
    };
    let form_key = format!("offers-form-{}", offer.form.as_str());
    let dates = {
        let (checked, again) = (offer.checked_on.clone(), offer.check_again_by.clone());
        move || {
            text_with("offers-own-dates", &[("checked", day(&checked).into()), ("again", day(&again).into())])
        }
    };
    let published = offer.state == OfferState::Published;
    view! {
        <li class="entry">
            <h3 class="entry-title">{heading}</h3>
            <p class="entry-meta">
                {state_badge(&offer)}
                <span>{move || text(&form_key)}</span>
                {published.then(|| view! { <span>{dates}</span> })}
            </p>
            {acts(&offer, organisation, offers, title)}
        </li>
    }
    .into_any()
}

fn state_badge(offer: &Managed) -> AnyView {
    let (tone, key) = match (offer.state, offer.freshness) {
        (OfferState::Draft, _) => (Tone::Neutral, "offers-state-draft"),
        (OfferState::Archived, _) => (Tone::Neutral, "offers-state-archived"),
        (OfferState::Published, OfferFreshness::Current) => (Tone::Good, "offers-state-published"),
        (OfferState::Published, OfferFreshness::Due) => (Tone::Waiting, "offers-freshness-due"),
        (OfferState::Published, OfferFreshness::Overdue) => (Tone::Waiting, "offers-freshness-overdue"),
        (OfferState::Published, OfferFreshness::Hidden) => (Tone::Wrong, "offers-freshness-hidden"),
    };
    view! { <Badge tone>{t(key)}</Badge> }.into_any()
}

fn acts(offer: &Managed, organisation: &str, offers: OwnOffers, title: Signal<String>) -> AnyView {
    let submission = Submission::new();
    let (id, version) = (offer.id.clone(), offer.version);
    let done = {
        let id = id.clone();
        move |key: &'static str| {
            toast_done(text_with(key, &[("title", title.get_untracked().into())]));
            offers.changed(&id);
        }
    };
    let can = offer.viewer_can.clone();
    let fresh = offer.freshness == OfferFreshness::Current;
    let confirm = can.confirm.then(|| {
        let (id, done) = (id.clone(), done.clone());
        let act = move |()| {
            let input = offer_confirm::OfferConfirmInput { id: id.clone(), version };
            let done = done.clone();
            submission.send::<OfferConfirm>(offer_confirm::Variables { input }, move |_| {
                done("offers-confirmed");
            });
        };
        let kind = if fresh { ButtonKind::Quiet } else { ButtonKind::Primary };
        view! {
            <Button kind icon=IconName::BadgeCheck pending=submission.pending() on_press=act>
                {t("offers-confirm")}
                <span class="visually-hidden">": " {title}</span>
            </Button>
        }
    });
    let publish = can.publish.then(|| {
        let (id, done) = (id.clone(), done.clone());
        let act = move |()| {
            let input = offer_publish::OfferPublishInput { id: id.clone(), version };
            let done = done.clone();
            submission.send::<OfferPublish>(offer_publish::Variables { input }, move |_| {
                done("offers-published");
            });
        };
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Eye pending=submission.pending() on_press=act>
                {t("offers-publish")}
                <span class="visually-hidden">": " {title}</span>
            </Button>
        }
    });
    let edit = can.edit.then(|| {
        let href = form_href(organisation, &id);
        view! {
            <ButtonLink icon=IconName::Pencil href>
                {t("offers-edit")}
                <span class="visually-hidden">": " {title}</span>
            </ButtonLink>
        }
    });
    let seen = offer.state == OfferState::Published && offer.freshness != OfferFreshness::Hidden;
    let look = seen.then(|| {
        let href = Route::Offer(id.clone()).href();
        view! { <ButtonLink kind=ButtonKind::Quiet icon=IconName::Eye href>{t("offers-look")}</ButtonLink> }
    });
    let archive = can.archive.then(|| archive(id.clone(), version, submission, title, done.clone()));
    let failure = move || {
        let failure = submission.failure().get()?;
        let text = Signal::derive(move || errors::failure_text(&failure));
        Some(view! { <Notice tone=Tone::Wrong title=text/> })
    };
    view! {
        <div class="actions">{confirm} {publish} {edit} {archive} {look}</div>
        <div role="alert">{failure}</div>
    }
    .into_any()
}

/// Taking an offer back asks first, because the public does not see it any more.
fn archive(
    id: String,
    version: i64,
    submission: Submission,
    title: Signal<String>,
    done: impl Fn(&'static str) + Clone + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let act = move |_: String| {
        let input = offer_archive::OfferArchiveInput { id: id.clone(), version };
        let done = done.clone();
        submission.send::<OfferArchive>(offer_archive::Variables { input }, move |_| {
            open.set(false);
            done("offers-archived");
        });
    };
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    view! {
        <Button kind=ButtonKind::Quiet icon=IconName::Archive on_press=move |()| open.set(true)>
            {t("offers-archive")}
            <span class="visually-hidden">": " {title}</span>
        </Button>
        <ConfirmDialog
            open
            title=t("offers-archive-title")
            text=t("offers-archive-text")
            confirm=t("offers-archive")
            pending=submission.pending()
            error
            on_confirm=act
        />
    }
    .into_any()
}
