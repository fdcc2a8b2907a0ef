# The public directory: lists of offers and members, their filters, and the exports.

directory-offers-title = Angebote
directory-offers-intro = Beratung, Kurse und Begleitung rund um Zuwanderung und Arbeit. Filtern Sie nach Thema, Landkreis, Zielgruppe und Sprache.
directory-offers-search = Angebote durchsuchen
directory-offers-example = zum Beispiel Sprachkurs Pflege
directory-offers-count = { $count ->
    [0] Keine Angebote
    [one] Ein Angebot
   *[other] { $count } Angebote
 }
directory-offers-none = Dazu gibt es gerade kein Angebot.
directory-offers-map = Angebote nach Landkreis
directory-offers-entries = Gefundene Angebote

directory-members-title = Mitglieder
directory-members-intro = Diese Organisationen arbeiten im Netzwerk zusammen. Finden Sie, wer in Ihrer Nähe und zu Ihrem Thema hilft.
directory-members-search = Mitglieder durchsuchen
directory-members-example = zum Beispiel Kammer Magdeburg
directory-members-count = { $count ->
    [0] Keine Mitglieder
    [one] Ein Mitglied
   *[other] { $count } Mitglieder
 }
directory-members-none = Dazu gibt es kein Mitglied.
directory-members-map = Mitglieder nach Landkreis
directory-members-entries = Gefundene Mitglieder

directory-none-hint = Nehmen Sie einen Filter weg oder suchen Sie mit einem kürzeren Wort. Auch Wortteile werden gefunden.
directory-none-clear = Alle Filter entfernen
directory-corrected = Zu „{ $text }“ wurde nichts gefunden. Gesucht wurde stattdessen nach „{ $corrected }“.
directory-word = „{ $text }“
directory-statewide = landesweit
directory-statewide-long = ganz Sachsen-Anhalt
directory-map-hint = Jede Kachel steht für einen Landkreis oder eine kreisfreie Stadt; landesweite Angebote zählen überall mit. Wählen Sie eine Kachel, um danach zu filtern.
directory-members-map-hint = Jede Kachel steht für einen Landkreis oder eine kreisfreie Stadt; landesweit tätige Mitglieder zählen überall mit. Wählen Sie eine Kachel, um danach zu filtern.

directory-view = Ansicht
directory-view-list = Liste
directory-view-map = Karte

directory-facet-topic = Thema
directory-facet-district = Landkreis
directory-facet-target-group = Zielgruppe
directory-facet-language = Sprache
directory-facet-form = Art der Hilfe
directory-facet-cost = Kosten
directory-facet-kind = Art der Organisation

directory-kind-authority = Behörde
directory-kind-chamber = Kammer
directory-kind-education-provider = Bildungsträger
directory-kind-association = Verein oder Verband
directory-kind-project = Projekt
directory-kind-company = Unternehmen
directory-kind-university = Hochschule
directory-kind-other = Weitere

directory-export-name = Name
directory-export-short-name = Kurzname
directory-export-purpose = Zweck
directory-export-website = Webseite
directory-export-email = E-Mail
directory-export-phone = Telefon
directory-export-street = Straße
directory-export-postal-code = PLZ
directory-export-city = Ort
directory-export-link = Seite im Verzeichnis
