//! People and how they sign in: credentials, second factor, sessions, links, attempts.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("people")
                    .col(string("given_name"))
                    .col(string("family_name"))
                    // Normalised to lower case; empty only for the placeholder of a deleted person.
                    .col(string_null("email").unique_key())
                    .col(string("locale").default("de"))
                    .col(string("state").default("active"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(integer("version").default(1))
                    .check(one_of("state", &["active", "disabled", "deleted"]))
                    .check(one_of("locale", &["de", "en"]))
                    .to_owned(),
            )
            .await?;

        manager
            .create_table(
                Table::create()
                    .table("credentials")
                    .col(uuid("person_id").primary_key())
                    // argon2id in PHC form; null until a password is set.
                    .col(text_null("password_hash"))
                    .col(timestamp_with_time_zone_null("password_changed_at"))
                    .col(ColumnDef::new("totp_secret").binary().null())
                    .col(timestamp_with_time_zone_null("totp_confirmed_at"))
                    // The last time step used, so that a code works once (RFC 6238, section 5.2).
                    .col(big_integer("totp_last_step").default(0))
                    .foreign_key(&mut belongs("person_id", "credentials", "people"))
                    .to_owned(),
            )
            .await?;

        manager
            .create_table(
                table("recovery_codes")
                    .col(uuid("person_id"))
                    .col(string("code_hash"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .foreign_key(&mut belongs("person_id", "recovery_codes", "people"))
                    .to_owned(),
            )
            .await?;
        index(manager, "recovery_codes", &["person_id", "code_hash"], true).await?;

        manager
            .create_table(
                table("sessions")
                    .col(uuid("person_id"))
                    .col(string("device").default(""))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("last_used_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .col(string_null("end_reason"))
                    .foreign_key(&mut belongs("person_id", "sessions", "people"))
                    .to_owned(),
            )
            .await?;
        index(manager, "sessions", &["person_id"], false).await?;

        manager
            .create_table(
                table("refresh_tokens")
                    .col(uuid("session_id"))
                    .col(string("token_hash").unique_key())
                    .col(timestamp_with_time_zone("issued_at"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .foreign_key(&mut belongs("session_id", "refresh_tokens", "sessions"))
                    .to_owned(),
            )
            .await?;
        index(manager, "refresh_tokens", &["session_id"], false).await?;

        manager
            .create_table(
                table("one_time_links")
                    .col(string("purpose"))
                    .col(string("token_hash").unique_key())
                    // Null for the first coordinator, who does not exist yet.
                    .col(uuid_null("person_id"))
                    // What the link will do, such as the new address of a change.
                    .col(string("payload").default(""))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .check(one_of("purpose", &["password_reset", "first_coordinator", "email_change"]))
                    .foreign_key(&mut belongs("person_id", "one_time_links", "people"))
                    .to_owned(),
            )
            .await?;

        // Slow-down per account and per address: survives a restart, holds across processes.
        manager
            .create_table(
                Table::create()
                    .table("attempts")
                    .col(string("bucket").primary_key())
                    .col(integer("failures").default(0))
                    .col(timestamp_with_time_zone("updated_at"))
                    .col(timestamp_with_time_zone_null("blocked_until"))
                    .to_owned(),
            )
            .await?;

        manager
            .create_table(
                table("network_roles")
                    .col(uuid("person_id"))
                    .col(string("role"))
                    .col(date("from_day"))
                    .col(date_null("until_day"))
                    .col(integer("version").default(1))
                    .check(one_of("role", &["coordinator", "steering_group_member"]))
                    .check(in_order("from_day", "until_day"))
                    .foreign_key(&mut refers("person_id", "network_roles", "people"))
                    .to_owned(),
            )
            .await?;
        index(manager, "network_roles", &["person_id"], false).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "network_roles",
                "attempts",
                "one_time_links",
                "refresh_tokens",
                "sessions",
                "recovery_codes",
                "credentials",
                "people",
            ],
        )
        .await
    }
}
