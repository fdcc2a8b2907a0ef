# Messages of the accounts pages.
