# Messages of the offers pages.
