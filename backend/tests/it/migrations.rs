//! The steps of the schema run up, down and up again.

use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;
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
    // Versions of a charter never change, but the step that made their table can be taken back.
    // Neither do those of an agenda.
    for sql in [
        "INSERT INTO groups (id, kind, name_de, name_key, short_name, short_key, created_at, updated_at) VALUES ($1, 'working', 'G', 'g', 'G', 'g', $2, $2)",
        "INSERT INTO group_charters (id, group_id, number, at, goal_de) VALUES ($1, $1, 1, $2, 'Ziel')",
        "INSERT INTO tasks (id, group_id, title, search_key, position, created_at, updated_at) VALUES ($1, $1, 'T', 't', 'i', $2, $2)",
        "INSERT INTO meetings (id, group_id, title, starts_at, ends_at, created_at, updated_at) VALUES ($1, $1, 'M', $2, '2026-03-02 09:00:00+00:00', $2, $2)",
        "INSERT INTO agenda_versions (id, meeting_id, number, content, sha256, at) VALUES ($1, $1, 1, '{}', '', $2)",
        "INSERT INTO people (id, given_name, family_name, locale, state, created_at, version) VALUES ($1, 'A', 'B', 'de', 'active', $2, 1)",
        "INSERT INTO minutes_versions (id, meeting_id, number, state, content, sha256, previous_sha256, at) VALUES ($1, $1, 1, 'in_review', '{}', '', '', $2)",
        "INSERT INTO minutes_signatures (id, meeting_id, version_number, role, person_id, at) VALUES ($1, $1, 1, 'chair', $1, $2)",
        "INSERT INTO task_comments (id, task_id, body, created_at) VALUES ($1, $1, 'K', $2)",
    ] {
        let values = [Uuid::from_u128(1).into(), chrono::DateTime::<chrono::Utc>::UNIX_EPOCH.into()];
        let backend = db.raw_writer().get_database_backend();
        db.raw_writer().execute_raw(Statement::from_sql_and_values(backend, sql, values)).await.unwrap();
    }
    Migrator::down(db.raw_writer(), None).await.unwrap();
    Migrator::up(db.raw_writer(), None).await.unwrap();
    let applied = Migrator::get_applied_migrations(db.raw_writer()).await.unwrap();
    assert_eq!(applied.len(), Migrator::migrations().len());
    db.close().await.unwrap();
}
