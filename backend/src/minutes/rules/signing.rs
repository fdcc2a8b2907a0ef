//! As what somebody signs minutes.

use uuid::Uuid;
use verbund_shared::minutes::SignatureRole;

/// Who held the meeting, and what the person who signs is to the group.
#[derive(Debug, Clone, Copy)]
pub struct Signer {
    /// Who signs.
    pub me: Uuid,
    /// Whether they are a chair of the group.
    pub group_chair: bool,
    /// Whether they are a secretary of the group.
    pub secretary: bool,
    /// Who chaired the meeting; a chair of the group where nobody is named.
    pub chair: Option<Uuid>,
    /// Who wrote the minutes; a secretary where nobody is named.
    pub minute_taker: Option<Uuid>,
}

/// The roles in which somebody signs; none for most people.
pub fn roles(signer: Signer) -> Vec<SignatureRole> {
    let chairs = signer.chair.map_or(signer.group_chair, |chair| chair == signer.me);
    let wrote = signer.minute_taker.map_or(signer.secretary, |taker| taker == signer.me);
    let roles = [(SignatureRole::Chair, chairs), (SignatureRole::MinuteTaker, wrote)];
    roles.into_iter().filter(|(_, theirs)| *theirs).map(|(role, _)| role).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use SignatureRole::{Chair, MinuteTaker};

    #[test]
    fn who_is_named_signs_and_otherwise_who_has_the_role() {
        const ME: Uuid = Uuid::from_u128(1);
        const OTHER: Uuid = Uuid::from_u128(2);
        for (group_chair, secretary, chair, minute_taker, expected) in [
            (false, false, Some(ME), Some(OTHER), vec![Chair]),
            (false, false, Some(OTHER), Some(ME), vec![MinuteTaker]),
            (false, false, Some(ME), Some(ME), vec![Chair, MinuteTaker]),
            (true, true, Some(OTHER), Some(OTHER), vec![]),
            (true, false, None, Some(OTHER), vec![Chair]),
            (false, true, None, None, vec![MinuteTaker]),
            (false, false, None, None, vec![]),
        ] {
            let signer = Signer { me: ME, group_chair, secretary, chair, minute_taker };
            assert_eq!(roles(signer), expected, "{signer:?}");
        }
    }
}
