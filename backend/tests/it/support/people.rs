//! People who are signed in, by one line. Sign-in itself has tests of its own; these go past it.

use chrono::{Days, TimeDelta};
use sea_orm::ConnectionTrait;
use verbund::accounts::tokens::AccessClaims;
use verbund_shared::{
    id::{OrganisationId, PersonId, SessionId},
    people::{AffiliationRole, NetworkRole},
};

use super::TestApp;

impl TestApp {
    /// A person's access token, with the person and a session made on the way.
    pub async fn person(&self, email: &str) -> (PersonId, String) {
        let (person, session) = (self.clock.new_id(), self.clock.new_id());
        let now = self.clock.now();
        let far = now + TimeDelta::days(365);
        let (given, family) = email.split_once('@').map_or((email, "Test"), |(given, _)| (given, "Test"));
        self.execute(
            "INSERT INTO people (id, given_name, family_name, email, locale, state, created_at, version) VALUES ($1, $2, $3, $4, 'de', 'active', $5, 1)",
            vec![person.into(), given.into(), family.into(), email.into(), now.into()],
        )
        .await;
        self.execute(
            "INSERT INTO sessions (id, person_id, device, created_at, last_used_at, expires_at) VALUES ($1, $2, '', $3, $3, $4)",
            vec![session.into(), person.into(), now.into(), far.into()],
        )
        .await;
        let claims = AccessClaims { person: PersonId(person), session: SessionId(session) };
        (PersonId(person), self.app.tokens().issue(claims, now).unwrap())
    }

    /// A signed-in coordinator.
    pub async fn coordinator(&self) -> String {
        self.with_network_role("coordinator@network.example", NetworkRole::Coordinator).await
    }

    /// A signed-in member of the steering group.
    pub async fn steering_member(&self) -> String {
        self.with_network_role("steering@network.example", NetworkRole::SteeringGroupMember).await
    }

    async fn with_network_role(&self, email: &str, role: NetworkRole) -> String {
        let (person, token) = self.person(email).await;
        let yesterday = self.app.today() - Days::new(1);
        self.execute(
            "INSERT INTO network_roles (id, person_id, role, from_day, version) VALUES ($1, $2, $3, $4, 1)",
            vec![self.clock.new_id().into(), person.0.into(), role.as_str().into(), yesterday.into()],
        )
        .await;
        token
    }

    /// A signed-in person with a role in an organisation since yesterday.
    pub async fn member_of(
        &self,
        organisation: OrganisationId,
        role: AffiliationRole,
        email: &str,
    ) -> String {
        let (person, token) = self.person(email).await;
        let yesterday = self.app.today() - Days::new(1);
        self.execute(
            "INSERT INTO affiliations (id, person_id, organisation_id, role, from_day, version) VALUES ($1, $2, $3, $4, $5, 1)",
            vec![self.clock.new_id().into(), person.0.into(), organisation.0.into(), role.as_str().into(), yesterday.into()],
        )
        .await;
        token
    }

    /// A token for somebody whose first one has run out since the clock moved.
    pub async fn token_now(&self, id: &str) -> String {
        let person: PersonId = id.parse().unwrap();
        let session = self.clock.new_id();
        let now = self.clock.now();
        self.execute(
            "INSERT INTO sessions (id, person_id, device, created_at, last_used_at, expires_at) VALUES ($1, $2, 'test', $3, $3, $4)",
            vec![session.into(), person.0.into(), now.into(), (now + TimeDelta::days(365)).into()],
        )
        .await;
        let claims = AccessClaims { person, session: SessionId(session) };
        self.app.tokens().issue(claims, now).unwrap()
    }

    /// Tries to write behind the API's back; what the database says against it.
    pub async fn try_execute(&self, sql: &str, values: Vec<sea_orm::Value>) -> Result<(), String> {
        let db = self.app.db().raw_writer();
        let statement = sea_orm::Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        db.execute_raw(statement).await.map(|_| ()).map_err(|cause| cause.to_string())
    }

    /// Writes behind the API's back: only to set up what no use case makes.
    pub async fn execute(&self, sql: &str, values: Vec<sea_orm::Value>) {
        let db = self.app.db().raw_writer();
        let statement = sea_orm::Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        db.execute_raw(statement).await.unwrap();
    }
}
