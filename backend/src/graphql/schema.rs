//! The roots, merged from the domains.

use async_graphql::{Context, EmptySubscription, MergedObject};

use super::markdown::MarkdownQuery;
use crate::{
    accounts::graphql::{AccountsMutation, AccountsQuery},
    app::App,
    applications::graphql::{ApplicationMutation, ApplicationQuery},
    audit::graphql::AuditQuery,
    authz::Caller,
    conduct::graphql::{ConductMutation, ConductQuery},
    directory::graphql::DirectoryQuery,
    group_files::graphql::{GroupFilesMutation, GroupFilesQuery},
    groups::graphql::{GroupPeopleMutation, GroupsMutation, GroupsQuery},
    imports::graphql::{ImportsMutation, ImportsQuery},
    mail::graphql::{MailMutation, MailQuery},
    meetings::graphql::{AgendaMutation, MeetingsMutation, MeetingsQuery},
    minutes::graphql::{MinutesMutation, MinutesQuery},
    network::graphql::{NetworkMutation, NetworkQuery},
    offers::graphql::{OffersMutation, OffersQuery},
    organisations::graphql::{OrganisationMutation, OrganisationQuery},
    people::graphql::{PeopleAdministrationMutation, PeopleMutation, PeopleQuery},
    resolutions::graphql::{ResolutionsMutation, ResolutionsQuery},
    tasks::graphql::{TaskPartsMutation, TasksMutation, TasksQuery},
    today::graphql::TodayQuery,
};

/// Levels of fields in one query; the app's deepest operation needs eight.
const DEPTH_MAX: usize = 12;
/// Fields in one query, lists counted by what they ask for; a page of 100 offers needs 6 000.
const COMPLEXITY_MAX: usize = 8_000;
/// Directives on one field.
const DIRECTIVES_MAX: usize = 4;
/// Nesting the parser follows before it gives up.
const RECURSION_MAX: usize = 24;

/// What can be read of the work in groups. Roots are merged in two steps: in one, the compiler's own depth
/// would not do.
#[derive(MergedObject, Default)]
pub struct WorkQuery(GroupsQuery, TasksQuery, GroupFilesQuery, ResolutionsQuery, MeetingWorkQuery);

/// What can be read of meetings and what is written about them.
#[derive(MergedObject, Default)]
pub struct MeetingWorkQuery(MeetingsQuery, ConductQuery, MinutesQuery);

/// Everything that can be read.
#[derive(MergedObject, Default)]
pub struct Query(
    NetworkQuery,
    AccountsQuery,
    MailQuery,
    OrganisationQuery,
    OffersQuery,
    DirectoryQuery,
    ApplicationQuery,
    ImportsQuery,
    TodayQuery,
    AuditQuery,
    PeopleQuery,
    WorkQuery,
    MarkdownQuery,
);

/// What can be done in groups.
#[derive(MergedObject, Default)]
pub struct WorkMutation(
    GroupsMutation,
    GroupPeopleMutation,
    TasksMutation,
    TaskPartsMutation,
    GroupFilesMutation,
    ResolutionsMutation,
    MeetingWorkMutation,
);

/// What can be done with meetings and with what is written about them.
#[derive(MergedObject, Default)]
pub struct MeetingWorkMutation(MeetingsMutation, AgendaMutation, ConductMutation, MinutesMutation);

/// Everything that can be done, named by the business act.
#[derive(MergedObject, Default)]
pub struct Mutation(
    NetworkMutation,
    AccountsMutation,
    PeopleMutation,
    PeopleAdministrationMutation,
    MailMutation,
    OrganisationMutation,
    OffersMutation,
    ApplicationMutation,
    ImportsMutation,
    WorkMutation,
);

/// The schema as the server runs it.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// Builds the schema with its limits. Without an app it can only be printed.
pub fn build_schema(app: Option<App>) -> Schema {
    let builder = Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .limit_depth(DEPTH_MAX)
        .limit_complexity(COMPLEXITY_MAX)
        .limit_directives(DIRECTIVES_MAX)
        .limit_recursive_depth(RECURSION_MAX)
        .disable_suggestions();
    match app {
        Some(app) => {
            let open = app.config().development;
            let builder = builder.data(app);
            if open { builder.finish() } else { builder.disable_introspection().finish() }
        }
        None => builder.finish(),
    }
}

/// The app, from inside a resolver.
pub fn app_of<'a>(ctx: &Context<'a>) -> &'a App {
    ctx.data_unchecked::<App>()
}

/// Who asks, from inside a resolver.
pub fn caller_of<'a>(ctx: &Context<'a>) -> &'a Caller {
    ctx.data_unchecked::<Caller>()
}
