//! Applications for membership and what happened to them.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("applications")
                    .col(string_null("import_key").unique_key())
                    .col(string("state"))
                    .col(string("organisation_name"))
                    // Organisation, town and contact, folded to small plain letters: for finding.
                    .col(text("search_key").default(""))
                    .col(string("kind"))
                    .col(text("purpose"))
                    .col(string("website").default(""))
                    .col(string("street").default(""))
                    .col(string("postal_code").default(""))
                    .col(string("city").default(""))
                    .col(boolean("statewide").default(false))
                    .col(string("contact_given_name"))
                    .col(string("contact_family_name"))
                    .col(string("contact_email"))
                    .col(string("contact_phone").default(""))
                    .col(text("motivation"))
                    .col(string("locale").default("de"))
                    // Hash of the token in the confirmation mail; emptied when used.
                    .col(string_null("confirm_token_hash").unique_key())
                    .col(timestamp_with_time_zone("submitted_at"))
                    .col(timestamp_with_time_zone_null("confirmed_at"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(uuid_null("decided_by"))
                    .col(text("decision_reason").default(""))
                    .col(uuid_null("organisation_id"))
                    .col(integer("version").default(1))
                    .check(one_of(
                        "state",
                        &[
                            "submitted",
                            "confirmed",
                            "in_review",
                            "question_open",
                            "admitted",
                            "declined",
                            "withdrawn",
                        ],
                    ))
                    .foreign_key(&mut refers("decided_by", "applications", "people"))
                    .foreign_key(&mut refers("organisation_id", "applications", "organisations"))
                    .to_owned(),
            )
            .await?;
        index(manager, "applications", &["state", "submitted_at"], false).await?;

        manager
            .create_table(
                Table::create()
                    .table("application_terms")
                    .col(uuid("application_id"))
                    .col(uuid("term_id"))
                    .primary_key(Index::create().col("application_id").col("term_id"))
                    .foreign_key(&mut belongs("application_id", "application_terms", "applications"))
                    .foreign_key(&mut refers("term_id", "application_terms", "terms"))
                    .to_owned(),
            )
            .await?;

        // The private links by which the applicant follows: each mail carries a new one, all hold.
        manager
            .create_table(
                Table::create()
                    .table("application_links")
                    .col(string("token_hash").primary_key())
                    .col(uuid("application_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(&mut belongs("application_id", "application_links", "applications"))
                    .to_owned(),
            )
            .await?;
        index(manager, "application_links", &["application_id"], false).await?;

        manager
            .create_table(
                table("application_events")
                    .col(uuid("application_id"))
                    .col(string("kind"))
                    .col(text("text").default(""))
                    // Null: the applicant.
                    .col(uuid_null("person_id"))
                    .col(timestamp_with_time_zone("at"))
                    .check(one_of(
                        "kind",
                        &[
                            "submitted",
                            "confirmed",
                            "review_started",
                            "question",
                            "answer",
                            "note",
                            "admitted",
                            "declined",
                            "withdrawn",
                        ],
                    ))
                    .foreign_key(&mut belongs("application_id", "application_events", "applications"))
                    .foreign_key(&mut refers("person_id", "application_events", "people"))
                    .to_owned(),
            )
            .await?;
        index(manager, "application_events", &["application_id", "at"], false).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["application_events", "application_links", "application_terms", "applications"],
        )
        .await
    }
}
