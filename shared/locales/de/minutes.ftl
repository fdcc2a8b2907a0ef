# Protokolle: schreiben, prüfen, unterzeichnen, vergleichen.
