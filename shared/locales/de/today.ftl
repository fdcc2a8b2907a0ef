# Messages of the today pages.

today-greeting = { $part ->
    [morning] Guten Morgen, { $name }
    [evening] Guten Abend, { $name }
   *[day] Guten Tag, { $name }
 }
today-intro = { $count ->
    [0] Heute ist { $day }. Es wartet nichts auf Sie.
    [one] Heute ist { $day }. Eine Sache wartet auf Sie.
   *[other] Heute ist { $day }. { $count } Dinge warten auf Sie.
 }
today-waiting = Was jetzt ansteht
today-next = Was als Nächstes kommt
today-next-none = In den nächsten Wochen steht nichts an.
today-empty-title = Alles erledigt
today-empty-text = Im Moment wartet nichts auf Sie. Sobald etwas ansteht, finden Sie es hier.
today-empty-offers = Angebote ansehen
today-empty-members = Mitglieder ansehen

today-overdue = { $days ->
    [one] seit gestern überfällig
   *[other] seit { $days } Tagen überfällig
 }
today-due = { $days ->
    [0] heute fällig
    [1] morgen fällig
   *[other] in { $days } Tagen
 }
today-by = bis { $day }

today-kind-application_review = Beitrittsantrag prüfen
today-kind-offer_check = Angebot prüfen
today-kind-group_request = Aufnahme in eine Gruppe
today-kind-group_invitation = Einladung in eine Gruppe
today-kind-group_consent = Zustimmung zur Mitarbeit
today-kind-group_proposed = Vorgeschlagene Gruppe
today-kind-group_change = Änderung einer Gruppe
today-kind-milestone_overdue = Meilenstein überfällig
today-kind-task_confirm = Aufgabe übernehmen?
today-kind-task_returned = Aufgabe zurückgegeben
today-kind-task_overdue = Aufgabe überfällig
today-kind-circular_vote = Abstimmung läuft
today-kind-meeting_reply = Einladung
today-kind-poll_answer = Terminfindung
today-kind-item_prepare = Vorbereiten
today-kind-minutes_review = Protokoll in Prüfung
today-kind-minutes_sign = Unterschrift fehlt
today-kind-resolution_done = Beschluss umgesetzt?
today-kind-profile_incomplete = Profil ergänzen
today-kind-invitation_ending = Einladung ohne Antwort
today-kind-network_unfinished = Netzwerk vorstellen
today-kind-mail_failed = E-Mails nicht zugestellt
today-kind-second_factor_off = Konto besser schützen
today-kind-role_ending = Funktion endet

today-title-application_review = { $name } möchte Mitglied werden
today-title-offer_check = Stimmt „{ $name }“ noch?
today-title-group_request = { $name } möchte in einer Ihrer Gruppen mitarbeiten
today-title-group_invitation = Sie sind eingeladen, in „{ $name }“ mitzuarbeiten
today-title-group_consent = { $name } möchte für Ihre Organisation in einer Gruppe mitarbeiten
today-title-group_proposed = „{ $name }“ ist als Gruppe vorgeschlagen
today-title-group_change = Die Gruppe „{ $name }“ bittet um eine Änderung ihres Stands
today-title-milestone_overdue = Der Meilenstein „{ $name }“ ist noch offen
today-title-task_confirm = Sie sind gebeten, „{ $name }“ zu übernehmen
today-title-task_returned = „{ $name }“ wurde an Sie zurückgegeben
today-title-task_overdue = Die Aufgabe „{ $name }“ ist noch offen
today-title-circular_vote = Stimmen Sie über „{ $name }“ ab
today-title-meeting_reply = Sagen Sie zu „{ $name }“ zu oder ab
today-title-poll_answer = Sagen Sie, welche Termine für „{ $name }“ passen
today-title-item_prepare = Bereiten Sie „{ $name }“ vor
today-title-minutes_review = Lesen Sie das Protokoll von „{ $name }“
today-title-minutes_sign = Unterzeichnen Sie das Protokoll von „{ $name }“
today-title-resolution_done = Alle Aufgaben zu „{ $name }“ sind erledigt
today-title-profile_incomplete = Im Profil von { $name } fehlt noch etwas
today-title-invitation_ending = { $name } hat die Einladung noch nicht angenommen
today-title-network_unfinished = Das Netzwerk hat noch keinen Namen oder keinen Zweck
today-title-mail_failed = { $count ->
    [one] Eine E-Mail konnte nicht zugestellt werden
   *[other] { $count } E-Mails konnten nicht zugestellt werden
 }
today-title-second_factor_off = Ihr Konto hat keinen zweiten Faktor
today-title-role_own = Ihre Funktion endet: { $role }
today-title-role_other = { $name } scheidet aus: { $role }
today-title-next_offer = „{ $name }“ wieder prüfen

today-text-profile_incomplete = Mit Zweck und Themen findet man Ihre Organisation im Verzeichnis.
today-text-network_unfinished = Auf der Startseite steht dann, wer Sie sind und wobei Sie helfen.
today-text-mail_failed = Im Postausgang sehen Sie, woran es lag, und können es noch einmal versuchen.
today-text-second_factor_off = Wer das Netzwerk koordiniert, sieht viele Daten. Ein Code vom Telefon schützt sie, auch wenn jemand Ihr Passwort kennt.

today-do-application_review = Antrag ansehen
today-do-offer_check = Angebot ansehen
today-do-offer_confirm = Stimmt noch
today-do-group_request = Anfrage ansehen
today-do-group_invitation = Einladung beantworten
today-do-group_consent = Zustimmung geben
today-do-group_proposed = Vorschlag ansehen
today-do-group_change = Bitte ansehen
today-do-milestone_overdue = Meilenstein ansehen
today-do-task_confirm = Bitte beantworten
today-do-task_returned = Aufgabe ansehen
today-do-task_overdue = Aufgabe öffnen
today-do-circular_vote = Lesen und abstimmen
today-do-meeting_reply = Antworten
today-do-poll_answer = Termine ansehen
today-do-item_prepare = Zur Sitzung
today-do-minutes_review = Lesen
today-do-minutes_sign = Zum Protokoll
today-do-resolution_done = Zum Beschluss
today-do-profile_incomplete = Profil ergänzen
today-do-invitation_ending = Einladungen ansehen
today-do-network_unfinished = Netzwerk beschreiben
today-do-mail_failed = Postausgang öffnen
today-do-second_factor_off = Zweiten Faktor einrichten
today-confirmed = Danke. „{ $name }“ ist bestätigt.

today-role-representative = Vertretung
today-role-voting_delegate = Stimmführung
today-role-deputy = Stellvertretung
today-role-staff = Mitarbeit
today-role-coordinator = Koordinierungsstelle
today-role-steering_group_member = Steuerungsgruppe
