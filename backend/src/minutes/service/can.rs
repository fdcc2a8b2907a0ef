//! What somebody may do with minutes now, for the page.

use verbund_shared::minutes::{MinutesState, SignatureRole};

use super::{View, closing::signer, is_over, own_facts, takes_notes};
use crate::{
    app::App,
    authz::{Action, Caller, may},
    minutes::rules::signing,
};

/// What somebody may do with minutes now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Can {
    /// Write texts and action lines.
    pub write: bool,
    /// Put them to review.
    pub review: bool,
    /// Object to paragraphs.
    pub object: bool,
    /// Answer objections.
    pub answer: bool,
    /// Make them final.
    pub finalise: bool,
    /// Sign the newest version.
    pub sign: bool,
    /// Approve them, once a later meeting has decided.
    pub approve: bool,
    /// Begin a draft again.
    pub amend: bool,
}

/// What somebody may do with minutes now.
pub fn can(app: &App, caller: &Caller, view: &View) -> Can {
    use MinutesState as State;
    if !view.group.state.takes_people() {
        return Can::default();
    }
    let (state, meeting) = (view.state(), &view.meeting);
    let last_day = view.minutes.as_ref().and_then(|row| row.review_until);
    let reviewed = state == State::InReview;
    let is_final = matches!(state, State::Finalised | State::Amended);
    let there = view.minutes.is_some();
    Can {
        write: view.writes && state == State::Draft && takes_notes(app, meeting),
        review: view.writes && there && matches!(state, State::Draft | State::InReview) && is_over(meeting),
        object: reviewed
            && last_day.is_some_and(|until| until >= app.today())
            && may(caller, Action::MinutesObject, &own_facts(caller, meeting)),
        answer: view.writes && reviewed,
        finalise: view.writes && reviewed && view.gaps.is_empty(),
        sign: view.writes && is_final && unsigned(caller, view) > 0,
        approve: view.writes && state == State::Finalised,
        amend: view.writes && matches!(state, State::Finalised | State::Approved | State::Amended),
    }
}

/// The roles in which somebody has not signed the newest version.
fn unsigned(caller: &Caller, view: &View) -> usize {
    let Some(me) = caller.actor.person_id() else { return 0 };
    let newest = view.minutes.as_ref().map_or(0, |row| row.number);
    let signed = |role: &SignatureRole| {
        view.material.signatures.iter().any(|row| row.version_number == newest && row.role == *role)
    };
    signing::roles(signer(caller, &view.meeting, me.0)).iter().filter(|role| !signed(role)).count()
}
