//! The steps of the schema run up, down and up again.

use sea_orm::ConnectionTrait;
use verbund::db::Db;
use verbund_migrations::{Migrator, MigratorTrait};

use crate::support::database::TestDatabase;

#[tokio::test]
async fn up_down_and_up_again() {
    let database = TestDatabase::unmigrated().await;
    let db: Db = database.connect().await;
    Migrator::up(db.raw_writer(), None).await.unwrap();
    // With data: what the first step makes must not hinder its own way back.
    db.raw_writer()
        .execute_unprepared(
            "INSERT INTO network (id, name, short_name, updated_at) VALUES (1, 'N', 'N', '2026-03-02T09:00:00+00:00')",
        )
        .await
        .unwrap();
    Migrator::down(db.raw_writer(), None).await.unwrap();
    Migrator::up(db.raw_writer(), None).await.unwrap();
    let applied = Migrator::get_applied_migrations(db.raw_writer()).await.unwrap();
    assert_eq!(applied.len(), Migrator::migrations().len());
    db.close().await.unwrap();
}
