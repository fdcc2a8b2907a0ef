# Meetings: list, agenda, date polls, rules of procedure.

meetings-intro = What the groups discuss: meetings to come and past ones, with agenda and minutes.
meetings-views = Period
meetings-view-ahead = To come
meetings-view-past = Past
meetings-view-every = All
meetings-search = Search in titles
meetings-group = Group
meetings-group-any = All groups
meetings-from = From
meetings-until = Until
meetings-mine = Only my groups
meetings-none = No meetings yet
meetings-none-ahead = No meeting planned
meetings-none-past = No past meetings yet
meetings-none-hint = Meetings are planned in the “Meetings” section of a group.
meetings-none-found = Nothing found
meetings-none-found-hint = Try other words or fewer filters.
meetings-title = Meeting
meetings-when = When
meetings-where = Where
meetings-state = State
meetings-online = Online
meetings-and-online = and online
meetings-when-text = { $day }, { $from }–{ $until }
meetings-moment = { $day }, { $time }
meetings-named = { $title }, { $day }
meetings-minutes = { $count } min
meetings-state-planned = planned
meetings-state-invited = invited
meetings-state-in_session = in session
meetings-state-closed = closed
meetings-state-completed = completed
meetings-state-postponed = postponed
meetings-state-cancelled = cancelled

meetings-ahead = Meetings to come
meetings-group-none-plan = Plan a meeting, or first ask for a date that suits everybody.
meetings-group-none-hint = As soon as the group’s chair plans a meeting, it will be shown here.
meetings-past = Past meetings
meetings-past-all = All { $count } past meetings
meetings-minutes-link = Minutes
meetings-plan = Plan a meeting
meetings-plan-text = Invitations go out later, once the agenda is ready. Deferred items come onto the agenda by themselves.
meetings-planned = The meeting is planned.
meetings-edit = Change details
meetings-edit-invited = The invitation has already been sent. If time, place or link change, everybody gets a message with a new calendar entry.
meetings-edit-postponed = With a new date the meeting is planned again. Those who were invited before get a message.
meetings-save = Save
meetings-saved = The details are saved.
meetings-section-when = Time and place
meetings-section-who = Chair and notes
meetings-section-what = What it is about
meetings-field-title = Title
meetings-field-day = Day
meetings-field-from = Start
meetings-field-until = End
meetings-field-place = Place
meetings-field-online = Link to join online
meetings-field-online-hint = In full, beginning with https://.
meetings-field-note = Notes
meetings-field-note-hint = For example how to get there or what to prepare. Markdown is possible.
meetings-chair = Chair
meetings-chair-usual = As usual in the group
meetings-chair-none = not settled yet
meetings-minute-taker = Minute-taker
meetings-minute-taker-none = not settled yet

meetings-facts = Details
meetings-join = Join online
meetings-calendar = Calendar entry
meetings-calendar-file = meeting.ics
meetings-invitation = Invitation
meetings-invited-at = Sent on { $time }
meetings-notice-kept = Notice period kept
meetings-notice-missed = Invited at short notice
meetings-invite-by = Invite by { $day }
meetings-invite-missed = Invitations were due on { $day }
meetings-conduct = Hold the meeting
meetings-to-conduct = To the running meeting
meetings-is-postponed = This meeting is postponed. There is no new date yet.
meetings-is-cancelled = This meeting is cancelled.
meetings-reason = Reason
meetings-invite = Invite
meetings-invite-text = The invitation goes out by e-mail with the agenda and a calendar entry. The agenda is kept in this version; what is added later is marked as late.
meetings-invite-again = Invite again
meetings-invite-again-text = Everybody gets the changed agenda with a calendar entry by e-mail. It is kept as another version.
meetings-invite-message = Message with the invitation
meetings-invite-done = The invitation is sent.
meetings-invite-people = { $count ->
    [one] The invitation goes to one person
   *[other] The invitation goes to { $count } people
 }
meetings-invite-items = { $count ->
    [one] The agenda has one item.
   *[other] The agenda has { $count } items.
 }
meetings-invite-no-items = The agenda is still empty. Add an item first.
meetings-invite-unchanged = The agenda is the one that was already sent.
meetings-invite-past = The meeting is in the past. Change its date first.
meetings-invite-in-time = The notice period, until { $day }, is kept.
meetings-invite-late = The notice period ended on { $day }
meetings-invite-late-text = An invitation at short notice is recorded as such. Resolutions may be contested because of it.
meetings-invite-short = I invite at short notice
meetings-invite-short-needed = Please confirm the short notice.
meetings-postpone = Postpone
meetings-postpone-text = The meeting loses its date until a new one is entered. Those already invited get a message.
meetings-postponed = The meeting is postponed.
meetings-cancel = Cancel the meeting
meetings-cancel-text = The meeting does not take place. Those already invited get a message. This cannot be undone.
meetings-cancelled = The meeting is cancelled.

meetings-my-reply = My reply
meetings-reply-asked = Please reply
meetings-reply-question = Will you come?
meetings-reply-note = Note
meetings-reply-send = Send reply
meetings-replied = Your reply is saved.
meetings-reply = Reply
meetings-reply-none = no reply
meetings-reply-accepted = accepted
meetings-reply-maybe = maybe
meetings-reply-declined = declined
meetings-answer-accepted = Yes, I will come
meetings-answer-maybe = Maybe
meetings-answer-declined = No
meetings-replies = Replies
meetings-replies-summary = { $accepted } accepted, { $maybe } maybe, { $declined } declined, { $none } without a reply
meetings-person = Person
meetings-organisation = Organisation

meetings-agenda = Agenda
meetings-agenda-none = No items yet
meetings-agenda-none-add = Add the first item. You can also put submitted items on the agenda.
meetings-agenda-none-submit = You can hand in an item, which the chair puts on the agenda.
meetings-agenda-none-hint = The chair is still putting the agenda together.
meetings-agenda-total = Planned duration of all items: { $duration }
meetings-agenda-gone = Deferred and withdrawn items
meetings-item-from = from { $time }
meetings-late = late
meetings-internal = internal
meetings-presented-by = Presented by { $name }
meetings-deferred-from = Deferred from:
meetings-deferred-to = Deferred to:
meetings-minutes-of = Minutes of:
meetings-papers = Papers
meetings-item-add = Add an item
meetings-item-add-below = Add an item below
meetings-item-added = The item is on the agenda.
meetings-item-edit = Change item
meetings-item-saved = The item is saved.
meetings-move-up = Move “{ $title }” up
meetings-move-down = Move “{ $title }” down
meetings-move-in = Move “{ $title }” below the item before it
meetings-move-out = Move “{ $title }” to the top level
meetings-moved = “{ $title }” is now item { $number }.
meetings-defer = Defer
meetings-defer-text = The item comes onto the agenda of the next meeting by itself.
meetings-deferred = The item is deferred.
meetings-withdraw = Withdraw
meetings-withdraw-text = The item will not be discussed. It stays visible with the reason.
meetings-withdrawn = The item is withdrawn.
meetings-field-item = Title
meetings-field-kind = Kind
meetings-field-text = What it is about
meetings-field-text-hint = Markdown is possible.
meetings-field-duration = Duration in minutes
meetings-field-presenter = Who presents it?
meetings-presenter-other = Nobody, or somebody from outside
meetings-field-presenter-name = Name
meetings-field-presenter-name-hint = If somebody from outside the group presents it.
meetings-field-internal = For the group only
meetings-field-internal-hint = Guests do not see this item.

meetings-proposals = Submitted items
meetings-proposals-none = No item is waiting at present.
meetings-submit = Hand in an item
meetings-submit-text = The chair decides when the item comes onto the agenda.
meetings-submitted = The item is handed in.
meetings-submitted-by = Handed in by { $name } on { $day }
meetings-submitted-on = Handed in on { $day }
meetings-wish = For which meeting?
meetings-wish-none = The next one that it fits into
meetings-schedule = Put on the agenda
meetings-schedule-for = Meeting
meetings-schedule-text = The item goes to the end of the agenda.
meetings-schedule-here = The item goes to the end of this meeting’s agenda.
meetings-scheduled = The item is on the agenda.
meetings-tasks = Open tasks of the group
meetings-tasks-count = Show open tasks ({ $count })
meetings-task-due = due on { $day }
meetings-versions = Agendas sent
meetings-versions-text = This is how the agendas went out with the invitations. They cannot be changed any more.
meetings-version = Version { $number } of { $time }
meetings-version-by = Version { $number } of { $time }, sent by { $name }
meetings-version-hash = Checksum (SHA-256):

meetings-polls = Finding a date
meetings-poll-open = Find a date
meetings-poll-open-text = Propose several dates. Everybody in the group gets an e-mail and answers. Afterwards you turn the best date into a meeting with one click.
meetings-poll-opened = The poll is running.
meetings-poll-text = Notes
meetings-poll-options = Dates to choose from
meetings-poll-options-hint = At least two. Another date takes over the time of the one before, a day later.
meetings-poll-option = Date { $number }
meetings-poll-option-add = Add a date
meetings-poll-option-remove = Remove
meetings-poll-answer-by = Answer by
meetings-poll-answer-by-hint = Answers are taken until the end of that day. You can choose the date at any time.
meetings-poll-state-open = running
meetings-poll-state-closed = date chosen
meetings-poll-state-cancelled = given up
meetings-poll-until = Answer by { $day }
meetings-poll-answered = { $answered } of { $people } have answered
meetings-poll-times = { $count ->
    [one] One date
   *[other] { $count } dates
 }
meetings-poll-asked = Your answer is missing
meetings-poll-about = Details
meetings-poll-by = Asked by
meetings-poll-mine = My answers
meetings-poll-yes = Yes
meetings-poll-if_needed = If needed
meetings-poll-no = No
meetings-poll-save = Save answers
meetings-poll-answer-done = Your answers are saved.
meetings-poll-answers = Answers
meetings-poll-counts = Together
meetings-poll-unanswered = open
meetings-poll-best = suits best
meetings-poll-choose = Choose this date
meetings-poll-choose-text = This becomes a planned meeting with the place and link of this poll. No more answers are possible then.
meetings-poll-chosen = The date is chosen, the meeting is planned.
meetings-poll-is-closed = The date is chosen
meetings-poll-is-cancelled = This poll was given up.
meetings-poll-over = The time to answer is over. A date is chosen now.
meetings-poll-cancel = Give the poll up
meetings-poll-cancel-text = No date is chosen. The answers stay visible.
meetings-poll-cancelled = The poll is given up.

meetings-procedure = Rules of procedure
meetings-procedure-intro = How the group invites, votes and approves minutes.
meetings-procedure-rules = Rules
meetings-procedure-edit = Change the rules
meetings-procedure-saved = The rules are saved.
meetings-rule-notice = { $count ->
    [one] Invitations go out at least one day before the meeting.
   *[other] Invitations go out at least { $count } days before the meeting.
 }
meetings-rule-notice-none = There is no notice period for invitations.
meetings-rule-voting = Votes
meetings-rule-votes = Right to vote
meetings-rule-vote-person = Each person has one vote.
meetings-rule-vote-organisation = Each organisation has one vote, even if several of its people are there.
meetings-rule-quorum = Quorum
meetings-rule-quorum-none = The group always has a quorum.
meetings-rule-quorum-count = { $count ->
    [one] There is a quorum when one vote is present.
   *[other] There is a quorum when { $count } votes are present.
 }
meetings-rule-quorum-fraction = There is a quorum when at least { $part } of the votes are present.
meetings-rule-majority = Majority
meetings-rule-majority-text = A motion is adopted by { $part } { $base }.
meetings-part-half = more than half
meetings-part-two-thirds = at least two thirds
meetings-part-three-quarters = at least three quarters
meetings-part-all = all votes
meetings-part-more = more than { $part }
meetings-part-least = at least { $part }
meetings-base-yes_no = of yes and no
meetings-base-cast = of the votes cast
meetings-base-present = of the votes present
meetings-base-roll = of all votes
meetings-rule-minutes = Minutes
meetings-rule-approval-item = The minutes are approved in the next meeting.
meetings-rule-approval-silence = { $count ->
    [one] The minutes count as approved when nobody objects for one day.
   *[other] The minutes count as approved when nobody objects for { $count } days.
 }
meetings-rule-circular = Circular resolutions
meetings-rule-circular-days = { $count ->
    [one] A circular resolution runs for at least one day.
   *[other] A circular resolution runs for at least { $count } days.
 }
meetings-rule-objection-stops = If anybody objects, a meeting decides.
meetings-rule-objection-counts = An objection does not stop the circular resolution.
meetings-field-notice = Notice period in days
meetings-field-days-hint = 0 to { $max } days
meetings-vote-by-person = One vote per person
meetings-vote-by-organisation = One vote per organisation
meetings-quorum-none = Always a quorum
meetings-quorum-count = From a number of votes
meetings-quorum-fraction = From a part of the votes
meetings-field-count = Votes needed
meetings-field-num = Upper number (such as 1 of 1/2)
meetings-field-den = Lower number (such as 2 of 1/2)
meetings-field-base = Of what
meetings-field-approval = Approval
meetings-approval-item = In the next meeting
meetings-approval-silence = By silence after a period
meetings-field-silence = Period in days
meetings-field-circular = Shortest duration in days
meetings-field-objection = An objection refers the circular resolution to a meeting
