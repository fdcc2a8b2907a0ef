//! The queries of the network's profile and terms.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{id::TermId, locale::Locale, terms::TermKind};

use super::rules::{NetworkProfile, TermValues};
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{directory_sequence, network, term},
};

pub use network::Model as NetworkRow;
pub use term::Model as TermRow;

/// The one row.
const NETWORK_ID: i32 = 1;

/// The network's profile, once it exists.
pub async fn find_network(db: &impl ConnectionTrait) -> Result<Option<NetworkRow>, DbErr> {
    network::Entity::find_by_id(NETWORK_ID).one(db).await
}

/// Makes the network.
pub async fn insert_network(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    profile: NetworkProfile,
    demonstration: bool,
) -> Result<(), DbErr> {
    let mut row = profile_columns(profile);
    row.id = Set(NETWORK_ID);
    row.time_zone = Set("Europe/Berlin".to_owned());
    row.default_locale = Set(Locale::De);
    row.demonstration = Set(demonstration);
    row.version = Set(1);
    row.updated_at = Set(clock.now());
    network::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Changes the profile.
pub async fn update_network(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    profile: NetworkProfile,
    version: i32,
) -> Result<NetworkRow, DbErr> {
    let mut row = profile_columns(profile);
    row.id = Unchanged(NETWORK_ID);
    row.version = Set(version + 1);
    row.updated_at = Set(clock.now());
    network::Entity::update(row).exec(tx).await
}

fn profile_columns(profile: NetworkProfile) -> network::ActiveModel {
    network::ActiveModel {
        name: Set(profile.name),
        short_name: Set(profile.short_name),
        founded_year: Set(profile.founded_year),
        contact_email: Set(profile.contact_email),
        website: Set(profile.website),
        welcome_de: Set(profile.welcome.de),
        welcome_en: Set(profile.welcome.en),
        purpose_de: Set(profile.purpose.de),
        purpose_en: Set(profile.purpose.en),
        principles_de: Set(profile.principles.de),
        principles_en: Set(profile.principles.en),
        imprint_de: Set(profile.imprint.de),
        imprint_en: Set(profile.imprint.en),
        privacy_de: Set(profile.privacy.de),
        privacy_en: Set(profile.privacy.en),
        offer_check_days: Set(profile.offer_check_days),
        offer_grace_days: Set(profile.offer_grace_days),
        ..Default::default()
    }
}

/// All terms in their order, archived ones too.
pub async fn all_terms(db: &impl ConnectionTrait) -> Result<Vec<TermRow>, DbErr> {
    term::Entity::find()
        .order_by_asc(term::Column::Kind)
        .order_by_asc(term::Column::Position)
        .order_by_asc(term::Column::Key)
        .all(db)
        .await
}

/// One term.
pub async fn find_term(db: &impl ConnectionTrait, id: TermId) -> Result<Option<TermRow>, DbErr> {
    term::Entity::find_by_id(id.0).one(db).await
}

/// Terms by their database keys, in no particular order.
pub async fn terms_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<TermRow>, DbErr> {
    term::Entity::find().filter(term::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// Adds a term.
pub async fn insert_term(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    kind: TermKind,
    key: String,
    values: TermValues,
) -> Result<TermRow, DbErr> {
    let row = term::ActiveModel {
        id: Set(clock.new_id()),
        kind: Set(kind),
        key: Set(key),
        version: Set(1),
        ..term_columns(values)
    };
    term::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes a term.
pub async fn update_term(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    values: TermValues,
    version: i32,
) -> Result<TermRow, DbErr> {
    let row = term::ActiveModel { id: Unchanged(id), version: Set(version + 1), ..term_columns(values) };
    term::Entity::update(row).exec(tx).await
}

fn term_columns(values: TermValues) -> term::ActiveModel {
    term::ActiveModel {
        name_de: Set(values.name_de),
        name_en: Set(values.name_en),
        position: Set(values.position),
        archived: Set(values.archived),
        tile_x: Set(values.tile.map(|(x, _)| x)),
        tile_y: Set(values.tile.map(|(_, y)| y)),
        ..Default::default()
    }
}

/// The counter's value: a process whose directory index is older reads what has changed since.
pub async fn directory_sequence(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let row = directory_sequence::Entity::find_by_id(1).one(db).await?;
    Ok(row.map_or(0, |row| row.value))
}

/// Moves the counter and returns the new value, which the changed rows carry as `changed_seq`.
/// On PostgreSQL the row's lock makes the order of values the order of commits.
pub async fn next_directory_sequence(tx: &impl ConnectionTrait, _permit: &Permit) -> Result<i64, DbErr> {
    directory_sequence::Entity::update_many()
        .col_expr(directory_sequence::Column::Value, Expr::col(directory_sequence::Column::Value).add(1))
        .filter(directory_sequence::Column::Id.eq(1))
        .exec(tx)
        .await?;
    directory_sequence(tx).await
}
