# Messages of the admin pages.
