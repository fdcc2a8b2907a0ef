//! Meetings of groups: the rules they are held by, date polls, agendas and their frozen versions,
//! attendance and votes.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const MAJORITY_BASES: &[&str] = &["yes_no", "cast", "present", "roll"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        rules(manager).await?;
        meetings(manager).await?;
        polls(manager).await?;
        agenda(manager).await?;
        attendance(manager).await?;
        votes(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "vote_exclusions",
            "votes",
            "attendance_spans",
            "attendances",
            "agenda_versions",
            "agenda_items",
            "meeting_poll_answers",
            "meeting_poll_options",
            "meeting_polls",
            "meetings",
            "procedures",
        ];
        drop_tables(manager, &tables).await?;
        allow_changes(manager, "agenda_versions").await
    }
}

/// The rules of procedure of a group. A group without a row goes by the defaults.
async fn rules(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("procedures")
                .col(uuid("group_id").primary_key())
                // Whole days between the invitation and the day of the meeting.
                .col(integer("notice_days").default(7))
                // Who has a vote: each person, or each organisation one.
                .col(string("vote_by").default("organisation"))
                // Quorum: none, a count of votes, or a fraction of all of them.
                .col(string("quorum_kind").default("fraction"))
                .col(integer("quorum_count").default(0))
                .col(integer("quorum_num").default(1))
                .col(integer("quorum_den").default(2))
                // The majority a decision needs, unless the vote says otherwise.
                .col(string("majority_base").default("yes_no"))
                .col(integer("majority_num").default(1))
                .col(integer("majority_den").default(2))
                .col(boolean("majority_strict").default(true))
                // How minutes are approved: as an item of the next meeting, or by silence.
                .col(string("approval").default("item"))
                .col(integer("silence_days").default(14))
                // Days people have to answer a circular resolution, and whether one objection stops it.
                .col(integer("circular_days").default(7))
                .col(boolean("circular_objection").default(true))
                .col(integer("version").default(1))
                .check(one_of("vote_by", &["person", "organisation"]))
                .check(one_of("quorum_kind", &["none", "count", "fraction"]))
                .check(one_of("majority_base", MAJORITY_BASES))
                .check(one_of("approval", &["item", "silence"]))
                .check(Expr::col("notice_days").gte(0))
                .check(Expr::col("quorum_count").gte(0))
                .check(Expr::col("quorum_den").gt(0))
                .check(Expr::col("majority_den").gt(0))
                .foreign_key(&mut belongs("group_id", "procedures", "groups"))
                .to_owned(),
        )
        .await
}

async fn meetings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let states = ["planned", "invited", "in_session", "closed", "completed", "postponed", "cancelled"];
    manager
        .create_table(
            table("meetings")
                .col(uuid("group_id"))
                .col(string("title"))
                .col(string("state").default("planned"))
                .col(timestamp_with_time_zone("starts_at"))
                .col(timestamp_with_time_zone("ends_at"))
                .col(string("place").default(""))
                .col(string("online_url").default(""))
                // Markdown: how to get there, what to prepare.
                .col(text("note").default(""))
                // Why it was postponed or cancelled.
                .col(text("reason").default(""))
                .col(uuid_null("chair_id"))
                .col(uuid_null("minute_taker_id"))
                // The day of the first invitation's sending; null before.
                .col(timestamp_with_time_zone_null("invited_at"))
                // Whether the notice period was kept; null before the invitation.
                .col(boolean("notice_kept").null())
                .col(timestamp_with_time_zone_null("opened_at"))
                .col(timestamp_with_time_zone_null("closed_at"))
                // The agenda item people speak about.
                .col(uuid_null("current_item_id"))
                // SEQUENCE of its calendar entry (RFC 5545): grows with each change that clients must follow.
                .col(integer("sequence").default(0))
                // How many frozen versions of the agenda there are.
                .col(integer("agenda_number").default(0))
                .col(uuid_null("created_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(integer("version").default(1))
                .check(one_of("state", &states))
                .check(Expr::col("ends_at").gt(Expr::col("starts_at")))
                .check(Expr::col("agenda_number").gte(0))
                .check(one_of("state", &["postponed", "cancelled"]).not().or(Expr::col("reason").ne("")))
                .foreign_key(&mut belongs("group_id", "meetings", "groups"))
                .foreign_key(&mut refers("chair_id", "meetings", "people"))
                .foreign_key(&mut refers("minute_taker_id", "meetings", "people"))
                .foreign_key(&mut refers("created_by", "meetings", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "meetings", &["group_id", "starts_at"], false).await?;
    index(manager, "meetings", &["starts_at"], false).await
}

async fn polls(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("meeting_polls")
                .col(uuid("group_id"))
                .col(string("title"))
                .col(text("text").default(""))
                .col(string("place").default(""))
                .col(string("online_url").default(""))
                .col(string("state").default("open"))
                // The last day to answer.
                .col(date("answer_by"))
                // The meeting that its closing made.
                .col(uuid_null("meeting_id"))
                .col(uuid_null("created_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("version").default(1))
                .check(one_of("state", &["open", "closed", "cancelled"]))
                .check(Expr::col("state").eq("closed").eq(Expr::col("meeting_id").is_not_null()))
                .foreign_key(&mut belongs("group_id", "meeting_polls", "groups"))
                .foreign_key(&mut refers("meeting_id", "meeting_polls", "meetings"))
                .foreign_key(&mut refers("created_by", "meeting_polls", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "meeting_polls", &["group_id", "state"], false).await?;
    manager
        .create_table(
            table("meeting_poll_options")
                .col(uuid("poll_id"))
                .col(timestamp_with_time_zone("starts_at"))
                .col(timestamp_with_time_zone("ends_at"))
                .check(Expr::col("ends_at").gt(Expr::col("starts_at")))
                .foreign_key(&mut belongs("poll_id", "meeting_poll_options", "meeting_polls"))
                .to_owned(),
        )
        .await?;
    index(manager, "meeting_poll_options", &["poll_id", "starts_at", "ends_at"], true).await?;
    manager
        .create_table(
            Table::create()
                .table("meeting_poll_answers")
                .col(uuid("option_id"))
                .col(uuid("person_id"))
                .col(string("answer"))
                .col(timestamp_with_time_zone("at"))
                .primary_key(Index::create().col("option_id").col("person_id"))
                .check(one_of("answer", &["yes", "if_needed", "no"]))
                .foreign_key(&mut belongs("option_id", "meeting_poll_answers", "meeting_poll_options"))
                .foreign_key(&mut refers("person_id", "meeting_poll_answers", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "meeting_poll_answers", &["person_id"], false).await
}

async fn agenda(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let kinds = ["information", "discussion", "decision", "election", "minutes_approval"];
    let states = ["submitted", "scheduled", "in_discussion", "decided", "noted", "deferred", "withdrawn"];
    manager
        .create_table(
            table("agenda_items")
                .col(uuid("group_id"))
                // Null while it is submitted to the group and stands on no agenda.
                .col(uuid_null("meeting_id"))
                // The item that it is part of; one level.
                .col(uuid_null("parent_id"))
                // 1, 2, 3 ... among its siblings; without gaps, kept under the group's lock.
                .col(integer("position").default(0))
                .col(string("kind"))
                .col(string("title"))
                // Markdown, as it was written.
                .col(text("text").default(""))
                // How long it is to take, in minutes.
                .col(integer_null("duration"))
                .col(uuid_null("presenter_id"))
                // A presenter without an account.
                .col(string("presenter_name").default(""))
                // Not for guests, nor for the public part of the minutes.
                .col(boolean("internal").default(false))
                // Scheduled after the invitation went out.
                .col(boolean("late").default(false))
                .col(string("state"))
                // Why it was deferred or withdrawn.
                .col(text("reason").default(""))
                // The item of an earlier meeting that this one takes up again.
                .col(uuid_null("deferred_from_id"))
                // The meeting whose minutes are to be approved.
                .col(uuid_null("minutes_of_id"))
                .col(uuid_null("submitted_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(integer("version").default(1))
                .check(one_of("kind", &kinds))
                .check(one_of("state", &states))
                .check(Expr::col("duration").is_null().or(Expr::col("duration").gt(0)))
                .check(
                    one_of("state", &["scheduled", "in_discussion", "decided", "noted"])
                        .not()
                        .or(Expr::col("meeting_id").is_not_null()),
                )
                .foreign_key(&mut belongs("group_id", "agenda_items", "groups"))
                .foreign_key(&mut refers("meeting_id", "agenda_items", "meetings"))
                .foreign_key(&mut refers("parent_id", "agenda_items", "agenda_items"))
                .foreign_key(&mut refers("presenter_id", "agenda_items", "people"))
                .foreign_key(&mut refers("deferred_from_id", "agenda_items", "agenda_items"))
                .foreign_key(&mut refers("minutes_of_id", "agenda_items", "meetings"))
                .foreign_key(&mut refers("submitted_by", "agenda_items", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "agenda_items", &["group_id", "state"], false).await?;
    index(manager, "agenda_items", &["meeting_id", "position"], false).await?;
    index(manager, "agenda_items", &["parent_id"], false).await?;
    // However often it is asked, what was deferred is taken up once.
    index(manager, "agenda_items", &["deferred_from_id"], true).await?;

    manager
        .create_table(
            table("agenda_versions")
                .col(uuid("meeting_id"))
                // 1, 2, 3 ... within the meeting.
                .col(integer("number"))
                // JSON, as it was hashed.
                .col(text("content"))
                .col(string("sha256"))
                .col(uuid_null("person_id"))
                .col(timestamp_with_time_zone("at"))
                .check(Expr::col("number").gt(0))
                .foreign_key(&mut refers("meeting_id", "agenda_versions", "meetings"))
                .foreign_key(&mut refers("person_id", "agenda_versions", "people"))
                .to_owned(),
        )
        .await?;
    index(manager, "agenda_versions", &["meeting_id", "number"], true).await?;
    refuse_changes(manager, "agenda_versions").await
}

async fn attendance(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("attendances")
                .col(uuid("meeting_id"))
                // Null for guests without an account, who have a name.
                .col(uuid_null("person_id"))
                .col(string("name").default(""))
                .col(uuid_null("organisation_id"))
                // What the person is to the group on the day of the meeting.
                .col(string("role"))
                // What was answered to the invitation.
                .col(string("reply").default("none"))
                // Excused or absent, where the person was never there; null: not known yet, or there.
                .col(string_null("away"))
                .col(text("note").default(""))
                .col(integer("version").default(1))
                .check(one_of("role", &["chair", "secretary", "member", "guest"]))
                .check(one_of("reply", &["none", "accepted", "maybe", "declined"]))
                .check(Expr::col("away").is_null().or(one_of("away", &["excused", "absent"])))
                .check(Expr::col("person_id").is_not_null().or(Expr::col("name").ne("")))
                .foreign_key(&mut belongs("meeting_id", "attendances", "meetings"))
                .foreign_key(&mut refers("person_id", "attendances", "people"))
                .foreign_key(&mut refers("organisation_id", "attendances", "organisations"))
                .to_owned(),
        )
        .await?;
    index(manager, "attendances", &["meeting_id", "person_id"], true).await?;
    index(manager, "attendances", &["person_id"], false).await?;
    manager
        .create_table(
            table("attendance_spans")
                .col(uuid("attendance_id"))
                .col(boolean("online").default(false))
                .col(timestamp_with_time_zone("from_at"))
                // Null: still there.
                .col(timestamp_with_time_zone_null("until_at"))
                .check(Expr::col("until_at").is_null().or(Expr::col("until_at").gt(Expr::col("from_at"))))
                .foreign_key(&mut belongs("attendance_id", "attendance_spans", "attendances"))
                .to_owned(),
        )
        .await?;
    index(manager, "attendance_spans", &["attendance_id", "from_at"], true).await?;
    // Nobody is there twice at once.
    let once = "CREATE UNIQUE INDEX ix_attendance_spans_once ON attendance_spans (attendance_id) \
                WHERE until_at IS NULL";
    manager.get_connection().execute_unprepared(once).await?;
    Ok(())
}

async fn votes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut votes = table("votes");
    votes
        .col(uuid("meeting_id"))
        .col(uuid("item_id"))
        // What is voted on, word by word: the wording of the resolution.
        .col(text("wording"))
        .col(string("title"))
        .col(uuid_null("mover_id"))
        .col(boolean("secret").default(false))
        .col(string("state").default("open"))
        .col(string("majority_base"))
        .col(integer("majority_num"))
        .col(integer("majority_den"))
        .col(boolean("majority_strict"))
        // Votes that were there when it was opened, without those excluded, and all there are.
        .col(integer("present"))
        .col(integer("roll"))
        // Whether the quorum was there.
        .col(boolean("quorate"))
        .col(integer("yes").default(0))
        .col(integer("no").default(0))
        .col(integer("abstain").default(0))
        .col(string_null("outcome"))
        .col(date_null("effective_from"))
        .col(date_null("review_on"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(integer("version").default(1))
        .check(one_of("state", &["open", "closed", "cancelled"]))
        .check(one_of("majority_base", MAJORITY_BASES))
        .check(Expr::col("majority_den").gt(0))
        .check(Expr::col("outcome").is_null().or(one_of("outcome", &["adopted", "rejected"])))
        .check(Expr::col("state").eq("closed").eq(Expr::col("outcome").is_not_null()))
        .check(Expr::col("yes").gte(0).and(Expr::col("no").gte(0)).and(Expr::col("abstain").gte(0)))
        .check(Expr::col("yes").add(Expr::col("no")).add(Expr::col("abstain")).lte(Expr::col("present")))
        .foreign_key(&mut belongs("meeting_id", "votes", "meetings"))
        .foreign_key(&mut refers("item_id", "votes", "agenda_items"))
        .foreign_key(&mut refers("mover_id", "votes", "people"));
    manager.create_table(votes).await?;
    index(manager, "votes", &["item_id"], false).await?;
    index(manager, "votes", &["meeting_id"], false).await?;
    // One vote at a time in a meeting.
    let one = "CREATE UNIQUE INDEX ix_votes_open ON votes (meeting_id) WHERE state = 'open'";
    manager.get_connection().execute_unprepared(one).await?;
    manager
        .create_table(
            Table::create()
                .table("vote_exclusions")
                .col(uuid("vote_id"))
                .col(uuid("attendance_id"))
                .col(text("reason"))
                .primary_key(Index::create().col("vote_id").col("attendance_id"))
                .foreign_key(&mut belongs("vote_id", "vote_exclusions", "votes"))
                .foreign_key(&mut refers("attendance_id", "vote_exclusions", "attendances"))
                .to_owned(),
        )
        .await
}
