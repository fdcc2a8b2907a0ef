# Messages of the admin pages.

# The way into the administration

admin-overview-intro = Set up the network here and keep track of it.
admin-overview-applications = Read applications for membership, ask questions and decide
admin-overview-members = View, suspend and end memberships
admin-overview-groups = All groups with chairs and milestones, and what is to be decided
admin-overview-people = Find, invite and disable people, and manage their roles in the network
admin-overview-network = The network’s name, texts, imprint and privacy notice
admin-overview-terms = Topics, target groups, districts and languages of the directory
admin-overview-import = Take over members, people and offers from tables
admin-overview-outbox = E-mails that were sent or still wait
admin-overview-audit = Who changed what, and when

# The network's profile

admin-network-intro = How the network presents itself to everybody who visits these pages.
admin-network-about = The network
admin-network-name = Name
admin-network-short-name = Short name
admin-network-short-name-hint = For narrow screens and window titles, at most 40 characters.
admin-network-founded = Year of foundation
admin-network-email = E-mail address of the coordination office
admin-network-email-hint = Visible to everybody; visitors write to it.
admin-network-website = Website
admin-network-texts = Texts of the start page
admin-network-texts-hint = Where the English text is missing, the German one is shown. An empty line begins a new paragraph.
admin-network-welcome = Welcome
admin-network-purpose = What the network is for
admin-network-principles = How the network works
admin-network-legal = Legal
admin-network-legal-hint = Both pages are linked from everywhere and must be complete.
admin-network-imprint = Imprint
admin-network-privacy = Privacy notice
admin-network-offers = Keeping offers up to date
admin-network-offers-hint = Members regularly confirm that their offers are still right. An offer that was not confirmed is marked, and leaves the directory after the days of grace.
admin-network-check-days = Days until the next check
admin-network-grace-days = Days of grace
admin-network-save = Save
admin-network-saved = The network’s profile is saved.

# The terms of the directory

admin-terms-intro = People find offers and members by these terms. Archived terms stay visible where they are used, but can no longer be chosen.
admin-terms-topics = Topics
admin-terms-target-groups = Target groups
admin-terms-districts = Districts
admin-terms-languages = Languages
admin-terms-none = There is no term in this list yet.
admin-terms-add = Add a term
admin-terms-add-title = Add a term
admin-terms-edit-title = Change a term
admin-terms-name = Name
admin-terms-german = German
admin-terms-english = English
admin-terms-untranslated = not translated
admin-terms-key = Key
admin-terms-key-hint = Stands in addresses and tables and never changes: small letters, digits and _. Left empty, it is made from the German name.
admin-terms-column = Column on the map
admin-terms-row = Row on the map
admin-terms-tile-hint = Columns and rows of the tile map count from 0, from the left and from the top.
admin-terms-state = State
admin-terms-in-use = Can be chosen
admin-terms-archived = Archived
admin-terms-actions = Actions
admin-terms-up = Move { $name } up
admin-terms-down = Move { $name } down
admin-terms-edit = Change { $name }
admin-terms-archive = Archive { $name }
admin-terms-restore = Offer { $name } again
admin-terms-save = Save
admin-terms-saved = “{ $name }” is saved.
admin-terms-moved = The new order holds.
admin-terms-was-archived = The term is archived.
admin-terms-restored = The term can be chosen again.

# What was done, as the audit trail and the own data say it

# The audit trail

admin-audit-intro = Every change in the network stands here: who, when, what. Entries cannot be changed or deleted.
admin-audit-action = What
admin-audit-any-action = anything
admin-audit-kind = Done to
admin-audit-any-kind = anything
admin-audit-from = From
admin-audit-until = Until
admin-audit-when = When
admin-audit-who = Who
admin-audit-object = Done to
admin-audit-organisation = Organisation
admin-audit-details = Details
admin-audit-only-person = Only what this person did
admin-audit-only-organisation = Only what concerns this organisation
admin-audit-by-system = the program
admin-audit-by-visitor = not signed in
admin-audit-by-former = Person has left
admin-audit-empty = No entries
admin-audit-empty-text = There is nothing to see with these filters. Take one away or choose another period.
admin-audit-export = Save the shown entries as CSV
admin-audit-file = audit.csv

# Acts and objects of the audit trail

# The outbox

admin-outbox-intro = Every e-mail stands here first and is then sent. What fails is tried again a few times.
admin-outbox-no-server = No mail server is set up
admin-outbox-no-server-text = So e-mails wait here. You can open a text and pass its link on yourself; the audit trail will say so.
admin-outbox-state = State
admin-outbox-all = All
admin-outbox-queued = Waiting
admin-outbox-sent = Sent
admin-outbox-failed = Failed
admin-outbox-mail = E-mail
admin-outbox-recipient = To
admin-outbox-when = Time
admin-outbox-act = Action
admin-outbox-next = next attempt: { $time }
admin-outbox-open = Open the text
admin-outbox-retry = Send again
admin-outbox-retried = The e-mail is queued again.
admin-outbox-no-sender = No sender address is set up.
admin-outbox-timeout = The mail server did not answer.
admin-outbox-empty = No e-mails
admin-outbox-empty-text = As soon as the network writes an e-mail, it stands here.
admin-outbox-attempts = { $count ->
    [one] one attempt
   *[other] { $count } attempts
 }

# People, for the coordination office

admin-people-intro = Everybody with an account. Opening a person is recorded; they can see it in their account.
admin-people-search = Name or e-mail address
admin-people-any = All
admin-people-name = Name
admin-people-email = E-mail address
admin-people-given-name = Given name
admin-people-family-name = Family name
admin-people-language = Language of the e-mail
admin-people-german = German
admin-people-english = English
admin-people-role = Role
admin-people-roles = Roles today
admin-people-role-in = at { $organisation }
admin-people-state = Account
admin-people-active = Active
admin-people-disabled = Disabled
admin-people-deleted = Deleted
admin-people-coordinator = Coordination office
admin-people-steering-group-member = Steering group
admin-people-none = There is nobody like that.
admin-people-none-text = Search with fewer words or without filters, or invite somebody.
admin-people-invite = Invite into the network
admin-people-invite-title = Invite into the coordination office or steering group
admin-people-invite-send = Send invitation
admin-people-invited = The invitation to { $email } is on its way.
admin-people-from = First day
admin-people-until = Last day
admin-people-since = since { $from }
admin-people-from-until = { $from } to { $until }
admin-people-current = today
admin-people-devices = Devices signed in
admin-people-last-used = Last used
admin-people-network-roles = Roles in the network
admin-people-no-network-roles = No role in the network.
admin-people-affiliations = Roles in organisations
admin-people-no-affiliations = No role in an organisation.
admin-people-give = Give a role
admin-people-given = The role is given.
admin-people-end = End role
admin-people-ended = The end of the role is set.
admin-people-last-day = Last day
admin-people-last-day-hint = A day before today ends the role at once.
admin-people-account = Account
admin-people-own = This is you. You manage your own account under “My account”.
admin-people-disable = Disable account
admin-people-disable-text = The person is signed out everywhere and cannot sign in any more. Their roles stay, and you can enable the account again at any time.
admin-people-was-disabled = { $name } is disabled.
admin-people-enable = Enable account
admin-people-was-enabled = { $name } can sign in again.
admin-people-delete = Delete person
admin-people-delete-text = Name, address and account are deleted, and their roles end. What they did stays, without their name. This cannot be undone.
admin-people-was-deleted = The person is deleted.
