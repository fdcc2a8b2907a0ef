# Sitzungen: Liste, Tagesordnung, Terminfindung, Geschäftsordnung.
