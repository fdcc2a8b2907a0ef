//! Data loaders: made for each request, so that nobody sees what another may see.

use async_graphql::Request;

use crate::{
    app::App, group_files::graphql::GroupFileLoader, groups::graphql::GroupLoader,
    minutes::graphql::MinutesLoader, offers::graphql::OfferTermsLoader,
    organisations::graphql::OrganisationLoader, resolutions::graphql::ResolutionLoader,
    tasks::graphql::TaskLoader,
};

/// Gives a request its loaders.
pub fn with_loaders(request: Request, app: &App) -> Request {
    request
        .data(OfferTermsLoader::new(app))
        .data(OrganisationLoader::new(app))
        .data(GroupLoader::new(app))
        .data(TaskLoader::new(app))
        .data(GroupFileLoader::new(app))
        .data(ResolutionLoader::new(app))
        .data(MinutesLoader::new(app))
}
