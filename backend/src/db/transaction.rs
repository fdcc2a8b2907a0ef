//! A transaction that, once committed, tells open pages what it has changed.

use std::sync::{Mutex, PoisonError};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use super::listen::CHANNEL;
use crate::live::{Change, Live, Topic};

/// An open transaction; dropped without commit, it is rolled back and nobody is told.
#[derive(Debug)]
pub struct Transaction {
    inner: DatabaseTransaction,
    live: Live,
    touched: Mutex<Vec<Topic>>,
}

impl Transaction {
    pub(super) fn new(inner: DatabaseTransaction, live: Live) -> Self {
        Self { inner, live, touched: Mutex::default() }
    }

    /// Notes that pages on this topic show something else after the commit.
    pub fn touch(&self, topic: Topic) {
        let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        if !touched.contains(&topic) {
            touched.push(topic);
        }
    }

    /// Makes all of it last, then tells open pages.
    pub async fn commit(self) -> Result<(), DbErr> {
        let Self { inner, live, touched } = self;
        let touched = touched.into_inner().unwrap_or_else(PoisonError::into_inner);
        let postgres = inner.get_database_backend() == DbBackend::Postgres;
        if postgres {
            // Part of the transaction: PostgreSQL passes it on to all processes when it commits.
            for topic in &touched {
                let values = [CHANNEL.into(), topic.to_string().into()];
                let notify = "SELECT pg_notify($1, $2)";
                let statement = Statement::from_sql_and_values(DbBackend::Postgres, notify, values);
                inner.query_one_raw(statement).await?;
            }
        }
        inner.commit().await?;
        if !postgres {
            for topic in touched {
                live.tell(Change::Of(topic));
            }
        }
        Ok(())
    }
}

#[sea_orm::entity::prelude::async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}
