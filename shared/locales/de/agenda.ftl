# Tagesordnungspunkte in Worten, für Sitzung, Ablauf und Protokoll.
agenda-kind-information = Information
agenda-kind-discussion = Beratung
agenda-kind-decision = Beschluss
agenda-kind-election = Wahl
agenda-kind-minutes_approval = Genehmigung eines Protokolls
agenda-item-submitted = eingereicht
agenda-item-scheduled = offen
agenda-item-in_discussion = wird beraten
agenda-item-decided = entschieden
agenda-item-noted = zur Kenntnis genommen
agenda-item-deferred = vertagt
agenda-item-withdrawn = zurückgezogen
