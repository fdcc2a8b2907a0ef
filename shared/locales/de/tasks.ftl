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
tasks-board-nobody = noch niemand
tasks-board-no-organisation = die der zuständigen Person
tasks-board-message = Nachricht an die zuständige Person
tasks-board-message-hint = Sie wird gebeten, die Aufgabe zu bestätigen.

tasks-list-intro = Was in Ihren Gruppen zu tun ist.
tasks-list-views = Welche Aufgaben
tasks-list-mine = Meine
tasks-list-asked = Warten auf mich
tasks-list-created = Von mir angelegt
tasks-list-overdue = Überfällig
tasks-list-every = Alle
tasks-list-search = Aufgabe suchen
tasks-list-task = Aufgabe
tasks-list-state = Stand
tasks-list-state-unfinished = nicht abgeschlossen
tasks-list-state-every = alle
tasks-list-group = Gruppe
tasks-list-organisation = Organisation
tasks-list-responsible = Zuständig
tasks-list-due = Fällig
tasks-list-any = alle
tasks-list-blocked = Blockiert
tasks-list-blocked-any = alle
tasks-list-blocked-only = nur blockierte
tasks-list-more = Weitere Filter
tasks-list-order = Reihenfolge
tasks-list-order-due = nach Termin
tasks-list-order-newest = zuletzt geändert
tasks-list-none-mine = Für Sie ist nichts offen
tasks-list-none-asked = Keine Aufgabe wartet auf Ihre Antwort
tasks-list-none-created = Von Ihren Aufgaben ist keine offen
tasks-list-none-overdue = Nichts ist überfällig
tasks-list-none-every = Keine Aufgabe ist offen
tasks-list-none-hint = Neue Aufgaben legen Sie auf der Tafel einer Gruppe an. Abgeschlossene finden Sie über „Stand“.
tasks-list-none-found = Keine Aufgabe gefunden
tasks-list-none-found-hint = Ändern Sie die Filter, oder suchen Sie nach einem anderen Wort.

tasks-page-edit = Aufgabe ändern
tasks-page-saved = Gespeichert.
tasks-page-save = Speichern
tasks-page-watch = Beobachten
tasks-page-unwatch = Nicht mehr beobachten
tasks-page-watched = Sie erfahren von jetzt an, was hier geschieht.
tasks-page-unwatched = Sie beobachten diese Aufgabe nicht mehr.
tasks-page-reason = Begründung
tasks-page-title = Was zu tun ist
tasks-page-text = Beschreibung
tasks-page-no-text = Mehr ist nicht beschrieben.
tasks-page-markdown-hint = In Markdown: **fett**, *kursiv*, Listen mit einem Strich am Anfang der Zeile.
tasks-page-preview = Vorschau
tasks-page-preview-title = So wird der Text gezeigt:
tasks-page-other = Das hat inzwischen jemand anderes gespeichert
tasks-page-facts = Angaben
tasks-page-due = Fällig
tasks-page-due-by = Fällig am
tasks-page-no-due = kein Termin
tasks-page-organisation = Organisation
tasks-page-no-organisation = keine bestimmte
tasks-page-milestone = Meilenstein
tasks-page-for-milestone = Gehört zum Meilenstein
tasks-page-no-milestone = keiner
tasks-page-recurrence = Wiederholung
tasks-page-recurrence-hint = Ist die Aufgabe erledigt, entsteht die nächste. Dafür braucht sie einen Termin.
tasks-page-once = einmalig
tasks-page-every = Abstand
tasks-page-every-hint = Wie viele Tage, Wochen, Monate oder Jahre dazwischen liegen, höchstens { $max }.
tasks-page-made = Angelegt
tasks-page-made-by-program = vom Programm
tasks-page-watchers = Beobachtet von
tasks-page-nobody = niemand

tasks-page-state = Stand
tasks-page-done-on = erledigt am { $day }
tasks-page-cancelled-on = aufgegeben am { $day }
tasks-page-start = Beginnen
tasks-page-started = Die Aufgabe ist in Arbeit.
tasks-page-finish = Erledigt
tasks-page-finished = Die Aufgabe ist erledigt.
tasks-page-successor = Erledigt. Die nächste Aufgabe dieser Reihe ist angelegt:
tasks-page-successor-due = fällig am { $day }
tasks-page-block = Blockiert melden
tasks-page-block-text = Alle sehen, dass es hier nicht weitergeht, und warum.
tasks-page-block-reason = Was die Aufgabe aufhält
tasks-page-blocked = Die Aufgabe ist als blockiert gemeldet.
tasks-page-unblock = Es geht weiter
tasks-page-unblocked = Die Aufgabe ist nicht mehr blockiert.
tasks-page-cancel = Aufgeben
tasks-page-cancel-text = Die Aufgabe wird nicht mehr getan. Sie bleibt lesbar und kann wieder aufgenommen werden.
tasks-page-cancelled = Die Aufgabe ist aufgegeben.
tasks-page-reopen = Wieder aufnehmen
tasks-page-reopened = Die Aufgabe ist wieder offen.

tasks-page-responsible = Zuständig
tasks-page-asks-you = { $by } bittet Sie, diese Aufgabe zu übernehmen.
tasks-page-asked-by = Angefragt von { $by }.
tasks-page-confirmed-by = Auf Bitte von { $by }.
tasks-page-returned-by = { $by } hat die Aufgabe zurückgegeben.
tasks-page-take = Übernehmen
tasks-page-taken = Sie haben die Aufgabe übernommen.
tasks-page-confirm = Ja, ich übernehme sie
tasks-page-confirmed = Danke, die Aufgabe ist bei Ihnen.
tasks-page-return = Zurückgeben
tasks-page-return-text = Wer Sie gefragt hat, liest Ihre Begründung. Die Aufgabe bleibt offen.
tasks-page-returned = Sie haben die Aufgabe zurückgegeben.
tasks-page-assign = Jemanden bitten
tasks-page-assign-text = Die Person bekommt eine E-Mail und bestätigt oder gibt die Aufgabe mit einem Wort zurück.
tasks-page-assign-whom = Wer soll die Aufgabe übernehmen?
tasks-page-assign-word = Nachricht an die Person
tasks-page-assigned = Die Zuständigkeit ist geändert.

tasks-page-checklist = Checkliste
tasks-page-checklist-none = Noch ohne Einträge.
tasks-page-checklist-new = Neuer Eintrag
tasks-page-checklist-add = Hinzufügen
tasks-page-progress = { $done } von { $total } erledigt
tasks-page-arrange = Einträge bearbeiten
tasks-page-arrange-end = Fertig
tasks-page-entry = Eintrag { $place }
tasks-page-now = Inzwischen steht dort: „{ $text }“. Speichern Sie noch einmal, dann gilt Ihr Text.
tasks-page-up = „{ $text }“ nach oben
tasks-page-down = „{ $text }“ nach unten
tasks-page-remove = „{ $text }“ entfernen
tasks-page-moved = „{ $text }“ steht jetzt an Stelle { $place } von { $total }.
tasks-page-removed = „{ $text }“ ist entfernt.

tasks-page-comments = Kommentare
tasks-page-comments-none = Noch hat niemand etwas dazu geschrieben.
tasks-page-comment = Kommentar
tasks-page-comment-new = Neuer Kommentar
tasks-page-comment-hint = Mit @ nennen Sie jemanden aus der Gruppe; die Person bekommt eine E-Mail. **Fett**, *kursiv* und - Listen gehen auch.
tasks-page-comment-send = Kommentieren
tasks-page-commented = Ihr Kommentar steht da.
tasks-page-comment-change = Ändern
tasks-page-comment-changed = Der Kommentar ist geändert.
tasks-page-comment-edited = geändert { $at }
tasks-page-comment-remove = Kommentar entfernen
tasks-page-comment-remove-text = Der Kommentar verschwindet für alle.
tasks-page-comment-removed = Der Kommentar ist entfernt.
