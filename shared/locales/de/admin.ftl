# Messages of the admin pages.

# The way into the administration

admin-overview-intro = Hier richten Sie das Netzwerk ein und behalten den Überblick.
admin-overview-applications = Beitrittsanträge lesen, Rückfragen stellen und entscheiden
admin-overview-members = Mitgliedschaften ansehen, ruhen lassen und beenden
admin-overview-groups = Alle Gruppen mit Leitung und Meilensteinen, und was zu entscheiden ist
admin-overview-people = Personen finden, einladen, sperren und ihre Aufgaben im Netzwerk verwalten
admin-overview-network = Name, Texte, Impressum und Datenschutz des Netzwerks
admin-overview-terms = Themen, Zielgruppen, Landkreise und Sprachen des Verzeichnisses
admin-overview-import = Mitglieder, Personen und Angebote aus Tabellen übernehmen
admin-overview-outbox = E-Mails, die verschickt wurden oder noch warten
admin-overview-audit = Wer wann was geändert hat

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
