//! Accounts with real passwords, cookies as a browser keeps them, and links read from mails.

use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use uuid::Uuid;
use verbund_shared::{
    id::{OrganisationId, PersonId},
    people::NetworkRole,
};

use super::{Reply, TestApp};

/// A password that follows the rules.
pub const PASSWORD: &str = "drei Ziegen im Nebel";

/// The cookie as the browser would send it back.
pub fn cookie_of(reply: &Reply) -> String {
    let cookie = reply.cookies.first().expect("a cookie was set");
    cookie.split(';').next().unwrap().to_owned()
}

/// The access token that an answer holds anywhere.
pub fn token_of(reply: &Reply) -> String {
    fn find(value: &Value) -> Option<String> {
        match value {
            Value::Object(entries) => match entries.get("accessToken") {
                Some(Value::String(token)) => Some(token.clone()),
                _ => entries.values().find_map(find),
            },
            _ => None,
        }
    }
    find(reply.data()).expect("an access token")
}

impl TestApp {
    /// A person with the usual password who has not signed in.
    pub async fn account(&self, email: &str) -> PersonId {
        let (person, _) = self.person(email).await;
        self.execute("DELETE FROM sessions WHERE person_id = $1", vec![person.0.into()]).await;
        let hash = self.app.passwords().hash(PASSWORD).await.unwrap();
        self.execute(
            "INSERT INTO credentials (person_id, password_hash, totp_last_step) VALUES ($1, $2, 0)",
            vec![person.0.into(), hash.into()],
        )
        .await;
        person
    }

    /// Makes a person a coordinator since yesterday.
    pub async fn make_coordinator(&self, person: PersonId) {
        let yesterday = self.app.today().pred_opt().unwrap();
        let role = NetworkRole::Coordinator.as_str();
        self.execute(
            "INSERT INTO network_roles (id, person_id, role, from_day, version) VALUES ($1, $2, $3, $4, 1)",
            vec![self.clock.new_id().into(), person.0.into(), role.into(), yesterday.into()],
        )
        .await;
    }

    /// An organisation behind the API's back.
    pub async fn bare_organisation(&self, name: &str) -> OrganisationId {
        let id = self.clock.new_id();
        let now = self.clock.now();
        self.execute(
            "INSERT INTO organisations (id, name, kind, created_at, updated_at) VALUES ($1, $2, 'association', $3, $3)",
            vec![id.into(), name.into(), now.into()],
        )
        .await;
        OrganisationId(id)
    }

    /// Tries to sign in.
    pub async fn sign_in(&self, email: &str, password: &str) -> Reply {
        self.send("", "SignIn", json!({ "input": { "email": email, "password": password } })).await
    }

    /// Tries to sign in with a code.
    pub async fn sign_in_with_code(&self, email: &str, code: &str) -> Reply {
        let input = json!({ "email": email, "password": PASSWORD, "code": code });
        self.send("", "SignIn", json!({ "input": input })).await
    }

    /// Signs in with the usual password; access token and cookie.
    pub async fn signed_in(&self, email: &str) -> (String, String) {
        let reply = self.sign_in(email, PASSWORD).await;
        (token_of(&reply), cookie_of(&reply))
    }

    /// Asks for new tokens with a cookie.
    pub async fn refresh(&self, cookie: &str) -> Reply {
        self.send_with("", "SessionRefresh", json!({}), &[("cookie", cookie)]).await
    }

    /// The address a query's first column holds, one row at most.
    pub async fn one_text(&self, sql: &str, values: Vec<sea_orm::Value>) -> Option<String> {
        let db = self.app.db().raw_writer();
        let statement = sea_orm::Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        let row = db.query_one_raw(statement).await.unwrap()?;
        Some(row.try_get_by_index::<String>(0).unwrap())
    }

    /// How many rows a query counts.
    pub async fn count(&self, sql: &str, values: Vec<sea_orm::Value>) -> i64 {
        let db = self.app.db().raw_writer();
        let statement = sea_orm::Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        let row = db.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index::<i64>(0).unwrap()
    }

    /// The token of the link in the newest mail to an address whose path begins with `prefix`.
    pub async fn link_token(&self, email: &str, prefix: &str) -> Option<String> {
        let sql = "SELECT body_text FROM outbox WHERE recipient = $1 AND body_text LIKE $2 ORDER BY id DESC LIMIT 1";
        let pattern = format!("%{prefix}%");
        let text = self.one_text(sql, vec![email.into(), pattern.into()]).await?;
        let rest = &text[text.find(prefix)? + prefix.len()..];
        Some(rest.chars().take_while(char::is_ascii_alphanumeric).collect())
    }

    /// How many mails of one sort an address got.
    pub async fn mails(&self, email: &str, template: &str) -> i64 {
        let sql = "SELECT COUNT(*) FROM outbox WHERE recipient = $1 AND template = $2";
        self.count(sql, vec![email.into(), template.into()]).await
    }

    /// How many entries of one action the audit trail has about a person.
    pub async fn audited(&self, action: &str, subject: Uuid) -> i64 {
        let sql = "SELECT COUNT(*) FROM audit_entries WHERE action = $1 AND subject_id = $2";
        self.count(sql, vec![action.into(), subject.into()]).await
    }

    /// Turns the second factor on; the secret and the recovery codes.
    pub async fn with_second_factor(&self, token: &str) -> (Vec<u8>, Vec<String>) {
        let start = json!({ "input": { "password": PASSWORD } });
        self.send(token, "TotpStart", start).await.data();
        let secret = self.totp_secret().await;
        let code = self.code(&secret);
        let reply = self.send(token, "TotpConfirm", json!({ "input": { "code": code } })).await;
        let codes = reply.data()["totpConfirm"]["recoveryCodes"].as_array().unwrap().clone();
        (secret, codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect())
    }

    async fn totp_secret(&self) -> Vec<u8> {
        let db = self.app.db().raw_writer();
        let sql = "SELECT totp_secret FROM credentials WHERE totp_secret IS NOT NULL";
        let statement = sea_orm::Statement::from_string(db.get_database_backend(), sql);
        let row = db.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index::<Vec<u8>>(0).unwrap()
    }

    /// The code that the authenticator app shows now.
    pub fn code(&self, secret: &[u8]) -> String {
        verbund::accounts::totp::code_at(secret, self.clock.now()).unwrap()
    }
}
