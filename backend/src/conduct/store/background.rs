//! What a resolution tells of the vote that it came of.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::exclusions_of;
use crate::{
    entity::{agenda_item, attendance, vote},
    people::people_by_id,
};

/// Where a vote came from and who did not take part.
#[derive(Debug, Clone)]
pub struct Background {
    /// The vote.
    pub vote: Uuid,
    /// The title of the item it was about.
    pub item_title: String,
    /// The names of those who did not vote, for a conflict of interest.
    pub excluded: Vec<String>,
}

/// Where votes came from and who did not take part: a fixed number of statements.
pub async fn backgrounds_of(db: &impl ConnectionTrait, votes: &[Uuid]) -> Result<Vec<Background>, DbErr> {
    let rows = vote::Entity::find().filter(vote::Column::Id.is_in(votes.iter().copied())).all(db).await?;
    let items: HashMap<Uuid, String> = agenda_item::Entity::find()
        .filter(agenda_item::Column::Id.is_in(rows.iter().map(|row| row.item_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|item| (item.id, item.title))
        .collect();
    let exclusions = exclusions_of(db, votes).await?;
    let entries = attendance::Entity::find()
        .filter(attendance::Column::Id.is_in(exclusions.iter().map(|row| row.attendance_id)))
        .all(db)
        .await?;
    let people: Vec<Uuid> = entries.iter().filter_map(|entry| entry.person_id).collect();
    let people = people_by_id(db, &people).await?;
    let name = |attendance: Uuid| {
        let entry = entries.iter().find(|entry| entry.id == attendance)?;
        Some(match people.iter().find(|person| Some(person.id) == entry.person_id) {
            Some(person) => format!("{} {}", person.given_name, person.family_name).trim().to_owned(),
            None => entry.name.clone(),
        })
    };
    let background = |row: vote::Model| Background {
        vote: row.id,
        item_title: items.get(&row.item_id).cloned().unwrap_or_default(),
        excluded: exclusions
            .iter()
            .filter(|exclusion| exclusion.vote_id == row.id)
            .filter_map(|exclusion| name(exclusion.attendance_id))
            .collect(),
    };
    Ok(rows.into_iter().map(background).collect())
}
