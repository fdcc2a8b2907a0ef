//! A copy made while the server runs is a whole database: put in place, everything is there.

use verbund::db::{Db, sqlite_url};

use crate::support::{TestApp, database::on_postgres};

#[tokio::test]
async fn a_copy_holds_what_was_acknowledged_and_nothing_half() {
    if on_postgres() {
        // There pg_dump makes the copy.
        return;
    }
    let app = TestApp::new().await;
    app.account("eva@verein.example").await;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("backup_{}.db", app.clock.new_id().simple()));
    // Another transaction is open meanwhile; it is not part of the copy.
    let tx = app.app.db().begin().await.unwrap();
    let db = Db::connect(&app.app.config().database_url).await.unwrap();
    db.copy_to(&file).await.unwrap();
    db.close().await.unwrap();
    tx.commit().await.unwrap();
    assert!(app.app.db().copy_to(&file).await.is_err(), "an existing file is never overwritten");

    let restored = Db::connect(&sqlite_url(&file)).await.unwrap();
    restored.migrate().await.unwrap();
    let person = verbund::people::find_by_email(restored.read(), "eva@verein.example").await.unwrap();
    assert_eq!(person.map(|person| person.given_name).as_deref(), Some("eva"));
    restored.close().await.unwrap();
    std::fs::remove_file(&file).unwrap();
}
