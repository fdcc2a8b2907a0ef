# Signing in, the own account, who may do what.

accounts-email = E-mail address
accounts-password = Password
accounts-new-password = New password
accounts-current-password = Current password
accounts-password-hint = At least { $min } characters; a whole sentence is fine. You need no special characters.
accounts-given-name = Given name
accounts-family-name = Family name
accounts-locale = Language of e-mails
accounts-locale-de = German
accounts-locale-en = English
accounts-save = Save
accounts-saved = Saved.
accounts-continue = Continue
accounts-from = since { $from }
accounts-from-to = { $from } to { $until }
accounts-from-later = from { $from }

accounts-role-representative = Representative
accounts-role-voting-delegate = Voting delegate
accounts-role-deputy = Deputy
accounts-role-staff = Staff
accounts-network-role-coordinator = Coordination office
accounts-network-role-steering-group-member = Steering group

# Signing in

accounts-sign-in-title = Sign in
accounts-sign-in-do = Sign in
accounts-sign-in-forgot = Forgotten your password?
accounts-sign-in-demo-title = Trying it out
accounts-sign-in-demo-text = This is a demonstration network. The password of all invented people stands where Verbund was started.
accounts-sign-in-none-title = No account yet?
accounts-sign-in-none-text = You get an account by invitation: from your organisation’s representative or from the coordination office. You need none to read.
accounts-sign-in-none-join = Your organisation would like to join
accounts-sign-in-required = Please sign in to see this page.
accounts-code-title = Second step
accounts-code-intro = Your password is right. Now open your authenticator app and enter the six-digit code.
accounts-code = Code
accounts-code-hint = Without your device, one of your recovery codes will do.
accounts-code-back = Sign in with another account
accounts-signed-out = You are signed out.

# Links from mails

accounts-forgot-title = Forgotten password
accounts-forgot-intro = Enter the address of your account. We will send you a link to set a new password.
accounts-forgot-do = Request a link
accounts-forgot-sent-title = Have a look at your inbox
accounts-forgot-sent-text = { $hours ->
    [one] If there is an account for this address, an e-mail is on its way. Your link works once, for one hour.
   *[other] If there is an account for this address, an e-mail is on its way. Your link works once, for { $hours } hours.
 }
accounts-forgot-sent-nothing = Nothing arrived? Look into your spam folder, or ask the coordination office which address you are registered with.
accounts-back-to-sign-in = To sign-in

accounts-reset-title = Set a new password
accounts-reset-intro = You will then be signed out on all devices and sign in again with the new password.
accounts-reset-do = Set password
accounts-reset-done = Your new password is in place. Please sign in with it.

accounts-link-invalid-title = This link no longer works
accounts-link-invalid-text = It is incomplete, has expired or has been used already.
accounts-link-invalid-again = Request a new link

accounts-address-title = Confirm your new address
accounts-address-intro = With one click this address belongs to your account. You will then sign in with it.
accounts-address-do = Confirm address
accounts-address-done-title = Your new address is in place
accounts-address-done-text = From now on you sign in with { $email }.
accounts-address-to-account = To my account

accounts-invitation-title = Invitation
accounts-invitation-by = { $inviter } invites you.
accounts-invitation-into = Where
accounts-invitation-role = Your role
accounts-invitation-time = Period
accounts-invitation-until = Invitation open until
accounts-invitation-account-title = Your account
accounts-invitation-account-hint = You will sign in with { $email }.
accounts-invitation-accept = Accept invitation
accounts-invitation-as = You are signed in as { $name } and accept the invitation with this account.
accounts-invitation-sign-in = There is an account for { $email } already. Sign in with it to accept the invitation.
accounts-invitation-accepted = Welcome! Your new role is in place.
accounts-invitation-invalid = The invitation has expired, was withdrawn or has been accepted already. Ask the person who invited you for a new one.

accounts-first-title = First start
accounts-first-intro = You are setting up this network. Make the account of the coordination office; you invite everybody else afterwards.
accounts-first-do = Make account
accounts-first-done = Welcome! Begin by filling in the network’s profile.
accounts-first-invalid = The link works once and for seven days. As long as there is no coordinator, each start of the server prints a new one.

# The own account

accounts-title = My account
accounts-tabs = Parts of the account
accounts-tab-profile = Profile
accounts-tab-security = Security
accounts-tab-sessions = Devices
accounts-tab-data = My data

accounts-profile-name-title = Name and language
accounts-roles-title = My roles
accounts-roles-none = You have no role in an organisation or in the network yet.
accounts-roles-past = Ended
accounts-roles-rights = What they allow you to do
accounts-email-title = Change address
accounts-email-now = You sign in with { $email }.
accounts-email-new = New e-mail address
accounts-email-hint = We will send a link there to confirm it. Until then the current one counts.
accounts-email-do = Send link
accounts-email-sent = Have a look at the inbox of the new address. The link works for one hour.

accounts-security-password-title = Change password
accounts-security-password-do = Change password
accounts-security-password-done = { $count ->
    [0] Your password is changed.
    [one] Your password is changed. One other device was signed out.
   *[other] Your password is changed. { $count } other devices were signed out.
 }
accounts-totp-title = Signing in in two steps
accounts-totp-off-text = Besides the password, sign-in then asks for a code from your phone. So nobody gets into your account who only knows the password.
accounts-totp-on = on
accounts-totp-off = off
accounts-totp-start = Set up
accounts-totp-start-hint = To be safe, we ask for your password first.
accounts-totp-scan-title = Scan the code
accounts-totp-scan-text = Open an authenticator app on your phone and scan this picture.
accounts-totp-picture = QR code for the authenticator app
accounts-totp-secret = Or type this key by hand:
accounts-totp-open = Open in an app on this device
accounts-totp-confirm = Turn on
accounts-totp-confirm-hint = The app now shows a new code every 30 seconds. Enter the current one.
accounts-totp-done = Signing in in two steps is on.
accounts-totp-disable = Turn off
accounts-totp-disable-title = Turn off signing in in two steps
accounts-totp-disabled = Signing in in two steps is off.
accounts-codes-title = Recovery codes
accounts-codes-left = { $count ->
    [0] You have no recovery code left. Make new ones, so that you get in without your phone too.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left.
 }
accounts-codes-new-text = Keep these codes in a safe place, best printed. Each replaces your phone once. They are shown only now.
accounts-codes-save = Save as a file
accounts-codes-copy = Copy all
accounts-codes-kept = I have kept the codes
accounts-codes-renew = Make new codes
accounts-codes-renew-title = New recovery codes
accounts-codes-renew-text = The current codes will then no longer work.
accounts-proof-code-hint = From your app, or a recovery code.

accounts-sessions-intro = You are signed in on these devices. If you do not know one, sign it out and change your password.
accounts-session-device = Device
accounts-session-unknown = Unknown device
accounts-session-current = this device
accounts-session-since = Signed in on
accounts-session-used = Last used
accounts-session-act = Action
accounts-session-end = Sign out
accounts-session-ended = The device is signed out.
accounts-sessions-everywhere = Sign out everywhere
accounts-sessions-everywhere-title = Sign out on all devices?
accounts-sessions-everywhere-text = On this one too. You will then sign in again.

accounts-data-download-title = Download my data
accounts-data-download-text = One file with everything stored about you here: details, roles, devices, invitations, e-mails and the entries of the audit trail. Passwords and keys are not in it.
accounts-data-download-do = Download
accounts-data-seen-title = Who had to do with my data
accounts-data-seen-text = What others or the program did with your details. What you do yourself is not listed.
accounts-data-seen-none = Nobody so far
accounts-data-seen-none-text = If somebody looks at or changes your details beyond the ordinary, it will be listed here.
accounts-data-when = When
accounts-data-what = What
accounts-data-who = Who
accounts-data-who-system = the program
accounts-data-who-visitor = by a personal link
accounts-data-who-left = a person who has left
accounts-data-may-title = Who may see my data
accounts-data-may-colleagues = People with a role in your organisation see your name and your role there. Its representatives see your address too, because they manage invitations and roles.
accounts-data-may-office = The coordination office sees your name, your address and your roles, because it looks after the network. What goes beyond that is recorded and listed above.
accounts-data-may-public = Public is only what an organisation publishes as a contact, and only with consent.
accounts-data-may-nobody = Nobody sees your password. Only a check value is stored, from which it cannot be worked out.
accounts-data-delete-title = Delete account
accounts-data-delete-text = Your name, address, devices and roles are deleted. What you entered for organisations stays, but without your name. This cannot be undone.
accounts-data-delete-do = Delete account
accounts-data-delete-confirm = Delete for good
accounts-data-deleted = Your account is deleted.

# Who may do what

accounts-rights-title = Who may do what?
accounts-rights-intro = Rights come from roles, and roles have a beginning and an end. When the role ends, the right ends the same day. There are no hidden special rights.
accounts-rights-yours = applies to you
accounts-rights-sees = Sees
accounts-rights-does = May
accounts-rights-why = Where the right comes from
accounts-rights-visitor-title = Everybody, without an account too
accounts-rights-visitor-sees = The network’s profile, the member organisations with their published contacts, and all published offers.
accounts-rights-visitor-does = Search, download lists, apply for membership and follow the application by a personal link.
accounts-rights-visitor-why = The network is public. A confirmed e-mail address is enough to apply.
accounts-rights-person-title = Whoever has an account
accounts-rights-person-sees = Their own details, their own devices, and who had to do with their data.
accounts-rights-person-does = Change name, address, language and password, turn on signing in in two steps, sign devices out, download their own data, delete the account.
accounts-rights-person-why = It is their own account. An account comes from an invitation.
accounts-rights-staff-title = Staff, deputies, voting delegates
accounts-rights-staff-sees = In their own organisation also what is not public: drafts and archived offers, unpublished contacts, colleagues. Of the network’s groups their names, goals, chairs, organisations and all resolutions that are not internal.
accounts-rights-staff-does = Read, take part in groups and propose groups. Changes are up to the representatives.
accounts-rights-staff-why = The organisation’s representative or the coordination office has entered them for this organisation.
accounts-rights-representative-title = Representatives of an organisation
accounts-rights-representative-sees = Everything that concerns their own organisation, the addresses of its people included.
accounts-rights-representative-does = Edit profile, logo and contacts, write, publish and confirm offers, invite people and give them roles with a beginning and an end. Consent to work in groups where the organisation wants to be asked.
accounts-rights-representative-why = The organisation named them; the invitation came from the coordination office or from another representative.
accounts-rights-group-title = In a group
accounts-rights-group-sees = In this group the people, the milestones, all versions of the charter, the history, tasks, files, meetings, minutes once they are in review, and resolutions. Guests don’t see what is internal, nor circular resolutions.
accounts-rights-group-does = Make and take tasks, upload files, answer date polls and invitations, hand in agenda items, object to minutes, vote on circular resolutions, move and close their own milestones, leave the group. Whoever chairs a meeting or writes its minutes holds that meeting and writes them. Guests read, and answer invitations and date polls.
accounts-rights-group-why = They joined, were taken in or were invited. When they no longer belong to the organisation, the place ends too.
accounts-rights-chair-title = Chair and secretary of a group
accounts-rights-chair-sees = Also the open requests and invitations of this group.
accounts-rights-chair-does = Keep details, charter and milestones, invite, take in and give roles, change all tasks and files of the group, plan meetings, invite to them and hold them, write minutes, set the rules of procedure, record and correct resolutions, open circular ones. The chair asks the steering group to change the state.
accounts-rights-chair-why = Whoever proposes a group is its chair; further roles are given by the chair.
accounts-rights-steering-title = Steering group
accounts-rights-steering-sees = Applications for membership with all that was filed, and all groups with chairs, milestones and history.
accounts-rights-steering-does = Ask questions, admit, or decline with a reason. Charter groups and confirm each change of their state.
accounts-rights-steering-why = The steering group is elected and decides on membership and on groups.
accounts-rights-coordinator-title = Coordination office
accounts-rights-coordinator-sees = All organisations and people with their addresses, applications, the outbox and the audit trail. Whoever looks at personal details beyond the ordinary is recorded, and the person concerned sees it.
accounts-rights-coordinator-does = Look after the network, its terms, memberships, roles and groups, import data, disable and delete accounts.
accounts-rights-coordinator-why = It runs the platform on behalf of the network.
accounts-rights-nobody-title = Nobody
accounts-rights-nobody-sees = Passwords, recovery codes and the keys of signing in in two steps.
accounts-rights-nobody-does = Act in another person’s name without it being recorded.
accounts-rights-nobody-why = Passwords and codes are stored as check values only; each change writes its entry in the same step.
