//! The door: every way into the server, with its limits and headers.

mod assets;
mod calendar;
mod compress;
mod documents;
mod exports;
mod graphql;
mod group_files;
mod headers;
mod health;
mod limits;
mod live;
mod minutes;
mod request;
mod uploads;

use poem::{Endpoint, EndpointExt, Route, get, post};

pub use assets::Assets;
pub use request::failure;

use crate::{app::App, graphql::build_schema};

/// All routes.
pub fn routes(app: App, assets: Assets) -> impl Endpoint + use<> {
    let schema = build_schema(Some(app.clone()));
    let secure = app.config().is_secure();
    let development = app.config().development;
    let mut routes = Route::new()
        .at("/graphql", post(graphql::GraphQlEndpoint::new(app.clone(), schema)))
        .at("/api/uploads", post(uploads::upload))
        .at("/files/:id", get(uploads::file))
        .at("/api/group-files", post(group_files::upload))
        .at("/group-files/:id", get(group_files::download))
        .at("/api/calendar/meetings/:file", get(calendar::meeting))
        .at("/api/minutes/:meeting/:file", get(minutes::as_pdf))
        .at("/export/:file", get(exports::csv_list))
        .at("/export/:list/:file", get(exports::vcard))
        .at("/live", get(live::open_line))
        .at("/health/live", get(health::live))
        .at("/health/ready", get(health::ready))
        .at("/metrics", get(health::metrics));
    if development {
        routes = routes.at("/graphiql", get(graphql::graphiql));
    }
    routes
        .nest_no_strip("/", get(assets::serve))
        .data(app)
        .data(assets)
        .around(move |endpoint, request| headers::wrap(endpoint, request, secure, development))
}
