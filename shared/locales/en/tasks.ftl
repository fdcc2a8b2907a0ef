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

tasks-priority = Priority
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

tasks-board-columns = Column
tasks-board-column-open = Open
tasks-board-column-in_progress = In progress
tasks-board-column-done = Done
tasks-board-empty-open = Nothing is open.
tasks-board-empty-open-add = Nothing is open. Make the next task with “New task”.
tasks-board-empty-progress = Nobody is working on a task right now. Move a card here when you begin.
tasks-board-empty-done = Nothing is done yet. Finished tasks come here.
tasks-board-empty-filtered = No task here matches the filters.
tasks-board-search = Find a task
tasks-board-only = Only
tasks-board-mine = mine
tasks-board-all = all
tasks-board-organisation = Organisation
tasks-board-responsible = Responsible
tasks-board-checklist = { $done } of { $total }
tasks-board-comments = { $count ->
    [one] one comment
   *[other] { $count } comments
 }

tasks-board-move = Move
tasks-board-move-title = Move card
tasks-board-move-to = To “{ $column }”
tasks-board-move-top = To the top
tasks-board-move-up = Up
tasks-board-move-down = Down
tasks-board-move-bottom = To the end
tasks-board-move-hint = It is quicker with the arrow keys while “Move” has the focus, or by dragging.
tasks-board-place = The card lies in “{ $column }”, number { $place } of { $count }.
tasks-board-left = The card does not lie here any more.
tasks-board-moved = “{ $title }” now lies in “{ $column }”, number { $place } of { $count }.
tasks-board-no-way = “{ $title }” cannot go further in this direction.
tasks-board-successor = The next task of the series is there: “{ $title }”, due { $day }.
tasks-board-conflict = “{ $title }” was not moved: somebody has just changed the task. The board now shows the new state.
tasks-board-gone = “{ $title }” was not moved: the task is not here any more.
tasks-board-not-moved = “{ $title }” was not moved. { $reason }
tasks-board-changed = Somebody has changed “{ $title }” in the meantime. The board now shows the new state.

tasks-board-news-new = New on the board: “{ $title }”.
tasks-board-news-moved = “{ $title }” is now { $state }.
tasks-board-news-changed = “{ $title }” was changed.
tasks-board-news-gone = “{ $title }” is not on the board any more.
tasks-board-news-many = { $count } tasks have changed.
tasks-board-found = { $count ->
    [one] One task found.
   *[other] { $count } tasks found.
 }
tasks-board-found-none = No task found.

tasks-board-take = Take
tasks-board-taken = You have taken “{ $title }”.
tasks-board-confirm = Confirm
tasks-board-confirmed = You have confirmed “{ $title }”.
tasks-board-return = Give back
tasks-board-return-text = Nobody will be responsible then. Whoever asked you reads your reason.
tasks-board-returned = You have given “{ $title }” back.
tasks-board-block = Block
tasks-board-block-text = Write what keeps the task from going on. It then stands on the card.
tasks-board-blocked = “{ $title }” is marked as blocked.
tasks-board-unblock = Can go on
tasks-board-unblocked = “{ $title }” is not blocked any more.
tasks-board-reason = Reason

tasks-board-new = New task
tasks-board-make = Make task
tasks-board-created = “{ $title }” is made.
tasks-board-throw-away = Discard
tasks-board-title = What is to be done
tasks-board-text = Description
tasks-board-text-hint = In Markdown: **bold**, *italic*, lists with a dash at the start of the line.
tasks-board-due = Due
tasks-board-nobody = nobody yet
tasks-board-no-organisation = that of the responsible person
tasks-board-message = Message to the responsible person
tasks-board-message-hint = They are asked to confirm the task.
tasks-board-recurrence = Repeats
tasks-board-once = once
tasks-board-every = Interval
tasks-board-every-hint = How many days, weeks, months or years lie between, { $max } at most.
tasks-board-milestone = Belongs to the milestone
tasks-board-no-milestone = to none
