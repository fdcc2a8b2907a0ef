//! The network itself: its profile (one row), its taxonomy, its signing keys, and the counter
//! that tells a process that the public directory has changed.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut network = Table::create();
        network
            .table("network")
            .col(integer("id").primary_key())
            .col(string("name"))
            .col(string("short_name"))
            .col(integer_null("founded_year"))
            .col(string("contact_email").default(""))
            .col(string("website").default(""))
            .col(string("time_zone").default("Europe/Berlin"))
            .col(string("default_locale").default("de"))
            .col(boolean("demonstration").default(false))
            .col(integer("offer_check_days").default(180))
            .col(integer("offer_grace_days").default(60))
            .col(integer("version").default(1))
            .col(timestamp_with_time_zone("updated_at"))
            .check(Expr::col("id").eq(1))
            .check(Expr::col("offer_check_days").gt(0))
            .check(Expr::col("offer_grace_days").gte(0));
        for name in ["welcome", "purpose", "principles", "imprint", "privacy"] {
            add_bilingual(&mut network, name);
        }
        manager.create_table(network).await?;

        manager
            .create_table(
                table("terms")
                    .col(string("kind"))
                    .col(string("key"))
                    .col(string("name_de"))
                    .col(string("name_en").default(""))
                    .col(integer("position").default(0))
                    .col(boolean("archived").default(false))
                    .col(integer_null("tile_x"))
                    .col(integer_null("tile_y"))
                    .col(integer("version").default(1))
                    .check(one_of("kind", &["topic", "target_group", "district", "language"]))
                    .to_owned(),
            )
            .await?;
        index(manager, "terms", &["kind", "key"], true).await?;

        manager
            .create_table(
                table("signing_keys")
                    .col(binary("private_key"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;

        manager
            .create_table(
                Table::create()
                    .table("directory_sequence")
                    .col(integer("id").primary_key())
                    .col(big_integer("value"))
                    .check(Expr::col("id").eq(1))
                    .to_owned(),
            )
            .await?;
        manager
            .execute(
                Query::insert()
                    .into_table("directory_sequence")
                    .columns(["id", "value"])
                    .values_panic([1.into(), 0i64.into()])
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["directory_sequence", "signing_keys", "terms", "network"]).await
    }
}
