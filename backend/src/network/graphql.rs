//! The network and its terms in the API.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{id::TermId, locale::Locale, terms::TermKind};

use super::{
    rules::{Bilingual, NetworkProfile, TermValues},
    service,
    store::{NetworkRow, TermRow},
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, DateTime, LocalizedText, LocalizedTextInput, app_of, caller_of, parse_id},
};

/// The network this installation serves.
pub struct Network(NetworkRow);

/// What the person who asks may do with the network.
#[derive(SimpleObject)]
pub struct NetworkViewerCan {
    /// Change profile and settings.
    edit: bool,
    /// Add, rename, order and archive terms.
    edit_terms: bool,
}

/// The network this installation serves.
#[Object]
impl Network {
    /// Full name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Name for narrow places.
    async fn short_name(&self) -> &str {
        &self.0.short_name
    }

    /// Year of foundation.
    async fn founded_year(&self) -> Option<i32> {
        self.0.founded_year
    }

    /// Address of the coordination office; empty when not set.
    async fn contact_email(&self) -> &str {
        &self.0.contact_email
    }

    /// The network's own website; empty when not set.
    async fn website(&self) -> &str {
        &self.0.website
    }

    /// One or two sentences that greet.
    async fn welcome(&self) -> LocalizedText {
        LocalizedText::new(&self.0.welcome_de, &self.0.welcome_en)
    }

    /// What the network is for; paragraphs are separated by an empty line.
    async fn purpose(&self) -> LocalizedText {
        LocalizedText::new(&self.0.purpose_de, &self.0.purpose_en)
    }

    /// How it works; paragraphs are separated by an empty line.
    async fn principles(&self) -> LocalizedText {
        LocalizedText::new(&self.0.principles_de, &self.0.principles_en)
    }

    /// Imprint (§ 5 DDG).
    async fn imprint(&self) -> LocalizedText {
        LocalizedText::new(&self.0.imprint_de, &self.0.imprint_en)
    }

    /// Privacy notice (Art. 13 GDPR).
    async fn privacy(&self) -> LocalizedText {
        LocalizedText::new(&self.0.privacy_de, &self.0.privacy_en)
    }

    /// Time zone in which days begin and end, by its IANA name.
    async fn time_zone(&self) -> &str {
        &self.0.time_zone
    }

    /// Language for people who have not chosen.
    async fn default_locale(&self) -> Locale {
        self.0.default_locale
    }

    /// Whether everything in here is invented, for demonstration.
    async fn demonstration(&self) -> bool {
        self.0.demonstration
    }

    /// Whether this is a developer's machine, where the app shows its building blocks.
    async fn development(&self, ctx: &Context<'_>) -> bool {
        app_of(ctx).config().development
    }

    /// Days after which an offer must be confirmed again.
    async fn offer_check_days(&self) -> i32 {
        self.0.offer_check_days
    }

    /// Days an overdue offer stays visible, marked as overdue.
    async fn offer_grace_days(&self) -> i32 {
        self.0.offer_grace_days
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When the profile was last changed.
    async fn updated_at(&self) -> DateTime {
        self.0.updated_at.into()
    }

    /// What the person who asks may do.
    async fn viewer_can(&self, ctx: &Context<'_>) -> NetworkViewerCan {
        let caller = caller_of(ctx);
        NetworkViewerCan {
            edit: may(caller, Action::NetworkEdit, &Facts::NONE),
            edit_terms: may(caller, Action::TermsEdit, &Facts::NONE),
        }
    }
}

/// A topic, target group, district or language.
pub struct Term(TermRow);

impl From<TermRow> for Term {
    fn from(row: TermRow) -> Self {
        Self(row)
    }
}

/// A topic, target group, district or language.
#[Object]
impl Term {
    /// Opaque id.
    async fn id(&self) -> ID {
        TermId(self.0.id).into()
    }

    /// Which of the four facets it belongs to.
    async fn kind(&self) -> TermKind {
        self.0.kind
    }

    /// The word in URLs and CSV files; never changes.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// The name people see.
    async fn name(&self) -> LocalizedText {
        LocalizedText::new(&self.0.name_de, &self.0.name_en)
    }

    /// Place in the order of its kind.
    async fn position(&self) -> i32 {
        self.0.position
    }

    /// Not offered for new things, still shown where used.
    async fn archived(&self) -> bool {
        self.0.archived
    }

    /// Column on the schematic map, from the west; districts only.
    async fn tile_x(&self) -> Option<i32> {
        self.0.tile_x
    }

    /// Row on the schematic map, from the north; districts only.
    async fn tile_y(&self) -> Option<i32> {
        self.0.tile_y
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Reading the network.
#[derive(Default)]
pub struct NetworkQuery;

#[Object]
impl NetworkQuery {
    /// The network this installation serves.
    async fn network(&self, ctx: &Context<'_>) -> ApiResult<Network> {
        Ok(Network(service::get_network(app_of(ctx)).await?))
    }

    /// Terms in their order: of one kind, or of all.
    async fn terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only this kind.")] kind: Option<TermKind>,
        #[graphql(desc = "Archived ones too.", default)] archived_too: bool,
    ) -> ApiResult<Vec<Term>> {
        let terms = service::terms(app_of(ctx), kind, archived_too).await?;
        Ok(terms.into_iter().map(Term).collect())
    }
}

/// A changed network profile. All fields are replaced.
#[derive(InputObject)]
pub struct NetworkUpdateInput {
    /// The version the change is based on.
    version: i32,
    /// Full name.
    name: String,
    /// Name for narrow places, at most 40 characters.
    short_name: String,
    /// Year of foundation.
    founded_year: Option<i32>,
    /// Address of the coordination office.
    contact_email: String,
    /// The network's own website.
    website: String,
    /// One or two sentences that greet.
    welcome: LocalizedTextInput,
    /// What the network is for.
    purpose: LocalizedTextInput,
    /// How it works.
    principles: LocalizedTextInput,
    /// Imprint.
    imprint: LocalizedTextInput,
    /// Privacy notice.
    privacy: LocalizedTextInput,
    /// Days after which an offer must be confirmed again, 1 to 1000.
    offer_check_days: i32,
    /// Days an overdue offer stays visible, 0 to 1000.
    offer_grace_days: i32,
}

/// The changed network.
#[derive(SimpleObject)]
pub struct NetworkUpdatePayload {
    /// The network.
    network: Network,
}

/// A new term.
#[derive(InputObject)]
pub struct TermAddInput {
    /// Which facet it belongs to.
    kind: TermKind,
    /// The word in URLs and CSV files: small letters, digits and _; never changes.
    key: String,
    /// The name people see.
    name: LocalizedTextInput,
    /// Place in the order of its kind.
    #[graphql(default)]
    position: i32,
    /// Column on the schematic map; districts only.
    tile_x: Option<i32>,
    /// Row on the schematic map; districts only.
    tile_y: Option<i32>,
}

/// The added term.
#[derive(SimpleObject)]
pub struct TermAddPayload {
    /// The term.
    term: Term,
}

/// A changed term. All fields are replaced; the key stays.
#[derive(InputObject)]
pub struct TermUpdateInput {
    /// The term.
    id: ID,
    /// The version the change is based on.
    version: i32,
    /// The name people see.
    name: LocalizedTextInput,
    /// Place in the order of its kind.
    position: i32,
    /// Not offered for new things, still shown where used.
    archived: bool,
    /// Column on the schematic map; districts only.
    tile_x: Option<i32>,
    /// Row on the schematic map; districts only.
    tile_y: Option<i32>,
}

/// The changed term.
#[derive(SimpleObject)]
pub struct TermUpdatePayload {
    /// The term.
    term: Term,
}

/// Changing the network.
#[derive(Default)]
pub struct NetworkMutation;

#[Object]
impl NetworkMutation {
    /// Changes profile and settings. Coordinators only.
    /// Errors: `VALIDATION`, `CONFLICT`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn network_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed profile.")] input: NetworkUpdateInput,
    ) -> ApiResult<NetworkUpdatePayload> {
        let version = input.version;
        let row = service::update_network(app_of(ctx), caller_of(ctx), input.into(), version).await?;
        Ok(NetworkUpdatePayload { network: Network(row) })
    }

    /// Adds a topic, target group, district or language. Coordinators only.
    /// Errors: `VALIDATION` (key `DUPLICATE`), `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn term_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new term.")] input: TermAddInput,
    ) -> ApiResult<TermAddPayload> {
        let values = TermValues {
            name_de: input.name.de,
            name_en: input.name.en,
            position: input.position,
            archived: false,
            tile: input.tile_x.zip(input.tile_y),
        };
        let row = service::add_term(app_of(ctx), caller_of(ctx), input.kind, &input.key, values).await?;
        Ok(TermAddPayload { term: Term(row) })
    }

    /// Renames, moves or archives a term. Coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn term_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed term.")] input: TermUpdateInput,
    ) -> ApiResult<TermUpdatePayload> {
        let id: TermId = parse_id(&input.id)?;
        let values = TermValues {
            name_de: input.name.de,
            name_en: input.name.en,
            position: input.position,
            archived: input.archived,
            tile: input.tile_x.zip(input.tile_y),
        };
        let row = service::update_term(app_of(ctx), caller_of(ctx), id, values, input.version).await?;
        Ok(TermUpdatePayload { term: Term(row) })
    }
}

impl From<LocalizedTextInput> for Bilingual {
    fn from(text: LocalizedTextInput) -> Self {
        Self { de: text.de, en: text.en }
    }
}

impl From<NetworkUpdateInput> for NetworkProfile {
    fn from(input: NetworkUpdateInput) -> Self {
        Self {
            name: input.name,
            short_name: input.short_name,
            founded_year: input.founded_year,
            contact_email: input.contact_email,
            website: input.website,
            welcome: input.welcome.into(),
            purpose: input.purpose.into(),
            principles: input.principles.into(),
            imprint: input.imprint.into(),
            privacy: input.privacy.into(),
            offer_check_days: input.offer_check_days,
            offer_grace_days: input.offer_grace_days,
        }
    }
}
