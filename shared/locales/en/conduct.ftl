# Holding a meeting: attendance, items, votes.

conduct-title = Running: { $title }
conduct-when = { $day }, { $time }
conduct-online-link = Join online
conduct-chair = Chair: { $name }
conduct-minute-taker = Minute-taker: { $name }
conduct-before = The meeting has not begun yet.
conduct-before-open = The meeting has not begun yet. When you are ready, begin it with the button above.
conduct-after = The meeting is over. It lasted from { $from } to { $until }.
conduct-to-minutes = To the minutes
conduct-postponed = The meeting has been postponed.
conduct-cancelled = The meeting has been cancelled.

conduct-open = Begin the meeting
conduct-open-text = The meeting runs from now on. The attendance list is made from the members of the group, and you can begin items and hold votes.
conduct-opened = The meeting is running.
conduct-close = End the meeting
conduct-close-text = The meeting is over then. For everybody who is still there, attendance ends now. There can be no new votes; you go on writing the minutes.
conduct-close-items = { $count ->
    [one] One item is still open and will be deferred.
   *[other] { $count } items are still open and will be deferred.
 }
conduct-close-votes = A vote is still open. Enter its result first, or break it off.
conduct-closed = The meeting is over.

conduct-bar-none = No item begun
conduct-bar-votes = { $present } votes there, { $needed } needed
conduct-clock = Time
conduct-jumps = Parts of this page

conduct-agenda = Agenda
conduct-agenda-none = The agenda is empty
conduct-to-meeting = To the meeting
conduct-now = now
conduct-minutes = { $count } min
conduct-internal = internal
conduct-late = added late
conduct-item = Item
conduct-item-none = No item chosen
conduct-presenter = Presented by { $name }
conduct-minutes-of = Read the minutes:
conduct-deferred-to = Deferred to:
conduct-paper = Paper
conduct-elsewhere = Now in discussion: { $title }
conduct-elsewhere-go = Go there
conduct-begin = Begin
conduct-begin-again = Begin once more
conduct-decided = Decided
conduct-noted = Noted
conduct-defer = Defer
conduct-defer-text = The item comes up on the next agenda.
conduct-defer-reason = Why?
conduct-deferred = The item has been deferred.
conduct-notes = Minutes

conduct-votes = Votes
conduct-vote-begin = Prepare a vote
conduct-vote-start = Open the vote
conduct-vote-opened = The vote is open.
conduct-vote-open = open
conduct-vote-running = The votes are being counted.
conduct-vote-no-quorum = You can hold a vote as soon as the meeting has a quorum.
conduct-vote-no-mover = nobody in particular
conduct-vote-mover = Moved by { $name }
conduct-vote-secret = secret
conduct-vote-secret-hint = You count ballots and enter only the numbers.
conduct-vote-rules = as in the rules of procedure: { $majority }
conduct-vote-excluded = Without a vote because of a conflict of interest
conduct-vote-excluded-hint = Their votes do not count as present in this vote.
conduct-vote-excluded-who = Person
conduct-vote-excluded-why = Reason
conduct-vote-excluded-add = Exclude a person
conduct-vote-excluded-remove = Remove this line
conduct-vote-choose = Please choose
conduct-vote-basis = { $present } of { $roll } votes present. Majority needed: { $majority }.
conduct-vote-adopted = Adopted with { $yes } yes, { $no } no and { $abstain } abstentions. { $needed } yes votes were needed.
conduct-vote-rejected = Rejected with { $yes } yes, { $no } no and { $abstain } abstentions. { $needed } yes votes were needed.
conduct-vote-resolution = Resolution:
conduct-vote-cancelled = This vote was broken off. It does not count.
conduct-vote-cancelled-done = The vote has been broken off.
conduct-vote-cancel = Break off the vote
conduct-vote-cancel-text = The vote does not count then. You can open a new one afterwards.
conduct-vote-counted = The result has been entered.
conduct-count-yes = Yes
conduct-count-no = No
conduct-count-abstain = Abstentions
conduct-count-close = Enter the result
conduct-count-sum = { $cast } of { $present } votes present are counted.
conduct-count-missing = { $count ->
    [one] One vote is missing or was not cast.
   *[other] { $count } votes are missing or were not cast.
 }
conduct-count-too-many = { $count ->
    [one] That is one vote more than is present.
   *[other] That is { $count } votes more than are present.
 }
conduct-count-needed = { $count ->
    [one] With these numbers one yes vote is needed.
   *[other] With these numbers { $count } yes votes are needed.
 }
conduct-count-adopted = The motion is adopted.
conduct-count-rejected = The motion is rejected.

conduct-quorum = Quorum
conduct-quorum-reached = quorum reached
conduct-quorum-missing = no quorum
conduct-quorum-organisations = { $present } of { $roll } organisations with a vote are there, { $needed } are needed.
conduct-quorum-persons = { $present } of { $roll } people with a vote are there, { $needed } are needed.
conduct-quorum-bar = Share of the votes that are present
conduct-quorum-line = Over time
conduct-quorum-point = { $count ->
    [one] one vote, quorum reached
   *[other] { $count } votes, quorum reached
 }
conduct-quorum-point-missing = { $count ->
    [one] one vote, no quorum
   *[other] { $count } votes, no quorum
 }

conduct-people = Attendance
conduct-people-none = The list is made when the meeting begins.
conduct-no-organisation = Without an organisation
conduct-no-vote = no vote
conduct-attendance-unknown = not known yet
conduct-attendance-present = in the room
conduct-attendance-online = online
conduct-attendance-left = left
conduct-attendance-excused = excused
conduct-attendance-absent = absent
conduct-reply-none = no answer
conduct-reply-accepted = has accepted
conduct-reply-maybe = has answered “maybe”
conduct-reply-declined = has declined
conduct-span = { $from }–{ $until }
conduct-span-open = since { $from }
conduct-span-online = online { $from }–{ $until }
conduct-span-online-open = online since { $from }
conduct-times = Times
conduct-times-text = Enter from when until when the person was there. Without an end the person is still there.
conduct-times-from = From
conduct-times-until = Until
conduct-times-online = online
conduct-times-add = Add a time
conduct-times-remove = Remove this time
conduct-times-none = The person was not there.
conduct-times-done = The times have been changed.
conduct-guest-add = Add a guest
conduct-guest-text = For people who do not belong to the group. They have no vote.
conduct-guest-name = Name
conduct-guest-organisation = Organisation
conduct-guest-added = The guest has been added.
conduct-guest-remove = Remove guest
conduct-guest-remove-text = The entry disappears from the attendance list.
conduct-guest-removed = The guest has been removed.
