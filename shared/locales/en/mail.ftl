# Texts of the mails; only the server reads them.

mail-greeting = Hello { $name },
mail-greeting-unnamed = Hello,
mail-link-hint = If the button does not work, open this address in your browser:
mail-footer = This message was sent automatically. If it means nothing to you, you can delete it.

mail-password-reset-subject = Set a new password
mail-password-reset-body =
    somebody, probably you, has asked for a new password for this address. Use the button to set it.

    { $hours ->
        [one] The link works once and for one hour.
       *[other] The link works once and for { $hours } hours.
    } If it was not you, there is nothing to do: your present password stays valid.
mail-password-reset-action = Set password

mail-email-change-subject = Confirm your new e-mail address
mail-email-change-body =
    this address is to belong to your account at { $network }. Please confirm that it is yours.

    { $hours ->
        [one] The link works once and for one hour.
       *[other] The link works once and for { $hours } hours.
    } Until then, keep signing in with your present address.
mail-email-change-action = Confirm address

mail-security-notice-subject = A change to your account
mail-security-notice-body =
    { $what ->
        [password] the password of your account has been changed.
        [email] the e-mail address of your account has been changed. This message goes to your previous address.
        [second_factor_on] signing in with two steps has been turned on.
        [second_factor_off] signing in with two steps has been turned off.
        [recovery_codes] new recovery codes have been made for your account. The old ones no longer work.
        [sessions] a sign-in key of your account has been used twice. To be safe, we have signed out the device concerned.
       *[other] a security setting of your account has been changed.
    }

    If it was you, there is nothing to do. If not, please set a new password at once and get in touch with the coordination office.
mail-security-notice-action = See my account

mail-new-device-subject = New sign-in to your account
mail-new-device-body =
    { $device ->
        [unknown] on { $day } at { $time } somebody signed in to your account with { $network }, on a device that we could not recognise.
       *[other] on { $day } at { $time } somebody signed in to your account with { $network }, on a device that you have not used there before: { $device }.
    }

    If this was you, there is nothing to do.

    If it was not, somebody knows your password. Please set a new one at once, with “Forgotten password” on the sign-in page or under “Security” in your account: this signs all other devices out. Turn on sign-in in two steps there too, and tell the coordination office.
mail-new-device-action = See my devices

mail-invitation-subject = Invitation: { $organisation }
mail-invitation-body =
    { $inviter } invites you to work with { $network } for “{ $organisation }”.

    The button shows you which role it is and lets you set a password. After that you can sign in with this e-mail address at any time. The invitation is valid until { $until }.
mail-invitation-action = See the invitation

mail-application-confirm-subject = Please confirm your application
mail-application-confirm-body =
    thank you for the application of “{ $organisation }” to join { $network }. Please confirm that this e-mail address is right. Only then will the application be looked at.

    If you have not applied, there is nothing you need to do.
mail-application-confirm-action = Confirm application

mail-application-received-subject = We have received your application
mail-application-received-body =
    the application of “{ $organisation }” is confirmed and now with the steering group. You will hear from us as soon as there is news.

    With this personal link you can see how things stand, answer questions or withdraw the application at any time. Please do not pass it on.
mail-application-received-action = See how it stands

mail-application-new-subject = New application: { $organisation }
mail-application-new-body =
    “{ $organisation }” would like to join { $network }. The application is confirmed and waits for your review.
mail-application-new-action = See the application

mail-application-question-subject = A question about your application
mail-application-question-body =
    we have a question about the application of “{ $organisation }”:

    { $question }

    Please answer by the button. We can only go on once your answer is there.
mail-application-question-action = Answer the question

mail-application-answered-subject = Answer to the application: { $organisation }
mail-application-answered-body =
    “{ $organisation }” has answered your question:

    { $answer }
mail-application-answered-action = See the application

mail-application-admitted-subject = Welcome to { $network }
mail-application-admitted-body =
    “{ $organisation }” is now a member of { $network }. We look forward to working together.

    { $reason }

    The invitation to your personal account comes in a message of its own. With the account you complete your organisation’s profile and enter offers.
mail-application-admitted-action = See the decision

mail-application-declined-subject = Decision on your application
mail-application-declined-body =
    we have discussed the application of “{ $organisation }” and cannot accept it at present. The reason:

    { $reason }

    If you have questions about it, simply reply to this message.
mail-application-declined-action = See the decision

mail-application-withdrawn-subject = Application withdrawn: { $organisation }
mail-application-withdrawn-body =
    “{ $organisation }” has withdrawn the application.

    { $reason }
mail-application-withdrawn-action = See the application

mail-offer-check-due-subject =
    { $count ->
        [one] Is your offer still right?
       *[other] Are your { $count } offers still right?
    }
mail-offer-check-due-body =
    { $count ->
        [one] one offer of “{ $organisation }” has not been checked for some time. Please have a quick look: if all is right, one click is enough.
       *[other] { $count } offers of “{ $organisation }” have not been checked for some time. Please have a quick look: if all is right, one click each is enough.
    }

    Unchecked offers are marked as overdue in the directory and are no longer shown after a while.
mail-offer-check-due-action = Check offers

mail-group-invitation-subject = Invitation into the group “{ $group }”
mail-group-invitation-body =
    { $inviter } invites you to work in the group “{ $group }”.

    { $text }

    When you have signed in you will find the invitation among what waits for you, and can accept or decline it.
mail-group-invitation-action = See the group

mail-group-request-subject = { $person } would like to join “{ $group }”
mail-group-request-body =
    { $person } would like to work in the group “{ $group }”. Please decide about it.

    { $organisation }

    { $text }
mail-group-request-action = See the request

mail-group-decision-subject = Your work in the group “{ $group }”
mail-group-decision-body =
    { $decision ->
        [accepted] you now belong to the group “{ $group }”.
        [consented] your organisation has consented: you now belong to the group “{ $group }”.
        [consent_pending] the group “{ $group }” is glad to have you. Your organisation is being asked for its consent.
        [not_consented] your organisation has not consented to your work in the group “{ $group }”.
       *[other] the group “{ $group }” cannot take you in at present.
    }

    { $reason }
mail-group-decision-action = See the group

mail-group-consent-subject = Consent asked: { $person } in “{ $group }”
mail-group-consent-body =
    { $person } would like to work in the group “{ $group }” for “{ $organisation }”. Your organisation wants to be asked first.

    When you have signed in you will find the question among what waits for you, and can consent or decline.
mail-group-consent-action = See the group

mail-task-asked-subject = Will you take “{ $task }”?
mail-task-asked-body =
    { $person } asks you to take the task “{ $task }” in the group “{ $group }”.

    { $due ->
        [none] There is no deadline yet.
       *[other] It should be done by { $due }.
    }

    { $text }

    Please confirm the task, or give it back with a word.
mail-task-asked-action = See the task

mail-task-returned-subject = Given back: { $task }
mail-task-returned-body =
    { $person } has given the task “{ $task }” in the group “{ $group }” back to you.

    { $reason }
mail-task-returned-action = See the task

mail-task-mentioned-subject = { $person } mentioned you: { $task }
mail-task-mentioned-body =
    { $person } mentioned you in a comment on the task “{ $task }” of the group “{ $group }”:

    { $text }
mail-task-mentioned-action = See the comment

mail-task-news-subject =
    { $what ->
        [comment] New comment: { $task }
        [done] Done: { $task }
       *[other] Given up: { $task }
    }
mail-task-news-body =
    { $what ->
        [comment] { $person } has commented on the task “{ $task }” of the group “{ $group }”:
        [done] { $person } has marked the task “{ $task }” of the group “{ $group }” as done.
       *[other] { $person } has given up the task “{ $task }” of the group “{ $group }”:
    }

    { $text }

    You get this message because you watch the task. You can end that on its page.
mail-task-news-action = See the task

mail-tasks-due-subject =
    { $count ->
        [one] A task is due
       *[other] { $count } tasks are due
    }
mail-tasks-due-body =
    { $overdue ->
        [0] these tasks are due in the next days:
       *[other] these tasks are due in the next days or overdue already:
    }

    { $tasks }
mail-tasks-due-action = See my tasks

mail-circular-opened-subject = Your vote: { $title }
mail-circular-opened-body =
    The group “{ $group }” decides by circular resolution: “{ $title }”.

    Your vote counts until and including { $day }.
mail-circular-opened-action = Read and vote

mail-circular-reminder-subject = Not voted yet: { $title }
mail-circular-reminder-body =
    Your vote on the circular resolution “{ $title }” of the group “{ $group }” is still missing.

    It counts until and including { $day }.
mail-circular-reminder-action = Read and vote

mail-circular-closed-subject = { $outcome ->
    [adopted] Adopted: { $title }
    [rejected] Rejected: { $title }
    [to_meeting] Goes to a meeting: { $title }
   *[withdrawn] Withdrawn: { $title }
 }
mail-circular-closed-body =
    { $outcome ->
        [adopted] The circular resolution “{ $title }” of the group “{ $group }” is adopted. Its number is { $label }.
        [rejected] The circular resolution “{ $title }” of the group “{ $group }” is rejected. The decision has the number { $label }.
        [to_meeting] The group “{ $group }” decides on “{ $title }” in a meeting: somebody objected, or too few voted.
       *[withdrawn] The circular resolution “{ $title }” of the group “{ $group }” is withdrawn.
    }

    { $reason }
mail-circular-closed-action = See the result

mail-meeting-invited-subject =
    { $what ->
        [again] Changed agenda: { $title } on { $day }
       *[first] Invitation: { $title } on { $day }
    }
mail-meeting-invited-body =
    { $what ->
        [again] The agenda of the meeting "{ $title }" of the group "{ $group }" has changed.
       *[first] The group "{ $group }" invites you to the meeting "{ $title }".
    }

    On { $day } from { $from } to { $until }
    { $place }
    { $url }

    { $message }

    Agenda:
    { $agenda }

    Please say on the page of the meeting whether you will come. A calendar file is attached.
mail-meeting-invited-action = See the meeting and reply

mail-meeting-moved-subject = Changed: { $title } on { $day }
mail-meeting-moved-body =
    Time, place or link of the meeting "{ $title }" of the group "{ $group }" have changed. It now is:

    On { $day } from { $from } to { $until }
    { $place }
    { $url }

    A calendar file with the new details is attached.
mail-meeting-moved-action = See the meeting

mail-meeting-called-off-subject =
    { $outcome ->
        [postponed] Postponed: { $title }
       *[cancelled] Cancelled: { $title }
    }
mail-meeting-called-off-body =
    { $outcome ->
        [postponed] The meeting "{ $title }" of the group "{ $group }" on { $day } at { $from } is postponed. You will get a message once there is a new date.
       *[cancelled] The meeting "{ $title }" of the group "{ $group }" on { $day } at { $from } is cancelled.
    }

    The reason: { $reason }
mail-meeting-called-off-action = See the meeting

mail-meeting-poll-opened-subject = Which date suits you? { $title }
mail-meeting-poll-opened-body =
    The group "{ $group }" is looking for a date for "{ $title }".

    Please answer by { $day }.
mail-meeting-poll-opened-action = See the dates and answer

mail-meeting-poll-ended-subject =
    { $outcome ->
        [closed] Date found: { $title } on { $day }
       *[cancelled] Search for a date ended: { $title }
    }
mail-meeting-poll-ended-body =
    { $outcome ->
        [closed] "{ $title }" of the group "{ $group }" takes place on { $day } at { $from }. The invitation with the agenda follows.
       *[cancelled] The search for a date for "{ $title }" of the group "{ $group }" has ended without one.
    }
mail-meeting-poll-ended-action = See it

mail-minutes-review-subject = Minutes for review: { $meeting }
mail-minutes-review-body =
    The minutes of the meeting “{ $meeting }” of the group “{ $group }” on { $day } are ready for review.

    You can object until { $until }.
mail-minutes-review-action = Read the minutes
