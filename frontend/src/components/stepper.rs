//! The steps of a way, and which one is now.

use leptos::prelude::*;

use super::{Icon, IconName};
use crate::i18n::t;

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Where we are.
    Current,
    /// Ahead.
    Open,
}

/// One step.
#[derive(Clone)]
pub struct Step {
    /// What it is.
    pub label: Signal<String>,
    /// How far it is.
    pub state: StepState,
}

/// The steps in their order.
#[component]
pub fn Stepper(
    /// The steps.
    steps: Vec<Step>,
) -> AnyView {
    let items: Vec<AnyView> = steps
        .into_iter()
        .map(|step| {
            let (class, icon, said) = match step.state {
                StepState::Done => ("step step-done", IconName::Check, Some("app-step-done")),
                StepState::Current => ("step step-current", IconName::ArrowRight, None),
                StepState::Open => ("step", IconName::Draft, None),
            };
            view! {
                <li class=class aria-current=(step.state == StepState::Current).then_some("step")>
                    <Icon name=icon/>
                    <span>{step.label}</span>
                    {said.map(|key| view! { <span class="visually-hidden">" – " {t(key)}</span> })}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ol class="stepper">{items}</ol> }.into_any()
}
