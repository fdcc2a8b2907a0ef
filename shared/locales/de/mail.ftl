# Texts of the mails; only the server reads them.

mail-greeting = Guten Tag { $name },
mail-greeting-unnamed = Guten Tag,
mail-link-hint = Falls der Knopf nicht reagiert, öffnen Sie diese Adresse in Ihrem Browser:
mail-footer = Diese Nachricht wurde automatisch verschickt. Wenn Sie nichts damit anfangen können, dürfen Sie sie löschen.

mail-password-reset-subject = Neues Passwort festlegen
mail-password-reset-body =
    jemand, vermutlich Sie, hat für diese Adresse ein neues Passwort angefordert. Über den Knopf legen Sie es fest.

    { $hours ->
        [one] Der Link funktioniert einmal und eine Stunde lang.
       *[other] Der Link funktioniert einmal und { $hours } Stunden lang.
    } Wenn Sie das nicht waren, ist nichts zu tun: Ihr bisheriges Passwort bleibt gültig.
mail-password-reset-action = Passwort festlegen

mail-email-change-subject = Neue E-Mail-Adresse bestätigen
mail-email-change-body =
    diese Adresse soll künftig zu Ihrem Konto bei { $network } gehören. Bitte bestätigen Sie, dass sie Ihnen gehört.

    { $hours ->
        [one] Der Link funktioniert einmal und eine Stunde lang.
       *[other] Der Link funktioniert einmal und { $hours } Stunden lang.
    } Bis dahin melden Sie sich weiter mit Ihrer bisherigen Adresse an.
mail-email-change-action = Adresse bestätigen

mail-security-notice-subject = Änderung an Ihrem Konto
mail-security-notice-body =
    { $what ->
        [password] das Passwort Ihres Kontos wurde geändert.
        [email] die E-Mail-Adresse Ihres Kontos wurde geändert. Diese Nachricht geht an Ihre bisherige Adresse.
        [second_factor_on] die Anmeldung in zwei Schritten wurde eingeschaltet.
        [second_factor_off] die Anmeldung in zwei Schritten wurde ausgeschaltet.
        [recovery_codes] für Ihr Konto wurden neue Wiederherstellungscodes erzeugt. Die alten gelten nicht mehr.
        [sessions] ein Anmeldeschlüssel Ihres Kontos wurde zweimal benutzt. Zur Sicherheit haben wir das betroffene Gerät abgemeldet.
       *[other] an Ihrem Konto wurde eine sicherheitsrelevante Einstellung geändert.
    }

    Wenn Sie das selbst waren, ist nichts zu tun. Wenn nicht, legen Sie bitte sofort ein neues Passwort fest und melden Sie sich bei der Koordinierungsstelle.
mail-security-notice-action = Mein Konto ansehen

mail-new-device-subject = Neue Anmeldung bei Ihrem Konto
mail-new-device-body =
    { $device ->
        [unknown] am { $day } um { $time } Uhr hat sich jemand bei Ihrem Konto bei { $network } angemeldet, auf einem Gerät, das wir nicht erkannt haben.
       *[other] am { $day } um { $time } Uhr hat sich jemand bei Ihrem Konto bei { $network } angemeldet, auf einem Gerät, das Sie dort bisher nicht benutzt haben: { $device }.
    }

    Wenn Sie das selbst waren, ist nichts zu tun.

    Wenn nicht, kennt jemand Ihr Passwort. Bitte legen Sie sofort ein neues fest, über „Passwort vergessen“ auf der Anmeldeseite oder in Ihrem Konto unter „Sicherheit“: Dabei werden alle anderen Geräte abgemeldet. Schalten Sie dort auch die Anmeldung in zwei Schritten ein, und melden Sie sich bei der Koordinierungsstelle.
mail-new-device-action = Meine Geräte ansehen

mail-invitation-subject = Einladung: { $organisation }
mail-invitation-body =
    { $inviter } lädt Sie ein, bei { $network } für „{ $organisation }“ mitzuarbeiten.

    Über den Knopf sehen Sie, um welche Aufgabe es geht, und legen ein Passwort fest. Danach können Sie sich jederzeit mit dieser E-Mail-Adresse anmelden. Die Einladung gilt bis zum { $until }.
mail-invitation-action = Einladung ansehen

mail-application-confirm-subject = Bitte bestätigen Sie Ihren Antrag
mail-application-confirm-body =
    vielen Dank für den Beitrittsantrag von „{ $organisation }“ bei { $network }. Bitte bestätigen Sie noch, dass diese E-Mail-Adresse stimmt. Erst dann wird der Antrag bearbeitet.

    Wenn Sie keinen Antrag gestellt haben, brauchen Sie nichts zu tun.
mail-application-confirm-action = Antrag bestätigen

mail-application-received-subject = Ihr Antrag ist eingegangen
mail-application-received-body =
    der Beitrittsantrag von „{ $organisation }“ ist bestätigt und liegt jetzt der Steuerungsgruppe vor. Sie hören von uns, sobald es etwas Neues gibt.

    Unter diesem persönlichen Link sehen Sie jederzeit den Stand, beantworten Rückfragen oder ziehen den Antrag zurück. Bitte geben Sie ihn nicht weiter.
mail-application-received-action = Stand des Antrags ansehen

mail-application-new-subject = Neuer Beitrittsantrag: { $organisation }
mail-application-new-body =
    „{ $organisation }“ möchte bei { $network } mitmachen. Der Antrag ist bestätigt und wartet auf Ihre Durchsicht.
mail-application-new-action = Antrag ansehen

mail-application-question-subject = Rückfrage zu Ihrem Antrag
mail-application-question-body =
    zum Beitrittsantrag von „{ $organisation }“ haben wir eine Frage:

    { $question }

    Bitte antworten Sie über den Knopf. Wir können erst weitermachen, wenn Ihre Antwort da ist.
mail-application-question-action = Frage beantworten

mail-application-answered-subject = Antwort zum Antrag: { $organisation }
mail-application-answered-body =
    „{ $organisation }“ hat Ihre Rückfrage beantwortet:

    { $answer }
mail-application-answered-action = Antrag ansehen

mail-application-admitted-subject = Willkommen bei { $network }
mail-application-admitted-body =
    „{ $organisation }“ ist jetzt Mitglied bei { $network }. Wir freuen uns auf die Zusammenarbeit.

    { $reason }

    Eine Einladung für Ihr persönliches Konto kommt in einer eigenen Nachricht. Mit dem Konto ergänzen Sie das Profil Ihrer Organisation und tragen Angebote ein.
mail-application-admitted-action = Entscheidung ansehen

mail-application-declined-subject = Entscheidung über Ihren Antrag
mail-application-declined-body =
    wir haben über den Beitrittsantrag von „{ $organisation }“ beraten und können ihn derzeit nicht annehmen. Der Grund:

    { $reason }

    Wenn Sie dazu Fragen haben, antworten Sie einfach auf diese Nachricht.
mail-application-declined-action = Entscheidung ansehen

mail-application-withdrawn-subject = Antrag zurückgezogen: { $organisation }
mail-application-withdrawn-body =
    „{ $organisation }“ hat den Beitrittsantrag zurückgezogen.

    { $reason }
mail-application-withdrawn-action = Antrag ansehen

mail-offer-check-due-subject =
    { $count ->
        [one] Stimmt Ihr Angebot noch?
       *[other] Stimmen Ihre { $count } Angebote noch?
    }
mail-offer-check-due-body =
    { $count ->
        [one] ein Angebot von „{ $organisation }“ wurde länger nicht geprüft. Bitte sehen Sie es kurz durch: Stimmt noch alles, genügt ein Klick.
       *[other] { $count } Angebote von „{ $organisation }“ wurden länger nicht geprüft. Bitte sehen Sie sie kurz durch: Stimmt noch alles, genügt jeweils ein Klick.
    }

    Ungeprüfte Angebote werden im Verzeichnis als überfällig gekennzeichnet und nach einer Frist nicht mehr gezeigt.
mail-offer-check-due-action = Angebote prüfen

mail-group-invitation-subject = Einladung in die Gruppe „{ $group }“
mail-group-invitation-body =
    { $inviter } lädt Sie ein, in der Gruppe „{ $group }“ mitzuarbeiten.

    { $text }

    Nach der Anmeldung sehen Sie die Einladung bei dem, was auf Sie wartet, und nehmen sie an oder lehnen sie ab.
mail-group-invitation-action = Gruppe ansehen

mail-group-request-subject = { $person } möchte in „{ $group }“ mitarbeiten
mail-group-request-body =
    { $person } möchte in der Gruppe „{ $group }“ mitarbeiten. Bitte entscheiden Sie darüber.

    { $organisation }

    { $text }
mail-group-request-action = Anfrage ansehen

mail-group-decision-subject = Ihre Mitarbeit in der Gruppe „{ $group }“
mail-group-decision-body =
    { $decision ->
        [accepted] Sie sind jetzt in der Gruppe „{ $group }“ dabei.
        [consented] Ihre Organisation hat zugestimmt: Sie sind jetzt in der Gruppe „{ $group }“ dabei.
        [consent_pending] die Gruppe „{ $group }“ nimmt Sie gern auf. Ihre Organisation wird noch um Zustimmung gebeten.
        [not_consented] Ihre Organisation hat Ihrer Mitarbeit in der Gruppe „{ $group }“ nicht zugestimmt.
       *[other] die Gruppe „{ $group }“ kann Sie derzeit nicht aufnehmen.
    }

    { $reason }
mail-group-decision-action = Gruppe ansehen

mail-group-consent-subject = Zustimmung erbeten: { $person } in „{ $group }“
mail-group-consent-body =
    { $person } möchte für „{ $organisation }“ in der Gruppe „{ $group }“ mitarbeiten. Ihre Organisation hat festgelegt, dass sie vorher gefragt wird.

    Nach der Anmeldung sehen Sie die Anfrage bei dem, was auf Sie wartet, und stimmen zu oder lehnen ab.
mail-group-consent-action = Gruppe ansehen

mail-task-asked-subject = Übernehmen Sie „{ $task }“?
mail-task-asked-body =
    { $person } bittet Sie, in der Gruppe „{ $group }“ die Aufgabe „{ $task }“ zu übernehmen.

    { $due ->
        [none] Einen Termin gibt es noch nicht.
       *[other] Erledigt sein soll sie bis zum { $due }.
    }

    { $text }

    Bitte bestätigen Sie die Aufgabe oder geben Sie sie mit einem Wort zurück.
mail-task-asked-action = Aufgabe ansehen

mail-task-returned-subject = Zurückgegeben: { $task }
mail-task-returned-body =
    { $person } hat die Aufgabe „{ $task }“ in der Gruppe „{ $group }“ an Sie zurückgegeben.

    { $reason }
mail-task-returned-action = Aufgabe ansehen

mail-task-mentioned-subject = { $person } hat Sie erwähnt: { $task }
mail-task-mentioned-body =
    { $person } hat Sie in einem Kommentar zur Aufgabe „{ $task }“ der Gruppe „{ $group }“ erwähnt:

    { $text }
mail-task-mentioned-action = Kommentar ansehen

mail-task-news-subject =
    { $what ->
        [comment] Neuer Kommentar: { $task }
        [done] Erledigt: { $task }
       *[other] Aufgegeben: { $task }
    }
mail-task-news-body =
    { $what ->
        [comment] { $person } hat die Aufgabe „{ $task }“ der Gruppe „{ $group }“ kommentiert:
        [done] { $person } hat die Aufgabe „{ $task }“ der Gruppe „{ $group }“ als erledigt markiert.
       *[other] { $person } hat die Aufgabe „{ $task }“ der Gruppe „{ $group }“ aufgegeben:
    }

    { $text }

    Sie erhalten diese Nachricht, weil Sie die Aufgabe beobachten. Auf ihrer Seite können Sie das beenden.
mail-task-news-action = Aufgabe ansehen

mail-tasks-due-subject =
    { $count ->
        [one] Eine Aufgabe ist fällig
       *[other] { $count } Aufgaben sind fällig
    }
mail-tasks-due-body =
    { $overdue ->
        [0] diese Aufgaben sind in den nächsten Tagen fällig:
       *[other] diese Aufgaben sind in den nächsten Tagen fällig oder schon überfällig:
    }

    { $tasks }
mail-tasks-due-action = Meine Aufgaben ansehen

mail-circular-opened-subject = Ihre Stimme: { $title }
mail-circular-opened-body =
    In der Gruppe „{ $group }“ läuft ein Umlaufbeschluss: „{ $title }“.

    Ihre Stimme zählt bis einschließlich { $day }.
mail-circular-opened-action = Lesen und abstimmen

mail-circular-reminder-subject = Noch nicht abgestimmt: { $title }
mail-circular-reminder-body =
    Zum Umlaufbeschluss „{ $title }“ der Gruppe „{ $group }“ fehlt noch Ihre Stimme.

    Sie zählt bis einschließlich { $day }.
mail-circular-reminder-action = Lesen und abstimmen

mail-circular-closed-subject = { $outcome ->
    [adopted] Angenommen: { $title }
    [rejected] Abgelehnt: { $title }
    [to_meeting] Geht in eine Sitzung: { $title }
   *[withdrawn] Zurückgezogen: { $title }
 }
mail-circular-closed-body =
    { $outcome ->
        [adopted] Der Umlaufbeschluss „{ $title }“ der Gruppe „{ $group }“ ist angenommen. Er hat die Nummer { $label }.
        [rejected] Der Umlaufbeschluss „{ $title }“ der Gruppe „{ $group }“ ist abgelehnt. Die Entscheidung hat die Nummer { $label }.
        [to_meeting] Über „{ $title }“ entscheidet die Gruppe „{ $group }“ in einer Sitzung: Es gab einen Widerspruch, oder es haben zu wenige abgestimmt.
       *[withdrawn] Der Umlaufbeschluss „{ $title }“ der Gruppe „{ $group }“ ist zurückgezogen.
    }

    { $reason }
mail-circular-closed-action = Ergebnis ansehen

mail-meeting-invited-subject =
    { $what ->
        [again] Geänderte Tagesordnung: { $title } am { $day }
       *[first] Einladung: { $title } am { $day }
    }
mail-meeting-invited-body =
    { $what ->
        [again] die Tagesordnung der Sitzung „{ $title }“ der Gruppe „{ $group }“ hat sich geändert.
       *[first] die Gruppe „{ $group }“ lädt ein zur Sitzung „{ $title }“.
    }

    Am { $day } von { $from } bis { $until } Uhr
    { $place }
    { $url }

    { $message }

    Tagesordnung:
    { $agenda }

    Bitte sagen Sie auf der Seite der Sitzung, ob Sie kommen. Der Termin liegt als Kalenderdatei bei.
mail-meeting-invited-action = Sitzung ansehen und antworten

mail-meeting-moved-subject = Geändert: { $title } am { $day }
mail-meeting-moved-body =
    Zeit, Ort oder Link der Sitzung „{ $title }“ der Gruppe „{ $group }“ haben sich geändert. Sie ist jetzt:

    Am { $day } von { $from } bis { $until } Uhr
    { $place }
    { $url }

    Der neue Termin liegt als Kalenderdatei bei.
mail-meeting-moved-action = Sitzung ansehen

mail-meeting-called-off-subject =
    { $outcome ->
        [postponed] Verschoben: { $title }
       *[cancelled] Abgesagt: { $title }
    }
mail-meeting-called-off-body =
    { $outcome ->
        [postponed] Die Sitzung „{ $title }“ der Gruppe „{ $group }“ am { $day } um { $from } Uhr ist verschoben. Sobald der neue Termin feststeht, erhalten Sie eine Nachricht.
       *[cancelled] Die Sitzung „{ $title }“ der Gruppe „{ $group }“ am { $day } um { $from } Uhr ist abgesagt.
    }

    Der Grund: { $reason }
mail-meeting-called-off-action = Sitzung ansehen

mail-meeting-poll-opened-subject = Welcher Termin passt Ihnen? { $title }
mail-meeting-poll-opened-body =
    Die Gruppe „{ $group }“ sucht einen Termin für „{ $title }“.

    Bitte antworten Sie bis einschließlich { $day }.
mail-meeting-poll-opened-action = Termine ansehen und antworten

mail-meeting-poll-ended-subject =
    { $outcome ->
        [closed] Termin gefunden: { $title } am { $day }
       *[cancelled] Terminfindung beendet: { $title }
    }
mail-meeting-poll-ended-body =
    { $outcome ->
        [closed] „{ $title }“ der Gruppe „{ $group }“ ist am { $day } um { $from } Uhr. Die Einladung mit der Tagesordnung folgt.
       *[cancelled] Die Terminfindung für „{ $title }“ der Gruppe „{ $group }“ ist ohne Termin beendet.
    }
mail-meeting-poll-ended-action = Ansehen

mail-minutes-review-subject = Protokoll zur Durchsicht: { $meeting }
mail-minutes-review-body =
    Das Protokoll der Sitzung „{ $meeting }“ der Gruppe „{ $group }“ vom { $day } liegt zur Prüfung vor.

    Einwände können Sie bis einschließlich { $until } erheben.
mail-minutes-review-action = Protokoll lesen
