//! Reading minutes, their versions, and what is different between two.

use verbund_shared::{
    id::{AgendaItemId, GroupId, MeetingId},
    minutes::MinutesState,
};

use super::{
    Material,
    material::{Item, gather, items_of},
    seen_meeting, sees_internal, signed_in, writes,
};
use crate::{
    app::App,
    authz::Caller,
    error::{ServiceError, ServiceResult},
    groups::{self, store::GroupRow},
    meetings::{self, store::MeetingRow},
    minutes::{
        rules::{
            chain::{self, Kept},
            content::Content,
            diff::{self, Compared},
            gaps::Gap,
        },
        store::{self, MinutesRow, SignatureRow, VersionName, VersionRow},
    },
    people,
};

/// The minutes of a meeting as somebody sees them.
#[derive(Debug)]
pub struct View {
    /// The meeting.
    pub meeting: MeetingRow,
    /// Its group.
    pub group: GroupRow,
    /// The minutes; none before anything was written.
    pub minutes: Option<MinutesRow>,
    /// What they are made of; without what this person does not see.
    pub material: Material,
    /// Their versions.
    pub versions: Vec<VersionName>,
    /// What is missing before they can be final; only for those who write them.
    pub gaps: Vec<Gap>,
    /// Whether this person writes them.
    pub writes: bool,
    /// Whether this person sees what is internal.
    pub internal: bool,
}

impl View {
    /// Where they stand.
    pub fn state(&self) -> MinutesState {
        self.minutes.as_ref().map_or(MinutesState::Draft, |row| row.state)
    }
}

/// The minutes of a meeting. A draft is seen by those who write it; internal items by no guests.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn get(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<View> {
    let meeting = seen_meeting(app, caller, id).await?;
    let (writes, internal) = (writes(caller, &meeting), sees_internal(caller, &meeting));
    let db = app.db().read();
    let group = groups::store::find_group(db, GroupId(meeting.group_id)).await?;
    let group = group.ok_or_else(ServiceError::not_found)?;
    let minutes = store::minutes_of(db, id).await?;
    let mut material = gather(db, &meeting, minutes.as_ref()).await?;
    let gaps = if writes {
        let names = material.names(db, &meeting).await?;
        material.gaps(&meeting, &names)
    } else {
        Vec::new()
    };
    let draft = minutes.as_ref().is_none_or(|row| row.state == MinutesState::Draft);
    if draft && !writes {
        material.items.clear();
        material.objections.clear();
    }
    if !internal {
        let gone: Vec<_> =
            material.items.iter().filter(|item| item.internal).map(|item| item.row.id).collect();
        material.items.retain(|item| !item.internal);
        material.objections.retain(|row| !gone.contains(&row.item_id));
        for entry in material.entries.values_mut() {
            entry.internal_text.clear();
        }
    }
    let versions = store::version_names(db, id).await?;
    Ok(View { meeting, group, minutes, material, versions, gaps, writes, internal })
}

/// One item of a meeting's agenda with its number, for those who write its minutes.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn get_item(app: &App, caller: &Caller, id: AgendaItemId) -> ServiceResult<Item> {
    signed_in(caller)?;
    let db = app.db().read();
    let row = meetings::store::find_item(db, id).await?.ok_or_else(ServiceError::not_found)?;
    let meeting = MeetingId(row.meeting_id.ok_or_else(ServiceError::not_found)?);
    let seen = seen_meeting(app, caller, meeting).await?;
    let item = items_of(db, meeting).await?.into_iter().find(|item| item.row.id == id.0);
    let internal = sees_internal(caller, &seen);
    item.filter(|item| internal || !item.internal).ok_or_else(ServiceError::not_found)
}

/// A frozen version as somebody sees it.
#[derive(Debug)]
pub struct Version {
    /// The meeting.
    pub meeting: MeetingRow,
    /// Its group.
    pub group: GroupRow,
    /// The version.
    pub row: VersionRow,
    /// What it holds, without what this person does not see.
    pub content: Content,
    /// All versions.
    pub names: Vec<VersionName>,
    /// Whether all of them are as they were frozen.
    pub holds: bool,
    /// Signatures under it, also those that were made since.
    pub signatures: Vec<SignatureRow>,
    /// The names of those who signed, in the same order.
    pub signers: Vec<String>,
}

fn kept(row: &VersionRow) -> Kept {
    Kept {
        number: row.number,
        state: row.state,
        at: row.at,
        person: row.person_id,
        content: row.content.clone(),
        sha256: row.sha256.clone(),
        previous: row.previous_sha256.clone(),
    }
}

fn name(row: &VersionRow) -> VersionName {
    VersionName {
        number: row.number,
        state: row.state,
        at: row.at,
        person_id: row.person_id,
        sha256: row.sha256.clone(),
        previous_sha256: row.previous_sha256.clone(),
    }
}

fn content_of(row: &VersionRow, internal: bool) -> ServiceResult<Content> {
    let content = Content::read(&row.content)
        .ok_or_else(|| ServiceError::broken(format!("version {} of minutes cannot be read", row.number)))?;
    Ok(if internal { content } else { content.public() })
}

/// A frozen version of a meeting's minutes, checked against the chain.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn version(app: &App, caller: &Caller, id: MeetingId, number: i32) -> ServiceResult<Version> {
    let meeting = seen_meeting(app, caller, id).await?;
    let db = app.db().read();
    let group = groups::store::find_group(db, GroupId(meeting.group_id)).await?;
    let group = group.ok_or_else(ServiceError::not_found)?;
    let rows = store::versions_of(db, id).await?;
    let row = rows.iter().find(|row| row.number == number).cloned().ok_or_else(ServiceError::not_found)?;
    let expected = store::minutes_of(db, id).await?.map_or(0, |minutes| minutes.number);
    let content = content_of(&row, sees_internal(caller, &meeting))?;
    let mut signatures = store::signatures_of(db, id).await?;
    let before = |of: i32| content.signatures.iter().any(|signature| signature.version == of);
    signatures.retain(|row| row.version_number == number || before(row.version_number));
    let people: Vec<_> = signatures.iter().map(|row| row.person_id).collect();
    let people = people::people_by_id(db, &people).await?;
    let signer = |row: &SignatureRow| {
        let person = people.iter().find(|person| person.id == row.person_id);
        person.map(|person| format!("{} {}", person.given_name, person.family_name)).unwrap_or_default()
    };
    let signers = signatures.iter().map(signer).collect();
    let names = rows.iter().map(name).collect();
    let holds = chain::holds(rows.iter().map(kept).collect(), expected);
    Ok(Version { meeting, group, row, content, names, holds, signatures, signers })
}

/// Two versions word by word, with the meeting and the names of all versions.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn comparison(
    app: &App,
    caller: &Caller,
    id: MeetingId,
    (from, to): (i32, i32),
) -> ServiceResult<(MeetingRow, Vec<VersionName>, Vec<Compared>)> {
    let meeting = seen_meeting(app, caller, id).await?;
    let db = app.db().read();
    let internal = sees_internal(caller, &meeting);
    let mut contents = Vec::new();
    for number in [from, to] {
        let row = store::version_at(db, id, number).await?.ok_or_else(ServiceError::not_found)?;
        contents.push(content_of(&row, internal)?);
    }
    let [from, to] = contents.as_slice() else { return Err(ServiceError::not_found()) };
    let compared = diff::compare(from, to);
    Ok((meeting, store::version_names(db, id).await?, compared))
}
