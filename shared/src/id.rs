//! Ids that carry their type: `org_0192...` is an organisation and nothing else.
//! On the wire they are opaque strings; in the database plain UUIDs.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use uuid::Uuid;

/// The text was not an id of the expected type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id of this type")
    }
}

fn parse_with_prefix(prefix: &str, text: &str) -> Result<Uuid, NotAnId> {
    let hex = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_')).ok_or(NotAnId)?;
    // Only the spelling we write ourselves: one id has one spelling.
    if hex.len() != 32 || hex.bytes().any(|b| !matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(NotAnId);
    }
    Uuid::try_parse(hex).map_err(|_| NotAnId)
}

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident = $prefix:literal ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl $name {
            /// What every id of this type begins with.
            pub const PREFIX: &str = $prefix;
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}_{}", $prefix, self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_with_prefix($prefix, text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(D::Error::custom)
            }
        }
    )+ };
}

ids! {
    /// A term of the taxonomy: topic, target group, district or language.
    TermId = "term",
    /// A person with or without an account.
    PersonId = "person",
    /// An organisation.
    OrganisationId = "org",
    /// A dated period in which an organisation belongs to the network.
    MembershipId = "membership",
    /// A published or unpublished contact of an organisation.
    ContactId = "contact",
    /// A dated role of a person in an organisation.
    AffiliationId = "affiliation",
    /// A dated role of a person in the network.
    NetworkRoleId = "role",
    /// A working group.
    GroupId = "group",
    /// A person's place in a group.
    GroupRoleId = "grouprole",
    /// A milestone of a group.
    MilestoneId = "milestone",
    /// A file of a group.
    GroupFileId = "groupfile",
    /// A task of a group.
    TaskId = "task",
    /// An entry of a task's checklist.
    ChecklistItemId = "checklistitem",
    /// A comment on a task.
    TaskCommentId = "taskcomment",
    /// A meeting of a group.
    MeetingId = "meeting",
    /// A poll for the day of a meeting.
    MeetingPollId = "meetingpoll",
    /// A time that a poll asks about.
    MeetingPollOptionId = "meetingtime",
    /// An item of an agenda.
    AgendaItemId = "agendaitem",
    /// A person's entry in a meeting's attendance.
    AttendanceId = "attendance",
    /// From when until when a person was at a meeting.
    AttendanceSpanId = "attendancespan",
    /// A vote in a meeting.
    VoteId = "vote",
    /// A resolution of a group.
    ResolutionId = "resolution",
    /// A circular resolution, decided without a meeting.
    CircularId = "circular",
    /// The minutes of a meeting.
    MinutesId = "minutes",
    /// An objection to a paragraph of minutes.
    ObjectionId = "objection",
    /// A proposed task in minutes.
    ActionLineId = "actionline",
    /// An application for membership.
    ApplicationId = "application",
    /// A support offer.
    OfferId = "offer",
    /// A signed-in device.
    SessionId = "session",
    /// An invitation to make an account.
    InvitationId = "invitation",
    /// A mail in the outbox.
    MailId = "mail",
    /// An entry of the audit trail.
    AuditId = "audit",
    /// A previewed or applied import.
    ImportId = "import",
    /// An uploaded file.
    FileId = "file",
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, parses: bool) {
        assert_eq!(text.parse::<OrganisationId>().is_ok(), parses, "{text}");
    }

    #[test]
    fn an_id_is_read_only_in_the_spelling_we_write() {
        let id = OrganisationId(Uuid::from_u128(7));
        check(&id.to_string(), true);
        check("person_00000000000000000000000000000007", false);
        check("org_0000000000000000000000000000000", false);
        check("org_0000000000000000000000000000000A", false);
        check("org_00000000-0000-0000-0000-000000000007", false);
        check("00000000000000000000000000000007", false);
        check("", false);
    }
}
