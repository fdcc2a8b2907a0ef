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
tasks-board-nobody = nobody yet
tasks-board-no-organisation = that of the responsible person
tasks-board-message = Message to the responsible person
tasks-board-message-hint = They are asked to confirm the task.

tasks-list-intro = What there is to do in your groups.
tasks-list-views = Which tasks
tasks-list-mine = Mine
tasks-list-asked = Waiting for me
tasks-list-created = Made by me
tasks-list-overdue = Overdue
tasks-list-every = All
tasks-list-search = Find a task
tasks-list-task = Task
tasks-list-state = State
tasks-list-state-unfinished = not closed
tasks-list-state-every = all
tasks-list-group = Group
tasks-list-organisation = Organisation
tasks-list-responsible = Responsible
tasks-list-due = Due
tasks-list-any = all
tasks-list-blocked = Blocked
tasks-list-blocked-any = all
tasks-list-blocked-only = only blocked
tasks-list-more = More filters
tasks-list-order = Order
tasks-list-order-due = by due date
tasks-list-order-newest = changed last
tasks-list-none-mine = Nothing is open for you
tasks-list-none-asked = No task is waiting for your answer
tasks-list-none-created = None of your tasks is open
tasks-list-none-overdue = Nothing is overdue
tasks-list-none-every = No task is open
tasks-list-none-hint = You make new tasks on the board of a group. You find closed ones by “State”.
tasks-list-none-found = No task found
tasks-list-none-found-hint = Change the filters, or look for another word.

tasks-page-edit = Change task
tasks-page-saved = Saved.
tasks-page-save = Save
tasks-page-watch = Watch
tasks-page-unwatch = Stop watching
tasks-page-watched = From now on you hear what happens here.
tasks-page-unwatched = You no longer watch this task.
tasks-page-reason = Reason
tasks-page-title = What is to be done
tasks-page-text = Description
tasks-page-no-text = Nothing more is described.
tasks-page-markdown-hint = In Markdown: **bold**, *italic*, lists with a dash at the start of the line.
tasks-page-preview = Preview
tasks-page-preview-title = The text will look like this:
tasks-page-other = This is what somebody else has saved meanwhile
tasks-page-facts = Details
tasks-page-due = Due
tasks-page-due-by = Due
tasks-page-no-due = no date
tasks-page-organisation = Organisation
tasks-page-no-organisation = none in particular
tasks-page-milestone = Milestone
tasks-page-for-milestone = Belongs to the milestone
tasks-page-no-milestone = none
tasks-page-recurrence = Repetition
tasks-page-recurrence-hint = When the task is done, the next one is made. It needs a due date for that.
tasks-page-once = once
tasks-page-every = Interval
tasks-page-every-hint = How many days, weeks, months or years lie between, { $max } at most.
tasks-page-made = Made
tasks-page-made-by-program = by the program
tasks-page-watchers = Watched by
tasks-page-nobody = nobody

tasks-page-state = State
tasks-page-done-on = done on { $day }
tasks-page-cancelled-on = given up on { $day }
tasks-page-start = Start
tasks-page-started = The task is in progress.
tasks-page-finish = Done
tasks-page-finished = The task is done.
tasks-page-successor = Done. The next task of this series is there:
tasks-page-successor-due = due on { $day }
tasks-page-block = Report as blocked
tasks-page-block-text = Everybody sees that this cannot go on, and why.
tasks-page-block-reason = What keeps the task
tasks-page-blocked = The task is reported as blocked.
tasks-page-unblock = It can go on
tasks-page-unblocked = The task is no longer blocked.
tasks-page-cancel = Give up
tasks-page-cancel-text = The task will not be done. It stays readable and can be taken up again.
tasks-page-cancelled = The task is given up.
tasks-page-reopen = Take up again
tasks-page-reopened = The task is open again.

tasks-page-responsible = Responsible
tasks-page-asks-you = { $by } asks you to take this task.
tasks-page-asked-by = Asked by { $by }.
tasks-page-confirmed-by = At the request of { $by }.
tasks-page-returned-by = { $by } has given the task back.
tasks-page-take = Take it
tasks-page-taken = You have taken the task.
tasks-page-confirm = Yes, I take it
tasks-page-confirmed = Thank you, the task is yours.
tasks-page-return = Give back
tasks-page-return-text = Whoever asked you reads your reason. The task stays open.
tasks-page-returned = You have given the task back.
tasks-page-assign = Ask somebody
tasks-page-assign-text = The person gets an e-mail and confirms, or gives the task back with a word.
tasks-page-assign-whom = Who should take the task?
tasks-page-assign-word = Message to the person
tasks-page-assigned = The responsibility has changed.

tasks-page-checklist = Checklist
tasks-page-checklist-none = No entries yet.
tasks-page-checklist-new = New entry
tasks-page-checklist-add = Add
tasks-page-progress = { $done } of { $total } done
tasks-page-arrange = Edit entries
tasks-page-arrange-end = Finish
tasks-page-entry = Entry { $place }
tasks-page-now = It says meanwhile: “{ $text }”. Save once more and your text holds.
tasks-page-up = Move “{ $text }” up
tasks-page-down = Move “{ $text }” down
tasks-page-remove = Remove “{ $text }”
tasks-page-moved = “{ $text }” is now number { $place } of { $total }.
tasks-page-removed = “{ $text }” is removed.

tasks-page-comments = Comments
tasks-page-comments-none = Nobody has written anything yet.
tasks-page-comment = Comment
tasks-page-comment-new = New comment
tasks-page-comment-hint = Type @ to name somebody of the group; they get an e-mail. **Bold**, *italics* and - lists work too.
tasks-page-comment-send = Comment
tasks-page-commented = Your comment is there.
tasks-page-comment-change = Change
tasks-page-comment-changed = The comment has been changed.
tasks-page-comment-edited = changed { $at }
tasks-page-comment-remove = Remove comment
tasks-page-comment-remove-text = The comment disappears for everybody.
tasks-page-comment-removed = The comment is removed.
