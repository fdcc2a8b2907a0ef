//! Access tokens for those who ask, made as the server makes them: signing in is not what is measured.

use chrono::{TimeDelta, Utc};
use clap::Parser;
use sea_orm::{ConnectionTrait as _, Statement};
use uuid::Uuid;
use verbund::{accounts::tokens::AccessClaims, app::App, clock::Clock, config::Settings, db::Db};
use verbund_shared::id::{PersonId, SessionId};

use super::Outcome;

/// What the server under test is called; tokens are for that name.
pub(crate) const PUBLIC_URL: &str = "http://localhost";

#[derive(Parser)]
struct Defaults {
    #[command(flatten)]
    settings: Settings,
}

/// One token for each person. They hold for ten minutes.
pub(crate) async fn tokens(url: &str, people: &[Uuid]) -> Outcome<Vec<String>> {
    let flags = ["bench", "--database-url", url, "--public-url", PUBLIC_URL];
    let config = Defaults::try_parse_from(flags)?.settings.check()?;
    let db = Db::connect(url).await?;
    let app = App::new(config, db, Clock::system()).await.map_err(|error| format!("{error:?}"))?;
    let now = Utc::now();
    let mut tokens = Vec::with_capacity(people.len());
    for person in people {
        let session = app.clock().new_id();
        let tx = app.db().begin().await?;
        let sql = "INSERT INTO sessions (id, person_id, device, created_at, last_used_at, expires_at) \
                   VALUES ($1, $2, 'bench', $3, $3, $4)";
        let values = vec![session.into(), (*person).into(), now.into(), (now + TimeDelta::days(1)).into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
        tx.commit().await?;
        let claims = AccessClaims { person: PersonId(*person), session: SessionId(session) };
        tokens.push(app.tokens().issue(claims, now).map_err(|error| format!("{error:?}"))?);
    }
    drop(app);
    Ok(tokens)
}
