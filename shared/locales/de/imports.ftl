# Messages of the imports pages.

imports-intro = Eine CSV-Datei einlesen, ansehen, was geschehen würde, und erst dann übernehmen.
imports-kind-organisations = Organisationen
imports-kind-people = Personen
imports-kind-offers = Angebote
imports-file = CSV-Datei
imports-file-hint = Trennzeichen Semikolon, Komma oder Tabulator; Zeichensatz UTF-8 oder Windows; höchstens 10.000 Zeilen. Beim Hochladen wird noch nichts geändert.
imports-columns-title = Welche Spalten die Datei haben kann
imports-columns-order = Die erste Zeile nennt die Spalten, auf Deutsch oder Englisch, in beliebiger Reihenfolge. Mehrere Begriffe in einer Zelle werden mit | getrennt. Leere Zellen leeren das Feld; Spalten, die fehlen, bleiben unberührt.
imports-columns-needed = Nötig
imports-columns-free = Möglich
imports-people-hint = Importierte Personen legen ihr Passwort über „Passwort vergessen“ selbst fest. Eine Person kann in mehreren Zeilen stehen, einmal je Rolle.
imports-reading = Die Datei wird gelesen und verglichen …

imports-preview-title = Vorschau: { $file }
imports-preview-text = Noch ist nichts geändert. Sehen Sie die Zeilen durch und übernehmen Sie sie dann, oder legen Sie die Datei beiseite.
imports-applied-title = Übernommen: { $file }
imports-applied-text = Die Zeilen stehen jetzt im System. Dieselbe Datei noch einmal einzulesen ändert nichts.
imports-discarded-title = Beiseitegelegt: { $file }
imports-discarded-text = Von dieser Datei wurde nichts übernommen.
imports-filter = Zeilen nach Ergebnis
imports-all = Alle ({ $count })
imports-outcome-new = Neu
imports-outcome-changed = Geändert
imports-outcome-unchanged = Unverändert
imports-outcome-warning = Hinweis
imports-outcome-error = Fehler
imports-count = { $label } ({ $count })
imports-line = Zeile
imports-what = Eintrag
imports-outcome = Ergebnis
imports-details = Was geschieht
imports-no-rows = Keine Zeile hat dieses Ergebnis.
imports-empty-value = leer
imports-apply = { $count ->
    [one] Eine Zeile übernehmen
   *[other] { $count } Zeilen übernehmen
 }
imports-apply-title = Zeilen übernehmen?
imports-apply-text = { $errors ->
    [0] Alle neuen und geänderten Zeilen werden in einem Schritt geschrieben.
    [one] Alle neuen und geänderten Zeilen werden in einem Schritt geschrieben. Eine Zeile mit Fehler wird ausgelassen.
   *[other] Alle neuen und geänderten Zeilen werden in einem Schritt geschrieben. { $errors } Zeilen mit Fehlern werden ausgelassen.
 }
imports-apply-confirm = Jetzt übernehmen
imports-nothing = In dieser Datei steht nichts, was zu übernehmen wäre.
imports-discard = Beiseitelegen
imports-done = Die Zeilen sind übernommen.
imports-discarded = Die Datei ist beiseitegelegt.
imports-another = Weitere Datei einlesen

imports-note-same-line = Dasselbe steht schon in Zeile { $line }.
imports-hint-formula = Die Zelle beginnt wie eine Formel. Sie wird als Text übernommen.
imports-hint-matched-by-name = Am Namen erkannt, weil es diesen Schlüssel noch nicht gibt.
imports-hint-membership-kept = Die Mitgliedschaft weicht ab und bleibt, wie sie ist. Ändern Sie sie auf der Seite der Mitglieder.
imports-hint-role-dates-kept = Die Aufgabe im Netzwerk besteht schon mit anderen Tagen; diese bleiben.
imports-hint-other-organisation = Dieser Schlüssel gehört zum Angebot einer anderen Organisation.
imports-hint-contradicts = Zeile { $line } sagt über dieselbe Person etwas anderes.
