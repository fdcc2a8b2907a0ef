# The legal pages.

legal-empty = Nothing here yet
legal-empty-text = The coordination office adds this text under “Network” in the coordination pages.
