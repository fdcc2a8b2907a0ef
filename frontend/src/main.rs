//! The Verbund web app: starts it in the browser.

mod api;
mod app;
mod components;
mod i18n;
mod outlet;
mod pages;
mod platform;
mod routes;
mod shell;
mod state;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    app::start();
}
