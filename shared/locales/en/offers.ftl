# Offers: one in full, and an organisation's own.

offers-form-advice = Advice
offers-form-course = Course
offers-form-accompaniment = Personal support
offers-form-placement = Placement
offers-form-event = Event
offers-form-information = Information
offers-form-funding = Funding

offers-cost-free = free of charge
offers-cost-paid = with costs
offers-cost-depends = costs depend

offers-state-draft = draft
offers-state-published = published
offers-state-archived = archived

offers-freshness-due = check due soon
offers-freshness-overdue = check overdue
offers-freshness-hidden = hidden

offers-title-label = Title
offers-summary-label = Description
offers-organisation = Organisation
offers-form = Form of help
offers-cost = Cost
offers-cost-note = Note on cost
offers-contact = Contact
offers-contact-name = Contact person
offers-contact-email = E-mail
offers-contact-phone = Phone
offers-url = Website
offers-validity = Period
offers-valid-from = Valid from
offers-valid-until = Valid until
offers-valid-between = { $from } to { $until }
offers-valid-since = from { $from }
offers-valid-to = until { $until }
offers-checked-on = Last checked
offers-checked = checked on { $day }
offers-overdue-note = This information was last checked on { $day }. Please ask whether everything is still right.
offers-open-url = More on the website
offers-vcard = Save contact
offers-print = Print
offers-more-of = More offers of this organisation
offers-invisible = This offer is not visible to the public at the moment.
offers-manage = Manage this offer

offers-own-none = No offers yet
offers-own-none-text = Describe how your organisation helps. A draft is not public until you publish it.
offers-own-summary = { $published ->
    [0] No offer is published
    [one] One offer is published
   *[other] { $published } offers are published
 }{ $waiting ->
    [0] .
    [one] , one is waiting for your check.
   *[other] , { $waiting } are waiting for your check.
 }
offers-own-dates = checked on { $checked }, to be checked again by { $again }
offers-group-waiting = Please check
offers-group-drafts = Drafts
offers-group-published = Published
offers-group-archived = Archive
offers-new = New offer
offers-edit = Edit
offers-look = View
offers-confirm = Still right
offers-confirmed = “{ $title }” is confirmed as up to date.
offers-publish = Publish
offers-published = “{ $title }” is now public.
offers-archive = Archive
offers-archived = “{ $title }” is archived.
offers-archive-title = Archive this offer?
offers-archive-text = The public will not see it any more. You can publish it again at any time.
offers-saved = “{ $title }” is saved.
offers-save = Save changes
offers-save-draft = Save as draft
offers-save-publish = Save and publish
offers-section-what = What you offer
offers-section-what-hint = German is needed; English is optional and helps many.
offers-summary-hint = What do people get, how does it work, what should they bring? An empty line begins a new paragraph.
offers-section-whom = For whom and where
offers-section-whom-hint = The directory is filtered by this.
offers-statewide = In all of Saxony-Anhalt
offers-languages = Languages in which help is given
offers-section-how = How to reach you
offers-section-how-hint = This is public. An e-mail address, a phone number or a website is needed.
offers-url-hint = for example https://association.example/courses
