# Messages of the admin pages.

# The way into the administration

admin-overview-intro = Hier richten Sie das Netzwerk ein und behalten den Überblick.
admin-overview-applications = Beitrittsanträge lesen, Rückfragen stellen und entscheiden
admin-overview-members = Mitgliedschaften ansehen, ruhen lassen und beenden
admin-overview-people = Personen finden, einladen, sperren und ihre Aufgaben im Netzwerk verwalten
admin-overview-network = Name, Texte, Impressum und Datenschutz des Netzwerks
admin-overview-terms = Themen, Zielgruppen, Landkreise und Sprachen des Verzeichnisses
admin-overview-import = Mitglieder, Personen und Angebote aus Tabellen übernehmen
admin-overview-outbox = E-Mails, die verschickt wurden oder noch warten
admin-overview-audit = Wer wann was geändert hat

admin-stale-title = Jemand hat inzwischen etwas anderes gespeichert
admin-stale-text = Ihre Eingaben stehen noch in den Feldern. Sie können den neuen Stand laden, dann gehen Ihre Eingaben verloren, oder Ihre Eingaben trotzdem speichern, dann geht die andere Änderung verloren.
admin-stale-load = Neuen Stand laden
admin-stale-keep = Meine Eingaben speichern

# The network's profile

admin-network-intro = So stellt sich das Netzwerk allen vor, die diese Seiten besuchen.
admin-network-about = Das Netzwerk
admin-network-name = Name
admin-network-short-name = Kurzname
admin-network-short-name-hint = Für schmale Bildschirme und Fenstertitel, höchstens 40 Zeichen.
admin-network-founded = Gründungsjahr
admin-network-email = E-Mail-Adresse der Koordinierungsstelle
admin-network-email-hint = Öffentlich sichtbar; hierhin wenden sich Besucherinnen und Besucher.
admin-network-website = Website
admin-network-texts = Texte der Startseite
admin-network-texts-hint = Fehlt der englische Text, wird der deutsche gezeigt. Eine Leerzeile beginnt einen neuen Absatz.
admin-network-welcome = Begrüßung
admin-network-purpose = Wozu es das Netzwerk gibt
admin-network-principles = Wie das Netzwerk arbeitet
admin-network-legal = Rechtliches
admin-network-legal-hint = Beide Seiten sind von überall aus verlinkt und müssen vollständig sein.
admin-network-imprint = Impressum
admin-network-privacy = Datenschutzhinweise
admin-network-offers = Aktualität der Angebote
admin-network-offers-hint = Mitglieder bestätigen regelmäßig, dass ihre Angebote noch stimmen. Wer das versäumt, dessen Angebot wird markiert und verschwindet nach der Schonfrist aus dem Verzeichnis.
admin-network-check-days = Tage bis zur nächsten Prüfung
admin-network-grace-days = Schonfrist in Tagen
admin-network-save = Speichern
admin-network-saved = Das Profil des Netzwerks ist gespeichert.

# The terms of the directory

admin-terms-intro = Nach diesen Begriffen finden Menschen Angebote und Mitglieder. Archivierte Begriffe bleiben sichtbar, wo sie verwendet werden, stehen aber nicht mehr zur Wahl.
admin-terms-topics = Themen
admin-terms-target-groups = Zielgruppen
admin-terms-districts = Landkreise
admin-terms-languages = Sprachen
admin-terms-none = In dieser Liste steht noch kein Begriff.
admin-terms-add = Begriff hinzufügen
admin-terms-add-title = Begriff hinzufügen
admin-terms-edit-title = Begriff ändern
admin-terms-name = Name
admin-terms-german = Deutsch
admin-terms-english = Englisch
admin-terms-untranslated = nicht übersetzt
admin-terms-key = Kürzel
admin-terms-key-hint = Steht in Adressen und Tabellen und ändert sich nie: kleine Buchstaben, Ziffern und _. Bleibt das Feld leer, entsteht es aus dem deutschen Namen.
admin-terms-column = Spalte auf der Karte
admin-terms-row = Zeile auf der Karte
admin-terms-tile-hint = Spalten und Zeilen der Kachelkarte zählen ab 0, von links und von oben.
admin-terms-state = Stand
admin-terms-in-use = Zur Wahl
admin-terms-archived = Archiviert
admin-terms-actions = Aktionen
admin-terms-up = { $name } nach oben
admin-terms-down = { $name } nach unten
admin-terms-edit = { $name } ändern
admin-terms-archive = { $name } archivieren
admin-terms-restore = { $name } wieder anbieten
admin-terms-save = Speichern
admin-terms-saved = „{ $name }“ ist gespeichert.
admin-terms-moved = Die neue Reihenfolge gilt.
admin-terms-was-archived = Der Begriff ist archiviert.
admin-terms-restored = Der Begriff steht wieder zur Wahl.

# What was done, as the audit trail and the own data say it

audit-session-start = Angemeldet
audit-session-end = Gerät abgemeldet
audit-session-revoke = Gerät abgemeldet, weil ein Anmeldeschlüssel zweimal benutzt wurde
audit-password-change = Passwort geändert
audit-password-reset = Neues Passwort über einen Link festgelegt
audit-second-factor-on = Anmeldung in zwei Schritten eingeschaltet
audit-second-factor-off = Anmeldung in zwei Schritten ausgeschaltet
audit-recovery-codes-renew = Wiederherstellungscodes erneuert
audit-recovery-code-use = Wiederherstellungscode benutzt
audit-email-change-request = Neue Adresse beantragt
audit-email-change = Adresse geändert
audit-profile-update = Profil geändert
audit-own-data-export = Eigene Daten heruntergeladen
audit-person-delete = Person gelöscht
audit-invitation-send = Einladung verschickt
audit-invitation-resend = Einladung noch einmal verschickt
audit-invitation-withdraw = Einladung zurückgezogen
audit-invitation-accept = Einladung angenommen
audit-first-coordinator-create = Erste Koordination angelegt

# The audit trail

admin-audit-intro = Jede Änderung im Netzwerk steht hier: wer, wann, was. Einträge lassen sich nicht ändern oder löschen.
admin-audit-action = Was
admin-audit-any-action = alles
admin-audit-kind = Woran
admin-audit-any-kind = an allem
admin-audit-from = Vom
admin-audit-until = Bis zum
admin-audit-when = Wann
admin-audit-who = Wer
admin-audit-object = Woran
admin-audit-organisation = Organisation
admin-audit-details = Einzelheiten
admin-audit-only-person = Nur was diese Person getan hat
admin-audit-only-organisation = Nur was diese Organisation betrifft
admin-audit-by-system = das Programm
admin-audit-by-visitor = ohne Anmeldung
admin-audit-by-former = Person ist ausgeschieden
admin-audit-empty = Keine Einträge
admin-audit-empty-text = Mit diesen Filtern gibt es nichts zu sehen. Nehmen Sie einen weg oder wählen Sie einen anderen Zeitraum.
admin-audit-export = Gezeigte Einträge als CSV speichern
admin-audit-file = protokoll.csv

# Acts and objects of the audit trail

audit-affiliation-add = Funktion in der Organisation vergeben
audit-affiliation-end = Funktion in der Organisation beendet
audit-application-admit = Antrag angenommen
audit-application-answer = Rückfrage zum Antrag beantwortet
audit-application-ask = Rückfrage zum Antrag gestellt
audit-application-confirm = Antrag bestätigt
audit-application-decline = Antrag abgelehnt
audit-application-export = Anträge als Tabelle mitgenommen
audit-application-file = Antrag gestellt
audit-application-note = Notiz zum Antrag geschrieben
audit-application-start-review = Prüfung des Antrags begonnen
audit-application-withdraw = Antrag zurückgezogen
audit-contact-add = Ansprechperson eingetragen
audit-contact-remove = Ansprechperson entfernt
audit-contact-update = Ansprechperson geändert
audit-demonstration-load = Demonstration geladen
audit-import-apply = Import übernommen
audit-import-discard = Import verworfen
audit-logo-remove = Logo entfernt
audit-logo-set = Logo gesetzt
audit-mail-open = Text einer E-Mail angesehen
audit-mail-retry = E-Mail noch einmal eingereiht
audit-membership-end = Mitgliedschaft beendet
audit-membership-reactivate = Mitgliedschaft wieder aufgenommen
audit-membership-suspend = Mitgliedschaft ruhend gestellt
audit-network-create = Netzwerk angelegt
audit-network-role-add = Aufgabe im Netzwerk vergeben
audit-network-role-end = Aufgabe im Netzwerk beendet
audit-network-update = Angaben zum Netzwerk geändert
audit-offer-archive = Angebot archiviert
audit-offer-confirm = Angebot bestätigt
audit-offer-create = Angebot angelegt
audit-offer-import = Angebot importiert
audit-offer-publish = Angebot veröffentlicht
audit-offer-remind = Erinnerung zum Prüfen der Angebote verschickt
audit-offer-update = Angebot geändert
audit-organisation-create = Organisation aufgenommen
audit-organisation-import = Organisation importiert
audit-organisation-update = Profil der Organisation geändert
audit-person-disable = Person gesperrt
audit-person-enable = Sperre einer Person aufgehoben
audit-person-import = Person importiert
audit-standard-terms-load = Übliche Begriffe geladen
audit-term-add = Begriff hinzugefügt
audit-term-update = Begriff geändert

audit-object-affiliation = Funktion
audit-object-application = Antrag
audit-object-contact = Ansprechperson
audit-object-import = Import
audit-object-invitation = Einladung
audit-object-mail = E-Mail
audit-object-network = Netzwerk
audit-object-offer = Angebot
audit-object-organisation = Organisation
audit-object-person = Person
audit-object-session = Anmeldung
audit-object-term = Begriff

# What else an entry says

audit-detail-changed = Geändert
audit-detail-columns = Spalten
audit-detail-count = Anzahl
audit-detail-device = Gerät
audit-detail-error = Fehler
audit-detail-from = Ab
audit-detail-kind = Art
audit-detail-name = Name
audit-detail-new = Neu
audit-detail-outcome = Ergebnis
audit-detail-public = Öffentlich
audit-detail-reason = Grund
audit-detail-recipient = An
audit-detail-role = Aufgabe
audit-detail-since = Mitglied seit
audit-detail-states = Stand
audit-detail-unchanged = Unverändert
audit-detail-until = Bis
audit-detail-warning = Mit Hinweis
audit-detail-words = Gesucht nach
audit-yes = ja
audit-no = nein
audit-reason-ended-by-person = von der Person selbst beendet
audit-reason-password-changed = Passwort geändert
audit-reason-password-reset = Passwort über einen Link neu festgelegt
audit-reason-person-disabled = Zugang gesperrt
audit-reason-signed-out = abgemeldet

# The outbox

admin-outbox-intro = Jede E-Mail steht zuerst hier und wird dann verschickt. Was scheitert, wird einige Male wieder versucht.
admin-outbox-no-server = Es ist kein Mailserver eingerichtet
admin-outbox-no-server-text = E-Mails warten deshalb hier. Sie können einen Text öffnen und seinen Link selbst weitergeben; das steht dann im Protokoll.
admin-outbox-state = Stand
admin-outbox-all = Alle
admin-outbox-queued = Wartet
admin-outbox-sent = Verschickt
admin-outbox-failed = Gescheitert
admin-outbox-mail = E-Mail
admin-outbox-recipient = An
admin-outbox-when = Zeit
admin-outbox-act = Aktion
admin-outbox-next = nächster Versuch: { $time }
admin-outbox-open = Text ansehen
admin-outbox-retry = Noch einmal senden
admin-outbox-retried = Die E-Mail ist wieder eingereiht.
admin-outbox-no-sender = Es ist keine Absenderadresse eingerichtet.
admin-outbox-timeout = Der Mailserver hat nicht geantwortet.
admin-outbox-empty = Keine E-Mails
admin-outbox-empty-text = Sobald das Netzwerk eine E-Mail schreibt, steht sie hier.
admin-outbox-attempts = { $count ->
    [one] ein Versuch
   *[other] { $count } Versuche
 }

audit-person-view = Personendaten angesehen

# People, for the coordination office

admin-people-intro = Alle Personen mit einem Zugang. Wenn Sie eine Person öffnen, wird das protokolliert; sie kann es in ihrem Konto sehen.
admin-people-search = Name oder E-Mail-Adresse
admin-people-any = Alle
admin-people-name = Name
admin-people-email = E-Mail-Adresse
admin-people-given-name = Vorname
admin-people-family-name = Nachname
admin-people-language = Sprache der E-Mail
admin-people-german = Deutsch
admin-people-english = Englisch
admin-people-role = Aufgabe
admin-people-roles = Heutige Aufgaben
admin-people-role-in = bei { $organisation }
admin-people-state = Zugang
admin-people-active = Aktiv
admin-people-disabled = Gesperrt
admin-people-deleted = Gelöscht
admin-people-coordinator = Koordinierungsstelle
admin-people-steering-group-member = Steuerungsgruppe
admin-people-none = Dazu gibt es keine Person.
admin-people-none-text = Suchen Sie mit weniger Wörtern oder ohne Filter, oder laden Sie jemanden ein.
admin-people-invite = Ins Netzwerk einladen
admin-people-invite-title = In die Koordinierungsstelle oder Steuerungsgruppe einladen
admin-people-invite-send = Einladung senden
admin-people-invited = Die Einladung an { $email } ist unterwegs.
admin-people-from = Erster Tag
admin-people-until = Letzter Tag
admin-people-since = seit { $from }
admin-people-from-until = { $from } bis { $until }
admin-people-current = heute
admin-people-devices = Angemeldete Geräte
admin-people-last-used = Zuletzt benutzt
admin-people-network-roles = Aufgaben im Netzwerk
admin-people-no-network-roles = Keine Aufgabe im Netzwerk.
admin-people-affiliations = Aufgaben in Organisationen
admin-people-no-affiliations = Keine Aufgabe in einer Organisation.
admin-people-give = Aufgabe geben
admin-people-given = Die Aufgabe ist vergeben.
admin-people-end = Aufgabe beenden
admin-people-ended = Das Ende der Aufgabe ist gesetzt.
admin-people-last-day = Letzter Tag
admin-people-last-day-hint = Ein Tag vor heute beendet die Aufgabe sofort.
admin-people-account = Zugang
admin-people-own = Das sind Sie. Ihr eigenes Konto verwalten Sie unter „Mein Konto“.
admin-people-disable = Zugang sperren
admin-people-disable-text = Die Person wird überall abgemeldet und kann sich nicht mehr anmelden. Ihre Aufgaben bleiben, und Sie können die Sperre jederzeit aufheben.
admin-people-was-disabled = { $name } ist gesperrt.
admin-people-enable = Sperre aufheben
admin-people-was-enabled = { $name } kann sich wieder anmelden.
admin-people-delete = Person löschen
admin-people-delete-text = Name, Adresse und Zugang werden gelöscht und ihre Aufgaben enden. Was sie getan hat, bleibt ohne ihren Namen. Das lässt sich nicht rückgängig machen.
admin-people-was-deleted = Die Person ist gelöscht.
