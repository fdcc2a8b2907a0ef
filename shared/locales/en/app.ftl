# The frame around the pages and the building blocks.

app-skip = Skip to content
app-demonstration = Demonstration: the network, its members and all people are invented.
app-session-ended = Your sign-in has expired. What you typed is still here: sign in again and go on.
app-session-again = Sign in again (opens a new tab)
app-loading = Loading …
app-retry = Try again
app-close = Close
app-cancel = Cancel
app-copy = Copy
app-copied = Copied
app-export = As a table (CSV)
app-more = Show more
app-shown = { $shown ->
    [one] One entry
   *[other] { $shown } entries
 }
app-shown-of = { $shown } of { $total } shown
app-password-show = Show password
app-password-hide = Hide password
app-optional = optional
app-mention-names = Names to put in
app-mention-offered = { $count ->
    [one] One name fits; arrow down leads there.
   *[other] { $count } names fit; arrow down leads there.
 }
app-stale-title = Somebody has saved something else in the meantime
app-stale-text = What you typed is still in the fields. You can load the current state and lose what you typed, or save what you typed and lose the other change.
app-stale-load = Load current state
app-stale-keep = Save what I typed
app-form-wrong = Please check
app-characters = { $count } of at most { $max } characters
app-in-german = { $label } (German)
app-in-english = { $label } (English)
app-file-choose = Choose a file or drop it here
app-breadcrumb = You are here
app-step-done = done
app-search-go = Search
app-filter = Filters
app-filter-count = { $count ->
    [one] Filters (1 chosen)
   *[other] Filters ({ $count } chosen)
 }
app-filter-chosen = Chosen filters
app-filter-remove = remove
app-filter-clear = Remove all

app-page-failed-title = The page could not be loaded
app-page-failed = The connection was interrupted, or the application has just been renewed. Try again or reload the page.
app-not-found-title = There is no such page
app-not-found-text = It may have moved, or the link may be incomplete. From here you can go on:
app-to-home = To the start page

app-nav = Main navigation
app-nav-bottom = Navigation
app-nav-footer = Legal
app-nav-more = More
app-nav-admin = Coordination
app-nav-home = Start page
app-nav-offers = Offers
app-nav-members = Members
app-nav-join = Join
app-nav-sign-in = Sign in
app-nav-today = Today
app-nav-groups = Groups
app-nav-tasks = Tasks
app-nav-meetings = Meetings
app-nav-resolutions = Resolutions
app-nav-organisation = Organisation
app-nav-account = My account
app-nav-security = Password and security
app-nav-rights = Who may do what?
app-nav-admin-overview = Overview
app-nav-applications = Applications
app-nav-group-oversight = Group overview
app-nav-memberships = Memberships
app-nav-people = People
app-nav-network = Network
app-nav-terms = Terms
app-nav-import = Import
app-nav-outbox = Outbox
app-nav-audit = Audit trail
app-nav-imprint = Imprint
app-nav-privacy = Privacy
app-nav-gallery = Building blocks

app-theme = Appearance
app-theme-system = As the system
app-theme-light = Light
app-theme-dark = Dark

app-command-open = Search
app-command-keys = Ctrl K
app-command-title = Search and go
app-command-hint = Where to, or what are you looking for?
app-command-nothing = There is no page for this.
app-command-offers = Search the offers for “{ $words }”
app-command-members = Search the members for “{ $words }”
app-sign-out = Sign out
app-command-waiting = Searching the directory …
app-command-failed = The directory cannot be reached right now.
app-command-found = { $count ->
    [0] Nothing in the directory fits.
    [one] One hit in the directory
   *[other] { $count } hits in the directory
 }
