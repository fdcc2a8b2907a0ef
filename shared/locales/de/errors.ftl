# What went wrong, one sentence per error code of `shared/src/error.rs`.

error-network = Der Server ist gerade nicht erreichbar. Was Sie eingegeben haben, ist noch da. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
error-internal-with-id = Bei uns ist etwas schiefgegangen. Was Sie eingegeben haben, ist noch da. Bleibt es dabei, nennen Sie uns bitte die Kennung { $id }.

error-bad-request = Die Anfrage war nicht verständlich. Laden Sie die Seite neu und versuchen Sie es noch einmal.
error-payload-too-large = Das ist zu groß: Möglich sind höchstens { $megabytes } MB.
error-unknown-operation = Die Anwendung wurde erneuert. Laden Sie die Seite neu und versuchen Sie es noch einmal.
error-query-too-complex = Diese Anfrage ist zu umfangreich.
error-timeout = Das hat zu lange gedauert und wurde abgebrochen. Versuchen Sie es noch einmal.
error-rate-limited = { $minutes ->
    [one] Zu viele Versuche. Bitte warten Sie eine Minute.
   *[other] Zu viele Versuche. Bitte warten Sie { $minutes } Minuten.
 }
error-internal = Bei uns ist etwas schiefgegangen. Was Sie eingegeben haben, ist noch da. Versuchen Sie es gleich noch einmal.

error-unauthenticated = Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich wieder an.
error-forbidden = Dazu haben Sie kein Recht. Unter „Wer darf was?“ steht, wer es hat.
error-not-found = Das gibt es nicht, oder es ist für Sie nicht sichtbar.
error-invalid-credentials = E-Mail-Adresse oder Passwort stimmt nicht.
error-second-factor-required = Bitte geben Sie den Code aus Ihrer Authenticator-App ein.
error-second-factor-wrong = Dieser Code stimmt nicht oder wurde schon verwendet.
error-password-wrong = Das Passwort stimmt nicht.
error-link-invalid = Dieser Link ist unvollständig, abgelaufen oder wurde schon verwendet.

error-validation = Einige Angaben stimmen noch nicht.
error-conflict = Jemand hat das inzwischen geändert. Ihre Eingaben sind noch da: Vergleichen Sie sie mit dem neuen Stand und speichern Sie dann noch einmal.
error-state-forbids = Das geht im jetzigen Stand nicht (mehr).
error-last-of-its-kind = Das geht nicht, weil dann niemand mehr diese Aufgabe hätte.
error-in-use = Das wird noch verwendet und kann deshalb nicht entfernt werden.

error-required = Bitte füllen Sie dieses Feld aus.
error-too-long = Das ist zu lang: Möglich sind höchstens { $max } Zeichen.
error-too-short = Das ist zu kurz: Nötig sind mindestens { $min } Zeichen.
error-too-many = Das sind zu viele: Möglich sind höchstens { $max }.
error-invalid-email = Das ist keine E-Mail-Adresse, zum Beispiel name@beispiel.de.
error-invalid-url = Das ist keine Webadresse, die mit https:// oder http:// beginnt.
error-invalid-phone = Das ist keine Telefonnummer, zum Beispiel +49 391 123456.
error-invalid-date = Dieses Datum gibt es nicht.
error-date-order = Das Ende liegt vor dem Anfang.
error-outside-period = Dieser Tag liegt außerhalb des vereinbarten Zeitraums.
error-date-out-of-range = Möglich ist hier ein Tag vom { $earliest } bis zum { $latest }.
error-time-skipped = Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird auf Sommerzeit vorgestellt.
error-time-out-of-range = Möglich ist hier eine Uhrzeit von { $earliest } bis { $latest }.
error-overlap = Das überschneidet sich mit einer anderen Zeit derselben Person.
error-votes-too-many = Das sind zusammen { $sum } Stimmen, anwesend sind aber nur { $max }.
error-invalid-value = Dieser Wert ist hier nicht möglich.
error-invalid-characters = Das enthält Zeichen, die hier nicht erlaubt sind.
error-unknown-reference = „{ $value }“ ist nicht bekannt.
error-duplicate = Das gibt es schon.
error-password-too-easy = Dieses Passwort ist zu leicht zu erraten. Nehmen Sie zum Beispiel drei oder vier Wörter, die nicht zusammengehören.

error-file-type = Diese Art von Datei ist hier nicht möglich. Erlaubt: { $allowed }.
error-quota-exceeded = Für diese Datei ist in der Gruppe kein Platz mehr. Entfernen Sie, was nicht mehr gebraucht wird.
error-file-empty = Die Datei ist leer.
error-file-encoding = Die Zeichen der Datei sind nicht lesbar. Speichern Sie sie als CSV in UTF-8.
error-column-missing = Die Spalte „{ $column }“ fehlt.
error-column-unknown = Die Spalte „{ $column }“ ist nicht bekannt.
error-too-many-rows = Das sind zu viele Zeilen: Möglich sind höchstens { $max } auf einmal.
