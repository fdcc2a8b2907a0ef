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

offers-freshness-current = up to date
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
offers-all-of = Show all offers
offers-invisible = This offer is not visible to the public at the moment.
offers-manage = Manage this offer
