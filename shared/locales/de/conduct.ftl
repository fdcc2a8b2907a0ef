# Der Ablauf einer Sitzung: Anwesenheit, Punkte, Abstimmungen.

conduct-title = Ablauf: { $title }
conduct-when = { $day }, { $time } Uhr
conduct-online-link = Online teilnehmen
conduct-chair = Sitzungsleitung: { $name }
conduct-minute-taker = Protokollführung: { $name }
conduct-before = Die Sitzung hat noch nicht begonnen.
conduct-before-open = Die Sitzung hat noch nicht begonnen. Wenn Sie so weit sind, beginnen Sie sie mit dem Knopf oben.
conduct-after = Die Sitzung ist beendet. Sie dauerte von { $from } bis { $until } Uhr.
conduct-to-minutes = Zum Protokoll
conduct-postponed = Die Sitzung ist verschoben.
conduct-cancelled = Die Sitzung ist abgesagt.

conduct-open = Sitzung beginnen
conduct-open-text = Die Sitzung läuft ab jetzt. Die Anwesenheitsliste wird aus den Mitgliedern der Gruppe angelegt, und Sie können Punkte aufrufen und abstimmen lassen.
conduct-opened = Die Sitzung läuft.
conduct-close = Sitzung beenden
conduct-close-text = Die Sitzung ist dann zu Ende. Für alle, die noch da sind, endet die Anwesenheit jetzt. Neue Abstimmungen sind nicht mehr möglich, das Protokoll schreiben Sie weiter.
conduct-close-items = { $count ->
    [one] Ein Punkt ist noch offen und wird vertagt.
   *[other] { $count } Punkte sind noch offen und werden vertagt.
 }
conduct-close-votes = Eine Abstimmung läuft noch. Stellen Sie zuerst das Ergebnis fest, oder brechen Sie sie ab.
conduct-closed = Die Sitzung ist beendet.

conduct-bar-none = Kein Punkt aufgerufen
conduct-bar-votes = { $present } Stimmen da, { $needed } nötig
conduct-clock = Uhrzeit
conduct-jumps = Teile dieser Seite

conduct-agenda = Tagesordnung
conduct-agenda-none = Die Tagesordnung ist leer
conduct-to-meeting = Zur Sitzung
conduct-now = jetzt
conduct-minutes = { $count } Min.
conduct-internal = intern
conduct-late = nachgereicht
conduct-item = Punkt
conduct-item-none = Kein Punkt gewählt
conduct-presenter = Es berichtet { $name }
conduct-minutes-of = Protokoll lesen:
conduct-deferred-to = Vertagt auf:
conduct-paper = Unterlage
conduct-elsewhere = Aufgerufen ist jetzt: { $title }
conduct-elsewhere-go = Dorthin wechseln
conduct-begin = Aufrufen
conduct-begin-again = Noch einmal aufrufen
conduct-decided = Beschlossen
conduct-noted = Zur Kenntnis genommen
conduct-defer = Vertagen
conduct-defer-text = Der Punkt kommt auf die nächste Tagesordnung.
conduct-defer-reason = Warum?
conduct-deferred = Der Punkt ist vertagt.
conduct-notes = Protokoll

conduct-votes = Abstimmungen
conduct-vote-begin = Abstimmung vorbereiten
conduct-vote-start = Abstimmung eröffnen
conduct-vote-opened = Die Abstimmung läuft.
conduct-vote-open = läuft
conduct-vote-running = Die Stimmen werden gezählt.
conduct-vote-no-quorum = Abstimmen können Sie, sobald die Sitzung beschlussfähig ist.
conduct-vote-no-mover = niemand bestimmtes
conduct-vote-mover = Eingebracht von { $name }
conduct-vote-secret = geheim
conduct-vote-secret-hint = Sie zählen Stimmzettel aus und tragen nur die Zahlen ein.
conduct-vote-rules = wie in der Geschäftsordnung: { $majority }
conduct-vote-excluded = Ohne Stimme wegen Befangenheit
conduct-vote-excluded-hint = Ihre Stimmen zählen bei dieser Abstimmung nicht als anwesend.
conduct-vote-excluded-who = Person
conduct-vote-excluded-why = Grund
conduct-vote-excluded-add = Person ausnehmen
conduct-vote-excluded-remove = Zeile entfernen
conduct-vote-choose = Bitte wählen
conduct-vote-basis = { $present } von { $roll } Stimmen anwesend. Nötige Mehrheit: { $majority }.
conduct-vote-adopted = Angenommen mit { $yes } Ja, { $no } Nein und { $abstain } Enthaltungen. Nötig waren { $needed } Ja-Stimmen.
conduct-vote-rejected = Abgelehnt mit { $yes } Ja, { $no } Nein und { $abstain } Enthaltungen. Nötig waren { $needed } Ja-Stimmen.
conduct-vote-resolution = Beschluss:
conduct-vote-cancelled = Diese Abstimmung wurde abgebrochen. Sie zählt nicht.
conduct-vote-cancelled-done = Die Abstimmung ist abgebrochen.
conduct-vote-cancel = Abstimmung abbrechen
conduct-vote-cancel-text = Die Abstimmung zählt dann nicht. Sie können danach eine neue eröffnen.
conduct-vote-counted = Das Ergebnis steht fest.
conduct-count-yes = Ja
conduct-count-no = Nein
conduct-count-abstain = Enthaltungen
conduct-count-close = Ergebnis feststellen
conduct-count-sum = { $cast } von { $present } anwesenden Stimmen gezählt.
conduct-count-missing = { $count ->
    [one] Eine Stimme fehlt noch oder wurde nicht abgegeben.
   *[other] { $count } Stimmen fehlen noch oder wurden nicht abgegeben.
 }
conduct-count-too-many = { $count ->
    [one] Das ist eine Stimme mehr, als anwesend ist.
   *[other] Das sind { $count } Stimmen mehr, als anwesend sind.
 }
conduct-count-needed = { $count ->
    [one] Bei diesen Zahlen ist eine Ja-Stimme nötig.
   *[other] Bei diesen Zahlen sind { $count } Ja-Stimmen nötig.
 }
conduct-count-adopted = Damit ist der Antrag angenommen.
conduct-count-rejected = Damit ist der Antrag abgelehnt.

conduct-quorum = Beschlussfähigkeit
conduct-quorum-reached = beschlussfähig
conduct-quorum-missing = nicht beschlussfähig
conduct-quorum-organisations = { $present } von { $roll } Organisationen mit Stimme sind da, nötig sind { $needed }.
conduct-quorum-persons = { $present } von { $roll } Personen mit Stimme sind da, nötig sind { $needed }.
conduct-quorum-bar = Anteil der anwesenden Stimmen
conduct-quorum-line = Verlauf
conduct-quorum-point = { $count ->
    [one] eine Stimme, beschlussfähig
   *[other] { $count } Stimmen, beschlussfähig
 }
conduct-quorum-point-missing = { $count ->
    [one] eine Stimme, nicht beschlussfähig
   *[other] { $count } Stimmen, nicht beschlussfähig
 }

conduct-people = Anwesenheit
conduct-people-none = Die Liste wird angelegt, wenn die Sitzung beginnt.
conduct-no-organisation = Ohne Organisation
conduct-no-vote = ohne Stimme
conduct-attendance-unknown = noch offen
conduct-attendance-present = im Raum
conduct-attendance-online = online
conduct-attendance-left = gegangen
conduct-attendance-excused = entschuldigt
conduct-attendance-absent = fehlt
conduct-reply-none = keine Antwort
conduct-reply-accepted = hat zugesagt
conduct-reply-maybe = hat „vielleicht“ geantwortet
conduct-reply-declined = hat abgesagt
conduct-span = { $from }–{ $until }
conduct-span-open = seit { $from }
conduct-span-online = online { $from }–{ $until }
conduct-span-online-open = online seit { $from }
conduct-times = Zeiten
conduct-times-text = Tragen Sie ein, von wann bis wann die Person da war. Ohne Ende ist sie noch da.
conduct-times-from = Von
conduct-times-until = Bis
conduct-times-online = online
conduct-times-add = Zeit hinzufügen
conduct-times-remove = Zeit entfernen
conduct-times-none = Die Person war nicht da.
conduct-times-done = Die Zeiten sind geändert.
conduct-guest-add = Gast eintragen
conduct-guest-text = Für Personen, die nicht zur Gruppe gehören. Sie haben keine Stimme.
conduct-guest-name = Name
conduct-guest-organisation = Organisation
conduct-guest-added = Der Gast ist eingetragen.
conduct-guest-remove = Gast entfernen
conduct-guest-remove-text = Der Eintrag verschwindet aus der Anwesenheitsliste.
conduct-guest-removed = Der Gast ist entfernt.
