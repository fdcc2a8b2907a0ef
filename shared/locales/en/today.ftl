# Messages of the today pages.

today-greeting = { $part ->
    [morning] Good morning, { $name }
    [evening] Good evening, { $name }
   *[day] Hello, { $name }
 }
today-intro = { $count ->
    [0] Today is { $day }. Nothing is waiting for you.
    [one] Today is { $day }. One thing is waiting for you.
   *[other] Today is { $day }. { $count } things are waiting for you.
 }
today-waiting = What needs you now
today-next = What comes next
today-next-none = Nothing is coming up in the next few weeks.
today-empty-title = All done
today-empty-text = Nothing is waiting for you at the moment. As soon as something comes up, you will find it here.
today-empty-offers = Look at offers
today-empty-members = Look at members

today-overdue = { $days ->
    [one] overdue since yesterday
   *[other] overdue for { $days } days
 }
today-due = { $days ->
    [0] due today
    [1] due tomorrow
   *[other] in { $days } days
 }
today-by = by { $day }

today-kind-application_review = Review an application
today-kind-offer_check = Check an offer
today-kind-group_request = Join request
today-kind-group_invitation = Invitation into a group
today-kind-group_consent = Consent needed
today-kind-group_proposed = Proposed group
today-kind-group_change = Change of a group
today-kind-milestone_overdue = Milestone overdue
today-kind-task_confirm = Take a task?
today-kind-task_returned = Task given back
today-kind-task_overdue = Task overdue
today-kind-circular_vote = Vote open
today-kind-meeting_reply = Invitation
today-kind-poll_answer = Date poll
today-kind-item_prepare = To prepare
today-kind-minutes_review = Minutes in review
today-kind-minutes_sign = Signature missing
today-kind-resolution_done = Resolution implemented?
today-kind-profile_incomplete = Complete a profile
today-kind-invitation_ending = Invitation without an answer
today-kind-network_unfinished = Introduce the network
today-kind-mail_failed = E-mails not delivered
today-kind-second_factor_off = Protect your account better
today-kind-role_ending = Role ends

today-title-application_review = { $name } would like to become a member
today-title-offer_check = Is “{ $name }” still right?
today-title-group_request = { $name } would like to join one of your groups
today-title-group_invitation = You are invited to work in “{ $name }”
today-title-group_consent = { $name } would like to work in a group for your organisation
today-title-group_proposed = “{ $name }” is proposed as a group
today-title-group_change = The group “{ $name }” asks for a change of its state
today-title-milestone_overdue = The milestone “{ $name }” is still open
today-title-task_confirm = You are asked to take “{ $name }”
today-title-task_returned = “{ $name }” was given back to you
today-title-task_overdue = The task “{ $name }” is still open
today-title-circular_vote = Vote on “{ $name }”
today-title-meeting_reply = Say whether you come to “{ $name }”
today-title-poll_answer = Say which dates suit for “{ $name }”
today-title-item_prepare = Prepare “{ $name }”
today-title-minutes_review = Read the minutes of “{ $name }”
today-title-minutes_sign = Sign the minutes of “{ $name }”
today-title-resolution_done = All tasks of “{ $name }” are done
today-title-profile_incomplete = Something is missing in the profile of { $name }
today-title-invitation_ending = { $name } has not accepted the invitation yet
today-title-network_unfinished = The network has no name or no purpose yet
today-title-mail_failed = { $count ->
    [one] An e-mail could not be delivered
   *[other] { $count } e-mails could not be delivered
 }
today-title-second_factor_off = Your account has no second factor
today-title-role_own = Your role ends: { $role }
today-title-role_other = { $name } is leaving: { $role }
today-title-next_offer = Check “{ $name }” again

today-text-profile_incomplete = With a purpose and topics, people find your organisation in the directory.
today-text-network_unfinished = The start page will then say who you are and what you help with.
today-text-mail_failed = The outbox shows what went wrong and lets you try again.
today-text-second_factor_off = Whoever coordinates the network sees a lot of data. A code from your phone protects it even if somebody knows your password.

today-do-application_review = Look at the application
today-do-offer_check = Look at the offer
today-do-offer_confirm = Still right
today-do-group_request = See request
today-do-group_invitation = Answer invitation
today-do-group_consent = Give consent
today-do-group_proposed = See proposal
today-do-group_change = See what is asked
today-do-milestone_overdue = See milestone
today-do-task_confirm = Answer the request
today-do-task_returned = See task
today-do-task_overdue = Open task
today-do-circular_vote = Read and vote
today-do-meeting_reply = Reply
today-do-poll_answer = See the dates
today-do-item_prepare = To the meeting
today-do-minutes_review = Read
today-do-minutes_sign = To the minutes
today-do-resolution_done = To the resolution
today-do-profile_incomplete = Complete the profile
today-do-invitation_ending = Look at invitations
today-do-network_unfinished = Describe the network
today-do-mail_failed = Open the outbox
today-do-second_factor_off = Set up a second factor
today-confirmed = Thank you. “{ $name }” is confirmed.

today-role-representative = Representative
today-role-voting_delegate = Voting delegate
today-role-deputy = Deputy
today-role-staff = Staff
today-role-coordinator = Coordination office
today-role-steering_group_member = Steering group
