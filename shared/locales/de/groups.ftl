# Gruppen.

groups-kind-steering = Steuerungsgruppe
groups-kind-working = Arbeitsgruppe
groups-kind-editorial = Redaktionsgruppe
groups-kind-temporary = Gruppe auf Zeit

groups-state-proposed = vorgeschlagen
groups-state-chartered = eingesetzt
groups-state-active = aktiv
groups-state-dormant = ruht
groups-state-concluded = abgeschlossen

groups-event-proposed = vorgeschlagen
groups-event-chartered = eingesetzt
groups-event-activated = Arbeit aufgenommen
groups-event-rested = ruht
groups-event-resumed = Arbeit fortgesetzt
groups-event-concluded = abgeschlossen
groups-event-asked = Änderung erbeten
groups-event-refused = Änderung nicht bestätigt
groups-event-charter_revised = Auftrag geändert
groups-event-milestone_moved = Meilenstein verschoben
groups-event-milestone_closed = Meilenstein abgeschlossen

groups-export-name = Name
groups-export-short-name = Kurzname
groups-export-kind = Art
groups-export-state = Stand
groups-export-chairs = Leitung
groups-export-members = Mitwirkende
groups-export-organisations = Organisationen
groups-export-milestones-open = Offene Meilensteine
groups-export-milestones-overdue = Überfällige Meilensteine
groups-export-tasks-open = Offene Aufgaben
groups-export-last-event = Zuletzt
groups-export-link = Seite der Gruppe
