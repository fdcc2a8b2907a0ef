//! Telling participants that minutes wait for their eyes.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{groups::GroupRole, id::MeetingId, locale::Locale};

use super::{Held, day_of};
use crate::{
    app::App,
    conduct,
    error::ServiceResult,
    groups::{
        self,
        rules::roles::Place,
        store::{GroupRow, contact},
    },
    mail::{self, Mail, MailTemplate, write_day},
};

fn name_of(group: &GroupRow, locale: Locale) -> String {
    let english = locale == Locale::En && !group.name_en.is_empty();
    if english { group.name_en.clone() } else { group.name_de.clone() }
}

/// To those who work in the group and to guests who were there: read, and object until a day. Not to
/// whoever puts the minutes to review.
pub(super) async fn review(app: &App, held: &Held, until: NaiveDate) -> ServiceResult<()> {
    let id = MeetingId(held.meeting.id);
    let there: Vec<Uuid> = conduct::store::attendances_of(&held.tx, id)
        .await?
        .into_iter()
        .filter_map(|row| row.person_id)
        .collect();
    let me = held.permit.actor().person_id().map(|id| id.0);
    let mut told: Vec<Uuid> = Vec::new();
    for member in groups::store::members_of(&held.tx, &[held.group.id]).await? {
        let person = member.person.id;
        let guest = member.role.role == GroupRole::Guest;
        let concerned = Place::from(&member).holds_on(app.today()) && (!guest || there.contains(&person));
        if !concerned || Some(person) == me || told.contains(&person) {
            continue;
        }
        told.push(person);
        let Some(to) = contact(&member.person) else { continue };
        let values = vec![
            ("name", to.name),
            ("group", name_of(&held.group, to.locale)),
            ("meeting", held.meeting.title.clone()),
            ("day", write_day(to.locale, day_of(app, &held.meeting))),
            ("until", write_day(to.locale, until)),
        ];
        let template = MailTemplate::MinutesReview;
        let link = Some(format!("/sitzungen/{id}/protokoll"));
        let mail = Mail { to: to.email, locale: to.locale, template, values, link };
        mail::enqueue(&held.tx, app, &held.permit, mail).await?;
    }
    Ok(())
}
