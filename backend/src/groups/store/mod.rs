//! The queries of groups.

mod groups;
mod history;
mod milestones;
mod roles;

pub use groups::{
    GroupFilter, GroupKey, GroupRow, MeetingDays, Pending, count_groups, find_group, groups_by_id,
    groups_page, groups_waiting, insert_group, lock_group, meeting_days, note_event, open_tasks,
    replace_topics, set_pending, set_state, steering_group_exists, topics_of, update_group,
};
pub use history::{
    CharterRow, EventRow, NewEvent, charters_of, events_by_id, events_of, insert_charter, insert_event,
    latest_charters,
};
pub use milestones::{
    MilestoneRow, NewMilestone, close_milestone, find_milestone, insert_milestone, milestones_by_id,
    milestones_of, move_milestone, open_milestones, overdue_of, update_milestone,
};
pub use roles::{
    Contact, GroupMember, NewPlace, RoleRow, active_members_among, contact, decline_pending, end_role,
    end_roles_of_person, find_person_by_email, find_role, insert_role, leaders_of, members_of,
    open_roles_for, organisations_of, place_of, places_of, representatives_of, roles_of_person,
    set_role_state, settle_over, waiting_roles,
};
