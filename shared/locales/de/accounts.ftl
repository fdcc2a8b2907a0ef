# Signing in, the own account, who may do what.

accounts-email = E-Mail-Adresse
accounts-password = Passwort
accounts-new-password = Neues Passwort
accounts-current-password = Bisheriges Passwort
accounts-password-hint = Mindestens { $min } Zeichen, gern ein ganzer Satz. Sonderzeichen brauchen Sie nicht.
accounts-given-name = Vorname
accounts-family-name = Nachname
accounts-locale = Sprache der E-Mails
accounts-locale-de = Deutsch
accounts-locale-en = Englisch
accounts-save = Speichern
accounts-saved = Gespeichert.
accounts-continue = Weiter
accounts-from = seit { $from }
accounts-from-to = { $from } bis { $until }
accounts-from-later = ab { $from }

accounts-role-representative = Vertretung
accounts-role-voting-delegate = Stimmberechtigt
accounts-role-deputy = Stellvertretung
accounts-role-staff = Mitarbeit
accounts-network-role-coordinator = Koordinierungsstelle
accounts-network-role-steering-group-member = Steuerungsgruppe

# Signing in

accounts-sign-in-title = Anmelden
accounts-sign-in-do = Anmelden
accounts-sign-in-forgot = Passwort vergessen?
accounts-sign-in-demo-title = Zum Ausprobieren
accounts-sign-in-demo-text = Dies ist ein Vorführnetzwerk. Das Passwort aller erfundenen Personen steht dort, wo Verbund gestartet wurde.
accounts-sign-in-none-title = Noch kein Konto?
accounts-sign-in-none-text = Ein Konto bekommen Sie durch eine Einladung: von der Vertretung Ihrer Organisation oder von der Koordinierungsstelle. Zum Lesen brauchen Sie keines.
accounts-sign-in-none-join = Ihre Organisation möchte mitmachen
accounts-sign-in-required = Bitte melden Sie sich an, um diese Seite zu sehen.
accounts-code-title = Zweiter Schritt
accounts-code-intro = Ihr Passwort stimmt. Öffnen Sie jetzt Ihre Authenticator-App und geben Sie den sechsstelligen Code ein.
accounts-code = Code
accounts-code-hint = Ohne Ihr Gerät geht auch einer Ihrer Wiederherstellungscodes.
accounts-code-back = Mit anderem Konto anmelden
accounts-signed-out = Sie sind abgemeldet.

# Links from mails

accounts-forgot-title = Passwort vergessen
accounts-forgot-intro = Geben Sie die Adresse Ihres Kontos an. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort festlegen.
accounts-forgot-do = Link anfordern
accounts-forgot-sent-title = Sehen Sie in Ihr Postfach
accounts-forgot-sent-text = { $hours ->
    [one] Wenn es zu dieser Adresse ein Konto gibt, kommt gleich eine E-Mail. Ihr Link gilt eine Stunde und funktioniert einmal.
   *[other] Wenn es zu dieser Adresse ein Konto gibt, kommt gleich eine E-Mail. Ihr Link gilt { $hours } Stunden und funktioniert einmal.
 }
accounts-forgot-sent-nothing = Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder fragen Sie die Koordinierungsstelle, mit welcher Adresse Sie eingetragen sind.
accounts-back-to-sign-in = Zur Anmeldung

accounts-reset-title = Neues Passwort festlegen
accounts-reset-intro = Danach sind Sie auf allen Geräten abgemeldet und melden sich mit dem neuen Passwort wieder an.
accounts-reset-do = Passwort festlegen
accounts-reset-done = Ihr neues Passwort gilt. Bitte melden Sie sich damit an.

accounts-link-invalid-title = Dieser Link funktioniert nicht mehr
accounts-link-invalid-text = Er ist unvollständig, abgelaufen oder wurde schon verwendet.
accounts-link-invalid-again = Neuen Link anfordern

accounts-address-title = Neue Adresse bestätigen
accounts-address-intro = Mit einem Klick gehört diese Adresse zu Ihrem Konto. Danach melden Sie sich mit ihr an.
accounts-address-do = Adresse bestätigen
accounts-address-done-title = Ihre neue Adresse gilt
accounts-address-done-text = Sie melden sich ab jetzt mit { $email } an.
accounts-address-to-account = Zu meinem Konto

accounts-invitation-title = Einladung
accounts-invitation-by = { $inviter } lädt Sie ein.
accounts-invitation-into = Wohin
accounts-invitation-role = Ihre Aufgabe
accounts-invitation-time = Zeitraum
accounts-invitation-until = Einladung gilt bis
accounts-invitation-account-title = Ihr Konto
accounts-invitation-account-hint = Sie melden sich künftig mit { $email } an.
accounts-invitation-accept = Einladung annehmen
accounts-invitation-as = Sie sind als { $name } angemeldet und nehmen die Einladung mit diesem Konto an.
accounts-invitation-sign-in = Zu { $email } gibt es schon ein Konto. Melden Sie sich damit an, um die Einladung anzunehmen.
accounts-invitation-accepted = Willkommen! Ihre neue Aufgabe ist eingetragen.
accounts-invitation-invalid = Die Einladung ist abgelaufen, wurde zurückgezogen oder schon angenommen. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.

accounts-first-title = Erster Start
accounts-first-intro = Sie richten dieses Netzwerk ein. Legen Sie das Konto der Koordinierungsstelle an; alle weiteren Personen laden Sie danach ein.
accounts-first-do = Konto anlegen
accounts-first-done = Willkommen! Füllen Sie als Erstes das Profil des Netzwerks aus.
accounts-first-invalid = Der Link gilt einmal und sieben Tage lang. Solange es keine Koordination gibt, gibt jeder Start des Servers einen neuen aus.

# The own account

accounts-title = Mein Konto
accounts-tabs = Teile des Kontos
accounts-tab-profile = Profil
accounts-tab-security = Sicherheit
accounts-tab-sessions = Geräte
accounts-tab-data = Meine Daten

accounts-profile-name-title = Name und Sprache
accounts-roles-title = Meine Aufgaben
accounts-roles-none = Sie haben noch keine Aufgabe in einer Organisation oder im Netzwerk.
accounts-roles-past = Beendet
accounts-roles-rights = Was Sie damit dürfen
accounts-email-title = Adresse ändern
accounts-email-now = Sie melden sich mit { $email } an.
accounts-email-new = Neue E-Mail-Adresse
accounts-email-hint = Wir schicken einen Bestätigungslink dorthin. Bis dahin gilt die bisherige.
accounts-email-do = Link schicken
accounts-email-sent = Sehen Sie im Postfach der neuen Adresse nach. Der Link gilt eine Stunde.

accounts-security-password-title = Passwort ändern
accounts-security-password-do = Passwort ändern
accounts-security-password-done = { $count ->
    [0] Ihr Passwort ist geändert.
    [one] Ihr Passwort ist geändert. Ein anderes Gerät wurde abgemeldet.
   *[other] Ihr Passwort ist geändert. { $count } andere Geräte wurden abgemeldet.
 }
accounts-totp-title = Anmeldung in zwei Schritten
accounts-totp-off-text = Zusätzlich zum Passwort fragt die Anmeldung nach einem Code von Ihrem Handy. So kommt niemand in Ihr Konto, der nur das Passwort kennt.
accounts-totp-on = eingeschaltet
accounts-totp-off = ausgeschaltet
accounts-totp-start = Einrichten
accounts-totp-start-hint = Zur Sicherheit fragen wir zuerst nach Ihrem Passwort.
accounts-totp-scan-title = Code einlesen
accounts-totp-scan-text = Öffnen Sie eine Authenticator-App auf Ihrem Handy und lesen Sie dieses Bild ein.
accounts-totp-picture = QR-Code für die Authenticator-App
accounts-totp-secret = Oder geben Sie diesen Schlüssel von Hand ein:
accounts-totp-open = In einer App auf diesem Gerät öffnen
accounts-totp-confirm = Einschalten
accounts-totp-confirm-hint = Die App zeigt jetzt alle 30 Sekunden einen neuen Code. Geben Sie den aktuellen ein.
accounts-totp-done = Die Anmeldung in zwei Schritten ist eingeschaltet.
accounts-totp-disable = Ausschalten
accounts-totp-disable-title = Anmeldung in zwei Schritten ausschalten
accounts-totp-disabled = Die Anmeldung in zwei Schritten ist ausgeschaltet.
accounts-codes-title = Wiederherstellungscodes
accounts-codes-left = { $count ->
    [0] Sie haben keinen Wiederherstellungscode mehr. Erzeugen Sie neue, damit Sie auch ohne Ihr Handy hineinkommen.
    [one] Sie haben noch einen Wiederherstellungscode.
   *[other] Sie haben noch { $count } Wiederherstellungscodes.
 }
accounts-codes-new-text = Bewahren Sie diese Codes sicher auf, am besten ausgedruckt. Jeder ersetzt einmal Ihr Handy. Sie werden nur jetzt gezeigt.
accounts-codes-save = Als Datei speichern
accounts-codes-copy = Alle kopieren
accounts-codes-kept = Ich habe die Codes aufbewahrt
accounts-codes-renew = Neue Codes erzeugen
accounts-codes-renew-title = Neue Wiederherstellungscodes
accounts-codes-renew-text = Die bisherigen Codes gelten dann nicht mehr.
accounts-proof-code-hint = Aus Ihrer App, oder ein Wiederherstellungscode.

accounts-sessions-intro = Auf diesen Geräten sind Sie angemeldet. Kennen Sie eines nicht, melden Sie es ab und ändern Sie Ihr Passwort.
accounts-session-device = Gerät
accounts-session-unknown = Unbekanntes Gerät
accounts-session-current = dieses Gerät
accounts-session-since = Angemeldet am
accounts-session-used = Zuletzt benutzt
accounts-session-act = Aktion
accounts-session-end = Abmelden
accounts-session-ended = Das Gerät ist abgemeldet.
accounts-sessions-everywhere = Überall abmelden
accounts-sessions-everywhere-title = Auf allen Geräten abmelden?
accounts-sessions-everywhere-text = Auch auf diesem. Danach melden Sie sich neu an.

accounts-data-download-title = Meine Daten herunterladen
accounts-data-download-text = Eine Datei mit allem, was hier über Sie gespeichert ist: Angaben, Aufgaben, Geräte, Einladungen, E-Mails und die Einträge des Protokolls. Passwörter und Schlüssel sind nicht darin.
accounts-data-download-do = Herunterladen
accounts-data-seen-title = Wer mit meinen Daten zu tun hatte
accounts-data-seen-text = Was andere oder das Programm mit Ihren Angaben getan haben. Was Sie selbst tun, steht hier nicht.
accounts-data-seen-none = Bisher niemand
accounts-data-seen-none-text = Sieht oder ändert jemand Ihre Angaben über das Übliche hinaus, steht es hier.
accounts-data-when = Wann
accounts-data-what = Was
accounts-data-who = Wer
accounts-data-who-system = das Programm
accounts-data-who-visitor = über einen persönlichen Link
accounts-data-who-left = eine Person, die nicht mehr dabei ist
accounts-data-may-title = Wer meine Daten sehen darf
accounts-data-may-colleagues = Wer in Ihrer Organisation mitarbeitet, sieht Ihren Namen und Ihre Aufgabe dort. Die Vertretung sieht auch Ihre Adresse, weil sie Einladungen und Aufgaben verwaltet.
accounts-data-may-office = Die Koordinierungsstelle sieht Ihren Namen, Ihre Adresse und Ihre Aufgaben, weil sie das Netzwerk betreut. Was darüber hinausgeht, wird protokolliert und steht oben.
accounts-data-may-public = Öffentlich ist nur, was eine Organisation als Kontakt veröffentlicht, und nur mit Zustimmung.
accounts-data-may-nobody = Ihr Passwort sieht niemand. Gespeichert ist nur ein Prüfwert, aus dem es sich nicht zurückrechnen lässt.
accounts-data-delete-title = Konto löschen
accounts-data-delete-text = Ihr Name, Ihre Adresse, Ihre Geräte und Ihre Aufgaben werden gelöscht. Was Sie für Organisationen eingetragen haben, bleibt, aber ohne Ihren Namen. Das lässt sich nicht rückgängig machen.
accounts-data-delete-do = Konto löschen
accounts-data-delete-confirm = Endgültig löschen
accounts-data-deleted = Ihr Konto ist gelöscht.

# Who may do what

accounts-rights-title = Wer darf was?
accounts-rights-intro = Rechte kommen aus Aufgaben, und Aufgaben haben einen Anfang und ein Ende. Endet die Aufgabe, endet am selben Tag auch das Recht. Es gibt keine versteckten Sonderrechte.
accounts-rights-yours = gilt für Sie
accounts-rights-sees = Sieht
accounts-rights-does = Darf
accounts-rights-why = Woher das Recht kommt
accounts-rights-visitor-title = Alle, auch ohne Konto
accounts-rights-visitor-sees = Das Profil des Netzwerks, die Mitgliedsorganisationen mit ihren veröffentlichten Kontakten und alle veröffentlichten Angebote.
accounts-rights-visitor-does = Suchen, Listen herunterladen, einen Beitrittsantrag stellen und ihn über einen persönlichen Link verfolgen.
accounts-rights-visitor-why = Das Netzwerk ist öffentlich. Für den Antrag genügt eine bestätigte E-Mail-Adresse.
accounts-rights-person-title = Wer ein Konto hat
accounts-rights-person-sees = Die eigenen Angaben, die eigenen Geräte und wer mit den eigenen Daten zu tun hatte.
accounts-rights-person-does = Name, Adresse, Sprache und Passwort ändern, die Anmeldung in zwei Schritten einschalten, Geräte abmelden, die eigenen Daten herunterladen, das Konto löschen.
accounts-rights-person-why = Es ist das eigene Konto. Ein Konto entsteht durch eine Einladung.
accounts-rights-staff-title = Mitarbeit, Stellvertretung, Stimmberechtigte
accounts-rights-staff-sees = In der eigenen Organisation auch das, was nicht öffentlich ist: Entwürfe und archivierte Angebote, unveröffentlichte Kontakte, Kolleginnen und Kollegen. Von den Gruppen des Netzwerks Namen, Ziel, Leitung, Organisationen und alle Beschlüsse, die nicht intern sind.
accounts-rights-staff-does = Lesen, in Gruppen mitarbeiten und Gruppen vorschlagen. Ändern darf die Vertretung.
accounts-rights-staff-why = Die Vertretung der Organisation oder die Koordinierungsstelle hat sie für diese Organisation eingetragen.
accounts-rights-representative-title = Vertretung einer Organisation
accounts-rights-representative-sees = Alles, was die eigene Organisation betrifft, auch die Adressen der eigenen Leute.
accounts-rights-representative-does = Profil, Logo und Kontakte pflegen, Angebote schreiben, veröffentlichen und bestätigen, Personen einladen und ihnen Aufgaben mit Anfang und Ende geben. Der Mitarbeit in Gruppen zustimmen, wenn die Organisation gefragt werden möchte.
accounts-rights-representative-why = Die Organisation hat sie benannt; die Einladung kam von der Koordinierungsstelle oder einer anderen Vertretung.
accounts-rights-group-title = In einer Gruppe
accounts-rights-group-sees = In dieser Gruppe die Mitwirkenden, die Meilensteine, alle Fassungen des Auftrags, den Verlauf, Aufgaben, Dateien, Sitzungen, Protokolle ab ihrer Prüfung und Beschlüsse. Gäste sehen nicht, was intern ist, und keine Umlaufbeschlüsse.
accounts-rights-group-does = Aufgaben anlegen und übernehmen, Dateien hochladen, Termine und Einladungen beantworten, Punkte für die Tagesordnung einreichen, Einwände gegen Protokolle erheben, im Umlauf abstimmen, die eigenen Meilensteine verschieben und abschließen, die Gruppe verlassen. Wer eine Sitzung leitet oder ihr Protokoll führt, hält diese Sitzung ab und schreibt ihr Protokoll. Gäste lesen, sie antworten auf Einladungen und Terminfindungen.
accounts-rights-group-why = Sie sind beigetreten, aufgenommen oder eingeladen worden. Wer nicht mehr zu der Organisation gehört, verliert auch den Platz.
accounts-rights-chair-title = Leitung und Geschäftsführung einer Gruppe
accounts-rights-chair-sees = Dazu die offenen Anfragen und Einladungen dieser Gruppe.
accounts-rights-chair-does = Angaben, Auftrag und Meilensteine pflegen, einladen, aufnehmen und Rollen vergeben, alle Aufgaben und Dateien der Gruppe ändern, Sitzungen planen, dazu einladen und sie abhalten, Protokolle schreiben, die Geschäftsordnung festlegen, Beschlüsse eintragen und berichtigen, Umlaufbeschlüsse beginnen. Die Leitung bittet die Steuerungsgruppe um eine Änderung des Stands.
accounts-rights-chair-why = Wer eine Gruppe vorschlägt, leitet sie; weitere Rollen vergibt die Leitung.
accounts-rights-steering-title = Steuerungsgruppe
accounts-rights-steering-sees = Beitrittsanträge mit allem, was eingereicht wurde, und alle Gruppen mit Leitung, Meilensteinen und Verlauf.
accounts-rights-steering-does = Rückfragen stellen, aufnehmen oder mit Begründung ablehnen. Gruppen einsetzen und jede Änderung ihres Stands bestätigen.
accounts-rights-steering-why = Die Steuerungsgruppe ist gewählt und entscheidet über die Mitgliedschaft und über die Gruppen.
accounts-rights-coordinator-title = Koordinierungsstelle
accounts-rights-coordinator-sees = Alle Organisationen und Personen mit Adressen, Anträge, den Postausgang und das Protokoll. Wer personenbezogene Angaben über das Übliche hinaus ansieht, steht damit im Protokoll, und die betroffene Person sieht es.
accounts-rights-coordinator-does = Das Netzwerk, seine Begriffe, Mitgliedschaften, Aufgaben und Gruppen pflegen, Daten importieren, Konten sperren und löschen.
accounts-rights-coordinator-why = Sie betreut die Plattform im Auftrag des Netzwerks.
accounts-rights-nobody-title = Niemand
accounts-rights-nobody-sees = Passwörter, Wiederherstellungscodes und die Schlüssel der Anmeldung in zwei Schritten.
accounts-rights-nobody-does = Im Namen einer anderen Person handeln, ohne dass es im Protokoll steht.
accounts-rights-nobody-why = Passwörter und Codes sind nur als Prüfwerte gespeichert; jede Änderung schreibt ihren Eintrag im selben Schritt.
