# The legal pages.

legal-empty = Hier steht noch nichts
legal-empty-text = Die Koordinierungsstelle ergänzt diesen Text in der Verwaltung unter „Netzwerk“.
