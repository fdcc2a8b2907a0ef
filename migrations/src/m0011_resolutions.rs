//! Resolutions of groups with their numbers and wordings, and circular resolutions with their votes.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const MAJORITY_BASES: &[&str] = &["yes_no", "cast", "present", "roll"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        circulars(manager).await?;
        resolutions(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "resolution_wordings",
            "resolution_numbers",
            "resolutions",
            "circular_voters",
            "circular_votes",
            "circulars",
        ];
        drop_tables(manager, &tables).await?;
        allow_changes(manager, "resolution_wordings").await
    }
}

fn add_majority(statement: &mut TableCreateStatement) {
    statement
        .col(string("majority_base"))
        .col(integer("majority_num"))
        .col(integer("majority_den"))
        .col(boolean("majority_strict"))
        .check(one_of("majority_base", MAJORITY_BASES))
        .check(Expr::col("majority_den").gt(0));
}

async fn circulars(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut circulars = table("circulars");
    circulars
        .col(uuid("group_id"))
        .col(string("title"))
        // What is decided, word by word, in Markdown.
        .col(text("wording"))
        // Why, in Markdown; no part of the decision.
        .col(text("reasons").default(""))
        .col(string("state").default("open"))
        .col(uuid_null("mover_id"))
        .col(timestamp_with_time_zone("opened_at"))
        // Votes count before it.
        .col(timestamp_with_time_zone("deadline"))
        .col(timestamp_with_time_zone_null("closed_at"))
        // All votes there are, and how many must be cast.
        .col(integer("roll"))
        .col(integer("quorum"))
        // Whether one objection sends it to a meeting.
        .col(boolean("objection_stops"))
        // Why it was withdrawn.
        .col(text("reason").default(""))
        .col(date_null("effective_from"))
        .col(date_null("review_on"))
        .col(boolean("internal").default(false))
        // Whether those who have not voted were reminded.
        .col(boolean("reminded").default(false))
        // The item that came of it for a meeting.
        .col(uuid_null("agenda_item_id"))
        .col(integer("version").default(1))
        .check(one_of("state", &["open", "adopted", "rejected", "to_meeting", "withdrawn"]))
        .check(Expr::col("deadline").gt(Expr::col("opened_at")))
        .check(Expr::col("state").eq("open").eq(Expr::col("closed_at").is_null()))
        .check(Expr::col("state").ne("withdrawn").or(Expr::col("reason").ne("")))
        .foreign_key(&mut belongs("group_id", "circulars", "groups"))
        .foreign_key(&mut refers("mover_id", "circulars", "people"))
        .foreign_key(&mut refers("agenda_item_id", "circulars", "agenda_items"));
    add_majority(&mut circulars);
    manager.create_table(circulars).await?;
    index(manager, "circulars", &["group_id", "opened_at"], false).await?;
    index(manager, "circulars", &["state", "deadline"], false).await?;
    manager
        .create_table(
            // One row for each vote there is.
            table("circular_votes")
                .col(uuid("circular_id"))
                // Whose vote: an organisation's, or a person's own.
                .col(uuid_null("organisation_id"))
                .col(string_null("choice"))
                .col(text("comment").default(""))
                .col(uuid_null("cast_by"))
                .col(timestamp_with_time_zone_null("cast_at"))
                .check(
                    Expr::col("choice").is_null().or(one_of("choice", &["yes", "no", "abstain", "object"])),
                )
                .check(Expr::col("choice").is_null().eq(Expr::col("cast_by").is_null()))
                .check(Expr::col("choice").is_null().eq(Expr::col("cast_at").is_null()))
                .check(
                    Expr::col("choice")
                        .is_null()
                        .or(Expr::col("choice").ne("object"))
                        .or(Expr::col("comment").ne("")),
                )
                .foreign_key(&mut belongs("circular_id", "circular_votes", "circulars"))
                .foreign_key(&mut refers("organisation_id", "circular_votes", "organisations"))
                .foreign_key(&mut refers("cast_by", "circular_votes", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "circular_votes", &["circular_id", "organisation_id"], true).await?;
    index(manager, "circular_votes", &["cast_by"], false).await?;
    manager
        .create_table(
            // Who may cast a vote; fixed when it was opened.
            Table::create()
                .table("circular_voters")
                .col(uuid("circular_id"))
                .col(uuid("person_id"))
                .col(uuid("vote_id"))
                .primary_key(Index::create().col("circular_id").col("person_id"))
                .foreign_key(&mut belongs("circular_id", "circular_voters", "circulars"))
                .foreign_key(&mut belongs("vote_id", "circular_voters", "circular_votes"))
                .foreign_key(&mut refers("person_id", "circular_voters", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "circular_voters", &["person_id"], false).await?;
    index(manager, "circular_voters", &["vote_id"], false).await
}

async fn resolutions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            // The last number that was given out, by group and year: held while the next one is.
            Table::create()
                .table("resolution_numbers")
                .col(uuid("group_id"))
                .col(integer("year"))
                .col(integer("last"))
                .primary_key(Index::create().col("group_id").col("year"))
                .check(Expr::col("last").gt(0))
                .foreign_key(&mut refers("group_id", "resolution_numbers", "groups"))
                .to_owned(),
        )
        .await?;
    let mut resolutions = table("resolutions");
    resolutions
        .col(uuid("group_id"))
        .col(integer("year"))
        .col(integer("number"))
        // `SG-2026/017`, with the group's short name of that day.
        .col(string("label"))
        .col(string("title"))
        .col(string("status"))
        // What became of what was adopted; null for what was not.
        .col(string_null("life"))
        .col(date("decided_on"))
        // Where it was decided: in a meeting by a vote, by a circular, or as it was recorded by hand.
        .col(uuid_null("meeting_id"))
        .col(uuid_null("vote_id"))
        .col(uuid_null("circular_id"))
        .col(uuid_null("mover_id"))
        .col(boolean("secret").default(false))
        .col(integer("yes"))
        .col(integer("no"))
        .col(integer("abstain"))
        .col(integer("present"))
        .col(integer("roll"))
        .col(date_null("effective_from"))
        .col(date_null("review_on"))
        // Who is asked whether it is done.
        .col(uuid_null("owner_id"))
        // The one that it corrects or replaces.
        .col(uuid_null("supersedes_id"))
        // Why its life is what it is, and since when.
        .col(text("life_reason").default(""))
        .col(date_null("life_on"))
        .col(boolean("internal").default(false))
        // Label, title and wording folded to small plain letters, for searching.
        .col(text("search_key"))
        .col(uuid_null("recorded_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(integer("version").default(1))
        .check(one_of("status", &["adopted", "rejected", "deferred"]))
        .check(
            Expr::col("life")
                .is_null()
                .or(one_of("life", &["in_force", "implemented", "superseded", "revoked", "expired"])),
        )
        .check(Expr::col("status").eq("adopted").eq(Expr::col("life").is_not_null()))
        .check(Expr::col("number").gt(0))
        .check(Expr::col("yes").gte(0).and(Expr::col("no").gte(0)).and(Expr::col("abstain").gte(0)))
        .check(Expr::col("yes").add(Expr::col("no")).add(Expr::col("abstain")).lte(Expr::col("present")))
        .check(Expr::col("present").lte(Expr::col("roll")))
        .foreign_key(&mut refers("group_id", "resolutions", "groups"))
        .foreign_key(&mut refers("meeting_id", "resolutions", "meetings"))
        .foreign_key(&mut refers("vote_id", "resolutions", "votes"))
        .foreign_key(&mut refers("circular_id", "resolutions", "circulars"))
        .foreign_key(&mut refers("mover_id", "resolutions", "people"))
        .foreign_key(&mut refers("owner_id", "resolutions", "people"))
        .foreign_key(&mut refers("recorded_by", "resolutions", "people"))
        .foreign_key(&mut refers("supersedes_id", "resolutions", "resolutions"));
    add_majority(&mut resolutions);
    manager.create_table(resolutions).await?;
    index(manager, "resolutions", &["group_id", "year", "number"], true).await?;
    index(manager, "resolutions", &["decided_on"], false).await?;
    index(manager, "resolutions", &["owner_id"], false).await?;
    // Decided once: neither a vote nor a circular makes two, and nothing is replaced twice.
    index(manager, "resolutions", &["vote_id"], true).await?;
    index(manager, "resolutions", &["circular_id"], true).await?;
    index(manager, "resolutions", &["supersedes_id"], true).await?;
    manager
        .create_table(
            Table::create()
                .table("resolution_wordings")
                .col(uuid("resolution_id").primary_key())
                .col(uuid("group_id"))
                // 1, 2, 3 ... within the group: its place in the chain.
                .col(integer("link"))
                .col(text("wording"))
                // JSON, as it was hashed: number, day, title, wording, vote.
                .col(text("content"))
                .col(string("sha256"))
                // That of the link before; empty for the first.
                .col(string("previous_sha256"))
                .check(Expr::col("link").gt(0))
                .foreign_key(&mut refers("resolution_id", "resolution_wordings", "resolutions"))
                .foreign_key(&mut refers("group_id", "resolution_wordings", "groups"))
                .to_owned(),
        )
        .await?;
    index(manager, "resolution_wordings", &["group_id", "link"], true).await?;
    refuse_changes(manager, "resolution_wordings").await
}
