//! Tasks of groups: their checklists, comments with mentions, and who watches them.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        tasks(manager).await?;
        checklist(manager).await?;
        comments(manager).await?;
        watchers(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["task_watchers", "task_mentions", "task_comments", "checklist_items", "tasks"];
        drop_tables(manager, &tables).await
    }
}

async fn tasks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut tasks = table("tasks");
    tasks
        .col(uuid("group_id"))
        .col(string("title"))
        // Markdown, as it was written.
        .col(text("text").default(""))
        // Title and text folded to small plain letters, for searching.
        .col(text("search_key"))
        .col(date_null("due"))
        .col(string("priority").default("normal"))
        .col(string("state").default("open"))
        // Where the card lies in its column: a text between those of its neighbours.
        .col(string("position"))
        .col(boolean("blocked").default(false))
        .col(text("blocked_reason").default(""))
        // The accountable organisation.
        .col(uuid_null("organisation_id"))
        .col(uuid_null("responsible_id"))
        .col(string("assignment").default("unassigned"))
        .col(uuid_null("assigned_by"))
        // What was written when asking, or when giving back.
        .col(text("assignment_text").default(""))
        .col(uuid_null("returned_by"))
        // Every so many days, weeks, months or years; null: once.
        .col(string_null("recurrence_unit"))
        .col(integer_null("recurrence_every"))
        // The day of the month that is meant, where a short month has none.
        .col(integer_null("recurrence_day"))
        // The task of the series that was completed before this one.
        .col(uuid_null("predecessor_id"))
        // What it comes from; each further kind of source gets a column of its own.
        .col(uuid_null("milestone_id"))
        .col(date_null("closed_on"))
        // Why it was given up.
        .col(text("closed_reason").default(""))
        // How far its people were reminded: 0 not yet, 1 of the day to come, 2 of the day that is over.
        .col(integer("reminded").default(0))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(integer("version").default(1))
        .check(one_of("priority", &["low", "normal", "high", "urgent"]))
        .check(one_of("state", &["open", "in_progress", "done", "cancelled"]))
        .check(one_of("assignment", &["unassigned", "asked", "confirmed", "returned"]))
        // Somebody is responsible exactly while they are asked or have confirmed.
        .check(one_of("assignment", &["asked", "confirmed"]).eq(Expr::col("responsible_id").is_not_null()))
        .check(Expr::col("blocked").eq(false).or(Expr::col("blocked_reason").ne("")))
        .check(Expr::col("blocked").eq(false).or(one_of("state", &["open", "in_progress"])))
        .check(one_of("state", &["done", "cancelled"]).eq(Expr::col("closed_on").is_not_null()))
        .check(Expr::col("state").ne("cancelled").or(Expr::col("closed_reason").ne("")))
        .check(
            Expr::col("recurrence_unit").is_null().or(one_of(
                "recurrence_unit",
                &["day", "week", "month", "year"],
            )
            .and(Expr::col("recurrence_every").gt(0))
            .and(Expr::col("due").is_not_null())),
        )
        .foreign_key(&mut belongs("group_id", "tasks", "groups"))
        .foreign_key(&mut refers("organisation_id", "tasks", "organisations"))
        .foreign_key(&mut refers("responsible_id", "tasks", "people"))
        .foreign_key(&mut refers("assigned_by", "tasks", "people"))
        .foreign_key(&mut refers("returned_by", "tasks", "people"))
        .foreign_key(&mut refers("created_by", "tasks", "people"))
        .foreign_key(&mut refers("predecessor_id", "tasks", "tasks"))
        .foreign_key(&mut refers("milestone_id", "tasks", "milestones"));
    manager.create_table(tasks).await?;
    // No two cards lie at the same place.
    index(manager, "tasks", &["group_id", "state", "position"], true).await?;
    index(manager, "tasks", &["responsible_id", "state"], false).await?;
    index(manager, "tasks", &["assigned_by"], false).await?;
    index(manager, "tasks", &["created_by"], false).await?;
    index(manager, "tasks", &["organisation_id"], false).await?;
    index(manager, "tasks", &["milestone_id"], false).await?;
    index(manager, "tasks", &["due"], false).await?;
    // However often a task is completed, there is one that follows it.
    index(manager, "tasks", &["predecessor_id"], true).await
}

async fn checklist(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("checklist_items")
                .col(uuid("task_id"))
                .col(string("text"))
                .col(boolean("done").default(false))
                .col(string("position"))
                .col(integer("version").default(1))
                .foreign_key(&mut belongs("task_id", "checklist_items", "tasks"))
                .to_owned(),
        )
        .await?;
    index(manager, "checklist_items", &["task_id", "position"], true).await
}

async fn comments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("task_comments")
                .col(uuid("task_id"))
                // Null: the program itself, such as the demonstration.
                .col(uuid_null("author_id"))
                // Markdown, as it was written.
                .col(text("body"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone_null("edited_at"))
                .col(integer("version").default(1))
                .foreign_key(&mut belongs("task_id", "task_comments", "tasks"))
                .foreign_key(&mut refers("author_id", "task_comments", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "task_comments", &["task_id", "created_at"], false).await?;
    index(manager, "task_comments", &["author_id"], false).await?;
    manager
        .create_table(
            Table::create()
                .table("task_mentions")
                .col(uuid("comment_id"))
                .col(uuid("person_id"))
                .primary_key(Index::create().col("comment_id").col("person_id"))
                .foreign_key(&mut belongs("comment_id", "task_mentions", "task_comments"))
                .foreign_key(&mut refers("person_id", "task_mentions", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "task_mentions", &["person_id"], false).await
}

async fn watchers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("task_watchers")
                .col(uuid("task_id"))
                .col(uuid("person_id"))
                .primary_key(Index::create().col("task_id").col("person_id"))
                .foreign_key(&mut belongs("task_id", "task_watchers", "tasks"))
                .foreign_key(&mut refers("person_id", "task_watchers", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "task_watchers", &["person_id"], false).await
}
