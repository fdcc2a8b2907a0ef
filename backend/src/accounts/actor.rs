//! From a request's access token to who asks, with the roles of today.

use verbund_shared::{
    error::ErrorCode,
    id::{GroupId, OrganisationId, PersonId, SessionId},
    people::PersonState,
};

use super::store;
use crate::{
    app::App,
    authz::Actor,
    error::{ServiceError, ServiceResult},
};

/// Who is behind an access token: the session still holds, the person may sign in.
///
/// # Errors
/// `UNAUTHENTICATED` when the token is wrong or expired, or the session has ended.
pub async fn actor_of_token(app: &App, token: &str) -> ServiceResult<Actor> {
    let unauthenticated = || ServiceError::user(ErrorCode::Unauthenticated);
    let claims = app.tokens().verify(token, app.clock().now()).ok_or_else(unauthenticated)?;
    let state =
        store::find_session_holder(app.db().read(), claims.person, claims.session, app.clock().now()).await?;
    if state != Some(PersonState::Active) {
        return Err(unauthenticated());
    }
    load_actor(app, claims.person, claims.session).await
}

/// A person with the roles that hold today.
pub async fn load_actor(app: &App, person: PersonId, session: SessionId) -> ServiceResult<Actor> {
    let today = app.today();
    let affiliations = store::roles_in_organisations(app.db().read(), person, today).await?;
    let network_roles = store::roles_in_network(app.db().read(), person, today).await?;
    let group_roles = store::roles_in_groups(app.db().read(), person, today).await?;
    Ok(Actor::Person {
        id: person,
        session,
        affiliations: affiliations.into_iter().map(|(id, role)| (OrganisationId(id), role)).collect(),
        network_roles,
        group_roles: group_roles.into_iter().map(|(id, role)| (GroupId(id), role)).collect(),
    })
}
