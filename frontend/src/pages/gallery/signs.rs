//! Buttons, states, notices, dialogs, icons.

use leptos::prelude::*;

use super::gallery_page::Example;
use crate::components::{
    Avatar, Badge, Button, ButtonKind, ButtonLink, ConfirmDialog, CopyButton, Dialog, EmptyState, ErrorState,
    Icon, IconButton, IconName, Notice, Skeleton, SkeletonShape, Spinner, Step, StepState, Stepper, TextLink,
    Tone,
};

/// Buttons, states, notices, dialogs, icons.
#[component]
pub fn Signs() -> AnyView {
    let pending = RwSignal::new(false);
    view! {
        <Example title="Buttons and links">
            <div class="actions">
                <Button kind=ButtonKind::Primary icon=IconName::Check>"Primary"</Button>
                <Button icon=IconName::Pencil>"Secondary"</Button>
                <Button kind=ButtonKind::Quiet>"Quiet"</Button>
                <Button kind=ButtonKind::Danger icon=IconName::Trash>"Danger"</Button>
                <Button pending on_press=move |()| pending.set(true)>"Press to wait"</Button>
                <Button disabled=true>"Disabled"</Button>
                <ButtonLink href="/angebote" icon=IconName::Download>"Link as a button"</ButtonLink>
                <IconButton icon=IconName::More label="More" on_press=|()| ()/>
                <CopyButton value="https://verbund.example/angebote"/>
                <Spinner/>
            </div>
            <p>
                "A " <TextLink href="/mitglieder">"link in running text"</TextLink> " and an "
                <TextLink href="https://verbund.example" external=true>"external one"</TextLink> "."
            </p>
        </Example>
        <Example title="States">
            <div class="actions">
                <Badge>"Draft"</Badge>
                <Badge tone=Tone::Good>"Active"</Badge>
                <Badge tone=Tone::Waiting>"Check again"</Badge>
                <Badge tone=Tone::Wrong>"Suspended"</Badge>
                <Badge icon=IconName::Archive>"Archived"</Badge>
            </div>
            <Stepper steps=steps()/>
            <div class="actions">
                <Avatar name="Beispielkammer Mitte".to_owned()/>
                <Avatar name="Arbeit und Ankommen".to_owned() large=true/>
            </div>
        </Example>
        <Example title="Notices">
            <Notice title="Just so you know.">"With a sentence below it."</Notice>
            <Notice tone=Tone::Good title="It is done."/>
            <Notice tone=Tone::Waiting title="Three offers wait for your check."/>
            <Notice tone=Tone::Wrong title="This did not work."/>
            <EmptyState title="No offers yet" text="Offers show others what you can help with.">
                <Button kind=ButtonKind::Primary icon=IconName::Plus>"Add an offer"</Button>
            </EmptyState>
            <ErrorState text="The server cannot be reached." on_retry=|()| ()/>
        </Example>
        <Example title="Waiting">
            <Skeleton shape=SkeletonShape::Text count=3/>
            <Skeleton count=2/>
        </Example>
        <Dialogs/>
        <Example title="Icons">
            <ul class="icon-list">
                {IconName::ALL
                    .iter()
                    .map(|name| view! { <li><Icon name=*name/> {format!("{name:?}")}</li> }.into_any())
                    .collect::<Vec<_>>()}
            </ul>
        </Example>
    }
    .into_any()
}

fn steps() -> Vec<Step> {
    let step = |label: &str, state| Step { label: Signal::stored(label.to_owned()), state };
    vec![
        step("Submitted", StepState::Done),
        step("Confirmed", StepState::Done),
        step("In review", StepState::Current),
        step("Decided", StepState::Open),
    ]
}

#[component]
fn Dialogs() -> AnyView {
    let plain = RwSignal::new(false);
    let reason = RwSignal::new(false);
    let given = RwSignal::new(String::new());
    let confirmed = move |word: String| {
        given.set(word);
        reason.set(false);
    };
    view! {
        <Example title="Dialogs">
            <div class="actions">
                <Button on_press=move |()| plain.set(true)>"Open a dialog"</Button>
                <Button on_press=move |()| reason.set(true)>"Ask for a reason"</Button>
                <span>{given}</span>
            </div>
            <Dialog open=plain title="A dialog">
                <p>"The focus stays inside and comes back afterwards."</p>
            </Dialog>
            <ConfirmDialog
                open=reason
                title="End this membership?"
                text="The organisation keeps its history, but is no longer shown."
                confirm="End it"
                danger=true
                reason="Why?"
                on_confirm=confirmed
            />
        </Example>
    }
    .into_any()
}
