# Tasks.

tasks-state-open = open
tasks-state-in_progress = in progress
tasks-state-done = done
tasks-state-cancelled = given up

tasks-priority-low = low
tasks-priority-normal = normal
tasks-priority-high = high
tasks-priority-urgent = urgent

tasks-assignment-unassigned = nobody responsible
tasks-assignment-asked = asked
tasks-assignment-confirmed = confirmed
tasks-assignment-returned = given back

tasks-priority = Priority: { $priority }
tasks-blocked = blocked
tasks-due = due { $day }
tasks-overdue = overdue
tasks-every-day = { $count ->
    [one] every day
   *[other] every { $count } days
 }
tasks-every-week = { $count ->
    [one] every week
   *[other] every { $count } weeks
 }
tasks-every-month = { $count ->
    [one] every month
   *[other] every { $count } months
 }
tasks-every-year = { $count ->
    [one] every year
   *[other] every { $count } years
 }
tasks-unit-day = days
tasks-unit-week = weeks
tasks-unit-month = months
tasks-unit-year = years

tasks-export-group = Group
tasks-export-title = Task
tasks-export-text = Description
tasks-export-state = State
tasks-export-priority = Priority
tasks-export-due = Due
tasks-export-blocked = Blocked by
tasks-export-organisation = Organisation
tasks-export-responsible = Responsible
tasks-export-assignment = Assignment
tasks-export-created-by = Made by
tasks-export-closed-on = Closed on
tasks-export-closed-reason = Why given up
tasks-export-link = Page of the task
