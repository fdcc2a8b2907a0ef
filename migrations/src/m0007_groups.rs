//! Working groups: their charters, what happened to them, their people and milestones.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Versions of a charter are never changed and never removed, whatever a program does.
const CHARTERS_STAY_SQLITE: [&str; 2] = [
    "CREATE TRIGGER group_charters_no_update BEFORE UPDATE ON group_charters \
     BEGIN SELECT RAISE(ABORT, 'group_charters is insert-only'); END",
    "CREATE TRIGGER group_charters_no_delete BEFORE DELETE ON group_charters \
     BEGIN SELECT RAISE(ABORT, 'group_charters is insert-only'); END",
];
const CHARTERS_STAY_POSTGRES: [&str; 2] = [
    "CREATE FUNCTION group_charters_stay() RETURNS trigger LANGUAGE plpgsql AS \
     $$ BEGIN RAISE EXCEPTION 'group_charters is insert-only'; END $$",
    "CREATE TRIGGER group_charters_stay BEFORE UPDATE OR DELETE ON group_charters \
     FOR EACH ROW EXECUTE FUNCTION group_charters_stay()",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table("organisations")
                    // Whether the organisation is asked before its people are taken into groups.
                    .add_column(boolean("group_consent").default(false))
                    .to_owned(),
            )
            .await?;
        groups(manager).await?;
        charters(manager).await?;
        roles(manager).await?;
        milestones(manager).await?;
        events(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["group_events", "milestones", "group_roles", "group_charters", "group_terms", "groups"];
        drop_tables(manager, &tables).await?;
        if !is_sqlite(manager) {
            let connection = manager.get_connection();
            connection.execute_unprepared("DROP FUNCTION group_charters_stay()").await?;
        }
        manager
            .alter_table(Table::alter().table("organisations").drop_column("group_consent").to_owned())
            .await
    }
}

async fn groups(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let states = ["proposed", "chartered", "active", "dormant", "concluded"];
    let mut groups = table("groups");
    groups
        .col(string("kind"))
        .col(string("name_de"))
        .col(string("name_en").default(""))
        // The German name folded to small plain letters: for order, the same on both databases.
        .col(string("name_key"))
        .col(string("short_name"))
        // The short name folded, by which a group is told from others.
        .col(string("short_key").unique_key())
        .col(string("state").default("proposed"))
        .col(string("joining").default("on_request"))
        // What the chair asks the steering group to confirm; empty where nothing is asked.
        .col(string_null("pending_step"))
        .col(text("pending_text").default(""))
        .col(uuid_null("pending_by"))
        .col(timestamp_with_time_zone_null("pending_at"))
        // The newest of its events, so that the oversight finds it at once.
        .col(uuid_null("last_event_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(integer("version").default(1))
        .check(one_of("kind", &["steering", "working", "editorial", "temporary"]))
        .check(one_of("state", &states))
        .check(one_of("joining", &["open", "on_request", "invitation"]))
        .check(
            Expr::col("pending_step")
                .is_null()
                .or(one_of("pending_step", &["activate", "rest", "resume", "conclude"])),
        )
        .foreign_key(&mut refers("pending_by", "groups", "people"));
    manager.create_table(groups).await?;
    index(manager, "groups", &["name_key"], false).await?;
    // One steering group at a time.
    let one = "CREATE UNIQUE INDEX ix_groups_steering ON \"groups\" (kind) \
               WHERE kind = 'steering' AND state <> 'concluded'";
    manager.get_connection().execute_unprepared(one).await?;

    manager
        .create_table(
            Table::create()
                .table("group_terms")
                .col(uuid("group_id"))
                .col(uuid("term_id"))
                .primary_key(Index::create().col("group_id").col("term_id"))
                .foreign_key(&mut belongs("group_id", "group_terms", "groups"))
                .foreign_key(&mut refers("term_id", "group_terms", "terms"))
                .to_owned(),
        )
        .await?;
    index(manager, "group_terms", &["term_id"], false).await
}

async fn charters(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut charters = table("group_charters");
    charters
        .col(uuid("group_id"))
        // 1, 2, 3 ... within the group.
        .col(integer("number"))
        .col(date_null("from_day"))
        .col(date_null("until_day"))
        // Why there is a new version.
        .col(text("note").default(""))
        .col(uuid_null("person_id"))
        .col(timestamp_with_time_zone("at"))
        .check(Expr::col("number").gt(0))
        .check(Expr::col("from_day").is_null().or(in_order("from_day", "until_day")))
        .foreign_key(&mut refers("group_id", "group_charters", "groups"))
        .foreign_key(&mut refers("person_id", "group_charters", "people"));
    for name in ["goal", "scope", "results"] {
        add_bilingual(&mut charters, name);
    }
    manager.create_table(charters).await?;
    index(manager, "group_charters", &["group_id", "number"], true).await?;
    let triggers = if is_sqlite(manager) { CHARTERS_STAY_SQLITE } else { CHARTERS_STAY_POSTGRES };
    for trigger in triggers {
        manager.get_connection().execute_unprepared(trigger).await?;
    }
    Ok(())
}

async fn roles(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let states = ["requested", "invited", "consent_pending", "active", "ended", "declined"];
    manager
        .create_table(
            table("group_roles")
                .col(uuid("group_id"))
                .col(uuid("person_id"))
                // For which organisation the person is there; null for guests of none.
                .col(uuid_null("organisation_id"))
                .col(string("role"))
                .col(string("state"))
                .col(date_null("from_day"))
                .col(date_null("until_day"))
                // What was written when asking or inviting, and what was answered.
                .col(text("text").default(""))
                .col(text("answer").default(""))
                .col(uuid_null("invited_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("version").default(1))
                .check(one_of("role", &["chair", "secretary", "member", "guest"]))
                .check(one_of("state", &states))
                .check(Expr::col("state").ne("active").or(Expr::col("from_day").is_not_null()))
                .check(Expr::col("from_day").is_null().or(in_order("from_day", "until_day")))
                .foreign_key(&mut belongs("group_id", "group_roles", "groups"))
                .foreign_key(&mut refers("person_id", "group_roles", "people"))
                .foreign_key(&mut refers("organisation_id", "group_roles", "organisations"))
                .foreign_key(&mut refers("invited_by", "group_roles", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "group_roles", &["person_id"], false).await?;
    index(manager, "group_roles", &["organisation_id"], false).await?;
    index(manager, "group_roles", &["group_id"], false).await?;
    // A person has one place in a group at a time, held or awaited.
    let once = "CREATE UNIQUE INDEX ix_group_roles_once ON group_roles (group_id, person_id) \
                WHERE state IN ('requested', 'invited', 'consent_pending', 'active')";
    manager.get_connection().execute_unprepared(once).await?;
    Ok(())
}

async fn milestones(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("milestones")
                .col(uuid("group_id"))
                .col(string("text"))
                .col(date("due"))
                // The day that was agreed first; it stays when the milestone moves.
                .col(date("first_due"))
                .col(uuid_null("owner_id"))
                .col(string("state").default("open"))
                // Why it was moved last, or closed.
                .col(text("reason").default(""))
                .col(date_null("closed_on"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("version").default(1))
                .check(one_of("state", &["open", "done", "dropped"]))
                .check(Expr::col("state").eq("open").or(Expr::col("reason").ne("")))
                .foreign_key(&mut belongs("group_id", "milestones", "groups"))
                .foreign_key(&mut refers("owner_id", "milestones", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "milestones", &["group_id", "due"], false).await?;
    index(manager, "milestones", &["owner_id"], false).await
}

async fn events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let kinds = [
        "proposed",
        "chartered",
        "activated",
        "rested",
        "resumed",
        "concluded",
        "asked",
        "refused",
        "charter_revised",
        "milestone_moved",
        "milestone_closed",
    ];
    manager
        .create_table(
            table("group_events")
                .col(uuid("group_id"))
                .col(string("kind"))
                .col(text("text").default(""))
                // Null: the program itself, such as the demonstration.
                .col(uuid_null("person_id"))
                .col(uuid_null("milestone_id"))
                .col(timestamp_with_time_zone("at"))
                .check(one_of("kind", &kinds))
                .foreign_key(&mut belongs("group_id", "group_events", "groups"))
                .foreign_key(&mut refers("person_id", "group_events", "people"))
                .foreign_key(&mut belongs("milestone_id", "group_events", "milestones"))
                .to_owned(),
        )
        .await?;
    index(manager, "group_events", &["group_id", "at"], false).await?;
    index(manager, "group_events", &["milestone_id"], false).await
}
