//! Writing planned rows: new ones many at a time, changed ones one by one, each only if it is still
//! in the version it was compared in.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    locale::Locale,
    offers::OfferState,
    people::{AffiliationRole, NetworkRole, PersonState},
    terms::TermKind,
};

use super::super::rules::{
    offers as offer_rules, organisations as organisation_rules,
    people::role_key,
    plan::{Act, PlannedRow, Snapshot},
};
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{
        affiliation, contact, membership, network_role, offer, offer_term, organisation, organisation_term,
        person,
    },
    offers::store::{Check, checked_columns, text_columns},
    organisations::store::{contact_columns, profile_columns},
};

/// Parameters of one statement: what both databases take.
const PARAMETERS_MAX: usize = 30_000;

/// What writing needs besides the rows.
pub struct Writing<'a> {
    /// Ids and time.
    pub clock: &'a Clock,
    /// The network's day.
    pub today: NaiveDate,
    /// The terms by kind and key.
    pub terms: &'a BTreeMap<(TermKind, String), Uuid>,
    /// What changed rows of the directory carry.
    pub sequence: i64,
    /// Days after which an offer must be checked again.
    pub check_days: Days,
}

impl Writing<'_> {
    fn term_ids(&self, row: &PlannedRow) -> Vec<Uuid> {
        let columns = [
            (TermKind::Topic, "topics"),
            (TermKind::TargetGroup, "target_groups"),
            (TermKind::District, "districts"),
            (TermKind::Language, "languages"),
        ];
        columns
            .into_iter()
            .flat_map(|(kind, column)| row.cell(column).split('|').map(move |key| (kind, key.to_owned())))
            .filter_map(|key| self.terms.get(&key).copied())
            .collect()
    }
}

/// Inserts many rows in as few statements as there may be.
async fn insert_all<A>(tx: &impl ConnectionTrait, rows: Vec<A>, columns: usize) -> Result<(), DbErr>
where
    A: ActiveModelTrait + Clone + Send,
{
    for part in rows.chunks((PARAMETERS_MAX / columns).min(1_000)) {
        A::Entity::insert_many(part.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What was written: each row with the key of what it became.
pub type Written<'a> = Vec<(&'a PlannedRow, Uuid)>;

/// Writes organisations with terms, contact and membership. `None`: something was changed since.
pub async fn write_organisations<'a>(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    writing: &Writing<'_>,
    rows: &'a [PlannedRow],
) -> Result<Option<Written<'a>>, DbErr> {
    let (clock, now) = (writing.clock, writing.clock.now());
    let mut written = Written::new();
    let (mut made, mut links, mut contacts, mut periods) = (vec![], vec![], vec![], vec![]);
    for row in rows.iter().filter(|row| row.writes()) {
        let columns = profile_columns(organisation_rules::profile_of(row));
        let id = row.id.unwrap_or_else(|| clock.new_id());
        if row.act == Act::Change {
            let changed = organisation::ActiveModel {
                updated_at: Set(now),
                changed_seq: Set(writing.sequence),
                version: Set(row.version + 1),
                ..columns
            };
            let done = organisation::Entity::update_many()
                .set(changed)
                .filter(organisation::Column::Id.eq(id))
                .filter(organisation::Column::Version.eq(row.version))
                .exec(tx)
                .await?;
            if done.rows_affected != 1 {
                return Ok(None);
            }
            organisation_term::Entity::delete_many()
                .filter(organisation_term::Column::OrganisationId.eq(id))
                .exec(tx)
                .await?;
            if row.changes.iter().any(|change| change.column.starts_with("contact_")) {
                contacts.extend(change_contact(tx, writing, row, id).await?);
            }
        } else {
            made.push(organisation::ActiveModel {
                id: Set(id),
                import_key: Set(Some(row.key.clone())),
                logo_id: Set(None),
                created_at: Set(now),
                updated_at: Set(now),
                changed_seq: Set(writing.sequence),
                version: Set(1),
                ..columns
            });
            contacts.extend(new_contact(writing, row, id));
            for (state, from, until) in organisation_rules::membership_of(row, writing.today) {
                periods.push(membership::ActiveModel {
                    id: Set(clock.new_id()),
                    organisation_id: Set(id),
                    state: Set(state),
                    from_day: Set(from),
                    until_day: Set(until),
                    reason: Set(String::new()),
                    created_at: Set(now),
                });
            }
        }
        links.extend(
            writing
                .term_ids(row)
                .into_iter()
                .map(|term| organisation_term::ActiveModel { organisation_id: Set(id), term_id: Set(term) }),
        );
        written.push((row, id));
    }
    insert_all(tx, made, 22).await?;
    insert_all(tx, links, 2).await?;
    insert_all(tx, contacts, 9).await?;
    insert_all(tx, periods, 7).await?;
    Ok(Some(written))
}

fn new_contact(writing: &Writing<'_>, row: &PlannedRow, organisation: Uuid) -> Option<contact::ActiveModel> {
    let values = organisation_rules::contact_of(row, writing.today)?;
    Some(contact::ActiveModel {
        id: Set(writing.clock.new_id()),
        organisation_id: Set(organisation),
        position: Set(0),
        version: Set(1),
        ..contact_columns(values)
    })
}

/// Changes the first contact; returns one to be made where there is none.
async fn change_contact(
    tx: &impl ConnectionTrait,
    writing: &Writing<'_>,
    row: &PlannedRow,
    organisation: Uuid,
) -> Result<Option<contact::ActiveModel>, DbErr> {
    let first = contact::Entity::find()
        .filter(contact::Column::OrganisationId.eq(organisation))
        .order_by_asc(contact::Column::Position)
        .order_by_asc(contact::Column::Id)
        .one(tx)
        .await?;
    let Some(first) = first else { return Ok(new_contact(writing, row, organisation)) };
    let Some(values) = organisation_rules::contact_of(row, writing.today) else { return Ok(None) };
    let mut changed = contact::ActiveModel {
        id: Unchanged(first.id),
        version: Set(first.version + 1),
        ..contact_columns(values)
    };
    if first.consented_at.is_some() && row.cell("contact_public") == "yes" {
        // The day of the consent stays.
        changed.consented_at = Unchanged(first.consented_at);
    }
    contact::Entity::update(changed).exec(tx).await?;
    Ok(None)
}

/// Writes people and their roles. `None`: something was changed since.
pub async fn write_people<'a>(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    writing: &Writing<'_>,
    rows: &'a [PlannedRow],
    snapshot: &Snapshot,
) -> Result<Option<Written<'a>>, DbErr> {
    let mut written = Written::new();
    let mut ids: HashMap<&str, Uuid> = HashMap::new();
    let (mut made, mut roles, mut network_roles) = (vec![], vec![], vec![]);
    for row in rows.iter().filter(|row| row.writes()) {
        let email = row.cell("email");
        let locale = Locale::parse(row.cell("locale")).unwrap_or_default();
        let id = match (row.id, ids.get(email)) {
            (Some(id), _) => {
                let personal = ["given_name", "family_name", "locale"];
                let changes = row.changes.iter().any(|change| personal.contains(&change.column.as_str()));
                if changes && ids.insert(email, id).is_none() {
                    let done = person::Entity::update_many()
                        .set(person::ActiveModel {
                            given_name: Set(row.cell("given_name").to_owned()),
                            family_name: Set(row.cell("family_name").to_owned()),
                            locale: Set(locale),
                            version: Set(row.version + 1),
                            ..Default::default()
                        })
                        .filter(person::Column::Id.eq(id))
                        .filter(person::Column::Version.eq(row.version))
                        .exec(tx)
                        .await?;
                    if done.rows_affected != 1 {
                        return Ok(None);
                    }
                }
                id
            }
            (None, Some(id)) => *id,
            (None, None) => {
                let id = writing.clock.new_id();
                ids.insert(email, id);
                made.push(person::ActiveModel {
                    id: Set(id),
                    given_name: Set(row.cell("given_name").to_owned()),
                    family_name: Set(row.cell("family_name").to_owned()),
                    email: Set(Some(email.to_owned())),
                    locale: Set(locale),
                    state: Set(PersonState::Active),
                    created_at: Set(writing.clock.now()),
                    version: Set(1),
                });
                id
            }
        };
        let from = row.cell("from").parse().unwrap_or(writing.today);
        let until = row.cell("until").parse().ok();
        if let (Some(role), Ok(organisation)) =
            (AffiliationRole::parse(row.cell("role")), row.cell("organisation_key").parse::<Uuid>())
        {
            match snapshot.by_key.get(&role_key(email, &organisation.to_string(), role.as_str())) {
                Some(held) => {
                    let changed = affiliation::ActiveModel {
                        id: Unchanged(held.id),
                        from_day: Set(from),
                        until_day: Set(until),
                        version: Set(held.version + 1),
                        ..Default::default()
                    };
                    if row.changes.iter().any(|change| ["from", "until"].contains(&change.column.as_str())) {
                        affiliation::Entity::update(changed).exec(tx).await?;
                    }
                }
                None => roles.push(affiliation::ActiveModel {
                    id: Set(writing.clock.new_id()),
                    person_id: Set(id),
                    organisation_id: Set(organisation),
                    role: Set(role),
                    from_day: Set(from),
                    until_day: Set(until),
                    version: Set(1),
                }),
            }
        }
        if let Some(role) = NetworkRole::parse(row.cell("network_role"))
            && !snapshot.by_key.contains_key(&role_key(email, "", role.as_str()))
        {
            network_roles.push(network_role::ActiveModel {
                id: Set(writing.clock.new_id()),
                person_id: Set(id),
                role: Set(role),
                from_day: Set(from),
                until_day: Set(until),
                version: Set(1),
            });
        }
        written.push((row, id));
    }
    insert_all(tx, made, 8).await?;
    insert_all(tx, roles, 7).await?;
    insert_all(tx, network_roles, 6).await?;
    Ok(Some(written))
}

/// Writes offers with their terms. `None`: something was changed since.
pub async fn write_offers<'a>(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    writing: &Writing<'_>,
    rows: &'a [PlannedRow],
) -> Result<Option<Written<'a>>, DbErr> {
    let now = writing.clock.now();
    let mut written = Written::new();
    let (mut made, mut links) = (vec![], vec![]);
    for row in rows.iter().filter(|row| row.writes()) {
        let on = offer_rules::checked_on(row, writing.today);
        let check = Check { on, by: None, again_by: on + writing.check_days };
        let state = offer_rules::state_of(row);
        let id = row.id.unwrap_or_else(|| writing.clock.new_id());
        let mut columns = offer::ActiveModel {
            state: Set(state),
            updated_at: Set(now),
            changed_seq: Set(writing.sequence),
            version: Set(row.version + 1),
            ..text_columns(offer_rules::text_of(row))
        };
        if row.act == Act::Change {
            let changes = |column: &str| row.changes.iter().any(|change| change.column == column);
            if changes("checked_on") {
                columns = checked_columns(check, columns);
            }
            if changes("state") && state == OfferState::Published {
                columns.published_at = Set(Some(now));
            }
            let done = offer::Entity::update_many()
                .set(columns)
                .filter(offer::Column::Id.eq(id))
                .filter(offer::Column::Version.eq(row.version))
                .exec(tx)
                .await?;
            if done.rows_affected != 1 {
                return Ok(None);
            }
            offer_term::Entity::delete_many().filter(offer_term::Column::OfferId.eq(id)).exec(tx).await?;
        } else {
            let Ok(organisation) = row.cell("organisation_key").parse::<Uuid>() else { continue };
            made.push(offer::ActiveModel {
                id: Set(id),
                import_key: Set(Some(row.key.clone())),
                organisation_id: Set(organisation),
                created_at: Set(now),
                published_at: Set((state == OfferState::Published).then_some(now)),
                reminded_for: Set(None),
                ..checked_columns(check, columns)
            });
        }
        links.extend(
            writing
                .term_ids(row)
                .into_iter()
                .map(|term| offer_term::ActiveModel { offer_id: Set(id), term_id: Set(term) }),
        );
        written.push((row, id));
    }
    insert_all(tx, made, 30).await?;
    insert_all(tx, links, 2).await?;
    Ok(Some(written))
}
