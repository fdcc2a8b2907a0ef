//! The database schema, step by step. The same steps run on SQLite and PostgreSQL, up and down.
//! A landed step never changes; a change is a new step.

mod columns;
mod m0001_network;
mod m0002_people;
mod m0003_organisations;
mod m0004_applications;
mod m0005_offers;
mod m0006_operations;
mod m0007_groups;
mod m0008_tasks;
mod m0009_meetings;
mod m0010_group_files;
mod m0011_resolutions;
mod m0012_mail_calendar;
mod m0014_minutes;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

/// All steps in their order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_network::Migration),
            Box::new(m0002_people::Migration),
            Box::new(m0003_organisations::Migration),
            Box::new(m0004_applications::Migration),
            Box::new(m0005_offers::Migration),
            Box::new(m0006_operations::Migration),
            Box::new(m0007_groups::Migration),
            Box::new(m0008_tasks::Migration),
            Box::new(m0009_meetings::Migration),
            Box::new(m0010_group_files::Migration),
            Box::new(m0011_resolutions::Migration),
            Box::new(m0012_mail_calendar::Migration),
            Box::new(m0014_minutes::Migration),
        ]
    }
}
