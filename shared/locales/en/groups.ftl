# Groups.

groups-kind-steering = Steering group
groups-kind-working = Working group
groups-kind-editorial = Editorial group
groups-kind-temporary = Temporary group

groups-state-proposed = proposed
groups-state-chartered = chartered
groups-state-active = active
groups-state-dormant = dormant
groups-state-concluded = concluded

groups-event-proposed = proposed
groups-event-chartered = chartered
groups-event-activated = began its work
groups-event-rested = began to rest
groups-event-resumed = resumed its work
groups-event-concluded = concluded
groups-event-asked = change asked for
groups-event-refused = change not confirmed
groups-event-charter_revised = charter revised
groups-event-milestone_moved = milestone moved
groups-event-milestone_closed = milestone closed

groups-export-name = Name
groups-export-short-name = Short name
groups-export-kind = Kind
groups-export-state = State
groups-export-chairs = Chair
groups-export-members = People
groups-export-organisations = Organisations
groups-export-milestones-open = Open milestones
groups-export-milestones-overdue = Overdue milestones
groups-export-tasks-open = Open tasks
groups-export-last-event = Last event
groups-export-link = Page of the group
