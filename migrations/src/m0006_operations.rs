//! What keeps the house running: outbox, audit trail, imports.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("outbox")
                    .col(string("recipient"))
                    .col(string("locale"))
                    .col(string("template"))
                    .col(string("subject"))
                    .col(text("body_text"))
                    .col(text("body_html"))
                    .col(string("state").default("queued"))
                    .col(integer("attempts").default(0))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("next_attempt_at"))
                    // While a process is sending: until when nobody else may.
                    .col(timestamp_with_time_zone_null("leased_until"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .col(text("last_error").default(""))
                    .check(one_of("state", &["queued", "sent", "failed"]))
                    .to_owned(),
            )
            .await?;
        index(manager, "outbox", &["state", "next_attempt_at"], false).await?;

        manager
            .create_table(
                table("audit_entries")
                    .col(timestamp_with_time_zone("at"))
                    // Null: nobody signed in (visitor, applicant, the system itself).
                    .col(uuid_null("actor_id"))
                    .col(string("actor_kind"))
                    .col(string("action"))
                    .col(string("object_kind"))
                    .col(uuid_null("object_id"))
                    // The object's name at that time, for people to read.
                    .col(string("object_label").default(""))
                    .col(uuid_null("organisation_id"))
                    // Whose personal data was looked at or changed, if somebody's.
                    .col(uuid_null("subject_id"))
                    .col(json("details"))
                    .col(string("request_id").default(""))
                    .check(one_of("actor_kind", &["person", "visitor", "system"]))
                    .to_owned(),
            )
            .await?;
        index(manager, "audit_entries", &["object_kind", "object_id"], false).await?;
        index(manager, "audit_entries", &["subject_id"], false).await?;
        index(manager, "audit_entries", &["organisation_id"], false).await?;

        manager
            .create_table(
                table("imports")
                    .col(string("kind"))
                    .col(string("file_name").default(""))
                    // What was uploaded; gone once it is applied or put aside.
                    .col(uuid_null("file_id"))
                    .col(string("state"))
                    .col(uuid_null("created_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("applied_at"))
                    // What the preview was computed on: if the data moved on, it is made again.
                    .col(string("fingerprint"))
                    .check(one_of("kind", &["organisations", "people", "offers"]))
                    .check(one_of("state", &["previewed", "applied", "discarded"]))
                    .foreign_key(&mut refers("created_by", "imports", "people"))
                    .foreign_key(&mut refers("file_id", "imports", "files"))
                    .to_owned(),
            )
            .await?;

        manager
            .create_table(
                Table::create()
                    .table("import_rows")
                    .col(uuid("import_id"))
                    .col(integer("line"))
                    .col(string("outcome"))
                    .col(string("label").default(""))
                    .col(json("data"))
                    .col(json("notes"))
                    .primary_key(Index::create().col("import_id").col("line"))
                    .check(one_of("outcome", &["new", "changed", "unchanged", "warning", "error"]))
                    .foreign_key(&mut belongs("import_id", "import_rows", "imports"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["import_rows", "imports", "audit_entries", "outbox"]).await
    }
}
