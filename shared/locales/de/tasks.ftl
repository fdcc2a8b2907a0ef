# Aufgaben.

tasks-state-open = offen
tasks-state-in_progress = in Arbeit
tasks-state-done = erledigt
tasks-state-cancelled = aufgegeben

tasks-priority-low = gering
tasks-priority-normal = normal
tasks-priority-high = hoch
tasks-priority-urgent = dringend

tasks-assignment-unassigned = niemand zuständig
tasks-assignment-asked = angefragt
tasks-assignment-confirmed = bestätigt
tasks-assignment-returned = zurückgegeben

tasks-priority = Dringlichkeit
tasks-blocked = blockiert
tasks-due = fällig am { $day }
tasks-overdue = überfällig
tasks-every-day = { $count ->
    [one] jeden Tag
   *[other] alle { $count } Tage
 }
tasks-every-week = { $count ->
    [one] jede Woche
   *[other] alle { $count } Wochen
 }
tasks-every-month = { $count ->
    [one] jeden Monat
   *[other] alle { $count } Monate
 }
tasks-every-year = { $count ->
    [one] jedes Jahr
   *[other] alle { $count } Jahre
 }
tasks-unit-day = Tage
tasks-unit-week = Wochen
tasks-unit-month = Monate
tasks-unit-year = Jahre

tasks-export-group = Gruppe
tasks-export-title = Aufgabe
tasks-export-text = Beschreibung
tasks-export-state = Stand
tasks-export-priority = Dringlichkeit
tasks-export-due = Fällig
tasks-export-blocked = Blockiert durch
tasks-export-organisation = Organisation
tasks-export-responsible = Zuständig
tasks-export-assignment = Zuständigkeit
tasks-export-created-by = Angelegt von
tasks-export-closed-on = Abgeschlossen am
tasks-export-closed-reason = Warum aufgegeben
tasks-export-link = Seite der Aufgabe

tasks-board-columns = Spalte
tasks-board-column-open = Offen
tasks-board-column-in_progress = In Arbeit
tasks-board-column-done = Erledigt
tasks-board-empty-open = Es ist nichts offen.
tasks-board-empty-open-add = Es ist nichts offen. Mit „Neue Aufgabe“ legen Sie die nächste an.
tasks-board-empty-progress = Gerade arbeitet niemand an einer Aufgabe. Verschieben Sie eine Karte hierher, wenn Sie beginnen.
tasks-board-empty-done = Noch ist nichts erledigt. Fertige Aufgaben kommen hierher.
tasks-board-empty-filtered = Hier passt keine Aufgabe zu den Filtern.
tasks-board-search = Aufgabe suchen
tasks-board-only = Nur
tasks-board-mine = meine
tasks-board-all = alle
tasks-board-organisation = Organisation
tasks-board-responsible = Zuständig
tasks-board-checklist = { $done } von { $total }
tasks-board-comments = { $count ->
    [one] ein Kommentar
   *[other] { $count } Kommentare
 }

tasks-board-move = Verschieben
tasks-board-move-title = Karte verschieben
tasks-board-move-to = Nach „{ $column }“
tasks-board-move-top = An den Anfang
tasks-board-move-up = Nach oben
tasks-board-move-down = Nach unten
tasks-board-move-bottom = Ans Ende
tasks-board-move-hint = Schneller geht es mit den Pfeiltasten, solange „Verschieben“ den Fokus hat, oder durch Ziehen.
tasks-board-place = Die Karte liegt in „{ $column }“ an Stelle { $place } von { $count }.
tasks-board-left = Die Karte liegt nicht mehr hier.
tasks-board-moved = „{ $title }“ liegt jetzt in „{ $column }“ an Stelle { $place } von { $count }.
tasks-board-no-way = Weiter geht es für „{ $title }“ in dieser Richtung nicht.
tasks-board-successor = Die nächste Aufgabe der Reihe ist angelegt: „{ $title }“, fällig am { $day }.
tasks-board-conflict = „{ $title }“ wurde nicht verschoben: Jemand hat die Aufgabe gerade geändert. Das Board zeigt jetzt den neuen Stand.
tasks-board-gone = „{ $title }“ wurde nicht verschoben: Die Aufgabe gibt es hier nicht mehr.
tasks-board-not-moved = „{ $title }“ wurde nicht verschoben. { $reason }
tasks-board-changed = „{ $title }“ hat inzwischen jemand geändert. Das Board zeigt jetzt den neuen Stand.

tasks-board-news-new = Neu auf dem Board: „{ $title }“.
tasks-board-news-moved = „{ $title }“ ist jetzt { $state }.
tasks-board-news-changed = „{ $title }“ wurde geändert.
tasks-board-news-gone = „{ $title }“ liegt nicht mehr auf dem Board.
tasks-board-news-many = { $count } Aufgaben haben sich geändert.
tasks-board-found = { $count ->
    [one] Eine Aufgabe gefunden.
   *[other] { $count } Aufgaben gefunden.
 }
tasks-board-found-none = Keine Aufgabe gefunden.

tasks-board-take = Übernehmen
tasks-board-taken = Sie haben „{ $title }“ übernommen.
tasks-board-confirm = Bestätigen
tasks-board-confirmed = Sie haben „{ $title }“ bestätigt.
tasks-board-return = Zurückgeben
tasks-board-return-text = Danach ist niemand mehr zuständig. Wer Sie gefragt hat, liest Ihre Begründung.
tasks-board-returned = Sie haben „{ $title }“ zurückgegeben.
tasks-board-block = Blockieren
tasks-board-block-text = Schreiben Sie, was die Aufgabe aufhält. Es steht dann auf der Karte.
tasks-board-blocked = „{ $title }“ ist als blockiert vermerkt.
tasks-board-unblock = Geht weiter
tasks-board-unblocked = „{ $title }“ ist nicht mehr blockiert.
tasks-board-reason = Begründung

tasks-board-new = Neue Aufgabe
tasks-board-make = Aufgabe anlegen
tasks-board-created = „{ $title }“ ist angelegt.
tasks-board-throw-away = Verwerfen
tasks-board-title = Was zu tun ist
tasks-board-text = Beschreibung
tasks-board-text-hint = In Markdown: **fett**, *kursiv*, Listen mit einem Strich am Anfang der Zeile.
tasks-board-due = Fällig am
tasks-board-nobody = noch niemand
tasks-board-no-organisation = die der zuständigen Person
tasks-board-message = Nachricht an die zuständige Person
tasks-board-message-hint = Sie wird gebeten, die Aufgabe zu bestätigen.
tasks-board-recurrence = Wiederholung
tasks-board-once = einmalig
tasks-board-every = Abstand
tasks-board-every-hint = Wie viele Tage, Wochen, Monate oder Jahre dazwischen liegen, höchstens { $max }.
tasks-board-milestone = Gehört zum Meilenstein
tasks-board-no-milestone = zu keinem
