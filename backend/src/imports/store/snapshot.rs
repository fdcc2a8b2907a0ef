//! What is there, in the columns of the files.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use verbund_shared::{operation_states::ImportKind, terms::TermKind};

use super::super::rules::{
    cells::{Cells, Known, STATEWIDE, join_terms},
    columns::fold_name,
    offers::name_key,
    organisations::membership_cells,
    people::role_key,
    plan::{Existing, Snapshot},
};
use crate::{
    entity::{
        affiliation, contact, membership, network_role, offer, offer_term, organisation, organisation_term,
        person, term,
    },
    organisations::rules::names::fold,
};

/// Everything that rows may refer to.
#[derive(Debug)]
pub struct References {
    /// What cells may say.
    pub known: Known,
    /// The terms by kind and key.
    pub term_ids: BTreeMap<(TermKind, String), Uuid>,
}

/// Reads terms and organisations.
pub async fn references(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    relative_days: bool,
) -> Result<References, DbErr> {
    let mut known = Known { today, relative_days, ..Known::default() };
    let mut term_ids = BTreeMap::new();
    for term in term::Entity::find().all(db).await? {
        for name in [&term.name_de, &term.name_en, &term.key] {
            if !name.is_empty() {
                known.terms.insert((term.kind, fold_name(name)), term.key.clone());
            }
        }
        term_ids.insert((term.kind, term.key), term.id);
    }
    let organisations = organisation::Entity::find().order_by_desc(organisation::Column::Id).all(db).await?;
    for organisation in &organisations {
        for name in [&organisation.name, &organisation.short_name] {
            if !name.is_empty() {
                known.organisations.insert(fold_name(name), organisation.id);
            }
        }
    }
    // Keys come last: they win over names.
    for organisation in organisations {
        if let Some(key) = organisation.import_key {
            known.organisations.insert(key, organisation.id);
        }
    }
    Ok(References { known, term_ids })
}

/// Everything there is of a kind.
pub async fn snapshot(
    db: &impl ConnectionTrait,
    kind: ImportKind,
    today: NaiveDate,
) -> Result<Snapshot, DbErr> {
    match kind {
        ImportKind::Organisations => organisations(db, today).await,
        ImportKind::People => people(db).await,
        ImportKind::Offers => offers(db).await,
    }
}

fn cells<const N: usize>(pairs: [(&str, &str); N]) -> Cells {
    pairs.into_iter().map(|(column, value)| (column.to_owned(), value.to_owned())).collect()
}

const TERM_COLUMNS: [(TermKind, &str); 4] = [
    (TermKind::Topic, "topics"),
    (TermKind::TargetGroup, "target_groups"),
    (TermKind::District, "districts"),
    (TermKind::Language, "languages"),
];

/// Adds the columns of terms.
fn add_terms(cells: &mut Cells, keys: Option<Vec<(TermKind, String)>>, statewide: bool) {
    let keys = keys.unwrap_or_default();
    for (kind, column) in TERM_COLUMNS {
        let mut found: Vec<String> =
            keys.iter().filter(|(of, _)| *of == kind).map(|(_, key)| key.clone()).collect();
        if statewide && kind == TermKind::District {
            found.push(STATEWIDE.to_owned());
        }
        cells.insert(column.to_owned(), join_terms(found));
    }
}

type TermsOf = HashMap<Uuid, Vec<(TermKind, String)>>;

async fn terms_by_owner(db: &impl ConnectionTrait, links: Vec<(Uuid, Uuid)>) -> Result<TermsOf, DbErr> {
    let terms: HashMap<Uuid, (TermKind, String)> = term::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(|term| (term.id, (term.kind, term.key)))
        .collect();
    let mut by_owner = TermsOf::new();
    for (owner, id) in links {
        if let Some(term) = terms.get(&id) {
            by_owner.entry(owner).or_default().push(term.clone());
        }
    }
    Ok(by_owner)
}

async fn organisations(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Snapshot, DbErr> {
    let links = organisation_term::Entity::find().all(db).await?;
    let links = links.into_iter().map(|link| (link.organisation_id, link.term_id)).collect();
    let mut terms = terms_by_owner(db, links).await?;
    let mut contacts: HashMap<Uuid, contact::Model> = HashMap::new();
    let in_order =
        contact::Entity::find().order_by_asc(contact::Column::Position).order_by_asc(contact::Column::Id);
    for contact in in_order.all(db).await? {
        contacts.entry(contact.organisation_id).or_insert(contact);
    }
    let mut periods: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in membership::Entity::find().order_by_asc(membership::Column::FromDay).all(db).await? {
        periods.entry(row.organisation_id).or_default().push((row.state, row.from_day, row.until_day));
    }
    let mut snapshot = Snapshot::default();
    for row in organisation::Entity::find().order_by_asc(organisation::Column::Id).all(db).await? {
        let key = row.import_key.clone();
        let mut cells = cells([
            ("key", key.as_deref().unwrap_or_default()),
            ("name", &row.name),
            ("short_name", &row.short_name),
            ("kind", row.kind.as_str()),
            ("purpose_de", &row.purpose_de),
            ("purpose_en", &row.purpose_en),
            ("website", &row.website),
            ("email", &row.email),
            ("phone", &row.phone),
            ("street", &row.street),
            ("postal_code", &row.postal_code),
            ("city", &row.city),
        ]);
        add_terms(&mut cells, terms.remove(&row.id), row.statewide);
        cells.extend(membership_cells(periods.get(&row.id).map_or(&[][..], Vec::as_slice), today));
        cells.extend(contact_cells(contacts.get(&row.id)));
        let existing = Existing { id: row.id, version: row.version, cells };
        match key {
            Some(key) => snapshot.by_key.insert(key, existing),
            None => snapshot.by_name.insert(fold(&row.name), existing),
        };
    }
    Ok(snapshot)
}

fn contact_cells(contact: Option<&contact::Model>) -> Cells {
    let text = |of: fn(&contact::Model) -> &String| contact.map_or("", |contact| of(contact).as_str());
    let public = match contact {
        None => "",
        Some(contact) if contact.consented_at.is_some() => "yes",
        Some(_) => "no",
    };
    cells([
        ("contact_name", text(|contact| &contact.name)),
        ("contact_function", text(|contact| &contact.function)),
        ("contact_email", text(|contact| &contact.email)),
        ("contact_phone", text(|contact| &contact.phone)),
        ("contact_public", public),
    ])
}

async fn people(db: &impl ConnectionTrait) -> Result<Snapshot, DbErr> {
    let mut snapshot = Snapshot::default();
    let mut addresses: HashMap<Uuid, String> = HashMap::new();
    for row in person::Entity::find().filter(person::Column::Email.is_not_null()).all(db).await? {
        let Some(email) = row.email else { continue };
        let cells = cells([
            ("given_name", row.given_name.as_str()),
            ("family_name", &row.family_name),
            ("locale", row.locale.as_str()),
        ]);
        addresses.insert(row.id, email.clone());
        snapshot.by_name.insert(email, Existing { id: row.id, version: row.version, cells });
    }
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    // In the order of their days: of several periods of a role the last one counts.
    for row in affiliation::Entity::find().order_by_asc(affiliation::Column::FromDay).all(db).await? {
        let Some(email) = addresses.get(&row.person_id) else { continue };
        let key = role_key(email, &row.organisation_id.to_string(), row.role.as_str());
        let cells = cells([("from", row.from_day.to_string().as_str()), ("until", &day(row.until_day))]);
        snapshot.by_key.insert(key, Existing { id: row.id, version: row.version, cells });
    }
    for row in network_role::Entity::find().order_by_asc(network_role::Column::FromDay).all(db).await? {
        let Some(email) = addresses.get(&row.person_id) else { continue };
        let key = role_key(email, "", row.role.as_str());
        let cells = cells([("from", row.from_day.to_string().as_str()), ("until", &day(row.until_day))]);
        snapshot.by_key.insert(key, Existing { id: row.id, version: row.version, cells });
    }
    Ok(snapshot)
}

async fn offers(db: &impl ConnectionTrait) -> Result<Snapshot, DbErr> {
    let links = offer_term::Entity::find().all(db).await?;
    let links = links.into_iter().map(|link| (link.offer_id, link.term_id)).collect();
    let mut terms = terms_by_owner(db, links).await?;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut snapshot = Snapshot::default();
    for row in offer::Entity::find().order_by_asc(offer::Column::Id).all(db).await? {
        let (owner, key) = (row.organisation_id.to_string(), row.import_key.clone());
        let mut cells = cells([
            ("key", key.as_deref().unwrap_or_default()),
            ("organisation_key", &owner),
            ("title_de", &row.title_de),
            ("title_en", &row.title_en),
            ("summary_de", &row.summary_de),
            ("summary_en", &row.summary_en),
            ("form", row.form.as_str()),
            ("cost", row.cost.as_str()),
            ("cost_note_de", &row.cost_note_de),
            ("cost_note_en", &row.cost_note_en),
            ("url", &row.url),
            ("contact_name", &row.contact_name),
            ("contact_email", &row.contact_email),
            ("contact_phone", &row.contact_phone),
            ("valid_from", &day(row.valid_from)),
            ("valid_until", &day(row.valid_until)),
            ("checked_on", &row.checked_on.to_string()),
            ("state", row.state.as_str()),
        ]);
        add_terms(&mut cells, terms.remove(&row.id), row.statewide);
        let name = name_key(&owner, &row.title_de);
        let existing = Existing { id: row.id, version: row.version, cells };
        match key {
            Some(key) => snapshot.by_key.insert(key, existing),
            None => snapshot.by_name.insert(name, existing),
        };
    }
    Ok(snapshot)
}
