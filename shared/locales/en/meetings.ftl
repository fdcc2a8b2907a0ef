# Meetings: list, agenda, date polls, rules of procedure.
