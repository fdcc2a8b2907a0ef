# The start page.

home-search = Wobei suchen Sie Unterstützung?
home-search-example = zum Beispiel Anerkennung oder Sprachkurs
home-glance = { $offers ->
    [one] Ein Angebot
   *[other] { $offers } Angebote
 } von { $members ->
    [one] einem Mitglied
   *[other] { $members } Mitgliedern
 }
home-newest = Zuletzt bestätigt
home-all-offers = Alle Angebote
home-map = Angebote in Ihrer Region
home-topics = Worum es geht
home-purpose = Was uns verbindet
home-principles = Wie wir arbeiten
home-join-title = Machen Sie mit
home-join-text = Ihre Organisation berät, begleitet oder bildet aus? Dann stellen Sie einen Antrag auf Mitgliedschaft. Das geht ohne Konto, und Sie sehen jederzeit, wie weit er ist.
home-join-action = Mitglied werden
