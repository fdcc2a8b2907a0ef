# The frame around the pages and the building blocks.

app-skip = Zum Inhalt springen
app-demonstration = Demonstration: Das Netzwerk, seine Mitglieder und alle Personen sind erfunden.
app-session-ended = Ihre Anmeldung ist abgelaufen. Was Sie eingegeben haben, ist noch da: Melden Sie sich wieder an und machen Sie hier weiter.
app-session-again = Wieder anmelden (öffnet einen neuen Tab)
app-loading = Wird geladen …
app-retry = Noch einmal versuchen
app-close = Schließen
app-cancel = Abbrechen
app-copy = Kopieren
app-copied = Kopiert
app-export = Als Tabelle (CSV)
app-more = Mehr anzeigen
app-shown = { $shown ->
    [one] Ein Eintrag
   *[other] { $shown } Einträge
 }
app-shown-of = { $shown } von { $total } angezeigt
app-password-show = Passwort anzeigen
app-password-hide = Passwort verbergen
app-optional = freiwillig
app-mention-names = Namen zum Einsetzen
app-mention-offered = { $count ->
    [one] Ein Name passt; Pfeil nach unten führt hin.
   *[other] { $count } Namen passen; Pfeil nach unten führt hin.
 }
app-stale-title = Jemand hat inzwischen etwas anderes gespeichert
app-stale-text = Ihre Eingaben stehen noch in den Feldern. Sie können den neuen Stand laden, dann gehen Ihre Eingaben verloren, oder Ihre Eingaben trotzdem speichern, dann geht die andere Änderung verloren.
app-stale-load = Neuen Stand laden
app-stale-keep = Meine Eingaben speichern
app-form-wrong = Bitte prüfen
app-characters = { $count } von höchstens { $max } Zeichen
app-in-german = { $label } (Deutsch)
app-in-english = { $label } (Englisch)
app-file-choose = Datei auswählen oder hierher ziehen
app-breadcrumb = Sie sind hier
app-step-done = erledigt
app-search-go = Suchen
app-filter = Filter
app-filter-count = { $count ->
    [one] Filter (1 gewählt)
   *[other] Filter ({ $count } gewählt)
 }
app-filter-chosen = Gewählte Filter
app-filter-remove = entfernen
app-filter-clear = Alle entfernen

app-page-failed-title = Die Seite konnte nicht geladen werden
app-page-failed = Die Verbindung war unterbrochen, oder die Anwendung wurde gerade erneuert. Versuchen Sie es noch einmal oder laden Sie die Seite neu.
app-not-found-title = Diese Seite gibt es nicht
app-not-found-text = Vielleicht wurde sie verschoben oder der Link ist unvollständig. Von hier aus kommen Sie weiter:
app-to-home = Zur Startseite

app-nav = Hauptnavigation
app-nav-bottom = Navigation
app-nav-footer = Rechtliches
app-nav-more = Mehr
app-nav-admin = Verwaltung
app-nav-home = Startseite
app-nav-offers = Angebote
app-nav-members = Mitglieder
app-nav-join = Mitmachen
app-nav-sign-in = Anmelden
app-nav-today = Heute
app-nav-groups = Gruppen
app-nav-tasks = Aufgaben
app-nav-meetings = Sitzungen
app-nav-resolutions = Beschlüsse
app-nav-organisation = Organisation
app-nav-account = Mein Konto
app-nav-security = Passwort und Sicherheit
app-nav-rights = Wer darf was?
app-nav-admin-overview = Übersicht
app-nav-applications = Anträge
app-nav-group-oversight = Gruppenübersicht
app-nav-memberships = Mitgliedschaften
app-nav-people = Personen
app-nav-network = Netzwerk
app-nav-terms = Begriffe
app-nav-import = Import
app-nav-outbox = Postausgang
app-nav-audit = Protokoll
app-nav-imprint = Impressum
app-nav-privacy = Datenschutz
app-nav-gallery = Bausteine

app-theme = Darstellung
app-theme-system = Wie das System
app-theme-light = Hell
app-theme-dark = Dunkel

app-command-open = Suchen
app-command-keys = Strg K
app-command-title = Suchen und springen
app-command-hint = Wohin, oder wonach suchen Sie?
app-command-nothing = Dazu gibt es keine Seite.
app-command-offers = „{ $words }“ in den Angeboten suchen
app-command-members = „{ $words }“ bei den Mitgliedern suchen
app-sign-out = Abmelden
app-command-waiting = Das Verzeichnis wird durchsucht …
app-command-failed = Das Verzeichnis ist gerade nicht erreichbar.
app-command-found = { $count ->
    [0] Im Verzeichnis passt nichts dazu.
    [one] Ein Treffer im Verzeichnis
   *[other] { $count } Treffer im Verzeichnis
 }
