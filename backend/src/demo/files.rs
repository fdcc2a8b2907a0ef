//! The files of the demonstration network, part of the program.

use serde::Deserialize;
use verbund_shared::terms::TermKind;

use crate::{
    error::{ServiceError, ServiceResult},
    imports::rules::file::{Table, decode, read_table},
    network::rules::{Bilingual, NetworkProfile, TermValues},
};

pub(super) const ORGANISATIONS: &[u8] = include_bytes!("../../demo/organisations.csv");
pub(super) const PEOPLE: &[u8] = include_bytes!("../../demo/people.csv");
pub(super) const OFFERS: &[u8] = include_bytes!("../../demo/offers.csv");
const APPLICATIONS: &[u8] = include_bytes!("../../demo/applications.csv");
const TERMS: &[u8] = include_bytes!("../../demo/terms.csv");
const NETWORK: &str = include_str!("../../demo/network.toml");

/// The password of everybody in the demonstration.
pub const PASSWORD: &str = "verbund-demo-2026";

/// One person for each kind of right: what they are, and the address they sign in with.
pub const SIGN_INS: [(&str, &str); 5] = [
    ("coordination office", "anna.koordination@netzwerk.example"),
    ("steering group, represents an organisation", "f.gross-lehmann@willkommensamt-mittelelbe.example"),
    ("represents an organisation", "t.baeuerle@wk-boerde-elbe.example"),
    ("voting delegate", "hj.przybillek@wk-boerde-elbe.example"),
    ("staff of an organisation", "o.kowaltschuk@wk-boerde-elbe.example"),
];

#[derive(Deserialize)]
struct Text {
    de: String,
    en: String,
}

#[derive(Deserialize)]
struct Network {
    name: String,
    short_name: String,
    founded_year: i32,
    contact_email: String,
    website: String,
    welcome: Text,
    purpose: Text,
    principles: Text,
    imprint: Text,
    privacy: Text,
}

impl From<Text> for Bilingual {
    fn from(text: Text) -> Self {
        Self { de: text.de, en: text.en }
    }
}

fn broken(file: &str, cause: impl std::fmt::Debug) -> ServiceError {
    ServiceError::broken(format!("demo/{file}: {cause:?}"))
}

/// The demonstration network's profile.
pub(super) fn network() -> ServiceResult<NetworkProfile> {
    let network: Network = toml::from_str(NETWORK).map_err(|cause| broken("network.toml", cause))?;
    Ok(NetworkProfile {
        name: network.name,
        short_name: network.short_name,
        founded_year: Some(network.founded_year),
        contact_email: network.contact_email,
        website: network.website,
        welcome: network.welcome.into(),
        purpose: network.purpose.into(),
        principles: network.principles.into(),
        imprint: network.imprint.into(),
        privacy: network.privacy.into(),
        offer_check_days: 180,
        offer_grace_days: 60,
    })
}

/// A table whose cells are found by the name of their column.
pub(super) struct Named {
    table: Table,
    file: &'static str,
}

impl Named {
    fn read(file: &'static str, bytes: &[u8]) -> ServiceResult<Self> {
        let table = decode(bytes).and_then(|text| read_table(&text)).map_err(|cause| broken(file, cause))?;
        Ok(Self { table, file })
    }

    /// The rows, each as a function from column to cell.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.table.rows.iter().map(|(line, cells)| Row { named: self, line: *line, cells })
    }
}

/// A row of a named table.
pub(super) struct Row<'a> {
    named: &'a Named,
    line: i32,
    cells: &'a [String],
}

impl Row<'_> {
    /// A cell; empty where the column or the cell is missing.
    pub(super) fn cell(&self, column: &str) -> &str {
        let place = self.named.table.header.iter().position(|name| name == column);
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    /// What is wrong with a column's cell.
    pub(super) fn wrong(&self, column: &str) -> ServiceError {
        broken(self.named.file, (self.line, column, self.cell(column)))
    }
}

/// The standard terms: kind, key and values.
pub(super) fn terms() -> ServiceResult<Vec<(TermKind, String, TermValues)>> {
    let table = Named::read("terms.csv", TERMS)?;
    let terms = table.rows().map(|row| {
        let kind = TermKind::parse(row.cell("kind")).ok_or_else(|| row.wrong("kind"))?;
        let number = |column: &str| row.cell(column).parse::<i32>().ok();
        let values = TermValues {
            name_de: row.cell("name_de").to_owned(),
            name_en: row.cell("name_en").to_owned(),
            position: number("position").unwrap_or(0),
            archived: false,
            tile: number("tile_x").zip(number("tile_y")),
        };
        Ok((kind, row.cell("key").to_owned(), values))
    });
    terms.collect()
}

/// The applications.
pub(super) fn applications() -> ServiceResult<Named> {
    Named::read("applications.csv", APPLICATIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_can_be_read() {
        assert!(terms().unwrap().len() > 40);
        assert!(network().unwrap().name.contains("Demonstration"));
        assert!(applications().unwrap().rows().count() >= 7);
        let people = Named::read("people.csv", PEOPLE).unwrap();
        for (_, email) in SIGN_INS {
            assert!(people.rows().any(|row| row.cell("email") == email), "{email}");
        }
    }
}
