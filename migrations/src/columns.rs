//! Short words for the columns, keys and checks that every step uses.

pub(crate) use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, binary, boolean, date, date_null, integer, integer_null, json, string, string_null,
        text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

/// A table with a UUID primary key named `id`.
pub(crate) fn table(name: &'static str) -> TableCreateStatement {
    let mut statement = Table::create();
    statement.table(name).col(uuid("id").primary_key());
    statement
}

/// Two columns for one text, German and English; both default to empty.
pub(crate) fn add_bilingual(statement: &mut TableCreateStatement, name: &str) {
    for language in ["de", "en"] {
        statement.col(text(format!("{name}_{language}")).default(""));
    }
}

/// A foreign key that refuses to remove what is referred to.
pub(crate) fn refers(
    column: &'static str,
    from: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(from, column).to(to, "id").on_delete(ForeignKeyAction::Restrict).to_owned()
}

/// A foreign key whose row goes together with what it belongs to.
pub(crate) fn belongs(
    column: &'static str,
    from: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(from, column).to(to, "id").on_delete(ForeignKeyAction::Cascade).to_owned()
}

/// The column holds one of these words.
pub(crate) fn one_of(column: &'static str, words: &[&'static str]) -> Expr {
    Expr::col(column).is_in(words.iter().copied())
}

/// The end is empty or not before the beginning.
pub(crate) fn in_order(from: &'static str, until: &'static str) -> Expr {
    Expr::col(until).is_null().or(Expr::col(until).gte(Expr::col(from)))
}

/// Creates an index named after its table and columns.
pub(crate) async fn index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
    unique: bool,
) -> Result<(), DbErr> {
    let mut statement = Index::create();
    statement.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        statement.col(*column);
    }
    if unique {
        statement.unique();
    }
    manager.create_index(statement).await
}

/// Drops tables, the dependent ones first.
pub(crate) async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).to_owned()).await?;
    }
    Ok(())
}

/// Whether the steps run on SQLite.
pub(crate) fn is_sqlite(manager: &SchemaManager<'_>) -> bool {
    manager.get_database_backend() == sea_orm_migration::sea_orm::DbBackend::Sqlite
}

/// Makes a table insert-only: whatever a program does, its rows are neither changed nor removed.
pub(crate) async fn refuse_changes(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if is_sqlite(manager) {
        for act in ["UPDATE", "DELETE"] {
            let trigger = format!(
                "CREATE TRIGGER {table}_no_{} BEFORE {act} ON {table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END",
                act.to_lowercase()
            );
            connection.execute_unprepared(&trigger).await?;
        }
        return Ok(());
    }
    let function = format!(
        "CREATE FUNCTION {table}_stay() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE EXCEPTION '{table} is insert-only'; END $$"
    );
    connection.execute_unprepared(&function).await?;
    for (name, when) in [("stay", "BEFORE UPDATE OR DELETE ON"), ("stay_whole", "BEFORE TRUNCATE ON")] {
        let each = if name == "stay" { "ROW" } else { "STATEMENT" };
        let trigger = format!(
            "CREATE TRIGGER {table}_{name} {when} {table} FOR EACH {each} EXECUTE FUNCTION {table}_stay()"
        );
        connection.execute_unprepared(&trigger).await?;
    }
    Ok(())
}

/// Removes what is left of [`refuse_changes`] once the table is gone.
pub(crate) async fn allow_changes(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    if !is_sqlite(manager) {
        let function = format!("DROP FUNCTION {table}_stay()");
        manager.get_connection().execute_unprepared(&function).await?;
    }
    Ok(())
}
