# Offers: one in full, and an organisation's own.

offers-form-advice = Beratung
offers-form-course = Kurs
offers-form-accompaniment = Begleitung
offers-form-placement = Vermittlung
offers-form-event = Veranstaltung
offers-form-information = Information
offers-form-funding = Förderung

offers-cost-free = kostenlos
offers-cost-paid = kostenpflichtig
offers-cost-depends = Kosten je nach Fall

offers-state-draft = Entwurf
offers-state-published = veröffentlicht
offers-state-archived = archiviert

offers-freshness-current = aktuell
offers-freshness-due = bald zu prüfen
offers-freshness-overdue = Prüfung überfällig
offers-freshness-hidden = ausgeblendet

offers-title-label = Titel
offers-summary-label = Beschreibung
offers-organisation = Organisation
offers-form = Art der Hilfe
offers-cost = Kosten
offers-cost-note = Hinweis zu den Kosten
offers-contact = Kontakt
offers-contact-name = Ansprechperson
offers-contact-email = E-Mail
offers-contact-phone = Telefon
offers-url = Webseite
offers-validity = Zeitraum
offers-valid-from = Gültig ab
offers-valid-until = Gültig bis
offers-valid-between = { $from } bis { $until }
offers-valid-since = ab { $from }
offers-valid-to = bis { $until }
offers-checked-on = Zuletzt geprüft
offers-checked = geprüft am { $day }
offers-overdue-note = Diese Angaben wurden zuletzt am { $day } geprüft. Bitte fragen Sie nach, ob noch alles stimmt.
offers-open-url = Mehr auf der Webseite
offers-vcard = Kontakt speichern
offers-print = Drucken
offers-more-of = Weitere Angebote dieser Organisation
offers-all-of = Alle Angebote zeigen
offers-invisible = Dieses Angebot ist gerade nicht öffentlich zu sehen.
offers-manage = Angebot verwalten
