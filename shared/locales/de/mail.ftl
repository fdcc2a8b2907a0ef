# Texts of the mails; only the server reads them.
