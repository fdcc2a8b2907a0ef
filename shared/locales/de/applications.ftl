# Messages of the applications pages.
