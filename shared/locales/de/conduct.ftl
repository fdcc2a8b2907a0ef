# Der Ablauf einer Sitzung: Anwesenheit, Punkte, Abstimmungen.
