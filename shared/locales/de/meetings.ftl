# Sitzungen: Liste, Tagesordnung, Terminfindung, Geschäftsordnung.

meetings-intro = Was die Gruppen besprechen: kommende und vergangene Sitzungen mit Tagesordnung und Protokoll.
meetings-views = Zeitraum
meetings-view-ahead = Kommende
meetings-view-past = Vergangene
meetings-view-every = Alle
meetings-search = Suchen im Titel
meetings-group = Gruppe
meetings-group-any = Alle Gruppen
meetings-from = Von
meetings-until = Bis
meetings-mine = Nur meine Gruppen
meetings-none = Noch keine Sitzungen
meetings-none-ahead = Keine Sitzung geplant
meetings-none-past = Noch keine vergangenen Sitzungen
meetings-none-hint = Sitzungen werden im Bereich „Sitzungen“ einer Gruppe geplant.
meetings-none-found = Nichts gefunden
meetings-none-found-hint = Versuchen Sie es mit anderen Wörtern oder weniger Filtern.
meetings-title = Sitzung
meetings-when = Wann
meetings-where = Wo
meetings-state = Stand
meetings-online = Online
meetings-and-online = und online
meetings-when-text = { $day }, { $from }–{ $until } Uhr
meetings-moment = { $day }, { $time }
meetings-named = { $title }, { $day }
meetings-minutes = { $count } Min.
meetings-state-planned = geplant
meetings-state-invited = eingeladen
meetings-state-in_session = läuft
meetings-state-closed = beendet
meetings-state-completed = abgeschlossen
meetings-state-postponed = verschoben
meetings-state-cancelled = abgesagt

meetings-ahead = Kommende Sitzungen
meetings-group-none-plan = Planen Sie eine Sitzung, oder fragen Sie erst nach einem Termin, der allen passt.
meetings-group-none-hint = Sobald die Gruppenleitung eine Sitzung plant, steht sie hier.
meetings-past = Vergangene Sitzungen
meetings-past-all = Alle { $count } vergangenen Sitzungen
meetings-minutes-link = Protokoll
meetings-plan = Sitzung planen
meetings-plan-text = Eingeladen wird erst später, wenn die Tagesordnung steht. Vertagte Punkte kommen von selbst auf die Tagesordnung.
meetings-planned = Die Sitzung ist geplant.
meetings-edit = Angaben ändern
meetings-edit-invited = Die Einladung ist schon verschickt. Ändern sich Zeit, Ort oder Link, bekommen alle eine Nachricht mit neuem Kalendereintrag.
meetings-edit-postponed = Mit einem neuen Termin ist die Sitzung wieder geplant. Wer schon eingeladen war, bekommt eine Nachricht.
meetings-save = Speichern
meetings-saved = Die Angaben sind gespeichert.
meetings-section-when = Zeit und Ort
meetings-section-who = Leitung und Hinweise
meetings-section-what = Worum es geht
meetings-field-title = Titel
meetings-field-day = Tag
meetings-field-from = Beginn
meetings-field-until = Ende
meetings-field-place = Ort
meetings-field-online = Link zur Online-Teilnahme
meetings-field-online-hint = Vollständig, mit https:// am Anfang.
meetings-field-note = Hinweise
meetings-field-note-hint = Zum Beispiel zur Anreise oder Vorbereitung. Markdown ist möglich.
meetings-chair = Sitzungsleitung
meetings-chair-usual = Wie in der Gruppe üblich
meetings-chair-none = noch offen
meetings-minute-taker = Protokollführung
meetings-minute-taker-none = noch offen

meetings-facts = Angaben
meetings-join = Online teilnehmen
meetings-calendar = Kalendereintrag
meetings-calendar-file = sitzung.ics
meetings-invitation = Einladung
meetings-invited-at = Verschickt am { $time }
meetings-notice-kept = Frist eingehalten
meetings-notice-missed = Mit verkürzter Frist eingeladen
meetings-invite-by = Einladen bis { $day }
meetings-invite-missed = Einladungsfrist war der { $day }
meetings-conduct = Sitzung durchführen
meetings-to-conduct = Zur laufenden Sitzung
meetings-is-postponed = Diese Sitzung ist verschoben. Ein neuer Termin steht noch nicht fest.
meetings-is-cancelled = Diese Sitzung ist abgesagt.
meetings-reason = Begründung
meetings-invite = Einladen
meetings-invite-text = Die Einladung geht mit der Tagesordnung und einem Kalendereintrag per E-Mail hinaus. Die Tagesordnung wird in dieser Fassung festgehalten; was danach dazukommt, ist als nachgereicht gekennzeichnet.
meetings-invite-again = Erneut einladen
meetings-invite-again-text = Alle bekommen die geänderte Tagesordnung mit einem Kalendereintrag per E-Mail. Sie wird als weitere Fassung festgehalten.
meetings-invite-message = Nachricht zur Einladung
meetings-invite-done = Die Einladung ist verschickt.
meetings-invite-people = { $count ->
    [one] Die Einladung geht an eine Person
   *[other] Die Einladung geht an { $count } Personen
 }
meetings-invite-items = { $count ->
    [one] Die Tagesordnung hat einen Punkt.
   *[other] Die Tagesordnung hat { $count } Punkte.
 }
meetings-invite-no-items = Die Tagesordnung ist noch leer. Fügen Sie zuerst einen Punkt hinzu.
meetings-invite-unchanged = Die Tagesordnung ist dieselbe, die schon verschickt wurde.
meetings-invite-past = Die Sitzung liegt in der Vergangenheit. Ändern Sie zuerst den Termin.
meetings-invite-in-time = Die Einladungsfrist bis { $day } ist eingehalten.
meetings-invite-late = Die Einladungsfrist ist am { $day } abgelaufen
meetings-invite-late-text = Eine Einladung mit verkürzter Frist wird als solche vermerkt. Beschlüsse können deshalb angefochten werden.
meetings-invite-short = Ich lade mit verkürzter Frist ein
meetings-invite-short-needed = Bitte bestätigen Sie die verkürzte Frist.
meetings-postpone = Verschieben
meetings-postpone-text = Die Sitzung verliert ihren Termin, bis ein neuer eingetragen wird. Wer schon eingeladen ist, bekommt eine Nachricht.
meetings-postponed = Die Sitzung ist verschoben.
meetings-cancel = Absagen
meetings-cancel-text = Die Sitzung findet nicht statt. Wer schon eingeladen ist, bekommt eine Nachricht. Das lässt sich nicht zurücknehmen.
meetings-cancelled = Die Sitzung ist abgesagt.

meetings-my-reply = Meine Antwort
meetings-reply-asked = Antwort erbeten
meetings-reply-question = Kommen Sie?
meetings-reply-note = Bemerkung
meetings-reply-send = Antwort senden
meetings-replied = Ihre Antwort ist gespeichert.
meetings-reply = Antwort
meetings-reply-none = keine Antwort
meetings-reply-accepted = zugesagt
meetings-reply-maybe = vielleicht
meetings-reply-declined = abgesagt
meetings-answer-accepted = Ja, ich komme
meetings-answer-maybe = Vielleicht
meetings-answer-declined = Nein
meetings-replies = Antworten
meetings-replies-summary = { $accepted } zugesagt, { $maybe } vielleicht, { $declined } abgesagt, { $none } ohne Antwort
meetings-person = Person
meetings-organisation = Organisation

meetings-agenda = Tagesordnung
meetings-agenda-none = Noch keine Punkte
meetings-agenda-none-add = Fügen Sie den ersten Punkt hinzu. Auch eingereichte Punkte können Sie auf die Tagesordnung setzen.
meetings-agenda-none-submit = Sie können einen Punkt einreichen, den die Leitung auf die Tagesordnung setzt.
meetings-agenda-none-hint = Die Leitung stellt die Tagesordnung noch zusammen.
meetings-agenda-total = Geplante Dauer aller Punkte: { $duration }
meetings-agenda-gone = Vertagte und zurückgezogene Punkte
meetings-item-from = ab { $time } Uhr
meetings-late = nachgereicht
meetings-internal = intern
meetings-presented-by = Vorgestellt von { $name }
meetings-deferred-from = Vertagt aus:
meetings-deferred-to = Vertagt auf:
meetings-minutes-of = Protokoll von:
meetings-papers = Unterlagen
meetings-item-add = Punkt hinzufügen
meetings-item-add-below = Unterpunkt hinzufügen
meetings-item-added = Der Punkt steht auf der Tagesordnung.
meetings-item-edit = Punkt ändern
meetings-item-saved = Der Punkt ist gespeichert.
meetings-move-up = „{ $title }“ nach oben
meetings-move-down = „{ $title }“ nach unten
meetings-move-in = „{ $title }“ zum Unterpunkt machen
meetings-move-out = „{ $title }“ zum Hauptpunkt machen
meetings-moved = „{ $title }“ ist jetzt Punkt { $number }.
meetings-defer = Vertagen
meetings-defer-text = Der Punkt kommt von selbst auf die Tagesordnung der nächsten Sitzung.
meetings-deferred = Der Punkt ist vertagt.
meetings-withdraw = Zurückziehen
meetings-withdraw-text = Der Punkt wird nicht beraten. Er bleibt mit der Begründung sichtbar.
meetings-withdrawn = Der Punkt ist zurückgezogen.
meetings-field-item = Titel
meetings-field-kind = Art
meetings-field-text = Worum es geht
meetings-field-text-hint = Markdown ist möglich.
meetings-field-duration = Dauer in Minuten
meetings-field-presenter = Wer stellt vor?
meetings-presenter-other = Niemand oder jemand von außerhalb
meetings-field-presenter-name = Name
meetings-field-presenter-name-hint = Wenn jemand von außerhalb der Gruppe vorstellt.
meetings-field-internal = Nur für die Gruppe
meetings-field-internal-hint = Gäste sehen diesen Punkt nicht.

meetings-proposals = Eingereichte Punkte
meetings-proposals-none = Zurzeit wartet kein Punkt.
meetings-submit = Punkt einreichen
meetings-submit-text = Die Leitung entscheidet, wann der Punkt auf die Tagesordnung kommt.
meetings-submitted = Der Punkt ist eingereicht.
meetings-submitted-by = Eingereicht von { $name } am { $day }
meetings-submitted-on = Eingereicht am { $day }
meetings-wish = Für welche Sitzung?
meetings-wish-none = Die nächste, in die er passt
meetings-schedule = Auf die Tagesordnung
meetings-schedule-for = Sitzung
meetings-schedule-text = Der Punkt kommt ans Ende der Tagesordnung.
meetings-schedule-here = Der Punkt kommt ans Ende der Tagesordnung dieser Sitzung.
meetings-scheduled = Der Punkt steht auf der Tagesordnung.
meetings-tasks = Offene Aufgaben der Gruppe
meetings-tasks-count = Offene Aufgaben ansehen ({ $count })
meetings-task-due = fällig am { $day }
meetings-versions = Verschickte Tagesordnungen
meetings-versions-text = So gingen die Tagesordnungen mit den Einladungen hinaus. Sie können nicht mehr geändert werden.
meetings-version = Fassung { $number } vom { $time }
meetings-version-by = Fassung { $number } vom { $time }, verschickt von { $name }
meetings-version-hash = Prüfsumme (SHA-256):

meetings-polls = Terminfindung
meetings-poll-open = Termin finden
meetings-poll-open-text = Schlagen Sie mehrere Termine vor. Alle in der Gruppe bekommen eine E-Mail und antworten. Aus dem besten Termin machen Sie danach mit einem Klick eine Sitzung.
meetings-poll-opened = Die Terminfindung läuft.
meetings-poll-text = Hinweise
meetings-poll-options = Termine zur Auswahl
meetings-poll-options-hint = Mindestens zwei. Ein weiterer Termin übernimmt die Uhrzeit des vorigen, einen Tag später.
meetings-poll-option = Termin { $number }
meetings-poll-option-add = Termin hinzufügen
meetings-poll-option-remove = Entfernen
meetings-poll-answer-by = Antworten bis
meetings-poll-answer-by-hint = Bis zum Ende dieses Tages kann geantwortet werden. Wählen können Sie den Termin jederzeit.
meetings-poll-state-open = läuft
meetings-poll-state-closed = Termin gewählt
meetings-poll-state-cancelled = abgebrochen
meetings-poll-until = Antworten bis { $day }
meetings-poll-answered = { $answered } von { $people } haben geantwortet
meetings-poll-times = { $count ->
    [one] Ein Termin
   *[other] { $count } Termine
 }
meetings-poll-asked = Ihre Antwort fehlt
meetings-poll-about = Angaben
meetings-poll-by = Gefragt von
meetings-poll-mine = Meine Antworten
meetings-poll-yes = Ja
meetings-poll-if_needed = Wenn nötig
meetings-poll-no = Nein
meetings-poll-save = Antworten speichern
meetings-poll-answer-done = Ihre Antworten sind gespeichert.
meetings-poll-answers = Antworten
meetings-poll-counts = Zusammen
meetings-poll-unanswered = offen
meetings-poll-best = passt am besten
meetings-poll-choose = Diesen Termin wählen
meetings-poll-choose-text = Daraus wird eine geplante Sitzung mit Ort und Link dieser Terminfindung. Weitere Antworten sind dann nicht mehr möglich.
meetings-poll-chosen = Der Termin ist gewählt, die Sitzung ist geplant.
meetings-poll-is-closed = Der Termin ist gewählt
meetings-poll-is-cancelled = Diese Terminfindung ist abgebrochen.
meetings-poll-over = Die Antwortfrist ist vorbei. Jetzt wird ein Termin gewählt.
meetings-poll-cancel = Terminfindung abbrechen
meetings-poll-cancel-text = Es wird kein Termin gewählt. Die Antworten bleiben sichtbar.
meetings-poll-cancelled = Die Terminfindung ist abgebrochen.

meetings-procedure = Geschäftsordnung
meetings-procedure-intro = Wie die Gruppe einlädt, abstimmt und Protokolle genehmigt.
meetings-procedure-rules = Regeln
meetings-procedure-edit = Regeln ändern
meetings-procedure-saved = Die Regeln sind gespeichert.
meetings-rule-notice = { $count ->
    [one] Eingeladen wird mindestens einen Tag vor der Sitzung.
   *[other] Eingeladen wird mindestens { $count } Tage vor der Sitzung.
 }
meetings-rule-notice-none = Für die Einladung gibt es keine Frist.
meetings-rule-voting = Abstimmungen
meetings-rule-votes = Stimmrecht
meetings-rule-vote-person = Jede Person hat eine Stimme.
meetings-rule-vote-organisation = Jede Organisation hat eine Stimme, auch wenn mehrere ihrer Personen da sind.
meetings-rule-quorum = Beschlussfähigkeit
meetings-rule-quorum-none = Die Gruppe ist immer beschlussfähig.
meetings-rule-quorum-count = { $count ->
    [one] Die Gruppe ist beschlussfähig, wenn eine Stimme anwesend ist.
   *[other] Die Gruppe ist beschlussfähig, wenn { $count } Stimmen anwesend sind.
 }
meetings-rule-quorum-fraction = Die Gruppe ist beschlussfähig, wenn mindestens { $part } der Stimmen anwesend ist.
meetings-rule-majority = Mehrheit
meetings-rule-majority-text = Ein Antrag ist angenommen mit { $part } { $base }.
meetings-part-half = mehr als der Hälfte
meetings-part-two-thirds = mindestens zwei Dritteln
meetings-part-three-quarters = mindestens drei Vierteln
meetings-part-all = allen Stimmen
meetings-part-more = mehr als { $part }
meetings-part-least = mindestens { $part }
meetings-base-yes_no = von Ja und Nein
meetings-base-cast = der abgegebenen Stimmen
meetings-base-present = der anwesenden Stimmen
meetings-base-roll = aller Stimmen
meetings-rule-minutes = Protokoll
meetings-rule-approval-item = Das Protokoll wird in der nächsten Sitzung genehmigt.
meetings-rule-approval-silence = { $count ->
    [one] Das Protokoll gilt als genehmigt, wenn einen Tag lang niemand einen Einwand erhebt.
   *[other] Das Protokoll gilt als genehmigt, wenn { $count } Tage lang niemand einen Einwand erhebt.
 }
meetings-rule-circular = Umlaufbeschlüsse
meetings-rule-circular-days = { $count ->
    [one] Ein Umlaufbeschluss läuft mindestens einen Tag.
   *[other] Ein Umlaufbeschluss läuft mindestens { $count } Tage.
 }
meetings-rule-objection-stops = Widerspricht jemand, entscheidet eine Sitzung.
meetings-rule-objection-counts = Ein Widerspruch hält den Umlaufbeschluss nicht auf.
meetings-field-notice = Einladungsfrist in Tagen
meetings-field-days-hint = 0 bis { $max } Tage
meetings-vote-by-person = Je Person eine Stimme
meetings-vote-by-organisation = Je Organisation eine Stimme
meetings-quorum-none = Immer beschlussfähig
meetings-quorum-count = Ab einer Zahl von Stimmen
meetings-quorum-fraction = Ab einem Teil der Stimmen
meetings-field-count = Nötige Stimmen
meetings-field-num = Zähler (zum Beispiel 1 bei 1/2)
meetings-field-den = Nenner (zum Beispiel 2 bei 1/2)
meetings-field-base = Wovon
meetings-field-approval = Genehmigung
meetings-approval-item = In der nächsten Sitzung
meetings-approval-silence = Durch Schweigen nach einer Frist
meetings-field-silence = Frist in Tagen
meetings-field-circular = Mindestdauer in Tagen
meetings-field-objection = Ein Widerspruch verweist den Umlaufbeschluss in eine Sitzung
