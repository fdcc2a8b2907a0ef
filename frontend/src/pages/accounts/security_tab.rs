//! How one signs in: password and second factor.

use leptos::prelude::*;
use verbund_shared::operations::{AccountSecurity, account_security};

use super::{password_form::PasswordForm, second_factor::SecondFactor};
use crate::{api::use_query, components::SkeletonShape, pages::support::show};

/// How one signs in.
#[component]
pub fn SecurityTab() -> AnyView {
    let security = use_query::<AccountSecurity>(|| account_security::Variables {});
    let content = move |data: std::sync::Arc<account_security::ResponseData>| {
        let Some(viewer) = &data.viewer else { return ().into_any() };
        let state = viewer.second_factor.clone();
        view! {
            <SecondFactor on=state.on codes_left=state.recovery_codes_left/>
            <PasswordForm email=viewer.person.email.clone().unwrap_or_default()/>
        }
        .into_any()
    };
    show(security, SkeletonShape::Page, content)
}
