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

tasks-priority = Dringlichkeit: { $priority }
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
