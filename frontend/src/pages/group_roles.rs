//! Roles in groups in the reader's language, which the audit trail names too.

use verbund_shared::groups::GroupRole;

use crate::i18n::text;

/// A role in a group in words.
pub fn group_role_label(role: GroupRole) -> String {
    text(&format!("groups-role-{}", role.as_str()))
}
