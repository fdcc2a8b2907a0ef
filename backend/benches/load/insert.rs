//! Many rows by one statement.

use std::fmt::Write as _;

use sea_orm::{ConnectionTrait as _, Statement, Value};
use verbund::db::Transaction;

use super::Outcome;

/// Rows written by one statement; both databases allow many more values than this makes.
const ROWS: usize = 500;

/// Rows on their way into one table, many by one statement.
pub(crate) struct Insert {
    head: String,
    width: usize,
    rows: Vec<Vec<Value>>,
}

impl Insert {
    pub(crate) fn new(table: &str, columns: &[&str]) -> Self {
        let head = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
        Self { head, width: columns.len(), rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, values: Vec<Value>) {
        self.rows.push(values);
    }

    pub(crate) fn is_full(&self) -> bool {
        self.rows.len() >= ROWS
    }

    pub(crate) async fn send(&mut self, tx: &Transaction) -> Outcome<()> {
        for rows in std::mem::take(&mut self.rows).chunks(ROWS) {
            let mut sql = self.head.clone();
            for row in 0..rows.len() {
                let places = (1..=self.width).map(|column| format!("${}", row * self.width + column));
                let places = places.collect::<Vec<_>>().join(", ");
                write!(sql, "{}({places})", if row == 0 { "" } else { ", " })?;
            }
            let values = rows.iter().flatten().cloned();
            let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
            tx.execute_raw(statement).await?;
        }
        Ok(())
    }
}
