//! Organisations with their files, terms, contacts, memberships, people and invitations.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("files")
                    .col(string("purpose"))
                    .col(string("content_type"))
                    .col(string("name").default(""))
                    .col(string("sha256"))
                    .col(integer("size"))
                    .col(ColumnDef::new("content").blob().not_null())
                    .col(uuid_null("uploaded_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .check(one_of("purpose", &["logo", "import"]))
                    .foreign_key(&mut refers("uploaded_by", "files", "people"))
                    .to_owned(),
            )
            .await?;

        let mut organisations = table("organisations");
        organisations
            // Where it came from in an import, so that importing twice changes nothing.
            .col(string_null("import_key").unique_key())
            .col(string("name"))
            // The name folded to small plain letters: for order and search, the same on both databases.
            .col(string("name_key").default(""))
            // Name, short name and town, folded the same way: for finding.
            .col(text("search_key").default(""))
            .col(string("short_name").default(""))
            .col(string("kind"))
            .col(string("website").default(""))
            .col(string("email").default(""))
            .col(string("phone").default(""))
            .col(string("street").default(""))
            .col(string("postal_code").default(""))
            .col(string("city").default(""))
            .col(boolean("statewide").default(false))
            .col(uuid_null("logo_id"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"))
            .col(big_integer("changed_seq").default(0))
            .col(integer("version").default(1))
            .check(one_of(
                "kind",
                &[
                    "authority",
                    "chamber",
                    "education_provider",
                    "association",
                    "project",
                    "company",
                    "university",
                    "other",
                ],
            ))
            .foreign_key(&mut refers("logo_id", "organisations", "files"));
        add_bilingual(&mut organisations, "purpose");
        manager.create_table(organisations).await?;
        index(manager, "organisations", &["changed_seq"], false).await?;
        index(manager, "organisations", &["name_key"], false).await?;

        manager
            .create_table(
                Table::create()
                    .table("organisation_terms")
                    .col(uuid("organisation_id"))
                    .col(uuid("term_id"))
                    .primary_key(Index::create().col("organisation_id").col("term_id"))
                    .foreign_key(&mut belongs("organisation_id", "organisation_terms", "organisations"))
                    .foreign_key(&mut refers("term_id", "organisation_terms", "terms"))
                    .to_owned(),
            )
            .await?;
        index(manager, "organisation_terms", &["term_id"], false).await?;

        manager
            .create_table(
                table("contacts")
                    .col(uuid("organisation_id"))
                    .col(string("name"))
                    .col(string("function").default(""))
                    .col(string("email").default(""))
                    .col(string("phone").default(""))
                    .col(integer("position").default(0))
                    // When the person agreed to be published; null means not public.
                    .col(timestamp_with_time_zone_null("consented_at"))
                    .col(integer("version").default(1))
                    .foreign_key(&mut belongs("organisation_id", "contacts", "organisations"))
                    .to_owned(),
            )
            .await?;
        index(manager, "contacts", &["organisation_id"], false).await?;

        manager
            .create_table(
                table("memberships")
                    .col(uuid("organisation_id"))
                    .col(string("state"))
                    .col(date("from_day"))
                    // The last day of the period; null while it lasts.
                    .col(date_null("until_day"))
                    .col(text("reason").default(""))
                    .col(timestamp_with_time_zone("created_at"))
                    .check(one_of("state", &["active", "suspended", "ended"]))
                    .check(in_order("from_day", "until_day"))
                    .foreign_key(&mut belongs("organisation_id", "memberships", "organisations"))
                    .to_owned(),
            )
            .await?;
        index(manager, "memberships", &["organisation_id", "from_day"], true).await?;

        manager
            .create_table(
                table("affiliations")
                    .col(uuid("person_id"))
                    .col(uuid("organisation_id"))
                    .col(string("role"))
                    .col(date("from_day"))
                    .col(date_null("until_day"))
                    .col(integer("version").default(1))
                    .check(one_of("role", &["representative", "voting_delegate", "deputy", "staff"]))
                    .check(in_order("from_day", "until_day"))
                    .foreign_key(&mut refers("person_id", "affiliations", "people"))
                    .foreign_key(&mut belongs("organisation_id", "affiliations", "organisations"))
                    .to_owned(),
            )
            .await?;
        index(manager, "affiliations", &["person_id"], false).await?;
        index(manager, "affiliations", &["organisation_id"], false).await?;

        manager
            .create_table(
                table("invitations")
                    .col(string("email"))
                    .col(string("given_name").default(""))
                    .col(string("family_name").default(""))
                    .col(string("locale").default("de"))
                    .col(uuid_null("organisation_id"))
                    .col(string_null("affiliation_role"))
                    .col(string_null("network_role"))
                    .col(date("from_day"))
                    .col(date_null("until_day"))
                    .col(string("token_hash").unique_key())
                    .col(uuid_null("invited_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("accepted_at"))
                    .col(uuid_null("accepted_by"))
                    .col(timestamp_with_time_zone_null("withdrawn_at"))
                    .check(in_order("from_day", "until_day"))
                    .foreign_key(&mut belongs("organisation_id", "invitations", "organisations"))
                    .foreign_key(&mut refers("invited_by", "invitations", "people"))
                    .foreign_key(&mut refers("accepted_by", "invitations", "people"))
                    .to_owned(),
            )
            .await?;
        index(manager, "invitations", &["organisation_id"], false).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "invitations",
                "affiliations",
                "memberships",
                "contacts",
                "organisation_terms",
                "organisations",
                "files",
            ],
        )
        .await
    }
}
