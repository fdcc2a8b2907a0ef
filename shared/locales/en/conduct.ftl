# Holding a meeting: attendance, items, votes.
