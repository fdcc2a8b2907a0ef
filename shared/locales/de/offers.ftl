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
offers-invisible = Dieses Angebot ist gerade nicht öffentlich zu sehen.
offers-manage = Angebot verwalten

offers-own-none = Noch keine Angebote
offers-own-none-text = Beschreiben Sie, womit Ihre Organisation hilft. Ein Entwurf ist erst öffentlich, wenn Sie ihn veröffentlichen.
offers-own-summary = { $published ->
    [0] Kein Angebot ist veröffentlicht
    [one] Ein Angebot ist veröffentlicht
   *[other] { $published } Angebote sind veröffentlicht
 }{ $waiting ->
    [0] .
    [one] , eines wartet auf Ihre Prüfung.
   *[other] , { $waiting } warten auf Ihre Prüfung.
 }
offers-own-dates = geprüft am { $checked }, wieder zu prüfen bis { $again }
offers-group-waiting = Bitte prüfen
offers-group-drafts = Entwürfe
offers-group-published = Veröffentlicht
offers-group-archived = Archiv
offers-new = Neues Angebot
offers-edit = Bearbeiten
offers-look = Ansehen
offers-confirm = Stimmt noch
offers-confirmed = „{ $title }“ ist als aktuell bestätigt.
offers-publish = Veröffentlichen
offers-published = „{ $title }“ ist jetzt öffentlich.
offers-archive = Archivieren
offers-archived = „{ $title }“ ist archiviert.
offers-archive-title = Angebot archivieren?
offers-archive-text = Die Öffentlichkeit sieht es dann nicht mehr. Sie können es jederzeit wieder veröffentlichen.
offers-saved = „{ $title }“ ist gespeichert.
offers-save = Änderungen speichern
offers-save-draft = Als Entwurf speichern
offers-save-publish = Speichern und veröffentlichen
offers-section-what = Was Sie anbieten
offers-section-what-hint = Deutsch wird gebraucht, Englisch ist freiwillig und hilft vielen.
offers-summary-hint = Was bekommt man, wie läuft es ab, was sollte man mitbringen? Eine Leerzeile beginnt einen neuen Absatz.
offers-section-whom = Für wen und wo
offers-section-whom-hint = Danach wird im Verzeichnis gefiltert.
offers-statewide = In ganz Sachsen-Anhalt
offers-languages = Sprachen, in denen geholfen wird
offers-section-how = Wie man Sie erreicht
offers-section-how-hint = Diese Angaben sind öffentlich. E-Mail, Telefon oder Webseite muss dabei sein.
offers-url-hint = zum Beispiel https://verein.example/kurse
