//! Support offers.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut offers = table("offers");
        offers
            .col(string_null("import_key").unique_key())
            .col(uuid("organisation_id"))
            .col(string("title_de"))
            .col(string("title_en").default(""))
            .col(string("form"))
            .col(string("cost"))
            .col(boolean("statewide").default(false))
            .col(string("url").default(""))
            .col(string("contact_name").default(""))
            .col(string("contact_email").default(""))
            .col(string("contact_phone").default(""))
            .col(date_null("valid_from"))
            .col(date_null("valid_until"))
            .col(string("state"))
            .col(date("checked_on"))
            .col(uuid_null("checked_by"))
            .col(date("check_again_by"))
            // The `check_again_by` for which the organisation was asked by mail: once per period.
            .col(date_null("reminded_for"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"))
            .col(timestamp_with_time_zone_null("published_at"))
            .col(big_integer("changed_seq").default(0))
            .col(integer("version").default(1))
            .check(one_of("state", &["draft", "published", "archived"]))
            .check(one_of("cost", &["free", "paid", "depends"]))
            .check(one_of(
                "form",
                &["advice", "course", "accompaniment", "placement", "event", "information", "funding"],
            ))
            .check(Expr::col("valid_from").is_null().or(in_order("valid_from", "valid_until")))
            .foreign_key(&mut belongs("organisation_id", "offers", "organisations"))
            .foreign_key(&mut refers("checked_by", "offers", "people"));
        add_bilingual(&mut offers, "summary");
        add_bilingual(&mut offers, "cost_note");
        manager.create_table(offers).await?;
        index(manager, "offers", &["organisation_id"], false).await?;
        index(manager, "offers", &["changed_seq"], false).await?;
        index(manager, "offers", &["state", "check_again_by"], false).await?;

        manager
            .create_table(
                Table::create()
                    .table("offer_terms")
                    .col(uuid("offer_id"))
                    .col(uuid("term_id"))
                    .primary_key(Index::create().col("offer_id").col("term_id"))
                    .foreign_key(&mut belongs("offer_id", "offer_terms", "offers"))
                    .foreign_key(&mut refers("term_id", "offer_terms", "terms"))
                    .to_owned(),
            )
            .await?;
        index(manager, "offer_terms", &["term_id"], false).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["offer_terms", "offers"]).await
    }
}
