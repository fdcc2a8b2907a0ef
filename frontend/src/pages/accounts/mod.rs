//! Accounts: signing in, passwords, the own account, rights.

mod account_page;
mod address_page;
mod data_tab;
mod delete_account;
mod email_form;
mod first_start_page;
mod forgot_page;
mod invitation_page;
mod new_account;
mod password_form;
mod profile_tab;
mod recovery_codes;
mod reset_page;
mod rights_page;
mod roles;
mod second_factor;
mod security_tab;
mod sessions_tab;
mod sign_in_page;
mod support;

use leptos::prelude::*;

use crate::routes::Route;

/// Signing in.
pub fn sign_in(_: Route) -> AnyView {
    view! { <sign_in_page::SignInPage/> }.into_any()
}

/// Who may see and do what, and why.
pub fn rights(_: Route) -> AnyView {
    view! { <rights_page::RightsPage/> }.into_any()
}

/// What the links in mails lead to.
pub fn entry(route: Route) -> AnyView {
    match route {
        Route::ForgotPassword => view! { <forgot_page::ForgotPage/> }.into_any(),
        Route::ResetPassword(token) => view! { <reset_page::ResetPage token/> }.into_any(),
        Route::ConfirmAddress(token) => view! { <address_page::AddressPage token/> }.into_any(),
        Route::Invitation(token) => view! { <invitation_page::InvitationPage token/> }.into_any(),
        Route::FirstStart(token) => view! { <first_start_page::FirstStartPage token/> }.into_any(),
        _ => super::not_found::page(route),
    }
}

/// The own account.
pub fn account(route: Route) -> AnyView {
    match route {
        Route::Account(tab) => view! { <account_page::AccountPage tab/> }.into_any(),
        _ => super::not_found::page(route),
    }
}
