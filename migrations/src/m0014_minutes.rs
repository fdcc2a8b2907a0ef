//! Minutes of meetings: what is written to each item, their frozen versions, objections, signatures.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const STATES: &[&str] = &["draft", "in_review", "finalised", "approved", "amended"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        minutes(manager).await?;
        actions(manager).await?;
        versions(manager).await?;
        objections(manager).await?;
        signatures(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "minutes_signatures",
            "minutes_objections",
            "minutes_versions",
            "minutes_actions",
            "minutes_entries",
            "minutes",
        ];
        drop_tables(manager, &tables).await?;
        allow_changes(manager, "minutes_versions").await?;
        allow_changes(manager, "minutes_signatures").await
    }
}

async fn minutes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("minutes")
                .col(uuid("meeting_id"))
                .col(string("state").default("draft"))
                // They were approved before, and are changed since.
                .col(boolean("amended").default(false))
                // The last day of the review; null before the first one.
                .col(date_null("review_until"))
                // How many frozen versions there are.
                .col(integer("number").default(0))
                .col(timestamp_with_time_zone_null("finalised_at"))
                .col(date_null("approved_on"))
                .col(boolean("approved_by_silence").default(false))
                .col(uuid_null("created_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(integer("version").default(1))
                .check(one_of("state", STATES))
                .check(Expr::col("number").gte(0))
                .check(Expr::col("state").ne("in_review").or(Expr::col("review_until").is_not_null()))
                .check(Expr::col("state").ne("approved").or(Expr::col("approved_on").is_not_null()))
                .foreign_key(&mut belongs("meeting_id", "minutes", "meetings"))
                .foreign_key(&mut refers("created_by", "minutes", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "minutes", &["meeting_id"], true).await?;
    index(manager, "minutes", &["state", "finalised_at"], false).await?;
    manager
        .create_table(
            // One row for each item to which something was written.
            Table::create()
                .table("minutes_entries")
                .col(uuid("item_id").primary_key())
                .col(uuid("minutes_id"))
                // Markdown, for everybody who reads the minutes.
                .col(text("text").default(""))
                // Markdown, not for guests.
                .col(text("internal_text").default(""))
                .col(timestamp_with_time_zone("saved_at"))
                .col(uuid_null("saved_by"))
                .col(integer("version").default(1))
                .foreign_key(&mut refers("item_id", "minutes_entries", "agenda_items"))
                .foreign_key(&mut belongs("minutes_id", "minutes_entries", "minutes"))
                .foreign_key(&mut refers("saved_by", "minutes_entries", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "minutes_entries", &["minutes_id"], false).await
}

async fn actions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("minutes_actions")
                .col(uuid("minutes_id"))
                .col(uuid("item_id"))
                .col(string("text"))
                .col(uuid("organisation_id"))
                .col(uuid_null("person_id"))
                .col(date_null("due"))
                // The task that it became.
                .col(uuid_null("task_id"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("version").default(1))
                .check(Expr::col("text").ne(""))
                .foreign_key(&mut belongs("minutes_id", "minutes_actions", "minutes"))
                .foreign_key(&mut refers("item_id", "minutes_actions", "agenda_items"))
                .foreign_key(&mut refers("organisation_id", "minutes_actions", "organisations"))
                .foreign_key(&mut refers("person_id", "minutes_actions", "people"))
                .foreign_key(&mut refers("task_id", "minutes_actions", "tasks"))
                .to_owned(),
        )
        .await?;
    index(manager, "minutes_actions", &["minutes_id", "item_id"], false).await?;
    // A task comes from one line.
    index(manager, "minutes_actions", &["task_id"], true).await
}

async fn versions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("minutes_versions")
                .col(uuid("meeting_id"))
                // 1, 2, 3 ... within the meeting.
                .col(integer("number"))
                .col(string("state"))
                // JSON, as it was hashed.
                .col(text("content"))
                .col(string("sha256"))
                .col(string("previous_sha256"))
                .col(uuid_null("person_id"))
                .col(timestamp_with_time_zone("at"))
                .check(Expr::col("number").gt(0))
                .check(one_of("state", STATES))
                .foreign_key(&mut refers("meeting_id", "minutes_versions", "meetings"))
                .foreign_key(&mut refers("person_id", "minutes_versions", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "minutes_versions", &["meeting_id", "number"], true).await?;
    refuse_changes(manager, "minutes_versions").await
}

async fn objections(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("minutes_objections")
                .col(uuid("minutes_id"))
                .col(integer("version_number"))
                .col(uuid("item_id"))
                // Counts from 1 within the item's text in that version.
                .col(integer("paragraph"))
                // The paragraph as it stood.
                .col(text("quote"))
                .col(text("proposed_text"))
                .col(text("comment").default(""))
                .col(string("state").default("open"))
                .col(uuid("person_id"))
                .col(timestamp_with_time_zone("at"))
                .col(text("answer").default(""))
                .col(uuid_null("answered_by"))
                .col(timestamp_with_time_zone_null("answered_at"))
                .col(integer("version").default(1))
                .check(one_of("state", &["open", "accepted", "answered", "withdrawn"]))
                .check(Expr::col("paragraph").gt(0))
                .check(one_of("state", &["accepted", "answered"]).eq(Expr::col("answered_at").is_not_null()))
                .check(Expr::col("state").ne("answered").or(Expr::col("answer").ne("")))
                .foreign_key(&mut belongs("minutes_id", "minutes_objections", "minutes"))
                .foreign_key(&mut refers("item_id", "minutes_objections", "agenda_items"))
                .foreign_key(&mut refers("person_id", "minutes_objections", "people"))
                .foreign_key(&mut refers("answered_by", "minutes_objections", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "minutes_objections", &["minutes_id", "at"], false).await?;
    index(manager, "minutes_objections", &["person_id"], false).await
}

async fn signatures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("minutes_signatures")
                .col(uuid("meeting_id"))
                .col(integer("version_number"))
                .col(string("role"))
                .col(uuid("person_id"))
                .col(timestamp_with_time_zone("at"))
                .check(one_of("role", &["chair", "minute_taker"]))
                .foreign_key(&mut refers("meeting_id", "minutes_signatures", "meetings"))
                .foreign_key(&mut refers("person_id", "minutes_signatures", "people"))
                .to_owned(),
        )
        .await?;
    // Each signs a version once.
    index(manager, "minutes_signatures", &["meeting_id", "version_number", "role"], true).await?;
    refuse_changes(manager, "minutes_signatures").await
}
