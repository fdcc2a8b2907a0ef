//! The minutes of a meeting.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{id::MeetingId, minutes::MinutesState};

use super::{
    loader::MinutesLoader,
    parts::{MinutesEntry, MinutesGap, MinutesObjection, MinutesSignature, MinutesVersionName},
};
use crate::{
    graphql::{ApiResult, Date, DateTime, app_of, caller_of},
    groups::graphql::{Group, GroupLoader, GroupPerson, person},
    minutes::service::{self, View},
    organisations::graphql::OrganisationLoader,
};

/// What the person who asks may do with minutes now.
#[derive(SimpleObject)]
pub struct MinutesViewerCan {
    /// Write texts and action lines.
    write: bool,
    /// Put them to review.
    review: bool,
    /// Object to paragraphs of the newest version.
    object: bool,
    /// Answer objections.
    answer: bool,
    /// Make them final; nothing is missing.
    finalise: bool,
    /// Sign the newest version.
    sign: bool,
    /// Approve them, once a later meeting has decided.
    approve: bool,
    /// Begin a draft again.
    amend: bool,
    /// See internal items and parts.
    read_internal: bool,
}

/// The minutes of a meeting. A draft is seen by those who write it; internal items by no guests.
pub struct Minutes(pub(super) View);

/// The minutes of a meeting. A draft is seen by those who write it; internal items by no guests.
#[Object]
impl Minutes {
    /// The meeting.
    async fn meeting_id(&self) -> ID {
        MeetingId(self.0.meeting.id).into()
    }

    /// The meeting's title.
    async fn meeting_title(&self) -> &str {
        &self.0.meeting.title
    }

    /// When the meeting begins, or began.
    async fn starts_at(&self) -> DateTime {
        self.0.meeting.starts_at.into()
    }

    /// The group.
    async fn group(&self) -> Option<Group> {
        Some(self.0.group.clone().into())
    }

    /// Where they stand.
    async fn state(&self) -> MinutesState {
        self.0.state()
    }

    /// The last day of the review; null before the first one.
    async fn review_until(&self) -> Option<Date> {
        self.0.minutes.as_ref().and_then(|row| row.review_until).map(Into::into)
    }

    /// Who chairs the meeting.
    async fn chair(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.meeting.chair_id).await
    }

    /// Who writes the minutes.
    async fn minute_taker(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.meeting.minute_taker_id).await
    }

    /// One for each item in the order of the agenda; none of a draft for those who do not write it.
    async fn entries(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesEntry>> {
        let material = &self.0.material;
        let mut people: Vec<Uuid> = material.entries.values().filter_map(|row| row.saved_by).collect();
        people.extend(material.actions.iter().filter_map(|row| row.person_id));
        GroupLoader::load_people(ctx, people).await?;
        let organisations: Vec<Uuid> = material.actions.iter().map(|row| row.organisation_id).collect();
        OrganisationLoader::load_ahead(ctx, &organisations).await?;
        let tasks = material.actions.iter().filter_map(|row| row.task_id).collect();
        MinutesLoader::load_tasks(ctx, tasks).await?;
        let entry = |item: &service::Item| MinutesEntry {
            row: material.entries.get(&item.row.id).cloned(),
            actions: material.actions.iter().filter(|row| row.item_id == item.row.id).cloned().collect(),
            item: item.clone(),
        };
        Ok(material.items.iter().map(entry).collect())
    }

    /// Their frozen versions, the oldest first.
    async fn versions(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesVersionName>> {
        let people = self.0.versions.iter().filter_map(|name| name.person_id).collect();
        GroupLoader::load_people(ctx, people).await?;
        Ok(self.0.versions.iter().cloned().map(MinutesVersionName).collect())
    }

    /// Objections, the oldest first.
    async fn objections(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesObjection>> {
        let material = &self.0.material;
        let rows = &material.objections;
        let people =
            rows.iter().map(|row| row.person_id).chain(rows.iter().filter_map(|row| row.answered_by));
        GroupLoader::load_people(ctx, people.collect()).await?;
        let works = self.0.group.state.takes_people();
        let objection = |row: &crate::minutes::store::ObjectionRow| MinutesObjection {
            item: material.item(row.item_id).cloned(),
            row: row.clone(),
            works,
        };
        Ok(rows.iter().map(objection).collect())
    }

    /// Signatures under all versions, the oldest first.
    async fn signatures(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesSignature>> {
        let rows = &self.0.material.signatures;
        GroupLoader::load_people(ctx, rows.iter().map(|row| row.person_id).collect()).await?;
        Ok(rows.iter().cloned().map(MinutesSignature).collect())
    }

    /// What is missing before they can be final; none for those who do not write them.
    async fn gaps(&self) -> Vec<MinutesGap> {
        self.0.gaps.iter().cloned().map(Into::into).collect()
    }

    /// The day of their approval.
    async fn approved_on(&self) -> Option<Date> {
        self.0.minutes.as_ref().and_then(|row| row.approved_on).map(Into::into)
    }

    /// Whether they are approved because nobody objected.
    async fn approved_by_silence(&self) -> bool {
        self.0.minutes.as_ref().is_some_and(|row| row.approved_by_silence)
    }

    /// Grows with each step; 0 before anything was written.
    async fn version(&self) -> i32 {
        self.0.minutes.as_ref().map_or(0, |row| row.version)
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> MinutesViewerCan {
        let can = service::can(app_of(ctx), caller_of(ctx), &self.0);
        MinutesViewerCan {
            write: can.write,
            review: can.review,
            object: can.object,
            answer: can.answer,
            finalise: can.finalise,
            sign: can.sign,
            approve: can.approve,
            amend: can.amend,
            read_internal: self.0.internal,
        }
    }
}
