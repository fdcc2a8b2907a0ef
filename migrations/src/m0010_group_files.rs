//! Files of groups: what they are, and their bytes unless those lie in an object store.

use crate::columns::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut files = table("group_files");
        files
            .col(uuid("group_id"))
            // The name it is shown and saved under, with its ending.
            .col(string("name"))
            // What it is, in a line.
            .col(string("note").default(""))
            .col(string("content_type"))
            .col(string("sha256"))
            // Bytes.
            .col(integer("size"))
            // Its name in the object store; null: its bytes are in `group_file_contents`.
            .col(string_null("object_key"))
            // What it belongs to within the group, if anything.
            .col(uuid_null("task_id"))
            .col(uuid_null("agenda_item_id"))
            .col(uuid_null("uploaded_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(integer("version").default(1))
            .check(Expr::col("size").gt(0))
            .foreign_key(&mut belongs("group_id", "group_files", "groups"))
            .foreign_key(&mut belongs("task_id", "group_files", "tasks"))
            .foreign_key(&mut belongs("agenda_item_id", "group_files", "agenda_items"))
            .foreign_key(&mut refers("uploaded_by", "group_files", "people"));
        manager.create_table(files).await?;
        index(manager, "group_files", &["group_id", "created_at"], false).await?;
        index(manager, "group_files", &["task_id"], false).await?;
        index(manager, "group_files", &["agenda_item_id"], false).await?;
        index(manager, "group_files", &["uploaded_by"], false).await?;
        // Apart, so that no list reads bytes.
        manager
            .create_table(
                Table::create()
                    .table("group_file_contents")
                    .col(uuid("file_id").primary_key())
                    .col(ColumnDef::new("content").blob().not_null())
                    .foreign_key(&mut belongs("file_id", "group_file_contents", "group_files"))
                    .to_owned(),
            )
            .await?;
        // Objects whose file is gone, until the store has removed them.
        manager
            .create_table(
                Table::create()
                    .table("removed_objects")
                    .col(string("object_key").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["removed_objects", "group_file_contents", "group_files"]).await
    }
}
