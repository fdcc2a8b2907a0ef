//! The rights as one pure function. The matrix that reviewers read is made from it
//! (`tests/it/authz_matrix.out`).

use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, OrganisationId, PersonId},
    people::{AffiliationRole, NetworkRole},
};

use super::Actor;

/// Something a person may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Change the network's profile and settings.
    NetworkEdit,
    /// Add, rename, order and archive terms.
    TermsEdit,
    /// See what the public does not: unpublished contacts, ended members, people.
    OrganisationReadInternal,
    /// Make an organisation without an application.
    OrganisationCreate,
    /// Change an organisation's profile, logo and contacts.
    OrganisationEdit,
    /// Upload a picture to be a logo.
    LogoUpload,
    /// Suspend, reactivate or end a membership.
    MembershipChange,
    /// Invite a person into an organisation, give and end roles there.
    AffiliationManage,
    /// Give and end roles in the network.
    NetworkRoleManage,
    /// See all people with their addresses.
    PeopleRead,
    /// Disable, enable or delete a person.
    PersonManage,
    /// File an application, and follow it by its link.
    ApplicationFile,
    /// See applications with all that was filed.
    ApplicationRead,
    /// Ask, note, take into review.
    ApplicationReview,
    /// Admit or decline.
    ApplicationDecide,
    /// Write, publish, check and archive an organisation's offers.
    OfferManage,
    /// See an organisation's drafts and archived offers.
    OfferReadInternal,
    /// Propose a group, and lead it from then on.
    GroupPropose,
    /// See that a group exists: name, charter, chair, organisations.
    GroupRead,
    /// See a group's people, milestones and history, and that it is proposed.
    GroupReadInternal,
    /// Ask to be in a group.
    GroupJoin,
    /// Change a group's name, charter and milestones, invite, decide on requests, give and end roles.
    GroupManage,
    /// Make somebody a group's chair, or end that.
    GroupChairManage,
    /// Ask the steering group for another state of a group.
    GroupChangeAsk,
    /// Confirm a group's state or not.
    GroupDecide,
    /// See the overview of all groups.
    GroupOversee,
    /// Answer one's own invitation, leave a group.
    GroupOwnPlace,
    /// Consent, for an organisation, to somebody's work in a group, or not.
    GroupConsent,
    /// Move or close a milestone.
    MilestoneSettle,
    /// See a group's tasks, and watch them.
    TaskRead,
    /// Make tasks in a group, take those that nobody has, write comments.
    TaskMake,
    /// Change, assign, move, block, give up and take up again a task; its checklist.
    TaskWork,
    /// Confirm or give back what one was asked to do.
    TaskAnswer,
    /// Change one's own comment on a task.
    TaskCommentChange,
    /// Remove a comment on a task.
    TaskCommentRemove,
    /// See a group's files, and take them along.
    FileRead,
    /// See papers of internal agenda items.
    FileReadInternal,
    /// Upload files into a group.
    FileAdd,
    /// Rename and remove a file.
    FileManage,
    /// See a group's resolutions that are not internal.
    ResolutionRead,
    /// See a group's internal and its circular resolutions.
    ResolutionReadInternal,
    /// Record, settle and correct resolutions, open and withdraw circular ones.
    ResolutionManage,
    /// Vote on a circular resolution.
    CircularVote,
    /// See a group's meetings, agendas, attendance and minutes without what is internal, and reply.
    MeetingRead,
    /// See internal items of agendas and internal parts of minutes.
    MeetingReadInternal,
    /// Plan, invite to and call off meetings, order their agendas, change the rules of procedure.
    MeetingManage,
    /// Hold a meeting: attendance, items, votes. Also whoever chairs this one or writes its minutes.
    MeetingConduct,
    /// Hand in agenda items, answer date polls.
    AgendaSubmit,
    /// Write the minutes of a meeting. Also whoever chairs this one or writes its minutes.
    MinutesWrite,
    /// Object to a paragraph of minutes in review.
    MinutesObject,
    /// Import from CSV.
    ImportRun,
    /// Read the outbox.
    OutboxRead,
    /// Send, send again and open what is in the outbox.
    OutboxManage,
    /// Read the audit trail.
    AuditRead,
    /// Everything about one's own account: password, sessions, second factor, own data.
    OwnAccount,
    /// Use an invitation or one-time link that proves itself.
    LinkUse,
    /// Prove who one is: sign in, stay signed in, ask for a new password.
    SignIn,
}

impl Action {
    /// Every action, for the matrix.
    pub const ALL: &[Action] = &[
        Action::NetworkEdit,
        Action::TermsEdit,
        Action::OrganisationReadInternal,
        Action::OrganisationCreate,
        Action::OrganisationEdit,
        Action::LogoUpload,
        Action::MembershipChange,
        Action::AffiliationManage,
        Action::NetworkRoleManage,
        Action::PeopleRead,
        Action::PersonManage,
        Action::ApplicationFile,
        Action::ApplicationRead,
        Action::ApplicationReview,
        Action::ApplicationDecide,
        Action::OfferManage,
        Action::OfferReadInternal,
        Action::GroupPropose,
        Action::GroupRead,
        Action::GroupReadInternal,
        Action::GroupJoin,
        Action::GroupManage,
        Action::GroupChairManage,
        Action::GroupChangeAsk,
        Action::GroupDecide,
        Action::GroupOversee,
        Action::GroupOwnPlace,
        Action::GroupConsent,
        Action::MilestoneSettle,
        Action::TaskRead,
        Action::TaskMake,
        Action::TaskWork,
        Action::TaskAnswer,
        Action::TaskCommentChange,
        Action::TaskCommentRemove,
        Action::FileRead,
        Action::FileReadInternal,
        Action::FileAdd,
        Action::FileManage,
        Action::ResolutionRead,
        Action::ResolutionReadInternal,
        Action::ResolutionManage,
        Action::CircularVote,
        Action::MeetingRead,
        Action::MeetingReadInternal,
        Action::MeetingManage,
        Action::MeetingConduct,
        Action::AgendaSubmit,
        Action::MinutesWrite,
        Action::MinutesObject,
        Action::ImportRun,
        Action::OutboxRead,
        Action::OutboxManage,
        Action::AuditRead,
        Action::OwnAccount,
        Action::LinkUse,
        Action::SignIn,
    ];
}

/// What the action is about, as far as it matters for the right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    /// The organisation concerned.
    pub organisation: Option<OrganisationId>,
    /// The person concerned.
    pub person: Option<PersonId>,
    /// The group concerned.
    pub group: Option<GroupId>,
}

impl Facts {
    /// The action concerns nothing in particular.
    pub const NONE: Facts = Facts { organisation: None, person: None, group: None };

    /// The action concerns an organisation.
    pub fn organisation(id: OrganisationId) -> Self {
        Self { organisation: Some(id), ..Self::NONE }
    }

    /// The action concerns a person.
    pub fn person(id: PersonId) -> Self {
        Self { person: Some(id), ..Self::NONE }
    }

    /// The action concerns a group.
    pub fn group(id: GroupId) -> Self {
        Self { group: Some(id), ..Self::NONE }
    }
}

/// Whether an actor may do something; no by default.
pub fn decide(actor: &Actor, action: Action, facts: &Facts) -> bool {
    use Action as A;
    use AffiliationRole::{Deputy, Representative, Staff, VotingDelegate};
    use GroupRole::{Chair, Guest, Member, Secretary};

    if *actor == Actor::System {
        return true;
    }
    let coordinator = actor.has_network_role(NetworkRole::Coordinator);
    let steering = actor.has_network_role(NetworkRole::SteeringGroupMember);
    let in_organisation = |roles: &[AffiliationRole]| {
        facts.organisation.is_some_and(|organisation| actor.has_role_in(organisation, roles))
    };
    let in_group =
        |roles: &[GroupRole]| facts.group.is_some_and(|group| actor.has_role_in_group(group, roles));
    let oneself = actor.person_id().is_some() && actor.person_id() == facts.person;
    match action {
        A::ApplicationFile | A::LinkUse | A::SignIn => true,
        A::NetworkEdit
        | A::TermsEdit
        | A::OrganisationCreate
        | A::MembershipChange
        | A::NetworkRoleManage
        | A::PeopleRead
        | A::PersonManage
        | A::ImportRun
        | A::OutboxRead
        | A::OutboxManage
        | A::AuditRead => coordinator,
        A::ApplicationRead | A::ApplicationReview | A::ApplicationDecide => coordinator || steering,
        A::OrganisationEdit | A::AffiliationManage | A::OfferManage => {
            coordinator || in_organisation(&[Representative])
        }
        A::OrganisationReadInternal | A::OfferReadInternal => {
            coordinator || in_organisation(&[Representative, VotingDelegate, Deputy, Staff])
        }
        A::LogoUpload => coordinator || actor.has_role_anywhere(Representative),
        A::OwnAccount | A::GroupOwnPlace => oneself,
        A::GroupPropose | A::GroupJoin => coordinator || actor.belongs_somewhere(),
        A::GroupRead | A::ResolutionRead => {
            coordinator
                || steering
                || actor.belongs_somewhere()
                || in_group(&[Chair, Secretary, Member, Guest])
        }
        A::GroupReadInternal | A::TaskRead | A::FileRead | A::MeetingRead => {
            coordinator || steering || in_group(&[Chair, Secretary, Member, Guest])
        }
        A::GroupManage | A::ResolutionManage | A::MeetingManage => coordinator || in_group(&[Chair, Secretary]),
        A::GroupChairManage => coordinator || in_group(&[Chair]),
        A::GroupChangeAsk => in_group(&[Chair]),
        A::GroupDecide | A::GroupOversee => coordinator || steering,
        A::GroupConsent => in_organisation(&[Representative]),
        A::FileReadInternal | A::ResolutionReadInternal | A::MeetingReadInternal => {
            coordinator || steering || in_group(&[Chair, Secretary, Member])
        }
        A::TaskMake | A::FileAdd | A::AgendaSubmit => coordinator || in_group(&[Chair, Secretary, Member]),
        A::MilestoneSettle
        | A::TaskWork
        | A::TaskCommentRemove
        | A::FileManage
        | A::MeetingConduct
        | A::MinutesWrite => {
            coordinator || in_group(&[Chair, Secretary]) || (oneself && in_group(&[Member]))
        }
        A::CircularVote | A::MinutesObject => oneself && in_group(&[Chair, Secretary, Member]),
        A::TaskAnswer | A::TaskCommentChange => {
            oneself && (coordinator || in_group(&[Chair, Secretary, Member]))
        }
    }
}
